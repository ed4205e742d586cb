"""What was felt: from the first emotion to the last, and through which senses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.relations.tallies import NEGATIVE, POSITIVE, gathered
from cx_stories.views.arc import valence_of
from cx_stories.views.charts import Twin, bars_of, most_first
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.figure import Figure, basis, sentences
from cx_stories.views.insights.flow import Flow, flow_of
from cx_stories.views.superlatives import most
from cx_stories.vocabulary.vocabulary import said_in

PLEASANT, EVEN, UNPLEASANT = FAMILIES = "pleasant", "even", "unpleasant"


@dataclass(frozen=True, slots=True)
class Turns:
    """Good and bad stories beside each other. `flows` holds verdict and figure."""

    flows: Sequence[tuple[Label, Flow]]


def emotions_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the way from the first emotion to the last, by verdict."""
    told = [story for story in stories if len(story.emotions) > 1]
    by_verdict = gathered(told, lambda story: (story.polarity,))
    flows, findings = [], []
    for term in edition.library.vocabularies["polarity"].choices:
        found = by_verdict.get(term.id, ())
        if found:
            counts = Counter((_family(story, 0, edition), _family(story, -1, edition)) for story in found)
            flows.append((edition.label("polarity", term.id), flow_of(counts, FAMILIES, names(edition))))
            findings.append(_turned(term.id, counts, edition))
    if flows:
        yield Figure(
            "cx:emotions",
            edition.words.gettext("From the first emotion to the last"),
            "emotions",
            Turns(tuple(flows)),
            sentences(*findings, *_ends(told, edition)),
            basis(len(told), len(stories), edition),
        )


def names(edition: Edition) -> dict[str, str]:
    """Name the families of emotions."""
    words = edition.words
    return {
        PLEASANT: words.gettext("pleasant"),
        EVEN: words.gettext("neither"),
        UNPLEASANT: words.gettext("unpleasant"),
    }


def _family(story: Story, place: int, edition: Edition) -> str:
    valence = valence_of(story.emotions[place], story, edition)
    return PLEASANT if valence > 0 else UNPLEASANT if valence < 0 else EVEN


def _turned(verdict: str, counts: Counter[tuple[str, str]], edition: Edition) -> str:
    words, total = edition.words, counts.total()
    if verdict == POSITIVE:
        sentence = words.ngettext(
            "%(count)s of %(num)s positive story begins unpleasantly and ends pleasantly.",
            "%(count)s of %(num)s positive stories begin unpleasantly and end pleasantly.",
            total,
        )
        return sentence % {"count": counts[UNPLEASANT, PLEASANT], "num": total}
    if verdict == NEGATIVE:
        sentence = words.ngettext(
            "%(count)s of %(num)s negative story begins pleasantly and ends unpleasantly.",
            "%(count)s of %(num)s negative stories begin pleasantly and end unpleasantly.",
            total,
        )
        return sentence % {"count": counts[PLEASANT, UNPLEASANT], "num": total}
    return ""


def _ends(stories: Sequence[Story], edition: Edition) -> Iterator[str]:
    words = edition.words
    yield most(
        _counted(stories, 0, edition),
        words.gettext("The first emotion is most often %(name)s: %(count)s times."),
        words.gettext("The first emotion is most often one of these: %(names)s, %(count)s times each."),
        edition,
        flat=False,
    )
    yield most(
        _counted(stories, -1, edition),
        words.gettext("The last emotion is most often %(name)s: %(count)s times."),
        words.gettext("The last emotion is most often one of these: %(names)s, %(count)s times each."),
        edition,
        flat=False,
    )


def _counted(stories: Sequence[Story], place: int, edition: Edition) -> Sequence[tuple[Label, int]]:
    counts = Counter(story.emotions[place] for story in stories)
    if max(counts.values(), default=0) < 2:
        return ()
    labels = edition.labels("emotions", sorted(counts))
    return [(Label(label.id, label.inline), counts[label.id]) for label in labels]


def senses_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the senses by verdict."""
    bars = bars_of("senses", lambda story: story.senses, stories, edition, unused=True)
    told = sum(bool(story.senses) for story in stories)
    if told:
        words = edition.words
        yield Figure(
            "cx:senses",
            words.gettext("Through which senses"),
            "twin",
            Twin(
                said_in(edition.library.vocabularies["senses"].label_one, edition.language),
                most_first(bars),
                "sense",
            ),
            sentences(
                most(
                    ((bar.label, bar.tally.total) for bar in bars),
                    words.ngettext(
                        "%(name)s is the sense most often named: in %(count)s of %(total)s story.",
                        "%(name)s is the sense most often named: in %(count)s of %(total)s stories.",
                        told,
                    ),
                    words.ngettext(
                        "%(names)s are the senses most often named: each in %(count)s of %(total)s story.",
                        "%(names)s are the senses most often named: each in %(count)s of %(total)s stories.",
                        told,
                    ),
                    edition,
                    total=told,
                )
            ),
            basis(told, len(stories), edition),
        )
