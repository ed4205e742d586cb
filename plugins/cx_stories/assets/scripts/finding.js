// The index of the site, and how it is asked. It is fetched when it is first needed, and only the parts that are.
import { fits, wordsIn } from "./suggest.js";

export const ROOT = new URL("../../", import.meta.url);
const OPTIONS = { noWorker: true, excerptLength: 22 };
// What every page of the index has, in a letter that nobody types. To ask for nothing at all would fetch all words.
const EVERYTHING = "ꙮ";
// A filter that narrows nothing down, but has its counts fetched: no value is a space.
export const LOADED = { not: [" "] };
// The longest query, in letters, and the most words of it that are looked up one by one.
const LONGEST = 300, MOST = 12;
// Among how many results a page is looked for that is called as the reader says.
const NAMED = 8;
// For how many milliseconds the site counts as reached, once it was.
const LATELY = 3000;
// Fewer pages than this with all the words are very few; how much more a rare word says than a common one, from 0 for
// no more to 1; and the score at which a page has half of what a word can give. `make relevance` chose them.
const ENOUGH = 3, RARITY = 0.25, HALF = 3;
export const KINDS = { story: "story", lesson: "lesson", term: "term", page: "page" };

let opened;
const index = () => {
  opened ??= import(new URL("pagefind/pagefind.js", ROOT)).then(async ({ createInstance }) => {
    const made = createInstance({ ...OPTIONS, basePath: new URL("pagefind/", ROOT).pathname, baseUrl: ROOT.pathname });
    await made.init();
    return made;
  }).catch((error) => { opened = undefined; throw error; });
  return opened;
};

// Have the index ready before the reader has finished typing.
export const prepare = () => index().then(() => undefined);

// Whoever has gone offline gets no error from the index, only nothing: ask for something that is there.
let reached, when = -LATELY;
const reach = async () => {
  const answer = await fetch(new URL("pagefind/pagefind-entry.json", ROOT), { method: "HEAD", cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
};
const reachable = () => {
  if (performance.now() - when >= LATELY) {
    when = performance.now();
    reached = reach();
  }
  return reached;
};

// What the index has of the page of a result. It keeps one object for each page and fills that anew for every question,
// so whoever asks for a page waits until the one before has its copy.
const askedFor = new Map();
export const dataOf = (result) => {
  const before = askedFor.get(result.id) ?? Promise.resolve();
  const mine = before.catch(() => { /* told to whoever asked */ }).then(async () => ({ ...await result.data() }));
  askedFor.set(result.id, mine);
  return mine;
};

// After a failure the next question begins anew: the index would keep what it could not fetch for good.
export const anew = (error) => {
  opened = undefined;
  askedFor.clear();
  when = -LATELY;
  throw error;
};

// The reader's words as the index takes them: it knows no symbols, and one form of quotation marks.
const cut = (query) => (query.length > LONGEST ? query.slice(0, LONGEST).replace(/\s+\S*$/u, "") : query);
const plainly = (query) => {
  const said = cut(query.trim()).replaceAll(/[“”„«»]/gu, '"');
  return (said.includes('"') ? said : wordsIn(said).join(" ")).replaceAll(/\p{S}/gu, " ");
};
const folded = (title) => title.normalize("NFD").replaceAll(/[^\p{L}\p{N} ]/gu, "").toLowerCase();

// What may be wrong with an answer, which the index does not say: that it could not fetch the words, or a filter.
const doubtIn = ({ unfilteredResultCount, filters: counts }, asked, filters) => (
  unfilteredResultCount ? Object.keys(filters).filter((name) => !(name in counts)).join() : asked
);

// Ask the index, and where it has nothing once more from the start before that is believed: what was lost on the
// line once it would not fetch again.
const believed = new Set();
const searched = async (asked, filters) => {
  const one = await index(), mine = opened, answer = await one.search(asked, { filters }), doubt = doubtIn(answer, asked, filters);
  if (!doubt || believed.has(doubt)) return { made: one, answer };
  if (opened === mine) opened = undefined;
  const made = await index(), again = await made.search(asked, { filters });
  await reachable();
  if (doubtIn(again, asked, filters)) believed.add(doubt);
  return { made, answer: again };
};

// Put results into an order that does not come from the words. The index has the stories newest first, and their
// titles in order; by how many elements were there they are taken one number after the other.
const ordered = async (made, results, { filters, sort }) => {
  const all = async (narrowed, by = {}) => made.search(EVERYTHING, { filters: { ...filters, ...narrowed }, sort: by });
  if (sort === "relevance" || results.length < 2) return results;
  const found = new Map(results.map((result) => [result.id, result]));
  let every;
  if (sort === "score") {
    const { filters: counts } = await all({ score: filters.score ?? LOADED });
    const scores = Object.keys(counts.score).filter((score) => counts.score[score]).sort((one, other) => other - one);
    every = (await Promise.all(scores.map((score) => all({ score: { any: [score] } })))).flatMap((answer) => answer.results);
  } else every = (await all({}, sort === "title" ? { title: "asc" } : {})).results;
  return every.filter(({ id }) => found.has(id)).map(({ id }) => found.get(id));
};

// Whether the index has a word: it takes the longest beginning that it has, be it one letter, and says nothing of it.
const isMet = async (word, { results: [first] }) => {
  if (!first) return false;
  const { content, locations } = await dataOf(first), there = content.split(/\s+/u);
  return locations.some((place) => fits(word, there[place] ?? ""));
};

// Pages that have some of the words, those first that have the most, and where it counts the most. What few pages
// have says more than what most have, but the many words a query has together say more than one rare one.
// known:  whether all of the words are in the index
const loosely = async (made, words, filters, known) => {
  const different = [...new Set(words)].slice(0, MOST), answers = [];
  const tried = await Promise.all(different.map((word) => made.search(word, { filters })));
  for (const [place, answer] of tried.entries()) if (known || await isMet(different[place], answer)) answers.push(answer);
  const rarest = Math.min(...answers.map(({ results }) => results.length || Infinity));
  const found = new Map();
  for (const { results } of answers) {
    const weight = (rarest / results.length) ** RARITY;
    for (const result of results) {
      const one = found.get(result.id) ?? { result, score: 0 };
      one.score += weight * result.score / (result.score + HALF);
      if (result.score > one.result.score) one.result = result;
      found.set(result.id, one);
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score).map(({ result }) => result);
};

// Put first what is called exactly as the reader says: the index takes all forms of a word for the same.
const namedFirst = async (results, asked) => {
  const first = results.slice(0, NAMED), called = folded(asked);
  const pages = await Promise.all(first.map(dataOf));
  const at = pages.findIndex(({ meta }) => folded(meta.title) === called);
  return at > 0 ? [results[at], ...first.filter((_, place) => place !== at), ...results.slice(NAMED)] : results;
};

// Ask for pages.
// query:    words of the reader's; none asks for everything, all of them in quotation marks for these words in a row
// filters:  by name, as Pagefind takes them, such as { stage: { any: ["use"] } }
// sort:     relevance; date, the newest first; score, the most elements first; or title
// named:    whether a page that is called exactly so comes first: among the first few, which are read for that
// near:     whether pages that have only some of the words follow where very few have them all
// strict:   whether pages that have only some of the words are left out even where none has them all
// Gives results to be read with `read`, in their order; whole: how many of them, the first ones, have all the words;
// counts by filter and value, for the filters that were asked for; and whether the results are loose: they have
// only some of the words, because no page has all of them.
// Rejects when the index cannot be reached; it may be asked again.
const answered = async (query, { filters = {}, sort = "relevance", near = false, named = false, strict = false } = {}) => {
  const asked = plainly(query), words = wordsIn(asked);
  const { made, answer: { results: found, filters: counts } } = await searched(words.length ? asked : EVERYTHING, filters);
  const results = await ordered(made, found, { filters, sort }), whole = results.length;
  if (words.length < 2 || strict || asked.includes('"') || whole >= (near ? ENOUGH : 1)) {
    return { results: named && words.length ? await namedFirst(results, asked) : results, whole, counts, loose: false, words };
  }
  const have = new Set(results.map(({ id }) => id));
  const some = (await loosely(made, words, filters, whole > 0)).filter(({ id }) => !have.has(id));
  const others = await ordered(made, some, { filters, sort });
  return { results: [...results, ...others], whole, counts: whole ? counts : {}, loose: !whole && others.length > 0, words };
};
export const find = async (query, options) => {
  const { words, ...answer } = await answered(query, options).catch(anew);
  for (const result of answer.results) result.asked = words;
  return answer;
};

// The words of the search and of Explore in the language of the page.
let words;
export const loadWords = () => {
  words ??= fetch(document.querySelector(".search-open").dataset.words).then((response) => response.json())
    .catch((error) => { words = undefined; throw error; });
  return words;
};
