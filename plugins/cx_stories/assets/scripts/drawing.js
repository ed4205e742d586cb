// Small things that whatever is drawn by scripts is made of.
import { plain } from "./suggest.js";

// Make an element with properties and content; what is null is left out.
export const element = (tag, { lang, ...values } = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), values);
  if (lang) made.lang = lang;
  made.append(...children.filter((child) => child !== null));
  return made;
};

// Words of the interface: `#` in them stands for a number, `@` for words of the reader's.
export const filled = (text, number, words = "") => text.replace("#", () => number).replace("@", () => words);

// The words that were found, marked in other words than the excerpt.
export const marked = (text, marks) => {
  const found = new Set([...marks].map(plain));
  return text.split(/(\s+|(?<=\p{L})[-/](?=\p{L}))/u).map((piece) => {
    const [, before, word, after] = piece.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    return found.has(plain(word)) && word ? [before, element("mark", {}, word), after] : [piece];
  }).flat();
};

const ELLIPSIS = "…";
const isWhole = (text) => /[.!?…]["”’»)]*$/u.test(text);
// An excerpt begins anywhere in a sentence; the points say so. A full stop after a word is no part of what was found.
export const cut = (excerpt) => {
  const text = excerpt.textContent.trim(), shown = excerpt.cloneNode(true);
  for (const mark of shown.querySelectorAll("mark")) {
    const [, word, after] = mark.textContent.match(/^(.*?)([^\p{L}\p{N}]*)$/su);
    mark.textContent = word;
    mark.after(after);
  }
  if (/^[\p{Ll}\p{N},;]/u.test(text)) shown.prepend(`${ELLIPSIS} `);
  if (!isWhole(text)) shown.append(` ${ELLIPSIS}`);
  return shown;
};

// The words that were found in what has been read.
export const marksOf = (results) => new Set(results.flatMap(({ excerpt, places }) => [excerpt, ...places.map((place) => place.excerpt)])
  .flatMap((fragment) => [...fragment.querySelectorAll("mark")].map((mark) => mark.textContent)));
