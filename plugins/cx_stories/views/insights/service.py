"""What set it off, how it was put right, and through which channels it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cx_stories.model.story import Story
from cx_stories.relations.tallies import POSITIVE
from cx_stories.views.charts import Bar, Twin, bars_of, most_first
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.figure import Figure, basis, sentences
from cx_stories.views.superlatives import most
from cx_stories.vocabulary.vocabulary import said_in

NOTHING_FAILED = "not-applicable"
SET_OFF_BY_FAILURE = "failure-response"
MENDED = frozenset({"restored", "exceeded"})


def channels_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the channels by verdict."""
    told = [story for story in stories if story.channels]
    bars = most_first(bars_of("channels", lambda story: story.channels, told, edition))
    words, total = edition.words, len(told)
    if bars:
        saying = most(
            ((bar.label, bar.tally.total) for bar in bars),
            words.ngettext(
                "%(name)s is the channel seen most often: in %(count)s of %(total)s story.",
                "%(name)s is the channel seen most often: in %(count)s of %(total)s stories.",
                total,
            ),
            words.ngettext(
                "%(names)s are the channels seen most often: each in %(count)s of %(total)s story.",
                "%(names)s are the channels seen most often: each in %(count)s of %(total)s stories.",
                total,
            ),
            edition,
            total=total,
        )
        title = words.gettext("Through which channels")
        chart = _twin("channels", "channel", bars, edition)
        yield Figure(
            "cx:channels", title, "twin", chart, sentences(saying), basis(total, len(stories), edition)
        )


def recovery_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give how far a failure was put right, by verdict; stories in which nothing failed are left out."""
    told = [story for story in stories if story.recovery]
    failed = [story for story in told if story.recovery != NOTHING_FAILED]
    bars = bars_of("recovery", lambda story: (story.recovery,), failed, edition, unused=True)
    if failed:
        words = edition.words
        values = {
            "failed": len(failed),
            "mended": sum(story.recovery in MENDED for story in failed),
            "total": len(told),
        }
        saying = (
            words.ngettext(
                "Something failed in %(failed)s of the %(total)s story that says whether it did, "
                "and was put right in %(mended)s.",
                "Something failed in %(failed)s of the %(total)s stories that say whether it did, "
                "and was put right in %(mended)s.",
                len(told),
            )
            % values
        )
        yield Figure(
            "cx:recovery",
            words.gettext("How failures were put right"),
            "twin",
            _twin("recovery", "recovery", [bar for bar in bars if bar.label.id != NOTHING_FAILED], edition),
            sentences(saying, _paradox(failed, edition)),
            " ".join(sentences(_rests_on(failed, edition), _apart(failed, stories, edition))),
        )


def _rests_on(failed: Sequence[Story], edition: Edition) -> str:
    return edition.words.ngettext(
        "Rests on the %(num)s story in which something failed.",
        "Rests on the %(num)s stories in which something failed.",
        len(failed),
    ) % {"num": len(failed)}


def _paradox(failed: Sequence[Story], edition: Edition) -> str:
    """Say how the stories end in which a failure was put right."""
    mended = [story for story in failed if story.recovery in MENDED]
    good = sum(story.polarity == POSITIVE for story in mended)
    if not mended:
        return ""
    words = edition.words
    if good == len(mended):
        said = words.ngettext(
            "The one that was put right is positive.",
            "All %(num)s that were put right are positive.",
            len(mended),
        )
    elif not good:
        said = words.ngettext(
            "The one that was put right is not positive.",
            "None of the %(num)s that were put right is positive.",
            len(mended),
        )
    else:
        said = words.ngettext(
            "%(good)s of the %(num)s that were put right is positive.",
            "%(good)s of the %(num)s that were put right are positive.",
            good,
        )
    return said % {"num": len(mended), "good": good}


def _apart(failed: Sequence[Story], stories: Sequence[Story], edition: Edition) -> str:
    """Say why more or fewer stories are counted here than were set off by a failure."""
    set_off = sum(story.incident == SET_OFF_BY_FAILURE for story in stories)
    if set_off in (0, len(failed)):
        return ""
    return edition.words.gettext(
        "What set a story off is one thing, whether something failed along the way another; "
        "so the two are counted apart."
    )


def incident_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give what set the stories off, by verdict."""
    told = [story for story in stories if story.incident]
    bars = bars_of("incident", lambda story: (story.incident,), told, edition, unused=True)
    if told:
        yield Figure(
            "cx:incident",
            edition.words.gettext("What set it off"),
            "twin",
            _twin("incident", "incident", bars, edition),
            sentences(*_set_off(bars, edition)),
            basis(len(told), len(stories), edition),
        )


def _set_off(bars: Sequence[Bar], edition: Edition) -> Iterator[str]:
    words = edition.words
    yield most(
        ((_quoted(bar.label, edition), bar.tally.positive) for bar in bars),
        words.gettext("What most often sets off a positive story: %(name)s, in %(count)s of %(total)s."),
        words.gettext(
            "What most often sets off a positive story: %(names)s, each in %(count)s of %(total)s."
        ),
        edition,
        flat=False,
        total=sum(bar.tally.positive for bar in bars),
    )
    yield most(
        ((_quoted(bar.label, edition), bar.tally.negative) for bar in bars),
        words.gettext("What most often sets off a negative story: %(name)s, in %(count)s of %(total)s."),
        words.gettext(
            "What most often sets off a negative story: %(names)s, each in %(count)s of %(total)s."
        ),
        edition,
        flat=False,
        total=sum(bar.tally.negative for bar in bars),
    )


def _quoted(label: Label, edition: Edition) -> Label:
    """Give a term as it stands within a sentence; quotation marks keep it apart from the words around it."""
    return Label(label.id, edition.words.gettext("“%(name)s”") % {"name": label.inline})


def _twin(vocabulary: str, name: str, bars: Iterable[Bar], edition: Edition) -> Twin:
    what = said_in(edition.library.vocabularies[vocabulary].label_one, edition.language)
    return Twin(what, tuple(bars), name)
