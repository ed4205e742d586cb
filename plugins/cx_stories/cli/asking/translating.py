"""The other languages of a story: told at once, or prepared for whoever will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from babel import Locale

from cx_stories.cli.asking.dialogue import Dialogue
from cx_stories.cli.asking.draft import Draft, Words
from cx_stories.cli.asking.interview import Interview
from cx_stories.exports.story_text import Value
from cx_stories.views.catalogue import catalogue


def name_of(language: str, spoken: str) -> str:
    """Give the name of a language as speakers of another one call it."""
    name = Locale.parse(language, sep="-").get_display_name(Locale.parse(spoken, sep="-"))
    return name or language


def prepared(draft: Draft, language: str) -> Draft:
    """Add a file for another language: each line is there, empty, below what it says in the first."""
    shown = name_of(draft.language, language)
    told = {name: value for name, value in draft.words.fields.items() if value}
    fields = {name: _emptied(value) for name, value in told.items()}
    remarks = {name: _original(shown, value) for name, value in told.items()}
    if language == draft.languages[0] and draft.get("elements") == ():
        fields["elements"] = ()  # that there were none is a fact
    return draft.in_words(language, Words(fields, "", {"": _what_to_do(draft, language), **remarks}))


def _emptied(value: Value) -> Value:
    return dict.fromkeys(value, "") if isinstance(value, Mapping) else ""


def _original(language: str, value: Value) -> str:
    """Give what a line says in the language it was told in."""
    if isinstance(value, str):
        return f"{language}: {value}"
    named = [f"  {name}: {one}" for name, one in value.items()] if isinstance(value, Mapping) else []
    return "\n".join([f"{language}:", *(named or [f"  - {one}" for one in value])])


def _what_to_do(draft: Draft, language: str) -> str:
    _ = catalogue(language).gettext
    said = _(
        "To be translated: write behind the colons, and the story itself below the second row of hyphens."
    )
    if language == draft.languages[0]:
        return said
    return said + "\n" + _("Take out the line with the status when it is ready.")


def translated(interview: Interview, draft: Draft, language: str) -> Draft:
    """Ask for the words of another language; what is left out stays to be translated."""
    there = Interview(Dialogue(language), interview.trial)
    words = _asked(there, draft, replace(draft, language=language, told={language: Words()}))
    empty = prepared(draft, language).told[language]
    fields = {name: _filled(value, words.fields.get(name)) for name, value in empty.fields.items()}
    open_ones = {name for name, value in fields.items() if _is_open(value)}
    kept = {name: text for name, text in empty.remarks.items() if name in open_ones}
    left = {"": empty.remarks[""]} if kept or not words.body else {}
    return draft.in_words(language, Words(fields, words.body, {**left, **kept}))


def _filled(empty: Value, answer: Value | None) -> Value:
    """Put an answer in its place; an element without one stays: that it was there is a fact."""
    if isinstance(empty, Mapping) and isinstance(answer, Mapping):
        return {**empty, **answer}
    return answer or empty


def _is_open(value: Value) -> bool:
    return value == "" or (isinstance(value, Mapping) and "" in value.values())


def _asked(there: Interview, first: Draft, draft: Draft) -> Words:
    """Ask for each line in turn, showing what it says in the first language."""
    _, told = there.gettext, first.words.fields
    questions = {"title": _("The title of “%(text)s”?"), "summary": _("The summary? “%(text)s”")}
    for name, question in questions.items():
        if told.get(name):
            draft = there.line(draft, name, question % {"text": told[name]}, _help(there))
    for name in ("elements", "missed"):
        draft = _evidence(there, first, draft, name)
    draft = _lessons(there, first, draft)
    if first.words.body:
        question = _("And the story itself?")
        draft = there.told(draft, there.dialogue.text(question, _help(there)))
    return draft.words


def _help(there: Interview) -> str:
    return there.gettext("Say it as you would say it in this language. Enter: it stays to be translated.")


def _evidence(there: Interview, first: Draft, draft: Draft, name: str) -> Draft:
    told = first.get(name)
    vocabulary = there.trial.standards.vocabularies["elements"]
    for identity, sentence in told.items() if isinstance(told, Mapping) else ():
        if sentence:
            label = vocabulary.by_id[identity].label(there.dialogue.language)
            draft = _one(there, draft, name, identity, f"{label}: “{sentence}”")
    return draft


def _one(there: Interview, draft: Draft, name: str, identity: str, question: str) -> Draft:
    known = draft.get(name)
    before: Mapping[str, Value] = known if isinstance(known, Mapping) else {}

    def put(answer: str) -> Draft:
        return draft.answered(name, {**before, identity: answer})

    return there.until_fit(draft, name, lambda: there.dialogue.ask(question, _help(there)), put)


def _lessons(there: Interview, first: Draft, draft: Draft) -> Draft:
    """Ask for all lessons or none: they are told in the same order, or nobody knows which is which."""
    lessons: list[Value] = []
    before = draft
    for lesson in first.get("lessons") or ():
        question = there.gettext("The lesson: “%(text)s”") % {"text": lesson}
        told = _lesson(there, draft, lessons, question)
        if told is draft:
            return before
        draft, lessons = told, [*lessons, str(list(told.get("lessons") or ())[-1])]
    return draft


def _lesson(there: Interview, draft: Draft, lessons: list[Value], question: str) -> Draft:
    def put(answer: str) -> Draft:
        return draft.answered("lessons", [*lessons, answer])

    return there.until_fit(draft, "lessons", lambda: there.dialogue.ask(question, _help(there)), put)
