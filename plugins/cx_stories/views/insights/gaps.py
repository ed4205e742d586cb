"""What the collection lacks, and what in it rests on a single story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from babel import Locale

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.story import Story
from cx_stories.relations.lessons import Resting, resting
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.remark import Link, Remark, links_to, remark, vocabulary_name
from cx_stories.views.reference import places
from cx_stories.views.superlatives import in_a_row

_NOBODY_MISSES = frozenset({"aliases", "ignore", "unrelated", "consent", "status"})
"""Keys that a collection does not lack if no story has them."""

Terms = Callable[[Story], Iterable[str]]
_USED: tuple[tuple[str, Terms], ...] = (
    ("stages", lambda story: story.stages),
    ("channels", lambda story: story.channels),
    ("touchpoints", lambda story: story.touchpoints),
    ("sectors", lambda story: (story.sector,)),
    ("senses", lambda story: story.senses),
    ("emotions", lambda story: story.emotions),
    ("incident", lambda story: (story.incident,)),
    ("recovery", lambda story: (story.recovery,)),
    ("outcomes", lambda story: story.outcomes),
)


def gaps(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    """Say what no story tells yet."""
    words = edition.words
    for vocabulary in ("stages", "channels"):
        without = _without(vocabulary, dict(_USED)[vocabulary], stories, edition)
        if without:
            said = words.ngettext(
                "%(vocabulary)s: %(num)s has no story yet.",
                "%(vocabulary)s: %(num)s have no story yet.",
                len(without),
            ) % {"vocabulary": vocabulary_name(vocabulary, edition), "num": len(without)}
            advice = words.gettext("The map of the journey shows which crossings wait for a story.")
            links = [*links_to(without), Link(words.gettext("The journey"), addresses.JOURNEY)]
            yield remark(said, advice, links)
    yield from _without_contrast(stories, edition)
    yield from _unused_fields(stories, edition)
    yield from _untranslated(stories, edition)


def _without(vocabulary: str, terms: Terms, stories: Sequence[Story], edition: Edition) -> Sequence[Label]:
    used = {term for story in stories for term in terms(story)}
    offered = edition.library.vocabularies[vocabulary].offered
    labels = edition.labels(vocabulary, [term.id for term in offered if term.id not in used])
    if vocabulary == "stages":
        return tuple(Label(label.id, label.text, addresses.stage(label.id)) for label in labels)
    return labels


def _without_contrast(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    words = edition.words
    hits = {element for story in stories for element in story.hits}
    misses = {element for story in stories for element in story.misses}
    offered = [term.id for term in edition.library.vocabularies["elements"].offered]
    for found, said, advice in (
        (
            [one for one in offered if one in hits and one not in misses],
            words.gettext("There in a story and missed in none: %(elements)s."),
            words.gettext("One sees what an element is worth where it is missed. Look for such a story."),
        ),
        (
            [one for one in offered if one in misses and one not in hits],
            words.gettext("Missed in a story and there in none: %(elements)s."),
            words.gettext("Without an example nobody knows how it could have been. Look for one."),
        ),
        (
            [one for one in offered if one not in hits and one not in misses],
            words.gettext("Neither there nor missed in any story: %(elements)s."),
            words.gettext("Read the next story with this element in mind."),
        ),
    ):
        labels = edition.labels("elements", found)
        if labels:
            yield remark(said % {"elements": in_a_row(labels, edition)}, advice, links_to(labels))


def _unused_fields(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    names = [name for name in STORY_FIELDS if name not in _NOBODY_MISSES and not _is_used(name, stories)]
    if stories and names:
        words = edition.words
        said = words.ngettext(
            "No story uses the line below.",
            "No story uses the %(num)s lines below.",
            len(names),
        ) % {"num": len(names)}
        advice = words.ngettext(
            "Use it in the next story, or leave it out on purpose.",
            "Use them in the next story, or leave them out on purpose.",
            len(names),
        )
        links = [Link(name, addresses.FRONT_MATTER, places.line(name), code=True) for name in names]
        yield remark(said, advice, links)


def _is_used(name: str, stories: Sequence[Story]) -> bool:
    return any(getattr(part, name, None) for story in stories for part in (story, *story.tellings.values()))


def _untranslated(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    words, library = edition.words, edition.library
    for language in library.languages:
        without = [story for story in stories if language not in story.tellings]
        if without:
            name = Locale.parse(language, sep="-").get_display_name(edition.language.replace("-", "_"))
            said = words.ngettext(
                "Not told in %(language)s: %(num)s of %(total)s story.",
                "Not told in %(language)s: %(num)s of %(total)s stories.",
                len(stories),
            ) % {"num": len(without), "total": len(stories), "language": name}
            advice = words.gettext("Readers of that language get it in another. Translate what is read most.")
            cards = edition.cards(without)
            links = [Link(card.title, card.path, language=card.language) for card in cards]
            yield remark(said, advice, links)


def single(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    """Say what rests on one story only."""
    words = edition.words
    if len(stories) > 1:
        yield from _terms_used_once(stories, edition)
    rests = resting(stories)
    if rests.told > 1 and rests.single:
        advice = words.gettext("A lesson gets stronger by a second case, or by one that contradicts it.")
        link = Link(words.gettext("Lessons that rest on one story"), addresses.LESSONS_OF_ONE)
        yield remark(_rest(rests, edition), advice, [link])


def _terms_used_once(stories: Sequence[Story], edition: Edition) -> Iterator[Remark]:
    words, advised = edition.words, False
    for vocabulary, terms in _USED:
        counts = Counter(term for story in stories for term in set(terms(story)) if term)
        offered = edition.library.vocabularies[vocabulary].offered
        once = edition.labels(vocabulary, [term.id for term in offered if counts[term.id] == 1])
        if once:
            said = words.ngettext(
                "%(vocabulary)s: %(num)s term is used once.",
                "%(vocabulary)s: %(num)s terms are used once.",
                len(once),
            ) % {"vocabulary": vocabulary_name(vocabulary, edition), "num": len(once)}
            advice = words.gettext("One case is an anecdote: look for a second, or for its opposite.")
            yield remark(said, "" if advised else advice, links_to(once))
            advised = True


def _rest(rests: Resting, edition: Edition) -> str:
    words, alone = edition.words, len(rests.single)
    if not rests.shared:
        return words.gettext("Each of the %(num)s lessons rests on one story.") % {"num": alone}
    shared = words.ngettext(
        "Of %(told)s lessons %(several)s come down to %(num)s shared one.",
        "Of %(told)s lessons %(several)s come down to %(num)s shared ones.",
        rests.shared,
    ) % {"told": rests.told, "several": rests.several, "num": rests.shared}
    others = words.ngettext(
        "The other rests on one story.", "The other %(num)s rest on one story each.", alone
    ) % {"num": alone}
    return f"{shared} {others}"
