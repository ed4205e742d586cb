"""What `mkdocs.yml` may say under `cx-stories`."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class CxStoriesConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin block of `mkdocs.yml`.

    languages:     codes of the site's languages, the default one first; by default that of the theme
    copyright:     the line at the foot of every page, by language; by default MkDocs's own `copyright`
    vocabularies:  YAML files that extend or override the vocabularies, relative to `mkdocs.yml`
    """

    languages = c.ListOfItems(c.Type(str), default=[])
    copyright = c.DictOfItems(c.Type(str), default={})
    vocabularies = c.ListOfItems(c.File(exists=True), default=[])
