// Scripts import from one another by name. A browser that misses a name gives up the whole script without a word.
import { readdirSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../plugins/cx_stories/assets/scripts/", import.meta.url);

for (const name of readdirSync(FOLDER)) {
  test(`what ${name} imports is there`, async () => {
    try {
      await import(new URL(name, FOLDER));
    } catch (error) {
      // It could be read and put together: what stops it now is that there is no page.
      if (error instanceof SyntaxError || error.code === "ERR_MODULE_NOT_FOUND") throw error;
    }
  });
}
