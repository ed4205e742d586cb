"""The pages of lessons: the way in, a page for each that stories share, lists by element and by stage."""

from __future__ import annotations

from cx_stories.views.edition import Edition, Label
from cx_stories.views.lesson_lines import LessonLine, SharedEntry
from cx_stories.views.lessons import Way, lesson_pages
from cx_stories.views.lists import Pager
from cx_stories.views.page import Markdown, Page
from cx_stories.vocabulary.vocabulary import said_in
from tests.conftest import Site

NAMED = "lessons:\n- {lesson: trust, text: %s, stance: %s}\n"


def _draw(site: Site) -> None:
    site.story(
        "old",
        "date: 2024-01-01\nelements: [unique]\nstages: [use]\n" + NAMED % ("Trust at once.", "supports"),
    )
    site.story(
        "new",
        "date: 2024-02-01\npolarity: negative\nelements: []\nmissed: [unique]\nstages: [use, service]\n"
        + NAMED % ("Trust slowly.", "contradicts")
        + "- Look up.\n",
    )


def _pages(site: Site, language: str = "en") -> dict[str, Page]:
    return {page.path: page for page in lesson_pages(site.edition(language))}


def _line(edition: Edition, identity: str, number: int, text: str) -> LessonLine:
    story = edition.library.story(identity)
    assert story is not None
    return LessonLine(f"{identity}.{number}", text, f"lesson.{number}", edition.card(story))


def test_shared_lesson_has_both_sides_in_the_words_of_the_stories(site: Site) -> None:
    """A reader sees what speaks for a lesson and what against it, and where it was learned first."""
    _draw(site)
    edition = site.edition()

    assert _pages(site)["lessons/shared/trust"] == Page(
        path="lessons/shared/trust",
        language="en",
        title="Trust at once.",
        template="lesson.html",
        context={
            "entry": SharedEntry("trust", "Trust at once.", "", "lessons/shared/trust", 1, 1, alone=False),
            "supported": (_line(edition, "old", 1, "Trust at once."),),
            "contradicted": (_line(edition, "new", 1, "Trust slowly."),),
            "pager": Pager(1, ((1, "lessons/shared/trust"),)),
        },
        summary="What the stories say of this lesson, for it and against it.",
        group="lesson",
    )


def test_lesson_that_has_not_been_translated_is_in_its_own_language(site: Site) -> None:
    """Screen readers read the heading in the language it is written in."""
    site.story("old.nl", NAMED % ("Vertrouw meteen.", "supports"))
    page = _pages(site)["lessons/shared/trust"]

    assert (page.title, page.foreign) == ("Vertrouw meteen.", "nl")


def test_prose_about_a_lesson_gives_it_its_words(site: Site) -> None:
    """Whoever writes a page about a lesson says it for all stories, also where no story teaches it yet."""
    _draw(site)
    site.file("lessons/shared/trust.md", "---\ntitle: Trust them.\n---\nIt pays.\n")
    site.file("lessons/shared/one-price.md", "---\ntitle: One price.\n---\n")
    pages = _pages(site)

    assert {path: (pages[path].title, pages[path].prose) for path in pages if "/shared/" in path} == {
        "lessons/shared/trust": (
            "Trust them.",
            Markdown("lessons/shared/trust.md", "en", "It pays.", 4),
        ),
        "lessons/shared/one-price": ("One price.", Markdown("lessons/shared/one-price.md", "en", "", 4)),
    }


def test_list_by_element_says_whether_it_was_there(site: Site) -> None:
    """Every lesson of the stories that show an element or miss it, newest story first, each with a place."""
    _draw(site)
    edition = site.edition()
    page = _pages(site)["lessons/by-element/unique"]
    term = edition.library.term("elements", "unique")
    assert term is not None

    assert (page.title, page.menu, page.summary, page.findable) == (
        "Lessons from stories in which “Unique” was there or missed",
        "Unique",
        said_in(term.definition, "en"),
        True,
    )
    assert (page.context["lessons"], page.context["states"]) == (
        (
            _line(edition, "new", 1, "Trust slowly."),
            _line(edition, "new", 2, "Look up."),
            _line(edition, "old", 1, "Trust at once."),
        ),
        ("missed", "missed", "hit"),
    )


def test_list_by_stage_has_its_lessons_and_is_not_searched(site: Site) -> None:
    """A search finds the stories themselves."""
    _draw(site)
    edition = site.edition("nl")
    page = _pages(site, "nl")["lessons/by-stage/service"]

    assert (page.title, page.findable, page.context["lessons"]) == (
        "Service en herstel: lessen",
        False,
        (_line(edition, "new", 1, "Trust slowly."), _line(edition, "new", 2, "Look up.")),
    )


def test_front_counts_and_leads_on(site: Site) -> None:
    """The way in: lessons of several stories on the wall, elements and stages with their counts."""
    _draw(site)
    front = _pages(site)["lessons"]
    ways = [way for way in front.context["elements"] if way.count]  # type: ignore[attr-defined]
    phases = front.context["phases"]
    found = [(phase, way.label.id, way.count) for phase, list_ in phases for way in list_ if way.count]  # type: ignore[attr-defined]

    assert (front.title, front.summary, ways, found) == (
        "Lessons",
        "3 lessons from 2 stories; 2 of the lessons come down to 1 shared one",
        [Way(Label("unique", "Unique", "lessons/by-element/unique"), 3)],
        [("After the purchase", "use", 3), ("After the purchase", "service", 2)],
    )
    assert (front.context["posters"], front.context["single"]) == (
        (SharedEntry("trust", "Trust at once.", "", "lessons/shared/trust", 1, 1, alone=False),),
        1,
    )


def test_a_lesson_on_the_wall_does_not_stand_in_the_list_below_as_well(site: Site) -> None:
    """Three are shown large, and the list goes on where they end."""
    for name in ("one", "two"):
        site.story(name, "lessons:\n" + "".join(f"- {{lesson: l{n}, text: L{n}.}}\n" for n in range(4)))
    front = _pages(site)["lessons"].context

    shown = [[one.id for one in front[part]] for part in ("posters", "shared")]  # type: ignore[attr-defined]
    assert shown == [["l0", "l1", "l2"], ["l3"]]


def test_lessons_that_no_other_story_tells_of_have_a_list(site: Site) -> None:
    """Whoever looks for a second case finds all that lack one, newest story first."""
    _draw(site)
    site.story("other", "date: 2024-03-01\nlessons: [Look down.]\n")
    edition = site.edition()
    page = _pages(site)["lessons/of-one-story"]

    assert (page.title, page.findable, page.context["lessons"]) == (
        "Lessons that rest on one story",
        False,
        (_line(edition, "other", 1, "Look down."), _line(edition, "new", 2, "Look up.")),
    )


def test_long_list_comes_in_pages_of_a_hundred_and_fifty(site: Site) -> None:
    """No page takes long to load, and only the first is for search."""
    for number in range(76):
        site.story(f"story-{number:02}", "elements: [unique]\nlessons: [A., B.]\n")
    cut = {
        path: (len(page.context["lessons"]), page.findable)  # type: ignore[arg-type]
        for path, page in _pages(site).items()
        if "unique" in path
    }

    assert cut == {"lessons/by-element/unique": (150, True), "lessons/by-element/unique/page/2": (2, False)}
