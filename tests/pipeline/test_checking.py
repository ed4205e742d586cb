"""A check without a build finds what a build finds, with and without what it remembers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cx_stories.checks.base import Check, CollectionCheck, Rule
from cx_stories.checks.context import Standards
from cx_stories.checks.examples import files_of
from cx_stories.checks.registry import CHECKS
from cx_stories.checks.run import Examined
from cx_stories.model.diagnostic import Diagnostic, Excerpt, Fix
from cx_stories.model.document import Document
from cx_stories.pipeline import Collection, Inspection, checking
from cx_stories.pipeline.judging import Tally
from tests.conftest import Site

FINDING = [rule for rule in CHECKS if isinstance(rule, Check | CollectionCheck)]


def _whole(found: Collection | Inspection) -> list[tuple[Diagnostic, Fix | None, Excerpt]]:
    """Give all there is to each finding; two are equal whatever their fixes and excerpts are."""
    return [(one, one.fix, one.excerpt) for one in found.diagnostics]


@pytest.mark.parametrize("rule", FINDING, ids=lambda rule: rule.name)
def test_check_finds_what_a_build_finds(site: Site, rule: Rule, tmp_path: Path) -> None:
    """Whoever checks before sending a story in is not surprised later, however often they check."""
    for path, content in files_of(rule.bad).items():
        site.file(path, content)
    built = _whole(site.collect())
    memory = tmp_path / "memory"

    assert built != []
    assert [_whole(site.inspect(kept)) for kept in (None, memory, memory)] == [built] * 3


def test_what_is_remembered_is_not_read_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second check takes as long as what has changed since the first."""
    site.story("a", "channels: [web, web]\n")
    site.story("b")
    site.inspect(tmp_path)
    site.story("b", "senses: [sight, sight]\n")
    read: list[str] = []
    examine = checking.examine_each

    def examined(stories: Sequence[Sequence[Document]], standards: Standards) -> Sequence[Examined]:
        read.extend(document.path for documents in stories for document in documents)
        return examine(stories, standards)

    monkeypatch.setattr(checking, "examine_each", examined)
    found = [one.path for one in site.inspect(tmp_path).diagnostics]

    assert (read, found) == (["stories/b.md"], ["stories/a.md", "stories/b.md"])


def test_rule_about_the_collection_sees_what_is_remembered(site: Site, tmp_path: Path) -> None:
    """A story that has not changed may have a new fault, because another one has."""
    site.story("a", "related: [b]\n")
    site.story("b")
    before = site.inspect(tmp_path)
    (site.content / "stories/b.md").unlink()

    after = [found.code for found in site.inspect(tmp_path).diagnostics]

    assert (list(before.diagnostics), after) == ([], ["CX204"])


def test_stories_are_counted(site: Site) -> None:
    """The last line of a check says how many are fit to publish; a translation is no story of its own."""
    site.story("a")
    site.story("a.nl")
    site.story("b", "polarity: so-so\n")
    site.story("c", "status: draft\n")
    site.file("about.md", "---\ntitle: About\n---\n")

    assert site.inspect().tally == Tally(stories=3, fit=1, drafts=1)
