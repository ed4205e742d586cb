"""What is wrong with front matter that cannot be read is said in the writer's words, with the cure."""

from __future__ import annotations

import pytest

from cx_stories.reading.collection import MAX_FILE
from cx_stories.reading.front_matter import MAX_BODY, MAX_FRONT_MATTER, MAX_SIGNS
from cx_stories.reading.yaml_nodes import MAX_NODES
from tests.conftest import Site
from tests.reading.faulty_front_matter import FAULTY, story

FENCE = (
    "This line should be three hyphens and nothing else. Start the file with a line of three hyphens, `---`, "
    "then the fields such as `title:`, then `---` again."
)
NO_COLON = (
    "This line is not `key: value`, such as `title: Refund in one call`. Add the key and a colon; "
    "if it belongs to the line above, begin it with two spaces, or with `- ` in a list."
)
TOO_DEEP = "More than 20 brackets are open here at once. Remove what was pasted by accident."


def _sign(sign: str) -> str:
    or_list = "; if this is a list, begin its lines with `- ` instead" if sign == "*" else ""
    return f"`{sign}` at the start has a special meaning. Put the whole value in double quotes{or_list}."


def _quotes(value: str) -> str:
    return f"A value with a colon in it needs quotes. Write: {value}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "double quote never closed",
            "A quotation mark opens here and is never closed. Add the closing one.",
        ),
        (
            "apostrophe in single quotes",
            "The quotation closed before this point. Put the whole value in double quotes, "
            "and use curly quotes “ ” within it.",
        ),
        ("backslash before a u", "A backslash in double quotes needs a second one: write \\\\."),
        ("backslash before an x", "A backslash in double quotes needs a second one: write \\\\."),
        ("day that does not exist, short", "2024-2-30 is not in the calendar. Check the day and the month."),
        ("backslash in double quotes", "A backslash in double quotes needs a second one: write \\\\."),
        (
            "at sign first",
            "No value starts with this character. Put the whole value in double quotes; "
            "if it is a tab, which looks like some spaces, type spaces instead.",
        ),
        ("anchor", _sign("&")),
        ("alias", _sign("*")),
        ("words in asterisks", _sign("*")),
        ("tag", _sign("!")),
        ("per cent first", _sign("%")),
        ("directive", _sign("%")),
        ("colon in a value", _quotes('"Acme: a refund"')),
        ("colon in a list item", _quotes('"Why: what would you do?"')),
        ("colon between brackets", _quotes('"Column: new"')),
        ("no colon on the first line", NO_COLON),
        ("no colon on a later line", NO_COLON),
        (
            "no space after the first colon",
            "There is no ordinary space after the colon. "
            "Write `key: value`, with a space typed between the two.",
        ),
        (
            "line too far in",
            "This line is not in line with its neighbours. "
            "Give it as many spaces at the start as the line it belongs with; "
            "if it goes on with a sentence that has a colon, put the whole sentence in double quotes.",
        ),
        (
            "dash on the line of its key",
            "A list starts on the line below its key. Move each `- ` to a line of its own; "
            "if this is no list, put the whole value in double quotes.",
        ),
        ("square bracket never closed", "A square bracket opens here and is never closed. Add `]`."),
        ("curly bracket never closed", "A curly bracket opens here and is never closed. Add `}`."),
        (
            "text after a bracket",
            "There is something here that does not belong after the value. "
            "Put the whole value in double quotes.",
        ),
        (
            "text after a block sign",
            "`|` or `>` at the start has a special meaning. Put the whole value in double quotes, "
            "or start it on the next line, after two spaces.",
        ),
        ("dots in the middle", "This line ends the front matter too early. Remove it."),
        ("second document", "This line ends the front matter too early. Remove it."),
        ("list for a key", "A key is a plain word followed by a colon, such as `title:`."),
        (
            "nested key twice",
            "`title:` stands here for the second time; the first is on line 4. Keep one of the two.",
        ),
        (
            "list and no keys",
            "The front matter has no keys. Write each line as `key: value`, "
            "such as `title: Refund in one call`.",
        ),
        ("twenty-one brackets", TOO_DEEP),
        ("a hundred thousand brackets", "The front matter is larger than 64 KiB. Shorten it."),
        ("em dash", FENCE),
        ("no front matter", "This file has no front matter. " + FENCE.partition("else. ")[2]),
        (
            "no closing fence",
            "The front matter starts here but has no end. Add a line with `---` after its last field.",
        ),
        (
            "null in the body",
            "There is an invisible character here (U+0000). Delete it, or type the line anew.",
        ),
    ],
)
def test_fault_is_said_with_its_cure(site: Site, name: str, message: str) -> None:
    """Somebody who has never heard of YAML can mend it."""
    site.file("stories/refund.md", FAULTY[name][0])

    assert [found.message for found in site.collect().diagnostics] == [message]


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (
            story("title: A\n# " + "a" * MAX_FRONT_MATTER),
            "1:1",
            "The front matter is larger than 64 KiB. Shorten it.",
        ),
        (
            story("title: A") + b"a" * MAX_BODY,
            "11:1",
            "The story is larger than 500 KB. Shorten it or split it in two.",
        ),
        (
            story("title: A") + b"a" * MAX_FILE,
            "1:1",
            "This file is too large to be a story. Was something pasted by accident?",
        ),
        (
            story("title: A") + b"[" * (MAX_SIGNS + 1),
            "11:1",
            "This text has more than 5,000 `[`. Remove what was pasted by accident.",
        ),
        (
            story("lessons: [" + "a, " * MAX_NODES + "]"),
            "2:6008",
            "The front matter has more than 2,000 keys and values. Remove what was pasted by accident.",
        ),
    ],
    ids=["front matter", "body", "file", "signs", "keys and values"],
)
def test_too_large_says_what_is_too_large(site: Site, content: bytes, place: str, message: str) -> None:
    """Each half of a file has its limit."""
    site.file("stories/refund.md", content)

    assert site.messages() == [f"stories/refund.md:{place} CX008 too-large error {message}"]


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ("title: {}\n", "2:8 CX008 too-large error This title has 301 characters; 300 is the most."),
        ("lessons: [{}]\n", "2:11 CX008 too-large error This value has 1,001 characters; 1,000 is the most."),
        (
            "elements:\n  surprising: {}\n",
            "3:15 CX008 too-large error This value has 1,001 characters; 1,000 is the most.",
        ),
        (
            "image: {{src: coat.png, alt: {}}}\n",
            "2:29 CX008 too-large error This value has 1,001 characters; 1,000 is the most.",
        ),
    ],
)
def test_value_longer_than_anybody_types_is_told(site: Site, fragment: str, message: str) -> None:
    """It would push everything else off a card, a menu or a list; white space in a row counts once."""
    most = 300 if fragment.startswith("title") else 1_000
    site.file("stories/coat.png")
    site.story("fits", fragment.format("x" * (most - 2) + " " * 9 + "y"))
    site.story("refund", fragment.format("x" * (most + 1)))
    cure = "Shorten it, or tell it in the text below the front matter."

    assert [found for found in site.messages() if "CX008" in found] == [f"stories/refund.md:{message} {cure}"]


def test_key_typed_twice_is_not_a_value_typed_twice(site: Site) -> None:
    """One fault, one message, also where the keys are terms."""
    site.story("refund", "elements:\n  surprising: One.\n  surprising: Two.\n")

    assert site.places() == ["stories/refund.md:4:3 CX005 error"]
