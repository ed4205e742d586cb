// The searches that this device remembers for the reader, in each language: those that led somewhere.
const MOST = 6, LONGEST = 100;
const keyOf = (language) => `cx-searches:${new URL("../../", import.meta.url).pathname}:${language}`;
const isQuery = (query) => typeof query === "string" && Boolean(query.trim()) && query.length <= LONGEST;

export const recent = (language) => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(language)) ?? "[]");
    return Array.isArray(kept) ? [...new Set(kept.filter(isQuery))].slice(0, MOST) : [];
  } catch { return []; }
};

export const rememberSearch = (query, language) => {
  const others = recent(language).filter((one) => one.toLowerCase() !== query.trim().toLowerCase());
  const kept = [query.trim(), ...others].filter(isQuery).slice(0, MOST);
  try { localStorage.setItem(keyOf(language), JSON.stringify(kept)); } catch { /* a private window keeps nothing */ }
};

export const forgetSearches = (language) => {
  try { localStorage.removeItem(keyOf(language)); } catch { /* there was nothing to forget */ }
};
