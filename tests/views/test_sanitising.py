"""Prose that is shown can do no harm, and what is fit is shown as it was."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.checks.markup import ELEMENTS, allows, arises, is_reserved
from cx_stories.checks.rendered import Lost
from cx_stories.views import sanitising
from cx_stories.views.sanitising import Cleaned, harmless, lost_in, sanitised
from cx_stories.views.story.workshop import PAUSE

FIT = (
    '<h2 id="cost">Costs<a class="headerlink" href="#cost" title="Link">¶</a></h2>\n'
    '<p>Ä 😀 &amp; "so" &lt;b&gt; <a href="../refund/#lesson.1">a</a> <a class="ref" href="../x/">b</a></p>\n'
    '<p dir="rtl" lang="ar">مرحبا</p>\n'
    '<div aria-label="a, b" class="scroll" role="group" tabindex="0"><table>\n'
    '<thead><tr><th class="left">a</th><th class="right">b</th></tr></thead>\n'
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>\n"
    '<ul class="task-list"><li class="task-list-item"><input type="checkbox" disabled=""> c</li></ul>\n'
    '<p><img alt="d" src="../lamp.png" width="3"><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a>'
    '</sup></p>\n<div class="footnote"><hr><ol><li id="fn:1"><p>e&nbsp;<a href="#fnref:1">↩</a></p></li></ol>'
    '</div>\n<details class="tip" open=""><summary>f</summary><p>g</p></details>\n'
    '<div class="language-python highlight"><pre><span id="__span-0-1"><a id="__codelineno-0-1" '
    'name="__codelineno-0-1" href="#__codelineno-0-1"></a><span class="k">def</span></span></pre></div>\n'
    '<div class="tabbed-set tabbed-alternate" data-tabs="1:1"><input checked="checked" id="__tabbed_1_1" '
    'name="__tabbed_1" type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">h</label>'
    "</div></div>"
)
"""What Markdown makes of a text, as a browser would write it."""


class _Reader(HTMLParser):
    """Collects what the list does not allow in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.unfit: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.unfit.append(tag)
            return
        for name, value in attrs:
            made, typed = arises(tag, name, value or ""), allows(tag, name, value or "")
            if not made and (not typed or (name == "id" and is_reserved(value or ""))):
                self.unfit.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.unfit.append(f"!--{data}")


def _unfit(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.unfit


def test_what_markdown_makes_stays_to_the_letter() -> None:
    """Tables, footnotes, tabs, code, tasks, pictures and links come through as they are."""
    assert sanitised(FIT) == Cleaned(FIT)


def test_ways_of_writing_are_no_loss() -> None:
    """Signs that are written out and elements that close themselves are the same to a reader."""
    assert sanitised('<p>&copy;<br />&quot;a&quot; <img alt="b" src="c.png" /></p><hr />') == Cleaned(
        '<p>©<br>"a" <img alt="b" src="c.png"></p><hr>'
    )


@pytest.mark.parametrize(
    ("typed", "shown", "lost"),
    [
        ("a<script>b</script>c", "ac", [Lost("script")]),
        ("a<!-- b -->c", "ac", [Lost("!--")]),
        ("<?php b ?>a", "a", [Lost("?")]),
        ("<font color=red>a</font>", "a", [Lost("font")]),
        ("<form><button>a</button></form>", "a", [Lost("form"), Lost("button")]),
        ("<input name=a>", "", [Lost("input")]),
        ("<p onclick=b>a</p>", "<p>a</p>", [Lost("p", "onclick", "b")]),
        ("<p style='left: 0'>a</p>", "<p>a</p>", [Lost("p", "style", "left: 0")]),
        ("<p class='tip top'>a</p>", '<p class="tip">a</p>', [Lost("p", "class", "top")]),
        ("<p class=top>a</p>", "<p>a</p>", [Lost("p", "class", "top")]),
        ("<p id=__search>a</p>", "<p>a</p>", [Lost("p", "id", "__search")]),
        ("<p id=cx:related>a</p>", "<p>a</p>", [Lost("p", "id", "cx:related")]),
        ("<a href=javascript:b>a</a>", "<a>a</a>", [Lost("a", "href", "javascript:b")]),
        ("<a href='jav&#x09;ascript:b'>a</a>", "<a>a</a>", [Lost("a", "href", "jav\tascript:b")]),
        ("<a href=//b.nl>a</a>", "<a>a</a>", [Lost("a", "href", "//b.nl")]),
        ("<img src=https://b.nl/c.png>", "<img>", [Lost("img", "src", "https://b.nl/c.png")]),
        ("<img src='\\\\b.nl/c.png'>", "<img>", [Lost("img", "src", "\\\\b.nl/c.png")]),
        ("<img src=data:image/png;base64,x>", "<img>", [Lost("img", "src", "data:image/png;base64,x")]),
        ("<img name=body src=a.png>", '<img src="a.png">', [Lost("img", "name", "body")]),
        ("<td>a</td>", "a", [Lost("td")]),
    ],
)
def test_what_no_page_may_have_is_taken_out_and_named(typed: str, shown: str, lost: list[Lost]) -> None:
    """Nothing goes without a word: an element once, else the attribute, or the one class."""
    assert sanitised(typed) == Cleaned(shown, tuple(lost))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('<a target="_blank" href="x">', '<a target="_blank" href="x" rel="noopener"></a>'),
        ('<a rel="nofollow" target="_blank">', '<a rel="nofollow noopener" target="_blank"></a>'),
        ('<a rel="" target="_blank">', '<a rel="noopener" target="_blank"></a>'),
        ('<a rel="NoOpener" target="_blank">', '<a rel="NoOpener" target="_blank"></a>'),
        (
            '<a title="&lt;a target=&quot;_blank&quot;>">',
            '<a title="&lt;a target=&quot;_blank&quot;&gt;"></a>',
        ),
    ],
)
def test_page_that_opens_beside_ours_knows_nothing_of_it(typed: str, shown: str) -> None:
    """It cannot send the reader's other page elsewhere, whatever the writer says."""
    assert sanitised(typed) == Cleaned(shown)


TREACHEROUS = [
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<svg><p><style><!--</style><img title="--></style><img src onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img onerror=alert(1) src&gt;">',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=b src>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<noembed><p title="</noembed><img src=x onerror=alert(1)>">',
    '<template><p title="</template><img src=x onerror=alert(1)>">',
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    '<iframe><p title="</iframe><img src=x onerror=alert(1)>">',
    "<select><style></select><svg onload=alert(1)></style>",
    "<table><tr><script>alert(1)</script><td><svg onload=alert(1)>",
    "<table><td><table><img src=x onerror=alert(1)></table><a href=javascript:alert(1)>",
    "<a href=x><a href=javascript:alert(1)><p><a onclick=alert(1)>",
    "<b><p></b><i onclick=alert(1)></p></i>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--a--!><img src=x onerror=alert(1)>",
    "</p/onclick=alert(1)><br//onerror=alert(1)>",
    "<img src=x`<img onerror=alert(1)>`>",
    "<p title='`<script>'`>",
    "<math href=javascript:alert(1)><annotation-xml encoding=text/html><script>alert(1)</script>",
    "<svg><foreignObject><div><svg><animate onbegin=alert(1)></div></foreignObject></svg>",
    "<svg><title><script>alert(1)</script></title></svg>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<base href=//b.nl><meta http-equiv=refresh content=0><link rel=stylesheet href=//b.nl>",
]
"""What reads as one thing at first and as another once it has been written down again."""


@pytest.mark.parametrize("typed", TREACHEROUS)
@pytest.mark.parametrize(
    "around", ["{}", "<p>{}</p>", "<table><tr><td>{}", "<details><summary>{}", "<p>a{}" + PAUSE]
)
def test_treacherous_html_is_harmless(typed: str, around: str) -> None:
    """Nothing that could run is left, and reading it again gives the same."""
    clean = sanitised(around.format(typed))

    assert (_unfit(clean.html.replace(PAUSE, "")), harmless(clean.html), bool(clean.lost)) == (
        [],
        clean.html,
        True,
    )


PIECES = """
    <p> </p> <table> <tr> <td> </table> <svg> </svg> <math> <style> </style> <b> </b> <a|href=x> </a> <select>
    <option> <li> <ul> </ul> <h2|id=x> </h2> <pre> <input|type=checkbox> <template> < > " ' = & &lt; &amp;lt;
    <!-- --> <title> </title> <details> <img|alt=` <p|class='tip|x'|id=a <foreignObject> &#60; <!DOCTYPE|x>
"""


def test_sign_that_no_file_may_have_hides_nothing() -> None:
    """What a browser overlooks is overlooked here."""
    clean = harmless("\x00<scr\x00ipt>a</scr\x00ipt><im\x00g src=x onerror=b><b on\x00click=c>d</b>")

    assert (_unfit(clean), clean) == ([], "a<b>d</b>")


@given(
    st.lists(
        st.sampled_from([*TREACHEROUS, FIT, PAUSE, *(one.replace("|", " ") for one in PIECES.split())])
        | st.text(max_size=6),
        max_size=12,
    ).map(" ".join)
)
def test_what_is_clean_stays_as_it_is(typed: str) -> None:
    """Whatever is typed: what comes of it holds nothing unfit, and cleaning it again changes nothing."""
    clean = harmless(typed)

    assert (_unfit(clean.replace(PAUSE, "")), harmless(clean)) == ([], clean)


def test_what_never_settles_is_shown_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather signs that nobody wanted than something that nobody has looked at."""
    monkeypatch.setattr(sanitising, "_once", lambda html: f"<b>{html}</b>")
    clean = sanitised("<i>a</i>")

    assert (set(re.findall("<[^>]*>", clean.html)), clean.lost) == (set(), (Lost("i"),))


def test_each_side_of_the_pause_is_whole() -> None:
    """What is opened before the pause does not swallow what the page shows there."""
    assert harmless(f"<div><b>a{PAUSE}b</b></div></div>") == f"<div><b>a</b></div>{PAUSE}b"


def test_pause_that_is_no_pause_is_taken_out() -> None:
    """Only what the page itself would write is one."""
    assert sanitised("<p>a</p><cx-pause onclick=b></cx-pause>") == Cleaned("<p>a</p>", (Lost("cx-pause"),))


def test_references_that_lead_nowhere_yet_are_no_loss() -> None:
    """A story is looked at before it is known where its pages stand."""
    html = (
        '<p><a class="ref" data-title="" href="cx:story/refund">refund</a></p>'
        + PAUSE
        + '<p onclick="a">b</p>'
    )

    assert lost_in(html) == (Lost("p", "onclick", "a"),)
