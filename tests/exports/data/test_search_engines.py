"""What `docs/search-engines.md` says, held against the documents and the constraints the engines document."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cx_stories.exports.data.columns import COLUMNS
from cx_stories.exports.data.files import FORMS, dataset_of
from cx_stories.exports.publication import Publication

PAGE = (Path(__file__).parents[3] / "docs" / "search-engines.md").read_text(encoding="utf-8")
NAMES = {column.name for column in COLUMNS}
MEILISEARCH, TYPESENSE, OPENSEARCH = (
    json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
)
_TYPES = {
    "string": str,
    "int32": int,
    "int64": int,
    "string[]": list,
}


@pytest.fixture(scope="session")
def lines(small: Publication) -> Sequence[Mapping[str, Any]]:
    """Give the documents of `stories.jsonl`."""
    return [json.loads(line) for line in FORMS["jsonl"].make(dataset_of(small)).splitlines()]


def test_settings_for_meilisearch_name_keys_that_are_there() -> None:
    """A filter on a key that no document has finds nothing, and nobody is told."""
    assert set(MEILISEARCH) == {"searchableAttributes", "filterableAttributes", "sortableAttributes"}
    assert {name for names in MEILISEARCH.values() for name in names} <= NAMES


def test_documents_have_what_the_fields_of_typesense_say(lines: Sequence[Mapping[str, Any]]) -> None:
    """A field that is not optional must be in every document, and of its type."""
    wrong = [
        (line["id"], field["name"])
        for line in lines
        for field in TYPESENSE["fields"]
        if not isinstance(line.get(field["name"]), _TYPES[field["type"]])
    ]

    assert lines
    assert wrong == []
    assert {"name": TYPESENSE["default_sorting_field"], "type": "int64"} in TYPESENSE["fields"]


def test_documents_are_flat(lines: Sequence[Mapping[str, Any]]) -> None:
    """Each value is a text, a whole number, nothing, or a list of texts."""
    values = [value for line in lines for value in line.values()]

    assert [
        value
        for value in values
        if not (
            isinstance(value, str | int | None)
            or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        )
    ] == []


def test_mapping_for_opensearch_fits_the_documents(lines: Sequence[Mapping[str, Any]]) -> None:
    """Days are days and numbers are numbers; what is left to the template is text."""
    properties = OPENSEARCH["mappings"]["properties"]
    numbers = {column.name for column in COLUMNS if column.form.value == "number"}
    numeric = {name for name, one in properties.items() if one["type"] in ("long", "integer")}

    assert set(properties) <= NAMES
    assert numeric == numbers
    assert all(date.fromisoformat(line["date"]) for line in lines)


def test_file_for_loading_many_has_an_id_before_each_document(
    small: Publication, lines: Sequence[Mapping[str, Any]], tmp_path: Path
) -> None:
    """The command on the page writes what OpenSearch reads."""
    (tmp_path / "stories.jsonl").write_bytes(FORMS["jsonl"].make(dataset_of(small)))
    [command] = [block for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if "bulk.write" in block]
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    written = [json.loads(line) for line in (tmp_path / "bulk.ndjson").read_bytes().splitlines()]

    assert written == [part for line in lines for part in ({"index": {"_id": line["id"]}}, line)]
