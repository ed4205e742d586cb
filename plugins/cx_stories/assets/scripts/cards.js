// The story as a deck of cards to print, made of what is on the page. It shows while the address ends in #cx:cards.
const article = document.querySelector(".story-page");
const kit = document.getElementById("cx:cards").content;
const LEAST = 80; // letters of a block that are worth beginning on a card with little room left
const HOOK = 36; // letters that a sentence must have to open a story
const HEADING = "h2, h3, h4, h5, h6";
const END_OF_SENTENCE = /[.!?…][”’"')\]]*$/;

const all = (selector, root = article) => [...root.querySelectorAll(selector)];
const make = (name, className, ...content) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
};

// What stands on the cards: copies of parts of the page, which bring no places and no links with them.

const copyOf = (element) => {
  const holder = make("div", "", element.cloneNode(true));
  for (const one of all("*", holder)) for (const name of ["id", "tabindex", "aria-labelledby"]) one.removeAttribute(name);
  for (const one of all(".headerlink, .footnote-backref, .here, .longer, script, template", holder)) one.remove();
  for (const link of all("a", holder)) link.replaceWith(make("span", link.className, ...link.childNodes));
  for (const one of all("details", holder)) one.open = true;
  const copy = holder.firstElementChild;
  copy.lang = element.closest("[lang]").lang;
  return copy;
};
const copies = (selector, root = article) => all(selector, root).map(copyOf);

// A list becomes a list for each of its items, so that a card may end after any of them.
const blocks = (copied) => copied.flatMap((block) => {
  if (!block.matches("ul, ol")) return [block];
  const first = block.matches("ol") ? block.start : 0;
  return [...block.children].map((item, index) => {
    const list = block.cloneNode(false);
    if (block.matches("ol")) list.start = first + index;
    list.append(item);
    return list;
  });
});

const sentences = (text, language) => {
  if (!Intl.Segmenter) return text.match(/[^.!?…]+[.!?…]+[”’"')]*\s*/g) ?? [text];
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((one) => one.segment);
};
const closed = (text) => [["“", "”"], ["‘", "’"]].every(([open, close]) => text.split(open).length <= text.split(close).length);

// The first sentence that can stand alone: the summary may give the outcome away.
const hook = () => {
  for (const paragraph of all(".telling > p")) {
    let said = "";
    for (const sentence of sentences(paragraph.textContent, article.closest("[lang]").lang)) {
      said += sentence;
      if (!closed(said)) continue;
      if (said.trim().length >= HOOK && END_OF_SENTENCE.test(said.trim())) return [make("p", "hook-sentence", said.trim())];
      said = "";
    }
  }
  return [];
};

const hookCard = () => {
  const title = copyOf(article.querySelector("h1"));
  return [make("h2", "hook-title", ...title.childNodes), ...hook(), ...copies(".setting")];
};
const pauseCard = () => {
  const asked = [...kit.querySelector("[data-pause]").cloneNode(true).children];
  return [...asked, make("div", "writing-lines", ...Array.from({ length: 24 }, () => make("i", "")))];
};
const notesCard = () => [...copies("#cx\\:notes > section"), ...copies(".origin")];

const contents = (withNotes) => [
  ["hook", hookCard()],
  [document.getElementById("cx:rest") ? "facts" : "whole", blocks(copies(".telling > *"))],
  ["pause", pauseCard()],
  ["outcome", blocks(copies(".telling-rest > *"))],
  ["lights", [...copies(".kicker .verdict"), ...blocks(copies(".marquee"))]],
  ["questions", blocks(copies(".questions > ol"))],
  ["lessons", copies(".lessons .lesson")],
  ["notes", withNotes ? notesCard() : []],
].filter(([, content]) => content.length);

// Dealing the cards: each is filled until the next block does not fit, and that one goes on on the next card.

const texts = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};
const partOf = (block, from, to) => {
  const range = document.createRange(), part = block.cloneNode(false);
  range.selectNodeContents(block);
  let passed = 0;
  for (const text of texts(block)) {
    const end = passed + text.length;
    if (from >= passed && from < end && from) range.setStart(text, from - passed);
    if (to > passed && to <= end) range.setEnd(text, to - passed);
    passed = end;
  }
  part.append(range.cloneContents());
  return part;
};
// Splits a block into what fits below what a card holds already, and what is left for the next card.
const split = (block, body, fits) => {
  const begun = [...body.children].some((one) => !one.matches(HEADING));
  if (block.matches("section") && begun) return [null, block];
  const text = block.textContent;
  const ends = [...text.matchAll(/\s+/g)].map((gap) => gap.index).filter((end) => end > 0);
  const room = (end) => {
    const part = partOf(block, 0, end);
    body.append(part);
    const enough = fits();
    part.remove();
    return enough;
  };
  let low = 0, high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (room(ends[middle])) low = middle + 1; else high = middle;
  }
  const fitting = ends.slice(0, low);
  const whole = fitting.findLast((end) => END_OF_SENTENCE.test(text.slice(0, end)) && end >= LEAST);
  if (!whole && begun) return [null, block];
  const end = whole ?? fitting.at(-1);
  if (!end) return [block, null];
  const left = partOf(block, end + text.slice(end).search(/\S/), text.length);
  left.classList.add("continued");
  return [partOf(block, 0, end), left];
};

// The cards of one kind. `share` is how much of each may be filled.
class Dealer {
  constructor(list, kind, share) {
    Object.assign(this, { list, kind, share, dealt: [] });
    this.turn();
  }
  fits = () => {
    const { top, height } = this.body.getBoundingClientRect();
    return this.body.lastElementChild.getBoundingClientRect().bottom - top <= height * this.share + 0.5;
  };
  turn() {
    const sheet = kit.querySelector(".leaf-sheet").cloneNode(true);
    const [title, site] = sheet.querySelectorAll("footer span");
    title.textContent = article.querySelector("h1").textContent;
    site.textContent = document.querySelector(".brand").textContent.trim();
    const name = kit.querySelector(`[data-kind="${this.kind}"]`);
    if (name) sheet.querySelector("h2").textContent = name.textContent; else sheet.querySelector("h2").remove();
    this.body = sheet.querySelector(".leaf-body");
    this.dealt.push(make("li", `leaf leaf-${this.kind}`, sheet));
    this.list.append(this.dealt.at(-1));
  }
  /* A heading goes with what it stands above. */
  turnOver() {
    const last = this.body.lastElementChild;
    this.turn();
    if (last?.matches(HEADING) && last.previousElementSibling) this.body.append(last);
  }
  deal(content) {
    for (let block of content) {
      while (block) {
        this.body.append(block);
        if (this.fits()) break;
        block.remove();
        const [part, left] = split(block, this.body, this.fits);
        if (part) this.body.append(part);
        block = left;
        if (block) this.turnOver();
      }
    }
    return this.dealt;
  }
}

// Several cards are filled alike, so that the last does not hold two lines; there are never more for it.
const dealEvenly = (list, kind, content) => {
  const dealt = (share) => new Dealer(list, kind, share).deal(content.map((block) => block.cloneNode(true)));
  const full = dealt(1);
  if (full.length === 1) return;
  let low = 1 / 3, high = 1, best = full;
  for (let tries = 0; tries < 6; tries += 1) {
    const middle = (low + high) / 2, cards = dealt(middle);
    const fewer = cards.length <= best.length;
    for (const card of fewer ? best : cards) card.remove();
    if (fewer) [best, high] = [cards, middle]; else low = middle;
  }
};

const lay = (deck) => {
  const list = deck.querySelector(".leaves");
  list.replaceChildren();
  for (const [kind, content] of contents(deck.querySelector("[name=notes]").checked)) dealEvenly(list, kind, content);
  const numbers = all(".leaf-number", list);
  numbers.forEach((number, index) => { number.textContent = `${index + 1}/${numbers.length}`; });
  const said = kit.querySelector("[data-count]").dataset.count.replace("#", numbers.length);
  deck.querySelector(".deck-count").textContent = said;
};

// The deck

let deck = null;
const page = document.querySelector("main");
const show = (shown) => {
  if (shown) document.body.append(deck); else deck.remove();
  page.hidden = shown; // the deck is what the page is about now
  document.documentElement.classList.toggle("with-deck", shown);
};
const openDeck = async () => {
  deck = kit.querySelector(".deck").cloneNode(true);
  deck.querySelector("[name=print]").addEventListener("click", () => print());
  deck.addEventListener("change", (change) => {
    if (change.target.name === "size") deck.dataset.size = change.target.value;
    lay(deck);
  });
  show(true);
  scrollTo(0, 0);
  lay(deck);
  deck.querySelector(".deck-title").focus();
  await Promise.all([document.fonts.ready, ...all("img", deck).map((one) => one.decode().catch(() => null))]);
  if (deck) lay(deck);
};
const closeDeck = () => {
  show(false);
  deck = null;
  document.getElementById("cx:use").scrollIntoView();
  article.querySelector('[href="#cx:cards"]').focus({ preventScroll: true });
};
const showOrPutAway = () => {
  const asked = location.hash === "#cx:cards";
  if (asked && !deck) openDeck();
  if (!asked && deck) closeDeck();
};

addEventListener("hashchange", showOrPutAway);
addEventListener("keydown", (key) => { if (key.key === "Escape" && deck) location.hash = "cx:use"; });
showOrPutAway();
