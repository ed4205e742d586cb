"""Which stories have a term."""

from __future__ import annotations

from cx_stories.relations.facets import Facet
from cx_stories.relations.terms import TermIndex, terms
from tests.conftest import Site


def _draw(site: Site) -> TermIndex:
    site.story("oldest", "emotions: [delighted, angry]\npolarity: negative\ndate: 2024-01-01\n")
    site.story("newest", "emotions: [delighted, content, delighted]\ndate: 2024-01-03\n")
    site.story("middle", "emotions: [relieved]\ndate: 2024-01-02\n")
    return terms(site.library())


def _ids(index: TermIndex, *facet: str) -> list[str]:
    return [story.id for story in index.stories(Facet(*facet))]


def test_stories_of_a_term_are_newest_first_and_each_once(site: Site) -> None:
    """An emotion that comes back does not make two stories."""
    assert _ids(_draw(site), "emotions", "delighted") == ["newest", "oldest"]


def test_group_has_the_stories_of_its_terms_each_once(site: Site) -> None:
    """Joy is met where somebody was delighted, content or both."""
    index = _draw(site)

    assert _ids(index, "emotions", "joy") == ["newest", "middle", "oldest"]
    assert index.count(Facet("emotions", "joy")) == 3


def test_group_within_a_group_is_gathered_too(site: Site) -> None:
    """A site may have as many levels as it likes; two groups that gather each other do no harm."""
    site.vocabulary(
        "emotions.yml",
        "id: emotions\nterms:\n"
        "  - {id: joy, broader: warmth}\n"
        "  - {id: warmth, group: true, broader: joy, labels: {en: Warmth}, definition: {en: Warm.}}\n",
    )
    site.story("a", "emotions: [delighted]\n")

    assert _ids(terms(site.library()), "emotions", "warmth") == ["a"]


def test_term_without_stories_has_none(site: Site) -> None:
    """It is asked for all the same, to say so."""
    index = _draw(site)

    assert (_ids(index, "channels", "phone"), index.count(Facet("channels", "phone"))) == ([], 0)


def test_stories_with_two_terms_are_counted(site: Site) -> None:
    """Such as the negative ones among those of an emotion."""
    index, angry = _draw(site), Facet("emotions", "angry")

    assert [
        index.together(angry, Facet("polarity", "negative")),
        index.together(angry, Facet("polarity", "positive")),
        index.together(angry, Facet("emotions", "curious")),
    ] == [1, 0, 0]


def test_stories_with_any_term_of_a_list_are_counted_once(site: Site) -> None:
    """A list says how many stories it helps to find."""
    index = _draw(site)

    assert (index.count_of_any("emotions"), index.count_of_any("senses")) == (3, 0)
