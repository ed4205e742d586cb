// What the search dialog asks of the index: a few results of each kind, and no more read than are shown.
import { marksOf } from "./drawing.js";
import { KINDS, find } from "./finding.js";
import { completionsOf } from "./knowing.js";
import { read } from "./reading.js";
import { fits, wordsIn } from "./suggest.js";

const MOST = { story: 6, lesson: 3, term: 3, page: 3 };
const LESSON = "lesson.", MOST_UNMET = 3, FEW = 3;

const only = (kind) => ({ kind: { any: [kind] } });
const findEach = async (query, strict) => Object.fromEntries(await Promise.all(Object.values(KINDS).map(async (kind) => {
  const options = kind === KINDS.story ? { near: true } : { strict, named: kind === KINDS.term };
  return [kind, await find(query, { filters: only(kind), ...options })];
})));

// Where some kind has all the words, others that have only some of them would be in the way; stories never are.
const findWorthShowing = async (query) => {
  const found = await findEach(query, true);
  return Object.values(found).some(({ results, loose }) => results.length && !loose) ? found : findEach(query, false);
};

const readFirst = (results, most) => Promise.all(results.slice(0, most).map(read));

// The lessons in stories, each with its place; then lessons that have a page of their own.
const lessonsIn = (stories) => stories.flatMap((story) => story.places
  .filter(({ anchor }) => anchor.startsWith(LESSON))
  .map(({ title, address }) => ({ title, address, lang: story.lang, story: story.title })));

const unmetIn = (words, marks) => words.filter((word) => ![...marks].some((mark) => fits(word, mark)));

// Words that nothing shown has, and nothing else either. Where the index does not have a word it takes the longest
// beginning that it does have, and says nothing of it; what it marks gives that away.
const unknownIn = async (query, marks) => {
  const unmet = unmetIn([...new Set(wordsIn(query))], marks).slice(0, MOST_UNMET), unknown = [];
  for (const word of unmet) {
    const { results } = await find(word);
    if (unmetIn([word], marksOf(await readFirst(results, 1))).length) unknown.push(word);
  }
  return unknown;
};

const answerTo = async (query) => {
  const found = await findWorthShowing(query);
  const of = (kind) => found[kind]?.results ?? [];
  const [stories, terms, pages] = await Promise.all([KINDS.story, KINDS.term, KINDS.page].map((kind) => readFirst(of(kind), MOST[kind])));
  const told = lessonsIn(stories), own = Math.max(1, MOST.lesson - told.length);
  const lessons = await readFirst(of(KINDS.lesson), own);
  const marks = marksOf([...stories, ...lessons, ...terms, ...pages]);
  const total = Object.values(found).reduce((sum, { results, whole: all }) => sum + (all || results.length), 0);
  const { whole = 0 } = found.story ?? {};
  return {
    asked: query, stories, terms, pages, total, marks,
    unknown: total ? await unknownIn(query, marks) : wordsIn(query),
    lessons: [...lessons, ...told.slice(0, MOST.lesson - lessons.length)],
    count: whole || of(KINDS.story).length, whole,
    loose: total > 0 && Object.values(found).every((one) => one.loose || !one.results.length),
    looseStories: stories.length > 0 && !whole,
  };
};

// The word that is being typed, where hardly a story has what there is of it: the index has stems of words, which some
// beginnings are longer than. Gives an answer for the word that it may become, and other kinds of pages for the letters.
const completed = async (query, answer) => {
  const last = wordsIn(query).at(-1), here = unmetIn([last], marksOf(answer.stories)).length ? [] : answer.stories.slice(0, answer.whole);
  if (here.length >= FEW) return answer;
  for (const whole of await completionsOf(last)) {
    const other = await answerTo(query.slice(0, query.lastIndexOf(last)) + whole), ids = other.stories.map(({ id }) => id);
    if (other.whole && !unmetIn([whole], marksOf(other.stories)).length && here.every(({ id }) => ids.includes(id))) {
      return answer.total && !answer.unknown.length ? both(answer, other) : other;
    }
  }
  return answer;
};
const both = (answer, { asked, stories, count, whole, looseStories, marks }) => ({
  ...answer, asked, stories, count, whole, looseStories, loose: false, marks: new Set([...answer.marks, ...marks]), total: answer.total - answer.count + count,
});

// Give what to show for a query.
// stories, lessons, terms, pages: what was read
// count:    how many stories have the words; where none has them all, how many have some of them
// whole:    how many stories, the first ones, have all the words; those behind them have some of them
// total:    how many results of all kinds there are
// marks:    the words that were found, as they are written there
// unknown:  the words of the query that nothing has
// asked:    the words by which Explore finds the stories: the reader's, their last one perhaps completed
// loose:    whether nothing has exactly these words; looseStories: whether that holds of the stories alone
export const ask = async (query) => {
  const first = await answerTo(query), isQuoted = query.includes('"');
  const answer = isQuoted ? first : await completed(query, first), { unknown, asked } = answer;
  if (!unknown.length || isQuoted) return { ...answer, query };
  const known = wordsIn(asked).filter((word) => !unknown.includes(word)).join(" ");
  if (!known) return { ...answer, query, total: 0, count: 0 };
  const nearer = await answerTo(known), { results, whole } = await find(asked, { filters: only(KINDS.story) });
  return { ...nearer, query, asked, unknown, loose: nearer.total > 0, count: whole || results.length };
};
