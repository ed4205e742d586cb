// Changes in the text of a story, each as small as it can be: what nobody has changed stays as it was typed.
import { isMap, isScalar, isSeq } from "./yaml/index.js";

import { bracketed, entry, isPlain, item, quoted } from "./typed.js";
import { same } from "./values.js";

const isRecord = (value) => typeof value === "object" && !Array.isArray(value);

/** The changes of one text. They are noted at their places in what was read, and made together. */
export class Edits {
  #changes = [];

  constructor(text) {
    this.text = text;
  }

  /** The text with all changes. */
  get made() {
    const fromTheEnd = this.#changes.toSorted((one, other) => other.from - one.from || other.order - one.order);
    return fromTheEnd.reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), this.text);
  }

  /**
   * Note what changes a record from one value into another.
   * @param map the record in the text
   * @returns whether that could be done; nothing noted holds where it could not
   */
  record(map, before, after) {
    const pairs = this.#pairs(map, Object.keys(before));
    if (!Object.keys(before).every((name) => pairs.has(name))) return false;
    if (map.flow) return this.#put(map.range[0], map.range[1], bracketed(after));
    const own = map.items.every((pair) => this.#ownLine(pair.key.range[0]));
    let last = null;
    for (const [name, value] of Object.entries(after)) {
      const pair = pairs.get(name);
      if (!pair) {
        if (!own) return false;
        this.#insert(map, last, entry(name, value));
      } else {
        if (!same(before[name], value) && !this.#value(pair.value, before[name], value) && !this.#whole(pair, value)) return false;
        last = pair;
      }
    }
    return this.#remove(Object.keys(before).filter((name) => !(name in after)).map((name) => pairs.get(name)), own);
  }

  /** The pairs by what they are called in the values. Terms may be typed in several ways, and keep their order. */
  #pairs(map, names) {
    const typed = new Map(map.items.map((pair) => [String(pair.key.value), pair]));
    if (names.length !== map.items.length || names.every((name) => typed.has(name))) return typed;
    return new Map(map.items.map((pair, number) => [names[number], pair]));
  }

  #remove(pairs, own) {
    if (pairs.length && !own) return false;
    for (const pair of pairs) this.#put(this.#lineStart(pair.key.range[0]), this.#lineEnd(this.#end(pair)) + 1, "");
    return true;
  }

  #value(node, before, after) {
    if (before === undefined) return false;
    if (isScalar(node) && typeof after === "string") return this.#words(node, after);
    if (isMap(node) && isRecord(before) && isRecord(after)) return node.items.length === Object.keys(before).length && this.record(node, before, after);
    if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return node.items.length === before.length && this.#list(node, before, after);
    return false;
  }

  #words(node, after) {
    const empty = node.range[0] === node.range[1];
    if (empty || !["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"].includes(node.type)) return false;
    const stays = node.type === "PLAIN" && isPlain(after);
    return this.#put(node.range[0], node.range[1], stays ? after : quoted(after));
  }

  #list(seq, before, after) {
    if (seq.flow) return after.every((one) => typeof one === "string") && this.#put(seq.range[0], seq.range[1], bracketed(after));
    let first = 0;
    while (first < Math.min(before.length, after.length) && same(before[first], after[first])) first += 1;
    let last = 0;
    while (last < Math.min(before.length, after.length) - first && same(before.at(-1 - last), after.at(-1 - last))) last += 1;
    const [old, made] = [seq.items.slice(first, seq.items.length - last), after.slice(first, after.length - last)];
    if (old.length === made.length) return old.every((node, number) => this.#one(node, before[first + number], made[number]));
    const column = this.#indent(seq.items[0].range[0]);
    const text = made.flatMap(item).map((line) => `${column}${line}\n`).join("");
    const from = first ? this.#lineEnd(this.#end(seq.items[first - 1])) + 1 : this.#lineStart(seq.items[0].range[0]);
    const to = old.length ? this.#lineEnd(this.#end(old.at(-1))) + 1 : from;
    return this.#put(from, to, text);
  }

  /** One of a list: changed in itself where that can be, else written anew. */
  #one(node, before, after) {
    const noted = this.#changes.length;
    if (same(before, after) || this.#value(node, before, after)) return true;
    this.#changes.length = noted;
    const start = this.#lineStart(node.range[0]);
    const lines = item(after).map((line) => `${this.#indent(node.range[0])}${line}`);
    return this.#put(start, this.#lineEnd(this.#end(node)), lines.join("\n"));
  }

  /** A name and what it has, written anew. */
  #whole(pair, after) {
    const start = pair.key.range[0];
    if (!this.#ownLine(start)) return false;
    this.#changes = this.#changes.filter(({ from }) => from < start || from > this.#end(pair));
    const column = this.#indent(start);
    const [first, ...others] = entry(this.text.slice(start, pair.key.range[1]), after);
    return this.#put(start, this.#lineEnd(this.#end(pair)), [first, ...others.map((line) => column + line)].join("\n"));
  }

  #insert(map, last, lines) {
    const place = last ? this.#lineEnd(this.#end(last)) + 1 : this.#lineStart(map.items[0]?.key.range[0] ?? 0);
    const column = map.items.length ? this.#indent(map.items[0].key.range[0]) : "";
    this.#put(place, place, lines.map((line) => `${column}${line}\n`).join(""));
  }

  #put(from, to, by) {
    this.#changes.push({ from, to, by, order: this.#changes.length });
    return true;
  }

  #lineStart(place) {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  /** Where the line ends that a place is in; the last one ends in a line break, too. */
  #lineEnd(place) {
    const found = this.text.indexOf("\n", place);
    return found < 0 ? this.text.length : found;
  }

  #indent(place) {
    return this.text.slice(this.#lineStart(place), place).match(/^ */)[0];
  }

  #ownLine(place) {
    return /^ *$/.test(this.text.slice(this.#lineStart(place), place));
  }

  /** Where what was typed for something ends. */
  #end(node) {
    if ("key" in node) return node.value?.range && node.value.range[1] > node.key.range[1] ? this.#end(node.value) : node.key.range[1];
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) return this.#end(node.items.at(-1));
    const end = node.range[1];
    return this.text[end - 1] === "\n" ? end - 1 : end;
  }
}
