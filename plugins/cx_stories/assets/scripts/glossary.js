/* A box above the glossary that leaves only the words with what is typed in them. Escape empties it.
   While nothing is typed, the other words for a term are left out: they are there to be found, not to be read. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

const glossary = document.querySelector("[data-glossary]");
const search = glossary.querySelector("[data-narrow-down]");
const box = search.querySelector("input");
const status = search.querySelector("[role=status]");
const letters = [...glossary.querySelectorAll(".letter")].map((section) => ({
  section,
  link: glossary.querySelector(`.letters a[href="#${section.firstElementChild.id}"]`).parentElement,
  entries: [...section.querySelectorAll("dl > div")].map((entry) => ({
    entry,
    text: folded(entry.textContent),
    other: entry.classList.contains("see"),
  })),
}));

const narrowDown = () => {
  const wanted = folded(box.value);
  let any = false;
  for (const { section, link, entries } of letters) {
    let some = false;
    for (const { entry, text, other } of entries) {
      entry.hidden = wanted ? !text.includes(wanted) : other;
      some ||= !entry.hidden;
    }
    section.hidden = link.hidden = !some;
    any ||= some;
  }
  status.textContent = any ? "" : status.dataset.none;
};

/* A link to a word that is left out brings it back. */
const bringBack = () => {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* typed by hand: no such place */ }
  const place = document.getElementById(name);
  if (!place?.closest(".letter [hidden], .letter[hidden]")) return;
  box.value = "";
  narrowDown();
  place.scrollIntoView();
};

search.hidden = false;
box.addEventListener("input", narrowDown);
addEventListener("hashchange", bringBack);
narrowDown();
