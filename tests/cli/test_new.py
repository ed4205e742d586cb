"""`cx new` with its answers as options: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import Desk

BUS = "content/stories/bus-4-no.md"
DAY = "1709251200"
"""1 March 2024, in seconds."""
BAKERY = (
    "Saturday, a quarter past nine. Eleven people wait at the bakery and one girl serves them. She does not "
    "look up. The man in front of me asks whether it will take long, and the answer is a sigh that can be "
    "heard on the pavement. After twenty minutes the bread was gone, and she told us only when I stood in "
    "front of the counter with my purse open and the change already counted out in my hand.\n"
)


@pytest.fixture
def bare(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a site in English and Dutch without a story; today is 1 March 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    desk.configure("languages: [en, nl]")
    (desk.folder / "content" / "stories").mkdir(parents=True)
    return desk


def written(desk: Desk) -> dict[str, str]:
    """Give every file of the content folder with what is in it."""
    files = sorted((desk.folder / "content").rglob("*.md"))
    return {file.relative_to(desk.folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _new(desk: Desk, *more: str, title: str = "Bus 4: no") -> Result:
    return desk.type("new", "--title", title, "--polarity", "positive", *more)


def test_every_answer_may_be_an_option(bare: Desk) -> None:
    """A script makes a whole story; labels, aliases and Dutch are understood and written as ids."""
    bare.write("content/people/ann.md", "---\ntitle: Ann Bell\n---\nShe drives.\n")
    result = _new(
        bare,
        *("--what", "Ten past six.\n\nHe runs.", "--where", "Telefoon", "--where", "Gebruik"),
        *("--where", "touchpoint:farewell", "--where", "sector:home"),
        *(
            "--element",
            "Verrassend=Nobody knew: none",
            "--element",
            "unique",
            "--missed",
            "repeatable=Most drive on.",
        ),
        *(
            "--lesson",
            "Look back.",
            "--lesson",
            "Wait.",
            "--summary",
            "A driver runs.",
            "--teller",
            "ann bell",
        ),
        *("--provenance", "naverteld", "--source", "Late buses", "--date", "2024-02-28"),
    )

    assert result.exit_code == 0, result.output
    files = written(bare)
    assert files[BUS] == (
        "---\n"
        'title: "Bus 4: no"\n'
        "summary: A driver runs.\n"
        "date: 2024-02-28\n"
        "polarity: positive\n"
        "status: draft\n"
        "provenance: retold\n"
        "elements:\n"
        '  surprising: "Nobody knew: none"\n'
        "  unique:\n"
        "missed:\n"
        "  repeatable: Most drive on.\n"
        "lessons:\n"
        "  - Look back.\n"
        "  - Wait.\n"
        "stages: [use]\n"
        "channels: [phone]\n"
        "touchpoints: [farewell]\n"
        "sector: home\n"
        "teller: ann\n"
        "source:\n"
        "  title: Late buses\n"
        "  kind: retold\n"
        "---\n"
        "\n"
        "Ten past six.\n"
        "\n"
        "He runs.\n"
    )
    assert bare.check().exit_code == 0


def test_what_is_left_to_do_is_a_friendly_list(bare: Desk) -> None:
    """A draft may lack anything, and its writer learns what a published story needs; the day is today's."""
    result = _new(bare)

    assert (result.exit_code, written(bare)) == (
        0,
        {BUS: '---\ntitle: "Bus 4: no"\ndate: 2024-03-01\npolarity: positive\nstatus: draft\n---\n'},
    )
    assert result.output == (
        "\n"
        "Before it can be published:\n"
        "  - summary: One sentence that makes people want to read it, at most 200\n"
        "    characters.\n"
        "  - elements: What the experience did: the elements, if possible each with its\n"
        "    evidence.\n"
        "  - provenance: Where the story comes from.\n"
        "  - lessons: What can be learned from it, one sentence each.\n"
        "\n"
        "And to make it better:\n"
        "  - There is no story yet. Tell below the closing `---` what happened.\n"
        "\n"
        "Written: content/stories/bus-4-no.md\n"
        "Next: `mkdocs serve` shows it, and `cx check content/stories/bus-4-no.md` says\n"
        "what is left to do.\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Nobody is there to be asked, so give --title and --polarity as well."),
        (("--title", "Bus"), "Nobody is there to be asked, so give --polarity as well."),
        (
            ("--title", "Bus", "--polarity", "postive"),
            '--polarity: "postive" is not one of the verdicts. Did you mean "positive"?',
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--where", "home"),
            '--where: "home" may be several things. Type channel:home or sector:home.',
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--where", "phon"),
            '--where: "phon" is no stage, channel, touchpoint or sector. Did you mean "phone"?',
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--element", "surprizing=x"),
            '--element: "surprizing" is not one of the elements. Did you mean "surprising"?',
        ),
        (
            ("--title", "x" * 400, "--polarity", "good"),
            "--title: This title has 400 characters; 300 is the most. Shorten it, or tell it in the text "
            "below the front matter.",
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--what", "Write to ann@example.org"),
            '--what: "a…@…" is an e-mail address. Take it out. An address for readers to write to '
            "belongs on a page of its own, such as about.md.",
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--date", "1 May"),
            '--date: "1 May" is no day such as 2024-03-01.',
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--pair", "tram"),
            '--pair: there is no story "tram". There is no story here yet.',
        ),
        (
            ("--title", "Bus", "--polarity", "good", "--language", "fr"),
            '--language: "fr" is no language of this site. Choose from: en, nl.',
        ),
    ],
)
def test_what_cannot_be_understood_is_told_in_a_sentence(
    bare: Desk, options: tuple[str, ...], said: str
) -> None:
    """A script learns at once which option is wrong and how to put it right; nothing hangs or is written."""
    result = bare.type("new", *options)

    assert (result.exit_code, result.stderr.splitlines()[-1], written(bare)) == (2, f"Error: {said}", {})


def test_configuration_that_cannot_be_used_is_told(bare: Desk) -> None:
    """The place and the cure, as in every other command."""
    bare.configure("languages: [en, english]")
    result = _new(bare)

    assert (result.exit_code, result.stderr.split("  ")[1]) == (2, "CX905 invalid-configuration")


def test_title_that_is_taken_is_refused_where_nobody_can_agree(bare: Desk) -> None:
    """A script that runs twice makes one story; what was there stays as it was."""
    _new(bare)
    before = written(bare)
    result = _new(bare, "--yes", "--summary", "Other")

    assert (result.exit_code, result.stderr, written(bare)) == (
        1,
        "Error: There is a story content/stories/bus-4-no.md already, and nothing was written. "
        "Give another --title.\n",
        before,
    )


def test_story_that_cannot_be_published_is_not_written_as_published(bare: Desk) -> None:
    """Who asks for more than a draft is told what stands in the way."""
    result = _new(
        bare,
        "--status",
        "published",
        "--lesson",
        "Look.",
        "--provenance",
        "fictional",
        "--element",
        "unique=One.",
    )

    assert (result.exit_code, written(bare)) == (1, {})
    assert result.stderr == (
        "Error: Nothing was written. `summary:` is missing. One sentence that makes people want to read it, "
        "at most 200 characters. Add `summary: ...`.\n"
    )


def test_translation_is_prepared_with_what_is_language(bare: Desk) -> None:
    """The translator sees what each line says; facts are written once; `cx check` takes both files."""
    result = _new(
        bare, "--translate", "--summary", "He runs.", "--element", "unique=One\x1b bus.", "--lesson", "Look."
    )

    assert result.exit_code == 0, result.output
    text = written(bare)["content/stories/bus-4-no.nl.md"]
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "---",
        "title:",
        "summary:",
        "status: draft",
        "elements:",
        "  unique:",
        "lessons:",
        "---",
    ]
    assert [line for line in text.splitlines() if line.startswith("#")][2:] == [
        "# Engels: Bus 4: no",
        "# Engels: He runs.",
        "# Engels:",
        "#   unique: One bus.",
        "# Engels:",
        "#   - Look.",
    ]
    assert bare.check().stdout.splitlines()[-2:] == [
        "0 stories are fit to publish; 0 errors, 0 warnings, 0 infos.",
        "1 story is still a draft.",
    ]


def test_story_in_another_language_has_a_file_of_that_language(bare: Desk) -> None:
    """A Dutch story on an English site is told in Dutch until somebody translates it."""
    assert _new(bare, "--language", "nl", title="De bus").exit_code == 0
    assert list(written(bare)) == ["content/stories/de-bus.nl.md"]


def test_facts_stand_in_the_file_of_the_default_language(bare: Desk) -> None:
    """Of a Dutch story with an English file to be filled in, the verdict is written in the English one."""
    assert _new(bare, "--language", "nl", "--translate", title="De bus").exit_code == 0
    files = written(bare)

    assert "polarity: positive\n" in files["content/stories/de-bus.md"]
    assert files["content/stories/de-bus.nl.md"] == "---\ntitle: De bus\nstatus: draft\n---\n"


def test_hostile_words_are_words(bare: Desk) -> None:
    """Whatever a title is, the site shows it as it was typed."""
    for number, title in enumerate(
        ['AT&T "x" <y>', "]]>", '=HYPERLINK("x")', "no", "012", "👩🏽‍🍳 שלום", "x" * 300]
    ):
        assert _new(bare, "--summary", f"{number}", title=title).exit_code == 0

    assert bare.check().exit_code == 0
    assert len(written(bare)) == 7


def test_close_stories_are_named_with_why(bare: Desk) -> None:
    """Before there are two of a kind, the writer has seen the first; of an empty site nothing is said."""
    assert "close to yours" not in _new(bare, title="First").output
    bare.named_story(
        "queue",
        f"title: The queue\npolarity: negative\nmissed: [repeatable]\ntouchpoints: [waiting]\n---\n{BAKERY}",
    )
    result = _new(bare, "--where", "waiting", "--what", BAKERY.replace("purse", "bag"))

    assert (
        "This is nearly the same text as content/stories/queue.md. Make one story of the\n"
        "two, or tell what is different about this one.\n"
        "\n"
        "This story is close to yours:\n"
        "   1  The queue (Negative)\n"
        "      Also about: waiting\n"
        "      content/stories/queue.md\n"
    ) in result.output


def _opposite(desk: Desk, fragment: str = "") -> Path:
    desk.named_story("queue", f"polarity: negative\nmissed: [repeatable]\n{fragment}")
    return desk.folder / "content" / "stories" / "queue.md"


def test_pair_is_told_in_both_files(bare: Desk) -> None:
    """With --yes the one line is put into the other story, and no other byte of it changes."""
    file = _opposite(bare, "# mine\n")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    result = _new(bare, "--pair", "queue", "--yes")

    assert file.read_bytes() == before.replace(b"\r\n---\r\n", b"\r\npair: bus-4-no\r\n---\r\n", 1)
    assert "Added to content/stories/queue.md: pair: bus-4-no\n" in result.output
    assert not [line for line in bare.check().stdout.splitlines() if "CX206" in line]


def test_line_for_the_other_story_is_told_where_nobody_agreed(bare: Desk) -> None:
    """A file of somebody else is only changed when a person has said so."""
    file = _opposite(bare)
    before = file.read_bytes()
    result = _new(bare, "--pair", "queue")

    assert file.read_bytes() == before
    assert "Add the line `pair: bus-4-no` to content/stories/queue.md" in result.output


def test_story_that_has_a_pair_keeps_it(bare: Desk) -> None:
    """Two cannot be the other side of one; the reason is told, and the draft is written."""
    file = _opposite(bare, "pair: other\n")
    before = file.read_bytes()
    result = _new(bare, "--pair", "queue", "--yes")

    assert (file.read_bytes(), result.exit_code) == (before, 0)
    assert "This story names another pair already." in result.output


def test_nothing_is_left_of_what_could_not_be_written(bare: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told in a sentence, and no half story waits to be found."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = _new(bare)

    assert (result.exit_code, result.stderr, list((bare.folder / "content" / "stories").iterdir())) == (
        1,
        "Error: content/stories/bus-4-no.md cannot be written: there is no room left on the disk. "
        "Nothing was written.\n",
        [],
    )


def test_editor_opens_on_request(bare: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer's own editor gets the file; a wrong name is told and the story is there all the same."""
    monkeypatch.setenv("EDITOR", "cp --target-directory=.")
    _new(bare, "--editor")
    assert (bare.folder / "bus-4-no.md").read_text(encoding="utf-8") == written(bare)[BUS]

    monkeypatch.setenv("VISUAL", "no-such-editor")
    result = _new(bare, "--editor", title="Bus 5")
    assert (result.exit_code, "The editor `no-such-editor` cannot be started." in result.output) == (0, True)
