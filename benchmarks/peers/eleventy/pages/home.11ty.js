// The home page: the newest stories.
import { card, layout } from "../layout.js";

export const data = { permalink: "/" };

export function render({ collections, kinds }) {
  const body = `<h1>Benchmark</h1>\n<ul>${collections.stories.slice(0, 24).map(card).join("\n")}</ul>`;
  return layout({ title: "Stories", address: "/", kinds, body });
}
