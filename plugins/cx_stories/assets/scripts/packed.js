// The stories of a reading pack: each is fetched once from its own page and drawn once.
import { addressOf, isId } from "./kept.js";
import { partsOf } from "./taken.js";

const root = document.querySelector(".pack");
const WORDS_A_MINUTE = 220;
export const UNKNOWN = "unknown", FAILED = "failed";
const LIST = new URL(root.dataset.stories, location);
export const part = (name) => root.querySelector(`template[data-part="${name}"]`).content;

const WORDS = Object.fromEntries([...part("words").children].map((one) => [one.dataset.word, one.textContent]));
export const say = (word, name = "", number = "") => WORDS[word].replace("#", () => number).replace("@", () => name);

export const element = (tag, words = "", lang = "") => {
  const made = document.createElement(tag);
  made.textContent = words;
  if (lang) made.lang = lang;
  return made;
};
// The language of a story, where that is not the language of the page.
export const foreign = (story) => (story.language === document.documentElement.lang ? "" : story.language);

const picture = (name, classes) => {
  const [svg, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("class", classes);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  svg.append(use);
  return svg;
};
const lamp = (light) => {
  const item = element("li");
  item.append(picture(`light-${light.state}`, `light light-${light.state}`), ` ${light.label}: ${light.said.toLowerCase()}`);
  return item;
};
const verdict = (place, story) => {
  place.textContent = story.verdict;
  place.hidden = !story.verdict;
  if (!story.polarity) return;
  place.prepend(picture(`mask-${story.polarity}`, "icon"));
  place.classList.add(story.polarity);
};
const articleOf = (story) => {
  const article = part("story").firstElementChild.cloneNode(true);
  const at = (selector) => article.querySelector(selector);
  article.setAttribute("aria-labelledby", `${story.name}.title`);
  at("h2").id = `${story.name}.title`;
  Object.assign(at("h2 a"), { href: story.address, textContent: story.title });
  for (const one of [at("h2"), at(".standfirst"), at(".prose")]) if (foreign(story)) one.lang = foreign(story);
  verdict(at(".verdict"), story);
  at(".minutes").textContent = say("minutes", "", story.minutes);
  at(".standfirst").textContent = story.summary;
  at(".pack-lights").append(...story.lights.filter((light) => light.state !== "none").map(lamp));
  at(".prose").append(...story.prose);
  at(".reference").textContent = story.reference;
  return article;
};
const lineOf = (story) => {
  const line = part("line").firstElementChild.cloneNode(true), link = line.querySelector("a");
  line.dataset.id = story.id;
  Object.assign(link, { href: `#${story.name}.title`, textContent: story.title });
  if (foreign(story)) link.lang = foreign(story);
  line.querySelector(".minutes").textContent = say("minutes", "", story.minutes);
  for (const button of line.querySelectorAll("button")) {
    button.title = say(button.dataset.do, story.title);
    button.setAttribute("aria-label", button.title);
  }
  return line;
};
const drawn = (story) => {
  const words = story.prose.map((node) => node.textContent).join(" ").split(/\s+/).filter(Boolean).length;
  const timed = { ...story, minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)) };
  return { ...timed, article: articleOf(timed), line: lineOf(timed) };
};

const fetchStory = async (id) => {
  const story = { id, name: `story.${id.replace(/[^\p{L}\p{N}_-]+/gu, "-")}`, address: addressOf(id, LIST) };
  try {
    const response = await fetch(story.address, { credentials: "same-origin" });
    if (response.status === 404 || response.status === 410) return { id, fault: UNKNOWN };
    if (!response.ok) return { id, fault: FAILED };
    const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("article.story-page");
    return page ? drawn({ ...story, ...partsOf(page, story) }) : { id, fault: UNKNOWN };
  } catch { return { id, fault: FAILED }; }
};

// Give a story, or what is at fault; a fault is not remembered, so that it can be mended.
const fetched = new Map();
export const storyOf = async (id) => {
  if (!isId(id)) return { id, fault: UNKNOWN };
  if (!fetched.has(id)) fetched.set(id, fetchStory(id));
  const story = await fetched.get(id);
  if (story.fault) fetched.delete(id);
  return story;
};
export const isFetched = (id) => fetched.has(id);
