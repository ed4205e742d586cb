"""The end of `cx new`: the files are written, the other half of a pair is told, the editor opens."""

from __future__ import annotations

from pathlib import Path

import click

from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.asking.editing import NOT_STARTED, edit, editor_chosen
from cx_stories.cli.asking.interview import Interview
from cx_stories.cli.running import seen_from_here
from cx_stories.pipeline.drafting import write_all_new
from cx_stories.pipeline.telling_together import pair_named_in, tell_together


def keep(  # noqa: PLR0913 (what was said beforehand)
    interview: Interview, draft: Draft, editor: bool | None, *, asking: bool, agreed: bool, config: Path
) -> None:
    """Write what was told, whole or not at all, and say what comes next.

    Raises:  CxStoriesError if it cannot be written, click.Abort if somebody does not want it
    """
    _, dialogue, content = interview.gettext, interview.dialogue, interview.trial.settings.content
    files = {content / path: text for path, text in draft.texts.items()}
    names = ", ".join(map(seen_from_here, files))
    if asking and not _wants(interview, _("Write %(files)s?") % {"files": names}):
        dialogue.say(_("Nothing was written."))
        raise click.Abort
    write_all_new(files)
    dialogue.say()
    for file in files:
        dialogue.say(_("Written: %(file)s") % {"file": seen_from_here(file)})
    _tell_the_other(interview, draft, asking=asking, agreed=agreed)
    first = content / draft.path(draft.language)
    _edit(interview, first, editor, asking=asking)
    dialogue.say(
        _("Next: `%(serve)s` shows it, and `cx check %(file)s` says what is left to do.")
        % {"serve": _preview(config), "file": seen_from_here(first)}
    )


def _wants(interview: Interview, question: str) -> bool:
    """Whether the answer is yes; whoever leaves wants nothing."""
    try:
        return interview.dialogue.confirm(question, default=True)
    except click.Abort:
        click.echo()
        return False


def _tell_the_other(interview: Interview, draft: Draft, *, asking: bool, agreed: bool) -> None:
    """Put the line into the other story of a pair, if that is agreed to; else say which line it is."""
    files = interview.trial.files_of(str(draft.get("pair") or ""))
    if not files or pair_named_in(files[0]) == draft.id:
        return
    _, dialogue = interview.gettext, interview.dialogue
    line, name = f"pair: {draft.id}", seen_from_here(files[0].file)
    words = {"line": line, "file": name}
    question = _("The other story must name this one, too. Add the line `%(line)s` to %(file)s now?") % words
    if agreed or (asking and dialogue.confirm(question, default=True)):
        why = tell_together(files[0], draft.id)
        if not why:
            dialogue.say(_("Added to %(file)s: %(line)s") % words)
            return
        dialogue.say(why)
    dialogue.say(_("Add the line `%(line)s` to %(file)s, so that each of the two names the other.") % words)


def _edit(interview: Interview, file: Path, editor: bool | None, *, asking: bool) -> None:
    """Open the file, if somebody is there, or wants it."""
    chosen = editor_chosen()
    if editor is False or (editor is None and not (asking and chosen)):
        return
    _ = interview.gettext
    if not chosen:
        said = _("No editor is chosen: set VISUAL or EDITOR to its name, such as `export EDITOR=nano`.")
        interview.dialogue.say(said)
    elif status := edit(file, chosen):
        ended = _("The editor `%(editor)s` ended with %(status)s.")
        unknown = _("The editor `%(editor)s` cannot be started. Look at VISUAL and EDITOR.")
        interview.dialogue.say(
            (unknown if status == NOT_STARTED else ended) % {"editor": chosen, "status": status}
        )


def _preview(config: Path) -> str:
    """Give the command that shows the site while one writes."""
    try:
        rules = (config.parent / "Makefile").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        rules = ""
    served = any(line.startswith("serve:") for line in rules.splitlines())
    return "make serve" if served else "mkdocs serve"
