"""What a count says in a sentence: what comes first, who shares the place, and when nothing stands out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cx_stories.views.edition import Edition, Label

NAMED = 3
"""How many may share the first place before nothing stands out."""

Counted = tuple[Label, int]


def first_place(counted: Iterable[Counted]) -> tuple[Sequence[Label], int]:
    """Give those with the highest count, and that count; nobody and 0 if all counts are 0."""
    rows = tuple(counted)
    highest = max((count for _, count in rows), default=0)
    return (tuple(label for label, count in rows if count == highest) if highest else ()), highest


def most(
    counted: Iterable[Counted],
    one: str,
    several: str,
    edition: Edition,
    *,
    flat: bool = True,
    **values: object,
) -> str:
    """Say what comes first; nothing if there is nothing to count.

    one:      the sentence for a winner, with `%(name)s` and `%(count)s`
    several:  the sentence for two or three that share the place, with `%(names)s` and `%(count)s`; or with
              `%(tied)s`, how many they are at the start of a sentence, and `%(listed)s`, each by its own name
    flat:     whether to say so if more than three share it
    """
    winners, count = first_place(counted)
    if len(winners) > NAMED:
        said = edition.words.gettext(
            "Nothing stands out: %(tied)s share the first place, with %(count)s each."
        )
        return said % {"tied": len(winners), "count": count} if flat else ""
    if len(winners) > 1:
        names = {"names": in_a_row(winners, edition), "listed": "; ".join(label.text for label in winners)}
        return several % {**values, **names, "tied": _in_words(len(winners), edition), "count": count}
    return one % {**values, "name": winners[0].text, "count": count} if winners else ""


def _in_words(few: int, edition: Edition) -> str:
    words = edition.words
    return {2: words.gettext("Two"), 3: words.gettext("Three")}[few]


def in_a_row(labels: Sequence[Label], edition: Edition) -> str:
    """Name terms at the start of a sentence: `Personalized, unique and repeatable`."""
    names = [label.inline if index else label.text for index, label in enumerate(labels)]
    if len(names) < 2:
        return "".join(names)
    return edition.words.gettext("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}
