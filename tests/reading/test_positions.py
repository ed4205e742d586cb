"""Every fault in front matter is reported at its line and column, under its own rule, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from cx_stories.reading import yaml_nodes
from tests.conftest import Site
from tests.reading.faulty_front_matter import FAULTY, SOUND, story


def _reported(site: Site) -> str:
    found = site.collect().diagnostics
    return ", ".join(f"{one.span.line}:{one.span.column} {one.code}" for one in found)


@pytest.mark.parametrize("name", FAULTY)
def test_fault_is_reported_at_its_place(site: Site, name: str) -> None:
    """A writer is led to the character that is wrong, and to no other."""
    content, expected = FAULTY[name]
    site.file("stories/refund.md", content)

    assert _reported(site) == expected


@pytest.mark.parametrize("name", SOUND)
def test_odd_but_right_front_matter_is_accepted(site: Site, name: str) -> None:
    """Nobody is bothered about a file that means what it says."""
    site.file("stories/refund.md", SOUND[name])

    assert (site.messages(), site.ids()) == ([], ["refund"])


def test_parser_without_a_compiled_library_reports_the_same(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where PyYAML comes without libyaml, every fault is found on the same line under the same rule."""
    monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)
    names = {f"stories/story-{number:03}.md": name for number, name in enumerate(FAULTY)}
    found: dict[str, list[str]] = {name: [] for name in FAULTY}
    for path, name in names.items():
        site.file(path, FAULTY[name][0])
    for one in site.collect().diagnostics:
        if not one.code.startswith("CX5"):  # which is about so many stories together
            found[names[one.path]].append(f"{one.span.line} {one.code}")

    assert found == {name: re.sub(r":\d+", "", places).split(", ") for name, (_, places) in FAULTY.items()}


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_endless_nesting_is_refused_at_once(site: Site, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file made to hang the build is put aside as soon as it goes too deep, not when all is read."""
    site.file("stories/refund.md", story("title: A\nsenses:\n  " + sign * (60_000 // len(sign))))
    read: list[object] = []
    parse = yaml.parse

    def counted(*args: Any, **options: Any) -> Iterator[object]:
        for event in parse(*args, **options):
            read.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", counted)

    assert [found.code for found in site.collect().diagnostics] == ["CX008"]
    assert len(read) < 100


def test_twenty_levels_are_read(site: Site) -> None:
    """The limit is where it is said to be: the field itself and nineteen brackets pass."""
    site.file("stories/refund.md", story("title: A\nsenses: " + "[" * 19 + "sight" + "]" * 19))

    assert _reported(site) == "3:10 CX104"


def test_line_and_column_of_the_end_are_known(site: Site) -> None:
    """An editor can underline the whole value, accents and emoji included."""
    site.story("refund", "---\nchannels: [é😀é]\n---\n")
    found = [one.span for one in site.collect().diagnostics if one.code == "CX201"]

    assert [(span.line, span.column, span.end_line, span.end_column) for span in found] == [(2, 12, 2, 15)]
