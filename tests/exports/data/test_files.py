"""The files of data, each read back by a program that is not ours."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

import bibtexparser
import duckdb
import pandas as pd
import pyarrow.parquet
import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from cx_stories.exports.data.columns import COLUMNS, row_id
from cx_stories.exports.data.facts import KEPT, MADE, TOLD, WITHHELD
from cx_stories.exports.data.files import FORMS, data_files, dataset_of
from cx_stories.exports.publication import Offers, Publication
from cx_stories.exports.registry import files_of
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.reading.naming import GENERATED_DATA
from cx_stories.views import data as page
from tests.conftest import Site
from tests.exports.data.conftest import CONSENT, DENIED, DRAFTED, FORMULA, IGNORED, TYPED, publication

AT = "https://stories.example/cases/"
RAINED = (
    "She asked for the lamp, and nobody heard her. It rained.\n\n"
    'Afterwards\n\n"No," he said. And yes.\n\none\ntwo'
)


@pytest.fixture(scope="session")
def made(small: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with every file of data there is."""
    folder = tmp_path_factory.mktemp("data")
    for form in FORMS.values():
        (folder / form.name).write_bytes(form.make(dataset_of(small)))
    return folder


@pytest.fixture(scope="session")
def document(made: Path) -> Any:
    """Give `stories.json`."""
    return json.loads((made / "stories.json").read_bytes())


@pytest.fixture(scope="session")
def schema(made: Path) -> Any:
    """Give the schema beside it."""
    return json.loads((made / "stories.schema.json").read_bytes())


def rows_of(folder: Path) -> Mapping[str, Any]:
    """Give the lines of `stories.jsonl` by their id."""
    rows = [json.loads(line) for line in (folder / "stories.jsonl").read_bytes().splitlines()]
    return {row["id"]: row for row in rows}


def test_every_field_is_exported_or_withheld() -> None:
    """Whoever adds a field to stories decides whether it may leave the site; forgetting it leaks nothing."""
    assert sorted(STORY_FIELDS) == sorted((*KEPT, *MADE, *TOLD, *WITHHELD))


def test_what_is_private_is_in_no_file_of_the_site(small: Publication, made: Path) -> None:
    """Consent, drafts, names that are not to be told and what writers agreed with the checks stay inside."""
    files = [file.read_bytes() for file in made.iterdir()] + [one.content for one in files_of(small)]
    files.append(str(pyarrow.parquet.read_table(made / "stories.parquet").to_pydict()).encode())
    private = [CONSENT, DENIED, IGNORED, DRAFTED, '"consent"', '"ignore"']

    assert [word for word in private if any(word.encode() in file for file in files)] == []


def test_document_has_the_stories_with_everything_about_them(document: Any) -> None:
    """A program finds the facts once, and the words by language."""
    refund = next(one for one in document["stories"] if one["id"] == "refund")
    told = refund["tellings"]

    assert [one["id"] for one in document["stories"]] == ["coat", "refund", "small"]
    assert (document["version"], document["site"]) == (
        1,
        {"name": f"Small {TYPED}", "description": "Few.", "url": AT, "languages": ["en", "nl"]},
    )
    assert document["people"] == {"mina": {"en": "Mina Ådahl", "nl": "Mina uit Ådal"}}
    assert document["terms"]["stages"]["use"] == {"en": "Use", "nl": "Gebruik"}
    assert {key: value for key, value in refund.items() if key != "tellings"} == {
        "id": "refund",
        "language": "en",
        "date": "2024-03-01",
        "polarity": "positive",
        "provenance": "first-hand",
        "stages": ["use", "service"],
        "channels": ["store"],
        "touchpoints": [],
        "senses": ["touch"],
        "emotions": ["angry", "relieved"],
        "sector": "fashion",
        "organisation": "Møbel; & Zoon",
        "outcomes": ["repurchase"],
        "incident": "failure-response",
        "recovery": "exceeded",
        "teller": "mina",
        "author": "",
        "series": "at-the-counter",
        "issue": "12",
        "source": {
            "title": 'On "returns"',
            "publication": "A+B",
            "author": "",
            "url": "https://paper.example/a?b=1&c=2",
            "accessed": "2024-02-01",
            "kind": "quoted",
        },
        "aliases": ["refund-of-old"],
        "score": 2,
        "band": "1-2",
        "hits": ["unique", "surprising"],
        "missed": ["repeatable"],
        "pair": "coat",
        "related": ["small"],
        "image": {"address": f"{AT}stories/lamp.png", "credit": "Somebody"},
    }
    assert told["en"] == {
        "title": TYPED,
        "summary": "A wrong size is put right before the customer has finished her sentence.",
        "address": f"{AT}stories/refund/",
        "hit_evidence": {"surprising": FORMULA, "unique": ""},
        "missed_evidence": {"repeatable": ""},
        "lessons": [
            {"text": "Look twice; then | look again.", "lesson": "look-twice", "stance": "supports"},
            {"text": "l" * 300, "lesson": "", "stance": "supports"},
        ],
        "questions": ["What would you do?"],
        "theatre": {"set": "A counter."},
        "image_alt": "A lamp",
        "words": 19,
        "text": RAINED,
    }
    assert (told["nl"]["address"], told["nl"]["text"]) == (f"{AT}nl/stories/refund/", "Zij vroeg.")


def test_document_and_lines_keep_to_the_schema(made: Path, document: Any, schema: Any) -> None:
    """A program that reads the schema is not surprised by the data, and the schema tells of every key."""
    Draft202012Validator.check_schema(schema)
    row = Draft202012Validator({**schema["$defs"]["row"], "$defs": schema["$defs"]})
    story = schema["$defs"]["story"]

    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert [error for one in rows_of(made).values() for error in row.iter_errors(one)] == []
    assert sorted(document) == sorted(schema["properties"])
    assert {key for one in document["stories"] for key in one} == set(story["properties"])
    assert list(Draft202012Validator(schema).iter_errors({**document, "version": 2})) != []
    spoilt = {**document["stories"][0], "polarity": "splendid"}
    assert list(Draft202012Validator(schema).iter_errors({**document, "stories": [spoilt]})) != []


def test_duckdb_reads_the_lines_as_they_were_written(made: Path) -> None:
    """Titles, lists and whole numbers arrive in a database as they are."""
    rows = duckdb.read_json(str(made / "stories.jsonl"))
    columns = "id, title, hits, hit_evidence, timestamp, text, hit_labels, teller_name"
    english, dutch = rows.filter("story = 'refund'").order("id").project(columns).fetchall()

    assert english == (
        "refund_en",
        TYPED,
        ["unique", "surprising"],
        ["", FORMULA],
        1709251200,
        RAINED,
        ["Unique", "Surprising"],
        "Mina Ådahl",
    )
    assert dutch[-3:] == ("Zij vroeg.", ["Uniek", "Verrassend"], "Mina uit Ådal")


def test_pandas_reads_the_table_and_a_spreadsheet_reckons_with_no_cell(made: Path) -> None:
    """Every row has its columns, accents are right, and what looks like a formula is words."""
    table = pd.read_csv(made / "stories.csv", keep_default_na=False).set_index("id")
    content = (made / "stories.csv").read_bytes().decode()
    refund, coat = table.loc["refund_en"], table.loc["coat_en"]

    assert list(table.index) == ["coat_en", "refund_en", "refund_nl", "small_en"]
    assert list(table.columns) == [one.name for one in COLUMNS if one.name not in ("id", "text")]
    assert (refund["title"], refund["organisation"]) == (TYPED, "Møbel; & Zoon")
    assert (refund["stages"], refund["stage_labels"]) == ("use; service", "Use; Service")
    assert refund["lessons"] == f"Look twice; then | look again. | {'l' * 300}"
    assert refund["hit_evidence"] == f" | {FORMULA}"
    assert (coat["title"], coat["hit_evidence"], coat["score"]) == ("'=1+1", "", 0)
    assert content.startswith("\ufeffid,story,language,")
    assert content.count("\r\n") == content.count("\n") == 5


def test_parquet_has_the_same_rows_with_types(made: Path) -> None:
    """DuckDB and pyarrow read the same, days as days and lists as lists."""
    table = pyarrow.parquet.read_table(made / "stories.parquet")
    rows = {row["id"]: row for row in table.to_pylist()}
    columns = duckdb.read_parquet(str(made / "stories.parquet"))
    types = {name: str(kind) for name, kind in zip(columns.columns, columns.types, strict=True)}

    assert {one: {**row, "date": str(row["date"])} for one, row in rows.items()} == rows_of(made)
    assert [types[name] for name in ("date", "score", "hits", "text")] == [
        "DATE",
        "BIGINT",
        "VARCHAR[]",
        "VARCHAR",
    ]


def test_ids_of_rows_are_such_as_search_engines_take(made: Path) -> None:
    """Meilisearch takes letters, digits, hyphens and underscores; no two names share an id."""
    odd = [row_id(name, "nl") for name in ("café", "cafe", "caf-", "日本", "a b", "a-b", "a_b")]

    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,511}", one) for one in (*odd, *rows_of(made)))
    assert len(set(odd)) == len(odd)
    assert row_id("refund", "nl") == "refund_nl"


def test_examples_on_the_page_run_beside_the_file(made: Path) -> None:
    """What the page tells analysts to type gives an answer, and the right one."""
    printed = io.StringIO()
    with chdir(made), redirect_stdout(printed):
        missed = duckdb.sql(page.DUCKDB.format(language="en")).fetchall()
        exec(page.PANDAS.format(language="en"), {})  # noqa: S102 (the very words of the page)

    assert missed == [("engaging", 1)]
    assert [line.split() for line in printed.getvalue().splitlines()] == [
        ["polarity", "positive"],
        ["stages"],
        ["service", "1"],
        ["use", "1"],
    ]


def test_terms_are_linked_data(made: Path, small: Publication) -> None:
    """A program for thesauri finds every term with its names, its definition and its place in the list."""
    graph = rdflib.Graph().parse(made / "vocabularies.ttl", publicID=f"{AT}data/vocabularies.ttl")
    happy, joy = rdflib.URIRef(f"{AT}terms/emotions/delighted/"), rdflib.URIRef(f"{AT}terms/emotions/joy/")
    scheme = rdflib.URIRef(f"{AT}terms/emotions/")
    seen = [
        one for one in small.library.vocabularies.values() if one.id not in ("status", "consent", "stance")
    ]
    names = {str(name): name.language for name in graph.objects(happy, SKOS.prefLabel)}

    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == sum(len(one.terms) for one in seen)
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == len(seen)
    assert names == {"Delighted": "en", "Opgetogen": "nl"}
    assert (happy, SKOS.broader, joy) in graph
    assert (joy, SKOS.narrower, happy) in graph
    assert (joy, SKOS.topConceptOf, scheme) in graph
    assert (scheme, SKOS.hasTopConcept, joy) in graph
    assert (happy, SKOS.topConceptOf, scheme) not in graph
    assert all(list(graph.objects(one, SKOS.definition)) for one in graph.subjects(RDF.type, SKOS.Concept))


def test_terms_of_a_site_are_written_so_that_they_read_back(site: Site) -> None:
    """Whatever signs a definition has; a term that is out of use names the one to use instead."""
    odd = 'Quote " back \\\\ slash <y> 😀 end'
    site.vocabulary(
        "channels.yml",
        "id: channels\nterms:\n"
        f"  - id: video\n    labels: {{en: 'A \"call\"'}}\n    aliases: {{en: [Zoom]}}\n"
        f"    definition: {{en: '{odd}'}}\n    source: House\n"
        "  - id: store\n    replaced_by: video\n",
    )
    made = FORMS["turtle"].make(dataset_of(publication(site, url="")))
    graph = rdflib.Graph().parse(
        data=made, format="turtle", publicID="https://x.example/data/vocabularies.ttl"
    )
    video = rdflib.URIRef("https://x.example/terms/channels/video/")
    store = rdflib.URIRef("https://x.example/terms/channels/store/")

    assert set(graph.predicate_objects(video)) == {
        (RDF.type, SKOS.Concept),
        (SKOS.inScheme, rdflib.URIRef("https://x.example/terms/channels/")),
        (SKOS.topConceptOf, rdflib.URIRef("https://x.example/terms/channels/")),
        (SKOS.notation, rdflib.Literal("video")),
        (SKOS.prefLabel, rdflib.Literal('A "call"', lang="en")),
        (SKOS.altLabel, rdflib.Literal("Zoom", lang="en")),
        (SKOS.definition, rdflib.Literal(odd, lang="en")),
        (DCTERMS.source, rdflib.Literal("House")),
    }
    assert (store, OWL.deprecated, rdflib.Literal(True)) in graph
    assert (store, DCTERMS.isReplacedBy, video) in graph


def test_entries_for_reference_lists_are_read_by_a_parser_of_bibtex(made: Path) -> None:
    """A program for literature takes the whole file without a complaint."""
    library = bibtexparser.parse_file(str(made / "stories.bib"))
    refund = library.entries_dict["refund-nl"].fields_dict

    assert library.failed_blocks == []
    assert list(library.entries_dict) == ["coat", "refund", "refund-nl", "small"]
    assert (refund["url"].value, refund["year"].value) == (f"{AT}nl/stories/refund/", "2024")
    assert refund["title"].value == '{AT\\&T "x" <y> ]]> \\textbraceleft{}z\\textbraceright{} ' + (
        "\\textbackslash{} 50 \\% 😀 עברית}"
    )


def test_one_language_may_be_asked_for(small: Publication) -> None:
    """Only what is told in it comes along, and only its names of terms."""
    dutch = dataset_of(small, ("nl",))
    document = json.loads(FORMS["json"].make(dutch))

    assert [(one["id"], list(one["tellings"])) for one in document["stories"]] == [("refund", ["nl"])]
    assert [row["id"] for row in dutch.rows] == ["refund_nl"]
    assert document["terms"]["stages"]["use"] == {"nl": "Gebruik"}


def test_site_publishes_all_but_parquet_unless_it_does_not_want_to(small: Publication, site: Site) -> None:
    """What needs another package is made on request; `exports: false` publishes nothing."""
    silent = publication(site)
    object.__setattr__(silent, "offers", Offers(exports=False))

    assert [one.path for one in data_files(small)] == [
        "data/stories.json",
        "data/stories.csv",
        "data/stories.jsonl",
        "data/vocabularies.ttl",
        "data/stories.bib",
        "data/stories.schema.json",
    ]
    assert list(data_files(silent)) == []


def test_no_file_of_a_writer_takes_the_place_of_one_with_data(small: Publication, site: Site) -> None:
    """A table or a folder of the same name would be lost, or end the build."""
    site.file("data/stories.csv", "mine")
    site.file("data/Stories.jsonl/note.md", "---\ntitle: A note\n---\nText.\n")
    site.file("data/of-mine.csv", "mine")

    assert sorted(GENERATED_DATA) == sorted(one.path for one in data_files(small))
    assert [found.split(" ", 1)[0] for found in site.messages()] == [
        "data/Stories.jsonl/note.md:1:1",
        "data/stories.csv:1:1",
    ]
    assert "The site itself has a file data/stories.csv. Give this one another name." in site.messages()[1]


def test_preview_exports_no_more_than_the_site(site: Site) -> None:
    """What a published story says of a draft, which readers cannot open, is left out as well."""
    site.show_drafts()
    site.story("small", "pair: draft\nrelated: [plan]\n")
    site.story("draft", "status: draft\npolarity: negative\npair: small\n")
    site.story("plan", "title: The plan\nstatus: draft\n")
    shown = publication(site)
    [row] = dataset_of(shown).rows

    assert [story.id for story in shown.library.stories] == ["draft", "plan", "small"]
    assert (row["id"], row["pair"], row["related"]) == ("small_en", "", [])


def test_site_without_a_story_has_files_that_can_be_read(site: Site, tmp_path: Path) -> None:
    """Nothing is no error, and drafts in a preview are nothing."""
    site.show_drafts()
    site.story("draft", "status: draft\n")
    empty = dataset_of(publication(site))
    (tmp_path / "stories.csv").write_bytes(FORMS["csv"].make(empty))

    assert json.loads(FORMS["json"].make(empty))["stories"] == []
    assert FORMS["jsonl"].make(empty) == FORMS["bibtex"].make(empty) == b""
    assert len(pd.read_csv(tmp_path / "stories.csv")) == 0
