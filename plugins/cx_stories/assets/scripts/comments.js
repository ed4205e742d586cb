// Fetches the comments on a story from giscus when a reader asks for them, and not before. No program of another site
// runs in our page: the comments are a page within it. What that tells us and may be told: github.com/giscus/giscus,
// client.ts and lib/types/giscus.ts.
const box = document.querySelector("[data-comments]"), button = box.querySelector("button");
const { origin: site } = new URL(box.dataset.comments);
const SESSION = "cx-giscus", ASKED = "cx-giscus-asked";
const OVER = /Bad credentials|Invalid state value|State has expired/;
const here = new URL(location), signedIn = here.searchParams.get("giscus");
let frame;

// A private window keeps nothing.
const tried = (act) => { try { return act(); } catch { return null; } };
const theme = () => (document.documentElement.dataset.scheme === "dark" ? "dark" : "light");

const address = () => {
  const made = new URL(box.dataset.comments), session = tried(() => localStorage.getItem(SESSION));
  const asked = { origin: `${here}#${box.id}`, backLink: here, theme: theme(), session: session ?? "" };
  for (const [name, value] of Object.entries(asked)) made.searchParams.set(name, value);
  return made.href;
};
const show = () => {
  tried(() => sessionStorage.setItem(ASKED, here.pathname));
  frame = document.createElement("iframe");
  Object.assign(frame, { title: box.dataset.title, allow: "clipboard-write", src: address() });
  box.replaceChildren(frame);
  frame.focus();
};

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== site || !frame || source !== frame.contentWindow || !data?.giscus) return;
  const { resizeHeight, signOut, error } = data.giscus;
  if (resizeHeight > 0) frame.height = Math.ceil(resizeHeight);
  if ((signOut || OVER.test(error)) && tried(() => localStorage.getItem(SESSION))) {
    tried(() => localStorage.removeItem(SESSION));
    frame.src = address();
  }
});
new MutationObserver(() => frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: theme() } } }, site))
  .observe(document.documentElement, { attributeFilter: ["data-scheme"] });
button.addEventListener("click", show);

// Back from signing in. Whoever asked for the comments in this tab still wants them; a link that somebody has sent does
// not ask in a reader's name.
here.hash = "";
if (signedIn) {
  here.searchParams.delete("giscus");
  history.replaceState(null, "", here);
  if (tried(() => sessionStorage.getItem(ASKED)) === here.pathname) {
    tried(() => localStorage.setItem(SESSION, signedIn));
    show();
    box.scrollIntoView();
  }
}
