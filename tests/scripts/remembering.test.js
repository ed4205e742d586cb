// Answers that were given before.
import assert from "node:assert/strict";
import { test } from "node:test";

import { remembering } from "../../plugins/cx_stories/assets/scripts/remembering.js";

test("what was asked before is not worked out again, unless it was long ago", async () => {
  const made = [], remembered = remembering(2);
  const ask = (key) => remembered(key, async () => { made.push(key); return key.toUpperCase(); });

  const answers = [];
  for (const key of ["a", "b", "a", "c", "a", "b"]) answers.push(await ask(key));

  assert.deepEqual(answers, ["A", "B", "A", "C", "A", "B"]);
  assert.deepEqual(made, ["a", "b", "c", "b"]);
});

test("what failed is asked again", async () => {
  const remembered = remembering(2);

  await assert.rejects(remembered("a", async () => { throw new Error("offline"); }), /offline/);

  assert.equal(await remembered("a", async () => "online"), "online");
});
