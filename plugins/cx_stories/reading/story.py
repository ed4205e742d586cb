"""Checked documents to what we vouch for: stories and articles.

The documents have passed the checks without an error, or belong to a draft; what a draft has that cannot
be used is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby
from typing import Any, TypeVar

from pydantic import BaseModel

from cx_stories.model.article import Article, Prose
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode
from cx_stories.model.fields import ARTICLE_FIELDS, STORY_FIELDS
from cx_stories.model.parts import Lesson, Shared
from cx_stories.model.shape import (
    Day,
    Evidence,
    Field,
    Name,
    Record,
    Records,
    Reference,
    References,
    Sayings,
    Term,
    Terms,
    Text,
    Texts,
    Url,
    Wordings,
    fields_of,
)
from cx_stories.model.story import Story, Telling
from cx_stories.vocabulary.vocabulary import Vocabularies, Vocabulary

_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|$)")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
_EMPHASIS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_SINGLE: frozenset[type] = frozenset({Text, Name, Day, Url, Term, Reference})
"""The shapes of most fields, which take one value."""
_FACTS, _WORDS = frozenset(Story.model_fields), frozenset(Telling.model_fields)
_Model = TypeVar("_Model", bound=BaseModel)


def story_of(base: Document, translations: Sequence[Document], vocabularies: Vocabularies) -> Story:
    """Make a story of the file that holds its facts and the files that tell it in other languages."""
    values = _values(base.fields, STORY_FIELDS, vocabularies)
    tellings = {base.language: _telling(base, values)}
    aliases = [*values.get("aliases", ())]
    for document in translations:
        worded = _values(document.fields, STORY_FIELDS, vocabularies)
        tellings[document.language] = _telling(document, worded)
        aliases += worded.get("aliases", ())
    facts = {name: value for name, value in values.items() if name in _FACTS}
    facts["aliases"] = tuple(dict.fromkeys(aliases))
    hits, misses = values.get("elements", {}), values.get("missed", {})
    return Story(
        id=base.id,
        language=base.language,
        tellings=dict(sorted(tellings.items())),
        hits=_in_order(hits, vocabularies["elements"]),
        misses=_in_order(misses, vocabularies["elements"]),
        shared=_shared(values.get("lessons", ())),
        **facts,
    )


def article_of(base: Document, translations: Sequence[Document]) -> Article:
    """Make an article of the file it was first written in and its translations."""
    values = _values(base.fields, ARTICLE_FIELDS, {})
    documents = sorted((base, *translations), key=lambda document: document.language)
    return Article(
        id=base.id,
        kind=base.kind,
        language=base.language,
        tellings={document.language: _prose(document) for document in documents},
        link=values.get("link", ""),
    )


def _telling(document: Document, values: Mapping[str, Any]) -> Telling:
    worded = {name: value for name, value in values.items() if name in _WORDS}
    worded.setdefault("title", _from_name(document.id))
    worded.setdefault("summary", "")
    worded["lessons"] = tuple(lesson.text for lesson in values.get("lessons", ()))
    return Telling(
        language=document.language,
        path=document.path,
        alt=_alt(document),
        body=document.body,
        body_line=document.body_line,
        **worded,
    )


def _shared(lessons: Sequence[Lesson]) -> tuple[Shared, ...]:
    """Give the lessons that have an id, each with its number among all of the story."""
    return tuple(
        Shared(number=number, lesson=lesson.lesson, stance=lesson.stance)
        for number, lesson in enumerate(lessons, 1)
        if lesson.lesson
    )


def _alt(document: Document) -> str:
    """Give the words for the picture; a translation has them without the picture's other facts."""
    entry = document.get("image")
    alt = entry.value.get("alt") if entry and isinstance(entry.value, MapNode) else None
    return "".join(_texts(alt.value)) if alt else ""


def _prose(document: Document) -> Prose:
    """Give the prose of an article; its first heading is its title, if the front matter names none."""
    body, line, title = document.body, document.body_line, document.text("title")
    heading = None if title else _HEADING.match(body)
    if heading:
        title, body = _plain(heading.group("title")), body[heading.end() :]
        line += heading.group().count("\n")
    return Prose(
        language=document.language,
        path=document.path,
        title=title or _from_name(document.id),
        menu=document.text("menu"),
        summary=document.text("summary"),
        body=body,
        body_line=line,
    )


def _plain(markdown: str) -> str:
    """Give the words of a heading without the signs of Markdown around them."""
    words = _LINK.sub(r"\1", _ATTRIBUTES.sub("", markdown))
    return unescape(_EMPHASIS.sub("", words)).strip()


def _from_name(identity: str) -> str:
    name = identity.removesuffix("/index").rpartition("/")[2]
    return name.replace("-", " ").replace("_", " ").capitalize()


def _in_order(chosen: Mapping[str, str], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(term.id for term in vocabulary.choices if term.id in chosen)


def _values(fields: MapNode, known: Mapping[str, Field], vocabularies: Vocabularies) -> dict[str, Any]:
    """Give the values of all keys that hold a usable one."""
    values: dict[str, Any] = {}
    for entry in fields.entries:
        field = known.get(entry.key.text)
        if field is not None and not entry.value.blank:
            value = _value(entry.value, field, vocabularies)
            if value not in (None, "", ()):
                values[field.name] = value
    return values


def _value(node: Node, field: Field, vocabularies: Vocabularies) -> Any:
    shape = field.shape
    if type(shape) in _SINGLE:
        return _single(node, shape, vocabularies)
    if isinstance(shape, Evidence | Wordings):
        return _sentences(node, vocabularies[shape.vocabulary])
    if isinstance(shape, Terms):
        terms = _terms(_texts(node), vocabularies[shape.vocabulary])
        return tuple(term for term, _ in groupby(terms)) if shape.in_order else tuple(dict.fromkeys(terms))
    if isinstance(shape, Texts | References):
        return _texts(node)
    if isinstance(shape, Records | Sayings):
        return tuple(_records(node, shape, vocabularies))
    return _record(node, shape.model, vocabularies) if isinstance(shape, Record) else None


def _single(node: Node, shape: object, vocabularies: Vocabularies) -> Any:
    text = " ".join(node.text.split()) if isinstance(node, ScalarNode) else ""
    if isinstance(shape, Text):
        return text
    if isinstance(shape, Term):
        term = vocabularies[shape.vocabulary].resolve(text)
        return term.id if term else ""
    if isinstance(shape, Day):
        return shape.read(text)
    return text if not isinstance(shape, Name) or shape.fits(text) else ""


def _records(node: Node, shape: Records | Sayings, vocabularies: Vocabularies) -> Iterator[BaseModel]:
    """Give the records of a list; among sentences, a plain one is the text of a record."""
    plain = isinstance(shape, Sayings)
    for item in node.items if isinstance(node, ListNode) else (node,):
        if plain and isinstance(item, ScalarNode):
            yield from (shape.model(text=text) for text in filter(None, _texts(item)))
        elif record := _record(item, shape.model, vocabularies):
            yield record


def _texts(node: Node) -> tuple[str, ...]:
    items = node.items if isinstance(node, ListNode) else (node,)
    return tuple([" ".join(item.text.split()) for item in items if isinstance(item, ScalarNode)])


def _terms(typed: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple([term.id for text in typed if (term := vocabulary.resolve(text))])


def _sentences(node: Node, vocabulary: Vocabulary) -> dict[str, str]:
    if isinstance(node, MapNode):
        pairs = [(entry.key.text, "".join(_texts(entry.value))) for entry in node.entries]
    else:
        pairs = [(text, "") for text in _texts(node)]
    resolved = ((vocabulary.resolve(typed), sentence) for typed, sentence in pairs)
    return {term.id: sentence for term, sentence in resolved if term}


def _record(node: Node, model: type[_Model], vocabularies: Vocabularies) -> _Model | None:
    if not isinstance(node, MapNode):
        return None
    known = fields_of(model)
    values = _values(node, known, vocabularies)
    if any(field.required and name not in values for name, field in known.items()):
        return None
    return model(**values)
