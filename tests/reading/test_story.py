"""Checked documents become stories and articles: typed, with terms by their ids."""

from __future__ import annotations

from datetime import date

from cx_stories.model.article import Article, Prose
from cx_stories.model.document import Kind
from cx_stories.model.parts import Ignore, Image, Source
from cx_stories.model.story import Story, Telling
from tests.conftest import Site

WHOLE = """---
title: Blazing contact
summary: >-
  A cracked birthday barbecue
  is put right on Boxing Day.
date: 2022-01-15
polarity: Positive
elements:
  Verrassend: Open on Boxing Day.
  unique:
missed: [repeatable]
lessons:
  - Trust given at once   is remembered.
questions: ["What would you do?"]
stages: [Purchase, delivery]
channels: [web, web]
touchpoints: [repair]
senses: [sight, smell]
emotions: [relieved, expectant, surprised]
sector: garden-diy
organisation: Acme
outcomes: [repurchase]
incident: failure-response
recovery: exceeded
teller: mina
author: mina
series: columns
issue: '012'
pair: lazy
related: [lazy]
unrelated: [other]
source: {title: "Column 1", publication: Customer First, url: https://example.org/1, accessed: 2022-01-16}
provenance: retold
consent: {status: given, date: 2022-01-10, ref: drawer}
image: {file: barbecue.jpg, alt: A barbecue, credit: Mina}
theatre: {crew: The back office}
aliases: [old-name]
ignore: [{rule: CX301, reason: It is so, until: 2027-01-01}]
---

Body *here*.
"""


def _shelve(site: Site) -> None:
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.file("stories/barbecue.jpg")
    site.story("lazy", "polarity: negative\npair: blazing\n")
    site.story("other")


def test_everything_a_writer_may_type_arrives(site: Site) -> None:
    """Every field is read, with its terms by id and its spaces tidied."""
    _shelve(site)
    site.file("stories/blazing.md", WHOLE)

    assert site.read("blazing") == Story(
        id="blazing",
        language="en",
        tellings={
            "en": Telling(
                language="en",
                path="stories/blazing.md",
                title="Blazing contact",
                summary="A cracked birthday barbecue is put right on Boxing Day.",
                elements={"surprising": "Open on Boxing Day.", "unique": ""},
                missed={"repeatable": ""},
                lessons=("Trust given at once is remembered.",),
                questions=("What would you do?",),
                theatre={"crew": "The back office"},
                alt="A barbecue",
                body="\nBody *here*.",
                body_line=40,
            )
        },
        date=date(2022, 1, 15),
        polarity="positive",
        status="published",
        provenance="retold",
        hits=("unique", "surprising"),
        misses=("repeatable",),
        stages=("purchase", "delivery"),
        channels=("web",),
        touchpoints=("repair",),
        senses=("sight", "smell"),
        emotions=("relieved", "expectant", "surprised"),
        sector="garden-diy",
        organisation="Acme",
        outcomes=("repurchase",),
        incident="failure-response",
        recovery="exceeded",
        teller="mina",
        author="mina",
        series="columns",
        issue="012",
        pair="lazy",
        related=("lazy",),
        unrelated=("other",),
        source=Source(
            title="Column 1",
            publication="Customer First",
            url="https://example.org/1",
            accessed=date(2022, 1, 16),
        ),
        consent=None,  # it is checked, and then nobody's business
        image=Image(file="barbecue.jpg", alt="A barbecue", credit="Mina"),
        aliases=("old-name",),
        ignore=(Ignore(rule="CX301", reason="It is so", until=date(2027, 1, 1)),),
    )


def test_translation_adds_words_and_inherits_the_facts(site: Site) -> None:
    """A fact is written once; a translator types what is language."""
    site.story("refund", "stages: [purchase]\nelements:\n  surprising: At once.\nmissed: [unique]\n")
    site.story(
        "refund.nl",
        "---\ntitle: Terugbetaald\nsummary: Direct.\nelements:\n  surprising: Meteen.\n"
        "lessons: [Doe het.]\n---\nZij belde.\n",
    )
    story = site.read("refund")

    assert (story.language, story.hits, story.misses, story.stages, story.date) == (
        "en",
        ("surprising",),
        ("unique",),
        ("purchase",),
        date(2024, 3, 1),
    )
    assert story.tellings["nl"] == Telling(
        language="nl",
        path="stories/refund.nl.md",
        title="Terugbetaald",
        summary="Direct.",
        elements={"surprising": "Meteen."},
        lessons=("Doe het.",),
        body="Zij belde.",
        body_line=8,
    )


def test_facts_of_a_translation_do_not_replace_those_of_the_first_telling(site: Site) -> None:
    """The default language's file is the one that counts, also in a draft where the two disagree."""
    site.show_drafts()
    site.story("refund", "status: draft\nsector: home\n")
    site.story("refund.nl", "status: draft\nsector: food\n")

    assert site.read("refund").sector == "home"


def test_story_told_only_in_another_language_holds_its_own_facts(site: Site) -> None:
    """A story may be told in Dutch first, or in Dutch only."""
    site.story("refund.nl", "title: Terugbetaald\n")
    story = site.read("refund")

    assert (story.language, list(story.tellings), story.told_in("en").title, story.hits) == (
        "nl",
        ["nl"],
        "Terugbetaald",
        ("surprising",),
    )


def test_draft_leaves_out_what_cannot_be_used(site: Site) -> None:
    """A draft with anything in it can be previewed."""
    site.show_drafts()
    site.story(
        "refund-in-one-call",
        "---\nstatus: draft\ntitle: [A]\ndate: soon\npolarity: so-so\nchannels: {web: yes}\n"
        "source: a column\nelements: [surprising, amazing]\nconsent: {date: 2024-01-01}\n"
        "ignore: [CX301]\n---\n",
    )

    assert site.read("refund-in-one-call") == Story(
        id="refund-in-one-call",
        language="en",
        status="draft",
        tellings={
            "en": Telling(
                language="en",
                path="stories/refund-in-one-call.md",
                title="Refund in one call",
                summary="",
                elements={"surprising": ""},
                body_line=12,
            )
        },
        hits=("surprising",),
    )


def _prose(site: Site, content: str) -> Prose:
    site.file("contribute/how-to_write.md", content)
    return site.library().articles["contribute/how-to_write"].told_in("en")


def test_article_takes_its_title_from_the_front_matter(site: Site) -> None:
    """What the front matter says is what menus and pages show."""
    content = "---\ntitle: Write\nmenu: Write it\nsummary: How.\n---\n# Heading\n\nText.\n"

    assert _prose(site, content) == Prose(
        language="en",
        path="contribute/how-to_write.md",
        title="Write",
        menu="Write it",
        summary="How.",
        body="# Heading\n\nText.",
        body_line=6,
    )


def test_article_without_a_title_takes_its_first_heading(site: Site) -> None:
    """A page of plain Markdown needs no front matter; its heading is not shown twice."""
    assert _prose(site, "\n# How to write #\n\nText.\n") == Prose(
        language="en",
        path="contribute/how-to_write.md",
        title="How to write",
        body="\nText.\n",
        body_line=3,
    )


def test_article_without_any_heading_takes_its_file_name(site: Site) -> None:
    """A page always has a title."""
    assert _prose(site, "Text.\n").title == "How to write"


def test_person_is_an_article_in_every_language_it_is_written_in(site: Site) -> None:
    """A person's page is found by its address and shown in the reader's language."""
    site.file("people/mina.md", "---\ntitle: Mina\nlink: https://example.org\n---\nEnglish.\n")
    site.file("people/mina.nl.md", "---\ntitle: Mina (nl)\n---\nNederlands.\n")

    assert site.library().articles["people/mina"] == Article(
        id="mina",
        kind=Kind.PERSON,
        language="en",
        link="https://example.org",
        tellings={
            "en": Prose(language="en", path="people/mina.md", title="Mina", body="English.", body_line=5),
            "nl": Prose(
                language="nl", path="people/mina.nl.md", title="Mina (nl)", body="Nederlands.", body_line=4
            ),
        },
    )


def test_translation_may_say_what_the_picture_shows(site: Site) -> None:
    """The file and its maker are written once; the words for those who cannot see it, in each language."""
    site.file("stories/a.png")
    site.story("refund", "image: {file: a.png, alt: A bell, credit: Mina}\n")
    site.story(
        "refund.nl", "---\ntitle: Terug\nsummary: Snel.\nlessons: [Les.]\nimage: {alt: Een bel}\n---\n"
    )
    (story,) = site.library().stories

    assert [story.told_in(language).alt for language in ("en", "nl")] == ["A bell", "Een bel"]
