// Taking a selection of stories along: as a table for a spreadsheet, or as a reading pack.
import { csvOf, signOf } from "./csv.js";
import { read } from "./reading.js";
import { MOST, isId, keepPack, pack, query } from "./kept.js";

// How many stories are on their way at once; and after how many milliseconds the page gets its turn, and word.
const AT_ONCE = 16, PATIENCE = 20, WORD = 700;
const BETWEEN = " | ";

// Let the page do what it has to.
const pause = () => new Promise((done) => { setTimeout(done); });

// Rejects once a reader has stopped it, however long the next answer takes.
const stopped = (signal) => new Promise((_, reject) => {
  signal?.throwIfAborted();
  signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
});

// Read results in their order, some at once; the page is free to breathe in between.
const readAll = async (results, { onProgress = () => {}, signal } = {}) => {
  const stories = [], waiting = results.entries();
  let done = 0, since = performance.now(), told = since, over = false;
  const reader = async () => {
    for (const [place, result] of waiting) {
      const { id, title, summary, address, date, filters } = await read(result);
      if (over) return;
      stories[place] = { id, title, summary, address, date, filters };
      done += 1;
      const now = performance.now();
      if (now - told > WORD) {
        told = now;
        onProgress(done, results.length);
      }
      if (now - since > PATIENCE) {
        await pause();
        since = performance.now();
      }
    }
  };
  try {
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, reader)), stopped(signal)]);
  } finally { over = true; }
  onProgress(done, results.length);
  return stories;
};

/* The table. */

// What a spreadsheet is to reckon with stands in the table as it is, without the words around it.
const NUMBERS = ["score", "year"];

// A column of terms: those of a story by name, in the order of their list. What only gathers others is left out.
const columnOf = (filter, { name, values, groups = [] }) => {
  const gathers = new Set(groups), places = new Map(Object.keys(values).map((id, place) => [id, place]));
  const placeOf = (id) => places.get(id) ?? places.size;
  const named = (ids) => ids.filter((id) => !gathers.has(id)).sort((one, other) => placeOf(one) - placeOf(other))
    .map((id) => values[id] ?? id).join(BETWEEN);
  const valueOf = NUMBERS.includes(filter) ? ([number = ""]) => number : named;
  return [name, (story) => valueOf(story.filters[filter] ?? [])];
};

const FIRST = ["polarity", "score", "hit", "missed"];

// The columns, each with its name and what stands in it: what the story is, its verdict and elements, and the rest.
const columnsOf = (labels, words) => {
  const filters = [...new Set([...FIRST, ...Object.keys(labels)])].filter((filter) => filter in labels);
  return [
    [words.csvId, (story) => story.id],
    [words.csvTitle, (story) => story.title],
    [words.csvSummary, (story) => story.summary],
    [words.csvAddress, (story) => new URL(story.address, location.href).href],
    [words.csvDate, (story) => story.date],
    ...filters.map((filter) => columnOf(filter, labels[filter])),
  ];
};

// The name of the file tells what was chosen: `stories-shop-use.csv`.
const LONGEST = 80;
const fileName = (word, search = "") => {
  const asked = new URLSearchParams(search);
  for (const name of ["sort", "page"]) asked.delete(name);
  const parts = [word, ...asked.values()].join("-").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return `${parts.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "").slice(0, LONGEST).replace(/-$/u, "")}.csv`;
};

const offer = (text, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

// Offer results as a table to download, in their order.
// words:       of the interface, as `loadWords` gives them
// labels:      by filter its name, the names of its values in their order, and which of them only gather others:
//              { stage: { name: "Stage", values: { use: "Using it" }, groups: ["later"] } }
// search:      what stands in the address for the selection; the name of the file tells it
// onProgress:  hears how many are read, of how many
// signal:      stops it; then it throws an AbortError
// Gives how many stories the table has.
export const exportCsv = async (results, { words, labels = {}, search, onProgress, signal }) => {
  const stories = await readAll(results, { onProgress, signal });
  const columns = columnsOf(labels, words);
  const rows = [columns.map(([name]) => name), ...stories.map((story) => columns.map(([, valueOf]) => valueOf(story)))];
  offer(csvOf(rows, signOf(document.documentElement.lang)), fileName(words.csvFile, search));
  return stories.length;
};

/* The reading pack. */

const idsOf = async (results) => {
  const stories = await readAll(results.slice(0, MOST));
  return stories.map((story) => story.id).filter(isId);
};

// Give the address of a reading pack of the first results, and a word on those that it has no room for.
// page:  the address of the page of reading packs
export const packAddress = async (results, { words, page }) => {
  const address = new URL(page, location.href);
  address.search = query(await idsOf(results));
  return { address: address.href, said: results.length > MOST ? words.packFirst.replace("#", MOST) : "" };
};

// Add the first results to the reading pack of this device, and give a sentence on how that went.
export const addToPack = async (results, { words }) => {
  const ids = await idsOf(results), before = pack();
  keepPack([...new Set([...before, ...ids])].slice(0, MOST));
  const now = pack(), added = now.length - before.length;
  if (results.length > MOST || ids.some((id) => !now.includes(id))) {
    return { said: words[now.length < MOST ? "packRefused" : "packFull"].replace("#", added).replace("@", MOST) };
  }
  return { said: words[added ? "packAdded" : "packThere"].replace("#", added).replace("@", now.length) };
};
