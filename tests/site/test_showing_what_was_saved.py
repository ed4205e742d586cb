"""A large preview shows what was saved without a build of the whole site, and just as that would show it."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from cx_stories.mkdocs_plugin import plugin
from cx_stories.mkdocs_plugin.saving import Saving
from tests.site.live_preview import Preview
from tests.site.made_site import TWO_LANGUAGES, Stage

LAMP = "He lent her the lamp, as [the driver](coat.md) had done. It came back on Monday, with a cake.\n" * 9
COAT = "She left her coat on the bus. The driver brought it round after his shift.\n" * 9
LOAF = "The baker kept the last loaf for him, as he did every Friday after that.\n" * 9
BAKER = f"See [what he learned](../lessons/shared/keep-one-back.md).\n\n{LOAF}"
KEEP = "[{text: Keep one back., lesson: keep-one-back}]"


@pytest.fixture
def drawn(stage: Stage) -> Stage:
    """Give a site with three stories in two languages, one of them a draft, and a page of somebody's own."""
    options = TWO_LANGUAGES.format("en, nl")
    stage.configure(f"{options}      images: false\nsite_url: https://example.org/\n")
    stage.story("lamp", body=LAMP)
    stage.story("coat", body=COAT, polarity="negative", channels="[web]")
    stage.story("baker", body=BAKER, status="draft", lessons=KEEP)
    stage.translation("lamp")
    stage.write("help.md", "---\ntitle: Help\n---\nBegin with [the lamp](stories/lamp.md).\n")
    return stage


@pytest.fixture
def preview(drawn: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """Give a preview of it, which counts as a large one."""
    monkeypatch.setattr(plugin, "WORTH_WAITING", 1)
    one = Preview(drawn, tmp_path / "preview")
    yield one
    one.close()


def pages_of_both(preview: Preview) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give what is served now, and what is after a build of the whole site."""
    quick = preview.everything()
    preview.build()
    whole = preview.everything()
    for pages in (quick, whole):
        pages["sitemap.xml.gz"] = gzip.decompress(pages["sitemap.xml.gz"])
    return quick, whole


def test_other_texts_are_shown_as_a_whole_build_shows_them(preview: Preview, drawn: Stage) -> None:
    """In the story, beside the stories it links to, and in both languages, one edit after the other."""
    drawn.story("lamp", body=LAMP.replace("cake", "pie"))
    ways = [preview.save()]
    said = "said thanks" in preview.get("stories/coat/")[1]
    drawn.story("lamp", body=f"The driver of [the coat](coat.md) said thanks.\n\n{LAMP}")
    ways += [preview.save()]
    drawn.translation("lamp", body="Hij leende haar de lamp uit, en op maandag kreeg hij taart.\n" * 9)
    ways += [preview.save()]
    quick, whole = pages_of_both(preview)

    assert (ways, said) == ([False, False, False], False)
    assert quick == whole
    assert b"said thanks" in quick["stories/coat/index.html"]
    assert b"kreeg hij taart" in quick["nl/stories/lamp/index.html"]


def test_other_facts_are_shown_as_a_whole_build_shows_them(preview: Preview, drawn: Stage) -> None:
    """A title, a date, a verdict, a term that has a page of its own, a draft that is none any more."""
    drawn.story("lamp", body=LAMP, title="A light for her", channels="[phone]")
    ways = [preview.save()]
    drawn.story("baker", body=BAKER, date="2025-01-01", lessons=KEEP)
    ways += [preview.save()]
    drawn.story("coat", body=COAT, pair="lamp", polarity="negative", stages="[use]")
    ways += [preview.save()]
    drawn.write("help.md", "---\ntitle: Way in\n---\nBegin with [the coat](stories/coat.md).\n")
    ways += [preview.save()]
    quick, whole = pages_of_both(preview)

    assert ways == [False] * 4
    assert quick == whole
    assert b"A light for her" in quick["index.html"]
    assert b"A light for her" in quick["terms/channels/phone/index.html"]
    assert b"terms/channels/phone/" in quick["sitemap.xml"]
    assert b"Way in" in quick["help/index.html"]


def test_nothing_of_before_is_served_any_more(preview: Preview, drawn: Stage) -> None:
    """Pages that somebody has looked at, files for machines and pages that are gone."""
    lesson = "lessons/shared/keep-one-back/"
    before = [preview.get(path)[0] for path in (lesson, "feed.xml", "data/stories.csv", "")]
    drawn.story("coat", body=COAT, polarity="negative", title="A coat on the bus")
    drawn.story("baker", body=LOAF, status="draft")

    assert (before, preview.save()) == ([200] * 4, False)
    assert preview.get(lesson)[0] == 404
    assert all("A coat on the bus" in preview.get(path)[1] for path in ("", "feed.xml", "data/stories.csv"))


def test_mistake_is_told_and_its_cure_is_shown(
    preview: Preview, drawn: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the preview was started, and in the place of the story; other pages do without it meanwhile."""
    caplog.set_level(logging.INFO, "mkdocs.plugins.cx_stories")
    drawn.story("lamp", body=LAMP, channels="[pigeon]")
    ways = [preview.save()]
    told = [message for message in caplog.messages if "pigeon" in message]
    broken = preview.get("stories/lamp/")[1], preview.get("stories/coat/")[1]
    drawn.story("lamp", body=LAMP, channels="[phone]")
    ways += [preview.save()]
    quick, whole = pages_of_both(preview)

    assert (ways, len(told)) == ([False, False], 1)
    assert told[0].startswith("content/stories/lamp.md:9:12  CX201")
    assert ["pigeon" in page for page in broken] == [True, False]
    assert quick == whole


@pytest.mark.parametrize("what", ["a new story", "a story gone", "another picture", "the configuration"])
def test_anything_else_takes_a_whole_build(preview: Preview, drawn: Stage, what: str) -> None:
    """Even if a text was saved together with it."""
    drawn.story("coat", body=COAT.replace("shift", "round"), polarity="negative")
    match what:
        case "a new story":
            drawn.story("third", body=LOAF.replace("baker", "grocer"))
        case "a story gone":
            (drawn.content / "stories/baker.md").unlink()
        case "another picture":
            drawn.write("shop.png", b"no picture")
        case _:
            drawn.configure((drawn.folder / "mkdocs.yml").read_text().replace("Small", "Large"))

    assert preview.save()
    assert "after his round" in preview.get("stories/coat/")[1]


def test_a_moved_story_takes_a_whole_build(preview: Preview, drawn: Stage) -> None:
    """Servers are told of it, too."""
    drawn.story("lamp", body=LAMP, aliases="[light]")

    assert preview.save()
    assert preview.get("stories/light/")[0] == 200


def test_what_fails_is_left_to_a_whole_build(
    preview: Preview, drawn: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is wrong in its own way, or does what the short way could not."""

    def fail(_: Saving) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Saving, "again", fail)
    drawn.story("lamp", body=LAMP.replace("cake", "pie"))

    assert preview.save()
    assert "with a pie" in preview.get("stories/lamp/")[1]


def test_strict_preview_builds_as_a_whole_what_has_a_warning(
    drawn: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a build ends there, and the pages of before stay; as soon as that is mended, the way is short."""
    monkeypatch.setattr(plugin, "WORTH_WAITING", 1)
    drawn.configure((drawn.folder / "mkdocs.yml").read_text() + "strict: true\n")
    preview = Preview(drawn, tmp_path / "preview")
    try:
        drawn.story("lamp", body=LAMP, channels="[web, web]")
        with pytest.raises(BaseException, match="strict mode"):
            preview.save()
        drawn.story("lamp", body=LAMP.replace("cake", "pie"))
        ways = [preview.save()]
        drawn.story("lamp", body=LAMP.replace("cake", "tart"))
        ways += [preview.save()]

        assert (ways, "with a tart" in preview.get("stories/lamp/")[1]) == ([True, False], True)
    finally:
        preview.close()
