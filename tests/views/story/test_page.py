"""The page of a story holds everything about it, in the reader's language."""

from __future__ import annotations

from datetime import date

from cx_stories.model.parts import Image, Source
from cx_stories.views.arc import arc_of
from cx_stories.views.backlinks import pointing_of
from cx_stories.views.edition import Label
from cx_stories.views.page import Markdown, Page
from cx_stories.views.searching.found import found_of
from cx_stories.views.story.citing import citing_of
from cx_stories.views.story.kin import kin_of
from cx_stories.views.story.lessons import lessons_of
from cx_stories.views.story.page import Facts, story_pages
from cx_stories.views.story.workshop import workshop_of
from tests.conftest import Site

STORY = """date: 2024-03-02
pair: lazy
elements:
  surprising: Before she had finished.
stages: [purchase]
channels: [web, phone]
sector: home
senses: [sight, touch]
recovery: exceeded
emotions: [curious, relieved]
organisation: Acme
teller: mina
series: columns
issue: 12
source: {title: Column, publication: Customer First, kind: retold}
image: {file: shop.jpg, alt: A shop}
theatre: {crew: The back office., cast: One cashier.}
"""

NOTHING = {
    "organisation": "",
    "facts": (),
    "arc": None,
    "theatre": (),
    "source": None,
    "source_kind": None,
    "teller": None,
    "author": None,
    "series": None,
    "issue": "",
    "image": None,
    "other_side": None,
    "relatives": (),
    "previous": None,
    "following": None,
}


def _draw(site: Site) -> None:
    site.file("stories/shop.jpg")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.file("series/columns.nl.md", "---\ntitle: Rubrieken\n---\n")
    site.story("refund", STORY)
    site.story("lazy", "pair: refund\npolarity: negative\ndate: 2024-03-01\n")
    site.story("newest", "date: 2024-03-03\n")


def _page(site: Site, language: str, path: str) -> Page:
    return next(page for page in story_pages(site.edition(language)) if page.path == path)


def test_page_holds_the_whole_story(site: Site) -> None:
    """What the template prints is all here, with labels for terms and cards for stories."""
    _draw(site)
    edition = site.edition("nl")
    names = edition.library.vocabularies
    _, refund, _ = edition.library.stories

    assert _page(site, "nl", "stories/refund") == Page(
        path="stories/refund",
        language="nl",
        title="Refund in one call",
        template="story.html",
        context={
            "card": edition.card(refund),
            "telling": refund.tellings["en"],
            "organisation": "Acme",
            "facts": (
                Facts(names["stages"].label_one["nl"], edition.labels("stages", ("purchase",))),
                Facts(names["channels"].labels["nl"], edition.labels("channels", ("web", "phone"))),
                Facts(names["sectors"].label_one["nl"], edition.labels("sectors", ("home",))),
                Facts(names["senses"].labels["nl"], edition.labels("senses", ("sight", "touch"))),
                Facts(names["recovery"].label_one["nl"], edition.labels("recovery", ("exceeded",))),
            ),
            "arc": arc_of(refund, edition),
            "theatre": (
                (edition.label("theatre", "cast"), "One cashier."),
                (edition.label("theatre", "crew"), "The back office."),
            ),
            "source": Source(title="Column", publication="Customer First", kind="retold"),
            "source_kind": edition.label("source_kind", "retold"),
            "provenance": Label("fictional", "Fictief", "terms/provenance/fictional"),
            "provenance_note": names["provenance"].by_id["fictional"].definition["nl"],
            "teller": Label("people/mina", "Mina", "people/mina"),
            "author": None,
            "series": Label("series/columns", "Rubrieken", "series/columns"),
            "issue": "12",
            "image": Image(file="shop.jpg", alt="A shop"),
            **lessons_of(refund, edition),
            **kin_of(refund, edition),
            **pointing_of("stories/refund", edition),
            **workshop_of(refund, edition),
            **citing_of(refund, edition),
        },
        summary="A wrong size is put right before the customer has finished her sentence.",
        prose=Markdown("stories/refund.md", "en", refund.tellings["en"].body, 26),
        date=date(2024, 3, 2),
        listed=False,
        classes=("story", "positive"),
        foreign="en",
        group="story",
        found={
            "card": edition.card(refund),
            "found": found_of(refund, edition),
            "telling": refund.tellings["en"],
        },
        scripts=("workshop.js", "cards.js", "share.js"),
    )


def test_there_is_a_page_for_every_story(site: Site) -> None:
    """Newest first."""
    _draw(site)

    assert [page.path for page in story_pages(site.edition())] == [
        "stories/newest",
        "stories/refund",
        "stories/lazy",
    ]


def test_story_with_the_bare_minimum_has_a_page(site: Site) -> None:
    """What nobody wrote is left out, not shown empty."""
    site.story("refund")
    context = _page(site, "en", "stories/refund").context

    own = {name: value for name, value in context.items() if name in NOTHING}

    assert own == NOTHING
