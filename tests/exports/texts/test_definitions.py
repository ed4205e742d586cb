"""A copy of a story does not tell what readers of its page cannot see."""

from __future__ import annotations

from cx_stories.exports.texts.copy import story_copies
from tests.conftest import Site
from tests.exports.publishing import AT, published

BODY = """\
[//]: # (SECRET for ourselves)
One [word][jan], a [Word]: yes, ![a coat][coat] and `[code]`.
[Jan]: https://jan.example/
[word]: https://word.example/ "Said"
[coat]: coat.png

[piet]: https://intra.example/SECRET
    "A SECRET title"
[code]: <https://intra.example/SECRET> 'in code alone'

> As [she] said.
> [her]: https://intra.example/SECRET
> "SECRET"

[shown]: https://shown.example/ said "yes"

An XQ and `HQ`.

*[XQ]: Ten questions
*[HQ]: SECRET

[//]: # (SECRET with [piet] in it)
[she]: https://she.example/
[none]: https://intra.example/SECRET
> "A quotation."
"""
SEEN = f"""\
One [word][jan], a [Word]: yes, ![a coat][coat] and `[code]`.
[Jan]: https://jan.example/
[word]: https://word.example/ "Said"
[coat]: {AT}stories/coat.png




> As [she] said.
>

[shown]: https://shown.example/ said "yes"

An XQ and `HQ`.

*[XQ]: Ten questions

[she]: https://she.example/
> "A quotation."
"""


def test_definition_that_no_link_uses_is_in_no_copy(site: Site) -> None:
    """Writers hide remarks in such lines; what a link uses, and what is no definition, stays."""
    site.file("stories/coat.png")
    site.story("refund", f"title: Refund\n---\n{BODY}")
    (copy,) = (one.content.decode() for one in story_copies(published(site, AT)))
    told = copy.partition("## The story\n")[2].partition("## What we learn")[0]

    assert _lines(told) == _lines(SEEN)
    assert "SECRET" not in copy


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]
