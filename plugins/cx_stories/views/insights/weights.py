"""What weighs on the collection: how small it is, where it comes from, and who or what prevails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.relations.tallies import tally
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.insights.remark import Link, Remark, links_to, remark

FEW = 30
"""Below this number a collection is a handful of examples."""
NAMED = 5
"""How many stories name somebody at least before one of them can be said to prevail."""
FICTIONAL = "fictional"


def is_small(count: int) -> bool:
    """Whether numbers about so many stories say little."""
    return count < FEW


def weights(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    """Say how far to trust the figures."""
    words, count = edition.words, len(stories)
    if count and is_small(count):
        said = words.ngettext("There is %(num)s story.", "There are %(num)s stories.", count) % {"num": count}
        yield remark(
            said,
            words.gettext("That is a handful of examples: read every figure as a list, not as a measure."),
        )
    yield from _origin(stories, edition)
    yield from _balance(stories, edition)
    yield from _prevailing(stories, edition)


def _origin(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    words = edition.words
    counts = Counter(story.provenance for story in stories if story.provenance)
    labels = [
        (edition.label("provenance", term.id), counts[term.id])
        for term in edition.library.vocabularies["provenance"].choices
        if counts[term.id]
    ]
    if not labels:
        return
    mix = ", ".join(f"{label.inline} {count}" for label, count in labels)
    said = words.gettext("By origin: %(mix)s.") % {"mix": mix}
    advice = words.gettext("Every story says where it comes from; ask for it when a figure surprises you.")
    if counts[FICTIONAL]:
        advice = words.gettext(
            "Invented stories show how things can go, never how often. Replace them by true ones, one by one."
        )
    yield remark(said, advice, links_to([label for label, _ in labels]))


def _balance(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    words, counts = edition.words, tally(stories)
    good, bad = counts.positive, counts.negative
    if not good + bad:
        return
    values = {"good": good, "bad": bad}
    labels = links_to(edition.labels("polarity", ("positive", "negative")))
    said = words.gettext("Positive stories: %(good)s. Negative stories: %(bad)s.") % values
    if 5 * abs(good - bad) <= good + bad:
        yield remark(said, words.gettext("The two sides are in balance; keep it so."), labels)
    elif good > bad:
        yield remark(
            said,
            words.gettext(
                "It leans to the good side. Ask for what went wrong: one learns most from two opposites."
            ),
            labels,
        )
    else:
        yield remark(
            said,
            words.gettext(
                "It leans to the bad side. Ask for what went well: one learns most from two opposites."
            ),
            labels,
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that stories may have in common.

    name:    what a story says of it, or nothing
    link:    from that to what it is called, and to its page
    said:    the sentence for whoever or whatever prevails
    all:     the sentence where that is so in every story
    advice:  what to do about it
    """

    name: Callable[[Story], str]
    link: Callable[[str], Link]
    said: str
    all: str
    advice: str


def _prevailing(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    """Name whoever or whatever more than half of the stories that name any have in common."""
    for kind in _kinds(edition):
        named = [name for name in map(kind.name, stories) if name]
        name, count = max(Counter(named).items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if len(named) >= NAMED and 2 * count > len(named):
            link = kind.link(name)
            values = {"name": link.text, "count": count, "total": len(named)}
            said = kind.all if count == len(stories) else kind.said
            yield remark(said % values, kind.advice, (link,) if link.path else ())


def _kinds(edition: Edition) -> Sequence[Kind]:
    words = edition.words
    return (
        Kind(
            lambda story: story.teller,
            lambda name: _person(name, edition),
            words.gettext("%(name)s told %(count)s of the %(total)s stories that name a teller."),
            words.gettext("%(name)s told all %(total)s stories."),
            words.gettext("That is one pair of eyes. Ask somebody else for the next story."),
        ),
        Kind(
            lambda story: story.author,
            lambda name: _person(name, edition),
            words.gettext("%(name)s wrote down %(count)s of the %(total)s stories that name a writer."),
            words.gettext("%(name)s wrote down all %(total)s stories."),
            words.gettext(
                "What one writer finds worth telling colours everything. Let somebody else write one."
            ),
        ),
        Kind(
            _source,
            lambda name: Link(name, ""),
            words.gettext(
                "%(count)s of the %(total)s stories with a source come from the same one: %(name)s."
            ),
            words.gettext("All %(total)s stories come from the same source: %(name)s."),
            words.gettext("What its editors choose, this collection inherits. Look for a second source."),
        ),
        Kind(
            lambda story: story.sector,
            lambda name: links_to([edition.label("sectors", name)])[0],
            words.gettext("%(count)s of the %(total)s stories that name a sector come from one: %(name)s."),
            words.gettext("All %(total)s stories come from one sector: %(name)s."),
            words.gettext("What holds there need not hold elsewhere. Collect from another trade."),
        ),
        Kind(
            lambda story: story.organisation,
            lambda name: Link(name, ""),
            words.gettext(
                "%(count)s of the %(total)s stories that name an organisation are about one: %(name)s."
            ),
            words.gettext("All %(total)s stories are about one organisation: %(name)s."),
            words.gettext("It becomes a file on that organisation. Collect about others, too."),
        ),
    )


def _source(story: Story) -> str:
    return (story.source.publication or story.source.title) if story.source else ""


def _person(identity: str, edition: Edition) -> Link:
    path = addresses.person(identity)
    prose = edition.prose(path)
    if prose is None:
        return Link(identity, "")
    return Link(prose.title, path, language=edition.foreign(prose.language))
