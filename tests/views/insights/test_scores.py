"""How many lights the stories have, in the bands of an author's claim."""

from __future__ import annotations

from cx_stories.views.bands import BandCount
from cx_stories.views.insights.figure import Figure
from cx_stories.views.insights.scores import ScoreRow, scores_figure
from tests.conftest import Site


def _figures(site: Site, language: str = "en") -> list[Figure]:
    edition = site.edition(language)
    return list(scores_figure(edition.library.stories, edition))


def _rows(site: Site) -> list[ScoreRow]:
    (figure,) = _figures(site)
    return list(figure.chart.rows)  # type: ignore[attr-defined]


def test_scores_stand_in_their_bands(site: Site) -> None:
    """From no light to all, with what the author says of each band and what is so here."""
    site.story("a", "elements: []\n")
    site.story("b", "elements: [unique]\n")
    site.story("c", "elements: [unique]\n")
    site.story("d", "elements: [unique, surprising]\n")

    most = BandCount("0", "most retailers", 1, 25.0, ("0",))
    some = BandCount("1–2", "some", 3, 75.0, ("1", "2"))
    few, very_few = BandCount("3–4", "few", 0, 0.0, ("3", "4")), BandCount("5", "very few", 0, 0.0, ("5",))
    assert _rows(site) == [
        ScoreRow(0, 1, 50.0, most, first=True, rows=1),
        ScoreRow(1, 2, 100.0, some, first=True, rows=2),
        ScoreRow(2, 1, 50.0, some, first=False, rows=2),
        ScoreRow(3, 0, 0.0, few, first=True, rows=2),
        ScoreRow(4, 0, 0.0, few, first=False, rows=2),
        ScoreRow(5, 0, 0.0, very_few, first=True, rows=1),
    ]


def test_a_sixth_light_has_a_row_outside_the_claim(site: Site) -> None:
    """The author said nothing about six."""
    site.vocabulary(
        "elements.yml", "id: elements\nterms:\n  - {id: kind, labels: {en: Kind}, definition: {en: Kind.}}\n"
    )
    site.story("a", "elements: [unique, surprising, engaging, personalized, repeatable, kind]\n")

    assert _rows(site)[-1] == ScoreRow(6, 1, 100.0, None, first=True, rows=1)


def test_the_usual_score_and_the_middle_ones_are_put_in_words(site: Site) -> None:
    """From three stories of each verdict on, their middles are worth comparing."""
    for number, elements in enumerate(("unique, surprising", "unique, surprising", "unique")):
        site.story(f"good-{number}", f"elements: [{elements}]\n")
        site.story(f"bad-{number}", "elements: []\nmissed: [unique]\npolarity: negative\n")
    (figure,) = _figures(site)

    assert figure.findings == (
        "The commonest number of lights is none: 3 of 6 stories.",
        "The middle positive story has 2 lights, the middle negative one none.",
    )


def test_a_middle_between_two_stories_is_written_as_the_language_writes_it(site: Site) -> None:
    """One light is one light; half a light has a comma in Dutch."""
    for number, elements in enumerate(("unique", "unique", "unique, surprising", "unique, surprising")):
        site.story(f"good-{number}", f"elements: [{elements}]\n")
    for number in range(3):
        site.story(f"bad-{number}", "elements: [unique]\nmissed: [surprising]\npolarity: negative\n")
    findings = {language: _figures(site, language)[0].findings[-1] for language in ("en", "nl")}

    assert findings["en"] == "The middle positive story has 1.5 lights, the middle negative one 1."
    assert "1,5" in findings["nl"]


def test_of_scores_that_share_the_first_place_nothing_is_said(site: Site) -> None:
    """Two stories have no usual score."""
    site.story("a", "elements: [unique]\n")
    site.story("b", "elements: []\n")
    two, (one,) = _figures(site)[0].findings, (figure.findings for figure in _figures_of_one(site))

    assert (two, one) == ((), ("The score seen most often is 1: in 1 of 1 story.",))


def _figures_of_one(site: Site) -> list[Figure]:
    edition = site.edition()
    return list(scores_figure([story for story in edition.library.stories if story.id == "a"], edition))
