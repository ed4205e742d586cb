"""`cx new` at a terminal: what it asks, how it answers what is not understood, and how it is left."""

from __future__ import annotations

import os
import sys
from select import select

import click
import pytest
from click.testing import CliRunner, Result

from cx_stories.cli import new
from cx_stories.cli.main import main
from tests.cli.conftest import Desk
from tests.cli.test_new import bare, written
from tests.pipeline.processes import heeding_ctrl_c

__all__ = ["bare"]

UP_TO_TEXT = ("English", "The umbrella", "positive")
NOWHERE = ("", "", "", "")
NO_ELEMENTS = ("",) * 5
PATIENCE = 30
"""For how many seconds a terminal may show nothing."""
REST = ("", "", "")
"""No lesson, no summary, no provenance."""


@pytest.fixture
def asked(bare: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a site at whose terminal somebody sits, in English."""
    monkeypatch.setattr(new, "at_terminal", lambda: True)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return bare


def _typed(*answers: str, options: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(main, ["new", *options], input="".join(f"{answer}\n" for answer in answers))


def test_answers_make_a_story(asked: Desk) -> None:
    """Numbers, labels, other names and Dutch are understood; Enter leaves out; nobody types YAML."""
    result = _typed(
        *UP_TO_TEXT,
        *("Ten past six.", "", "He runs, and “Madam!” is all he says.", "", ""),
        *("5, service", "telefoon", "", "9"),
        *("Rain drums on the roof.", "", "", "y", "", "hearing"),
        *("Look back.", "Wait.", ""),
        *("A driver runs after a passenger.", "retold", "Late buses"),
        *("n", ""),
    )

    assert result.exit_code == 0, result.output
    assert written(asked) == {
        "content/stories/the-umbrella.md": (
            "---\n"
            "title: The umbrella\n"
            "summary: A driver runs after a passenger.\n"
            "date: 2024-03-01\n"
            "polarity: positive\n"
            "status: draft\n"
            "provenance: retold\n"
            "elements:\n"
            "  engaging: Rain drums on the roof.\n"
            "  surprising:\n"
            "lessons:\n"
            "  - Look back.\n"
            "  - Wait.\n"
            "stages: [use, service]\n"
            "channels: [phone]\n"
            "senses: [hearing]\n"
            "sector: transport\n"
            "source:\n"
            "  title: Late buses\n"
            "  kind: retold\n"
            "---\n"
            "\n"
            "Ten past six.\n"
            "\n"
            "He runs, and “Madam!” is all he says.\n"
        )
    }


def test_negative_story_is_asked_what_was_missed(asked: Desk) -> None:
    """Only of what was not there is asked whether it should have been."""
    result = _typed(
        *("", "y", "", "She does not look up."),
        *("", "", "n", ""),
        options=(
            *("--language", "en", "--title", "Queue", "--polarity", "slecht", "--what", "Eleven people."),
            *("--where", "phone", "--element", "unique=One girl.", "--lesson", "Tell them."),
        ),
    )
    assert result.exit_code == 0, result.output
    assert (
        "elements:\n  unique: One girl.\nmissed:\n  personalized:\n  repeatable: She does not look up.\n"
        in written(asked)["content/stories/queue.md"]
    )


def test_what_a_rule_refuses_is_asked_again(asked: Desk) -> None:
    """The rule's own words, at once; advice may be left aside, and a blank title or verdict may not."""
    long = "A driver runs after her. " * 9
    result = _typed(
        *("1", "", "x" * 301, "The umbrella", "great", "", "positive", ""),
        *NOWHERE,
        *NO_ELEMENTS,
        *("Ring 06-12345678.", "Ring back.", "", long, "", ""),
        *("n", ""),
    )

    assert result.exit_code == 0, result.output
    for said in (
        "No story does without this. Type ? for help.",
        "This title has 301 characters; 300 is the most. Shorten it, or tell it in the text below the\n"
        "  front matter.\n"
        "  Type it once more.\n",
        "Choose from the list: a number from 1 to 2, or one of the words.",
        "is a telephone number.",
        "The summary has 224 characters; cards show at most 200. Take out 24.\n"
        "  Type it once more, or press Enter to keep it as it is.\n",
    ):
        assert said.replace("\n  ", " ") in result.output.replace("\n  ", " ")
    story = written(asked)["content/stories/the-umbrella.md"]
    assert ("06-12345678" in story, f"summary: {long.strip()}\n" in story) == (False, True)


def test_only_the_refused_paragraph_is_told_again(asked: Desk) -> None:
    """Nobody types a whole story twice for one address in it."""
    result = _typed(
        *UP_TO_TEXT,
        *("Ten past six.", "", "Write to ann@example.org.", "", "He runs.", "."),
        "Write to her.",
        *NOWHERE,
        *NO_ELEMENTS,
        *REST,
        *("n", ""),
    )

    assert result.exit_code == 0, result.output
    assert written(asked)["content/stories/the-umbrella.md"].endswith(
        "---\n\nTen past six.\n\nWrite to her.\n\nHe runs.\n"
    )


@pytest.mark.usefixtures("asked")
def test_question_mark_explains() -> None:
    """Help comes where it is asked for, and the question waits."""
    result = _typed(
        "?", "1", "?", "The umbrella", "?", "1", "?", "", *NOWHERE, "?", *NO_ELEMENTS, *REST, "n", ""
    )

    assert result.exit_code == 0, result.output
    for said in (
        "The questions are asked in that language, too.",
        "A few words, such as: The umbrella.",
        "The teller’s own verdict on the experience",
        "Let us see it: the hour, the things on the counter",
        "At least three of the five senses",
    ):
        assert said in result.output


@pytest.mark.parametrize(
    "answers", [("English", "The umbrella"), (*UP_TO_TEXT, "", *NOWHERE, *NO_ELEMENTS, *REST, "n", "n")]
)
def test_who_stops_leaves_nothing(asked: Desk, answers: tuple[str, ...]) -> None:
    """Ctrl-C, the end of what is typed, and a no at the end are all as if nothing had been asked."""
    result = _typed(*answers)

    assert (result.exit_code, written(asked)) == (1, {})
    assert "Nothing was written." in result.output


def test_who_leaves_half_way_may_keep_what_was_told(asked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten minutes of telling are not thrown away by one key; a draft may lack anything."""
    answers = iter([*UP_TO_TEXT, "He runs.", ".", "", "", "", click.Abort(), "y"])

    def prompt(*_: object, **__: object) -> str:
        answer = next(answers)
        if isinstance(answer, click.Abort):
            raise answer
        return answer

    monkeypatch.setattr(click, "prompt", prompt)
    result = _typed()

    assert "Keep what you have told so far as a draft?" in result.output
    assert result.exit_code == 1
    assert written(asked)["content/stories/the-umbrella.md"].endswith("status: draft\n---\n\nHe runs.\n")


def test_no_is_no_evidence(asked: Desk) -> None:
    """Whoever answers a question with no says that it was not there, in either language and as an option."""
    result = _typed(
        *UP_TO_TEXT,
        *("", "none", "-", "geen", "n"),
        *("No", "nee", "Open late", "n.", "A lot", "It was open on Boxing Day.", "niets"),
        *("no", "n/a", "-", "n", ""),
    )

    assert result.exit_code == 0, result.output
    assert "“Open late” is short for a sentence that shows it." in result.output
    assert written(asked)["content/stories/the-umbrella.md"].partition("status: draft\n")[2] == (
        "elements:\n  surprising: It was open on Boxing Day.\n---\n"
    )


def test_no_in_an_option_is_no_evidence_either(asked: Desk) -> None:
    """A script that fills in every element says no of some."""
    said = ("surprising=nee", "unique=-", "engaging=yes", "repeatable=It was open again.")
    options = [part for one in said for part in ("--element", one)]
    result = _typed(options=("--yes", "--title", "A", "--polarity", "positive", *options))

    assert result.exit_code == 0, result.output
    assert written(asked)["content/stories/a.md"].partition("elements:\n")[2] == (
        "  engaging:\n  repeatable: It was open again.\n---\n"
    )


def test_origin_is_explained_and_consent_is_shown_as_it_is_written(asked: Desk) -> None:
    """Who types ? learns what each answer will ask for; the list at the end says what to type."""
    result = _typed(*UP_TO_TEXT, "", *NOWHERE, *NO_ELEMENTS, *("", "", "?", "first-hand"), "n", "")

    assert result.exit_code == 0, result.output
    for said in (
        "First-hand: whoever went through it told it to you. Then it asks for that person's consent.",
        "Write `consent: {status: given, date: 2026-01-10}`",
    ):
        assert said in " ".join(result.output.split())
    assert written(asked)


def test_long_title_is_asked_about_and_may_stay(asked: Desk) -> None:
    """A title that no card has room for is not refused, but nobody gives one without being asked."""
    long = "The umbrella " * 9
    result = _typed(
        *("1", long, "", "1", "", *NOWHERE, *NO_ELEMENTS, *REST, "n", ""),
    )

    assert result.exit_code == 0, result.output
    assert "This title has 116 characters." in result.output
    assert f"title: {long.strip()}\n" in next(iter(written(asked).values()))


def test_title_that_is_taken_gets_the_next_name(asked: Desk) -> None:
    """The writer sees which name the file will have; the story of that name stays."""
    asked.named_story("the-umbrella", "title: Mine\n")
    before = written(asked)
    result = _typed(*UP_TO_TEXT, "", *NOWHERE, *NO_ELEMENTS, *REST, "n", "")

    assert result.exit_code == 0, result.output
    assert "Yours will be the-umbrella-2.md." in result.output
    after = written(asked)
    assert list(after) == ["content/stories/the-umbrella-2.md", "content/stories/the-umbrella.md"]
    assert after["content/stories/the-umbrella.md"] == before["content/stories/the-umbrella.md"]


def test_opposite_may_be_paired_and_another_related(asked: Desk) -> None:
    """Who sees the stories that are close decides at once; the other half of the pair is told, too."""
    asked.named_story(
        "queue", "title: The queue\npolarity: negative\nmissed: [repeatable]\ntouchpoints: [waiting]\n"
    )
    asked.named_story("desk", "title: The desk\ntouchpoints: [waiting]\n")
    result = _typed(
        *UP_TO_TEXT,
        *("", "", "", "waiting", ""),
        *NO_ELEMENTS,
        *REST,
        *("the queue", "1", "n", "", "y"),
    )

    assert result.exit_code == 0, result.output
    files = written(asked)
    assert files["content/stories/the-umbrella.md"].endswith("pair: queue\nrelated: [desk]\n---\n")
    assert "\npair: the-umbrella\n---\n" in files["content/stories/queue.md"]


def test_translation_may_be_told_at_once(asked: Desk) -> None:
    """Each line is asked with what it says in the first language; what is left out waits for a translator."""
    result = _typed(
        *UP_TO_TEXT,
        *("He runs.", "", "", *NOWHERE),
        *("The rain drums.", "", "", "", "", "", "Look back.", "", "A driver runs.", ""),
        *("y", "y", "De paraplu", "", "De regen trommelt.", "Kijk om.", "Hij rent.", "", "", ""),
    )

    assert result.exit_code == 0, result.output
    assert [
        line
        for line in written(asked)["content/stories/the-umbrella.nl.md"].splitlines()
        if not line.startswith("# ") or "Engels" in line
    ] == [
        "---",
        "title: De paraplu",
        "# Engels: A driver runs.",
        "summary:",
        "status: draft",
        "elements:",
        "  engaging: De regen trommelt.",
        "lessons:",
        "  - Kijk om.",
        "---",
        "",
        "Hij rent.",
    ]


def test_facts_are_not_lost_in_translation(asked: Desk) -> None:
    """What was missed is a fact of the file of the default language, whatever has no words there yet."""
    result = _typed(
        *("", "", "", "", ""),
        *("y", "y", "The bakery", "", "She does not look up.", "", "", ""),
        options=(
            *("--language", "nl", "--title", "De bakker", "--polarity", "negative", "--what", "Elf mensen."),
            *("--where", "store", "--missed", "unique", "--missed", "personalized=Ze kijkt niet op."),
            *("--lesson", "Zeg het.", "--summary", "Elf.", "--provenance", "fictional"),
        ),
    )

    assert result.exit_code == 0, result.output
    english = written(asked)["content/stories/de-bakker.md"]
    assert "elements: []\n" in english
    assert "missed:\n  unique:\n  personalized: She does not look up.\n" in english
    assert "CX212" not in asked.check().output


def test_dutch_writer_is_asked_in_dutch(asked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has set the machine to Dutch is asked in Dutch, and the story is Dutch unless English is chosen."""
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    result = _typed("Nederlands", "De paraplu", "goed", "", *NOWHERE, *NO_ELEMENTS, *REST, "n", "j")

    assert result.exit_code == 0, result.output
    for said in ("In welke taal vertel je het?", "Hoe heet het verhaal?", "Voordat het online kan:"):
        assert said in result.output
    assert list(written(asked)) == ["content/stories/de-paraplu.nl.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_real_terminal_is_asked_and_may_be_left(bare: Desk) -> None:
    """It is a terminal that makes it ask, and Ctrl-C that ends it, with nothing written and no traceback."""
    import pty  # noqa: PLC0415 (not on every system)

    with heeding_ctrl_c():
        child, terminal = pty.fork()
        if not child:
            os.execv(sys.executable, [sys.executable, "-m", "cx_stories", "new", "--language", "en"])  # noqa: S606
    said = _until(terminal, b"> ")
    said += _left(terminal)
    _, status = os.waitpid(child, 0)

    assert (os.waitstatus_to_exitcode(status), written(bare)) == (1, {})
    assert "What is the story called?" in said
    assert "Traceback" not in said


def _left(terminal: int) -> str:
    """Press Ctrl-C until all is over: Python misses one in the very moment in which it begins to wait."""
    shown = b""
    for _ in range(10):
        os.write(terminal, b"\x03")
        while select([terminal], [], [], PATIENCE / 10)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:
                return shown.decode(errors="replace")
    raise AssertionError(shown)


def _until(terminal: int, sign: bytes) -> str:
    """Read what a terminal shows, until it shows a sign."""
    shown = b""
    while not shown.endswith(sign):
        assert select([terminal], [], [], PATIENCE)[0], shown
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
    return shown.decode(errors="replace")
