"""What our build is compared with: a site of the same stories that is no poorer and no richer than we say."""

from __future__ import annotations

from pathlib import Path

import yaml

from sites import write_bare, write_ours
from stories import File

STORY = File(
    "stories/refund.md",
    "",
    {
        "title": "Refund",
        "summary": "In one call.",
        "elements": {"surprising": "She had it at once."},
        "lessons": ["Trust people."],
        "polarity": "positive",
        "channels": ["phone"],
    },
    "She rang at nine.\n",
)
TRANSLATION = File(
    "stories/refund.md", "nl", {"title": "Geld terug", "summary": "Meteen."}, "Om negen uur.\n"
)


def test_bare_site_has_the_same_prose_and_what_material_prints(tmp_path: Path) -> None:
    """Both builds render the same words."""
    write_bare([STORY, TRANSLATION], ("en", "nl"), tmp_path)

    files = {
        path.relative_to(tmp_path / "content").as_posix(): path.read_text("utf-8")
        for path in tmp_path.rglob("*.md")
    }
    tags = "tags:\n- positive\n- surprising\n- phone\n"
    english = f"---\ntitle: Refund\ndescription: In one call.\n{tags}---\n\nShe rang at nine.\n"
    dutch = f"---\ntitle: Geld terug\ndescription: Meteen.\n{tags}---\n\nOm negen uur.\n"
    assert files == {
        "index.md": "---\ntitle: Stories\n---\n\n- [Refund](stories/refund.md)\n",
        "stories/refund.md": english,
        "nl/index.md": "---\ntitle: Stories\n---\n\n- [Geld terug](stories/refund.md)\n",
        "nl/stories/refund.md": dutch,
    }


def test_both_sites_differ_in_plugins_and_navigation_only(tmp_path: Path) -> None:
    """The theme, the Markdown and the strictness are the same; each site has a search of its own."""
    settings = {}
    for name, write in (("ours", write_ours), ("bare", write_bare)):
        write([STORY], ("en",), tmp_path / name)
        settings[name] = yaml.safe_load((tmp_path / name / "mkdocs.yml").read_text("utf-8"))
    ours, bare = settings["ours"], settings["bare"]

    differing = {
        key: (ours.get(key), bare.get(key)) for key in {*ours, *bare} if ours.get(key) != bare.get(key)
    }
    search = {"search": {"lang": ["en"]}}
    assert differing == {
        "plugins": ([{"cx-stories": {"languages": ["en"]}}], [search, "tags"]),
        "nav": (None, ["index.md"]),
        "not_in_nav": (None, "/stories/"),
    }
