"""The stories that are close to a new one, before it is written: pair, relate, or go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.cli.asking.dialogue import Choice, Dialogue
from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.running import seen_from_here
from cx_stories.pipeline.telling_together import pair_named_in
from cx_stories.pipeline.trial import Trial
from cx_stories.relations.close import Close, close_to, with_story
from cx_stories.views.edition import Edition
from cx_stories.views.reasons import kinship_in_words
from cx_stories.vocabulary.vocabulary import folded


def similar(draft: Draft, trial: Trial) -> Sequence[Close]:
    """Give the stories that are close to a draft; none where there are no others, or it cannot be read."""
    story = trial.story(draft.texts)
    return close_to(story, trial.library) if story and trial.library.stories else ()


def show(draft: Draft, close: Sequence[Close], trial: Trial, dialogue: Dialogue) -> None:
    """Print them, with what they have in common with the draft."""
    if twin := trial.twin(draft.texts):
        said = dialogue.words.gettext(
            "This is nearly the same text as %(file)s. Make one story of the two, or tell what is different "
            "about this one."
        )
        dialogue.say()
        dialogue.say(said % {"file": seen_from_here(trial.settings.content / twin)})
    if not close:
        return
    dialogue.say()
    several = dialogue.words.ngettext(
        "This story is close to yours:", "These %(num)s stories are close to yours:", len(close)
    )
    dialogue.say(several % {"num": len(close)})
    for number, one in enumerate(close, 1):
        first, *rest = _lines(one, draft, trial, dialogue)
        dialogue.say(f"{number:>2}  {first}", indent="  ")
        for line in rest:
            dialogue.say(line, indent="      ")


def paired_or_related(draft: Draft, close: Sequence[Close], trial: Trial, dialogue: Dialogue) -> Draft:
    """Ask which of the stories is told together with this one, and which a reader should see next."""
    opposites = [one for one in close if one.opposite and _free(one, trial)]
    if opposites and draft.get("pair") is None:
        chosen = dialogue.choose(
            dialogue.words.gettext("Is one of the opposite verdict told together with yours, as a pair?"),
            dialogue.words.gettext(
                "The two sides of a pair stand side by side on the site, and make one exercise of a workshop."
            ),
            _choices(opposites, dialogue.language),
            most=1,
        )
        draft = draft.answered("pair", chosen[0]) if chosen else draft
    others = [one for one in close if one.story.id != draft.get("pair")]
    if others and draft.get("related") is None:
        chosen = dialogue.choose(
            dialogue.words.gettext("Should a reader see one of these next, whatever else the site proposes?"),
            dialogue.words.gettext("The site finds related stories by itself; what you pick comes first."),
            _choices(others, dialogue.language),
        )
        draft = draft.answered("related", chosen) if chosen else draft
    return draft


def _choices(close: Sequence[Close], language: str) -> Sequence[Choice]:
    titles = ((one.story.id, one.story.told_in(language).title) for one in close)
    return [
        Choice(identity, title, "", frozenset({folded(identity), folded(title)}))
        for identity, title in titles
    ]


def _free(one: Close, trial: Trial) -> bool:
    """Whether a story is not told together with another one."""
    return not one.story.pair and not any(map(pair_named_in, trial.files_of(one.story.id)[:1]))


def _lines(one: Close, draft: Draft, trial: Trial, dialogue: Dialogue) -> Iterator[str]:
    """Give its title and verdict, what the two have in common, and where it is."""
    _, story = dialogue.words.gettext, trial.story(draft.texts)
    assert story is not None  # noqa: S101 (it was close to something)
    edition = Edition(with_story(trial.library, story), dialogue.language)
    telling = one.story.told_in(dialogue.language)
    labels = [edition.polarity(one.story).text, *([_("draft")] if not one.story.published else [])]
    yield f"{telling.title} ({', '.join(label for label in labels if label)})"
    yield kinship_in_words(one.kinship, edition)
    if one.words:
        yield _("Both speak of: %(words)s") % {"words": ", ".join(one.words)}
    yield seen_from_here(trial.settings.content / telling.path)
