"""What files are made of, in a few bytes: as long as these stay the same, so does what stands in them."""

from __future__ import annotations

from functools import cached_property, partial
from hashlib import blake2b

from cx_stories.exports.publication import Publication
from cx_stories.model.story import Story, Telling
from cx_stories.views.basis import SIZE, digest_of
from cx_stories.views.edition import Edition

_REFERS = ("[[", "cx:")
"""Without one of these no text names a page by its title."""


def basis_of(publication: Publication) -> Basis:
    """Give what knows of the files of a publication what they are made of; the same for all of them."""
    edition = publication.editions[0]
    return edition.once(Basis, partial(Basis, edition))


class Basis:
    """Knows what the files of a library are made of, besides our program."""

    def __init__(self, edition: Edition) -> None:
        self._library, self._unfit = edition.library, edition.preview.unfit
        self._stories: dict[str, bytes] = {}

    def story(self, story: Story) -> bytes:
        """Give the digest of all that a story says, in all its languages."""
        if story.id not in self._stories:
            said = story.model_dump_json().encode(errors="backslashreplace")
            self._stories[story.id] = blake2b(said, digest_size=SIZE).digest()
        return self._stories[story.id]

    def site(self, publication: Publication) -> bytes:
        """Give the digest of what a site says of itself, and of what its stories are told with."""
        said = (publication.name, publication.description, publication.url, publication.offers)
        edition = publication.editions[0]
        return digest_of(said, edition.site_name, edition.whereabouts, self._shared)

    def led_to(self, telling: Telling) -> bytes:
        """Give the digest of what a text may say of other stories: where they are, how they are called."""
        refers = any(sign in telling.body for sign in _REFERS)
        return self.places + self.titles if refers else self.places

    @cached_property
    def places(self) -> bytes:
        """The digest of where each story is, and of the file that tells it."""
        return self._of_all("path")

    @cached_property
    def titles(self) -> bytes:
        """The digest of what each story is called, and what stands in the place of those that are unfit."""
        return self._of_all("title") + digest_of(self._unfit)

    def _of_all(self, name: str) -> bytes:
        """Give the digest of something that every telling of every story has, held of one story at a time."""
        digest = blake2b(digest_size=SIZE)
        for story in self._library.stories:
            said = [(language, getattr(told, name)) for language, told in sorted(story.tellings.items())]
            digest.update(repr((story.id, story.language, said)).encode(errors="backslashreplace"))
        return digest.digest()

    @cached_property
    def _shared(self) -> bytes:
        """Words of vocabularies, and the people and series and what else has a page."""
        library = self._library
        words = [(name, one.model_dump_json()) for name, one in sorted(library.vocabularies.items())]
        articles = [(path, one.model_dump_json()) for path, one in sorted(library.articles.items())]
        return digest_of(library.languages, words, articles)
