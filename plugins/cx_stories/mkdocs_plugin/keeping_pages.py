"""Pages that need not be printed again: taken over from the site that is published, if they are still that.

What a page was made of is remembered beside the configuration, and a sum of what was printed. The page itself
is nowhere but in the site. It is looked at before it is taken over (`taking_over`), so that whoever changes
one by hand, or what is remembered, has it printed anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from importlib.resources import files as files_in
from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cx_stories.mkdocs_plugin.frame import ALIKE
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.mkdocs_plugin.printing import Sheet, hears_all
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.mkdocs_plugin.theme import FOLDER
from cx_stories.pipeline.keys import printing_key
from cx_stories.pipeline.remembering import KEY, Entry, Memory
from cx_stories.pipeline.stopwatch import add
from cx_stories.pipeline.taking_over import PROOF, Published, size_of
from cx_stories.pipeline.what_converts import converting_key
from cx_stories.views import addresses
from cx_stories.views.basis import Basis, digest_of
from cx_stories.views.preview import NO_PREVIEW

NAME = "pages.memory"
_ASIDE = {"config_file_path", "dev_addr", "docs_dir", "hooks", "plugins", "site_dir", "strict", "watch"}
"""What `mkdocs.yml` says that no page shows, or that is asked for in another way."""


_CHANGING = re.compile(rb"\b(?:build_date_utc|nav|pages)\b")
"""What a template of a site may ask MkDocs for, and nobody can tell when it changes."""


class Keeper:
    """Knows the pages of the published site, and takes them over.

    files:      those of the site, to which links lead
    memory:     what is remembered of them
    published:  the site
    """

    def __init__(
        self,
        site: Site,
        environment: Environment,
        files: Files,
        memory: Memory,
        published: Published,
    ) -> None:
        self._site, self._memory, self._published = site, memory, published
        self._common = _key_of_site(site.config, environment)
        self._bases = {language: Basis(local.edition) for language, local in site.locals.items()}
        self._alike: dict[tuple[str, str], bytes] = {}
        self._top = len(site.config.site_dir)
        config = site.config
        known = converting_key(config.markdown_extensions, config.mdx_configs or {}) is not None
        self._plain = known and hears_all()
        self._places = digest_of([(file.src_uri, file.dest_uri) for file in files])

    def key_of(self, page: CxPage, frame: Mapping[str, Any]) -> bytes:
        """Give the key of all that a page in print is made of.

        frame:  what stands around it
        """
        view, local = page.view, self._site.locals[page.view.language]
        digest = blake2b(self._common, digest_size=KEY)
        digest.update(self._of_all(page, frame))
        digest.update(self._bases[view.language].of(view))
        sizes = dict(local.renderer.sizes) if view.path == addresses.DATA else {}
        own = [(name, frame[name]) for name in sorted(frame) if name not in ALIKE]
        digest.update(digest_of(page.file.dest_uri, page.canonical_url, own, sizes))
        digest.update((page.content or "").encode(errors="backslashreplace"))
        return digest.digest()

    def _of_all(self, page: CxPage, frame: Mapping[str, Any]) -> bytes:
        """Give the digest of what is the same for all pages equally deep."""
        key = page.view.language, page.root
        if key not in self._alike:
            self._alike[key] = digest_of([(name, frame[name]) for name in sorted(ALIKE)])
        return self._alike[key]

    def glance(self, page: CxPage) -> bytes:
        """Give a key that is another one whenever that of `key_of` is, and that takes no making of the page.

        Nothing where that cannot be known: of a page that shows findings, or how large files are that are
        made in the meantime, and in a build in which nobody would hear what is said of it.
        """
        local = self._site.locals[page.view.language]
        if not self._plain or local.edition.preview is not NO_PREVIEW or page.view.path == addresses.DATA:
            return b""
        seen = self._bases[local.language].at_a_glance(page.view)
        digest = blake2b(self._common, digest_size=KEY)
        digest.update(self._places + seen + page.file.dest_uri.encode(errors="backslashreplace"))
        return digest.digest()

    def prepare(self) -> None:
        """Do once what every process would else do that makes pages."""
        for basis in self._bases.values():
            _ = basis.whole

    def again(self, glance: bytes, path: str) -> Sheet | None:
        """Take a page over that is at a glance the same as in the last build."""
        key = bytes(self._memory.recall(glance) or b"") if glance else b""
        proof = self.take_over(key, path) if key else None
        return Sheet(key, proof, None, {}, glance) if proof else None

    def take_over(self, key: bytes, path: str) -> bytes | None:
        """Put a page of the published site into the new one, if it is what was printed under this key.

        path:    where it is to be
        Returns  the proof of the page; None if that was not done
        """
        known = self._memory.recall(key)
        if known is None or not _is_text(known[PROOF:]):
            return None
        proof = self._published.give(path[self._top + 1 :], path, bytes(known[:PROOF]))
        if proof is not None:
            add("writing", count=1, size=size_of(proof))
        return proof

    def keep(self, sheet: Sheet) -> Entry:
        """Remember a page that is in the site, and give what the search finds it by."""
        if not sheet.key:
            return sheet.found or b""
        before = self._memory.recall(sheet.key) or b""
        if sheet.found is None and before[:PROOF] == sheet.proof:
            entry = before
        else:
            entry = sheet.proof + (before[PROOF:] if sheet.found is None else sheet.found)
        self._memory.keep(sheet.key, entry)
        if sheet.glance:
            known = self._memory.recall(sheet.glance)
            self._memory.keep(sheet.glance, known if known == sheet.key else sheet.key)
        return entry[PROOF:]

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
    known = [FOLDER, *(Path(str(files_in(package))) for package in ("material", "mkdocs"))]
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
