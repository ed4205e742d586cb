"""When HTML that was made of a text may be had again: only where nothing can have changed that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pytest
from markdown import Extension
from markdown.extensions.toc import TocExtension, slugify, slugify_unicode
from pymdownx.slugs import slugify as lower_slugs
from pymdownx.superfences import fence_code_format

from cx_stories.mkdocs_plugin.pausing import Pausing
from cx_stories.mkdocs_plugin.tables import Tables
from cx_stories.pipeline.what_converts import converting_key

USED: Sequence[object] = ("toc", "pymdownx.superfences", Pausing())
FENCE = {"name": "x", "format": fence_code_format}
SET: Mapping[str, Any] = {"toc": {"slugify": slugify}, "pymdownx.superfences": {"custom_fences": [FENCE]}}


class Own(Extension):
    """An extension of the site's own."""


def test_same_extensions_with_the_same_settings_have_one_key() -> None:
    """In each build, and however often they are made anew."""
    again = {"pymdownx.superfences": {"custom_fences": [dict(FENCE)]}, "toc": {"slugify": slugify}}
    keys = {converting_key(USED, SET), converting_key(["toc", "pymdownx.superfences", Pausing()], again)}

    assert (len(keys), None in keys) == (1, False)


@pytest.mark.parametrize(
    ("extensions", "settings"),
    [
        (USED[:2], SET),
        (("pymdownx.superfences", "toc", USED[2]), SET),
        (("toc", "pymdownx.superfences", Tables()), SET),
        (("markdown.extensions.toc", *USED[1:]), SET),
        (USED, {}),
        (USED, {**SET, "toc": {"slugify": slugify_unicode}}),
        (USED, {**SET, "toc": {"slugify": lower_slugs(case="lower")}}),
        (USED, {**SET, "toc": {"slugify": lower_slugs(case="fold")}}),
        (USED, {**SET, "toc": {"slugify": slugify, "permalink": True}}),
        (USED, {**SET, "toc": {"slugify": slugify, "permalink": "True"}}),
        (USED, {**SET, "toc": {"slugify": slugify, "allow": {"b", "a"}}}),
    ],
)
def test_other_settings_have_another_key(extensions: Sequence[object], settings: Mapping[str, Any]) -> None:
    """Whatever `mkdocs.yml` says of Markdown may change every page."""
    others = converting_key(USED, SET), converting_key(USED, {**SET, "toc": {"allow": {"c"}}})

    assert converting_key(extensions, settings) not in (None, *others)


@pytest.mark.parametrize(
    ("extensions", "settings"),
    [
        (("toc", Own()), {}),
        (("toc", TocExtension()), {}),
        (("somebody.elses",), {}),
        (("toc",), {"toc": {"slugify": lambda text, _: text}}),
        (("toc",), {"toc": {"slugify": partial(print, sep="")}}),
        (("toc",), {"toc": {"slugify": Own()}}),
        (("pymdownx.emoji",), {"pymdownx.emoji": {"options": {"custom_icons": ["overrides/.icons"]}}}),
    ],
    ids=["own", "object", "other program", "lambda", "partial", "instance", "folders"],
)
def test_what_may_change_unseen_has_no_key(extensions: Sequence[object], settings: Mapping[str, Any]) -> None:
    """A program without a version, or one that reads files: then all texts are converted each time."""
    assert converting_key(extensions, settings) is None


def test_settings_of_what_is_not_used_do_not_matter() -> None:
    """They change no page."""
    assert converting_key(USED, {**SET, "abbr": {"glossary": Own()}}) == converting_key(USED, SET)
