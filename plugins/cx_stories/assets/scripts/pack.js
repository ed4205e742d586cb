// The page of a reading pack: its stories are those that the address names, else those kept on this device.
import { MOST, concernsPack, keepPack, pack as kept, query } from "./kept.js";
import { FAILED, UNKNOWN, element, foreign, isFetched, say, storyOf } from "./packed.js";

const root = document.querySelector(".pack");
const find = (selector) => root.querySelector(selector);
const told = find(".pack-told p");

// `own` is whether changes are kept on this device; a pack that came with its address is changed there only.
let ids = [], own = false, undone = null, turn = 0;

const decoded = (word) => {
  try { return decodeURIComponent(word).normalize("NFC"); } catch { return word; }
};
const asked = () => {
  const given = location.search.slice(1).split("&").find((one) => one.startsWith("stories=")) ?? "";
  return [...new Set(given.slice("stories=".length).split(",").filter(Boolean).map(decoded))];
};
const here = (some) => location.origin + location.pathname + query(some);
const set = (some) => {
  ids = some;
  if (own) keepPack(ids);
  const hash = ids.length ? location.hash : "";
  history.replaceState({ ...history.state, ownPack: own }, "", location.pathname + query(ids) + hash);
  for (const link of document.querySelectorAll(".languages a")) link.search = query(ids);
};

const note = (words) => find(".pack-notes").append(element("p", words));
const tell = (words, undo = null) => {
  told.textContent = words;
  undone = undo;
  find("[data-do=undo]").hidden = !undo;
};

/* Drawing. */

const gather = (section, stories, field, list) => {
  const groups = stories.filter((story) => story[field].length).flatMap((story) => {
    const items = element(list, "", foreign(story));
    items.append(...story[field].map((words) => element("li", words)));
    return [element("h3", story.title, foreign(story)), items];
  });
  section.hidden = !groups.length;
  section.querySelector("div").replaceChildren(...groups);
};
const cite = (stories) => {
  const titles = stories.map((story) => story.title);
  const year = stories.map((story) => story.year).sort().at(-1) || say("undated");
  const title = element("cite", say("pack", titles.slice(0, 3).join("; ") + (titles.length > 3 ? "; …" : "")));
  find(".pack-cited").hidden = !stories.length;
  find(".pack-cited p").replaceChildren(`${root.dataset.site}. (${year}). `, title, `. ${here(ids)}`);
};
// To a pack that came with its address: one's own, and a way to take the stories over.
const offerOwn = () => {
  const mine = kept(), link = find("[data-own]");
  link.hidden = !mine.length;
  link.href = here(mine);
  link.textContent = say("own", "", mine.length);
  find("[data-do=keep]").textContent = say(mine.length ? "join" : "keep");
};
const draw = (stories) => {
  const minutes = stories.reduce((sum, story) => sum + story.minutes, 0);
  find(".pack-empty").hidden = ids.length > 0;
  find(".pack-contents").hidden = !stories.length;
  find(".pack-shared").hidden = own || !stories.length;
  find(".pack-size").textContent = say(stories.length === 1 ? "one" : "many", stories.length, minutes);
  find(".pack-list").replaceChildren(...stories.map((story) => story.line));
  stories.forEach(({ line }, index) => {
    line.querySelector("[data-do=earlier]").disabled = index === 0;
    line.querySelector("[data-do=later]").disabled = index === stories.length - 1;
  });
  find(".pack-stories").replaceChildren(...stories.map((story) => story.article));
  gather(find(".pack-lessons"), stories, "lessons", "ul");
  gather(find(".pack-questions"), stories, "questions", "ol");
  offerOwn();
  cite(stories);
};
const refresh = async () => {
  const mine = ++turn, place = find(".pack-stories");
  place.ariaBusy = "true";
  const stories = await Promise.all(ids.map(storyOf));
  if (mine !== turn) return;
  const unknown = stories.filter((story) => story.fault === UNKNOWN).map((story) => story.id);
  for (const id of unknown) note(say(UNKNOWN, id));
  for (const { id } of stories.filter((story) => story.fault === FAILED)) note(say(FAILED, id));
  if (unknown.length) set(ids.filter((id) => !unknown.includes(id)));
  draw(stories.filter((story) => !story.fault));
  place.ariaBusy = "false";
};
const begin = async () => {
  const given = asked(), mine = kept();
  own = own || history.state?.ownPack === true || !given.length || given.join() === mine.join();
  const wanted = own ? mine : given;
  find(".pack-notes").replaceChildren();
  if (wanted.length > MOST) note(say("crowded", "", MOST));
  set(wanted.slice(0, MOST));
  tell(ids.every(isFetched) ? "" : say("loading"));
  await refresh();
  tell("");
  document.getElementById(decoded(location.hash.slice(1)))?.scrollIntoView();
};

/* What the buttons do. */

const move = async (id, step) => {
  const from = ids.indexOf(id), changed = [...ids];
  [changed[from], changed[from + step]] = [changed[from + step], changed[from]];
  set(changed);
  await refresh();
  const { line, title } = await storyOf(id);
  const buttons = ["earlier", "later"].map((name) => line.querySelector(`[data-do=${name}]`));
  (step < 0 ? buttons : buttons.reverse()).find((button) => !button.disabled).focus();
  tell(say("moved", title, changed.indexOf(id) + 1));
};
const remove = async (id) => {
  const was = ids, index = ids.indexOf(id), { title } = await storyOf(id);
  set(ids.filter((one) => one !== id));
  await refresh();
  const next = root.querySelectorAll(".pack-list [data-do=remove]");
  (next[Math.min(index, next.length - 1)] ?? find(".pack-empty h2")).focus();
  tell(say("removed", title), was);
};
const change = async (some, word, place, was = null) => {
  set(some);
  await refresh();
  find(`${place} h2`).focus();
  tell(say(word), was);
};
const copy = async () => {
  try {
    await navigator.clipboard.writeText(here(ids));
    tell(say("copied"));
  } catch { tell(say("uncopied")); }
};
const keep = () => {
  const both = [...new Set([...kept(), ...ids])];
  own = true;
  if (both.length > MOST) note(say("crowded", "", MOST));
  return change(both.slice(0, MOST), "kept", ".pack-contents");
};
const ACTIONS = {
  earlier: (id) => move(id, -1),
  later: (id) => move(id, 1),
  remove,
  print: () => print(),
  copy,
  clear: () => change([], "cleared", ".pack-empty", ids),
  undo: () => change(undone, "back", ".pack-contents"),
  keep,
};

root.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (button) ACTIONS[button.dataset.do](button.closest("li")?.dataset.id);
});
find(".unscripted").remove();
addEventListener("popstate", begin);
addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
addEventListener("storage", (event) => { if (own && concernsPack(event)) begin(); });
begin();
