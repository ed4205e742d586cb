// For each kind of term a page with its terms.
import { escape, layout } from "../layout.js";

export const data = {
  pagination: { data: "collections.kinds", size: 1, alias: "group" },
  permalink: ({ group }) => `/${group.kind}/`,
};

export function render({ group: { kind, terms }, kinds }) {
  const links = terms.map(
    ([term, stories]) => `<li><a href="/${kind}/${term}/">${escape(term)}</a> (${stories.length})</li>`,
  );
  const body = `<h1>${kind}</h1>\n<ul>\n  ${links.join("\n  ")}\n</ul>`;
  return layout({ title: kind, address: `/${kind}/`, kinds, body });
}
