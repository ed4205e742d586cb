"""What writers want and do not want to see beside their stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx_stories.library import Library
from cx_stories.relations.pairing import partners


class Wishes:
    """The picks and vetoes of a library; a story is called by its place in it.

    A pick shows on the page of the story that picks, in the writer's order, and on the page of the story that
    is picked: whoever is sent somewhere may want to come back. A veto of either side keeps two stories apart,
    except that a writer's own pick stands against a veto of the other side. Who both picks and vetoes a story
    has made a slip; the veto holds. A story's partner is shown apart and is neither picked nor proposed.
    """

    def __init__(self, library: Library) -> None:
        """Read what the writers wish."""
        places = {story.id: place for place, story in enumerate(library.stories)}
        told = partners(library)
        self.partner: Mapping[int, int] = {places[one]: places[other] for one, other in told.items()}
        self._vetoes = [
            {places[other] for other in story.unrelated if other in places} for story in library.stories
        ]
        self._watched = {*self.partner, *(place for place, vetoes in enumerate(self._vetoes) if vetoes)}
        self.picks: Sequence[Sequence[int]] = [
            [
                other
                for other in dict.fromkeys(places[pick] for pick in story.related if pick in places)
                if other not in (place, self.partner.get(place)) and other not in self._vetoes[place]
            ]
            for place, story in enumerate(library.stories)
        ]
        self._picked_by: dict[int, list[int]] = {}
        for place, picks in enumerate(self.picks):
            for other in picks:
                self._picked_by.setdefault(other, []).append(place)

    def picked_by(self, place: int) -> Sequence[int]:
        """Give the stories that pick this one and may be shown beside it, newest first."""
        return [other for other in self._picked_by.get(place, ()) if self.allow(place, other)]

    def allow(self, place: int, other: int) -> bool:
        """Say whether one story may be proposed beside another."""
        if place not in self._watched and other not in self._watched:
            return other != place
        return (
            other not in (place, self.partner.get(place))
            and other not in self._vetoes[place]
            and place not in self._vetoes[other]
        )
