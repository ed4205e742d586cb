// How the search dialog draws what it has to say. It only makes elements; what they do is the dialog's business.
import { cut, element, filled, marked } from "./drawing.js";
import { plain, wordsIn } from "./suggest.js";

// What to show beneath a title: the words around what was found, unless these are the title.
const isAside = ({ excerpt, title }) => !excerpt.querySelector("mark") || excerpt.textContent.startsWith(title);
const beneath = (result, marks) => (isAside(result) ? marked(result.summary, marks) : [cut(result.excerpt)]);

const storyOf = (marks, said) => (story) => {
  const { card } = story, words = beneath(story, marks);
  const title = card.querySelector("h3 a");
  title.replaceChildren(...marked(title.textContent, marks));
  let place = card.querySelector(".card-summary");
  if (!place) {
    place = element("p", { className: "card-summary" });
    card.querySelector("h3").after(place);
  }
  place.replaceChildren(...words);
  if (story.terms.length && !card.querySelector("h3 mark, .card-summary mark")) {
    place.after(element("p", { className: "found-filed" }, ...marked(filled(said.filed, 0, story.terms.join(", ")), marks)));
  }
  return element("li", {}, card);
};

const lineOf = (marks) => (result) => {
  const words = beneath(result, marks), { lang } = result;
  return element("li", {},
    element("a", { href: result.address, className: "found-title", lang }, ...marked(result.title, marks)),
    words.length ? element("p", { lang }, ...words) : null);
};
const lessonOf = (marks) => (lesson) => (lesson.story === undefined ? lineOf(marks)(lesson) : element("li", {},
  element("a", { href: lesson.address, className: "found-title", lang: lesson.lang }, ...marked(lesson.title, marks)),
  element("p", { lang: lesson.lang }, lesson.story)));

// The headings within a page that have a word that was looked for.
const pageOf = (marks, query) => (page) => {
  const line = lineOf(marks)(page), typed = wordsIn(query).map(plain);
  const within = page.places.filter(({ title }) => wordsIn(title).some((word) => typed.some((one) => plain(word).startsWith(one)))).slice(0, 2);
  line.append(...within.map(({ title, address }) => element("a", { href: address, className: "found-place", lang: page.lang }, ...marked(title, marks))));
  return line;
};

const group = (name, heading, items, draw, ...more) => {
  if (!items.length) return null;
  const id = `cx:search-${name}`;
  const section = element("section", { className: `found-${name}` }, element("h2", { id }, heading), ...more.slice(0, -1),
    element("ul", {}, ...items.map(draw)), more.at(-1) ?? null);
  section.setAttribute("aria-labelledby", id);
  return section;
};
const note = (text) => element("p", { className: "found-note" }, text);

// Draw the results of `ask`, all kinds beside one another.
export const results = (answer, words, explore) => {
  const { marks, query, count } = answer;
  const all = element("p", { className: "found-all" }, element("a", { href: explore }, filled(count === 1 ? words.see_one : words.see_all, count)));
  const whole = answer.whole || answer.stories.length, others = answer.stories.slice(whole);
  const stories = group("stories", words.stories, answer.stories.slice(0, whole), storyOf(marks, words), answer.looseStories && !answer.loose ? note(words.closest) : null, all);
  if (others.length) stories.append(note(words.partly), element("ul", {}, ...others.map(storyOf(marks, words))));
  const beside = [
    group("lessons", words.lessons, answer.lessons, lessonOf(marks)),
    group("terms", words.terms, answer.terms, lineOf(marks)),
    group("pages", words.pages, answer.pages, pageOf(marks, query)),
  ].filter(Boolean);
  return [
    answer.loose ? note(words.closest) : null,
    element("div", { className: "found" }, stories, beside.length ? element("div", { className: "found-others" }, ...beside) : null),
  ].filter(Boolean);
};

const button = (text, act, className = "chip") => {
  const made = element("button", { type: "button", className }, text);
  made.addEventListener("click", act);
  return made;
};
const browse = (words, explore) => element("p", { className: "found-all" }, element("a", { href: explore }, words.browse));

export const suggestion = (meant, words, take) => {
  const [before, after] = words.meant.split("@");
  return element("p", { className: "found-meant" }, before, button(meant, () => take(meant), "found-take"), after);
};

export const nothing = (query, words, explore) => [element("div", { className: "found-none" },
  element("p", { className: "found-lead" }, filled(words.nothing, 0, query)), note(words.other_words), browse(words, explore))];

export const failure = (words, explore, retry) => [element("div", { className: "found-none" },
  element("p", { className: "found-lead" }, words.failed), element("p", {}, button(words.retry, retry)), browse(words, explore))];

const list = (name, heading, items) => {
  const section = element("section", { className: `found-${name}` }, element("h2", { id: `cx:search-${name}` }, heading), element("ul", {}, ...items.map((item) => element("li", {}, item))));
  section.setAttribute("aria-labelledby", `cx:search-${name}`);
  return section;
};

// What stands there before anybody has typed: what was looked for before, else what can be looked for.
export const beginning = (searches, words, { explore, take, forget }) => {
  if (!searches.length) return [list("hints", words.hints, [words.hint_words, words.hint_terms, words.hint_lessons]), browse(words, explore)];
  const recent = list("recent", words.recent, searches.map((query) => button(query, () => take(query))));
  recent.append(element("p", { className: "found-forget" }, button(words.forget, forget, "found-take"), ` ${words.device}`));
  return [recent, browse(words, explore)];
};
