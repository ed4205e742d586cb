"""Every hostile or faulty input is answered as its label says: refused with these codes, or let through."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import FrameType

import pytest

from cx_stories.errors import CxStoriesError
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.pipeline import Settings, inspect
from cx_stories.vocabulary.loading import load
from tests.conftest import TODAY, Site
from tests.hostile.case import STORY, Case, all_cases, with_body
from tests.hostile.settings import CONFIGURATIONS, VOCABULARIES

BY_KIND = {kind: tuple(cases) for kind, cases in groupby(all_cases(), key=lambda case: case.kind)}
PATIENCE = 5
"""For how many seconds one input may keep a check busy."""


@pytest.fixture(autouse=True)
def impatience() -> Iterator[None]:
    """Stop a test in which an input is worked on without end."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError("an input takes longer than anybody waits")

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def lay(case: Case, folder: Path) -> Path:
    """Lay the files of a case into a folder of its own."""
    for path, raw in case.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return folder


def answered(content: Path) -> tuple[str, ...]:
    """Give the codes of the errors that a check finds; what is not as it should be stands in their place."""
    signal.alarm(PATIENCE)
    found = inspect(Settings(content, ("en", "nl"), today=TODAY)).diagnostics
    signal.alarm(0)
    errors = [one for one in found if one.severity is Severity.ERROR]
    return tuple(sorted({one.code if _well_said(one) else f"{one}" for one in errors}))


def _well_said(found: Diagnostic) -> bool:
    """Whether a finding has a place, and says on one line what is wrong."""
    return found.span.line > 0 and found.span.column > 0 and len(found.message.splitlines()) == 1


def test_the_corpus_is_what_it_is_said_to_be() -> None:
    """More than three hundred inputs, no two alike, some of each label, and none of a rule that is none."""
    cases = all_cases()
    contents = {tuple(case.files.items()) for case in cases}
    refused = [case for case in cases if case.codes]

    assert (len(contents), len({case.title for case in cases})) == (len(cases), len(cases))
    assert (len(refused) > 300, len(cases) - len(refused) > 200) == (True, True)


@pytest.mark.parametrize("kind", BY_KIND)
def test_an_input_is_refused_or_let_through_as_labelled(kind: str, tmp_path: Path) -> None:
    """A check names exactly what is wrong, at a place, in a line of words, and soon."""
    said = {}
    for number, case in enumerate(BY_KIND[kind]):
        said[case.name] = answered(lay(case, tmp_path / str(number)))

    assert said == {case.name: case.codes for case in BY_KIND[kind]}


def test_a_configuration_is_refused_or_read_and_never_run(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check reads `mkdocs.yml` as data: nothing that it names is imported, opened without end or begun."""
    folder = site.content.parent
    monkeypatch.chdir(folder)
    site.story("example")
    (folder / "ran.py").write_text("open('ran', 'w').close()\n", encoding="utf-8")

    def outcome(text: str) -> str:
        site.configuration.write_bytes(text.encode())
        signal.alarm(PATIENCE)
        try:
            errors = [one for one in site.inspect().diagnostics if one.severity is Severity.ERROR]
        except CxStoriesError as error:
            return error.code if str(error).isprintable() else repr(error)
        finally:
            signal.alarm(0)
        return " ".join(one.code for one in errors)

    said = {name: outcome(text) for name, (text, _) in CONFIGURATIONS.items()}
    assert said == {name: code for name, (_, code) in CONFIGURATIONS.items()}
    assert not (folder / "ran").exists()


def test_a_vocabulary_is_refused_or_words(tmp_path: Path) -> None:
    """What a site adds to the lists of terms cannot lead out, run or swell."""
    file = tmp_path / "own.yml"

    def outcome(content: str | bytes) -> str:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        signal.alarm(PATIENCE)
        try:
            load((file,))
        except CxStoriesError as error:
            return error.code if str(error).isprintable() else repr(error)
        finally:
            signal.alarm(0)
        return ""

    said = {name: outcome(content) for name, (content, _) in VOCABULARIES.items()}
    assert said == {name: code for name, (_, code) in VOCABULARIES.items()}


def _socket(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        before = Path.cwd()
        os.chdir(place.parent)
        made.bind(place.name)
        os.chdir(before)


SPECIAL: dict[str, tuple[str, Callable[[Path], object]]] = {
    "link to a secret": (STORY, lambda place: place.symlink_to("/etc/passwd")),
    "link to a secret as a picture": ("stories/x.png", lambda place: place.symlink_to("/etc/passwd")),
    "link to a device": (STORY, lambda place: place.symlink_to("/dev/zero")),
    "link to nothing": (STORY, lambda place: place.symlink_to("/nowhere/at/all")),
    "link to itself": (STORY, lambda place: place.symlink_to(place)),
    "link to the folder above": (
        "stories/up",
        lambda place: place.symlink_to("..", target_is_directory=True),
    ),
    "link to the root": ("stories/root", lambda place: place.symlink_to("/", target_is_directory=True)),
    "link in place of the stories": (
        "stories",
        lambda place: place.symlink_to("/etc", target_is_directory=True),
    ),
    "pipe": (STORY, os.mkfifo),
    "pipe as a picture": ("stories/x.png", os.mkfifo),
    "pipe as a page": ("about.md", os.mkfifo),
    "socket": ("stories/x.md", _socket),
}
"""What is no file: where it stands, and how it is made."""


def test_what_is_no_file_is_named_and_not_opened(tmp_path: Path) -> None:
    """A link, a pipe or a socket among the stories is an error, and nobody waits for it."""

    def outcome(number: int, place: str, make: Callable[[Path], object]) -> tuple[str, ...]:
        content = tmp_path / str(number)
        file = content / place
        file.parent.mkdir(parents=True)
        make(file)
        return answered(content)

    said = {name: outcome(number, *special) for number, (name, special) in enumerate(SPECIAL.items())}
    assert said == dict.fromkeys(SPECIAL, ("CX013",))


TWINS = {
    "one letter larger": ("stories/refund.md", "stories/Refund.md"),
    "accents together and apart": ("stories/caf\u00e9.md", "stories/cafe\u0301.md"),
    "in two folders": ("stories/refund.md", "stories/old/refund.md"),
    "page and folder": ("about.md", "about/index.md"),
    "two languages of one": ("stories/refund.md", "stories/refund.en.md"),
    "page of a list": ("stories/refund.md", "stories/refund/index.md"),
}
"""Files that would be one page, or one file on another computer."""


def test_two_files_of_one_name_are_told_apart_or_refused(tmp_path: Path) -> None:
    """No story takes the place of another unseen."""

    def outcome(number: int, paths: tuple[str, str]) -> tuple[str, ...]:
        content = tmp_path / str(number)
        bodies = {
            path: with_body(f"The {count} of two.", f"Story {count}") for count, path in enumerate(paths)
        }
        return answered(lay(Case("twins", "", bodies), content))

    said = {name: "CX012" in outcome(number, paths) for number, (name, paths) in enumerate(TWINS.items())}
    assert said == dict.fromkeys(TWINS, True)
