// The search in the header of every page: a dialog that finds while the reader types.
import { ask } from "./asking.js";
import { element, filled } from "./drawing.js";
import { loadWords, prepare } from "./finding.js";
import { suggestionFor } from "./knowing.js";
import { forgetSearches, recent, rememberSearch } from "./recent.js";
import { beginning, failure, nothing, results, suggestion } from "./showing.js";
import { plain, wordsIn } from "./suggest.js";
import { stops, walk } from "./walking.js";

const PAUSE = 120, SLOW = 400, QUIET = 700;
const language = document.documentElement.lang;

const cross = () => {
  const [svg, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", "m6 6 12 12M18 6 6 18");
  svg.append(path);
  return svg;
};
const keysOf = (words) => element("p", { className: "finder-keys", ariaHidden: "true" }, ...[
  ["↑", "↓", words.key_choose], ["Enter", words.key_all], ["Esc", words.key_close],
].map((keys) => element("span", { className: keys.at(-1) === words.key_all ? "key-all" : "" }, ...keys.slice(0, -1).map((key) => element("kbd", {}, key)), keys.at(-1))));

// The page of the history that the reader is on remembers its search.
const keepSearch = (search) => { if (search !== history.state?.search) history.replaceState({ ...history.state, search }, ""); };

class Finder {
  constructor(opener, words) {
    this.words = words;
    this.address = opener.href;
    this.turn = 0;
    this.shown = this.sought = null;
    this.total = 0;
    this.box = element("input", {
      id: "cx:search-words", type: "text", name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search", placeholder: words.placeholder, maxLength: 200,
    });
    this.box.setAttribute("autocapitalize", "none");
    this.body = element("div", { className: "finder-body" });
    this.keys = keysOf(words);
    this.told = element("p", { className: "visually-hidden", role: "status" });
    this.dialog = this.#built(opener);
    this.#listen();
    document.body.append(this.dialog);
  }

  #built(opener) {
    const { words } = this;
    this.form = element("form", { className: "finder-bar", action: this.address },
      opener.querySelector("svg").cloneNode(true),
      element("label", { id: "cx:search-label", className: "visually-hidden", htmlFor: this.box.id }, words.search), this.box,
      element("button", { type: "button", className: "finder-close", ariaLabel: words.close, title: words.close }, cross()));
    const search = element("div", { className: "finder-all", role: "search", ariaLabel: words.search }, this.form, this.told, this.body, this.keys);
    const dialog = element("dialog", { className: "finder" }, search);
    dialog.setAttribute("aria-labelledby", "cx:search-label");
    return dialog;
  }

  #listen() {
    const { dialog } = this;
    let pressed = null;
    dialog.addEventListener("pointerdown", (event) => { pressed = event.target; });
    dialog.addEventListener("click", (event) => { if (event.target === dialog && pressed === dialog) dialog.close(); });
    dialog.querySelector(".finder-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => walk(event, this.box, this.body));
    this.box.addEventListener("input", () => this.#later());
    this.form.addEventListener("submit", (event) => this.#enter(event));
    dialog.addEventListener("close", () => { if (!this.left) keepSearch(undefined); });
    for (const kind of ["click", "auxclick"]) this.body.addEventListener(kind, (event) => this.#followed(event));
  }

  show(typed) {
    this.left = false;
    if (!this.dialog.open) this.dialog.showModal();
    if (typed) this.box.value = typed;
    this.box.focus();
    this.box.select();
    if (typed) this.box.setSelectionRange(typed.length, typed.length);
    prepare().catch(() => { /* said when somebody has typed */ });
    if (!this.query || this.query !== this.sought) this.look();
  }

  // What the reader looks for; nothing where they have typed no letter or digit.
  get query() { return wordsIn(this.box.value).length ? this.box.value.trim() : ""; }

  // Explore with words, as its form would ask for them.
  #exploring(words) { return `${this.address}?${new URLSearchParams({ q: words })}`; }

  #later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => { if (this.query !== this.sought) this.look(); }, this.query ? PAUSE : 0);
  }

  // Take words as if they had been typed.
  #take(query) {
    this.box.value = query;
    this.box.focus();
    this.look();
  }

  async look() {
    clearTimeout(this.waiting);
    const turn = this.turn += 1, { query, words } = this;
    const isLast = () => turn === this.turn;
    this.answer = null;
    this.sought = query;
    if (!query) {
      this.#begin();
      return;
    }
    this.body.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { if (isLast() && !this.shown) this.#draw([element("p", { className: "found-note" }, words.searching)]); }, SLOW);
    try {
      const answer = await ask(query);
      if (isLast()) this.#answered(answer, isLast);
    } catch {
      if (isLast()) this.#failed();
    } finally { clearTimeout(slow); }
  }

  #begin() {
    this.shown = "";
    this.total = 0;
    this.#tell("");
    this.#draw(beginning(recent(language), this.words, {
      explore: this.address,
      take: (query) => this.#take(query),
      forget: () => { forgetSearches(language); this.box.focus(); this.#begin(); },
    }));
  }

  #answered(answer, isLast) {
    const { words } = this, { query, asked, total, loose, unknown } = answer;
    this.shown = query;
    this.answer = answer;
    this.total = total;
    this.#draw(total ? results(answer, words, this.#exploring(asked)) : nothing(query, words, this.address));
    this.#tell(total ? (loose ? `${words.closest} ` : "") + filled(total === 1 ? words.result : words.results, total) : filled(words.nothing, 0, query));
    if (unknown.length) this.#suggest(query, unknown, isLast);
  }

  async #suggest(query, unknown, isLast) {
    const wrong = new Set(unknown.map(plain));
    const meant = await suggestionFor(query, (word) => wrong.has(plain(word)));
    if (!meant || !isLast()) return;
    const line = suggestion(meant, this.words, (better) => this.#take(better));
    const lead = this.body.querySelector(".found-lead");
    if (lead) lead.after(line);
    else this.body.prepend(line);
    this.#tell(`${this.heard} ${line.textContent}`);
  }

  #failed() {
    this.shown = this.sought = null;
    this.total = 0;
    this.#tell(this.words.failed);
    this.#draw(failure(this.words, this.address, () => { this.box.focus(); this.look(); }));
  }

  // Put something new into the body; whoever was in the midst of it is not lost.
  #draw(parts) {
    const { body, box } = this, at = document.activeElement, href = at?.href;
    const was = body.contains(at);
    body.removeAttribute("aria-busy");
    this.keys.querySelector(".key-all").hidden = !this.answer?.count;
    body.replaceChildren(...parts);
    body.scrollTop = 0;
    if (was) (stops(box, body).find((stop) => href && stop.href === href) ?? box).focus();
  }

  // Let a screen reader say it, once the reader pauses.
  #tell(text) {
    this.heard = text;
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.told.textContent = text; }, QUIET);
  }

  // Enter in the box: all results in Explore; where there are no stories, the first of what there is. Whoever is
  // faster than the answer waits for it, and gets to the same place.
  async #enter(event) {
    event.preventDefault();
    const { query } = this, looked = !query || this.answer?.query === query ? null : this.look(), { turn } = this;
    await looked;
    if (!query || turn !== this.turn || !this.dialog.open) return;
    if (this.answer && !this.answer.count) this.body.querySelector(".found-take, .found a")?.click();
    else {
      this.#leave(query);
      location.assign(this.#exploring(this.answer?.asked ?? query));
    }
  }

  // Whoever comes back finds the search as it was.
  #leave(query) {
    this.left = true;
    rememberSearch(query, language);
    keepSearch(query);
  }

  // The results of an earlier question can be followed while the last one is still asked.
  #followed(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.button > 1) return;
    const isHere = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey, { query, total } = this;
    if (total && isHere) this.#leave(query);
    else if (total) rememberSearch(query, language);
    if (isHere) this.dialog.close();
  }
}

let finder;
// Open the search.
// opener:  the link to Explore
// typed:   gives what was typed while the search was on its way; null if it is no longer wanted
// Gives the form to send when the reader has pressed Enter already.
export const showSearch = async (opener, typed) => {
  const words = await loadWords();
  const begun = typed();
  if (begun === null) return null;
  finder ??= new Finder(opener, words);
  finder.show(begun);
  return finder.form;
};
