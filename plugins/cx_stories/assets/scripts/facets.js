// The lists of terms in the page become filters: each name a box to tick, each number that of the stories there would be.
import { element } from "./drawing.js";

const boxOf = (item, name) => {
  const named = item.querySelector(":scope > .value"), count = item.querySelector(":scope > .count");
  const id = item.dataset.value, text = named.textContent, { lang } = named, total = Number(count.textContent);
  const input = element("input", { type: "checkbox", name, value: id });
  named.replaceWith(element("label", {}, input, element("span", { lang }, text), count));
  return { id, text, lang, group: "group" in item.dataset, total, item, input, count };
};

const letMore = (box) => {
  const button = box.querySelector(".facet-more");
  if (!button) return;
  const [all, fewer] = [button.textContent, button.dataset.fewer];
  button.hidden = false;
  box.classList.add("short");
  button.addEventListener("click", () => {
    const short = box.classList.toggle("short");
    button.textContent = short ? all : fewer;
    button.ariaExpanded = String(!short);
  });
};

export const facetsOf = (root) => [...root.querySelectorAll(".facet")].map((box) => {
  const name = box.dataset.filter;
  letMore(box);
  for (const how of box.querySelectorAll(".facet-how")) how.hidden = false;
  return {
    name,
    box,
    text: box.querySelector(".facet-name").textContent,
    every: "every" in box.dataset,
    values: [...box.querySelectorAll("[data-value]")].map((item) => boxOf(item, name)),
  };
});

export const knownOf = (facets) => Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ id }) => id)]));

// The counts of the whole collection, which the page brings along.
export const totalsOf = (facets) => Object.fromEntries(facets.map(({ name, values }) => [
  name, Object.fromEntries(values.map(({ id, total }) => [id, total])),
]));

// What a table needs to call things by their names.
export const labelsOf = (facets) => Object.fromEntries(facets.map(({ name, text, values }) => [name, {
  name: text,
  values: Object.fromEntries(values.map((value) => [value.id, value.text])),
  groups: values.filter((value) => value.group).map(({ id }) => id),
}]));

export const tickedIn = ({ values }) => values.filter(({ input }) => input.checked).map(({ id }) => id);

// What was ticked stays in sight when the tick is taken away. How many are ticked is a number with the words for it
// out of sight: the line has room for it, and never becomes two.
export const tick = (facets, chosen, said) => {
  for (const { name, box, values } of facets) {
    const ticked = new Set(chosen[name]), place = box.querySelector(".facet-chosen");
    for (const { id, item, input } of values) {
      input.checked = ticked.has(id);
      if (input.checked) item.classList.add("kept");
    }
    const [before, after] = said.split("#").map((part) => element("span", { className: "visually-hidden" }, part));
    place.replaceChildren(...(ticked.size ? [before, ticked.size, after] : []));
  }
};

// counts:  by filter and value; a filter without them keeps what it says, one with null says nothing
export const count = (facets, counts) => {
  for (const { name, values } of facets.filter((facet) => facet.name in counts)) {
    for (const { id, item, count: place } of values) {
      const number = counts[name] ? (counts[name][id] ?? 0) : "";
      place.textContent = number;
      item.classList.toggle("none", number === 0);
    }
  }
};
