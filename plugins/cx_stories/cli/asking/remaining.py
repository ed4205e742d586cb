"""What a draft still lacks before it can be published: a list to go through, not a list of faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cx_stories.checks.rules.element_without_evidence import ELEMENT_WITHOUT_EVIDENCE
from cx_stories.checks.rules.missing_field import MISSING_FIELD
from cx_stories.checks.rules.near_duplicate import NEAR_DUPLICATE
from cx_stories.checks.rules.pair_not_mutual import PAIR_NOT_MUTUAL
from cx_stories.checks.run import RULES
from cx_stories.cli.asking.dialogue import Dialogue
from cx_stories.cli.asking.draft import DRAFT, Draft
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.pipeline.trial import Trial

_SAID_BEFORE = frozenset({NEAR_DUPLICATE.code, PAIR_NOT_MUTUAL.code})
"""What was told with the stories that are close."""
_TOLD_TOO = frozenset({ELEMENT_WITHOUT_EVIDENCE.code})
"""What is mere information elsewhere, and here the sentence that the writer said was still to come."""
_FIELD_OF = {"CX101": "title", "CX306": "lessons", "CX407": "consent", "CX408": "source"}
"""The rules that ask for one field."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left to do.

    needed:   without it the story is not published
    advised:  with it the story is better
    """

    needed: Sequence[str]
    advised: Sequence[str]


def remaining(draft: Draft, trial: Trial, dialogue: Dialogue) -> Remaining:
    """Give what the rules would say of a draft if it were published as it is."""
    published = replace(draft, facts={**draft.facts, "status": "published"})
    alone = replace(published, told={draft.language: draft.words})
    found = [one for one in trial.findings(alone.texts) if one.code not in _SAID_BEFORE]
    needed = [one for one in found if one.severity is Severity.ERROR]
    advised = [one for one in found if one.severity is Severity.WARNING or one.code in _TOLD_TOO]
    return Remaining(
        list(dict.fromkeys(_all_said(needed, draft, dialogue))),
        list(dict.fromkeys(_all_said(advised, draft, dialogue))),
    )


def forbidden(draft: Draft, trial: Trial) -> Sequence[str]:
    """Give what no file may have, of whatever status: the errors that would end a build."""
    found = trial.findings(draft.texts)
    return [one.message for one in found if one.severity is Severity.ERROR]


def told(left: Remaining, draft: Draft, dialogue: Dialogue) -> None:
    """Print what is left to do."""
    _ = dialogue.words.gettext
    heads: Mapping[str, Sequence[str]] = {
        _("Before it can be published:"): left.needed,
        _("And to make it better:"): left.advised,
    }
    for head, lines in heads.items():
        if lines:
            dialogue.say()
            dialogue.say(head)
        for line in lines:
            dialogue.bullet(line)
    if not left.needed and not left.advised and draft.get("status") == DRAFT:
        dialogue.say()
        dialogue.say(_("Nothing is missing. When it is ready, make `status: published` of its status."))


def _all_said(found: Sequence[Diagnostic], draft: Draft, dialogue: Dialogue) -> Iterator[str]:
    for one in found:
        if one.code == MISSING_FIELD.code:
            yield from _missing(draft, dialogue)
        else:
            yield _said(one, dialogue)


def _missing(draft: Draft, dialogue: Dialogue) -> Iterator[str]:
    """Name every field that a published story has, and this one has not."""
    others = set(_FIELD_OF.values())
    for name, field in STORY_FIELDS.items():
        if field.required and name not in others and draft.get(name) is None:
            yield f"{name}: {dialogue.words.gettext(field.description)}"


def _said(found: Diagnostic, dialogue: Dialogue) -> str:
    """Say what a rule asks for; in other languages than English what holds when it is kept."""
    _ = dialogue.words.gettext
    if name := _FIELD_OF.get(found.code):
        said = f"{name}: {_(STORY_FIELDS[name].description)}"
        write = _("Write `consent: {status: given, date: 2026-01-10}`, with the day on which it was given.")
        return f"{said} {write}" if name == "consent" else said
    if dialogue.language.partition("-")[0] == "en":
        return found.message
    summary = RULES[found.code.casefold()].summary
    translated = _(summary)
    return translated if translated != summary else found.message
