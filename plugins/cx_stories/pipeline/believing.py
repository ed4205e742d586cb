"""What of a memory may be believed: only what can have been made of the files it is said to be of.

A memory may come with a site from a stranger. It holds plain values, so that nothing in it can do anything;
but a page prints what a story says, and follows where it points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.rules.invalid_url import is_web_address
from cx_stories.checks.run import RULES, Examined
from cx_stories.model.article import Article
from cx_stories.model.document import Document
from cx_stories.model.shape import (
    Evidence,
    Field,
    Name,
    Record,
    Records,
    Reference,
    References,
    Term,
    Terms,
    Url,
    Wordings,
    fields_of,
)
from cx_stories.model.story import Story
from cx_stories.reading.finding import Found
from cx_stories.reading.linking import Linking
from cx_stories.vocabulary.vocabulary import Vocabularies


def examined_of(story: Sequence[Found], examined: Examined) -> bool:
    """Whether findings and abstracts are about the files of a story and no others, and of rules there are."""
    files = {one.blank.path: one.blank for one in story}
    told = {one.path: one for one in examined.abstracts}
    return (
        len(told) == len(examined.abstracts)
        and all(path in files and _is_of(one, files[path]) for path, one in told.items())
        and not any(file.markdown for path, file in files.items() if path not in told)
        and all(one.path in told and one.code.casefold() in RULES for one in examined.findings)
    )


def _is_of(one: Abstract, blank: Document) -> bool:
    """Whether an abstract says of a file what its name tells."""
    return (
        one.id == blank.id
        and one.kind == blank.kind
        and one.language == blank.language
        and one.page == blank.page
        and one.markdown == blank.markdown
    )


def told_of(told: Story | Article, examined: Examined, vocabularies: Vocabularies) -> bool:
    """Whether a story or an article is told by the files that were examined, in terms that there are.

    It has the name and the languages of these files, refers to nothing that the abstracts do not mention, so
    that the rules see where it leads, and every address in it is one of the web.
    """
    files = {one.language: one.path for one in examined.abstracts if one.markdown}
    first = next((one for one in examined.abstracts if one.markdown), None)
    tellings = told.tellings
    return (
        first is not None
        and (told.id, _kind(told)) == (first.id, first.kind)
        and told.language in tellings
        and all(one.language == key and files.get(key) == one.path for key, one in tellings.items())
        and _sound(told, _Known.of(examined, vocabularies))
    )


def links_of(links: Mapping[str, Sequence[Linking]]) -> bool:
    """Whether links stand in the texts that are said to have them."""
    return all(
        0 <= one.within[0] < one.within[1] <= len(text)
        and one.target in text
        and one.words in text[slice(*one.within)]
        for text, found in links.items()
        for one in found
    )


def _kind(told: Story | Article) -> str:
    return "story" if isinstance(told, Story) else told.kind


@dataclass(frozen=True, slots=True)
class _Known:
    """What a story may name.

    mentioned:  the pages that its files mention, each with the field under which
    pictures:   the files of pictures that they name
    """

    vocabularies: Vocabularies
    mentioned: frozenset[tuple[str, str]]
    pictures: frozenset[str]

    @classmethod
    def of(cls, examined: Examined, vocabularies: Vocabularies) -> _Known:
        mentions = [one for abstract in examined.abstracts for one in abstract.mentions]
        mentioned = frozenset([(one.field, " ".join(one.text.split())) for one in mentions])
        pictures = frozenset([one.image.target for one in examined.abstracts if one.image])
        return cls(vocabularies, mentioned, pictures)


def _sound(part: BaseModel, known: _Known) -> bool:
    """Whether every value of a part is one that its field can have."""
    values = part.__dict__
    for field, fits in _to_look_at(type(part)):
        value = values[field.name]
        if value and not fits(value, field, known):
            return False
    return not isinstance(part, Story) or _is_whole(part, known)


def _is_whole(story: Story, known: _Known) -> bool:
    """Whether what no field holds is sound, too."""
    elements = known.vocabularies["elements"].by_id
    felt = all(one in elements for one in (*story.hits, *story.misses))
    picture = story.image is None or story.image.file in known.pictures
    lessons = all(Name.fits(one.lesson) for one in story.shared)
    return felt and picture and lessons and all(_sound(one, known) for one in story.tellings.values())


def _is_term(value: str, field: Field, known: _Known) -> bool:
    return value in known.vocabularies[field.shape.vocabulary].by_id  # type: ignore[union-attr]


def _are_terms(values: Iterable[str], field: Field, known: _Known) -> bool:
    terms = known.vocabularies[field.shape.vocabulary].by_id  # type: ignore[union-attr]
    return terms.keys() >= set(values)


def _is_mentioned(value: str, field: Field, known: _Known) -> bool:
    return (field.name, value) in known.mentioned


def _are_mentioned(values: Iterable[str], field: Field, known: _Known) -> bool:
    return all((field.name, one) in known.mentioned for one in values)


def _leads_to_the_web(value: str, _: Field, __: _Known) -> bool:
    return is_web_address(value)


def _is_sound(value: BaseModel, _: Field, known: _Known) -> bool:
    return _sound(value, known)


def _are_sound(values: Iterable[BaseModel], _: Field, known: _Known) -> bool:
    return all(_sound(one, known) for one in values)


_Fits = Callable[[Any, Field, _Known], bool]
_FITS: Mapping[type, _Fits] = {
    Term: _is_term,
    Terms: _are_terms,
    Evidence: _are_terms,
    Wordings: _are_terms,
    Reference: _is_mentioned,
    References: _are_mentioned,
    Url: _leads_to_the_web,
    Record: _is_sound,
    Records: _are_sound,
}
"""What a value must be, by the shape of its field; any text, and any day, fits into the others."""


@cache
def _to_look_at(model: type[BaseModel]) -> tuple[tuple[Field, _Fits], ...]:
    """Give the fields of a model into which not every value fits."""
    fields = fields_of(model).values()
    return tuple((field, _FITS[type(field.shape)]) for field in fields if type(field.shape) in _FITS)
