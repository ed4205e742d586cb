// From the page of a story to what a reading pack takes over of it, and of that only what cannot act.
const TAGS = new Set(
  ("a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure hr i img ins "
    + "kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr").split(" "),
);
const ATTRIBUTES = new Set(
  ("abbr align alt cite class colspan datetime dir headers height href id lang reversed rowspan scope span src start title "
    + "width").split(" "),
);
const DROPPED = "script, style, template, iframe, object, embed, form, input, button, select, textarea, link, meta, base, "
  + "noscript, svg, math, audio, video, dialog";

const whole = (value, base) => {
  try {
    const url = new URL(value, base);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : "";
  } catch { return ""; }
};
const ownFile = (value, base) => {
  const file = whole(value, base);
  return file.startsWith(`${location.origin}/`) ? file : "";
};
const attribute = (name, value, { name: prefix, address }) => {
  if (name === "id") return `${prefix}.${value}`;
  if (name === "headers") return value.split(/\s+/).map((one) => `${prefix}.${one}`).join(" ");
  if (name === "href" && value.startsWith("#")) return `#${prefix}.${value.slice(1)}`;
  if (name === "src") return ownFile(value, address);
  return name === "href" || name === "cite" ? whole(value, address) : value;
};

// A heading goes down a level, so that it stands below the title of its story.
const tagOf = (node) => {
  const heading = /^h([1-6])$/.exec(node.localName);
  if (heading) return `h${Math.min(6, Math.max(3, Number(heading[1]) + 1))}`;
  return TAGS.has(node.localName) ? node.localName : "";
};
const harmless = (node, story) => {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(DROPPED)) return [];
  const children = [...node.childNodes].flatMap((child) => harmless(child, story));
  const tag = tagOf(node);
  if (!tag) return children;
  const copy = document.createElement(tag);
  for (const { name, value } of node.attributes) {
    const safe = ATTRIBUTES.has(name) ? attribute(name, value, story) : "";
    if (safe || (name === "alt" && ATTRIBUTES.has(name))) copy.setAttribute(name, safe);
  }
  copy.append(...children);
  return [copy];
};

const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const texts = (page, selector) => [...page.querySelectorAll(selector)].map(text).filter(Boolean);
const reference = (page, address) => {
  const copy = page.querySelector(".share .reference")?.cloneNode(true);
  const place = copy?.querySelector("[data-address]");
  if (place) place.textContent = address;
  return text(copy);
};
// A lesson without what stands beside it: the link to it, and where else it is taught.
const lesson = (item) => {
  const copy = item.cloneNode(true);
  for (const link of copy.querySelectorAll("a")) link.remove();
  return text(copy);
};
const light = (item) => ({
  state: ["hit", "missed"].find((one) => item.classList.contains(one)) ?? "none",
  label: text(item.querySelector("strong")),
  said: text(item.querySelector(".state")).replace(/:$/, ""),
});

// story: its name for ids on this page, and its address
export const partsOf = (page, story) => ({
  title: text(page.querySelector("h1")),
  language: page.lang || page.ownerDocument.documentElement.lang,
  summary: text(page.querySelector(".standfirst")),
  polarity: ["positive", "negative"].find((one) => page.querySelector(`.kicker .verdict.${one}`)) ?? "",
  verdict: text(page.querySelector(".kicker .verdict")),
  year: (page.querySelector(".kicker time")?.getAttribute("datetime") ?? "").slice(0, 4),
  lights: [...page.querySelectorAll(".marquee > li")].map(light),
  prose: [...page.querySelectorAll(".telling, .telling-rest")]
    .flatMap((one) => [...one.childNodes])
    .flatMap((node) => harmless(node, story)),
  lessons: [...page.querySelectorAll(".lessons .lesson")].map(lesson).filter(Boolean),
  questions: texts(page, ".questions li"),
  reference: reference(page, story.address),
});
