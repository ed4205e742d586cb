// The search in the header of every page: the link leads to Explore; where scripts run it opens the search here.
const opener = document.querySelector(".search-open");
const TYPING = "input, textarea, select, [contenteditable]";
let opening = false, entered = false, typed = "", turn = 0;

const load = () => import("./dialog.js");
const end = () => {
  opening = entered = false;
  typed = "";
  turn += 1;
};
// words:  those of a search that the reader comes back to; nobody is led elsewhere if that does not come
const open = async (words = "") => {
  const mine = turn, isWanted = () => mine === turn;
  opening = true;
  typed = words;
  try {
    const form = await (await load()).showSearch(opener, () => (isWanted() ? typed : null));
    if (isWanted() && entered) form.requestSubmit();
  } catch {
    if (isWanted() && !words) location.assign(typed.trim() ? `${opener.href}?${new URLSearchParams({ q: typed })}` : opener.href);
  }
  if (isWanted()) end();
};

// What is typed while the dialog is on its way is not lost; Escape gives up waiting.
const keep = (event) => {
  if (event.key === "Escape") end();
  if (event.key === "Enter") {
    entered = true;
    event.preventDefault();
  }
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  typed += event.key;
  event.preventDefault();
};

const opens = (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (key === "/") return !ctrlKey && !metaKey && !altKey && !target.closest?.(TYPING);
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
};

const back = () => { if (history.state?.search && !opening) open(history.state.search); };

if (opener) {
  opener.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  opener.querySelector("kbd").hidden = false;
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") back();
  addEventListener("pageshow", ({ persisted }) => { if (persisted) back(); });
  addEventListener("popstate", back);
  for (const sign of ["pointerenter", "focus"]) opener.addEventListener(sign, () => { load().catch(() => { /* a click tries again */ }); }, { once: true });
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    opener.focus();
    if (!opening) open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (opening) keep(event);
    else if (opens(event)) {
      event.preventDefault();
      open();
    }
  });
}
