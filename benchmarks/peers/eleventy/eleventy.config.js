// Eleventy as somebody would set it up for such a collection: the fastest kind of template, pages for all terms,
// lists of 24, a feed and a sitemap. It has no related stories.
const KINDS = [
  "channels", "elements", "emotions", "incidents", "missed", "outcomes", "people", "polarities",
  "provenances", "recoveries", "sectors", "senses", "series", "stages", "touchpoints",
];
const EACH = 24;

const newestFirst = (one, other) => other.date - one.date || (one.fileSlug < other.fileSlug ? -1 : 1);

/** Links to files, such as `other.md`, become links to pages. */
function linkToPages(markdown) {
  markdown.core.ruler.push("links-to-pages", (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        const address = token.type === "link_open" ? token.attrGet("href") : "";
        if (address.endsWith(".md") && !address.includes("/")) {
          token.attrSet("href", `../${address.slice(0, -3)}/`);
        }
      }
    }
  });
}

/** Divide stories over the pages of a list. */
function listed(title, address, stories) {
  const count = Math.max(1, Math.ceil(stories.length / EACH));
  const place = (number) => (number ? `${address}page/${number + 1}/` : address);
  return Array.from({ length: count }, (_, number) => ({
    title,
    address: place(number),
    stories: stories.slice(number * EACH, (number + 1) * EACH),
    before: number > 0 ? place(number - 1) : "",
    after: number + 1 < count ? place(number + 1) : "",
  }));
}

/** Give each kind of term with its terms, and these with their stories. */
function termsOf(stories) {
  return KINDS.map((kind) => {
    const terms = new Map();
    for (const story of stories) {
      for (const term of story.data[kind] ?? []) {
        terms.has(term) ? terms.get(term).push(story) : terms.set(term, [story]);
      }
    }
    return { kind, terms: [...terms].sort((one, other) => (one[0] < other[0] ? -1 : 1)) };
  });
}

export default function (eleventy) {
  eleventy.setQuietMode(true);
  eleventy.setInputDirectory("content");
  eleventy.setOutputDirectory("site");
  eleventy.setIncludesDirectory("../includes");
  eleventy.setTemplateFormats(["md", "11ty.js"]);
  eleventy.addPassthroughCopy({ "style.css": "style.css" });
  eleventy.addPassthroughCopy({ pictures: "stories" });
  eleventy.amendLibrary("md", linkToPages);
  eleventy.addGlobalData("kinds", KINDS);
  const stories = (api) => api.getFilteredByGlob("content/**/stories/*.md").sort(newestFirst);
  let last = null;
  const terms = (api) => (last ??= termsOf(stories(api)));
  eleventy.on("eleventy.before", () => (last = null));
  eleventy.addCollection("stories", stories);
  eleventy.addCollection("kinds", terms);
  eleventy.addCollection("lists", (api) => [
    ...listed("Stories", "/stories/", stories(api)),
    ...terms(api).flatMap(({ kind, terms: found }) =>
      found.flatMap(([term, told]) => listed(term, `/${kind}/${term}/`, told)),
    ),
  ]);
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
