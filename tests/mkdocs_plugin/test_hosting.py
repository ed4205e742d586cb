"""The files that tell a server what to say with every page."""

from __future__ import annotations

import re

from cx_stories.exports.data.files import FORMS
from cx_stories.mkdocs_plugin.hosting import for_nginx, for_static_hosts, moves_for_static_hosts
from cx_stories.mkdocs_plugin.policy import ContentPolicy

POLICY = ContentPolicy({"default-src": frozenset()} | ContentPolicy().sources)
LASTING = ("/assets/cx-stories/", "/assets/main.1.css")
HEADERS = {
    "Content-Security-Policy": POLICY.header,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_static_hosts_say_the_policy_with_everything_and_keep_what_never_changes() -> None:
    """A site on Netlify or Cloudflare Pages is as careful as one on a server of its own."""
    said = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    kept = "  Cache-Control: public, max-age=31536000, immutable\n"

    assert for_static_hosts(POLICY, LASTING) == (
        f"/*\n{said}\n/assets/cx-stories/*\n{kept}\n/assets/main.1.css\n{kept}"
    )


def test_nginx_says_the_same_as_static_hosts() -> None:
    """Two files from one source never disagree."""
    said = [line for line in for_nginx(POLICY, LASTING).splitlines() if line.startswith("add_header")]

    assert said == [
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        "add_header Cache-Control $cx_keep always;",
    ]


MOVES = (("stories/old/", "stories/new/"), ("stories/caf%C3%A9.html", "stories/a%24b.html"))


def test_static_hosts_lead_on_from_where_a_page_was() -> None:
    """With a slash at the end or without."""
    assert moves_for_static_hosts(MOVES) == (
        "/stories/old /stories/new/ 301\n"
        "/stories/old/ /stories/new/ 301\n"
        "/stories/caf%C3%A9.html /stories/a%24b.html 301\n"
    )


def test_nginx_leads_on_from_where_a_page_was() -> None:
    """It compares what was asked for as people read it."""
    lines = for_nginx(POLICY, LASTING, MOVES).splitlines()

    assert lines[-3:] == [
        'location = "/stories/old" { return 301 /stories/new/; }',
        'location = "/stories/old/" { return 301 /stories/new/; }',
        'location = "/stories/café.html" { return 301 /stories/a%24b.html; }',
    ]


def test_every_kind_of_file_that_is_published_has_a_type() -> None:
    """Whoever fetches data from a site that nginx serves is told what it is."""
    made = (form.name for form in FORMS.values() if form.published)
    names = (*made, "feed.xml", "feed.json", "llms.txt", "story.md", "picture.png", "admin/config.yml")
    endings = {name.rpartition(".")[2] for name in names}
    types = for_nginx(POLICY, LASTING).partition("types {")[2].partition("}")[0]

    assert endings - set(re.findall(r"\w+", types)) == set()
