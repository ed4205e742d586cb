// What this device keeps for the reader: the reading pack, and which stories it has shown last. Ids of stories only.
const site = new URL("../../", import.meta.url).pathname;
const PACK = `cx-pack:${site}`, SEEN = `cx-seen:${site}`;
const FIT = /^[^\p{Cc}<>:"\\|?*%][^\p{Cc}<>:"\\|?*]{0,199}$/u;
const REMEMBERED = 5;
export const MOST = 30;

export const isId = (id) => typeof id === "string" && FIT.test(id) && id.split("/").every((step) => step.trim() && !/^\.+$/.test(step));

const read = (key, most) => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? [...new Set(kept.filter(isId))].slice(0, most) : [];
  } catch { return []; }
};
const write = (key, ids) => {
  try { localStorage.setItem(key, JSON.stringify(ids)); } catch { /* a private window keeps nothing */ }
};

export const pack = () => read(PACK, MOST);
export const keepPack = (ids) => write(PACK, ids);
export const concernsPack = (event) => event.key === PACK || event.key === null;
export const seen = () => read(SEEN, REMEMBERED);
export const remember = (id) => write(SEEN, [id, ...seen().filter((one) => one !== id)].slice(0, REMEMBERED));

const inAddress = (id) => id.split("/").map(encodeURIComponent).join("/");
export const query = (ids) => (ids.length ? `?stories=${ids.map(inAddress).join(",")}` : "");

// Where a story is, seen from the list of all stories: `stories/` or, on a site of flat files, `stories.html`.
export const addressOf = (id, list) => (list.pathname.endsWith(".html")
  ? list.href.replace(/\.html$/, `/${inAddress(id)}.html`)
  : `${list.href}${inAddress(id)}/`);
