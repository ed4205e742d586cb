"""What a story is cited by is right for its language, its origin and its past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cx_stories.views.story.citation import Reference, Work, bibtex, csl_json
from cx_stories.views.story.citing import Citing, citing_of
from cx_stories.views.story.credit import name_of
from cx_stories.views.story.versions import Versions
from cx_stories.views.whereabouts import Whereabouts
from tests.conftest import Site

RETOLD = """date: 2024-03-02
provenance: retold
author: mina
issue: 12
source:
  title: Open on Boxing Day
  author: K. Jansen
  publication: Customer First
  url: https://first.example/12
  kind: retold
"""


def _citing(site: Site, identity: str, language: str = "en", url: str = "https://cx.example/") -> Citing:
    edition = replace(
        site.edition(language),
        whereabouts=Whereabouts(url),
        history={f"stories/{identity}.md": (date(2024, 5, 1), date(2024, 3, 2))},
    )
    story = edition.library.story(identity)
    assert story is not None, site.messages()
    citing = citing_of(story, edition)["citing"]
    assert isinstance(citing, Citing)
    return citing


def test_retold_story_names_its_source(site: Site) -> None:
    """Whoever cites the retelling credits the first telling with it."""
    site.file("people/mina.md", "---\ntitle: Mina de Vries\n---\n")
    site.story("refund", RETOLD)
    note = "Retold from K. Jansen, “Open on Boxing Day”, Customer First, issue 12, https://first.example/12"
    work = Work(
        key="refund",
        title="Refund in one call",
        summary="A wrong size is put right before the customer has finished her sentence.",
        author=name_of("Mina de Vries"),
        day=date(2024, 3, 2),
        site="CX Stories",
        language="en",
        note=note,
    )

    assert _citing(site, "refund") == Citing(
        "refund",
        "https://cx.example/stories/refund/",
        True,
        Reference("de Vries, M. (2024, March 2). ", "Refund in one call", ". CX Stories. ", f" ({note})"),
        bibtex(work),
        csl_json(work),
        Versions(2, ((date(2024, 5, 1), 1), (date(2024, 3, 2), 1))),
    )


def test_fictional_story_is_marked(site: Site) -> None:
    """Nobody takes it for something that happened; the site stands for the author."""
    site.story("refund", "provenance: fictional\ndate: 2024-03-02\n")

    assert _citing(site, "refund").apa == Reference(
        "CX Stories. (2024, March 2). ", "Refund in one call", " [Fictional case]. ", ""
    )


def test_composite_story_is_marked(site: Site) -> None:
    """It happened, and not to one person."""
    site.story("refund", "provenance: composite\nconsent: {status: given}\n")

    assert _citing(site, "refund").apa.middle == " [Composite case]. "


def test_translation_is_cited_in_its_own_words(site: Site) -> None:
    """A Dutch reader cites the Dutch telling, at its own address, with a key of its own."""
    site.story("refund", "date: 2024-03-02\n")
    site.file(
        "stories/refund.nl.md", "---\ntitle: Eén telefoontje\nsummary: Kort.\nlessons: [Les.]\n---\nTekst.\n"
    )
    citing = _citing(site, "refund", "nl")

    assert (citing.address, citing.apa.before, citing.apa.title, citing.versions) == (
        "https://cx.example/nl/stories/refund/",
        "CX Stories. (2024, 2 maart). ",
        "Eén telefoontje",
        None,
    )
    assert citing.bibtex.before.startswith("@misc{refund-nl,\n")


def test_address_is_seen_from_the_top_where_nobody_knows_more(site: Site) -> None:
    """The reader's browser fills in the rest."""
    site.story("refund")
    citing = _citing(site, "refund", url="")

    assert (citing.address, citing.placed) == ("stories/refund/", False)


def test_key_has_no_sign_that_bibliographies_stumble_over(site: Site) -> None:
    """Whatever the file is called."""
    site.story("één, twee {drie}")

    assert _citing(site, "één, twee {drie}").bibtex.before.startswith("@misc{n-twee-drie-351917,\n")


def test_no_two_stories_share_a_key(site: Site) -> None:
    """Names without a plain letter are told apart too, so that a reference list keeps both."""
    site.story("日本")
    site.story("中国")
    keys = {_citing(site, name).bibtex.before.partition(",")[0] for name in ("日本", "中国")}

    assert len(keys) == 2
