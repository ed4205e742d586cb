"""A build says where its time went, beside the site and not in it."""

from __future__ import annotations

from cx_stories.pipeline.build_report import Kept, Report
from cx_stories.pipeline.keeping_reports import recall
from tests.site.made_site import CONFIG, Stage

ALONE = ("reading", "markdown", "relations", "pages", "theme", "writing")
"""Parts whose pieces are those of one story and its site."""
HOOK = "def on_page_content(html, **_):\n    return html\n"


def told(stage: Stage) -> Report:
    """Give what the last build has told."""
    found = recall(stage.folder)
    assert found is not None
    return found[0]


def test_build_tells_what_it_did_and_what_it_used_again(stage: Stage) -> None:
    """Who wonders about a slow build sees each part of it, and which plugin has all pages made one by one."""
    stage.story("umbrella")
    stage.build()
    first, written, besides = told(stage), sizes(stage), sizes_besides(stage)
    stage.story("coat", title="The coat", date="2024-01-02")
    stage.write("../hook.py", HOOK)
    stage.configure(f"{CONFIG}hooks: [hook.py]\n")
    stage.build()
    second = told(stage)

    assert {part.part: part.count for part in first.parts if part.part in ALONE} == {
        "reading": 1,
        "markdown": 1,
        "relations": 1,
        "pages": len(written) + 1,
        "theme": len(written),
        "writing": len(written) + len(besides),
    }
    assert {part.part for part in first.parts if part.processor} >= {
        *ALONE,
        "machines",
        "search",
        "publishing",
    }
    assert first.bytes == sum(written) + sum(besides)
    assert abs(sum(part.seconds for part in first.parts) - first.seconds) < 0.01
    assert (first.first, first.command, first.stories, first.onlookers) == (True, "build", 1, [])
    assert (second.changed, second.stories, second.onlookers) == (["configuration"], 2, ["hooks"])
    assert [kept for kept in second.kept if kept.kind == "stories"] == [Kept("stories", used=1, made=1)]


def sizes(stage: Stage) -> list[int]:
    """Give the sizes of the pages that we write ourselves: not the home page, and not that of the theme."""
    theirs = {stage.site / "index.html", stage.site / "404.html"}
    return [file.stat().st_size for file in stage.site.rglob("*.html") if file not in theirs]


def sizes_besides(stage: Stage) -> list[int]:
    """Give the sizes of the files for programs."""
    files = (*stage.site.glob("data/*"), *stage.site.glob("stories/*.md"), stage.site / "llms.txt")
    return [file.stat().st_size for file in files if file.suffix != ".html"]
