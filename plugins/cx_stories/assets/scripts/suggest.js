// What somebody may have meant who misspelled a word: the nearest words of the collection. Knows no page.
const SIGNS = /[^\p{L}\p{N}]/gu;

// The form in which words are compared: without accents and other signs, in small letters.
export const plain = (word) => word.normalize("NFD").replace(SIGNS, "").toLowerCase();

// The words that are looked for: tags are none, and where there are longer ones a single letter is none.
const TAG = /<\/?[a-z][^<>]*>/giu, LETTER = /^\p{Script=Latin}$/u;
const cut = (text) => text.split(/\s+/u).filter((word) => plain(word));
export const wordsIn = (query) => {
  const said = cut(query.replaceAll(TAG, " ")), words = said.length ? said : cut(query), long = words.filter((word) => !LETTER.test(plain(word)));
  return long.length ? long : words;
};

// How many slips there may be in a word: fewer in a short one, or anything would be near.
const most = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);

// How many letters were missed, added, mistaken or swapped with their neighbour.
export const slips = (one, other) => {
  let before = [], above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[other.length];
};

// The word that is nearest; of equals one that begins alike, of those the commonest, which stands first.
const nearest = (typed, known) => {
  const limit = most(typed.length);
  let best = null;
  for (const { word, form } of known) {
    if (form.startsWith(typed)) return null;
    if (Math.abs(form.length - typed.length) > limit) continue;
    const far = slips(typed, form);
    if (far > limit) continue;
    const rank = 2 * far + (form[0] === typed[0] ? 0 : 1);
    if (!best || rank < best.rank) best = { rank, word };
  }
  return best?.word ?? null;
};

// Put a query right.
// words:  those of the collection, the commonest first
// wrong:  tells which of the reader's words may be put right
// Gives the query with these words replaced; nothing if there is nothing better.
export const corrected = (query, words, wrong = () => true) => {
  const known = words.map((word) => ({ word, form: plain(word) }));
  let changed = false;
  const better = query.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const typed = plain(word), other = most(typed.length) && wrong(word) ? nearest(typed, known) : null;
    changed ||= other !== null;
    return other ?? word;
  });
  return changed ? better.trim() : "";
};

// Whether what was found stands for a word: all of it, or at least four letters and half of it, or all but its end.
// The index falls back on shorter and shorter beginnings.
export const fits = (word, found) => {
  const one = plain(word), other = plain(found);
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same === one.length || (same >= 4 && 2 * same >= one.length) || (same >= 3 && same >= other.length - 1 && same >= one.length - 3);
};
