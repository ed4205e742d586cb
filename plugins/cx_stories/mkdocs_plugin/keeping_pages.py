"""Pages that need not be printed again: taken over from the site that is published, if they are still that.

What a page was made of is remembered beside the configuration, and a sum of what was printed. The page itself
is nowhere but in the site. It is looked at byte by byte before it is taken over, so that whoever changes one
by hand, or what is remembered, has it printed anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.mkdocs_plugin.theme import FOLDER
from cx_stories.pipeline.keys import printing_key
from cx_stories.pipeline.remembering import KEY, Entry, Memory
from cx_stories.pipeline.stopwatch import add, phase
from cx_stories.pipeline.taking_over import Published
from cx_stories.views import addresses
from cx_stories.views.basis import Basis, digest_of

NAME = "pages.memory"
_ASIDE = {"config_file_path", "dev_addr", "docs_dir", "hooks", "plugins", "site_dir", "strict", "watch"}
"""What `mkdocs.yml` says that no page shows, or that is asked for in another way."""


_CHANGING = re.compile(rb"\b(?:build_date_utc|nav|pages)\b")
"""What a template of a site may ask MkDocs for, and nobody can tell when it changes."""


class Keeper:
    """Knows the pages of the published site, and takes them over.

    memory:     what is remembered of them
    published:  the site
    alike:      the names of those values of a frame that are the same for all pages equally deep
    """

    def __init__(
        self,
        site: Site,
        environment: Environment,
        memory: Memory,
        published: Published,
        shared: frozenset[str],
    ) -> None:
        self._site, self._memory, self._published, self._shared = site, memory, published, shared
        self._common = _key_of_site(site.config, environment)
        self._bases = {language: Basis(local.edition) for language, local in site.locals.items()}
        self._alike: dict[tuple[str, str], bytes] = {}
        self._top = len(site.config.site_dir)

    def key_of(self, page: CxPage, frame: Mapping[str, Any]) -> bytes:
        """Give the key of all that a page in print is made of.

        frame:  what stands around it
        """
        view, local = page.view, self._site.locals[page.view.language]
        digest = blake2b(self._common, digest_size=KEY)
        digest.update(self._of_all(page, frame))
        digest.update(self._bases[view.language].of(view))
        sizes = dict(local.renderer.sizes) if view.path == addresses.DATA else {}
        own = [(name, frame[name]) for name in sorted(frame) if name not in self._shared]
        digest.update(digest_of(page.file.dest_uri, page.canonical_url, own, sizes))
        digest.update((page.content or "").encode(errors="backslashreplace"))
        return digest.digest()

    def _of_all(self, page: CxPage, frame: Mapping[str, Any]) -> bytes:
        """Give the digest of what is the same for all pages equally deep."""
        key = page.view.language, page.root
        if key not in self._alike:
            self._alike[key] = digest_of([(name, frame[name]) for name in sorted(self._shared)])
        return self._alike[key]

    def take_over(self, key: bytes, path: str) -> bool:
        """Put a page of the published site into the new one, if it is what was printed under this key.

        path:    where it is to be
        Returns  whether that was done
        """
        known = self._memory.recall(key)
        if known is None or not _is_text(known[KEY:]):
            return False
        with phase("writing", count=1):
            size = self._published.give(path[self._top + 1 :], path, bytes(known[:KEY]))
        add("writing", size=size or 0)
        return size is not None

    def recall(self, key: bytes) -> Entry | None:
        """Give what is remembered under a key."""
        return self._memory.recall(key)

    def keep(self, key: bytes, entry: Entry) -> None:
        """Remember a page that is in the site, under its key."""
        self._memory.keep(key, entry)

    def save(self) -> None:
        """Write down what is remembered of the site that is published now."""
        self._memory.save()


def _is_text(entry: Entry) -> bool:
    try:
        str(entry, "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _key_of_site(config: MkDocsConfig, environment: Environment) -> bytes:
    """Give the key of what every page of a site is made of; one of its own where that cannot be known."""
    if _others(config, "env"):
        return os.urandom(KEY)
    said = [(name, _plain(value)) for name, value in sorted(config.items()) if name not in _ASIDE]
    said += [(name, _plain(one.config)) for name, one in config.plugins.items() if _is_ours(one)]
    templates = list(_templates_of_site(config))
    if any(_CHANGING.search(content) for _, content in templates):
        return os.urandom(KEY)
    values = [environment.globals[name] for name in ("cx_policy", "cx_favicon")]
    return digest_of(printing_key(), said, templates, values)


def _templates_of_site(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Give the files that a site or a plugin lays over the theme; those of the theme go by its version."""
    known = [FOLDER, *(Path(str(files(package))) for package in ("material", "mkdocs"))]
    for folder in map(Path, config.theme.dirs):
        if not any(folder.is_relative_to(one) for one in known):
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                yield file.relative_to(folder).as_posix(), file.read_bytes()


def _plain(value: object) -> object:
    """Give what somebody wrote into `mkdocs.yml` in a form that reads alike in every process."""
    match value:
        case Mapping():
            return [(str(name), _plain(value[name])) for name in value]
        case list() | tuple():
            return [_plain(one) for one in value]
        case FunctionType() | type():
            return f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def may_share(config: MkDocsConfig) -> bool:
    """Whether a file may be in two sites: another plugin might change one where it stands."""
    return not _others(config, "post_build")


def _others(config: MkDocsConfig, event: str) -> bool:
    """Whether another plugin than ours has a say at an event."""
    return any(not _is_ours(getattr(method, "__self__", None)) for method in config.plugins.events[event])


def _is_ours(plugin: object) -> bool:
    return type(plugin).__module__.startswith("cx_stories.")
