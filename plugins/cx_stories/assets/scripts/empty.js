// When nothing is found: what to drop so that something is, and what the words may have been meant to be.
import { element } from "./drawing.js";
import { find } from "./finding.js";
import { changed, filtersOf, inPairs, loosenings, queryOf, without } from "./state.js";
import { numbered } from "./telling.js";

const OFFERED = 2;
const TRIED = 6; // of these every pair is tried, which are 15

// Give how many stories have all that is asked.
const counted = async ({ words, chosen }, every) => {
  const { results, loose } = await find(words, { filters: filtersOf(chosen, every) });
  return loose ? 0 : results.length;
};
const best = async (state, drops, every) => {
  const tried = await Promise.all(drops.map(async (drop) => ({ drop, number: await counted(without(state, drop), every) })));
  return tried.filter(({ number }) => number).sort((a, b) => b.number - a.number).slice(0, OFFERED);
};

// Give the nearest ways out, those that lead to most stories first: by dropping one thing, else by dropping two.
export const waysOut = async (state, every) => {
  const drops = loosenings(state, every);
  if (drops.length < 2) return [];
  const single = await best(state, drops, every);
  return single.length || drops.length < 3 ? single : best(state, inPairs(drops.slice(0, TRIED)), every);
};

// Give the state with its words put right, if that finds something.
export const meant = async (state, every) => {
  if (!state.words) return null;
  const { suggestionFor } = await import("./knowing.js");
  const better = await suggestionFor(state.words);
  const other = better && changed(state, { words: better });
  return other && await counted(other, every) ? other : null;
};

// Ask whether that was meant, with a link.
export const drawMeant = (className, other, words) => {
  const [before, after] = words.meant.split("@");
  return element("span", { className }, before, element("a", { href: queryOf(other) }, other.words), after);
};

// Fill names into words that have a place for each.
const filledIn = (text, names) => text.split("@").reduce((said, rest, place) => `${said}${names[place - 1]}${rest}`);

const linkTo = (state, text, number) => element("li", {},
  element("a", { className: "chip", href: queryOf(state) }, `${text} `, element("span", { className: "count" }, number)));

// Draw the ways out.
// named:  gives a drop in words
export const drawWays = (empty, state, ways, { words, named }) => {
  const links = ways.map(({ drop, number }) => {
    const text = filledIn(drop.length > 1 ? words.exploreWithoutBoth : words.exploreWithout, drop.map(named));
    return linkTo(without(state, drop), text, numbered(number, words));
  });
  empty.querySelector("ul").replaceChildren(...links);
};
