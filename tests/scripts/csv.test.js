// Tables that spreadsheets open: every cell arrives as it was, and none is reckoned with.
import assert from "node:assert/strict";
import { test } from "node:test";

import { csvOf, signOf } from "../../plugins/cx_stories/assets/scripts/csv.js";

test("rows become lines, and a program sees by the first sign that they are UTF-8", () => {
  assert.equal(csvOf([["id", "title"], ["refund", "Één belletje"]], ","), "\uFEFFid,title\r\nrefund,Één belletje\r\n");
});

test("cells with signs that mean something stand between quotation marks, and others do not", () => {
  const row = ['say "yes"', "a,b", "a;b", "two\nlines", "two\rlines", " before", "after ", "plain"];

  assert.equal(csvOf([row], ","), '\uFEFF"say ""yes""","a,b",a;b,"two\nlines","two\rlines"," before","after ",plain\r\n');
});

test("with a semicolon between cells it is the semicolon that needs quotation marks", () => {
  assert.equal(csvOf([["a;b", "a,b"]], ";"), '\uFEFF"a;b";a,b\r\n');
});

test("a spreadsheet reckons with no cell, whatever somebody typed into a title", () => {
  const typed = ["=1+1", "+31", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "1-2", "a=b"];

  assert.equal(csvOf(typed.map((cell) => [cell]), ","), [
    "\uFEFF'=1+1", "'+31", "'-5", "'@SUM(A1)", "'\t=1", '"\'\r=1"', '"\'\n=1"', "'＝1", "1-2", "a=b", "",
  ].join("\r\n"));
});

test("a cell that is empty or a number is one", () => {
  assert.equal(csvOf([["", 3]], ","), "\uFEFF,3\r\n");
});

test("the sign between cells is the one that spreadsheets of the language expect", () => {
  assert.deepEqual(["en", "nl", "de", "fr", "en-GB", "ja"].map(signOf), [",", ";", ";", ";", ",", ","]);
});
