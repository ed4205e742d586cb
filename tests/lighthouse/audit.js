// Has Lighthouse look at pages as on a phone, one after another: `node audit.js ORIGIN`, and on standard input
// JSON, for each page its address and whether it is listed. Prints a line of JSON for each page: its scores from
// 0 to 100, and the audits that cost it something.

import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
// How quick a page is depends on what else the computer does: the best of so many looks counts.
const LOOKS = 3;
const sum = ({ scores }) => Object.values(scores).reduce((all, one) => all + one, 0);
const good = (found) => found && Object.entries(LEAST).every(([name, least]) => found.scores[name] >= least);

const origin = process.argv[2];
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS, logLevel: "silent" });
try {
  for (const { address, listed } of JSON.parse(await text(process.stdin))) {
    process.stdout.write(`${JSON.stringify({ address, ...await best(origin + address, listed) })}\n`);
  }
} finally {
  chrome.kill();
}

/** Looks until a page is good enough, or often enough, and gives the best look. */
async function best(url, listed) {
  let found = null;
  for (let look = 0; look < LOOKS && !good(found); look += 1) {
    const seen = await once(url, listed);
    if (!found || sum(seen) > sum(found)) found = seen;
  }
  return { ...found, good: good(found) };
}

/** Looks at a page. That a search engine should leave it out is no fault of one that is not listed. */
async function once(url, listed) {
  const { lhr } = await lighthouse(url, {
    port: chrome.port,
    logLevel: "silent",
    onlyCategories: Object.keys(LEAST),
    skipAudits: listed ? [] : ["is-crawlable"],
  });
  const scores = {}, failed = lhr.runtimeError ? [lhr.runtimeError.message] : [];
  for (const [name, { score, auditRefs }] of Object.entries(lhr.categories)) {
    scores[name] = Math.round((score ?? 0) * 100);
    const costly = auditRefs.map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
      .filter((one) => one.weight && one.score !== null && one.score < 0.9);
    failed.push(...costly.map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(" ")));
  }
  return { scores, failed };
}
