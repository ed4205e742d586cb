"""The JSON Schema of a story accepts what the reader accepts and refuses what the checks refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from cx_stories.checks.examples import PATH, files_of
from cx_stories.checks.registry import CHECKS
from cx_stories.exports.json_schema import DRAFTS, story_schema
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.vocabulary.loading import load

STORIES = Path(__file__).parents[2] / "content" / "stories"
VOCABULARIES = load()
EXAMPLES = [check for check in CHECKS if isinstance(check.bad, str) and isinstance(check.good, str)]
REFUSED = {"CX101", "CX102", "CX103", "CX104", "CX106", "CX109", "CX201", "CX407", "CX408"}
"""The rules that a schema can keep too."""


def _judge(draft: str = "2020-12", *, translation: bool = False) -> Validator:
    """Give what an editor judges front matter with."""
    schema = story_schema(VOCABULARIES, "en", draft, translation=translation)
    kind = validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor does: a year is a number, nothing is null, a date is text as in YAML 1.2."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (as PyYAML has it)
        sign: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _front_matter(text: str) -> Any:
    return yaml.load(text.split("---\n")[1], Loader=_EditorLoader)  # noqa: S506 (a safe loader)


def _laid_over(fragment: str) -> Any:
    """Give the front matter of a sound sample story with other fields in it."""
    return _front_matter(files_of(fragment)[PATH].decode())


def _faults(judge: Validator, fields: Any) -> list[str]:
    return sorted(f"{fault.json_path} {fault.validator}" for fault in judge.iter_errors(fields))


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("translation", [False, True])
def test_schema_is_one_of_its_draft(draft: str, translation: bool) -> None:
    """An editor that knows the draft can use the schema."""
    schema = story_schema(VOCABULARIES, "en", draft, translation=translation)
    kind = validator_for(schema)

    assert kind.META_SCHEMA["$schema"] == schema["$schema"]
    kind.check_schema(schema)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("file", sorted(STORIES.glob("*.md")), ids=lambda file: file.stem)
def test_story_of_the_collection_is_accepted(file: Path, draft: str) -> None:
    """Nobody sees a mark in the editor on a story that is published."""
    judge = _judge(draft, translation=".nl" in file.suffixes)

    assert _faults(judge, _front_matter(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(
    ("fragment", "faults"),
    [
        ("colour: red\n", ["$ additionalProperties"]),
        ("summary:\n", ["$.summary type"]),
        ("summary: ''\n", ["$.summary pattern"]),
        ("summary: [a]\n", ["$.summary type", "$.summary type"]),
        ("lessons: []\n", ["$.lessons minItems"]),
        ("lessons: Listen.\n", ["$.lessons type", "$.lessons type"]),
        ("lessons:\n  - Listen: well.\n", ["$.lessons[0] additionalProperties", "$.lessons[0] required"]),
        ("lessons:\n  - [Listen.]\n", ["$.lessons[0] type"]),
        ("lessons:\n  - lesson: listen\n", ["$.lessons[0] required"]),
        ("lessons:\n  - {lesson: Listen well, text: Listen.}\n", ["$.lessons[0].lesson pattern"]),
        ("lessons:\n  - {lesson: con, text: Listen.}\n", ["$.lessons[0].lesson pattern"]),
        ("lessons:\n  - {text: Listen., stance: so-so}\n", ["$.lessons[0].stance anyOf"]),
        ("date: 2024-3-1\n", ["$.date format", "$.date pattern"]),
        ("date: 2024-02-30\n", ["$.date format"]),
        ("date: 20240301\n", ["$.date type"]),
        ("polarity: so-so\n", ["$.polarity anyOf"]),
        ("polarity: true\n", ["$.polarity anyOf", "$.polarity type", "$.polarity type"]),
        ("elements: surprising\n", ["$.elements type", "$.elements type"]),
        ("elements: [surprizing]\n", ["$.elements[0] anyOf"]),
        ("elements:\n  surprizing: So soon.\n", ["$.elements anyOf"]),
        ("elements:\n  surprising: [So soon.]\n", ["$.elements.surprising type"]),
        ("status:\n", ["$.status anyOf", "$.status type"]),
        ("channels: web\n", ["$.channels type"]),
        ("stages: [before-purchase]\n", ["$.stages[0] anyOf"]),
        ("source: {title: A, url: example}\n", ["$.source.url pattern"]),
        ("source: {url: https://example.org}\n", ["$.source required"]),
        ("source: {title: A, colour: red}\n", ["$.source additionalProperties"]),
        ("ignore: [{reason: It is so.}]\n", ["$.ignore[0] required"]),
        ("ignore: {rule: CX301}\n", ["$.ignore type"]),
        ("provenance: retold\n", ["$ required"]),
        ("provenance: Naverteld\nsource:\n", ["$.source type"]),
        ("provenance: first-hand\n", ["$ required"]),
        ("provenance: composite\nconsent: {date: 2024-03-01}\n", ["$.consent required"]),
    ],
)
def test_story_that_cannot_be_published_is_refused(fragment: str, faults: list[str], draft: str) -> None:
    """The editor marks the place while somebody types, and nowhere else."""
    assert _faults(_judge(draft), _laid_over(fragment)) == faults


@pytest.mark.parametrize(
    "fragment",
    [
        "title: 1984\nissue: 12\n",
        "polarity: Positief\nelements: [Verrassend, surprising]\n",
        "elements: []\n",
        "elements:\n  surprising:\n  Uniek: Nobody else does it.\n",
        "sector:\norganisation: ''\nchannels:\nsource:\n",
        "provenance: retold\nsource: {title: A, url: 'https://example.org/a?b=c', accessed: 2024-03-01}\n",
        "provenance: first-hand\nconsent: {status: given}\n",
        "status: draft\npolarity:\nlessons:\nsummary:\nelements:\ndate:\nprovenance:\n",
        "status: Concept\nprovenance: retold\nsource: {url: https://example.org}\n",
        "ignore: [{rule: CX301, reason: It is so., until: 2027-01-01}]\n",
        "lessons:\n  - Listen.\n  - lesson: listen\n    text: Listen.\n    stance: Spreekt tegen\n",
        "lessons:\n  - text: 1984\n    lesson:\n",
    ],
)
def test_what_the_reader_understands_is_accepted(fragment: str) -> None:
    """Labels, numbers and fields left empty are fine in the editor as they are in the build."""
    assert _faults(_judge(), _laid_over(fragment)) == []


@pytest.mark.parametrize("missing", [name for name, field in STORY_FIELDS.items() if field.required])
def test_published_story_needs_what_the_model_requires(missing: str) -> None:
    """A field that is left out is asked for as soon as the story is no longer a draft."""
    fields = _laid_over("")
    del fields[missing]

    assert _faults(_judge(), fields) == ["$ required"]
    assert _faults(_judge(), {**fields, "status": "draft"}) == []


@pytest.mark.parametrize("check", EXAMPLES, ids=lambda check: check.code)
def test_schema_and_checks_agree_on_the_examples_of_the_rules(check: Any) -> None:
    """What a rule calls good is accepted; what it calls bad is refused where a schema can see it."""
    assert _faults(_judge(), _laid_over(check.good)) == []
    if check.code in REFUSED:
        assert _faults(_judge(), _laid_over(check.bad)) != []


def test_translation_needs_nothing_and_may_repeat_everything() -> None:
    """The schema of a translation does not ask for facts that stand in the first telling."""
    judge = _judge(translation=True)

    assert _faults(judge, {"title": "Geld terug", "image": {"alt": "Een telefoon."}}) == []
    assert _faults(judge, _laid_over("provenance: retold\n")) == []
    assert _faults(judge, {"titel": "Geld terug"}) == ["$ additionalProperties"]


def test_words_are_in_the_language_that_was_asked_for() -> None:
    """A Dutch writer reads Dutch: what the model says through the catalogue, terms from their lists."""
    dutch = {"Title": "Titel", "The name of the story.": "Hoe het verhaal heet."}
    schema = story_schema(VOCABULARIES, "nl", translate=lambda words: dutch.get(words, words))
    terms = schema["$defs"]["elements"]
    proposed = terms["anyOf"][0]
    at = proposed["enum"].index("surprising")

    assert {**schema["properties"]["title"], "type": None} == {
        "title": "Titel",
        "description": "Hoe het verhaal heet.",
        "type": None,
    }
    assert schema["properties"]["polarity"]["title"] == VOCABULARIES["polarity"].label_one["nl"]
    assert terms["title"] == VOCABULARIES["elements"].labels["nl"]
    definition = VOCABULARIES["elements"].by_id["surprising"].definition["nl"]
    assert (proposed["enumDescriptions"][at], proposed["markdownEnumDescriptions"][at]) == (
        definition,
        f"**Verrassend**. {definition}",
    )


def test_ids_are_proposed_and_other_names_are_accepted(tmp_path: Path) -> None:
    """Completion shows ids in the order of the list; a deprecated one is accepted and not proposed."""
    file = tmp_path / "senses.yml"
    file.write_text(
        "id: senses\nterms:\n  - {id: sight, deprecated: yes}\n  - id: balance\n    labels: {en: Poise}\n"
        "    aliases: {en: [Equilibrium]}\n    definition: {en: Standing up.}\n",
        encoding="utf-8",
    )
    senses = load([file])
    proposed, others = story_schema(senses)["$defs"]["senses"]["anyOf"]

    assert proposed["enum"] == [term.id for term in senses["senses"].choices if term.id != "sight"]
    assert [name for name in others["enum"] if re.match("(?i)sight|poise|equi", name)] == [
        *("Equilibrium", "Poise", "Sight", "equilibrium", "poise", "sight"),
    ]


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_reference_leads_to_a_list_of_terms(draft: str) -> None:
    """No part of the schema points at nothing, and no list is there in vain."""
    schema = story_schema(VOCABULARIES, "en", draft)
    definitions = DRAFTS[draft][1]

    assert set(_below("$ref", schema)) == {f"#/{definitions}/{name}" for name in schema[definitions]}


def test_no_value_stands_twice_in_a_list() -> None:
    """Strict readers of schemas refuse a list of values with doubles."""
    lists = list(_below("enum", story_schema(VOCABULARIES)))

    assert [values for values in lists if len(set(values)) < len(values)] == []


def _below(key: str, part: Any) -> Iterator[Any]:
    """Find what stands under a key, wherever in the schema."""
    if isinstance(part, dict) and isinstance(part.get(key), str | list):
        yield part[key]
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _below(key, inner)


def test_schema_is_the_same_to_the_byte_each_time() -> None:
    """A committed schema changes only when the model or the lists do; fields stand in the model's order."""
    first, second = (json.dumps(story_schema(load(), "nl")) for _ in range(2))

    assert first == second
    assert list(story_schema(VOCABULARIES)["properties"]) == list(STORY_FIELDS)
