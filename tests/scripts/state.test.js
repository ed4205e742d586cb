// What a reader has chosen in Explore, and the address that says so.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  changed, filtersOf, inPairs, isOpen, loosenings, queryOf, sortOf, stateOf, withValues, without,
} from "../../plugins/cx_stories/assets/scripts/state.js";

const KNOWN = { polarity: ["positive", "negative"], hit: ["surprising", "unique"], stage: ["choose", "use"], series: ["a b", "c&d=e"] };
const EVERY = new Set(["hit"]);
const EVERYTHING = "?q=cracked+%C3%A9clair&polarity=negative&hit=surprising&hit=unique&stage=use&series=c%26d%3De&sort=date&page=3";
const state = (search) => stateOf(search, KNOWN);

test("an address with everything in it comes back as it was", () => {
  const read = state(EVERYTHING);

  assert.deepEqual(read, {
    words: "cracked éclair",
    chosen: { polarity: ["negative"], hit: ["surprising", "unique"], stage: ["use"], series: ["c&d=e"] },
    sort: "date",
    page: 3,
  });
  assert.equal(queryOf(read), EVERYTHING);
});

test("two addresses that ask for the same become one", () => {
  const other = "?page=1&sort=relevance&stage=use&hit=unique&stage=choose&hit=surprising&hit=unique&q=++";

  assert.equal(queryOf(state(other)), "?hit=surprising&hit=unique&stage=choose&stage=use");
});

test("what nobody knows in an address is passed over", () => {
  const odd = "?stage=moon&colour=red&sort=__proto__&page=-2&stage=use&page=4&constructor=x&kind=page";

  assert.deepEqual(state(odd), { words: "", chosen: { stage: ["use"] }, sort: "", page: 1 });
});

test("a page that is no number is the first", () => {
  const pages = ["2", "0", "1.5", "1e99", "two", ""].map((page) => state(`?page=${page}`).page);

  assert.deepEqual(pages, [2, 1, 1, 1, 1, 1]);
});

test("words longer than anybody types are cut short", () => {
  assert.equal(state(`?q=${"a".repeat(5000)}`).words.length, 200);
});

test("stories come newest first, and by how well they fit where there are words", () => {
  const sorts = ["", "?q=key", "?q=key&sort=date", "?sort=title", "?sort=score"].map((search) => sortOf(state(search)));

  assert.deepEqual(sorts, ["date", "relevance", "date", "title", "score"]);
});

test("without words nothing is sorted by them any more", () => {
  const read = changed(state("?q=key&sort=relevance"), { words: "" });

  assert.deepEqual([sortOf(read), queryOf(read)], ["date", "?"]);
});

test("a choice begins on the first page and keeps the rest", () => {
  const chosen = withValues(state("?q=key&stage=use&sort=date&page=3"), "hit", ["unique"]);

  assert.deepEqual(chosen, { words: "key", chosen: { stage: ["use"], hit: ["unique"] }, sort: "date", page: 1 });
});

test("one value, a whole filter and the words can each be dropped", () => {
  const read = state("?q=key&hit=surprising&hit=unique&stage=use&stage=choose");
  const dropped = [[["hit", "unique"]], [["stage"]], [["q"]], [["q"], ["hit", "surprising"]]].map((drops) => queryOf(without(read, drops)));

  assert.deepEqual(dropped, [
    "?q=key&hit=surprising&stage=choose&stage=use",
    "?q=key&hit=surprising&hit=unique",
    "?hit=surprising&hit=unique&stage=choose&stage=use",
    "?hit=unique&stage=choose&stage=use",
  ]);
});

test("nothing is chosen when there are neither words nor values", () => {
  const open = ["", "?sort=title", "?q=key", "?stage=use"].map((search) => isOpen(state(search)));

  assert.deepEqual(open, [true, true, false, false]);
});

test("the index is asked for stories with every element, and for one of the stages", () => {
  const asked = filtersOf(state("?hit=surprising&hit=unique&stage=use&stage=choose").chosen, EVERY, ["polarity", "stage"]);

  assert.deepEqual(asked, {
    kind: { any: ["story"] },
    polarity: { not: [" "] },
    stage: { any: ["choose", "use"] },
    hit: { all: ["surprising", "unique"] },
  });
});

test("what may be dropped is the words, a value of those that must all be there, or the whole of another filter", () => {
  const drops = loosenings(state("?q=key&hit=surprising&hit=unique&stage=use&stage=choose"), EVERY);

  assert.deepEqual(drops, [[["q"]], [["hit", "surprising"]], [["hit", "unique"]], [["stage"]]]);
  assert.deepEqual(inPairs(drops.slice(1)), [
    [["hit", "surprising"], ["hit", "unique"]],
    [["hit", "surprising"], ["stage"]],
    [["hit", "unique"], ["stage"]],
  ]);
});
