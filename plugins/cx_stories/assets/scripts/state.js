// What a reader has chosen in Explore, and the address that says so. Nothing here knows the page.
import { LOADED } from "./finding.js";

const SORTS = ["relevance", "date", "score", "title"];
const LONGEST = 200;
export const WORDS = "q";

const usual = (words) => (words ? "relevance" : "date");
export const sortOf = ({ words, sort }) => sort || usual(words);

// Give a state in the one form it has: what would be so anyway is not said, and nothing sorts by words that are not there.
const settled = ({ words, chosen, sort, page }) => {
  const kept = Object.entries(chosen).filter(([, values]) => values.length);
  const said = sort === usual(words) || (sort === "relevance" && !words) || !SORTS.includes(sort) ? "" : sort;
  return { words, chosen: Object.fromEntries(kept), sort: said, page };
};

// Read an address; what it names and nobody knows is passed over.
// known:  the values by filter, both in their order
export const stateOf = (search, known) => {
  const given = new URLSearchParams(search), page = Number(given.get("page"));
  const words = (given.get(WORDS) ?? "").trim().slice(0, LONGEST);
  const named = Object.entries(known).map(([name, values]) => {
    const asked = new Set(given.getAll(name));
    return [name, values.filter((value) => asked.has(value))];
  });
  const sort = given.get("sort") ?? "";
  return settled({ words, chosen: Object.fromEntries(named), sort, page: Number.isSafeInteger(page) && page > 1 ? page : 1 });
};

// Give the address of a state, from the question mark on.
export const queryOf = (state) => {
  const { words, chosen, sort, page } = settled(state), query = new URLSearchParams();
  if (words) query.append(WORDS, words);
  for (const [name, values] of Object.entries(chosen)) for (const value of values) query.append(name, value);
  if (sort) query.append("sort", sort);
  if (page > 1) query.append("page", page);
  return `?${query}`;
};

// Change a state; a changed one begins on its first page.
export const changed = (state, change) => settled({ ...state, page: 1, ...change });
export const withValues = (state, name, values) => changed(state, { chosen: { ...state.chosen, [name]: values } });
// drops:  names and values; without a value the whole filter goes, and the words have the name of theirs
export const without = (state, drops) => drops.reduce((left, [name, value]) => {
  if (name === WORDS) return changed(left, { words: "" });
  const values = value === undefined ? [] : (left.chosen[name] ?? []).filter((one) => one !== value);
  return withValues(left, name, values);
}, state);
export const isOpen = ({ words, chosen }) => !words && !Object.keys(chosen).length;

// Give what the index is asked.
// every:   the filters of which a story must have all values that are chosen
// loaded:  the filters whose counts are wanted besides
export const filtersOf = (chosen, every, loaded = []) => ({
  kind: { any: ["story"] },
  ...Object.fromEntries(loaded.map((name) => [name, LOADED])),
  ...Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { [every.has(name) ? "all" : "any"]: values }])),
});

// Give what may be dropped so that more is found, each as the drops of `without`: one value of those that must all
// be there, all values of another filter, the words.
export const loosenings = ({ words, chosen }, every) => [
  ...(words ? [[[WORDS]]] : []),
  ...Object.entries(chosen).flatMap(([name, values]) => (
    every.has(name) ? values.map((value) => [[name, value]]) : [[[name]]]
  )),
];
export const inPairs = (drops) => drops.flatMap((one, place) => drops.slice(place + 1).map((other) => [...one, ...other]));
