"""The files of the form: programs as they were released, and a page that asks nobody else for anything."""

from __future__ import annotations

import json
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from cx_stories.exports.form.files import form_files
from cx_stories.exports.form.kinds import kinds_of
from cx_stories.exports.form.page import allowed_hosts, form_page
from cx_stories.model.fields import STORY_FIELDS
from tests.exports.form.told import told

RELEASED = Path(__file__).with_name("released.txt")


def test_programs_of_others_are_as_they_were_released() -> None:
    """Sveltia CMS and yaml come along unchanged, each with its licence."""
    folder = files("cx_stories") / "assets" / "form"
    listed = dict(line.split("  ")[::-1] for line in RELEASED.read_text().splitlines())

    found = {path: sha256((folder / path).read_bytes()).hexdigest() for path in listed}
    assert found == listed
    assert {"sveltia-cms/LICENSE.txt", "yaml/LICENSE.txt"} <= set(listed)


def test_form_is_a_folder_of_its_own() -> None:
    """Page, configuration, kinds of fields, and programs; the words of Sveltia CMS are a program, too."""
    made = {one.path: one.content for one in form_files(told("en", "nl"))}

    assert all(path.startswith("admin/") for path in made)
    ours = {path for path in made if "/yaml/" not in path and "/sveltia-cms/" not in path}
    assert ours == {
        *(
            "admin/index.html",
            "admin/config.yml",
            "admin/kinds.json",
            "admin/form.css",
            "admin/form.js",
            "admin/logo.svg",
        ),
        *("admin/front-matter.js", "admin/edits.js", "admin/typed.js", "admin/values.js"),
    }
    assert made["admin/sveltia-cms/locales/nl.js"].startswith(b'export default {"create":')


def test_page_has_a_policy_that_lets_it_ask_the_host_of_the_stories_alone() -> None:
    """Whatever its programs would like to fetch elsewhere, fonts or the state of a host, they cannot."""
    page = _Metas(form_page('AT&T "x"', "en", allowed_hosts("github"), local=False).decode())

    policy = dict(rule.split(" ", 1) for rule in page.found["Content-Security-Policy"].split("; "))
    assert policy["connect-src"] == "'self' blob: data: https://api.github.com"
    assert (policy["default-src"], policy["font-src"]) == ("'none'", "'self'")
    assert "'unsafe-inline'" not in policy["script-src"]
    assert page.found["robots"] == "noindex, nofollow"


def test_host_of_ones_own_stands_in_the_place_of_the_known_one() -> None:
    """A form for a folder asks nobody."""
    own = allowed_hosts("gitea", "https://git.example.org/api/v1", "https://git.example.org")

    assert (own, allowed_hosts("gitlab"), allowed_hosts("")) == (
        ("https://git.example.org",),
        ("https://gitlab.com",),
        (),
    )


def test_script_is_told_how_fields_are_typed_and_what_terms_are_called() -> None:
    """A term in any of its names is the same; a status that is left out is `published`."""
    kinds = json.loads(json.dumps(kinds_of(STORY_FIELDS, told("en").vocabularies)))

    assert kinds["names"]["elements"]["verrassend"] == "surprising"
    assert {name: kinds["fields"][name] for name in ("title", "status", "elements", "related")} == {
        "title": {"kind": "line"},
        "status": {"kind": "term", "absent": "published", "vocabulary": "status"},
        "elements": {"kind": "evidence", "vocabulary": "elements"},
        "related": {"kind": "list"},
    }
    assert kinds["fields"]["image"]["fields"]["file"] == {"kind": "picture"}


class _Metas(HTMLParser):
    """What a page says of itself."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a meta."""
        values = dict(attrs)
        if tag == "meta" and (name := values.get("http-equiv") or values.get("name")):
            self.found[name] = values.get("content") or ""
