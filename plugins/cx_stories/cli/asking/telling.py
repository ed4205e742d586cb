"""From the first question to the file: the course of `cx new`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from cx_stories.checks.typed import suggestion
from cx_stories.cli.asking.dialogue import Choice, Dialogue
from cx_stories.cli.asking.draft import DRAFT, Draft
from cx_stories.cli.asking.given import Given, drafted
from cx_stories.cli.asking.interview import Interview
from cx_stories.cli.asking.keeping import keep
from cx_stories.cli.asking.questions import asked
from cx_stories.cli.asking.remaining import forbidden, remaining, told
from cx_stories.cli.asking.similar import paired_or_related, show, similar
from cx_stories.cli.asking.translating import name_of, prepared, translated
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.running import seen_from_here
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline import Settings
from cx_stories.pipeline.drafting import UNNAMED, TakenError, id_of, write_new
from cx_stories.pipeline.trial import Trial
from cx_stories.vocabulary.vocabulary import folded

_NEEDED = ("title", "polarity")
"""What even a draft must have before anybody goes away."""
_MANY = 1_000
"""From how many files on it takes a while to read them all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked of `cx new`.

    language:  of the story; nothing to have it asked, or else for the site's own
    editor:    whether the file is opened afterwards; None if nobody has said
    agreed:    whether what is proposed is agreed to
    asking:    whether questions may be asked
    """

    config_file: Path
    given: Given
    language: str = ""
    translate: bool = False
    editor: bool | None = None
    agreed: bool = False
    asking: bool = False


def tell(wanted: Wanted) -> None:
    """Make a story of answers.

    Raises:  click.UsageError, CxStoriesError, EndedProcessError
    """
    missing = [name for name in _NEEDED if not getattr(wanted.given, name).strip()]
    if missing and not wanted.asking:
        options = " and ".join(f"--{name}" for name in missing)
        raise click.UsageError(f"Nobody is there to be asked, so give {options} as well.")
    settings, _ = settings_of(wanted.config_file)
    trial = Trial(settings)
    language = _language(wanted, settings)
    draft = drafted(wanted.given, Draft(language, settings.languages), trial)
    if draft.get("date") is None:
        draft = draft.answered("date", settings.today.isoformat())
    interview = Interview(Dialogue(language), trial)
    if wanted.asking:
        _greet(interview, settings)
        draft = _told(interview, draft)
    _close(interview, _named(draft, wanted, interview), wanted)


def _told(interview: Interview, draft: Draft) -> Draft:
    """Ask what is to be asked; whoever leaves half-way may keep what was told.

    Raises:  click.Abort if somebody leaves
    """
    try:
        for further in asked(interview, draft):
            draft = further
    except click.Abort:
        _left(interview, draft)
        raise
    return draft


def _left(interview: Interview, draft: Draft) -> None:
    """Keep what was told so far, if there is a title and somebody wants that; else say that nothing is there.

    Raises:  CxStoriesError if it cannot be written
    """
    _, dialogue = interview.gettext, interview.dialogue
    click.echo()
    question = _("Keep what you have told so far as a draft?")
    try:
        wants = bool(draft.title) and dialogue.confirm(question, default=False)
    except click.Abort:
        click.echo()
        wants = False
    if wants:
        draft = replace(draft, id=id_of(draft.title, interview.trial.taken)).answered("status", DRAFT)
        file = interview.trial.settings.content / draft.path(draft.language)
        write_new(file, draft.texts[draft.path(draft.language)])
        dialogue.say(_("Written: %(file)s") % {"file": seen_from_here(file)})
    else:
        dialogue.say(_("Nothing was written."))


def _close(interview: Interview, draft: Draft, wanted: Wanted) -> None:
    """Lay the story beside the others, and write it."""
    dialogue, trial = interview.dialogue, interview.trial
    if wanted.asking and len(trial.found) > _MANY:
        dialogue.say()
        dialogue.say(interview.gettext("Looking for stories that are close to yours. One moment ..."))
    close = similar(draft, trial)
    show(draft, close, trial, dialogue)
    try:
        if wanted.asking and close:
            draft = paired_or_related(draft, close, trial, dialogue)
        for language in draft.languages:
            if language != draft.language:
                draft = _in(language, interview, draft, wanted)
    except click.Abort:
        _left(interview, draft)
        raise
    draft = _allowed(draft, interview, wanted)
    left = remaining(draft, trial, dialogue)
    told(left, draft, dialogue)
    keep(
        interview, draft, wanted.editor, asking=wanted.asking, agreed=wanted.agreed, config=wanted.config_file
    )


def _greet(interview: Interview, settings: Settings) -> None:
    _ = interview.gettext
    interview.dialogue.say(
        _(
            "A new story for %(folder)s/. Answer in plain words; type ? for help. Nothing is written before "
            "the end, and Ctrl-C stops."
        )
        % {"folder": seen_from_here(settings.content)}
    )


def _language(wanted: Wanted, settings: Settings) -> str:
    """Give the language of the story: as said, as chosen, or the site's own."""
    languages = list(settings.languages)
    if wanted.language:
        if wanted.language not in languages:
            cure = suggestion(wanted.language, languages)
            raise click.UsageError(f'--language: "{wanted.language}" is no language of this site. {cure}')
        return wanted.language
    if not wanted.asking or len(languages) == 1:
        return languages[0]
    spoken = _spoken(languages)
    dialogue = Dialogue(spoken)
    choices = [_as_choice(one, spoken) for one in languages]
    question = dialogue.words.gettext("In which language do you tell it?")
    help_text = dialogue.words.gettext("The questions are asked in that language, too.")
    return dialogue.choose(question, help_text, choices, most=1, needed=True)[0]


def _as_choice(language: str, spoken: str) -> Choice:
    names = (language, name_of(language, spoken), name_of(language, language), name_of(language, "en"))
    return Choice(language, name_of(language, spoken), "", frozenset(map(folded, names)))


def _spoken(languages: Sequence[str]) -> str:
    """Give the language that this person has set the machine to, if the site has it; else the site's own."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := os.environ.get(name):
            spoken = locale.partition(".")[0].replace("_", "-")
            both = (spoken, spoken.partition("-")[0])
            return next((one for one in both if one in languages), languages[0])
    return languages[0]


def _named(draft: Draft, wanted: Wanted, interview: Interview) -> Draft:
    """Give the draft the id of its title; where that is taken, the next one, if somebody sees it."""
    trial = interview.trial
    first, free = id_of(draft.title), id_of(draft.title, trial.taken)
    if first in (free, UNNAMED):
        return replace(draft, id=free)
    there = seen_from_here(trial.settings.content / replace(draft, id=first).path(draft.languages[0]))
    if not wanted.asking:
        raise TakenError(f"There is a story {there} already, and nothing was written. Give another --title.")
    _ = interview.gettext
    said = _("There is a story %(there)s already, which stays as it is. Yours will be %(name)s.md.")
    interview.dialogue.say()
    interview.dialogue.say(said % {"there": there, "name": free})
    return replace(draft, id=free)


def _in(language: str, interview: Interview, draft: Draft, wanted: Wanted) -> Draft:
    """Add another language, if that is wanted: told now, or to be translated."""
    _, dialogue = interview.gettext, interview.dialogue
    name = {"language": name_of(language, dialogue.language)}
    question = _("Make a file for the translation into %(language)s as well?") % name
    if not wanted.translate and not (wanted.asking and dialogue.confirm(question, default=False)):
        return draft
    now = _("Tell it in %(language)s now?") % name
    if wanted.asking and dialogue.confirm(now, default=False):
        return translated(interview, draft, language)
    return prepared(draft, language)


def _allowed(draft: Draft, interview: Interview, wanted: Wanted) -> Draft:
    """Give the draft if it may stand in the folder as it is; what was asked for is kept as a draft at least.

    Raises:  CxStoriesError if it may not
    """
    wrong = forbidden(draft, interview.trial)
    if wrong and wanted.asking and draft.get("status") != DRAFT:
        said = interview.gettext("It cannot be published yet, so it is kept as a draft.")
        interview.dialogue.say()
        interview.dialogue.say(said)
        draft = draft.answered("status", DRAFT)
        wrong = forbidden(draft, interview.trial)
    if wrong and not wanted.asking:
        raise CxStoriesError(f"Nothing was written. {' '.join(dict.fromkeys(wrong))}")
    for message in dict.fromkeys(wrong):
        interview.dialogue.say(message)
    return draft
