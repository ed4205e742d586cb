"""A rule is its own documentation and its own test: its examples do what they say."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from cx_stories.checks.base import Example, Rule
from cx_stories.checks.examples import BODY, PATH, SAMPLE, files_of
from cx_stories.checks.registry import CHECKS
from cx_stories.errors import CxStoriesError
from tests.conftest import Site

EVERY_RULE = pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)


def _codes(site: Site, example: Example) -> set[str]:
    """Give the codes of what is found; a site whose own files are faulty is not looked at any further."""
    for path, content in files_of(example).items():
        site.file(path, content)
    try:
        return {found.code for found in site.collect().diagnostics}
    except CxStoriesError as error:
        return {error.code}


@EVERY_RULE
def test_bad_example_breaks_this_rule_and_no_other(site: Site, rule: Rule) -> None:
    """Whoever reads the example sees the fault, and only that."""
    assert _codes(site, rule.bad) == {rule.code}


@EVERY_RULE
def test_good_example_breaks_no_rule(site: Site, rule: Rule) -> None:
    """Whoever copies the example has nothing to mend."""
    assert _codes(site, rule.good) == set()


@EVERY_RULE
def test_good_example_is_not_refused_for_another_reason(site: Site, rule: Rule) -> None:
    """The example is really read: it gives its stories, drafts and translations included."""
    files = files_of(rule.good)
    for path, content in files.items():
        site.file(path, content)
    site.show_drafts()
    told = [PurePosixPath(path) for path in files if path.startswith("stories/") and path.endswith(".md")]

    assert set(site.ids()) == {path.stem.removesuffix(".nl") for path in told} != set()


def test_fragment_is_laid_over_a_sound_story() -> None:
    """An example shows the one line that matters."""
    rest = [lines for key, lines in SAMPLE.items() if key != "title"]

    assert files_of("title: Other\n") == {
        PATH: "\n".join(["---", "title: Other", *rest, "---", BODY]).encode()
    }


def test_whole_file_and_bytes_are_left_alone() -> None:
    """An example about the file itself is given as it is."""
    files: dict[str, str | bytes] = {
        "stories/a.md": "---\ntitle: A\n---\n",
        "stories/b.md": b"\xff",
        "stories/c.docx": b"",
    }

    assert files_of(files) == {
        "stories/a.md": b"---\ntitle: A\n---\n",
        "stories/b.md": b"\xff",
        "stories/c.docx": b"",
    }


def test_text_of_a_fragment_takes_the_place_of_the_sample_text() -> None:
    """An example about the text shows it below the line that matters."""
    assert files_of("title: Other\n---\nShe rang.\n") == {
        PATH: files_of("title: Other\n")[PATH].removesuffix(BODY.encode()) + b"She rang.\n"
    }


def test_sample_story_is_sound(site: Site) -> None:
    """What the examples are laid over has no fault of its own."""
    site.story("refund")

    assert (site.messages(), site.ids()) == ([], ["refund"])
