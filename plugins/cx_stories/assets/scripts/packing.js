// On each card of Explore: a button that puts the story into the reading pack of this device, and takes it out again.
import { element, filled } from "./drawing.js";
import { MOST, concernsPack, keepPack, pack, query } from "./kept.js";

// The way to the pack of this device, if it has stories.
// page:  the address of the page of reading packs
export const doorTo = (page, words) => {
  const ids = pack();
  return ids.length ? element("a", { href: page + query(ids) }, filled(words.packOpen, ids.length)) : "";
};

const changed = (id, ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);

// place:  where the cards are
// Gives what draws the buttons: for stories that have just been shown, or anew for those that are there.
export const letPack = (place, words, page) => {
  const drawn = (button) => { button.ariaPressed = String(pack().includes(button.dataset.id)); };
  const all = () => place.querySelectorAll(".card-pack");
  const draw = (stories = []) => {
    for (const { card, id, title } of stories) {
      const button = element("button", { type: "button", className: "card-pack", ariaLabel: `${words.packIn}: ${title}` }, words.packIn);
      button.dataset.id = id;
      card.append(element("p", { className: "card-packing", lang: document.documentElement.lang }, button,
        element("span", { role: "status" })));
    }
    for (const button of all()) drawn(button);
  };
  place.addEventListener("click", ({ target }) => {
    const button = target.closest(".card-pack");
    if (!button) return;
    const { id } = button.dataset, ids = changed(id, pack()), full = ids.length > MOST;
    if (!full) keepPack(ids);
    for (const one of all()) {
      drawn(one);
      one.nextSibling.replaceChildren();
    }
    const kept = pack().length === ids.length;
    button.nextSibling.append(full ? filled(words.packMost, MOST) : kept ? doorTo(page, words) : words.packRefused);
  });
  addEventListener("storage", (event) => { if (concernsPack(event)) draw(); });
  return draw;
};
