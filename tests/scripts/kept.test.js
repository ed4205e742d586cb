// What this device keeps for the reader: the reading pack, and the stories that it has shown last.
import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST, addressOf, concernsPack, isId, keepPack, pack, query, remember, seen } from "../../plugins/cx_stories/assets/scripts/kept.js";
import { give, storage } from "./device.js";

const SITE = new URL("../../plugins/cx_stories/", import.meta.url).pathname;
const PACK = `cx-pack:${SITE}`;

test("a reading pack comes back in its order, each story once", (t) => {
  give(t, "localStorage", storage());

  keepPack(["the-island-menu", "refund", "the-island-menu"]);

  assert.deepEqual(pack(), ["the-island-menu", "refund"]);
});

test("a reading pack holds no more than it says", (t) => {
  give(t, "localStorage", storage());

  keepPack(Array.from({ length: MOST + 5 }, (_, number) => `story-${number}`));

  assert.equal(pack().length, MOST);
});

test("what others wrote into the memory of the device is no story", (t) => {
  give(t, "localStorage", storage({ [PACK]: '["refund", 7, null, "../secret", "a<b", "", "%2e"]' }));

  assert.deepEqual(pack(), ["refund"]);
});

for (const [what, text] of [["not JSON", "refund"], ["no list", '{"0": "refund"}'], ["nothing", "null"]]) {
  test(`a reading pack of ${what} is empty`, (t) => {
    give(t, "localStorage", storage({ [PACK]: text }));

    assert.deepEqual(pack(), []);
  });
}

test("a device that keeps nothing goes on without a pack", (t) => {
  give(t, "localStorage", storage({}, { full: true }));

  keepPack(["refund"]);

  assert.deepEqual(pack(), []);
});

test("the story that was seen last comes first, and five are remembered", (t) => {
  give(t, "localStorage", storage());

  for (const id of ["a", "b", "c", "d", "e", "b", "f"]) remember(id);

  assert.deepEqual(seen(), ["f", "b", "e", "d", "c"]);
});

test("another page hears that the pack has changed, or that all was forgotten, and no more", () => {
  const heard = [PACK, null, `cx-seen:${SITE}`, "cx-scheme"].map((key) => concernsPack({ key }));

  assert.deepEqual(heard, [true, true, false, false]);
});

test("an id is the name of a folder or of one below another, and leads nowhere else", () => {
  const ids = ["refund", "2024/refund", "café crème", "..", "a/../b", "/a", "a//b", "a?b", "x".repeat(201), 7];

  assert.deepEqual(ids.filter(isId), ["refund", "2024/refund", "café crème"]);
});

test("the address of a pack names its stories, and that of an empty pack none", () => {
  assert.equal(query(["2024/refund", "café, crème"]), "?stories=2024/refund,caf%C3%A9%2C%20cr%C3%A8me");
  assert.equal(query([]), "");
});

test("a story is found in folders and on a site of flat files", () => {
  const folders = new URL("https://example.com/cx/stories/"), files = new URL("https://example.com/cx/stories.html");

  assert.deepEqual(
    [addressOf("2024/café", folders), addressOf("2024/café", files)],
    ["https://example.com/cx/stories/2024/caf%C3%A9/", "https://example.com/cx/stories/2024/caf%C3%A9.html"],
  );
});
