// Taking a selection along as a reading pack, and reading all of it: in its order, and no longer than is asked.
import assert from "node:assert/strict";
import { test } from "node:test";

import { addToPack, exportCsv, packAddress } from "../../plugins/cx_stories/assets/scripts/exporting.js";
import { MOST, keepPack, pack } from "../../plugins/cx_stories/assets/scripts/kept.js";
import { give, storage } from "./device.js";

const WORDS = {
  csvFile: "Stories", csvId: "Id", csvTitle: "Title", csvSummary: "Summary", csvAddress: "Address", csvDate: "Date",
  packFirst: "The first #.", packAdded: "# added, @ in all.", packThere: "There already.",
  packFull: "# added, full at @.", packRefused: "Refused.",
};
const PACKS = { words: WORDS, page: "/reading-pack/" };

// A result of the index that answers after so many milliseconds.
const story = (id, { after = 0, ...more } = {}) => ({
  id, data: () => new Promise((done) => {
    const found = { meta: { title: `Of ${id}`, summary: "" }, url: `/stories/${id}/`, excerpt: "", content: "", anchors: [], locations: [], sub_results: [] };
    const filters = { kind: ["story"], id: [id], day: ["2024-05-12"], score: ["1"], polarity: ["positive"], ...more };
    setTimeout(() => done({ ...found, filters }), after);
  }),
});
const numbered = (number) => Array.from({ length: number }, (_, place) => story(`story-${place + 1}`));

// What a browser gives to scripts, as far as it is needed here. Gives the files that were offered.
const browse = (t, kept = storage()) => {
  const offered = [];
  give(t, "localStorage", kept);
  give(t, "location", new URL("https://example.com/explore/"));
  give(t, "DOMParser", class { parseFromString() { return { body: { childNodes: [] } }; } });
  const later = setTimeout;
  give(t, "setTimeout", (run, after) => (after > 10_000 ? later(run, after).unref() : later(run, after)));
  const link = { click: () => offered.push(link.download), remove() {} };
  give(t, "document", {
    documentElement: { lang: "en" }, body: { append() {} },
    createDocumentFragment: () => ({ append() {} }), createElement: () => link,
  });
  return offered;
};

test("a pack names the stories in the order of the selection, whichever comes first over the line", async (t) => {
  browse(t);

  const answer = await packAddress([story("slow", { after: 9 }), story("quick"), story("2024/café")], PACKS);

  assert.deepEqual(answer, { address: "https://example.com/reading-pack/?stories=slow,quick,2024/caf%C3%A9", said: "" });
});

test("a pack of more stories than it holds takes the first, and says so", async (t) => {
  browse(t);

  const { address, said } = await packAddress(numbered(MOST + 1), PACKS);

  assert.equal(address.split(",").length, MOST);
  assert.ok(address.endsWith(`,story-${MOST}`));
  assert.equal(said, `The first ${MOST}.`);
});

test("stories are added behind those that are in the pack, each once", async (t) => {
  browse(t);
  keepPack(["story-2", "other"]);

  assert.deepEqual(await addToPack(numbered(3), PACKS), { said: "2 added, 4 in all." });
  assert.deepEqual(pack(), ["story-2", "other", "story-1", "story-3"]);
  assert.deepEqual(await addToPack(numbered(3), PACKS), { said: "There already." });
});

test("a pack that is full takes what it has room for, and says so", async (t) => {
  browse(t);
  keepPack(["other"]);

  assert.deepEqual(await addToPack(numbered(MOST), PACKS), { said: `${MOST - 1} added, full at ${MOST}.` });
  assert.equal(pack().at(-1), `story-${MOST - 1}`);
});

test("a selection that is larger than a pack is not said to be in it as a whole", async (t) => {
  browse(t);

  assert.deepEqual(await addToPack(numbered(MOST + 5), PACKS), { said: `${MOST} added, full at ${MOST}.` });
});

test("a device that keeps nothing says so", async (t) => {
  browse(t, storage({}, { full: true }));

  assert.deepEqual(await addToPack(numbered(2), PACKS), { said: "Refused." });
});

test("a table is offered under a name that tells the selection, once all stories are read", async (t) => {
  const offered = browse(t), heard = [];
  const search = "?q=Café+crème&stage=use&hit=unique&sort=date&page=3";

  const count = await exportCsv(numbered(40), { words: WORDS, search, onProgress: (...one) => heard.push(one) });

  assert.deepEqual([count, offered, heard.at(-1)], [40, ["stories-cafe-creme-use-unique.csv"], [40, 40]]);
});

test("a reader who has had enough gets no table, however long the next answer takes", async (t) => {
  const offered = browse(t), aborting = new AbortController();

  const exporting = exportCsv([{ id: "never", data: () => new Promise(() => {}) }], { words: WORDS, signal: aborting.signal });
  aborting.abort();

  await assert.rejects(exporting, { name: "AbortError" });
  assert.deepEqual(offered, []);
});

test("one story that cannot be read is one too many: half a table is none", async (t) => {
  const offered = browse(t), lost = { id: "lost", data: () => Promise.reject(new TypeError("Failed to fetch")) };

  await assert.rejects(exportCsv([story("a"), lost, story("b")], { words: WORDS }), { name: "TypeError" });
  assert.deepEqual(offered, []);
});
