"""The scan of a body: what is found, where it stands, and that nothing of what is published escapes it."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from cx_stories.model.document import Span
from cx_stories.reading.prose import (
    Attribute,
    AttributeList,
    Heading,
    Link,
    Quotation,
    Tag,
    scan,
)

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
]
"""What the site renders with."""


def on_line(line: int, start: int, end: int) -> Span:
    """Give a span within one line."""
    return Span(line, start, line, end)


def test_a_link_is_found_with_the_place_of_its_target():
    """A rule about links can point at the address, in the file and not in the body."""
    assert scan("See\n[the *shop*](https://a.nl 'Ours') there.", first_line=20).links == (
        Link("https://a.nl", "the *shop*", on_line(21, 14, 26), on_line(21, 1, 34)),
    )


@pytest.mark.parametrize(
    ("typed", "targets"),
    [
        ("[a](b)", ["b"]),
        ("[a](<b c>)", ["b c"]),
        ('[a](b "with (words)")', ["b"]),
        ("[a](b(c)d)", ["b(c)d"]),
        ("[a](b c)", ["b c"]),
        ("[a]()", [""]),
        ("[![a](b)](c)", ["c"]),
        ("[[1]](b)", ["b"]),
        ("<https://a.nl>", ["https://a.nl"]),
        ("<me@a.nl>", ["mailto:me@a.nl"]),
        ("[a][x]\n\n[x]: <b> 'T'", ["b"]),
        ("> [x]: b", ["b"]),
        ("[x]: https://a.nl\n[y]: c", ["https://a.nl", "c"]),
        ("[x]: the shop opened", []),
        (r"\[a](b)", ["b"]),
        (r"[a\](b)", []),
        ("`[a](b)`", []),
        ("[^1] and\n\n[^1]: b", []),
        ("*[HTML]: b", []),
        ("- [ ] b\n- [x] c", []),
        ("[[story-id]]", []),
        ("[a] (b)", []),
    ],
)
def test_links_of_every_form_are_found_and_nothing_else(typed, targets):
    """Every address that a page will have is known, and a task or a footnote is not taken for one."""
    assert [link.target for link in scan(typed, 1).links] == targets


def test_images_are_kept_apart_from_links():
    """A rule about pictures sees the words for the picture and where its file is named."""
    prose = scan("![A till](till.png)", 1)

    assert (prose.links, prose.images) == (
        (),
        (Link("till.png", "A till", on_line(1, 11, 19), on_line(1, 1, 20)),),
    )


def test_headings_have_the_anchors_that_the_page_gives_them():
    """A link to a part of a page can be checked without making the page."""
    body = "# The *shop*\n\n## The shop\nText\n===\n\nCosts\n-----\n\n### Other {#shop}\n\n#No space\n"

    assert scan(body, 1).headings == (
        Heading(1, "The shop", on_line(1, 1, 13), "the-shop"),
        Heading(2, "The shop", on_line(3, 1, 12), "the-shop_1"),
        Heading(1, "Text", Span(4, 1, 5, 4), "text"),
        Heading(2, "Costs", Span(7, 1, 8, 6), "costs"),
        Heading(3, "Other", on_line(10, 1, 18), "shop"),
        Heading(1, "No space", on_line(12, 1, 10), "no-space"),
    )


def test_a_tag_is_found_with_its_attributes():
    """A rule can say which attribute of which tag is not allowed, and point at it."""
    assert scan("A <B class='x' onclick=go hidden>b</B>", 3).tags == (
        Tag(
            "b",
            (
                Attribute("class", "x", on_line(3, 6, 15)),
                Attribute("onclick", "go", on_line(3, 16, 26)),
                Attribute("hidden", "", on_line(3, 27, 33)),
            ),
            closing=False,
            span=on_line(3, 3, 34),
        ),
        Tag("b", (), closing=True, span=on_line(3, 35, 39)),
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("<!-- a <b> --> <i>", ["!--", "i"]),
        ("<!doctype html>", ["!"]),
        ("<?php ?>", ["?"]),
        ("<script", ["script"]),
        ("</ p>", [""]),
        (r"\<u>", ["u"]),
        ("1 < 2 and <3", []),
        ("<https://a.nl> <me@a.nl>", []),
        ("[a](<b c>)", []),
        ("[x]: <b>", []),
        ("[[a](<b c>)](d)", ["b"]),
        ("``` {.py}\n<div>\n`<b>`", ["div", "b"]),
        ("`<b>` and ``<i> ` <i>``", []),
        ("`<b>", ["b"]),
        ("`<b>\n<i>`", ["b", "i"]),
        (r"\`<b>`", ["b"]),
        ("```\n<b>\n```", []),
        ("~~~ html\n<b>\n~~~", []),
        ("* a\n\n    ```\n    <b>\n    ```", []),
        ("> ```\n> <b>\n> ```", []),
        ("```\n<b>", ["b"]),
        ("Words:\n\n    <b>", []),
        ("* a\n\n    <b>", ["b"]),
        ("!!! note\n\n    <b>", ["b"]),
        ("[^1]: a\n\n    <b>", ["b"]),
        ("Words\n    <b>", ["b"]),
        ("Words\n\n    code\n```\n<b>\n```", ["b"]),
        ("<div>\n`<b>`\n</div>", ["div", "b", "div"]),
        ("<di\x02v>", ["div"]),
    ],
)
def test_every_sign_that_may_open_a_tag_counts_unless_it_is_code(typed, names):
    """Raw HTML cannot hide behind a sign that is left open; code in a story raises no alarm."""
    assert [tag.name for tag in scan(typed, 1).tags] == names


@pytest.mark.parametrize(
    ("typed", "attributes"),
    [
        ("# Head { .c #i k='v w' }", [("class", "c"), ("id", "i"), ("k", "v w")]),
        ("Words\n{: onclick=x }", [("onclick", "x")]),
        ("*a*{hidden}", [("hidden", "")]),
        ("[a](b){ target=x } more", [("target", "x")]),
        ("`code`{.c}", [("class", "c")]),
        ("| a { .c } | b |\n| --- | --- |", [("class", "c")]),
        ("``` {.py onclick=x}\n```", [("class", "py"), ("onclick", "x")]),
        ("Dear {name} of ours", []),
        (r"*a*\{hidden}", []),
        ("`{.c}`", []),
        ("*a*{ .c", []),
    ],
)
def test_attributes_in_braces_are_found_where_they_count(typed, attributes):
    """An attribute cannot slip in through braces, and braces in running text are words."""
    lists = scan(typed, 1).attribute_lists

    assert [(one.name, one.value) for found in lists for one in found.attributes] == attributes


def test_attributes_in_braces_know_their_place():
    """A rule can point at one attribute out of several."""
    assert scan("# Head { .c onclick=x }", 5).attribute_lists == (
        AttributeList(
            (
                Attribute("class", "c", on_line(5, 10, 12)),
                Attribute("onclick", "x", on_line(5, 13, 22)),
            ),
            on_line(5, 8, 24),
        ),
    )


def test_quotations_are_found_within_a_paragraph():
    """Borrowed words are counted as a reader sees them; an apostrophe or an inch ends nothing."""
    body = '“I said ‘no’.” ‘It’s us’ „Ja” «oui» "yes" 5" pipe\n\n6" pipe, don’t “open\n\nshut”'

    assert scan(body, 1).quotations == (
        Quotation("I said ‘no’.", 3, on_line(1, 1, 15)),
        Quotation("It’s us", 2, on_line(1, 16, 25)),
        Quotation("Ja", 1, on_line(1, 26, 30)),
        Quotation("oui", 1, on_line(1, 31, 36)),
        Quotation("yes", 1, on_line(1, 37, 42)),
    )


def test_a_block_quotation_is_one_quotation():
    """A long quotation is not cut up by its paragraphs or by marks within it."""
    body = "> One “two”\n> three\n>\n> four\n\nfive"

    assert scan(body, 1).quotations == (Quotation("One “two” three four", 4, Span(1, 1, 4, 7)),)


def test_text_keeps_its_length_and_loses_what_is_no_prose():
    """What is found in the text is at the same place in the file."""
    body = 'A [b](c.md "d") `e` <i>f</i> ![g](h.png)\n```\nj\n```\n'
    prose = scan(body, 7)

    assert prose.text == ('A [b](     "d")        f     ![g](     )\n   \n \n   \n')
    assert prose.at(body.index("g"), body.index("h.png")) == on_line(7, 32, 35)


def test_words_are_those_that_a_reader_reads():
    """A story is as long as its running text: no code, no picture, no address, no attributes."""
    body = 'It’s a [well-known](shop.md "Our shop") shop. ![A till](till.png) `code`{ .c }\n\n[x]: y "z"\n'

    assert scan(body, 1).words == 4


HOSTILE = (
    "[", "<", "`", "*", "{", "](", "[a](", "![", "<a ", "*{a}", "“", "‘", ">", "# a\n", "<!--", "<?",
    "~~~\n", "[[", "[[a|", "[a]: x\n", "<a x=\"<a y='\" ' ", '[a](b(c"', "# {a}",
)  # fmt: skip


@pytest.mark.parametrize("sign", HOSTILE)
def test_hostile_text_is_scanned_like_any_other(sign):
    """Half a megabyte of one sign neither fails nor loses a character."""
    body = sign * (100_000 // len(sign))
    prose = scan(body, 1)

    assert (len(prose.text), prose.text.count("\n")) == (len(body), body.count("\n"))


HTML = (
    "<x-N>", "</x-N>", "<x-N onclickN=1>", "<x-N a=\"b\" onclickN='c>d'>", "<div onclickN=1>", "</div>",
    "<pre>", "</pre>", "<b>", '<em title="', '">', "<!--", "-->", "<?", "?>", "<![CDATA[ ", "]]>", "<x-N",
    "\n>", "\n\n<div>\na\n</div>\n\n", '\n\n<p class="k">a</p>\n\n',
)  # fmt: skip
CODE = (
    "`", "``", "`a`", "`<x-N>`", "\\`", "\n```\n", "\n```\n", "\n~~~\n", "\n> ```\n", "\n    ```\n",
    "\n\n    ", "\n```{.py onclickN=1}\n", '\n``` title="x"\n', '\n```sh hl_lines="1"\n', "\n\nword\n\n    ",
)  # fmt: skip
SIGNS = (
    "*", "_", "*a*", "{onclickN=1}", "{: onclickN=1 }", " {.k onclickN='x y'}", "{", "}", "[a](uN)",
    "[a](<uN>)", '[a](uN "t")', "[a](<x-N>)", "![a](uN)", "[rN]: uN", "[a][rN]", "[a]", "[", "]", "](", "(",
    ")", "[[uN]]", "[[",
    "[^1]", "[^1]: ", "[^1`]: ", "*[HTML]: T", "HTML", "<https://uN.nl>", "\\", "\\<x-N>", '"', "'",
    "&lt;", "!", "\\[", "\\]", "=",
)  # fmt: skip
BLOCKS = (
    "\n", "\n", "\n\n", "\n\n", "\n    ", "\n\t", "  \n", "    ", " ", "> ", "\n> ", "\n>> ", "* ", "\n* ",
    "\n1. ", "# ", "\n# ", "\n---\n", "\n===\n", "\n--- | ---\n", " | ", "|", "\n: ", "\n!!! note\n    ",
    '\n??? note "', "\n* [ ] ", "word", "foo bar",
)  # fmt: skip
FRAGMENTS = (*HTML, *CODE, *SIGNS, *BLOCKS)
"""What bodies are put together from; N is another number in each place."""
MARKED = re.compile(r"x-\d+|onclick\d+|\bu\d+")


class Published(HTMLParser):
    """Collects what a page holds that only raw HTML, braces, links and images can bring in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note marked elements, attributes and addresses."""
        addresses = [value or "" for name, value in attrs if name in ("href", "src")]
        for text in (tag, *(name for name, _ in attrs), *addresses):
            self.found.update(MARKED.findall(text))


def published(markdown: Markdown, body: str) -> set[str]:
    """Render a body and give what is marked in it."""
    parser = Published()
    parser.feed(markdown.reset().convert(body))
    parser.close()
    return parser.found


def scanned(body: str) -> set[str]:
    """Scan a body and give what is marked in it."""
    prose = scan(body, 1)
    names = [one.name for found in prose.tags + prose.attribute_lists for one in found.attributes]
    names += [tag.name for tag in prose.tags]
    names += [link.target for link in prose.links + prose.images]
    return set(MARKED.findall(" ".join(names)))


def test_nothing_that_python_markdown_publishes_escapes_the_scan():
    """What a page holds of raw HTML, attributes and addresses was found, however the story is mangled."""
    chance = random.Random(3)  # noqa: S311
    markdown = Markdown(extensions=EXTENSIONS)
    escaped = {}
    for _ in range(1_500):
        parts = [chance.choice(FRAGMENTS) for _ in range(chance.randint(1, 18))]
        body = "".join(part.replace("N", str(number + 10)) for number, part in enumerate(parts))
        if missed := published(markdown, body) - scanned(body):
            escaped[body] = missed

    assert escaped == {}


@pytest.mark.parametrize(
    "header",
    [
        'sh hl_lines="1"',
        'sh hl_lines="1-2 4"',
        'md title="One two"',
        ' title="x"',
        'py linenums="1" title="x"',
    ],
)
def test_fence_with_a_plain_setting_is_code(header):
    """A writer who names a program or marks its lines is not told that its remarks are headings."""
    body = f"```{header}\n# one\n[a](../b/) <b onclick='c'>\n\nfour\n```\n"
    prose = scan(body, 1)

    assert "<h1" not in Markdown(extensions=EXTENSIONS).convert(body)
    assert (prose.headings, prose.links, prose.tags, prose.doubt) == ((), (), (), None)


@pytest.mark.parametrize(
    "header",
    ['sh hl_lines="one"', 'sh linenums="x"', "sh title", 'sh other="x"', "{ .sh #own }", "sh title='x'"],
)
def test_behind_a_fence_that_may_be_none_all_is_in_doubt(header):
    """What may be published is told; what may be code is not changed."""
    prose = scan(f"One.\n\n```{header}\n# one\n```\n", 1)

    assert ([one.text for one in prose.headings], prose.doubt) == (["one"], Span(3, 1, 3, 1))


@pytest.mark.parametrize(
    "block", ["<div>\nOne & two.\n</div>", '<p class="x">One\n\ntwo</p> ', "<aside>*</aside>"]
)
def test_code_below_a_closed_block_is_code(block):
    """Who explains an element below a block of HTML may name it between backticks."""
    body = f"Before.\n\n{block}\n\nWrite `<u>` and `[a](b)`.\n"
    prose = scan(body, 1)

    assert "<u>" not in Markdown(extensions=EXTENSIONS).convert(body)
    assert ([one.name for one in prose.tags if one.name == "u"], prose.links, prose.doubt) == ([], (), None)


@pytest.mark.parametrize(
    "block", ["<div>", "<div><p>One</div>", "<div>\n`</div>`", "One\n<div>two</div>", "<pre>x</pre>"]
)
def test_code_below_a_block_that_may_go_on_is_in_doubt(block):
    """Raw HTML that is not closed beyond doubt may swallow the backticks."""
    prose = scan(f"{block}\n\nWrite `<u>`.\n", 1)

    assert "u" in [one.name for one in prose.tags]
    assert prose.doubt is not None
