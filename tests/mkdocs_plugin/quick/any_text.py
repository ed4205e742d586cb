"""Texts thrown together from everything that means something in Markdown: rarely sensible, always the same.

    python -m tests.mkdocs_plugin.quick.any_text 20000

reads so many of each kind with short ways and without, and tells which differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from random import Random

from markdown import Extension

from cx_stories.mkdocs_plugin.extensions import OWN, WHERE_NONE_IS_NAMED
from cx_stories.mkdocs_plugin.markdown_reader import Reader
from cx_stories.mkdocs_plugin.quick import known

USUAL: Sequence[str | Extension] = ("toc", *WHERE_NONE_IS_NAMED, *(extension() for extension in OWN))
RICH: Sequence[str | Extension] = (
    *USUAL,
    *("smarty", "md_in_html", "sane_lists", "pymdownx.emoji", "pymdownx.tabbed", "pymdownx.caret"),
)
_WORDS = r"""
she him Lamp été 日本 12 3. 1986. a- b_c d*e `code` `` ` *em* **strong** ***both*** _em_ *a **b* c** http://x.y
<https://a.b> <m@a.b> &amp; & <b>x</b> <br> <!-- c --> [a](b.md) [a](b.md 'T') [a](<b c.md>) [[refund]]
[[element:x|y]] [[a\|b]] ![i](i.png) ![i][r] [r] [t][r] [^1] \* \\ \[ HTML {.x} {#id} [ ] [x] !!! ??? === | ||
:smile: -- ... "q" 'q' # ## ~~ ~~~ ``` []( [ ] ( ) * _ ** ¶ 🎭 +a -b 1) : ; = - ! ? > |a| ]: [a]: ^up^
"""
WORDS = _WORDS.split()
LINES = (
    *(
        "",
        "",
        "# H",
        "## H {#h}",
        "###### H ######",
        "#not",
        "# a\nb",
        "x\n# y",
        "- a",
        "- b\n- c",
        "* a\n* b",
    ),
    *("1. a", "2. b\n3. c", "- a\n    - b", "    code", "> q", "> q\n> r", ">q", "> > nn", "> - l\n> - m"),
    *("> # h", "---", "* * *", "___", "- - -", "a\n---", "a\n===", "[r]: x.md 'T'", "[r]: <x y>\n  'T'"),
    *("[^1]: Note", "[^1]: Note\n    more\n\n    yet", "*[HTML]: Hyper", "Term\n:   Def", ":   Def"),
    *("| a | b |\n|---|---|\n| *x* | y |", "a | b\n--|--\nc | d", "```\ncode\n```", "~~~ python\nx = 1\n~~~"),
    *("!!! note\n    x", '!!! note "T"\n    x\n\n    - y\n\n        z', "??? note\n    x\n\n    y"),
    *('=== "A"\n    x\n\n=== "B"\n    y', "<div>\nraw\n</div>", '<div markdown="1">\n*x*\n</div>'),
    *(
        '<p id="a">x</p>',
        "- [ ] todo\n- [x] done",
        "[TOC]",
        "[[pause]]",
        "- a\n\n- b\n\n    c",
        "- a\n# h\nb",
    ),
    *("x  \ny", "\tcode", "   indented", "-\n", "#", "- ", ">", "¹. x", "- ü x\n- y", "> ü\n> y", "> x\n==="),
    *("> x\n---", "- x\n---", "- x\n: y", "> x\n: y", "- x\n[r]: y", "> x\n[^1]: y", "x\n*[A]: b"),
    *("_x_ y", "*x* y", "!\x02!! note\n    x", "[T\x02OC]", "\x1a0\x1a", "x\u2028# y", "x\xa0y", "x\r\n# y"),
)
_MEANT_BY_MORE = (
    "<",
    "&",
    "{",
    "\\",
    "[^",
    "```",
    "~~~",
    "\n ",
    "\t",
    "TOC",
    "!!!",
    "???",
    "===",
    "\x02",
    "\r",
)
PLAIN_WORDS = [one for one in WORDS if not any(sign in one for sign in _MEANT_BY_MORE)]
PLAIN_LINES = [one for one in LINES if not any(sign in one for sign in _MEANT_BY_MORE)]


def any_texts(count: int, seed: int) -> Iterator[str]:
    """Give texts, half of them without the signs that make a reader look twice."""
    random = Random(seed)  # noqa: S311 (no secret)
    for index in range(count):
        words, lines = (WORDS, LINES) if index % 2 else (PLAIN_WORDS, PLAIN_LINES)
        yield "".join(_blocks(random, words, lines))


def _blocks(random: Random, words: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    for _ in range(random.randint(1, 9)):
        block = random.choice(lines)
        if random.random() < 0.5:
            block = " ".join(random.choices(words, k=random.randint(1, 9)))
        if random.random() < 0.1:
            before = random.choice(("> ", "- ", "* ", "1. ", "# "))
            block = "\n".join(before + line for line in block.split("\n"))
        yield block + random.choice(("\n", "\n\n", "\n\n", "\n\n\n", "\n  \n"))


def reading(extensions: Sequence[str | Extension]) -> Callable[[str], object]:
    """Give a way to see what a reader makes of a text, or how it fails."""
    kept: list[Reader] = []

    def read(text: str) -> object:
        reader = kept.pop() if kept else Reader(extensions, {})
        try:
            made = reader.convert(text)
        except Exception as error:
            return type(error)
        kept.append(reader)
        return made

    return read


def by_itself(texts: Sequence[str], extensions: Sequence[str | Extension]) -> Sequence[object]:
    """Give what a Python-Markdown makes of texts whose version nobody knows."""
    versions = known.VERSIONS
    known.VERSIONS = {name: (package, (0, 0), (0, 0)) for name, (package, *_) in versions.items()}
    known.is_known.cache_clear()
    try:
        return [*map(reading(extensions), texts)]
    finally:
        known.VERSIONS = versions
        known.is_known.cache_clear()


if __name__ == "__main__":
    for extensions in (USUAL, RICH, ()):
        texts = [*any_texts(int(sys.argv[1]), 2024)]
        pairs = zip(texts, by_itself(texts, extensions), map(reading(extensions), texts), strict=True)
        differ = [text for text, slow, quick in pairs if slow != quick]
        print(
            f"{len(texts)} texts, {len(extensions)} extensions, {len(differ)} differ", *differ[:5], sep="\n"
        )
