// The page around everything, and the card of a story.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);

const day = (date) => date.toISOString().slice(0, 10);

export function dated(date) {
  const words = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `<time datetime="${day(date)}">${words}</time>`;
}

export function card(story) {
  const { title, description, polarity } = story.data;
  return `<li>
  <h3><a href="${story.url}">${escape(title)}</a></h3>
  <p>${escape(description)}</p>
  <p>${polarity}, ${dated(story.date)}</p>
</li>`;
}

export function layout({ title, description, address, kinds, found, body }) {
  const links = kinds.map((kind) => `<li><a href="/${kind}/">${kind}</a></li>`).join("\n      ");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)} | Benchmark</title>
    ${description ? `<meta name="description" content="${escape(description)}">` : ""}
    <link rel="canonical" href="https://example.org${address}">
    <link rel="stylesheet" href="/style.css">
    <link rel="alternate" type="application/atom+xml" href="/feed.xml" title="Benchmark">
  </head>
  <body>
    <header>
  <a href="/">Benchmark</a>
  <nav aria-label="Main">
    <ul>
      <li><a href="/stories/">Stories</a></li>
      ${links}
    </ul>
  </nav>
</header>
    <main${found ? " data-pagefind-body" : ""}>
${body}
    </main>
  </body>
</html>
`;
}
