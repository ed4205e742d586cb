// The page of a story.
import { card, dated, escape, layout } from "../layout.js";

const bySlug = new WeakMap();

function partner(stories, slug) {
  if (!bySlug.has(stories)) bySlug.set(stories, new Map(stories.map((story) => [story.fileSlug, story])));
  return bySlug.get(stories).get(slug);
}

export function render(data) {
  const terms = data.kinds
    .filter((kind) => data[kind]?.length)
    .map((kind) => {
      const links = data[kind].map((term) => `<a href="/${kind}/${term}/">${term}</a>`).join(" ");
      return `<dt>${kind}</dt>\n    <dd>${links}</dd>`;
    });
  const lessons = (data.lessons ?? []).map((lesson) => `<li>${escape(lesson)}</li>`).join("");
  const other = data.pair && partner(data.collections.stories, data.pair);
  const picture = data.picture;
  const body = `<article>
  <h1>${escape(data.title)}</h1>
  <p>${escape(data.description)}</p>
  <p>${dated(data.page.date)}</p>
  ${picture ? `<img src="/stories/${picture.file}" alt="${escape(picture.alt)}" width="64" height="64">` : ""}
  ${data.content}
  ${lessons ? `<h2>Lessons</h2>\n  <ul>${lessons}</ul>` : ""}
  <dl>
    ${terms.join("\n    ")}
  </dl>
  ${other ? `<h2>The other side</h2>\n  <ul>${card(other)}</ul>` : ""}
</article>`;
  return layout({ ...data, address: data.page.url, found: true, body });
}
