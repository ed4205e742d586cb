"""What the check says of a link and what MkDocs makes of it are the same, and the check says it first."""

from __future__ import annotations

import re

from tests.pictures import PNG
from tests.site.made_site import BODY, Outcome, Stage, contents

CONFIG = (
    "site_name: Small stage\ndocs_dir: content\n"
    "exclude_docs: |\n  notes/\n"
    "plugins:\n  - cx-stories:\n      languages: [en, nl]\n      severities: {CX210: %s, CX211: %s}\n"
    "markdown_extensions: [attr_list, footnotes, toc]\n"
    "validation:\n  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}\n"
)
SOUND = (
    "other.md",
    "./other.md",
    "other.md/",
    "other.md?x=1",
    "../stories/other.md",
    "2024/deep.md",
    "%6Fther.md",
    "other.md#a-heading",
    "other.md#by-hand",
    "other.md#spot",
    "#here",
    "#fn:1",
    "../index.md",
    "index.md",
    "../elements/index.md",
    "../elements/unique.md",
    "../elements/surprising.md#more",
    "../polarity/positive.md",
    "../people/mina.md",
    "../people/index.md",
    "../how-to-read.md",
    "../about.md#second",
    "../guide/README.md",
    "../contribute/rules.md#CX210",
    "../nl/stories/other.md",
    "../nl/stories/other.md#een-kop",
    "lamp.png",
    "../assets/price%20list.pdf",
    "../assets/price list.pdf",
    "https://example.org/gone.md",
    "#",
    "?x=1",
)
"""Links that lead somewhere, from the text of `stories/linking.md`."""
BROKEN = (
    "gone.md",
    "Other.md",
    "other.nl.md",
    "other",
    "other/",
    "../stories/other/",
    "/stories/other/",
    "/stories/other.md",
    "other.html",
    "..\\stories\\other.md",
    "../assets",
    "../assets/",
    "../assets/gone.pdf",
    ".",
    "..",
    "../../README.md",
    "stories/other.md",
    "draft.md",
    "retired.md",
    "other.md#gone",
    "other.md#A-heading",
    "other.md#een-kop",
    "#gone",
    "#fn:2",
    "../about.md#about-us",
    "../elements/unique.md#gone",
    "../elements/engaging/index.md",
    "../guide/index.md",
    "../nl/stories/gone.md",
    "README.md",
)
"""Links that lead nowhere."""
LINK = re.compile(r"contains an? (?:absolute |unrecognized relative )?link '(.*?)',")


def _draw(stage: Stage, links: tuple[str, ...], level: str) -> None:
    """Draw a site around a story with these links in its text."""
    stage.configure(CONFIG % (level, level))
    stage.story("other", BODY + '\n## A heading\n\n## Named {#by-hand}\n\n<a id="spot"></a>Here.\n')
    stage.story("2024/deep")
    stage.story("draft", status="draft")
    stage.story("retired", status="retired")
    stage.write("stories/other.nl.md", "---\ntitle: Ander\nsummary: Zin.\nlessons: [Les.]\n---\n## Een kop\n")
    stage.write("stories/lamp.png", PNG)
    stage.write("assets/price list.pdf", b"")
    stage.write("notes/idea.md", "# An idea\n")
    stage.write("people/mina.md", "---\ntitle: Mina\n---\n")
    stage.write("elements/surprising.md", "# Surprising\n\n## More\n")
    stage.write("about.md", "# About us\n\n## Second\n")
    stage.write("guide/README.md", "# A guide\n")
    body = BODY + "\nWith a note[^1].\n\n[^1]: The note.\n\n## Here\n\n"
    body += "".join(f"- [link {number}](<{link}>)\n" for number, link in enumerate(links))
    stage.story("linking", body)
    stage.write("stories/linking.nl.md", "---\ntitle: Nl\nsummary: Zin.\nlessons: [Les.]\n---\nTekst.\n")


def _broken(outcome: Outcome) -> set[str]:
    """Give the links that MkDocs calls broken."""
    return {found[1] for message in outcome.said if (found := LINK.search(message))}


def _refused(outcome: Outcome, stage: Stage) -> set[str]:
    """Give the links that the check refuses: each stands on a line of its own."""
    lines = (stage.content / "stories/linking.md").read_text().splitlines()
    found = (re.match(r"content/stories/linking\.md:(\d+):\d+  CX210 ", one) for one in outcome.findings)
    return {lines[int(one[1]) - 1].partition("<")[2].removesuffix(">)") for one in found if one}


def test_mkdocs_and_the_check_agree_on_every_link(stage: Stage) -> None:
    """What the check lets pass works on the site, and what it refuses would not have worked."""
    _draw(stage, SOUND + BROKEN, "off")
    by_mkdocs = _broken(stage.build(strict=False))
    _draw(stage, SOUND + BROKEN, "error")
    by_check = _refused(stage.build(strict=False), stage)

    assert (by_check, by_mkdocs) == (set(BROKEN), set(BROKEN))


def test_strict_build_stops_at_a_broken_link_before_anything_is_written(stage: Stage) -> None:
    """The finding has a place and a cure, and MkDocs does not say it a second time."""
    stage.story("linking", f"{BODY}\nShe told of [a coat](../stories/coat/).\n")
    stage.story("coat")
    outcome = stage.build(strict=True)

    assert (outcome.exit_code, outcome.said, outcome.ended, contents(outcome.folder)) == (
        1,
        (
            "content/stories/linking.md:14:22  CX210 broken-link  error\n"
            '  "../stories/coat/" leads nowhere: this is the address of a page, and a link names its file. '
            "Write `coat.md`.",
        ),
        "Nothing was published: 1 of the findings above must be put right first.",
        {},
    )


def test_build_that_is_not_strict_leaves_the_story_out_and_says_it_once(stage: Stage) -> None:
    """The others are published, without a second warning from MkDocs."""
    stage.story("linking", f"{BODY}\nShe told of [a coat](gone.md).\n")
    stage.story("coat")
    outcome = stage.build(strict=False)
    pages = [path for path in contents(outcome.folder) if path.startswith("stories/")]

    assert (outcome.findings, pages) == (
        ("content/stories/linking.md:14:22  CX210 broken-link  error",),
        ["stories/coat/index.html", "stories/coat.md", "stories/index.html"],
    )
