"""Every page says what it may load and run, and no story has a say in that."""

from __future__ import annotations

import pytest

from cx_stories.mkdocs_plugin.policy import ContentPolicy
from tests.site.made_site import CONFIG, Outcome, Stage, quoted

POLICY = str(ContentPolicy().allowing("img-src", "data:"))
"""Material's style sheet draws its signs as pictures within itself."""
HOSTILE = '</title><script src="https://evil.example/x.js">alert(1)</script><style>h1 { color: red }</style>'
FILES = ("_headers", "_nginx.conf")
ELSEWHERE = "https://elsewhere.example"
OVERRIDE = """\
{% extends "main.html" %}
{% block extrahead %}<script>var lost = 1</script><style>h1 { color: teal }</style>{% endblock %}
"""
THEME = "theme: {name: material, custom_dir: overrides}\n"
NAMED = f"extra_javascript: ['{ELSEWHERE}/count.js', own.js]\nextra_css: ['{ELSEWHERE}/type.css']\n"


def policies(stage: Stage) -> dict[str, str]:
    """Build a site, and give what each page says first of itself, after its letters."""
    said = {}
    for address, page in stage.published().pages.items():
        first = [one for one in page.elements if one.within("head") or one.tag == "meta"][:2]
        assert [one.attributes.get("charset") for one in first] == ["utf-8", None], address
        assert first[1].attributes["http-equiv"] == "Content-Security-Policy", address
        said[address] = first[1].attributes["content"]
    return said


def told_to_servers(stage: Stage) -> list[str]:
    """Give what the files of a built site say to servers."""
    return [(stage.site / name).read_text(encoding="utf-8") for name in FILES]


def test_every_page_says_the_policy_before_anything_is_loaded(stage: Stage) -> None:
    """Also "not found", and pages with nothing but prose: a host that sends no headers is no way in."""
    stage.story("lamp")
    stage.write("about.md", "# About\n\nWho we are.\n")

    said = policies(stage)

    assert {"404.html", "", "stories/lamp/", "about/"} - set(said) == set()
    assert set(said.values()) == {POLICY}
    assert all(f"{POLICY}; frame-ancestors 'none'" in text for text in told_to_servers(stage))


def test_no_story_changes_the_policy(stage: Stage) -> None:
    """What somebody we half trust has written is nowhere near it."""
    stage.story("lamp")
    stage.published()
    before = told_to_servers(stage)
    stage.story("lamp", title=quoted(HOSTILE), summary=quoted(f"A story. {HOSTILE}"))
    stage.write("index.md", f"---\ntitle: {quoted(HOSTILE)}\n---\nWelcome.\n")

    said = policies(stage)

    assert (set(said.values()), told_to_servers(stage)) == ({POLICY}, before)


def test_what_the_configuration_names_is_allowed_and_said_once(stage: Stage) -> None:
    """A program of another host, and one within a template of the site, run; whoever builds it is told."""
    stage.configure(f"{CONFIG}{THEME}{NAMED}")
    stage.write("own.js", "console.log(1)\n")
    stage.write("../overrides/404.html", OVERRIDE)
    stage.story("lamp")

    outcome = stage.build()

    more = (
        f"connect-src {ELSEWHERE}; font-src {ELSEWHERE}; img-src {ELSEWHERE}; "
        f"script-src 'sha256-4rNQvpihrbPhmLg1vPbjvtpl+lMYyc5ZaBcBozYvkwg=' {ELSEWHERE}; "
        f"style-src 'sha256-YNe9ggK1ulIKKLsIbthEDFgkWPa2nAEECsaX2UiG9VY=' {ELSEWHERE}"
    )
    assert outcome == Outcome(0, (), "", stage.site)
    assert [one for one in outcome.told if "load" in one] == [
        f"CX Stories: as this site is configured, its pages may also load: {more}"
    ]
    (policy,) = set(policies(stage).values())
    allowed = {one.split()[0]: set(one.split()[1:]) for one in policy.split("; ")}
    asked = {one.split()[0]: set(one.split()[1:]) for one in more.split("; ")}
    assert {name: allowed[name] & sources for name, sources in asked.items()} == asked


@pytest.mark.parametrize(
    ("name", "template", "ended"),
    [
        (
            "404.html",
            '{% extends "main.html" %}{% block content %}<p style="color: red">Lost</p>{% endblock %}',
            "a template of this site has style= on <p>",
        ),
        ("404.html", "{% if %}", 'the template "404.html" cannot be printed'),
        (
            "main.html",
            "<!doctype html><title>Ours</title>{{ page.content }}",
            "overrides/main.html stands in the place of ours: pages have no policy",
        ),
    ],
    ids=["a style in an element", "no template", "a document without a policy"],
)
def test_a_template_that_cannot_work_is_told_of(stage: Stage, name: str, template: str, ended: str) -> None:
    """Not found by a reader, on a page that looks odd."""
    stage.configure(f"{CONFIG}{THEME}")
    stage.write(f"../overrides/{name}", template)
    stage.story("lamp")

    outcome = stage.build()

    assert (outcome.exit_code, ended in f"{outcome.said} {outcome.ended}") == (1, True), outcome


def test_a_site_has_a_banner_a_logo_and_a_favicon_of_its_own(stage: Stage) -> None:
    """Blocks are filled as the manual of Material teaches, and nothing else of a page is lost."""
    pictures = "{name: material, custom_dir: overrides, logo: img/logo.svg, favicon: img/ours.svg}"
    stage.configure(f"{CONFIG}theme: {pictures}\n")
    stage.write(
        "../overrides/main.html", '{% extends "base.html" %}{% block announce %}<p>Friday!</p>{% endblock %}'
    )
    for name in ("logo", "ours"):
        stage.write(f"img/{name}.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    stage.story("lamp")
    page = stage.published()["stories/lamp/"]

    def there(tag: str, key: str, **attributes: str) -> list[str]:
        return [one.attributes[key] for one in page.all(tag, **attributes)]

    assert ("<p>Friday!</p>" in page.source, POLICY.replace("'", "&#39;") in page.source) == (True, True)
    assert there("link", "href", rel="icon") == ["../../img/ours.svg"]
    assert there("img", "src", **{"class": "brand-logo"}) == ["../../img/logo.svg"]
    assert there("a", "href", **{"class": "search-open"}) == ["../../explore/"]


def test_a_preview_knows_the_program_that_reloads_it(stage: Stage) -> None:
    """Files for servers do not: a nonce that is published is none."""
    stage.story("lamp")
    stage.build(command="serve")

    page = (stage.site / "stories/lamp/index.html").read_text(encoding="utf-8")
    assert (page.count("nonce-"), [text.count("nonce") for text in told_to_servers(stage)]) == (1, [0, 0])
