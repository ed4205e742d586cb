"""What the collection lacks, and what in it rests on a single story."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.views.insights.gaps import gaps, single
from cx_stories.views.insights.remark import LINKS, Link, Remark, remark
from tests.conftest import Site


def _gaps(site: Site, language: str = "en") -> Sequence[Remark]:
    edition = site.edition(language)
    return list(gaps(edition.library.stories, edition))


def _single(site: Site) -> Sequence[Remark]:
    edition = site.edition()
    return list(single(edition.library.stories, edition))


def _about(words: str, remarks: Sequence[Remark]) -> Remark:
    (found,) = (remark for remark in remarks if words in remark.said)
    return found


def test_stages_without_a_story_are_named_with_their_pages(site: Site) -> None:
    """And where the gaps can be seen together."""
    site.story("a", "stages: [awareness, consideration, purchase, delivery, use, service, loyalty]\n")

    assert _about("Journey stages", _gaps(site)) == Remark(
        "Journey stages: 2 have no story yet.",
        "The map of the journey shows which crossings wait for a story.",
        (
            Link("Advocacy", "journey/advocacy"),
            Link("Exit", "journey/exit"),
            Link("The journey", "journey"),
        ),
    )


def test_elements_without_their_opposite_are_named(site: Site) -> None:
    """There and never missed, missed and never there, and neither."""
    site.story("a", "elements: [unique, engaging]\nmissed: [repeatable]\n")
    site.story("b", "elements: []\nmissed: [engaging]\npolarity: negative\n")
    found = [remark for remark in _gaps(site) if "stor" in remark.said and ": " in remark.said]

    assert [remark.said for remark in found if remark.links[0].path.startswith("elements/")] == [
        "There in a story and missed in none: Unique.",
        "Missed in a story and there in none: Repeatable.",
        "Neither there nor missed in any story: Personalized and surprising.",
    ]


def test_lines_that_no_story_has_are_named(site: Site) -> None:
    """Each leads to what it is for; lines that nobody can lack are left out."""
    site.story("a", "sector: food\nteller: mina\nimage: {file: a.jpg, alt: A.}\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("stories/a.jpg")
    remark = _about("line", _gaps(site))

    count = len(remark.links) + remark.more
    assert (remark.said, remark.advice) == (
        f"No story uses the {count} lines below.",
        "Use them in the next story, or leave them out on purpose.",
    )
    assert remark.links[:2] == (
        Link("missed", "contribute/front-matter", "line.missed", code=True),
        Link("questions", "contribute/front-matter", "line.questions", code=True),
    )
    assert {link.text for link in remark.links} & {"sector", "teller", "image", "aliases", "status"} == set()


def test_stories_that_a_language_lacks_are_counted_and_named(site: Site) -> None:
    """In each edition by its own words; a title in another language is marked as such."""
    site.story("a")
    site.story("b")
    site.file(
        "stories/b.nl.md", "---\ntitle: Terugbetaald\nsummary: Meteen.\nlessons: [Doe het.]\n---\nTekst.\n"
    )

    assert _about("Not told", _gaps(site)) == Remark(
        "Not told in Dutch: 1 of 2 stories.",
        "Readers of that language get it in another. Translate what is read most.",
        (Link("Refund in one call", "stories/a"),),
    )
    assert [
        link.language for remark in _gaps(site, "nl") for link in remark.links if link.path == "stories/a"
    ] == ["en"]


def test_terms_of_one_story_are_named_by_vocabulary(site: Site) -> None:
    """What to do about it is said once."""
    site.story("a", "channels: [web, app]\nsenses: [touch]\n")
    site.story("b", "channels: [web]\n")
    once = _single(site)[:2]

    assert once == [
        Remark(
            "Channels: 1 term is used once.",
            "One case is an anecdote: look for a second, or for its opposite.",
            (Link("App", "terms/channels/app"),),
        ),
        Remark("Senses: 1 term is used once.", "", (Link("Touch", "terms/senses/touch"),)),
    ]


def test_lessons_of_one_story_are_counted(site: Site) -> None:
    """A lesson that two stories share is one, and rests on two; the others can be read."""
    shared = "lessons:\n  - {lesson: ask, text: Ask first.}\n"
    site.story("a", f"{shared}  - Own.\n")
    site.story("b", shared)

    assert _about("lessons", _single(site)) == Remark(
        "Of 3 lessons 2 come down to 1 shared one. The other rests on one story.",
        "A lesson gets stronger by a second case, or by one that contradicts it.",
        (Link("Lessons that rest on one story", "lessons/of-one-story"),),
    )


def test_where_no_lesson_is_shared_each_is_said_to_rest_on_one_story(site: Site) -> None:
    """Nothing is said to come down to nothing."""
    site.story("a", "lessons: [One., {lesson: ask, text: Ask first.}]\n")

    assert _about("lessons", _single(site)).said == "Each of the 2 lessons rests on one story."


def test_in_a_collection_of_one_everything_rests_on_it(site: Site) -> None:
    """Nobody needs to be told."""
    site.story("a", "channels: [web]\n")

    assert _single(site) == []


def test_a_remark_has_no_more_links_than_a_reader_can_take_in() -> None:
    """The rest are counted."""
    links = [Link(str(number), f"stories/{number}") for number in range(LINKS + 3)]

    assert remark("So.", "Do.", links) == Remark("So.", "Do.", tuple(links[:LINKS]), 3)
