// How values are typed between the fences of a story: in a way that reads back as exactly these words.

const PLAIN = /^\p{L}(?:[^\s:#"'\\[\]{},&*!|>%@`]|(?<=[\p{L}\p{N}_])['’](?=[\p{L}\p{N}_])|,(?= )| (?! ))*$/u;
const NUMBERED = /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|0|[1-9]\d{0,8})$/;
const NO_WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]);
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t" };
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** Whether words read back as they are without quotation marks; between brackets a comma is in the way. */
export function isPlain(text, inBrackets = false) {
  if (NUMBERED.test(text)) return true;
  const words = PLAIN.test(text) && text === text.trim() && !UNSEEN.test(text) && !NO_WORDS.has(text.toLowerCase());
  return words && !(inBrackets && text.includes(","));
}

/** Words in double quotes. */
export function quoted(text) {
  const escaped = [...text].map((sign) => {
    if (sign in ESCAPES) return ESCAPES[sign];
    return UNSEEN.test(sign) ? `\\U${sign.codePointAt(0).toString(16).toUpperCase().padStart(8, "0")}` : sign;
  });
  return `"${escaped.join("")}"`;
}

/** What names something is written plainly; words of a writer's stand in quotes, unless they stood without. */
export function typed(text, { quotes = !/^[a-z0-9-]+$/.test(text), inBrackets = false } = {}) {
  return quotes || !isPlain(text, inBrackets) ? quoted(text) : text;
}

/** A list, or values by name, on one line. */
export function bracketed(value) {
  if (typeof value === "string") return typed(value, { inBrackets: true });
  if (Array.isArray(value)) return `[${value.map(bracketed).join(", ")}]`;
  return `{${Object.entries(value).map(([name, one]) => `${name}: ${bracketed(one)}`).join(", ")}}`;
}

const isName = (value) => typeof value === "string" && /^[a-z][a-z0-9-]*$/.test(value) && isPlain(value);

/** The lines of a name and what it has. Terms and ids stand on one line, sentences below one another. */
export function entry(name, value) {
  if (typeof value === "string") return [value ? `${name}: ${typed(value)}` : `${name}:`];
  if (Array.isArray(value) && value.every(isName)) return [`${name}: ${bracketed(value)}`];
  return [`${name}:`, ...lines(value).map((line) => `  ${line}`)];
}

/** The lines of one of a list. */
export function item(value) {
  const [first, ...others] = typeof value === "string" ? [typed(value)] : lines(value);
  return [`- ${first}`, ...others.map((line) => `  ${line}`)];
}

function lines(value) {
  return Array.isArray(value) ? value.flatMap(item) : Object.entries(value).flatMap(([name, one]) => entry(name, one));
}
