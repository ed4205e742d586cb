"""`cx stats`: the collection in numbers, run as a person runs it."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Desk

RETOLD = "provenance: retold\nsource: {title: Returns, publication: The paper, kind: retold}\n"


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Give three stories, a translation, a draft and a story with an error."""
    desk.configure("languages: [en, nl]")
    desk.named_story(
        "refund", "date: 2024-05-01\nstages: [use, service]\nchannels: [store]\nsector: fashion\n"
    )
    desk.named_story(
        "coat",
        "title: The coat\npolarity: negative\nelements: []\nmissed: [repeatable, unique]\n"
        f"stages: [use]\n{RETOLD}",
    )
    desk.named_story("belt", "title: The belt\ndate: 2024-01-01\nchannels: [web]\n")
    desk.named_story("draft", "status: draft\n")
    desk.named_story("wrong", "polarity: splendid\n")
    desk.write(
        "content/stories/refund.nl.md",
        "---\ntitle: Geld terug\nsummary: Snel.\nelements: {surprising: Ineens.}\n"
        "lessons: [Vertrouw.]\n---\nZij.\n",
    )
    return desk


def test_figures_for_programs_have_keys_that_stay(told: Desk) -> None:
    """A script that watches a collection reads them; drafts and faulty stories are counted apart."""
    result = told.type("stats", "--json")
    figures = json.loads(result.stdout)
    terms = figures.pop("terms")

    assert (result.exit_code, result.stderr) == (0, "")
    assert {stage: found for stage, found in figures.pop("journey").items() if found} == {
        "use": {"store": 1},
        "service": {"store": 1},
    }
    assert figures == {
        "version": 1,
        "site": "Small stage",
        "stories": 3,
        "drafts": 1,
        "left_out": 1,
        "oldest": {"id": "belt", "date": "2024-01-01"},
        "newest": {"id": "refund", "date": "2024-05-01"},
        "languages": {"en": 3, "nl": 1},
        "untranslated": {"en": [], "nl": ["coat", "belt"]},
        "polarity": {"positive": 2, "negative": 1, "other": 0},
        "elements": {
            "engaging": {"hit": 0, "missed": 0},
            "unique": {"hit": 0, "missed": 1},
            "personalized": {"hit": 0, "missed": 0},
            "surprising": {"hit": 2, "missed": 0},
            "repeatable": {"hit": 0, "missed": 1},
        },
        "bands": [
            {"scores": [0], "stories": 1},
            {"scores": [1, 2], "stories": 2},
            {"scores": [3, 4], "stories": 0},
            {"scores": [5], "stories": 0},
        ],
        "provenance": {"fictional": 2, "retold": 1},
        "sources": {"The paper": 1},
        "lessons": {"told": 3, "shared": 0, "on_one_story": 3},
    }
    assert {one: count for one, count in terms["stages"].items() if count} == {"use": 2, "service": 1}
    assert terms["sectors"]["fashion"] == 1


def test_figures_for_people_say_what_is_there_and_what_is_missing(
    told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever keeps the collection sees which story to look for next."""
    monkeypatch.setenv("COLUMNS", "80")
    paragraphs = told.type("stats").stdout.split("\n\n")

    assert paragraphs[:4] == [
        "Small stage: 3 stories\n  English: 3\n  Dutch: 1\n  Drafts: 1\n"
        "  Not shown: 1, withdrawn or with an error. `cx check` says which.\n"
        "  Newest: Refund in one call, 2024-05-01\n  Oldest: The belt, 2024-01-01",
        "Verdict\n  Positive    2\n  Negative    1",
        "Elements\n  Engaging      there   0  missed   0\n  Unique        there   0  missed   1\n"
        "  Personalized  there   0  missed   0\n  Surprising    there   2  missed   0\n"
        "  Repeatable    there   0  missed   1",
        "How many elements were there\n  0 (most retailers)    1\n  1–2 (some)            2\n"
        "  In brackets: Doug Stephens’ own claim about retailers; he gives no figures for\n    it.",
    ]
    assert "  Use: shop or venue 1\n" in paragraphs[4]
    assert "  Loyalty: no story yet\n" in paragraphs[4]
    assert "  Gaps: 115 of 117 crossings have no story." in paragraphs[4]
    assert paragraphs[5] == "Where they come from\n  Fictional    2\n  Retold       1\n  Sources: The paper 1"
    assert paragraphs[-1] == "Not translated\n  Dutch: 2 (coat, belt)\n"


def test_a_part_is_told_in_per_cent_from_ten_stories_on(desk: Desk) -> None:
    """Of fewer it would sound like more than it is."""
    for number in range(9):
        desk.named_story(f"one-{number}", f"title: Story {number}\n")
    nine = desk.type("stats").stdout
    desk.named_story("ten", "title: The tenth\npolarity: negative\nelements: []\nmissed: [unique]\n")
    ten = desk.type("stats").stdout

    assert "%" not in nine
    assert "  Positive    9   90 %\n  Negative    1   10 %\n" in ten


@pytest.mark.parametrize("width", [30, 60, 200])
def test_lines_fit_the_terminal(told: Desk, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """A narrow window is as good as a wide one; a very wide one is not filled."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = told.type("stats").stdout.splitlines()

    assert [line for line in lines if len(line) > min(width, 100)] == []


def test_titles_steer_no_terminal(desk: Desk) -> None:
    """What somebody typed is shown, and not obeyed."""
    desk.named_story("one", 'title: "Red \\e[31m ::error"\n')

    assert "\x1b" not in desk.type("stats").stdout


def test_site_without_a_story_says_so(desk: Desk) -> None:
    """Nothing is no error."""
    desk.write("content/index.md", "---\ntitle: Home\n---\n")
    result = desk.type("stats")

    assert (result.exit_code, result.stdout) == (
        0,
        "Small stage: 0 stories\n  English: 0\n\nThere is nothing to count yet.\n",
    )


def test_configuration_that_cannot_be_used_is_said_in_a_sentence(desk: Desk) -> None:
    """Nobody has to read a traceback."""
    result = desk.type("stats", "-f", "no.yml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no no.yml here. Go to the folder of the site, or name the file with -f." in result.stderr
