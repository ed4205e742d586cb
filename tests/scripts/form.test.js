// Files that the form has read and writes: what nobody has changed stays as it was typed.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

import { AS_READ, formatOf } from "../../plugins/cx_stories/assets/form/front-matter.js";

const WORDS = { kind: "words" };
const LINE = { kind: "line" };
const term = (vocabulary, more = {}) => ({ kind: "term", vocabulary, ...more });
const FIELDS = {
  title: LINE, summary: LINE, date: WORDS, polarity: term("polarity"), status: term("status", { absent: "published" }),
  elements: { kind: "evidence", vocabulary: "elements" },
  lessons: { kind: "sayings", fields: { lesson: WORDS, text: LINE } },
  source: { kind: "record", fields: { title: LINE, url: WORDS } },
  stages: { kind: "terms", vocabulary: "stages" }, sector: term("sectors"), organisation: LINE,
  pair: WORDS, related: { kind: "list" }, questions: { kind: "list" },
  theatre: { kind: "wordings", vocabulary: "theatre" },
  image: { kind: "record", fields: { file: { kind: "picture" }, alt: LINE } },
  ignore: { kind: "records", fields: { rule: LINE, reason: LINE } },
};
const { fromFile, toFile } = formatOf({ fields: FIELDS, names: { elements: { verrassend: "surprising" }, polarity: { positief: "positive" } } });

const STORY = `---
# Ask Mia about the date.
title: The umbrella # for now
summary: >
  A driver runs
  after a passenger.
date: 2024-05-12
polarity: Positief
elements:
  Verrassend: 'She had not missed it.'
  engaging:
lessons:
  - lesson: look-behind-you
    text: A minute of looking back saves a day.
  - Check the seats.
source: {title: "City, by bus", url: https://bus.example/a#b}
stages: [purchase, service]
sector:
house_rule: kept
questions:
- Who looks?
- "And then: what?"
---

It rained. *Hard*.
`;

// The lines that a change takes away, and those it brings.
function changed(change, story = STORY) {
  const values = structuredClone(fromFile(story.trim()));
  change(values);
  const [old, made] = [story.split("\n"), toFile(values).split("\n")];
  let [first, last] = [0, 0];
  while (old[first] === made[first] && first < old.length) first += 1;
  while (last < Math.min(old.length, made.length) - first && old.at(-1 - last) === made.at(-1 - last)) last += 1;
  return [old.slice(first, old.length - last), made.slice(first, made.length - last)];
}

test("the form holds one way of typing where a file has several", () => {
  assert.deepEqual(fromFile(STORY), {
    title: "The umbrella", summary: "A driver runs after a passenger.\n", date: "2024-05-12", polarity: "positive", status: "published",
    elements: [{ term: "surprising", sentence: "She had not missed it." }, { term: "engaging", sentence: "" }],
    lessons: [{ lesson: "look-behind-you", text: "A minute of looking back saves a day." }, { text: "Check the seats." }],
    source: { title: "City, by bus", url: "https://bus.example/a#b" }, stages: ["purchase", "service"],
    questions: ["Who looks?", "And then: what?"], body: "It rained. *Hard*.", [AS_READ]: STORY,
  });
});

test("a file in which nothing is changed stays as it is, also each of the demonstration", () => {
  const folder = new URL("../../content/stories/", import.meta.url);
  const texts = fs.readdirSync(folder).map((name) => fs.readFileSync(new URL(name, folder), "utf8"));

  for (const text of [STORY, ...texts]) assert.equal(toFile(fromFile(text.trim())), text);
});

for (const [name, change, taken, brought] of [
  ["words that stood plainly", (story) => { story.title = "The wet umbrella"; }, ["title: The umbrella # for now"], ["title: The wet umbrella # for now"]],
  ["words that mean something to YAML", (story) => { story.title = 'AT&T "x": <y>'; }, ["title: The umbrella # for now"], ['title: "AT&T \\"x\\": <y>" # for now']],
  ["words over several lines", (story) => { story.summary = "Two\nlines"; }, ["summary: >", "  A driver runs", "  after a passenger."], ['summary: "Two lines"']],
  ["a term", (story) => { story.polarity = "negative"; }, ["polarity: Positief"], ["polarity: negative"]],
  ["a sentence below a term", (story) => { story.elements[1].sentence = "Wet, all of it."; }, ["  engaging:"], ['  engaging: "Wet, all of it."']],
  ["one of several lessons", (story) => { story.lessons[1].text = "Look."; }, ["  - Check the seats."], ["  - Look."]],
  ["the text of a lesson with a name", (story) => { story.lessons[0].text = "Look."; }, ["    text: A minute of looking back saves a day."], ["    text: Look."]],
  ["a lesson more", (story) => { story.lessons.push({ text: "New." }); }, [], ['  - "New."']],
  ["a question less", (story) => { story.questions.shift(); }, ["- Who looks?"], []],
  ["a list on one line", (story) => { story.stages.push("aftercare"); }, ["stages: [purchase, service]"], ["stages: [purchase, service, aftercare]"]],
  ["a part of a record on one line", (story) => { story.source.title = "Bus"; }, ['source: {title: "City, by bus", url: https://bus.example/a#b}'], ['source: {title: "Bus", url: "https://bus.example/a#b"}']],
  ["a field that was empty", (story) => { story.sector = "transport"; }, ["sector:"], ["sector: transport"]],
  ["a field that was not there", (story) => { story.pair = "the-taxi"; }, [], ["pair: the-taxi"]],
  ["a status that was left out", (story) => { story.status = "draft"; }, [], ["status: draft"]],
  ["a field emptied", (story) => { story.stages = []; }, ["stages: [purchase, service]"], []],
  ["the text of the story", (story) => { story.body += "\n\nThen it stopped."; }, [], ["Then it stopped.", ""]],
]) {
  test(`a change is seen in its own lines alone: ${name}`, () => {
    assert.deepEqual(changed(change), [taken, brought]);
  });
}

test("the order of a file is its own, at the top and below", () => {
  const story = "---\nsource:\n  url: https://a.example/b\n  title: Bus\npolarity: positive\ntitle: Umbrella\n---\nText\n";

  assert.deepEqual(changed((values) => { values.source.title = "Tram"; }, story), [["  title: Bus"], ["  title: Tram"]]);
  assert.deepEqual(changed((values) => { values.title = "Taxi"; }, story), [["title: Umbrella"], ["title: Taxi"]]);
});

test("what the form does not ask in a translation stays in it", () => {
  const text = "---\ntitle: De paraplu\nstatus: draft\npolarity: positive\n---\nHet regende.\n";
  const { title, body, [AS_READ]: read } = fromFile(text);

  assert.equal(toFile({ title: `${title}!`, body, [AS_READ]: read }), text.replace("De paraplu", '"De paraplu!"'));
});

test("a new file has its fields in their order, sentences in quotes, and nothing that is empty", () => {
  const values = {
    questions: ["Who?", ""], title: "No", summary: "", status: "draft", elements: [{ term: "unique", sentence: "" }],
    lessons: [{ text: "Look.", lesson: "" }, {}], related: ["a-b", "c"], source: { title: "", url: null }, theatre: { cast: "012" },
    image: { file: "/assets/bus.jpg", alt: "\u0007" }, body: "  It rained.\n",
  };

  assert.equal(toFile(values), [
    "---", 'title: "No"', "status: draft", "elements: [unique]", "lessons:", '  - "Look."', "related: [a-b, c]", "questions:", '  - "Who?"',
    "theatre:", "  cast: \"012\"", "image:", '  file: "../assets/bus.jpg"', '  alt: "\\U00000007"', "---", "", "It rained.", "",
  ].join("\n"));
});

test("a text that is no front matter is told, and not written over", () => {
  assert.throws(() => fromFile("---\ntitle: [\n---\nText\n"));
  assert.throws(() => fromFile("---\n- a list\n---\nText\n"));
});
