// Between what a writer may type in a field and what the form holds for it. A form knows one way where a file has two.

/** Words as they are compared: composed, in small letters, with single spaces. */
const folded = (text) => text.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");

/** Words on one line: a form lets a writer break it. */
const line = (text) => String(text).replace(/\s*\n\s*/g, " ").trim();

/** A picture is named from the folder of stories in a file, and from the top of the site in a form. */
const [FROM_STORIES, FROM_TOP] = ["../assets/", "/assets/"];
const moved = (address, from, to) => (address.startsWith(from) ? to + address.slice(from.length) : address);

const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : value ? [value] : []);
const said = (value) => value !== undefined && value !== null && value !== "";
const filled = (value) => said(value) && (typeof value !== "object" || Object.keys(value).length > 0);
const filledOnly = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => filled(value)));

/** The id of a term, however it was typed; what is no term stays what it is. */
export function idOf(name, shape, names) {
  return names[shape.vocabulary]?.[folded(name)] ?? name;
}

/** What the form holds for what stands in a file; nothing if nothing does. */
export function forForm(value, shape, names) {
  if (!filled(value)) return undefined;
  const id = (name) => idOf(String(name ?? ""), shape, names);
  const parts = (record) => partsForForm(record, shape.fields, names);
  switch (shape.kind) {
    case "term": return id(value);
    case "terms": return listOf(value).map(id);
    case "list": return listOf(value).map(String);
    case "picture": return moved(String(value), FROM_STORIES, FROM_TOP);
    case "evidence":
      if (!isRecord(value)) return listOf(value).map((name) => ({ term: id(name), sentence: "" }));
      return Object.entries(value).map(([name, sentence]) => ({ term: id(name), sentence: String(sentence ?? "") }));
    case "wordings":
      return isRecord(value) ? filledOnly(Object.fromEntries(Object.entries(value).map(([name, one]) => [id(name), one]))) : undefined;
    case "sayings": return listOf(value).map((one) => (isRecord(one) ? parts(one) : { text: String(one) }));
    case "records": return listOf(value).filter(isRecord).map(parts);
    case "record": return isRecord(value) ? parts(value) : undefined;
    default: return String(value);
  }
}

function partsForForm(record, fields, names) {
  const made = Object.entries(fields).map(([name, shape]) => [name, forForm(record[name], shape, names)]);
  return filledOnly(Object.fromEntries(made));
}

/** What stands in a file for what the form holds, in its shortest way; nothing for what is empty. */
export function forFile(value, shape) {
  if (!filled(value)) return undefined;
  const made = madeOf(value, shape);
  return filled(made) ? made : undefined;
}

function madeOf(value, shape) {
  const parts = (record) => filledOnly(Object.fromEntries(
    Object.entries(shape.fields).map(([name, inner]) => [name, forFile(record[name], inner)]),
  ));
  switch (shape.kind) {
    case "evidence": return evidenceOf(listOf(value));
    case "wordings": return filledOnly(Object.fromEntries(Object.entries(value).map(([id, one]) => [id, line(one ?? "")])));
    case "terms": case "list": return listOf(value).filter(said).map(line).filter(said);
    case "picture": return moved(String(value), FROM_TOP, FROM_STORIES);
    case "line": return line(value);
    case "sayings": return listOf(value).map(parts).filter(filled).map(shortened);
    case "records": return listOf(value).map(parts).filter(filled);
    case "record": return parts(value);
    default: return String(value);
  }
}

/** Terms with a sentence each, or a bare list where there is none. */
function evidenceOf(found) {
  const known = found.filter(({ term }) => said(term));
  if (!known.some(({ sentence }) => said(sentence))) return [...new Set(known.map(({ term }) => term))];
  return Object.fromEntries(known.map(({ term, sentence }) => [term, line(sentence ?? "")]));
}

function shortened(record) {
  return Object.keys(record).join() === "text" ? record.text : record;
}

/** Whether two values of a file say the same. */
export function same(one, other) {
  if (!isRecord(one) || !isRecord(other)) {
    if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
    return one.length === other.length && one.every((value, number) => same(value, other[number]));
  }
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && same(one[name], other[name]));
}
