// Answers that were given before, the last ones only: a reader goes back and forth.

// Give a function that makes an answer, or gives the one it made for the same key. What failed is not remembered.
// most:  how many answers are kept
export const remembering = (most) => {
  const kept = new Map();
  return (key, make) => {
    const answer = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, answer);
    if (kept.size > most) kept.delete(kept.keys().next().value);
    answer.catch(() => kept.delete(key));
    return answer;
  };
};
