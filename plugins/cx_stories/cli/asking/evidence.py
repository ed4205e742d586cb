"""The elements, one by one: whether each was there, or should have been, and the sentence that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx_stories.cli.asking.dialogue import means_yes
from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.asking.interview import Interview
from cx_stories.vocabulary.vocabulary import Term, said_in

_FEWEST_WORDS = 3
"""What is shorter hardly shows anything, and was most likely meant as an answer to a question."""


def elements(interview: Interview, draft: Draft) -> Draft:
    """Ask which elements were there. Whoever has been asked about all of them has said what was not."""
    _ = interview.gettext
    interview.dialogue.say()
    interview.dialogue.say(
        _(
            "Now the elements of a remarkable experience, one by one. Was it there? Then type the sentence "
            "from your story that shows it, or y if that sentence is still to come. Enter: it was not there."
        )
    )
    found = _asked(interview, draft, "elements", interview.terms("elements"))
    return found if found.get("elements") else draft.answered("elements", ())


def missed(interview: Interview, draft: Draft) -> Draft:
    """Ask of a negative story which elements should have been there."""
    if draft.get("polarity") != "negative":
        return draft
    _ = interview.gettext
    interview.dialogue.say()
    interview.dialogue.say(
        _(
            "And what should it have done, and did not? Type the sentence that shows it, or y if that "
            "sentence is still to come. Enter: that was not what was lacking."
        )
    )
    there = draft.get("elements") or ()
    return _asked(
        interview, draft, "missed", [one for one in interview.terms("elements") if one.id not in there]
    )


def _asked(interview: Interview, draft: Draft, name: str, terms: Sequence[Term]) -> Draft:
    language = interview.dialogue.language
    for term in terms:
        words = said_in(term.definition, language)
        sign = said_in(term.hit if name == "elements" else term.missed, language) or words
        said, more = (words, sign) if name == "elements" else (sign, words)
        draft = _one(interview, draft, name, term, (f"{term.label(language)}. {said}", more))
    return draft


def _one(interview: Interview, draft: Draft, name: str, term: Term, asked: tuple[str, str]) -> Draft:
    """Ask about one element."""
    known = draft.get(name)
    before: Mapping[str, str] = known if isinstance(known, Mapping) else {}  # type: ignore[assignment]

    def put(answer: str) -> Draft:
        return draft.answered(name, {**before, term.id: "" if means_yes(answer) else answer})

    def doubt(answer: str) -> str:
        if means_yes(answer) or len(answer.split()) >= _FEWEST_WORDS:
            return ""
        said = interview.gettext("“%(text)s” is short for a sentence that shows it. No: it was not there.")
        return said % {"text": answer}

    return interview.until_fit(draft, name, lambda: interview.dialogue.ask(*asked), put, doubt=doubt)
