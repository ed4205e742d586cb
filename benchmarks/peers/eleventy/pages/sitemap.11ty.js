// The addresses of all pages, for search engines.

export const data = { permalink: "/sitemap.xml" };

export function render({ collections }) {
  const addresses = [...collections.stories.map((story) => story.url), ...collections.lists.map((list) => list.address)];
  const lines = addresses.map((address) => `<url><loc>https://example.org${address}</loc></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("\n")}
</urlset>
`;
}
