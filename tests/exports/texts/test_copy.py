"""A copy of a story in Markdown says what its page says, and reads the same whatever was typed."""

from __future__ import annotations

import re
from html import unescape

import markdown
import pytest

from cx_stories.exports.texts.copy import story_copies
from cx_stories.exports.texts.overview import overviews
from tests.conftest import Site
from tests.exports.publishing import AT, HOSTILE, published

WHOLE = f"""\
# Refund in one call

> A wrong size is put right before the customer has finished her sentence.

## At a glance

- Published on: 2024-03-01
- Verdict: [Positive]({AT}polarity/positive/)
- Journey stage: [Service]({AT}terms/stages/service/)
- Organisation: City Bus
- Page: <{AT}stories/refund/>

## The elements

- [Engaging]({AT}elements/engaging/), not evidenced
- [Unique]({AT}elements/unique/), missed: Every shop does this.
- [Personalized]({AT}elements/personalized/), not evidenced
- [Surprising]({AT}elements/surprising/), there: She had her money before she had finished her sentence.
- [Repeatable]({AT}elements/repeatable/), not evidenced

## The story

![A blue coat.]({AT}stories/coat.png)

By the teller

She rang. See [Refund in one call]({AT}stories/refund/).

## What we learn

1. Give the person who answers the phone the power to refund.

## As a stage production

- Set: A counter.

## To talk about

1. What would you do?

## Source

- Retold from A. Writer, “Open”, The Column, https://column.example/12
- Retold. A published story, retold in our own words.
- Told by: [Mina Bos]({AT}people/mina/)
"""


def test_copy_says_what_the_page_says_but_nothing_of_consent(site: Site) -> None:
    """Whoever reads only the copy misses nothing but what is never published."""
    site.file("people/mina.md", "---\ntitle: Mina Bos\n---\n")
    site.file("stories/coat.png")
    site.story(
        "refund",
        "stages: [service]\norganisation: City Bus\nmissed: {unique: Every shop does this.}\nteller: mina\n"
        "provenance: retold\nquestions: [What would you do?]\ntheatre: {set: A counter.}\n"
        "image: {file: coat.png, alt: A blue coat., credit: By the teller}\n"
        "source: {title: Open, publication: The Column, author: A. Writer, url: 'https://column.example/12'}\n"
        "consent: {status: given, ref: Folder 12}\n---\nShe rang. See [[refund]].\n",
    )

    assert copies(site) == {"stories/refund.md": WHOLE}


def copies(site: Site, url: str = AT) -> dict[str, str]:
    """Give every copy of a drawn site by its path."""
    return {one.path: one.content.decode() for one in story_copies(published(site, url))}


def links(text: str) -> list[tuple[str, str]]:
    """Give address and words of every link and picture, as a reader of Markdown finds them."""
    html = markdown.markdown(text)
    found = re.findall(r'<a href="([^"]*)">(.*?)</a>|<img alt="([^"]*)" src="([^"]*)"', html)
    return [(unescape(one[0] or one[3]), unescape(one[1] or one[2])) for one in found]


BODY = """\
One [link](../people/mina.md#life), one [to a file](../assets/list.pdf), one [elsewhere](https://other.example/a?b=1&c=2).

[[person:mina|Mina]] and [[element:surprising]] and [[lamp]] and [up](#lesson.1) and `[[lamp]]`,
not \\[[lamp]].

![A coat](coat.png) and a [reference][1].

[[pause]]

```text
[[lamp]]
```

[1]: lamp.md
"""


def test_links_of_a_text_lead_to_the_same_pages(site: Site) -> None:
    """A copy can be read anywhere; code, and what is no link, stays as it was typed."""
    site.file("people/mina.md", "---\ntitle: Mina Bos\n---\n## Life\n")
    site.file("stories/coat.png")
    site.file("assets/list.pdf", b"%PDF-1.4\n")
    site.story("lamp", "title: The lamp [lit]\n")
    site.story("refund", f"title: Refund\n---\n{BODY}")
    text = copies(site)["stories/refund.md"]
    told = text.partition("## The story")[2].partition("## What we learn")[0]

    assert links(told) == [
        (f"{AT}people/mina/#life", "link"),
        (f"{AT}assets/list.pdf", "to a file"),
        ("https://other.example/a?b=1&c=2", "elsewhere"),
        (f"{AT}people/mina/", "Mina"),
        (f"{AT}elements/surprising/", "Surprising"),
        (f"{AT}stories/lamp/", "The lamp [lit]"),
        (f"{AT}stories/refund/#lesson.1", "up"),
        (f"{AT}stories/coat.png", "A coat"),
        (f"{AT}stories/lamp/", "reference"),
    ]
    assert (told.count("`[[lamp]]`"), told.count("\n[[lamp]]\n"), told.count("[[pause]]")) == (1, 1, 0)


@pytest.mark.parametrize(
    "link",
    [
        "[a](lamp.md)",
        "![a](coat.png)",
        "[a](#lesson.1)",
        "[a](lamp.md#lesson.1)",
        "[a](?q=1)",
        "[a](../people/mina.md)",
        "[a](https://other.example/x)",
        '[a](lamp.md "The lamp")',
        "[a]( lamp.md )",
        "[a](coat_(1).png)",
        "[[a]](lamp.md)",
        "[a](lamp.md) and [b](coat.png) and [c](lamp.md)",
        "[a] (lamp.md)",
        "[a](lamp.md",
        "]( and [a](lamp.md)",
        "    [a](lamp.md)",
    ],
)
def test_text_that_is_quickly_read_says_the_same(site: Site, link: str) -> None:
    """Without code, HTML and references it takes the short way; code makes it take the long one."""
    site.file("people/mina.md", "---\ntitle: Mina Bos\n---\n")
    for name in ("coat.png", "coat_(1).png"):
        site.file(f"stories/{name}")
    site.story("lamp")
    site.story("quick", f"title: T\n---\nOne.\n\n{link}\n\nTwo.\n")
    site.story("slow", f"title: T\n---\nOne.\n\n{link}\n\nTwo.\n\n`<!-- -->`\n")
    quick, slow = (copies(site)[f"stories/{name}.md"] for name in ("quick", "slow"))
    told = [one.partition("## The story")[2].partition("\nTwo.")[0] for one in (quick, slow)]

    assert told[0] == told[1].replace("stories/slow/", "stories/quick/")


def test_without_an_address_links_are_relative(site: Site) -> None:
    """A copy on a disk, or on a site that nobody has given an address, leads on all the same."""
    site.story("lamp")
    site.file("stories/lamp.nl.md", "---\ntitle: L\nsummary: s\nlessons: [l]\n---\nZie [[lamp]].\n")
    found = [dict(links(text)).keys() for text in copies(site, "").values()]

    assert [sorted(one)[0] for one in found] == ["../elements/engaging/", "../../nl/elements/engaging/"]


def test_each_language_has_its_own_copies_and_drafts_have_none(site: Site) -> None:
    """What is not translated has one copy, in its own language."""
    site.show_drafts()
    site.story("both")
    site.file("stories/both.nl.md", "---\ntitle: Beide\nsummary: s\nlessons: [l]\n---\nTekst.\n")
    site.story("alone")
    site.story("draft", "status: draft\n")

    assert set(copies(site)) == {"stories/both.md", "stories/alone.md", "nl/stories/both.md"}
    assert list(story_copies(published(site, texts=False))) == []


def test_words_read_as_they_were_typed(site: Site) -> None:
    """No sign of a title is taken for Markdown or HTML."""
    title = f"{HOSTILE} *a* _b_ `c` [d](e) 1. # |"
    site.story("refund", f"title: '{title}'\nlessons: ['1. {title}']\n")
    html = markdown.markdown(copies(site)["stories/refund.md"])

    assert unescape(html.partition("<h1>")[2].partition("</h1>")[0]) == title
    assert f"1. {title}" in unescape(html)


OVERVIEW = f"""\
# Casebook

> Cases.

Every story says whether it happened, was retold or was made up.

## How to read this collection

- [How to read this collection]({AT}how-to-read/): what the elements and the polarity of a story mean
- [Pairs]({AT}pairs/): a good story and a bad one from the same situation
- [Lessons]({AT}lessons/): what all stories teach, in single sentences
- [Glossary]({AT}glossary/): every term with its definition
"""


def test_overview_names_every_story_by_its_copy(site: Site) -> None:
    """A program that has read the overview knows where the texts are, in its language."""
    site.file("index.md", "---\ntitle: Home\nsummary: Cases.\n---\nText.\n")
    site.story("refund", "title: 'Refund [now]'\n")
    site.story("draft", "status: draft\n")
    found = {one.path: one.content.decode() for one in overviews(published(site))}

    assert (set(found), found["llms.txt"][: len(OVERVIEW)]) == ({"llms.txt", "nl/llms.txt"}, OVERVIEW)
    assert links(found["llms.txt"])[-2:] == [
        (f"{AT}nl/llms.txt", "Nederlands"),
        (f"{AT}stories/refund.md", "Refund [now]"),
    ]
    assert list(overviews(published(site, texts=False))) == []


def test_long_overview_tells_what_may_be_left_out(site: Site) -> None:
    """What programs with little room may skip stands last, and without summaries."""
    for number in range(102):
        site.story(f"story-{number:03}", f"title: Story {number:03}\n")
    text = next(overviews(published(site))).content.decode()

    head, _, rest = text.partition("\n## Optional\n")
    assert (head.count("stories/story-"), rest.strip().splitlines()) == (
        100,
        [f"- [Story {number}]({AT}stories/story-{number}.md)" for number in (100, 101)],
    )
