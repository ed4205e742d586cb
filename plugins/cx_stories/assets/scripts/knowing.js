// "Did you mean ...?": the words of the collection are fetched when a search finds little, and not before.
import { loadWords } from "./finding.js";
import { corrected, plain } from "./suggest.js";

let fetched;
const knownWords = () => {
  fetched ??= loadWords().then(({ known }) => fetch(new URL(known, import.meta.url))).then((response) => response.json())
    .catch((error) => { fetched = undefined; throw error; });
  return fetched;
};

// The query as it may have been meant; nothing if there is nothing better, or no way to know.
// wrong:  tells which of its words may be put right
export const suggestionFor = async (query, wrong) => {
  try { return corrected(query, await knownWords(), wrong); } catch { return ""; }
};

// What a word may become that is still being typed, the commonest first; nothing where there is no way to know.
const LEAST = 3, MOST = 3;
export const completionsOf = async (word) => {
  const typed = plain(word);
  if (typed.length < LEAST) return [];
  try { return (await knownWords()).filter((one) => plain(one) !== typed && plain(one).startsWith(typed)).slice(0, MOST); } catch { return []; }
};
