// Taking the stories that were found along: as a table, as a reading pack, into the pack of this device, or as a link.
import { element } from "./drawing.js";
import { doorTo } from "./packing.js";

// place:    the bar with the buttons
// current:  gives the results as they are now
// labels:   the names of filters and values
// packed:   hears that the pack of this device has changed
// Gives what is told how many stories there are to take, none while others are being fetched.
export const letTake = (place, current, labels, { words, packed }) => {
  const at = (name) => place.querySelector(`[data-do=${name}]`), said = place.querySelector(".said");
  const names = { csv: words.csvDo, stop: words.csvStop, pack: words.packDo, add: words.packAdd, link: words.linkCopy };
  for (const [name, text] of Object.entries(names)) at(name).textContent = text;
  let stop = null;

  const table = async ({ exportCsv }, { results, search }, signal) => {
    const onProgress = (done, total) => { said.textContent = words.csvBusy.replace("#", done).replace("@", total); };
    try {
      await exportCsv(results, { words, labels, search, onProgress, signal });
      said.textContent = words.csvDone;
    } catch (error) { said.textContent = error.name === "AbortError" ? "" : words.csvFailed; }
  };
  const stoppable = async (exporting, taken) => {
    const aborting = new AbortController();
    stop = () => aborting.abort();
    at("stop").hidden = false;
    await table(exporting, taken, aborting.signal);
    if (document.activeElement === at("stop")) at("csv").focus();
    at("stop").hidden = true;
    stop = null;
  };
  const pack = async ({ packAddress }, { results }) => {
    const { address, said: note } = await packAddress(results, { words, page: place.dataset.pack });
    if (!note) return location.assign(address);
    const link = element("a", { href: address }, words.packDo);
    said.replaceChildren(`${note} `, link);
    return link.focus();
  };
  const add = async ({ addToPack }, { results }) => {
    said.replaceChildren((await addToPack(results, { words })).said, " ", doorTo(place.dataset.pack, words));
    packed();
  };
  const link = async ({ address }) => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = words.linkCopied;
    } catch { said.replaceChildren(`${words.linkShown} `, element("span", { className: "said-link" }, address)); }
  };
  const actions = { csv: stoppable, pack, add };

  place.addEventListener("click", async ({ target }) => {
    const name = target.closest("button")?.dataset.do;
    if (name === "stop") return stop?.();
    if (!name || stop) return undefined;
    // What is on the page now, whatever else is asked before it has been taken.
    const taken = { results: current(), search: location.search, address: location.href };
    said.textContent = "";
    if (name === "link") return link(taken);
    try { return await actions[name](await import("./exporting.js"), taken); } catch { said.textContent = words.csvFailed; }
    return undefined;
  });
  return (number) => {
    if (number) place.hidden = false;
    else if (!current().length) place.hidden = true;
    for (const name of [...Object.keys(actions), "link"]) at(name).disabled = !number;
  };
};
