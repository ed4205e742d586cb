// Explore: what the reader chooses is in the address, the index is asked, and the page shows what it answers.
import { drawChips, namesOf } from "./chips.js";
import { drawMeant, drawWays, meant, waysOut } from "./empty.js";
import { count, facetsOf, knownOf, labelsOf, tick, tickedIn } from "./facets.js";
import { loadWords, prepare } from "./finding.js";
import { letPack } from "./packing.js";
import { questionsOf } from "./questions.js";
import { areMet, cardsOf, drawPager, storiesOf } from "./results.js";
import { changed, isOpen, queryOf, sortOf, stateOf, withValues, without, WORDS } from "./state.js";
import { letTake } from "./taking.js";
import { letTell } from "./telling.js";

// Between the last letter typed and the search.
const PAUSE = 150;
const root = document.querySelector(".explore"), at = (selector) => root.querySelector(selector);
const SIZE = Number(root.dataset.size);
const facets = facetsOf(root), known = knownOf(facets);
const { every, ask, countsWithout, expect } = questionsOf(facets);
const form = at(".explore-words"), field = form.elements.q, sorting = at("#cx\\:sort"), fold = at(".explore-filters");
const found = at(".explore-found"), list = at(".explore-results");
const { announce, say, toResults, failed, empty } = letTell(root);

let state = stateOf(location.search, known);
let words, nameOf, turn = 0, timer = 0, results = [], counted = new Set(), takeable, packable, typing = false;

const addressOf = (query) => (query === "?" ? location.pathname : query);

/* What the page says. */

const toOtherLanguages = () => {
  for (const link of document.querySelectorAll(".top a[hreflang]")) link.search = location.search;
};
// What is chosen is shown at once, before the index has answered.
const showChoice = () => {
  const chosen = Object.values(state.chosen).flat().length;
  tick(facets, state.chosen, words.exploreChosen);
  if (!drawChips(at(".explore-chips"), state, nameOf, words)) toResults();
  fold.firstElementChild.textContent = chosen ? words.exploreFiltersSet.replace("#", chosen) : words.exploreFilters;
  sorting.querySelector("[value=relevance]").disabled = !state.words;
  sorting.value = sortOf(state);
  toOtherLanguages();
};
// What to ask instead is worked out when everything else is there.
const offer = async (mine) => {
  const [ways, other] = await Promise.all([waysOut(state, every), meant(state, every)]);
  if (mine !== turn) return;
  const named = ([name, value]) => {
    const values = name === WORDS ? [state.words] : value === undefined ? state.chosen[name] : [value];
    return `${nameOf(name, values[0]).of}: ${values.map((one) => nameOf(name, one).text).join(", ")}`;
  };
  drawWays(found.firstElementChild, state, ways, { words, named });
  if (other) say(drawMeant("explore-meant", other, words));
};
// Where the words were not found as they are, say so, and ask whether others were meant.
const doubt = async (mine, loose) => {
  const other = await meant(state, every);
  if (mine !== turn) return;
  say(...(other ? [drawMeant("explore-meant", other, words)] : []), words.exploreLoose, loose ? ` ${words.exploreUncounted}` : "");
};
const show = async (answer, mine) => {
  const last = Math.max(1, Math.ceil(answer.results.length / SIZE)), page = Math.min(state.page, last);
  const stories = await storiesOf(answer.results, page, SIZE);
  if (mine !== turn) return [];
  if (page < state.page) {
    state = { ...state, page };
    history.replaceState(null, "", addressOf(queryOf(state)));
    toOtherLanguages();
  }
  results = answer.results;
  say();
  found.replaceChildren(results.length ? cardsOf(stories, state.words, words) : empty(state, words));
  packable(stories);
  drawPager(at(".pager"), state, last, words);
  at(".explore-take .said").replaceChildren();
  takeable(results.length);
  announce(results.length, last, state, words);
  return stories;
};

/* How the page follows. */

const openOnes = () => facets.filter(({ box }) => box.open).map(({ name }) => name);
const busy = (...parts) => { for (const one of [found, fold]) one.ariaBusy = String(parts.includes(one)); };
const fail = () => {
  results = [];
  failed();
  found.replaceChildren();
  at(".pager").hidden = true;
  at(".explore-take").hidden = true;
  busy();
};
// The stories are shown first, then what takes longer to count. While a reader is at the filters the page does not
// get shorter: nothing moves beneath the pointer. Gives whether nothing else has been asked since.
const refresh = async () => {
  turn += 1;
  const mine = turn, open = openOnes();
  const apart = open.filter((name) => state.chosen[name] && !every.has(name));
  busy(found, fold);
  takeable?.(0);
  if (fold.matches(":hover")) list.style.minHeight = `${list.offsetHeight}px`;
  try {
    showChoice();
    const answer = await ask(state, open);
    if (mine !== turn) return false;
    count(facets, Object.fromEntries(Object.entries(answer.counts).filter(([name]) => !apart.includes(name))));
    const stories = await show(answer, mine);
    if (mine !== turn) return false;
    busy(fold);
    for (const name of apart) {
      const counts = await countsWithout(state, name);
      if (mine !== turn) return false;
      count(facets, { [name]: counts });
    }
    counted = new Set(open);
    if (!results.length) await offer(mine);
    else if (answer.loose || !await areMet(stories, state.words)) await doubt(mine, answer.loose);
  } catch { if (mine === turn) fail(); }
  if (mine === turn) busy();
  return mine === turn;
};

/* What the reader does. */

// Words that have just been typed count, whatever is done next.
const go = (asked, { replace = false } = {}) => {
  clearTimeout(timer);
  const typed = field.value.trim(), kept = asked.words === state.words;
  if (!kept) field.value = asked.words;
  const query = queryOf(kept && typed !== state.words ? changed(asked, { words: typed }) : asked);
  // In the order of the filters, whatever was chosen first.
  state = stateOf(query, known);
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(query));
  typing = replace;
  return refresh();
};
// The first letters are a step that leads back to what was there before; those that follow belong to it.
const typed = () => {
  if (field.value.trim() === state.words) return;
  go(state, { replace: typing });
  typing = true;
};
const restore = () => {
  clearTimeout(timer);
  typing = false;
  state = stateOf(location.search, known);
  field.value = state.words;
  for (const { name, box } of facets) if (state.chosen[name]) box.open = true;
  return refresh();
};
const removed = ({ clear, name, value }) => {
  if (clear === undefined) return without(state, [[name, value]]);
  field.value = "";
  return changed(state, { words: "", chosen: {} });
};

const listen = () => {
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(typed, PAUSE); });
  field.addEventListener("focus", () => { typing = false; });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); typed(); });
  sorting.addEventListener("change", () => go(changed(state, { sort: sorting.value })));
  for (const facet of facets) {
    facet.box.addEventListener("change", () => go(withValues(state, facet.name, tickedIn(facet))));
    facet.box.addEventListener("toggle", () => { if (facet.box.open && !counted.has(facet.name)) refresh(); });
  }
  at(".explore-chips").addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) go(removed(button.dataset));
  });
  list.addEventListener("click", async (event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (await go(stateOf(link.search, known)) && [document.body, link].includes(document.activeElement)) toResults();
  });
  at(".explore-to-results button").addEventListener("click", () => { fold.open = false; toResults(); });
  at(".explore-skip").addEventListener("click", (event) => { event.preventDefault(); toResults(); });
  for (const near of ["pointerover", "focusin"]) fold.addEventListener(near, () => expect(openOnes()), { once: true });
  fold.addEventListener("pointerleave", () => { list.style.minHeight = ""; });
  addEventListener("popstate", restore);
  addEventListener("pageshow", (event) => { if (event.persisted) restore(); });
};

/* Beside the results on a wide screen, the filters are always there; above them on a narrow one, they are folded away. */

const wide = matchMedia("(min-width: 60.01rem)");
const unfold = () => { fold.open = wide.matches; };

const begin = async () => {
  unfold();
  wide.addEventListener("change", unfold);
  field.value = state.words;
  for (const one of root.querySelectorAll(".unscripted, .unscripted-more")) one.remove();
  for (const one of root.querySelectorAll(".explore-words, .explore-sort, .explore-to-results")) one.hidden = false;
  if (!isOpen(state) || state.page > 1 || state.sort) {
    found.replaceChildren();
    busy(found, fold);
    at("#cx\\:results span").textContent = "";
  }
  try {
    [words] = await Promise.all([loadWords(), prepare()]);
    nameOf = namesOf(facets, words);
    packable = letPack(found, words, at(".explore-take").dataset.pack);
    takeable = letTake(at(".explore-take"), () => results, labelsOf(facets), { words, packed: () => packable() });
    listen();
  } catch { fail(); return; }
  const early = field.value;
  restore();
  field.value = early;
  typed();
};
begin();
