"""A story is typed, valid and immutable."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cx_stories.model.article import Article, Prose
from cx_stories.model.document import Kind
from cx_stories.model.story import Story, Telling


def _telling(language: str, title: str) -> Telling:
    return Telling(language=language, path=f"stories/a.{language}.md", title=title, summary="")


def _story(*tellings: Telling, **facts: object) -> Story:
    told = {telling.language: telling for telling in tellings}
    return Story.model_validate({"id": "a", "language": "nl", "tellings": told, **facts})


def test_story_is_told_in_the_language_asked_for() -> None:
    """A reader gets the story in the language of the page."""
    story = _story(_telling("en", "Refund"), _telling("nl", "Terugbetaald"))

    assert story.told_in("en").title == "Refund"


def test_untranslated_story_is_told_in_its_first_language() -> None:
    """A story that has no translation is shown all the same."""
    assert _story(_telling("nl", "Terugbetaald")).told_in("en").title == "Terugbetaald"


def test_untranslated_article_is_shown_in_its_first_language() -> None:
    """So is a page of prose."""
    prose = Prose(language="nl", path="about.nl.md", title="Over ons")
    article = Article(id="about", kind=Kind.ARTICLE, language="nl", tellings={"nl": prose})

    assert article.told_in("en") == prose


def test_score_is_the_number_of_elements_that_were_there() -> None:
    """Missed elements do not count."""
    story = _story(_telling("nl", "A"), hits=("unique", "surprising"), misses=("repeatable",))

    assert story.score == 2


@pytest.mark.parametrize(
    ("status", "published"), [("draft", False), ("review", False), ("published", True), ("retired", False)]
)
def test_only_a_published_story_is_published(status: str, published: bool) -> None:
    """Everything else is for the preview at most."""
    assert _story(_telling("nl", "A"), status=status).published is published


def test_story_without_a_status_is_published() -> None:
    """A writer who types none means to publish."""
    assert _story(_telling("nl", "A")).published


def test_story_refuses_what_it_does_not_know() -> None:
    """No value travels along unseen."""
    with pytest.raises(ValidationError, match="colour"):
        _story(_telling("nl", "A"), colour="red")


def test_story_cannot_be_changed() -> None:
    """Every page sees the same story."""
    with pytest.raises(ValidationError, match="frozen"):
        _story(_telling("nl", "A")).sector = "home"  # type: ignore[misc]
