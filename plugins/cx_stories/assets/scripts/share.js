// Copy and share a story, add it to the reading pack of this device, and remember that it was seen.
import { MOST, concernsPack, keepPack, pack, query, remember } from "./kept.js";

const box = document.querySelector("[data-story]");
const story = box.dataset.story;
const address = box.querySelector(".reference a");

// Says it beside what was pressed.
const tell = (words, said) => {
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = words; });
};

// Where nobody has said where the site stands, the browser knows.
if (location.protocol.startsWith("http")) {
  for (const place of box.querySelectorAll("[data-address]")) place.textContent = address.href;
}

/* Copying: as text, and for a word processor with the title in italics. */

const styled = (element) => {
  const copy = document.createElement("p");
  for (const node of element.childNodes) {
    const part = document.createElement(node.nodeName === "CITE" ? "i" : "span");
    part.textContent = node.textContent;
    copy.append(part);
  }
  return copy.innerHTML;
};
const copy = async (element, button) => {
  const said = button.closest(".doing").querySelector(".said");
  const kinds = { "text/plain": element.textContent };
  if (element.matches(".reference")) kinds["text/html"] = styled(element);
  try {
    const parts = Object.entries(kinds).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    tell(box.dataset.copied, said);
  } catch {
    getSelection().selectAllChildren(element);
    tell(box.dataset.selected, said);
  }
};
for (const button of box.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy), button));
}
const link = box.querySelector("[data-link]");
link.hidden = false;
link.addEventListener("click", () => copy(address, link));

const share = box.querySelector("[data-share]");
share.hidden = !navigator.share;
share.addEventListener("click", async () => {
  const title = document.querySelector("h1").textContent;
  const text = document.querySelector(".story-page .standfirst")?.textContent ?? "";
  try { await navigator.share({ title, text, url: address.textContent }); } catch { /* thought better of it */ }
});

/* The link to a pack of this story alone becomes one that adds it to the pack of this device. Once it is there, the
   link makes room for a way to the pack and a way out of it, so that a second tap leads nowhere unasked. */

const packing = document.querySelector(".use-it");
const adding = packing.querySelector("a[data-pack]"), usual = adding.textContent;
const packed = packing.querySelector(".packed"), door = packing.querySelector("[data-door]");
const packSaid = packing.querySelector(".said");

const show = () => {
  const ids = pack(), there = ids.includes(story), full = ids.length >= MOST;
  adding.parentElement.hidden = there;
  adding.search = query(full ? ids : [story]);
  adding.textContent = (full ? box.dataset.full : usual).replace("#", ids.length);
  packed.hidden = !there;
  door.href = new URL(query(ids), adding.href);
  door.textContent = box.dataset.open.replace("#", ids.length);
  packSaid.textContent = there ? box.dataset.packed : "";
};
adding.addEventListener("click", (event) => {
  const ids = pack();
  if (ids.length >= MOST || event.ctrlKey || event.metaKey || event.shiftKey) return;
  keepPack([...ids, story]);
  if (!pack().includes(story)) return;
  event.preventDefault();
  show();
  packSaid.focus();
  tell(box.dataset.added, packSaid);
});
packing.querySelector("[data-unpack]").addEventListener("click", () => {
  keepPack(pack().filter((one) => one !== story));
  show();
  adding.focus();
  tell(box.dataset.unpacked, packSaid);
});
addEventListener("pageshow", show);
addEventListener("storage", (event) => { if (concernsPack(event)) show(); });
show();
remember(story);
