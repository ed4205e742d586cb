// The pages of all lists: of the stories, and of each term.
import { card, escape, layout } from "../layout.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.address,
};

export function render({ list, kinds }) {
  const steps = [
    list.before && `<a href="${list.before}" rel="prev">Previous</a>`,
    list.after && `<a href="${list.after}" rel="next">Next</a>`,
  ];
  const body = `<h1>${escape(list.title)}</h1>
<ul>${list.stories.map(card).join("\n")}</ul>
<p>${steps.filter(Boolean).join(" ")}</p>`;
  return layout({ title: list.title, address: list.address, kinds, body });
}
