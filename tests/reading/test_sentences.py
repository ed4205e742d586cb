"""A link is shown in the sentence it stands in, in plain words."""

from __future__ import annotations

import pytest

from cx_stories.reading.linking import Linking, linkings
from cx_stories.reading.sentences import LONGEST, Sentence, Sentences


def sentence(body: str) -> Sentence:
    """Give the sentence around the first link of a body; a link without words is called by its target."""
    return Sentences(body, lambda target: target).around(linkings(body)[0])


@pytest.mark.parametrize(
    ("body", "target", "words", "pointing"),
    [
        ("See [the *shop*](a.md 'Ours').", "a.md", "the *shop*", False),
        ("See [[a#b|the shop]].", "a#b", "the shop", True),
        ("See [[a]].", "a", "", True),
        ("See [the shop][x].\n\n[X]: a.md", "a.md", "the shop", False),
        ("See [x].\n\n[x]: <a.md> 'T'", "a.md", "x", False),
    ],
)
def test_links_of_every_form_are_found_with_their_words(
    body: str, target: str, words: str, pointing: bool
) -> None:
    """A page knows who points at it, whichever way they write links."""
    (found,) = linkings(body)

    assert found == Linking(
        target, words, (4, body.index("\n") - 1 if "\n" in body else len(body) - 1), pointing
    )


@pytest.mark.parametrize(
    "body",
    ["", "No link.", "`[a](b.md)`", "```\n[[a]]\n```", r"\[a](b.md)", "![a](b.jpg)", "[^1]\n\n[^1]: b"],
)
def test_what_is_no_link_is_none(body: str) -> None:
    """Code, pictures and footnotes point at nobody."""
    assert linkings(body) == ()


@pytest.mark.parametrize(
    ("body", "before", "link", "after"),
    [
        ("One. See [it](a.md) here! Two.", "See ", "it", " here!"),
        ("[It](a.md) is. Two.", "", "It", " is."),
        ("She said: “Is it [[a]]?” He left.", "She said: “Is it ", "a", "?”"),
        (
            "**One.** The *[very* first](a.md) one, e.g. of 3.5 percent. Two.",
            "The ",
            "very first",
            " one, e.g. of 3.5 percent.",
        ),
        ("See Mr. Brown in [it](a.md).", "See Mr. Brown in ", "it", "."),
        ("Op nr. 12 zie je [het](a.md), d.w.z. Alles.", "Op nr. 12 zie je ", "het", ", d.w.z. Alles."),
        ("> One\n> two [it](a.md)\n> three.\n> Four.", "One two ", "it", " three."),
        ("* One.\n* Two [it](a.md)\n  three\n* Four", "Two ", "it", " three"),
        ("3. See [it](a.md)\n4. Four", "See ", "it", ""),
        ("- [ ] See [it](a.md)", "See ", "it", ""),
        ("## Why [it](a.md) went { #x }\nText.", "Why ", "it", " went"),
        ("Why [it](a.md)\n---\nText.", "Why ", "it", ""),
        ("| x | y |\n|---|---|\n| one | [it](a.md) |\n| two | three |", "one ", "it", ""),
        (
            'One [two](b.md "T") <b>and</b> `three`[^1] [it][x] &amp; [[c|four]] [[*d*]] \\*.'
            "\n\n[x]: a.md\n[^1]: n",
            "One ",
            "two",
            " and three it & four *d* *.",
        ),
        ("One.\n\nSee [it](a.md)\n\nTwo.", "See ", "it", ""),
    ],
)
def test_sentence_has_no_signs_of_markdown(body: str, before: str, link: str, after: str) -> None:
    """A reader sees one sentence, as it reads on its page, with the link in the middle."""
    assert sentence(body) == Sentence(before, link, after)


def test_long_sentence_is_cut_at_words_on_both_sides() -> None:
    """However long a sentence is, the link and some words around it are shown."""
    words = "word " * 100
    found = sentence(f"{words}[the link](a.md) {words.strip()}.")
    text = "".join(found)

    assert found.link == "the link"
    assert found.before.startswith("… word word")
    assert found.after.endswith("word word …")
    assert LONGEST - 20 < len(text) <= LONGEST + 4
    assert abs(len(found.before) - len(found.after)) < 12


def test_short_side_leaves_its_room_to_the_other() -> None:
    """A link at the beginning is followed by as much as fits."""
    found = sentence(f"[The link](a.md) {'word ' * 100}")

    assert (found.before, found.link) == ("", "The link")
    assert LONGEST - 20 < len("".join(found)) <= LONGEST + 4


def test_endless_words_of_a_link_are_cut() -> None:
    """A link that is a paragraph takes no more room than a sentence."""
    found = sentence(f"One [{'word ' * 200}](a.md) two.")

    assert len(found.link) <= LONGEST + 2
    assert found.link.endswith("word …")
