// The searches that this device remembers for the reader.
import assert from "node:assert/strict";
import { test } from "node:test";

import { forgetSearches, recent, rememberSearch } from "../../plugins/cx_stories/assets/scripts/recent.js";
import { give, storage } from "./device.js";

const KEY = `cx-searches:${new URL("../../plugins/cx_stories/", import.meta.url).pathname}:en`;

test("the last search comes first, and each stands there once", (t) => {
  give(t, "localStorage", storage());

  for (const query of ["hotel", "umbrella", " Hotel "]) rememberSearch(query, "en");

  assert.deepEqual(recent("en"), ["Hotel", "umbrella"]);
});

test("no more than six are kept", (t) => {
  give(t, "localStorage", storage());

  for (const query of ["a", "b", "c", "d", "e", "f", "g"]) rememberSearch(query, "en");

  assert.deepEqual(recent("en"), ["g", "f", "e", "d", "c", "b"]);
});

test("each language has its own", (t) => {
  give(t, "localStorage", storage());

  rememberSearch("umbrella", "en");
  rememberSearch("paraplu", "nl");

  assert.deepEqual([recent("en"), recent("nl")], [["umbrella"], ["paraplu"]]);
});

test("forgetting leaves nothing, and the other language alone", (t) => {
  give(t, "localStorage", storage());
  rememberSearch("umbrella", "en");
  rememberSearch("paraplu", "nl");

  forgetSearches("en");

  assert.deepEqual([recent("en"), recent("nl")], [[], ["paraplu"]]);
});

for (const [what, text] of [["not JSON", "hotel"], ["no list", '{"0": "hotel"}'], ["nothing", "null"]]) {
  test(`a memory of ${what} is empty`, (t) => {
    give(t, "localStorage", storage({ [KEY]: text }));

    assert.deepEqual(recent("en"), []);
  });
}

test("what others wrote into the memory of the device is no search", (t) => {
  give(t, "localStorage", storage({ [KEY]: JSON.stringify(["hotel", 7, null, "", "  ", "x".repeat(101)]) }));

  assert.deepEqual(recent("en"), ["hotel"]);
});

test("a device that keeps nothing does not stop the search", (t) => {
  const refuses = () => { throw new Error("no storage here"); };
  give(t, "localStorage", { getItem: refuses, setItem: refuses, removeItem: refuses });

  rememberSearch("hotel", "en");
  forgetSearches("en");

  assert.deepEqual(recent("en"), []);
});
