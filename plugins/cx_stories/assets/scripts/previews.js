// The card of a story beside a link that leads to it, for whoever points at the link or comes to it by keyboard.
// The cards are in the page already. Screen readers are not told of them: the link says where it leads.
const HOVERED = 250;
const LEFT = 200;
const GAP = 8;

const bare = (address) => {
  const url = new URL(address, document.baseURI);
  url.hash = "";
  return url.href;
};

const cards = new Map();
for (const card of document.getElementById("cx:previews")?.content.querySelectorAll(".card") ?? []) {
  cards.set(bare(card.querySelector("a[href]").getAttribute("href")), card);
}

const fine = matchMedia("(hover: hover) and (pointer: fine)");
const popover = document.createElement("div");
popover.className = "preview";
popover.setAttribute("aria-hidden", "true");
popover.hidden = true;

let timer = 0;
let shown = null;

const cardOf = (link) => cards.get(bare(link.href));

// Below the link, above it where there is more room, in line with the part that is pointed at, and always
// within the window.
const place = (link, line) => {
  const { width, height } = popover.getBoundingClientRect();
  const { top: first, bottom: last } = link.getBoundingClientRect();
  const below = innerHeight - last;
  const above = below < height + 2 * GAP && first > below;
  const left = Math.max(GAP, Math.min(line.left, document.documentElement.clientWidth - width - GAP));
  const top = above ? first - height - GAP : last + GAP;
  popover.style.setProperty("left", `${Math.round(left + scrollX)}px`);
  popover.style.setProperty("top", `${Math.round(top + scrollY)}px`);
};

const lineOf = (link, x, y) => {
  const lines = [...link.getClientRects()];
  return lines.find((line) => x >= line.left && x <= line.right && y >= line.top && y <= line.bottom) ?? lines[0];
};

const show = (link, x, y) => {
  const line = lineOf(link, x, y);
  if (!line) return;
  const card = cardOf(link).cloneNode(true);
  for (const inner of card.querySelectorAll("a")) inner.tabIndex = -1;
  popover.replaceChildren(card);
  popover.hidden = false;
  shown = link;
  place(link, line);
};

const hide = () => {
  clearTimeout(timer);
  popover.hidden = true;
  popover.replaceChildren();
  shown = null;
};

const soon = (action, delay) => {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
};

const follow = (link) => {
  let [x, y] = [-1, -1];
  link.addEventListener("pointermove", (event) => { [x, y] = [event.clientX, event.clientY]; });
  link.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch" || !fine.matches) return;
    [x, y] = [event.clientX, event.clientY];
    if (shown === link) clearTimeout(timer);
    else soon(() => show(link, x, y), HOVERED);
  });
  link.addEventListener("pointerleave", () => soon(hide, LEFT));
  link.addEventListener("focus", () => {
    if (fine.matches && link.matches(":focus-visible")) soon(() => show(link, -1, -1), HOVERED);
  });
  link.addEventListener("blur", hide);
};

const links = [...document.querySelectorAll(".prose a[href]:not(.headerlink), .backlinks a[href]")].filter(cardOf);
if (links.length) {
  document.body.append(popover);
  links.forEach(follow);
  popover.addEventListener("pointerenter", () => clearTimeout(timer));
  popover.addEventListener("pointerleave", () => soon(hide, LEFT));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("beforeprint", hide);
}
