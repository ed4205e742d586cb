"""Links in two square brackets: what they point at, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cx_stories.checks.abstract import Abstract, Mention, Way
from cx_stories.checks.arriving import hidden, reader_of, without_place
from cx_stories.checks.base import Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Destinations, source_of
from cx_stories.checks.fixes import retyped
from cx_stories.checks.other_names import story_called
from cx_stories.checks.typed import choice, closest
from cx_stories.model.cross_reference import CrossReference
from cx_stories.model.document import Kind, Span
from cx_stories.reading.cross_references import unescaped
from cx_stories.reading.prose_parts import Why
from cx_stories.vocabulary.pages import page_of_term
from cx_stories.vocabulary.prefixes import Prefixes, prefix_of, prefixes_of, term_meant, vocabulary_meant
from cx_stories.vocabulary.vocabulary import Vocabulary, said_in

IN_TEXT = "[["
"""Stands for the field in a mention that was typed in the text."""
_EXAMPLE = "`[[refund]]` or `[[refund|a refund]]`"
_OFTEN_POINTED_AT = (Kind.STORY, "element", "stage", "channel", "touchpoint", "emotion")
"""Kinds of pages that are named first to somebody who has typed another."""
_LOOSE: Mapping[Why, str] = {
    Why.UNCLOSED: f"Two square brackets begin a link, and this one has no end. Write it like {_EXAMPLE}, or "
    r"`\[[` for the brackets themselves.",
    Why.EMPTY: f"Nothing is named between these brackets. Write the name of a story, as in {_EXAMPLE}.",
    Why.WITHIN: "This link stands within the words of another one. Keep one of the two.",
    Why.PICTURE: "An exclamation mark before two square brackets makes no picture. Put a space between them "
    "for a link, or write `![words](picture.jpg)`.",
    Why.TABLE: r"In a table a `|` begins the next column. Write `\|` between the name and the words.",
    Why.WORDLESS: "There are no words behind the stroke. Write them, or take the stroke out.",
    Why.PAUSED_BEFORE: "The story pauses above already, and it pauses once. Take one of the two out.",
    Why.NO_STORY: "Only a story pauses. Take this out.",
}


def mentions_in_text(abstract: Abstract) -> Iterator[Mention]:
    """Give the stories, people and series that a text points at between two square brackets."""
    for way in abstract.pointers:
        pointed = _read(way)
        if pointed.shelf:
            yield Mention(IN_TEXT, pointed.shelf, pointed.name, _name_span(way, pointed))


def lost_mentions(context: CollectionContext) -> Mapping[str, Sequence[Mention]]:
    """Map the path of each file to what it names that is not there, in the front matter or in its text."""
    lost: dict[str, list[Mention]] = {}
    for abstract in context.abstracts:
        in_text = mentions_in_text(abstract) if abstract.pointers else ()
        for mention in (*abstract.mentions, *in_text):
            if context.base(mention.kind, mention.text) is None:
                lost.setdefault(abstract.path, []).append(mention)
    return lost


def files_with_lost_mentions(context: CollectionContext) -> Sequence[Abstract]:
    """Give the files that name what is not there."""
    return [context.by_path[path] for path in context.once(lost_mentions)]


def faults_between_brackets(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    """Report brackets that are no link, terms that are not there, and pages that no reader may see.

    A story, person or series that is not there is for another rule.
    """
    for one in abstract.loose:
        yield Fault(one.span, _LOOSE[one.why])
    for way in abstract.pointers:
        pointed = _read(way)
        if pointed.shelf:
            known = context.base(pointed.shelf, pointed.name)
            yield from _arriving(way, pointed, source_of(known), abstract, context) if known else ()
        else:
            yield from _at_term(way, pointed, abstract, context)


def _at_term(
    way: Way, pointed: CrossReference, abstract: Abstract, context: CollectionContext
) -> Iterator[Fault]:
    vocabulary = vocabulary_meant(pointed.kind, context.once(_prefixes))
    if vocabulary is None:
        yield _unknown_kind(way, pointed, context)
        return
    term = term_meant(pointed.name, vocabulary)
    if term is None:
        yield _unknown_term(way, pointed, vocabulary)
    elif page := page_of_term(vocabulary.id, term.id):
        yield from _arriving(way, pointed, f"{page}.md", abstract, context)
    else:
        words = f"has no page for readers: {said_in(vocabulary.labels, 'en').lower()} are for editors only."
        yield Fault(way.span, f'"{way.target}" {words} Take the brackets out.')


def _unknown_kind(way: Way, pointed: CrossReference, context: CollectionContext) -> Fault:
    if called := story_called(way.target, context):
        fix = retyped(way.span, way.target, called.id)
        return Fault(way.span, f'"{way.target}" {called.slip}', fix)
    shown = (prefix_of(one) for one in context.vocabularies.values() if _has_pages(one))
    kinds = [*dict.fromkeys((*_OFTEN_POINTED_AT, Kind.PERSON, Kind.SERIES, *shown))]
    names = {name: prefix_of(one) for name, one in context.once(_prefixes).items() if _has_pages(one)}
    names |= {kind: kind for kind in kinds}
    meant = names.get(closest(pointed.kind, tuple(names)), "")
    at = _part(way, 0, len(pointed.kind))
    cure = f'Did you mean "{meant}"?' if meant else choice(kinds)
    fix = retyped(at, pointed.kind, meant, safe=False) if meant else None
    return Fault(at, f'There are no pages of the kind "{pointed.kind}". {cure}', fix)


def _has_pages(vocabulary: Vocabulary) -> bool:
    return any(page_of_term(vocabulary.id, term.id) for term in vocabulary.terms)


def _unknown_term(way: Way, pointed: CrossReference, vocabulary: Vocabulary) -> Fault:
    at, name = _name_span(way, pointed), pointed.name
    ids = [term.id for term in vocabulary.offered]
    names = {label: term.id for term in vocabulary.offered for label in sorted(term.names)}
    meant = closest(name, ids) or names.get(closest(name, tuple(names), 0.85), "")
    cure = f'Did you mean "{meant}"?' if meant else choice(ids)
    fix = retyped(at, name, meant, safe=False) if meant else None
    return Fault(at, f'"{name}" is not one of the {said_in(vocabulary.labels, "en").lower()}. {cure}', fix)


def _arriving(
    way: Way, pointed: CrossReference, source: str, abstract: Abstract, context: CollectionContext
) -> Iterator[Fault]:
    """Report a page that readers may not see, or that has no such place, once for all languages."""
    targets = context.once(Destinations)
    for language in targets.shown_in(abstract):
        target = targets.at(source, language)
        if target is None:
            continue
        if why := hidden(target, abstract):
            faults = [Fault(way.span, f'"{way.target}" points at {target.source}, which {why}')]
        else:
            faults = list(without_place(way, pointed.place, target, reader_of(language, abstract), context))
        if faults:
            yield from faults
            return


def _read(way: Way) -> CrossReference:
    return CrossReference.read(unescaped(way.target))


def _name_span(way: Way, pointed: CrossReference) -> Span:
    return _part(way, pointed.name_at, len(pointed.name))


def _part(way: Way, start: int, length: int) -> Span:
    """Give the place of a part of what was typed; of something with backslashes in it the place of all."""
    if "\\" in way.target:
        return way.span
    line, column = way.span.line, way.span.column + start
    return Span(line, column, line, column + length)


def _prefixes(context: CollectionContext) -> Prefixes:
    return prefixes_of(context.vocabularies)
