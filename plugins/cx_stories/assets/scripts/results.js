// The stories that were found, a page of them at a time, and the way to the other pages.
import { cut, element, filled, marked, marksOf } from "./drawing.js";
import { find } from "./finding.js";
import { read } from "./reading.js";
import { queryOf } from "./state.js";
import { fits, plain, wordsIn } from "./suggest.js";

// Words of a query that are looked at one by one.
const MOST = 6;

const plainly = (text) => text.split(/\s+|(?<=\p{L})[-/](?=\p{L})/u).map(plain).filter(Boolean);

// Where the words stand in the story, unless its title or summary has them all anyway; else the terms that have them.
const placeOf = ({ title, summary, excerpt, terms }, found, words) => {
  const seen = new Set(plainly(`${title} ${summary}`)), marks = [...excerpt.querySelectorAll("mark")];
  if (marks.some((mark) => plainly(mark.textContent).some((word) => !seen.has(word)))) {
    return [element("p", { className: "card-found" }, cut(excerpt))];
  }
  if (marks.length || !terms.length) return [];
  return [element("p", { className: "card-found found-filed" }, ...marked(filled(words.filed, 0, terms.join(", ")), found))];
};
const itemOf = (story, marks, words) => {
  const { card } = story;
  if (marks.size) {
    for (const place of card.querySelectorAll("h3 a, .card-summary")) place.replaceChildren(...marked(place.textContent, marks));
  }
  card.querySelector(".card-foot").before(...placeOf(story, marks, words));
  return element("li", {}, card);
};

// Read the stories of a page.
export const storiesOf = (results, page, size) => Promise.all(results.slice((page - 1) * size, page * size).map(read));

// Whether the index has found the reader's words themselves: a single one may be met by others that begin alike, and
// of several those that no page has are passed over.
export const areMet = async (stories, words) => {
  const [word, ...more] = wordsIn(words).slice(0, MOST);
  if (!word) return true;
  if (more.length) return (await Promise.all([word, ...more].map((one) => find(one)))).every(({ results }) => results.length);
  const filed = stories.flatMap(({ terms }) => terms).flatMap(wordsIn);
  return [...marksOf(stories), ...filed].some((one) => fits(word, one));
};

// asked:  the reader's words; without any, nothing is marked
export const cardsOf = (stories, asked, words) => {
  const marks = asked ? marksOf(stories) : new Set();
  return element("ul", { className: "cards" }, ...stories.map((story) => itemOf(story, marks, words)));
};

const near = (page, last) => {
  const shown = [];
  for (let number = 1; number <= last; number += 1) {
    if (number === 1 || number === last || Math.abs(number - page) <= 2) shown.push(number);
    else if (shown.at(-1)) shown.push(0);
  }
  return shown;
};

export const drawPager = (nav, state, last, words) => {
  const link = (page, properties) => element("a", { href: queryOf({ ...state, page }), ...properties });
  const step = (page, rel, text) => (page >= 1 && page <= last ? [link(page, { rel, className: "step", textContent: text })] : []);
  const item = (number) => {
    if (!number) return element("li", { ariaHidden: "true", textContent: "…" });
    if (number === state.page) return element("li", {}, element("span", { ariaCurrent: "page", textContent: number }));
    return element("li", {}, link(number, { textContent: number, ariaLabel: words.exploreNumber.replace("#", number) }));
  };
  nav.hidden = last < 2;
  nav.replaceChildren(
    ...step(state.page - 1, "prev", words.explorePrevious),
    element("ol", {}, ...near(state.page, last).map(item)),
    ...step(state.page + 1, "next", words.exploreNext),
  );
};
