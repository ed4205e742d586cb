"""A story as an article."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.exports.linked_data.node import Node, node, pointer
from cx_stories.exports.linked_data.places import Places
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING


def article(story: Story, edition: Edition, places: Places, image: str) -> Node:
    """Give a story as an article; consent is not part of it.

    image:  the whole address of its picture; nothing if it has none
    """
    telling, page = story.told_in(edition.language), places.page(addresses.story(story.id))
    days = edition.history.get(telling.path, ())
    changed = max(days, default=story.date)
    return node(
        "Article",
        f"{page}#story" if page else "",
        headline=telling.title,
        description=telling.summary,
        url=page,
        mainEntityOfPage=pointer(page),
        inLanguage=telling.language,
        datePublished=story.date.isoformat() if story.date else "",
        dateModified=changed.isoformat() if changed and story.date and changed > story.date else "",
        genre=edition.label("provenance", story.provenance).text if story.provenance else "",
        image=image,
        author=places.person(story.author) or places.publisher,
        contributor=places.person(story.teller),
        publisher=places.publisher,
        isPartOf=[one for one in (places.whole, places.series(story.series)) if one],
        about=list(_about(story, places)),
        mentions=[places.term(addresses.ELEMENTS, element) for element in story.misses],
        citation=_source(story),
        workTranslation=list(_translations(story, telling.language, edition, places)),
    )


def _about(story: Story, places: Places) -> Iterator[Node]:
    """Give what the story shows: its verdict, the elements that were there, and where it happened."""
    for vocabulary, terms in (
        ("polarity", (story.polarity,)),
        (addresses.ELEMENTS, story.hits),
        ("stages", story.stages),
        ("channels", story.channels),
        ("sectors", (story.sector,)),
    ):
        yield from (places.term(vocabulary, term) for term in terms if term and term not in TELLS_NOTHING)


def _source(story: Story) -> Node:
    source = story.source
    if source is None:
        return {}
    whole = node("CreativeWork", name=source.publication) if source.publication else {}
    author = node("Person", name=source.author) if source.author else {}
    return node("CreativeWork", name=source.title, url=source.url, author=author, isPartOf=whole)


def _translations(story: Story, language: str, edition: Edition, places: Places) -> Iterator[Node]:
    """Point at the story in the other languages it is told in."""
    folders = {one: f"{one}/" if number else "" for number, one in enumerate(edition.library.languages)}
    for other in sorted(story.tellings):
        if places.known and other != language and other in folders:
            page = edition.whereabouts.permalink(addresses.story(story.id), folders[other])
            yield node("Article", f"{page}#story", headline=story.tellings[other].title, inLanguage=other)
