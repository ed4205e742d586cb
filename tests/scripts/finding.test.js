// Reading the pages of the index, which keeps one object for each page and fills it anew for every question.
import assert from "node:assert/strict";
import { test } from "node:test";

import { anew, dataOf } from "../../plugins/cx_stories/assets/scripts/finding.js";

// Results of two questions for the same page, as Pagefind gives them: both wait for the same thing.
const asked = (id, line = Promise.resolve()) => {
  const page = { title: "Home" };
  return ["tuin", "tuinset"].map((word) => ({ id, data: async () => { await line; page.excerpt = word; return page; } }));
};

test("each question gets the words that were found for it, however they cross", async () => {
  const pages = await Promise.all(asked("both").map(dataOf));

  assert.deepEqual(pages, [{ title: "Home", excerpt: "tuin" }, { title: "Home", excerpt: "tuinset" }]);
});

test("a page that was lost for one question may be there for the next", async () => {
  const lost = { id: "lost", data: () => Promise.reject(new TypeError("Failed to fetch")) };
  const answers = await Promise.allSettled([lost, ...asked("lost")].map(dataOf));

  assert.deepEqual(answers.map(({ status }) => status), ["rejected", "fulfilled", "fulfilled"]);
});

test("whoever begins anew does not wait for a line that hangs", async () => {
  dataOf(asked("hung", new Promise(() => {}))[0]);
  assert.throws(() => anew(new TypeError("Failed to fetch")), TypeError);

  assert.equal((await dataOf(asked("hung")[1])).excerpt, "tuinset");
});
