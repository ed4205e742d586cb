"""From a collection to what is published of it, for all doors alike."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.exports.publication import Offers, Publication
from cx_stories.pipeline.collecting import Collection, editions_of
from cx_stories.views.edition import Edition
from cx_stories.views.whereabouts import Whereabouts


def publication_of(  # noqa: PLR0913 (what a site says of itself)
    collection: Collection,
    *,
    name: str,
    description: str = "",
    url: str = "",
    folders: bool = True,
    offers: Offers | None = None,
    last: Publication | None = None,
) -> Publication:
    """Give what is published of a collection.

    url:      the address of the site, as somebody has typed it; nothing if nobody has
    folders:  whether the address of a page ends in a slash, otherwise in `.html`
    last:     what was published of the collection before some of its stories changed; it spares work
    """
    whereabouts = Whereabouts(url, folders)
    offered = offers or Offers()
    before = last.editions[0].relations if last else None
    editions: Sequence[Edition] = editions_of(
        collection, name, whereabouts, data=offered.exports, last=before
    )
    home = f"{url.rstrip('/')}/" if url else ""
    return Publication(editions, name, description, home, offered, collection.prose)
