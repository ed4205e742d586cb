// "Did you mean ...?": what somebody may have meant who misspelled a word.
import assert from "node:assert/strict";
import { test } from "node:test";

import { corrected, fits, plain, slips, wordsIn } from "../../plugins/cx_stories/assets/scripts/suggest.js";

const WORDS = ["surprise", "umbrella", "complaint", "café", "shop", "ship", "hotel", "trustworthy", "tin"];

for (const [what, one, other, count] of [
  ["nothing", "hotel", "hotel", 0],
  ["a letter that was missed", "hotl", "hotel", 1],
  ["a letter too many", "hottel", "hotel", 1],
  ["a letter mistaken", "hotal", "hotel", 1],
  ["neighbours swapped", "hotle", "hotel", 1],
  ["all of it", "", "hotel", 5],
  ["two slips", "suprize", "surprise", 2],
]) test(`${what} makes ${count} slips`, () => { assert.equal(slips(one, other), count); });

for (const [what, query, better] of [
  ["a slip in a word", "hotle", "hotel"],
  ["two slips in a long word", "suprize", "surprise"],
  ["one word among others", "a broken Umbrela please", "a broken umbrella please"],
  ["an accent left out is no slip", "cafe", ""],
  ["the beginning of a word is no slip", "compl", ""],
  ["a word of three letters is left alone", "tni", ""],
  ["two slips in a short word are too many", "hxtxl", ""],
  ["three slips in a long word are too many", "xxxstworthy", ""],
  ["of equals the one that begins alike, and then the commonest", "shap", "shop"],
  ["words nobody knows", "qwertyuiop asdfgh", ""],
  ["nothing", "", ""],
  ["signs alone", "?!", ""],
]) test(`it puts right, or leaves alone: ${what}`, () => { assert.equal(corrected(query, WORDS), better); });

test("only words that were not found are put right", () => {
  assert.equal(corrected("hotle umbrela", WORDS, (word) => word === "umbrela"), "hotle umbrella");
});

test("words are compared without accents, signs and capitals", () => {
  assert.deepEqual(["Café!", "don’t", "CX201"].map(plain), ["cafe", "dont", "cx201"]);
});

test("the words of a query are those with a letter or a digit", () => {
  assert.deepEqual(wordsIn(" the – umbrella  42 ? "), ["the", "umbrella", "42"]);
});

test("tags are no words, and a single letter is none beside longer ones", () => {
  assert.deepEqual(["<b>hotel</b>", "<hotel>", "a row F 7", "a b"].map(wordsIn), [["hotel"], ["<hotel>"], ["row", "7"], ["a", "b"]]);
});

for (const [word, found, whether] of [
  ["complaint", "complaints.", true],
  ["surprising", "surprise,", true],
  ["bar", "Bar", true],
  ["barbeceu", "bar", false],
  ["zqzq", "Z", false],
  ["companies", "company", true],
  ["tuinset", "Tuin", true],
  ["huizen", "huis", true],
  ["garden", "garantie", false],
  ["furniture", "F,", false],
]) test(`“${found}” ${whether ? "is" : "is not"} a form of “${word}”`, () => { assert.equal(fits(word, found), whether); });
