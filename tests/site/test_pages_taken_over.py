"""A page that nothing has changed is taken over from the last site; whatever was done to it, it is right."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cx_stories.mkdocs_plugin import making_pages
from cx_stories.mkdocs_plugin.keeping_pages import NAME
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.pipeline.remembering import FOLDER, entries_of, pieces_of
from tests.site.made_site import BODY, CONFIG, Stage, contents, run_mkdocs

LAMP, COAT = "stories/lamp/index.html", "stories/coat/index.html"


@pytest.fixture
def built(stage: Stage) -> Stage:
    """Draw a site with two stories, and build it."""
    stage.story("lamp")
    stage.story(
        "coat", body="She left her coat on the bus. The driver brought it round after his shift.\n" * 9
    )
    stage.published()
    return stage


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the pages that builds print, as they print them."""
    pages: list[str] = []
    original = making_pages.write_new

    def write_new(path: str, content: bytes) -> bytes:
        pages.append(path.partition("/site/")[2])
        return original(path, content)

    monkeypatch.setattr(making_pages, "write_new", write_new)
    return pages


def _number(stage: Stage, page: str) -> int:
    return (stage.site / page).stat().st_ino


def test_only_what_an_edit_changes_is_printed(built: Stage, printed: list[str]) -> None:
    """Who adds a sentence does not wait for all stories; the page about the data says how large they are."""
    built.published()
    again = list(printed)
    built.story("coat", body="She left her coat on the bus. The driver brought it back that night.\n" * 9)
    built.published()

    assert again == []
    assert printed == [COAT, "data/index.html"]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the pages whose prose builds render."""
    pages: list[str] = []
    original = CxPage.render

    def render(page: CxPage, config: MkDocsConfig, files: Files) -> None:
        pages.append(page.file.dest_uri)
        original(page, config, files)

    monkeypatch.setattr(CxPage, "render", render)
    return pages


def test_what_is_the_same_at_a_glance_is_not_made_to_be_compared(built: Stage, rendered: list[str]) -> None:
    """Besides what has changed, the home page, which is made by MkDocs, and the page about the data."""
    built.story("coat", body="She left her coat on the bus. The driver brought it back that night.\n" * 9)
    built.published()

    assert set(rendered) == {"data/index.html", "index.html", COAT}


def test_what_is_wrong_with_a_page_that_is_taken_over_is_said_in_each_build(stage: Stage) -> None:
    """Of links that lead nowhere, to a page and to a place in one, in a site whose owner publishes it so."""
    lenient = "[{cx-stories: {severities: {CX210: info, CX211: info}}}]"
    stage.configure(
        CONFIG.replace("[cx-stories]", lenient) + "validation: {links: {not_found: warn, anchors: warn}}\n"
    )
    stage.story("lamp", body=f"{BODY}\nSee [nothing](nothing.md), and [no place](coat.md#nowhere).")
    stage.story("coat")
    first, second = (stage.build(strict=False).said for _ in range(2))

    assert first == second
    assert len(first) == 2


def test_title_is_changed_wherever_it_is_shown(built: Stage, printed: list[str]) -> None:
    """What another page shows of a story is a reason to print that page, too."""
    built.story("lamp", title="A light in the rain")
    site = built.published()

    assert {LAMP, COAT, "stories/index.html"} <= set(printed)
    assert "A light in the rain" in site["stories/coat/"].main


def test_page_is_shared_and_not_copied_as_long_as_there_are_two_sites(built: Stage) -> None:
    """It need not be written again; then it is in the new site alone."""
    before = _number(built, LAMP)
    built.published()

    assert _number(built, LAMP) == before
    assert (built.site / LAMP).stat().st_nlink == 1


def _write(page: Path) -> None:
    page.write_text("<p>Mine.</p>", encoding="utf-8")


def _remove(page: Path) -> None:
    page.unlink()


def _link_away(page: Path) -> None:
    other = page.parents[3] / "other.html"
    page.rename(other)
    page.symlink_to(other)


def _share(page: Path) -> None:
    os.link(page, page.parents[3] / "other.html")


def _put_pipe(page: Path) -> None:
    page.unlink()
    os.mkfifo(page)


@pytest.mark.parametrize("change", [_write, _remove, _link_away, _share, _put_pipe])
def test_page_that_somebody_has_changed_by_hand_is_made_anew(
    built: Stage, change: Callable[[Path], None]
) -> None:
    """The same bytes as before, in a file that belongs to this site alone."""
    before, number = contents(built.site), _number(built, LAMP)
    change(built.site / LAMP)
    built.published()

    assert contents(built.site) == before
    assert _number(built, LAMP) != number
    assert (built.site / LAMP).is_symlink() is False


def _forge(file: Path) -> None:
    """Say of each page that it is what another one is."""
    entries = list(entries_of(file))
    moved = {key: entries[place - 1][1] for place, (key, _) in enumerate(entries)}
    file.write_bytes(b"".join(pieces_of(moved)))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-300])


def _garble(file: Path) -> None:
    file.write_bytes(os.urandom(2000))


@pytest.mark.parametrize("harm", [_forge, _cut, _garble])
def test_memory_that_lies_makes_no_wrong_page(built: Stage, harm: Callable[[Path], None]) -> None:
    """At worst all pages are printed again."""
    before = contents(built.site)
    harm(built.folder / FOLDER / NAME)
    built.published()

    assert {path: raw for path, raw in contents(built.site).items() if path.endswith(".html")} == {
        path: raw for path, raw in before.items() if path.endswith(".html")
    }


def test_memories_with_texts_that_are_none_end_no_build(built: Stage) -> None:
    """Their sums are right, so that only who reads the texts can see it; the site is the same."""
    before = contents(built.site)
    for file in (built.folder / FOLDER).glob("*.memory"):
        entries = {key: bytes(entry).replace(b"coat", b"\xff\xfe\xfd\xfc") for key, entry in entries_of(file)}
        file.write_bytes(b"".join(pieces_of(entries)))
    built.published()

    assert contents(built.site) == before


def test_what_a_quiet_build_has_not_said_is_said_by_the_next_one(stage: Stage) -> None:
    """A strict build must fail for it."""
    lenient = "[{cx-stories: {severities: {CX210: info}}}]"
    stage.configure(
        CONFIG.replace("[cx-stories]", lenient) + "validation: {links: {not_found: warn, anchors: warn}}\n"
    )
    stage.story("lamp", body=f"{BODY}\nSee [nothing](nothing.md).")
    quiet = run_mkdocs(stage.folder / "mkdocs.yml", stage.site, "--quiet")

    assert quiet == (0, "")
    assert stage.build(strict=True).exit_code == 1


def test_memory_that_cannot_be_written_stops_nobody(stage: Stage) -> None:
    """The site is the same; the next build takes as long as the first."""
    stage.story("lamp")
    (stage.folder / FOLDER.parent).write_text("a file in the place of the folder", encoding="utf-8")

    assert stage.published()["stories/lamp/"]


def test_with_a_plugin_that_works_on_the_finished_site_no_page_is_shared(stage: Stage) -> None:
    """It may change a file where it stands, and the old site has to stay as it is until then."""
    (stage.folder / "hook.py").write_text("def on_post_build(**_):\n    pass\n", encoding="utf-8")
    stage.configure(f"{CONFIG}hooks: [hook.py]\n")
    stage.story("lamp")
    stage.published()
    before = _number(stage, LAMP), contents(stage.site)
    stage.published()

    assert _number(stage, LAMP) != before[0]
    assert contents(stage.site) == before[1]


@pytest.mark.parametrize(
    "hook",
    [
        "def on_page_markdown(markdown, **_):\n    return markdown\n",
        "def on_post_page(output, **_):\n    return output\n",
    ],
)
def test_plugins_that_want_to_see_every_page_do_and_the_site_is_the_same(built: Stage, hook: str) -> None:
    """Then MkDocs makes the pages one after another, which is slower, and says why."""
    before = contents(built.site)
    (built.folder / "hook.py").write_text(hook, encoding="utf-8")
    built.configure(f"{CONFIG}hooks: [hook.py]\n")
    outcome = built.build()

    assert (outcome.exit_code, contents(built.site)) == (0, before)
    assert any("hooks" in words and "every page" in words for words in outcome.told)


def test_page_takes_the_place_of_a_file_that_would_be_written_there(built: Stage) -> None:
    """As with MkDocs, whoever puts a file where a page stands does not hide the page."""
    before = contents(built.site)
    built.write(LAMP, "<p>Mine.</p>")
    built.build(strict=False)

    assert contents(built.site)[LAMP] == before[LAMP]


LAYER = """\
def on_config(config):
    config.theme.dirs.insert(0, config.config_file_path.replace("mkdocs.yml", "layer"))
    return config
"""


@pytest.mark.parametrize("name", ["main.html", "sign.txt"])
def test_template_that_is_laid_over_ours_changes_every_page(stage: Stage, name: str) -> None:
    """Wherever it comes from, and whatever it is called."""
    (stage.folder / "hook.py").write_text(LAYER, encoding="utf-8")
    stage.configure(f"{CONFIG}hooks: [hook.py]\n")
    stage.story("lamp")
    layer = {
        "main.html": '{% extends "base.html" %}{% block announce %}{% include "sign.txt" %}{% endblock %}',
        "sign.txt": "before",
    }
    for file, text in layer.items():
        stage.write(f"../layer/{file}", text)
    before = stage.published()["stories/lamp/"].main
    stage.write(
        f"../layer/{name}", layer[name].replace("{% include", "after {% include").replace("before", "after")
    )

    assert "after" not in before
    assert "after" in stage.published()["stories/lamp/"].main


def test_page_that_a_hook_takes_out_is_not_published(built: Stage) -> None:
    """Whoever has said that a page is not to be there need not look for it."""
    hook = "def on_files(files, config):\n    files.remove(files.src_uris['stories/lamp.md'])\n"
    (built.folder / "hook.py").write_text(hook, encoding="utf-8")
    built.configure(f"{CONFIG}hooks: [hook.py]\n")
    built.build(strict=False)

    assert [(built.site / page).exists() for page in (LAMP, COAT)] == [False, True]


def test_text_in_the_memory_that_is_none_is_forgotten(built: Stage) -> None:
    """Somebody has put it there: the page is printed again, and the build goes on."""
    file, before = built.folder / FOLDER / NAME, contents(built.site)
    file.write_bytes(
        b"".join(pieces_of({key: bytes(entry[:16]) + b"\xff" for key, entry in entries_of(file)}))
    )
    built.story(
        "coat", body="She left her coat on the bus. The driver brought it round before his shift.\n" * 9
    )
    built.published()

    assert contents(built.site)[LAMP] == before[LAMP]


def test_preview_of_a_faulty_story_says_what_is_wrong_now(stage: Stage) -> None:
    """A writer who has mended one of two faults sees the one that is left."""
    stage.story("lamp", polarity="grand", sector="nowhere")
    pages = []
    for number, polarity in enumerate(("grand", "huge")):
        stage.story("lamp", polarity=polarity, sector="nowhere")
        config = load_config(str(stage.folder / "mkdocs.yml"), site_dir=str(stage.site))
        if not number:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://localhost/")
        pages.append((stage.site / LAMP).read_text(encoding="utf-8"))

    assert ["huge" in page for page in pages] == [False, True]
