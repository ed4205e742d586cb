"""A file that the owner of a site has written under a name that the site gives to one of its own."""

from __future__ import annotations

import pytest

from tests.site.made_site import Outcome, Stage

CONFIG = (
    "site_name: Small stage\nsite_url: https://stories.example/\ndocs_dir: content\nextra_templates:\n"
    "  - robots.txt\n  - {}\nplugins:\n  - cx-stories:\n      languages: [en, nl]\n      images: false\n"
)


@pytest.mark.parametrize(
    ("path", "cure"),
    [
        ("llms.txt", "set `texts: false` below `cx-stories:`"),
        ("nl/llms.txt", "set `texts: false` below `cx-stories:`"),
        ("feed.xml", "set `feeds: false` below `cx-stories:`"),
        ("_headers", "give yours another name"),
    ],
)
def test_a_file_of_the_owner_is_never_replaced_in_silence(stage: Stage, path: str, cure: str) -> None:
    """The build stops, and names the line and both ways out."""
    stage.configure(CONFIG.format(path))
    stage.write("robots.txt", "User-agent: *\n")
    stage.write(path, "Mine.\n")
    stage.story("lamp")

    outcome = stage.build()

    said = (
        "mkdocs.yml:6:5  CX905 invalid-configuration  error\n"
        f"  The site itself makes {path}, which would replace yours: {cure}, or remove this line."
    )
    assert (outcome, stage.site.exists()) == (
        Outcome(1, (said,), "Aborted with a BuildError!", stage.site),
        False,
    )


def test_a_file_of_the_owner_is_published_where_the_site_makes_none(stage: Stage) -> None:
    """Word for word, at the address that programs ask for."""
    stage.configure(CONFIG.format("llms.txt").replace("[en, nl]", "[en]") + "      texts: false\n")
    stage.write("robots.txt", "User-agent: *\n")
    stage.write("llms.txt", "Mine.\n")
    stage.story("lamp")

    stage.published()

    assert (stage.site / "llms.txt").read_text() == "Mine."
