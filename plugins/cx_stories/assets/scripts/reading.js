// What a result of the index is about, as the search and Explore show it.
import { ROOT, anew, dataOf } from "./finding.js";
import { fits, plain } from "./suggest.js";

// Give an excerpt as text with marks, and nothing else that it may hold. What merely begins like a word is not marked.
const marked = (html, asked) => {
  const fragment = document.createDocumentFragment();
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK" && (!asked || asked.some((word) => fits(word, node.textContent)))) {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      fragment.append(mark);
    } else fragment.append(node.textContent);
  }
  return fragment;
};

// The card of a story as our pages print it, with its links made whole.
const cardOf = (html) => {
  const card = new DOMParser().parseFromString(html, "text/html").querySelector("article.card");
  for (const link of card?.querySelectorAll("a[href]") ?? []) link.href = new URL(link.getAttribute("href"), ROOT);
  return card && document.importNode(card, true);
};

// The names of terms at the end of a story, and those of them that have a word that was found.
const LIST = "cx:terms", BETWEEN = "·";
const foundTerms = ({ content, anchors, locations }, asked) => {
  const { location = Infinity } = anchors.find(({ id }) => id === LIST) ?? {}, places = new Set(locations), names = [];
  let name = [], isFound = false;
  const done = () => {
    if (isFound) names.push(name.join(" ").replace(/\.$/u, ""));
    [name, isFound] = [[], false];
  };
  for (const [place, word] of content.split(/\s+/u).entries()) {
    if (place >= location) {
      if (word === BETWEEN) done();
      else name.push(word);
      isFound ||= places.has(place) && (!asked || asked.some((one) => fits(one, word)));
    }
  }
  done();
  return names;
};

// The words around what was found: the best of the page, or where these are but a list of terms, of its other parts.
const differentIn = (fragment) => new Set([...fragment.querySelectorAll("mark")].map((mark) => plain(mark.textContent))).size;
const excerptOf = ({ excerpt, anchors, sub_results: parts }, asked) => {
  if (!anchors.some(({ id }) => id === LIST) || !/(^|\s)·/u.test(excerpt)) return marked(excerpt, asked);
  const others = parts.filter((part) => part.anchor?.id !== LIST).map((part) => marked(part.excerpt, asked));
  const best = others.sort((one, other) => differentIn(other) - differentIn(one))[0];
  return best && differentIn(best) ? best : document.createDocumentFragment();
};

// Read what a result is about.
// Gives kind, title, lang (where that is not the page's), summary, address, id, date and score; card: an element,
// of stories only; excerpt: a fragment, empty where only the names of terms have the words; terms: those names;
// filters: the values by filter; places: headings within it that have the words, each with its title, address and excerpt.
export const read = async (result) => {
  const page = await dataOf(result).catch(anew), { meta, url, filters: all, sub_results: parts } = page, { asked } = result;
  const { kind, id, card, lang, day, ...filters } = all;
  const places = parts.filter((part) => part.anchor).map((part) => ({
    anchor: part.anchor.id, title: part.title, address: part.url, excerpt: marked(part.excerpt, asked),
  }));
  return {
    kind: kind[0], title: meta.title, lang: lang?.[0] ?? "", summary: meta.summary ?? "", address: url, id: id?.[0] ?? "",
    date: day?.[0] ?? "", score: filters.score?.[0] ?? "", card: card ? cardOf(card[0]) : null,
    excerpt: excerptOf(page, asked), terms: foundTerms(page, asked), filters, places,
  };
};
