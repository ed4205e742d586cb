"""Rules about markup: what HTML, links, pictures and ids the text of a page may have."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import markdown
import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.markup import ELEMENTS, allows, is_reserved
from cx_stories.pipeline.configuration_file import ConfigurationFile
from tests.conftest import Site

BUILT_IN = ["toc", "tables", "fenced_code"]
"""The extensions that MkDocs always has, before others."""
EVERYTHING = """
## A heading {#here .wide}

| left | right |
|:-----|------:|
| 1    | `2`   |

- [x] done
- [ ] to do

3. three
4. four

Term
:   Meaning of HTML[^1], and *again*[^1] **so**.

*[HTML]: Hypertext

!!! note "Mind"
    This.

???+ tip
    That.

``` { .python linenums="1" hl_lines="1" }
print(1)
```

    indented

> quoted<br>with <kbd>a</kbd> [link](a.md "so"){rel=nofollow} ![alt](a.png "b"){width=3}

***

[^1]: A footnote.
"""


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story with this in its text, from line 16 on, without its path."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n{typed}\n")
    return [
        message.removeprefix("stories/refund.md:")
        for message in site.messages()
        if message.split(" ")[1].startswith("CX6")
    ]


def _places(site: Site, typed: str) -> list[str]:
    """Give where which rule is broken by this text."""
    return [" ".join(message.split(" ")[:2]) for message in _said(site, typed)]


class _Reader(HTMLParser):
    """Collects what the list does not allow."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen += 1
        if tag not in ELEMENTS:
            self.refused.append(tag)
            return
        self.refused += [f"{tag} {name}" for name, value in attrs if not allows(tag, name, value or "")]


def test_all_that_markdown_makes_is_allowed() -> None:
    """Whatever can be written in Markdown on this site arrives at the reader."""
    configuration = ConfigurationFile(Path(__file__).parents[2] / "mkdocs.yml")
    reader = _Reader()
    extensions = [*BUILT_IN, *configuration.values["markdown_extensions"]]
    reader.feed(markdown.markdown(EVERYTHING, extensions=extensions))

    assert (reader.seen > 60, reader.refused) == (True, [])


def test_every_id_of_the_pages_themselves_is_reserved() -> None:
    """A heading cannot take the search box or a lamp away."""
    folders = ("templates", "mkdocs_plugin/theme")
    templates = [
        template for folder in folders for template in Path(str(files("cx_stories") / folder)).rglob("*.html")
    ]
    ids = {
        found
        for file in templates
        for found in re.findall(r'\sid="([^"{]+)"', file.read_text(encoding="utf-8"))
    }

    assert (len(ids) > 20, sorted(found for found in ids if not is_reserved(found))) == (True, [])


@pytest.mark.parametrize(
    "typed",
    [
        "A<br>b <kbd>c</kbd> <abbr title='d'>e</abbr> f<sup>g</sup><sub>h</sub> <mark>i</mark>",
        "<cite>a</cite> <q>b</q> <del>c</del> <span lang=nl>d</span>",
        "<details open><summary>a</summary>b</details>",
        '<figure>\n<img src="coat.png" alt="A coat" width="3"><figcaption>a</figcaption>\n</figure>',
        "[a](#b) <https://example.org> <mina@example.org>",
        "3 < 4 and 5 > 4, I <3 you, `<script>` and &lt;script>",
        "```html\n<script onload=x></script>\n```",
        "## a {#b .c title=d}\n\n[e](https://example.org){target=_blank}",
        "Dear {name}, \\{sic\\}",
    ],
)
def test_plain_html_is_let_be(site: Site, typed: str) -> None:
    """What Markdown has no sign for may be written in HTML, and code shows what it likes."""
    site.file("about.md", f"# About\n\n{typed}\n")

    assert [place for place in site.places() if "CX6" in place] == []


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("a <script>b</script>", "16:3 CX601"),
        ("<SCRIPT src=https://example.org/x.js></SCRIPT>", "16:1 CX601"),
        ('<iframe src="https://example.org"></iframe>', "16:1 CX601"),
        ("<style>p {color: red}</style>", "16:1 CX601"),
        ("<style>\nb\n{color: red}\n</style>", "16:1 CX601"),
        ("<b onclick='x'>a</b>", "16:4 CX601"),
        ("<b\nONCLICK=x>a</b>", "17:1 CX601"),
        ("<b/onclick=x>a</b>", "16:4 CX601"),
        ("<b style='color: red'>a</b>", "16:4 CX601"),
        ("<a href='a' formaction='b'>c</a>", "16:13 CX601"),
        ("<input type=text>", "16:8 CX601"),
        ("<svg/onload=x>", "16:1 CX601"),
        ("a</font>", "16:2 CX601"),
        ("a <!-- b -->", "16:3 CX601"),
        ("<?php a ?>", "16:1 CX601"),
        ("<!DOCTYPE html>", "16:1 CX601"),
        ("*a*{onclick=b}", "16:5 CX601"),
        ("*a*{style=b}", "16:5 CX601"),
        ("## a {: formaction=b }", "16:9 CX601"),
    ],
)
def test_html_that_would_be_dropped_is_pointed_at(site: Site, typed: str, place: str) -> None:
    """A writer sees what would get lost: an element once, else the attribute."""
    assert _places(site, typed) == [place]


def test_every_kind_of_html_has_its_cure(site: Site) -> None:
    """The message says what, and what to do instead."""
    sign = "If readers are to see the `<` itself, write `&lt;`."

    assert _said(
        site, "a <tt>b</tt>\n<video>\n<b style=a onclick=b title=c nonce=d>\n*a*{wide}\n<!-- a -->"
    ) == [
        "16:3 CX601 raw-html error `<tt>` cannot stand in a page. Put the words between backticks instead. "
        + sign,
        "17:1 CX601 raw-html error `<video>` cannot stand in a page. Link to it instead. " + sign,
        "18:4 CX601 raw-html error `style=` changes how a page looks, which is for the site to decide. "
        "Take it out. " + sign,
        "18:12 CX601 raw-html error `onclick=` would run a program in the reader's browser. Take it out. "
        + sign,
        "18:30 CX601 raw-html error `nonce` cannot stand in `<b>`, or not with this value. Take it out. "
        + sign,
        "19:5 CX601 raw-html error `wide` in curly brackets would change what stands before it, and cannot. "
        "Take it out. If readers are to see the brackets, write `\\{`.",
        "20:1 CX601 raw-html error A remark between `<!--` and `-->` is sent to every reader. Take it out; "
        "in the front matter, a line that begins with `#` is a remark of your own.",
    ]


UNSAFE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java\nscript:alert(1)",
    "\u200bjavascript:alert(1)",
    "%6Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///home/x.md",
    "C:\\stories\\x.md",
    "ftp://example.org/x",
    "tel:112",
    "//example.org/x",
    "/\\example.org/x",
    "ms\\-settings:x",
]


@pytest.mark.parametrize("target", UNSAFE)
def test_link_that_leads_to_no_page_is_refused(site: Site, target: str) -> None:
    """However it is disguised: what a browser reads counts."""
    assert _places(site, f"[a]({target})") == ["16:5 CX602"]


@pytest.mark.parametrize("target", [target for target in UNSAFE if "\n" not in target])
def test_definition_of_a_link_that_leads_to_no_page_is_refused(site: Site, target: str) -> None:
    """An address further down is the same address."""
    assert _places(site, f"[a][b]\n\n[b]: {target}") == ["18:6 CX602"]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("<a href='javascript:x'>a</a>", ["16:4 CX602"]),
        ("<a href=jav&#x09;ascript:x>a</a>", ["16:4 CX602"]),
        ("<q cite='data:x'>a</q>", ["16:4 CX602"]),
        ("<img src='data:image/png;base64,x'>", ["16:6 CX602"]),
        ("![a](data:image/png;base64,x)", ["16:6 CX602"]),
        ("[a](b.md){href=javascript:x}", ["16:11 CX602"]),
        ("<ftp://example.org>", ["16:2 CX602"]),
        ("<form action='javascript:x'>", ["16:1 CX601", "16:7 CX602"]),
    ],
)
def test_unsafe_address_in_html_is_refused(site: Site, typed: str, places: list[str]) -> None:
    """There is no way around in raw HTML and in braces; what is said of an address is said once."""
    assert _places(site, typed) == places


@pytest.mark.parametrize(
    "target",
    [
        *("https://example.org/a:b?c=//d", "HTTP://example.org", "mailto:a@b.nl", "a/b.md#c", "#javascript:"),
        *("../a:b.md", "a%3Ab.md", "?a=javascript:b", "<a b.md>", "/a", "&amp;a:b"),
    ],
)
def test_link_to_a_page_is_let_be(site: Site, target: str) -> None:
    """A colon further on is no scheme."""
    site.file("about.md", f"# About\n\n[a]({target})\n")

    assert [place for place in site.places() if "CX6" in place] == []


def test_message_about_a_link_says_what_is_wrong_with_it(site: Site) -> None:
    """Each kind has its cure."""
    typed = "[a](javascript:b) [a](data:b) [a](file:b) [a](C:b) [a](tel:112) [a](//b.nl)"

    assert [message.split(" error ")[1] for message in _said(site, typed)] == [
        '"javascript:b" would run a program in the reader\'s browser. Take it out.',
        '"data:b" has a whole file in it. Save that file beside the story, and name it here.',
        '"file:b" is a file on one computer, and readers do not have it. '
        "Save it beside the story, and name it here.",
        '"C:b" is a file on one computer, and readers do not have it. '
        "Save it beside the story, and name it here.",
        '"tel:112" begins with tel:, which does not lead to a page. Begin with https://, http:// or mailto:, '
        "or name a file of this collection.",
        '"//b.nl" begins with two slashes, as another site would. Write https: before them.',
    ]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("![a](https://example.org/a.png)", ["16:6 CX603"]),
        ("![a](HTTP://example.org/a.png 'b')", ["16:6 CX603"]),
        ("![a](//example.org/a.png)", ["16:6 CX603"]),
        ("![a](https&colon;//example.org/a.png)", ["16:6 CX603"]),
        ("![a][b]\n\n[b]: https://example.org/a.png", ["18:6 CX603"]),
        ("![B]\n\n[b]: https://example.org/a.png", ["18:6 CX603"]),
        ("[a][b]\n\n[b]: https://example.org/a.png", []),
        ("[![a](https://example.org/a.png)](b.md)", ["16:7 CX603"]),
        ("<img alt=a src=https://example.org/a.png>", ["16:12 CX603"]),
        ("<img alt=a src=a.png srcset='b.png 1x, //example.org/a.png 2x'>", ["16:22 CX603"]),
        ("<p background='https://example.org/a.png'>", ["16:4 CX603"]),
        ("<video poster='https://example.org/a.png'>", ["16:1 CX601", "16:8 CX603"]),
        ("*a*{background=https://example.org/a.png}", ["16:5 CX603"]),
        ("![a](b.png){src=https://example.org/a.png}", ["16:13 CX603"]),
        ("`![a](https://example.org/a.png)`", []),
        ("[a](https://example.org/a.png)", []),
    ],
)
def test_picture_from_elsewhere_is_refused(site: Site, typed: str, places: list[str]) -> None:
    """A reader's browser asks this site and no other; a link to a picture is a link."""
    assert _places(site, typed) == places


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("## a {#__search}", ["16:7 CX604"]),
        ("## a {: id=cx:list }", ["16:9 CX604"]),
        ("*a*{#beam}", ["16:5 CX604"]),
        ("<b id='__config'>a</b>", ["16:4 CX604"]),
        ("<b id='&#95;_config'>a</b>", ["16:4 CX604"]),
        ("<b id='fn:1'>a</b>", ["16:4 CX604"]),
        ("## Light hit", ["16:1 CX604"]),
        ("## Beams {#beams}", []),
        ("## Search", []),
    ],
)
def test_id_of_the_page_itself_is_refused(site: Site, typed: str, places: list[str]) -> None:
    """It is reported where it was typed, or at the heading whose words make it."""
    assert _places(site, typed) == places


def test_message_about_an_id_says_what_to_write(site: Site) -> None:
    """An id of one's own mends both."""
    assert _said(site, "## Beam\n\n*a*{#__b}") == [
        '16:1 CX604 reserved-id error From its words this heading gets the address "beam", which the page '
        "uses itself. Put other words, or write an address of your own behind it, such as `{#my-heading}`.",
        '18:5 CX604 reserved-id error The page uses "__b" itself. Write another word here.',
    ]


@pytest.mark.parametrize(
    "path", ["stories/a.md", "people/a.md", "series/a.md", "about.md", "elements/unique.md"]
)
def test_markup_counts_on_every_page(site: Site, path: str) -> None:
    """A page that is no story is shown in the same browser, and a draft is too."""
    site.file(path, "---\ntitle: A\n---\n<script>\n")

    assert [place for place in site.places() if "CX6" in place] == [f"{path}:4:1 CX601 error"]


def test_site_cannot_soften_a_rule_about_markup(site: Site) -> None:
    """One careless page is enough for whoever wants to misuse the site."""
    site.story("refund", f"title: R\nignore: [{{rule: raw-html, reason: So}}]\n---\n{BODY}\n<script>\n")

    assert [place.split(" ")[1] for place in site.places()] == ["CX903", "CX601"]


def test_element_between_backticks_that_may_not_be_code_has_a_cure_of_its_own(site: Site) -> None:
    """Raw HTML that goes on may swallow backticks, and `&lt;` between backticks is shown as it is."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n<div>\n\nWrite `<form>`.\n")

    (found,) = (one for one in site.collect().diagnostics if "<form>" in one.message)
    assert found.message.endswith(
        "If it stands between backticks to be seen, move it above the first line that begins with HTML."
    )
