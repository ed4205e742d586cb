// The form for writers: Sveltia CMS, which reads and writes the files of a story as front-matter.js does.
import { init, registerCustomFormat } from "./sveltia-cms/npm/index.js";

import { formatOf } from "./front-matter.js";

const kinds = await (await fetch("kinds.json")).json();
for (const [name, kind] of Object.entries(kinds)) registerCustomFormat(name, "md", formatOf(kind));

// Sveltia CMS brings its fonts along, and then names the same ones on another host as well: those are not asked for.
new MutationObserver(() => {
  for (const sheet of document.styleSheets) {
    const rules = [...sheet.cssRules];
    const elsewhere = rules.filter((rule) => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("src").includes("https:"));
    for (const rule of elsewhere) sheet.deleteRule([...sheet.cssRules].indexOf(rule));
  }
}).observe(document.head, { childList: true });

init({ config: { logo: { src: new URL("logo.svg", location.href).href } } });
