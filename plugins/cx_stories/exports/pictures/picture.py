"""What is on the picture of a story, and where it will be: known before it is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from urllib.parse import urlsplit

from cx_stories.exports.publication import Publication
from cx_stories.model.story import HIT, Story
from cx_stories.views import addresses
from cx_stories.views.assets import FOLDER
from cx_stories.views.edition import Edition

PICTURES = f"{FOLDER}/pictures"
"""Where they are in the site, in a folder that readers' browsers keep for ever."""
_SOURCES = (
    *("colours.py", "deflating.py", "drawing.py", "faces.py"),
    *("size.py", "stage.py", "typesetting.py"),
)
_TYPEFACES = ("fraunces-600.woff2", "figtree-600.woff2", "source-serif-400.woff2")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is on a picture.

    polarity, verdict:  the id of a story's polarity, and its name; nothing on the picture of the site
    lights:             name and state of every element
    words:              a sentence below the title
    """

    title: str
    site: str
    polarity: str = ""
    verdict: str = ""
    lights: Sequence[tuple[str, str]] = ()
    words: str = ""

    @property
    def path(self) -> str:
        """Where it is in the site: another place for another picture, and for another way of drawing it."""
        typed = json.dumps((self.title, self.site, self.polarity, self.verdict, self.lights, self.words))
        return f"{PICTURES}/{sha256(f'{_way()} {typed}'.encode()).hexdigest()[:20]}.png"


@cache
def _way() -> str:
    """Give a sum of all that a picture depends on besides what is on it."""
    package = files("cx_stories")
    digest = sha256(version("pillow").encode())
    for name in _SOURCES:
        digest.update((package / "exports" / "pictures" / name).read_bytes())
    for name in _TYPEFACES:
        digest.update((package / "assets" / "fonts" / name).read_bytes())
    return digest.hexdigest()


def wanted(publication: Publication) -> bool:
    """Whether there are pictures: somebody else must be able to fetch them."""
    return publication.offers.images and _is_reachable(publication.url)


@lru_cache(maxsize=8)
def _is_reachable(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return bool(host) and host not in ("localhost", "::1", "0.0.0.0") and not host.startswith("127.")  # noqa: S104 (compared, not listened on)


def pictures_of(publication: Publication) -> Sequence[Picture]:
    """Give every picture of a site, each once: those of the site itself and one for every telling."""
    return tuple(dict.fromkeys(_pictures(publication))) if wanted(publication) else ()


def _pictures(publication: Publication) -> Iterator[Picture]:
    for edition in publication.editions:
        yield picture_of_site(publication, edition)
        yield from (picture_of(story, edition) for story in edition.library.stories if story.published)


def picture_of(story: Story, edition: Edition) -> Picture:
    """Give what is on the picture of a story in an edition."""
    return Picture(
        title=story.told_in(edition.language).title,
        site=edition.site_name,
        polarity=story.polarity,
        verdict=edition.polarity(story).text,
        lights=tuple((light.label, light.state) for light in edition.lights(story)),
    )


def picture_of_site(publication: Publication, edition: Edition) -> Picture:
    """Give what is on the picture of all other pages: the name of the site, and all lights on."""
    home = edition.prose(addresses.HOME)
    words = (home.summary if home else "") or publication.description
    elements = edition.library.vocabularies[addresses.ELEMENTS].choices
    lights = tuple((term.label(edition.language), HIT) for term in elements)
    return Picture(title=publication.name, site="", lights=lights, words=words)
