// A story between its file and the form. What the form does not change stays in the file as it was typed.
import { isMap, parseDocument } from "./yaml/index.js";

import { Edits } from "./edits.js";
import { entry } from "./typed.js";
import { forFile, forForm, same } from "./values.js";

/** Under this name the form keeps the file as it was read. */
export const AS_READ = "as_read";

const FENCED = /^(\uFEFF?---[ \t]*\n)((?:[\s\S]*?\n)?)(---[ \t]*)(?:(\n\s*)([\s\S]*))?$/;

/**
 * How files are read and written.
 * @param shapes the fields of the file in their order, each with its kind, and what terms are called, by vocabulary
 */
export function formatOf({ fields, names }) {
  return { fromFile: (text) => read(text, fields, names), toFile: (values) => written(values, fields, names) };
}

/** The parts of a file; a text without fences is a body alone. */
function opened(text) {
  const found = text.match(FENCED);
  const [, opening, front, closing, gap, body = ""] = found ?? [text, "---\n", "", "---", "\n\n", text];
  const document = parseDocument(front, { schema: "failsafe" });
  if (document.errors.length) throw document.errors[0];
  if (document.contents && !isMap(document.contents)) throw new Error("There are no fields between the dashes.");
  return { opening, front, closing, gap, body: body.trim(), document };
}

function read(text, fields, names) {
  const { document, body } = opened(text);
  return { ...leftOut(fields), ...valuesOf(document, fields, names), body, [AS_READ]: text };
}

/** What some fields say when they are left out. */
function leftOut(fields) {
  const found = Object.entries(fields).filter(([, { absent }]) => absent);
  return Object.fromEntries(found.map(([name, { absent }]) => [name, absent]));
}

function valuesOf(document, fields, names) {
  const found = document.toJS() ?? {};
  const made = Object.entries(fields).map(([name, shape]) => [name, forForm(found[name], shape, names)]);
  return Object.fromEntries(made.filter(([, value]) => value !== undefined));
}

function typedOf(values, fields) {
  const made = Object.entries(fields).map(([name, shape]) => [name, forFile(values[name], shape)]);
  return Object.fromEntries(made.filter(([, value]) => value !== undefined));
}

/** What the form does not hold, such as facts in a translation, stays as it was. */
function written(values, fields, names) {
  const { opening, front, closing, gap, body, document } = opened(values[AS_READ] || "");
  const found = valuesOf(document, fields, names);
  const before = typedOf(found, fields);
  const after = typedOf({ ...found, ...values }, fields);
  for (const [name, absent] of Object.entries(values[AS_READ] ? leftOut(fields) : {})) {
    if (!(name in before) && after[name] === absent) delete after[name];
  }
  const made = same(before, after) ? front : edited(front, document, before, after, fields, names);
  const told = String(values.body ?? "").trim();
  return `${opening}${made}${closing}${told && `${body ? gap : "\n\n"}${told}`}\n`;
}

function anew(values) {
  return Object.entries(values).flatMap(([name, value]) => entry(name, value)).map((line) => `${line}\n`).join("");
}

/** The text with what has changed; if that does not read back as it should, all fields are written anew. */
function edited(front, document, before, after, fields, names) {
  const edits = new Edits(front);
  if (document.contents) {
    edits.record(document.contents, before, inPlace(document, after));
    const found = reread(edits.made, fields, names);
    if (found && same(found, after)) return edits.made;
  }
  return anew(after);
}

function reread(front, fields, names) {
  const document = parseDocument(front, { schema: "failsafe" });
  return document.errors.length ? null : typedOf(valuesOf(document, fields, names), fields);
}

/** The values in the order of the file; one that is new comes after the field that it follows in a new file. */
function inPlace(document, after) {
  const there = document.contents.items.map((pair) => String(pair.key.value)).filter((name) => name in after);
  const order = [...there];
  let previous = -1;
  for (const name of Object.keys(after)) {
    if (there.includes(name)) previous = order.indexOf(name);
    else order.splice((previous += 1), 0, name);
  }
  return Object.fromEntries(order.map((name) => [name, after[name]]));
}
