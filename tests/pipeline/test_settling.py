"""Two builds of the same stories give the same index, byte for byte; one of another shape is left alone."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import pytest
from cbor2 import dumps, loads

from cx_stories.pipeline.pagefind import Pagefind
from cx_stories.pipeline.settling import settled

PAGE = """\
<!doctype html><html lang="{1}"><head>
<meta data-pagefind-filter="stage[content]" content="use">
<meta data-pagefind-filter="stage[content]" content="{0}">
<meta data-pagefind-filter="card[content]" content="Card of {0}">
<meta data-pagefind-filter="hit[content]" content="unique">
<meta data-pagefind-filter="year[content]" content="20">
<meta data-pagefind-sort="title[content]" content="{0}"><meta data-pagefind-sort="day[content]" content="1">
</head><body data-pagefind-body><h1>{0}</h1></body></html>
"""
ENTRY, META = "pagefind-entry.json", "pagefind.en_1a.pf_meta"


def _packed(value: Any, mark: bytes = b"pagefind_dcd") -> bytes:
    return gzip.compress(mark + dumps(value))


def _read(content: bytes) -> Any:
    return loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))


def _entry(version: str = "1.5.2", name: str = "en_1a") -> bytes:
    return json.dumps({"version": version, "languages": {"en": {"hash": name, "wasm": "en"}}}).encode()


def _bundle(filters: Sequence[str] = ("stage", "hit")) -> dict[str, bytes]:
    """Give the files of a small index, in an order of chance."""
    pages = {"use": [0, 2], "choose": [1]}
    return {
        ENTRY: _entry(),
        META: _packed(
            [
                "1.5.2",
                [["en_p", 4]],
                [],
                [[name, f"en_{name}"] for name in filters],
                [["b", [1]], ["a", [0]]],
                [],
            ]
        ),
        **{
            f"filter/en_{name}.pf_filter": _packed([name, list(map(list, pages.items()))]) for name in filters
        },
        "fragment/en_p.pf_fragment": b"as it is",
    }


def _named(made: Mapping[str, bytes], path: str, value: Any) -> str:
    """Give the path of the file that says a value, if its name is made of its content."""
    found = [one for one in made if one.startswith(path) and one != ENTRY and _read(made[one]) == value]
    assert [sha256(made[one]).hexdigest()[:10] in one for one in found] == [True]
    return found[0].split("/")[-1].split(".pf_")[0].removeprefix("pagefind.")


def test_everything_stands_in_one_order_under_names_of_its_content() -> None:
    """Filters, their values and sorts stand by name; a file is named by what it holds, and found by that."""
    made = settled(_bundle(), ["hit"])

    stage = _named(made, "filter/", ["stage", [["choose", [1]], ["use", [0, 2]]]])
    meta = ["1.5.2", [["en_p", 4]], [], [["stage", stage]], [["a", [0]], ["b", [1]]], []]
    entry = json.loads(made[ENTRY])
    assert entry["languages"]["en"]["hash"] == _named(made, "pagefind.", meta)
    assert (len(made), made["fragment/en_p.pf_fragment"]) == (4, b"as it is")


def test_what_pagefind_really_makes_is_the_same_every_time() -> None:
    """It makes it in an order of chance: of ten tries it hardly makes two alike."""

    def make() -> Mapping[str, bytes]:
        with Pagefind() as program:
            for name in ("awake", "buy", "choose", "drop", "enjoy"):
                for language in ("en", "nl", "de"):
                    program.add(f"{language}/{name}/", PAGE.format(name, language))
            return program.files()

    tries = [make() for _ in range(5)]

    assert len({repr(sorted(one.items())) for one in tries}) > 1
    assert len({repr(sorted(settled(one).items())) for one in tries}) == 1
    assert set(settled(tries[0])) != set(tries[0])


@pytest.mark.parametrize(
    "changed",
    [
        {ENTRY: _entry("1.6.0")},
        {ENTRY: b"{}"},
        {ENTRY: b"[]"},
        {ENTRY: _entry(name="en_2b")},
        {META: _packed(["1.5.2", [], [], [["stage", "en_stage"]], []])},
        {META: _packed(["1.5.2", [], [], [["stage", "en_hit"]], [], []])},
        {META: _packed(["1.5.2", [], [], {"stage": 1}, 5, []])},
        {META: b"no gzip"},
        {"filter/en_hit.pf_filter": _packed(["hit", [["use", [0], "more"]]])},
        {"filter/en_hit.pf_filter": gzip.compress(b"pagefind_dcd" + b"\x82\x63hit\x9f\xff")},
        {"filter/en_hit.pf_filter": gzip.compress(b"pagefind_dcd" + b"\x82\x63hi")},
        {"filter/en_hit.pf_filter": _packed(["hit", []], mark=b"other_mark_1")},
    ],
    ids=[
        *("version", "no version", "a list", "no such file", "shorter", "names mixed up", "other kinds"),
        *("unpacked", "more of a value", "another way of writing", "cut off", "another mark"),
    ],
)
def test_index_of_another_shape_is_left_as_pagefind_made_it(changed: Mapping[str, bytes]) -> None:
    """A newer Pagefind still gives a search that works; it only differs from build to build."""
    made = {**_bundle(), **changed}

    assert settled(made, ["hit"] if not any("hit" in path for path in changed) else []) == made


def test_no_file_tells_when_or_on_what_it_was_packed() -> None:
    """Every version of Python packs the same bytes: neither a time nor a system is named."""
    made = settled(_bundle())
    ours = [path for path in made if path.endswith((".pf_filter", ".pf_meta"))]

    assert {made[path][:10].hex() for path in ours} == {"1f8b08000000000002ff"}
