"""The form within a site: where it looks for stories, what stands in its way, and what servers say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from cx_stories.exports.form.configuration import Place
from cx_stories.mkdocs_plugin.form import form_policy, make_room, place_of, policy_with
from cx_stories.mkdocs_plugin.hosting import for_nginx, for_static_hosts
from cx_stories.mkdocs_plugin.policy import ContentPolicy
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.pipeline.form_options import Form

ON_GITHUB = Form(backend="github", repository="acme/stories", branch="main", publish=True)


def configuration(folder: Path, content: str = "content") -> MkDocsConfig:
    """Give the configuration of a site in a folder."""
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.docs_dir = str(folder / content)
    config.site_dir = str(folder / "site")
    config.use_directory_urls = True
    return config


@pytest.mark.parametrize(
    ("said", "in_preview", "published"),
    [
        ("", False, False),
        ("form: true", True, False),
        ("form: {backend: github, repository: acme/stories}", True, False),
        ("form: {backend: github, repository: acme/stories, publish: true}", True, True),
    ],
)
def test_form_is_published_only_where_a_site_says_so(
    tmp_path: Path, said: str, *, in_preview: bool, published: bool
) -> None:
    """Nobody opens a form to the world by accident: asking for one puts it into the preview."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: X\ntheme: material\nplugins:\n  - cx-stories:\n      {said}\n")
    (tmp_path / "docs").mkdir()
    config = load_config(str(file))
    block = config.plugins["cx-stories"].config

    found = [settings_of(block, config, serving=serving)[1].form is not None for serving in (True, False)]
    assert found == [in_preview, published]


def test_stories_are_looked_for_from_the_top_of_their_repository(tmp_path: Path) -> None:
    """A site may be one of several folders in it; a writer is told what the top is called."""
    top = tmp_path / "acme"
    (top / ".git").mkdir(parents=True)

    assert place_of(ON_GITHUB, configuration(top / "sites" / "cx")) == Place(
        "sites/cx/content", {"name": "github", "repo": "acme/stories", "branch": "main"}, "acme"
    )
    assert place_of(Form(), configuration(top, ".")) == Place("", {}, "acme")


def test_stories_out_of_reach_are_told(tmp_path: Path) -> None:
    """The form sees one folder, with all that is below it."""
    (tmp_path / "site").mkdir()

    with pytest.raises(PluginError, match="only in a folder below that of"):
        place_of(Form(), configuration(tmp_path / "site", "../stories"))


def test_page_that_stands_where_the_form_does_is_named(tmp_path: Path) -> None:
    """Neither is lost to the other in silence."""
    beside, in_its_place = (
        Files([File(name, str(tmp_path), str(tmp_path / "site"), use_directory_urls=True)])
        for name in ("administration.md", "admin.md")
    )
    make_room(beside)

    with pytest.raises(PluginError) as caught:
        make_room(in_its_place)
    assert str(caught.value) == (
        "The form stands in admin/, where admin.md is. Rename that, or set `form: false`."
    )


def test_without_a_form_servers_say_what_they_always_said() -> None:
    """Its needs are nobody else's."""
    policy = ContentPolicy()

    assert (policy_with(policy, None), form_policy(None)) == (policy, "")
    assert "$cx_policy" not in for_nginx(policy, ())


def test_nginx_has_a_policy_for_the_form_and_another_for_all_else() -> None:
    """Only below `/admin/` may a page write its own styles, and ask the host of the stories."""
    lines = for_nginx(ContentPolicy(), (), form=form_policy(ON_GITHUB)).splitlines()

    strict, own = (line for line in lines if "set $cx_policy" in line)
    assert 'set $cx_opener "same-origin";' in lines
    assert strict == f'set $cx_policy "{ContentPolicy().header}";'
    assert own.startswith("location ^~ /admin/ { set $cx_policy \"default-src 'none'; script-src 'self' ")
    assert "connect-src 'self' blob: data: https://api.github.com;" in own
    assert own.endswith('frame-ancestors \'none\'"; set $cx_opener "same-origin-allow-popups"; }')
    assert 'add_header Cross-Origin-Opener-Policy "$cx_opener" always;' in lines
    assert 'add_header Content-Security-Policy "$cx_policy" always;' in lines


def test_static_hosts_let_the_form_through_and_pages_stay_strict_by_themselves() -> None:
    """Such a host puts the policies of several rules together, and the narrowest would shut the form out."""
    theme = ContentPolicy().allowing("style-src", "'sha256-abc='")
    said = for_static_hosts(policy_with(theme, ON_GITHUB), ())

    policy = dict(
        rule.split(" ", 1) for rule in said.split("Content-Security-Policy: ")[1].split("\n")[0].split("; ")
    )
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert policy["connect-src"] == "'self' blob: data: https://api.github.com"
    assert (policy["default-src"], policy["object-src"]) == ("'none'", "'none'")
    assert "'unsafe-inline'" not in policy["script-src"]


def test_static_hosts_let_a_writer_sign_in() -> None:
    """One value for all pages: a browser takes two of this header for none."""
    plain, with_form = (
        re.findall("Cross-Origin-Opener-Policy: (.*)", for_static_hosts(ContentPolicy(), (), form=form))
        for form in (False, True)
    )

    assert (plain, with_form) == (["same-origin"], ["same-origin-allow-popups"])
