"""Rules about markup: what HTML, links, pictures and ids the text of a page may have."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import markdown
import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.markup import CLASSES, ELEMENTS, allows, arises, is_reserved, unfit_classes
from cx_stories.mkdocs_plugin.extensions import OWN, WHERE_NONE_IS_NAMED
from tests.conftest import Site

BUILT_IN = ["toc", "tables", "fenced_code"]
"""The extensions that MkDocs always has, before others."""
EVERYTHING = """
## A heading {#here .center}

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
        typed = [(tag, name, value or "") for name, value in attrs]
        self.refused += [" ".join(one) for one in typed if not (allows(*one) or arises(*one))]


def test_all_that_markdown_makes_is_allowed() -> None:
    """Whatever can be written in Markdown on this site arrives at the reader."""
    reader = _Reader()
    extensions = [*BUILT_IN, *WHERE_NONE_IS_NAMED]
    reader.feed(markdown.markdown(EVERYTHING, extensions=[*extensions, *(own() for own in OWN)]))

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
        "<figure>\n![A coat](coat.png)<figcaption>a</figcaption>\n</figure>",
        "[a](#b) <https://example.org> <mina@example.org>",
        "3 < 4 and 5 > 4, I <3 you, `<script>` and &lt;script>",
        "```html\n<script onload=x></script>\n```",
        '``` { .python linenums="1" }\nprint(1)\n```\n\n> ``` {.made-up}\n> x\n> ```',
        "| a { .right } | b |\n|---|---|\n| c | d |\n\n<div class='admonition tip'>e</div>",
        'Write `--8<-- "a.md"`, `{!a.md!}` or --8<-- so.',
        "## a {#b .center title=d}\n\n[e](https://example.org){target=_blank}",
        "Dear {name}, \\{sic\\}",
        "<p>\na\n</p>\n\n<https://example.org/a?b=c>",
        "![A lamp](lamp.png){ align=left } ![A coat](coat.png){ align=right }",
        "<a href='https://example.org'>a</a> <a href='mailto:a@b.nl'>a</a> <a href='#b'>a</a>",
        "$$\\sum_{i=0}^n x_{j}$$ and $\\sum_{i}$ {--del--} {++ins++} {~~a~>b~~} {==x==} {>>x<<} *a*{>>x<<}",
        '!!! note "Mind"\n    a\n\n???+ Tip inline end\n    b\n\n!!! wow this is no box.',
        "<b>a\n\nb</b> `<i>` <i>c</i> ``<u>` <u>d</u>\n\n<div>\n<b>\n</div>",
        "> <b>a\n> b</b>\n\n- <em>c</em>\n\n<b",
        "<table><tr><td>a</td></tr></table>",
        "[a](tel:+31201234567 'b')",
        "*a*{#one} *b*{#two}\n\n```html\n<b id=one>\n```",
        '``` { .yaml title="a" }\nb\n```\n\n```\n<script>\n```',
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
        ("<a href='#a' formaction='b'>c</a>", "16:14 CX601"),
        ("<input type=text>", "16:8 CX601"),
        ("<svg/onload=x>", "16:1 CX601"),
        ("a</font>", "16:2 CX601"),
        ("a <!-- b -->", "16:3 CX601"),
        ("<?php a ?>", "16:1 CX601"),
        ("<!DOCTYPE html>", "16:1 CX601"),
        ("*a*{onclick=b}", "16:5 CX601"),
        ("*a*{.md-header}", "16:5 CX601"),
        ("<b class='tip top'>a</b>", "16:4 CX601"),
        ("<table><td style='text-align: right'>a", "16:12 CX601"),
        ("<td>a</td><td>b</td>", "16:1 CX601"),
        ("<table><tr><td>a</td></tr></table>\n\n<caption>b</caption>", "18:1 CX601"),
        ("<b style=a lang=nl onclick=c>a</b>", "16:4 CX601"),
        ("<!--[if gte mso 9]><xml><o:p onclick=a></o:p></xml><![endif]-->", "16:1 CX601"),
        ("<img alt='A phone' src=phone.jpg>", "16:20 CX601"),
        ("<a href=' lazy.md'>a</a>", "16:4 CX601"),
        ("![A lamp](lamp.png){ align=center }", "16:22 CX601"),
        ("*a*{ align=top }", "16:6 CX601"),
        ("[a](#b){ width=3 }", "16:10 CX601"),
        ("*a* and <b>bold\n\nand on", "16:9 CX601"),
        ("<b>a <b>b</b>\n\nc", "16:1 CX601"),
        ('!!! seealso "Mind"\n    a', "16:5 CX601"),
        ("> ??? note seealso\n>     a", "16:7 CX601"),
        ("Costs $5 *a*{.big} and $6", "16:14 CX601"),
        ("<a rel='opener'>a</a>", "16:4 CX601"),
        ("--8<-- 'a.md'", "16:1 CX601"),
        ("> a\n\n  ----8<----\na.md\n", "18:3 CX601"),
        ("`{% include 'a.md' %}`", "16:2 CX601"),
        ("*a*{style=b}", "16:5 CX601"),
        ("## a {: formaction=b }", "16:9 CX601"),
    ],
)
def test_html_that_would_be_dropped_is_pointed_at(site: Site, typed: str, place: str) -> None:
    """A writer sees what would get lost: an element once, else the attribute."""
    assert _places(site, typed) == [place]


def test_every_kind_of_html_has_its_cure(site: Site) -> None:
    """The message says what, and what to do instead."""
    assert _said(
        site,
        "a <tt>b</tt> <big-one>\n<video>\n<b style=a onclick=b title=c nonce=d></b> "
        "<b style=e>f</b> <b onclick=g>h</b><b nonce=i>j</b>\n*a*{wide}\n<!-- a -->",
    ) == [
        "16:3 CX601 raw-html error `<tt>` cannot stand in a page. Put the words between backticks instead.",
        "16:14 CX601 raw-html error `<big-one>` cannot stand in a page. Keep the words and take out what is "
        "around them. If readers are to see the `<` itself, write `&lt;`.",
        "17:1 CX601 raw-html error `<video>` cannot stand in a page. Link to it instead.",
        "18:4 CX601 raw-html error `style`, `onclick` and `nonce` cannot stand in `<b>`. Take them out.",
        "18:46 CX601 raw-html error `style=` changes how a page looks, which is for the site to decide. "
        "Take it out.",
        "18:63 CX601 raw-html error `onclick=` would run a program in the reader's browser. Take it out.",
        "18:81 CX601 raw-html error `nonce` cannot stand in `<b>`, or not with this value. Take it out.",
        "19:5 CX601 raw-html error `wide` in curly brackets would change what stands before it, and cannot. "
        "Take it out. If readers are to see the brackets, write `\\{`.",
        "20:1 CX601 raw-html error A remark between `<!--` and `-->` is sent to every reader. Take it out; "
        "in the front matter, a line that begins with `#` is a remark of your own.",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "<p class=MsoNormal style='mso-list: a' lang=EN>a</p>",
            "This came from a word processor. Paste it as plain text.",
        ),
        ("<o:p>a</o:p>", "This came from a word processor. Paste it as plain text."),
        (
            f"<b {' '.join(f'a{n}' for n in range(9))}>c</b>",
            "`a0`, `a1`, `a2`, `a3` and 5 more cannot stand in `<b>`. Take them out.",
        ),
        ("<p class=mine>a</p>", "`mine` is no class that a text may have. Take it out."),
        ("<p class=md-header>a</p>", "`md-header` belongs to the page around the text. Take it out."),
        (
            "<p class='grid cards'>a</p>",
            "This site makes no grids, as Material for MkDocs does. Take `grid`, `cards` out.",
        ),
        (
            "<p class=annotate>a</p>",
            "This site makes no annotations, as Material for MkDocs does. Take `annotate` out.",
        ),
        (
            "!!! seealso\n    a",
            "There is no box of the kind `seealso`. Write note, tip, info, warning, danger, example or quote "
            "instead.",
        ),
        ("<b>a", "`<b>` is never closed. Write `</b>` where it ends."),
        ("<tr>a", "`<tr>` stands in no table and is left out. Write `<table>` before it, or take it out."),
        (
            "<img src=a.png alt='A phone'>",
            "`src` in HTML is not followed to the file. Write the picture as `![A phone](a.png)`.",
        ),
        (
            "<img src='a b.png'>",
            "`src` in HTML is not followed to the file. Write the picture as `![what it shows](<a b.png>)`.",
        ),
        (
            "<figure><img src=a.png></figure>",
            "`src` in HTML is not followed to the file. Write the picture as `![what it shows](a.png)` "
            "in the place of the whole `<figure>`, and its caption below it.",
        ),
        (
            "<a href=lazy.md>a</a>",
            "`href` in HTML is not followed to the file. Write the link as `[words](lazy.md)`.",
        ),
        (
            "*a*{#b} *c*{#b}",
            '"b" leads to another place further up in this text already. Write another word here.',
        ),
    ],
)
def test_each_slip_has_words_of_its_own(site: Site, typed: str, said: str) -> None:
    """Whoever reads them knows what to write instead, and hears it once."""
    assert [message.split(" error ")[1] for message in _said(site, typed)] == [said]


@pytest.mark.parametrize("typed", [f"<b {'q ' * 201}>x</b>", f"*a*{{: {'.b ' * 201}}}"])
def test_more_attributes_than_anybody_needs_are_too_large(site: Site, typed: str) -> None:
    """They are not read one by one, so the rules say of some hundred at most what is wrong with them."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n{typed}\n")
    (message,) = (message for message in site.messages() if "CX008" in message)

    assert message.split(" error ")[1] == (
        "There are more than 200 attributes in one place here. Remove what was pasted by accident."
    )


def test_attributes_that_are_just_enough_are_not_too_large(site: Site) -> None:
    """Two hundred are."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n<b {'q ' * 200}>x</b>\n")

    assert [place.split(" ")[1] for place in site.places()] == ["CX601"]


def test_class_or_file_that_is_refused_is_named(site: Site) -> None:
    """A class is for how prose looks, and a story is what stands in its own file."""
    braces = "If readers are to see the brackets, write `\\{`."

    assert _said(site, "*a*{.tip .top}\n\n<p class='search to-top'>b</p>\n\n--8<-- \"../.git/config\"") == [
        f"16:10 CX601 raw-html error `top` belongs to the page around the text. Take it out. {braces}",
        "18:4 CX601 raw-html error `search`, `to-top` are no classes that a text may have. Take them out.",
        "20:1 CX601 raw-html error `--8<--` asks for another file, which no text may. "
        "Write here what readers are to read.",
    ]


def test_no_class_of_prose_takes_anything_out_of_its_place() -> None:
    """Whatever a text calls itself, it cannot lie over the page around it or hide there."""
    styles = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted(Path(str(files("cx_stories") / "assets" / "styles")).glob("*.css"))
    )
    moving = {
        name
        for selector, said in re.findall(r"([^{}]+)\{([^{}]*)\}", styles)
        if re.search(r"position:\s*(?:fixed|sticky)|z-index", said)
        for name in re.findall(r"\.([a-zA-Z][\w-]*)", selector)
    }

    assert (len(moving) > 5, sorted(moving & CLASSES)) == (True, [])


def test_language_or_key_may_be_any_that_there_is() -> None:
    """Code in a language that nobody thought of is shown; what only begins alike is not let through."""
    assert unfit_classes(
        "language-c++ key-arrow-up magiclink-github progress-40plus language- progress-x"
    ) == (
        "language-",
        "progress-x",
    )


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
    "sms:112",
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
    typed = "[a](javascript:b) [a](data:b) [a](file:b) [a](C:b) [a](sms:112) [a](//b.nl)"

    assert [message.split(" error ")[1] for message in _said(site, typed)] == [
        '"javascript:b" would run a program in the reader\'s browser. Take it out.',
        '"data:b" has a whole file in it. Save that file beside the story, and name it here.',
        '"file:b" is a file on one computer, and readers do not have it. '
        "Save it beside the story, and name it here.",
        '"C:b" is a file on one computer, and readers do not have it. '
        "Save it beside the story, and name it here.",
        '"sms:112" begins with sms:, which does not lead to a page. Begin with https://, http://, mailto: or '
        "tel:, or name a file of this collection.",
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
        ("<img alt=a srcset='b.png 1x, //example.org/a.png 2x'>", ["16:12 CX603"]),
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
        ("*a*{#one} b\n\n<b id=one>c</b> *d*{#one}", ["18:4 CX604", "18:21 CX604"]),
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
