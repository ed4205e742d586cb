// What a reader's device keeps, for scripts that run without a browser.

// A memory that starts with these texts by key; one that is full refuses whatever it is to keep.
export const storage = (kept = {}, { full = false } = {}) => {
  const texts = new Map(Object.entries(kept));
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      if (full) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      texts.set(key, String(text));
    },
    removeItem: (key) => { texts.delete(key); },
  };
};

// Put something where scripts look for what the browser gives them, such as `localStorage`, until the test is over.
export const give = (test, name, value) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  test.after(() => {
    if (before) Object.defineProperty(globalThis, name, before);
    else delete globalThis[name];
  });
};
