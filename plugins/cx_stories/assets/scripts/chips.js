// What has been chosen, as chips above the results: each is a button that takes itself away.
import { element } from "./drawing.js";
import { WORDS } from "./state.js";

const LONGEST = 60;
export const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trim()}…` : text);

// Give what is chosen in words, with the language of the name where it has one.
export const namesOf = (facets, words) => (name, value) => {
  if (name === WORDS) return { of: words.exploreWords, text: shortened(value) };
  const facet = facets.find((one) => one.name === name), found = facet.values.find(({ id }) => id === value);
  return { of: facet.text, text: found.text, lang: found.lang };
};

const chip = (name, value, { of, text, lang }, words) => {
  const button = element("button", { type: "button", className: "chip", ariaLabel: words.exploreRemove.replace("@", () => `${of}: ${text}`) },
    element("span", { className: "chip-of" }, `${of}: `), element("span", { lang }, text), element("span", { ariaHidden: "true" }, "×"));
  Object.assign(button.dataset, { key: `${name} ${value}`, name, value });
  return element("li", {}, button);
};

const clearing = (words) => {
  const button = element("button", { type: "button", className: "chip chip-clear" }, words.exploreClear);
  button.dataset.clear = "";
  return element("li", {}, button);
};

// Draw the chips; the focus stays where it was, goes to the chip that has come in its place, else to the one before.
export const drawChips = (place, state, nameOf, words) => {
  const chosen = Object.entries(state.chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
  if (state.words) chosen.unshift([WORDS, state.words]);
  const buttons = [...place.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
  const list = element("ul", {}, ...chosen.map(([name, value]) => chip(name, value, nameOf(name, value), words)));
  if (chosen.length) list.append(clearing(words));
  place.replaceChildren(list);
  place.hidden = !chosen.length;
  if (at < 0) return true;
  const left = [...place.querySelectorAll("[data-key]")], { key } = buttons[at].dataset;
  (left.find((one) => one.dataset.key === key) ?? left[Math.min(at, left.length - 1)])?.focus();
  return left.length > 0;
};
