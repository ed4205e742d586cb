"""Files that a site does not take (links, pipes, programs, broken pictures) are named and not published."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from cx_stories.cli.configuration import settings_of
from cx_stories.pipeline import Inspection, inspect
from cx_stories.pipeline.publishing import MARK
from cx_stories.reading.naming import GENERATED
from tests.pictures import BY_ENDING, JPEG, PNG, enlarged
from tests.site.made_site import Outcome, Stage, contents

CONFIG = """\
site_name: Small stage
docs_dir: content
exclude_docs: "!.git/\\n!.well-known/\\n"
extra_css: [css/extra.css]
theme: {name: material, logo: assets/logo.svg}
plugins: [cx-stories]
"""
PAGE = "---\ntitle: Hushed words\ntemplate: main.html\n---\nHushed.\n"
TAKEN = {
    **{f"stories/coat{ending}": content for ending, content in BY_ENDING.items()},
    "assets/polyglot.png": PNG + b"<script>alert(1)</script>",
    "assets/form.pdf": b"%PDF-1.7",
    ".well-known/security-policy.txt": b"Write to us.",
    "css/extra.css": b"h1 { color: teal }",
    "assets/logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
}
"""What a site takes, by path."""
REFUSED = {
    **{f"other.{ending}": PAGE for ending in ("markdown", "mdown", "mkd", "MD")},
    "stories/other.markdown": PAGE,
    "stories/other.html": PAGE,
    "stories/other.docx": "Hushed.",
    "evil.html": "<script>Hushed</script>",
    "assets/javascripts/bundle.a5f9d56c.min.js": "Hushed()",
    "Assets/Stylesheets/main.png": PNG,
    "assets/cx-stories/lamp.png": PNG,
    "pagefind/pagefind.js": "Hushed()",
    "assets/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>Hushed</script></svg>",
    "robots.txt": "Hushed",
    "_headers": "Hushed",
    "sitemap.xml": "Hushed",
    "_headers.md": "Hushed.\n",
    "_Nginx.conf/page.md": "Hushed.\n",
    "sitemap.xml.gz/page.nl.md": "Hushed.\n",
    "404.HTML/coat.png": PNG,
    "assets/photograph.png": JPEG,
    "assets/bomb.png": enlarged(".png", 60_000, 60_000),
    "assets/cut.jpg": JPEG[:-9],
    "assets/a\u202egnp.png": PNG,
    "assets/con.png": PNG,
    "assets/line\nbreak.png": PNG,
    "stories/\uff43oat.png": PNG,
}
"""What it does not take, by path."""
LINKS = ("stories/linked.md", "stories/linked.png", "linked.md", "assets/linked.txt", "stories/all", "round")
PIPES = ("stories/pipe.md", "stories/pipe.png", "pipe.md")

SOME_SITES_ONLY = {"_redirects", "feed.json", "feed.xml"}
"""What stands at the top of a site only if its stories had other names, or if it has an address."""


class Draw(NamedTuple):
    """How a site with all of these came out, how a strict build went, and what a check says of it."""

    lenient: Outcome
    strict: Outcome
    checked: Inspection


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Build a site with everything in it that has no place there."""
    stage = Stage(tmp_path_factory.mktemp("unsafe"))
    stage.configure(CONFIG)
    stage.story("lamp")
    for path, content in {**TAKEN, **REFUSED}.items():
        stage.write(path, content)
    stage.write("../outside/page.md", PAGE)
    stage.write(".git/config", "Hushed")
    _link_and_pipe(stage)
    checked = inspect(settings_of(stage.folder / "mkdocs.yml")[0])
    return Draw(stage.build(strict=False), stage.build(strict=True), checked)


def _link_and_pipe(stage: Stage) -> None:
    outside = stage.folder / "outside"
    aims = (*[outside / "page.md"] * 4, outside, stage.content)
    for place, aim in zip(LINKS, aims, strict=True):
        (stage.content / place).symlink_to(aim)
    for twin in ("again", "and-again"):
        (stage.content / twin).symlink_to(stage.content)
    for place in PIPES:
        os.mkfifo(stage.content / place)


def test_each_is_named_once(drawn: Draw) -> None:
    """No file is left out without a word or named twice; a strict build stops, and a check says the same."""
    named = [*REFUSED, *LINKS, *PIPES, ".git", "again", "and-again"]
    visible = (path.replace("\u202e", "\\u202e").replace("\n", "\\x0a") for path in named)

    found = [finding.partition(":1:1  CX01")[0] for finding in drawn.lenient.findings]
    assert sorted(found) == sorted(f"content/{path}" for path in visible)
    assert (drawn.strict.exit_code, drawn.strict.findings) == (1, drawn.lenient.findings)
    assert sorted(one.path for one in drawn.checked.diagnostics) == sorted(named)


def test_nothing_of_them_is_published(drawn: Draw) -> None:
    """Neither under its name nor anywhere else; what belongs to the site is there as if nothing were."""
    published = contents(drawn.lenient.folder)
    hushed = [path for path, content in published.items() if b"Hushed" in content]
    theirs = [path for path, content in REFUSED.items() if published.get(path) == content]

    assert (hushed, theirs) == ([], [])


def test_names_of_the_files_at_the_top_are_known(drawn: Draw) -> None:
    """Whatever a site has at its top, no page or folder of the content stands in its place."""
    files = {one.name for one in drawn.lenient.folder.iterdir() if one.is_file()}

    assert files - {MARK} == set(GENERATED) - SOME_SITES_ONLY


def test_what_a_site_takes_is_published_as_it_is(drawn: Draw) -> None:
    """Pictures, documents, and what the configuration names."""
    published = contents(drawn.lenient.folder)

    assert {path: published.get(path) for path in TAKEN} == TAKEN


def test_content_folder_that_leads_to_itself_often_is_walked_once(tmp_path: Path) -> None:
    """Eight links to the top would be ten thousand million paths; a build does not go down any."""
    stage = Stage(tmp_path)
    stage.story("lamp")
    for number in range(8):
        (stage.content / f"round-{number}").symlink_to(stage.content)

    assert stage.build(strict=False).findings == tuple(
        f"content/round-{number}:1:1  CX013 unsafe-file  error" for number in range(8)
    )
