"""The policy of a site, worked out from its theme, and put into its pages and beside them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from cx_stories.mkdocs_plugin.commenting import sources_of
from cx_stories.mkdocs_plugin.form import form_policy, policy_with
from cx_stories.mkdocs_plugin.hosting import (
    MOVES,
    NGINX,
    STATIC_HOSTS,
    for_nginx,
    for_static_hosts,
    moves_for_static_hosts,
    named_by_content,
)
from cx_stories.mkdocs_plugin.own_files import leave_theirs
from cx_stories.mkdocs_plugin.policy import ContentPolicy, policy_of
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.mkdocs_plugin.theme import own_picture

log = logging.getLogger("mkdocs.plugins.cx_stories")
_MAIN = "main.html"
_HERE = "the policy stands here"
"""What is printed in the place of the policy while it is not known yet."""
_PARTS = ("brand", "content", "foot", "menu", "search", "sprite", "trail")


def protect(site: Site, environment: Environment, files: Files, nonce: str = "") -> None:
    """Have every page say the policy of the site, and add the files that tell servers.

    nonce:  what the program that reloads a preview is known by; nothing for a site to be published
    """
    environment.globals["cx_favicon"] = own_picture(site.config, "favicon")
    policy, lasting = _policy_for(site, environment), named_by_content(site.theme_styles)
    in_pages = policy.allowing("script-src", f"'nonce-{nonce}'") if nonce else policy
    environment.globals["cx_policy"] = str(in_pages)
    moves, form = tuple(site.moves()), site.options.form
    made = {
        STATIC_HOSTS: for_static_hosts(policy_with(policy, form), lasting, form=form is not None),
        NGINX: for_nginx(policy, lasting, moves, form_policy(form)),
    }
    if moves:
        made[MOVES] = moves_for_static_hosts(moves)
    for name, content in made.items():
        leave_theirs(name, site.collection.files, site.config)
        files.append(File.generated(site.config, name, content=content, inclusion=InclusionLevel.INCLUDED))


def _policy_for(site: Site, environment: Environment) -> ContentPolicy:
    """Give the policy, and say in the log what it allows beyond what our own pages need."""
    styles = tuple(_theme_styles(site))
    policy = policy_of(_clean_documents(site, environment), styles)
    for directive, source in sources_of(site.options.comments).items():
        policy = policy.allowing(directive, source)
    if more := policy.beyond(policy_of((), styles)):
        log.info("CX Stories: as this site is configured, its pages may also load: %s", more)
    for one in policy.refused:
        log.warning(
            "CX Stories: a template of this site has %s, which the site's content security policy forbids. "
            "Put programs and styles into files, and name them below `extra_javascript` and `extra_css`.",
            one,
        )
    return policy


def _clean_documents(site: Site, environment: Environment) -> Iterator[str]:
    """Print the document around a page, and the theme's pages that are none, such as "not found"."""
    config, files, nav = site.config, Files([]), Navigation([], [])
    empty = Page("", File.generated(config, "empty.md", content=""), config)
    empty.content, empty.meta = "", {}
    around = {"cx_around": lambda _base: _around(site), "cx_not_found": lambda _base: "", "cx_policy": _HERE}
    statics = sorted(name for name in config.theme.static_templates if name.endswith(".html"))
    for name, page in ((_MAIN, empty), *((name, None) for name in statics)):
        context = {**get_context(nav, files, config, page), **around}
        try:
            document = environment.get_template(name).render(context)
        except TemplateError as error:
            raise PluginError(f'CX Stories: the template "{name}" cannot be printed: {error}') from error
        if name == _MAIN and _HERE not in document:
            _tell_of_lost_pages(site)
        yield document


def _tell_of_lost_pages(site: Site) -> None:
    """Say that a template of the site leaves all of ours out: a strict build stops, and nobody wonders."""
    folder = Path(site.config.theme.custom_dir or "").name
    log.warning(
        "CX Stories: %s/%s stands in the place of ours: pages have no policy, and perhaps no menu, no search "
        'and no lights. Begin it with `{%% extends "base.html" %%}` and fill the blocks announce, content or '
        "extrahead, or give it the line about the policy; docs/hosting.md tells how.",
        folder,
        _MAIN,
    )


def _around(site: Site) -> Mapping[str, Any]:
    """Give what stands around a page, without a word of any."""
    return {
        **dict.fromkeys(_PARTS, Markup()),
        **dict.fromkeys(("classes", "summary", "title"), ""),
        "assets": {asset.name: asset.path for asset in site.assets},
        "direction": "ltr",
        "home": False,
        "language": site.default.language,
        "listed": True,
        "scripts": (),
        "styles": site.theme_styles,
    }


def _theme_styles(site: Site) -> Iterator[str]:
    """Give the style sheets that every page has: Material's and ours."""
    folders = (Path(folder) for folder in site.config.theme.dirs)
    found = next(folder / site.theme_styles for folder in folders if (folder / site.theme_styles).is_file())
    yield found.read_text(encoding="utf-8")
    yield from (asset.content.decode() for asset in site.assets if asset.name == "site.css")
