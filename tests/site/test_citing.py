"""What a built page says of how to cite it, and of its past."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tests.site.made_site import BODY_IN, TWO_LANGUAGES, Stage

AT = "https://stories.example/cases/"
PLACED = TWO_LANGUAGES.format("en, nl") + f"site_url: {AT}\n"


def commit(stage: Stage, day: str) -> None:
    """Commit the whole site on a day."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_COMMITTER_DATE": day}
    person = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
    for command in (("init", "--quiet"), ("add", "content"), ("commit", "--quiet", "--message=Change")):
        subprocess.run(
            ["git", *person, *command], cwd=stage.folder, check=True, env={**os.environ, **settings}
        )


@pytest.mark.parametrize("flat", [False, True])
def test_address_is_the_canonical_one(stage: Stage, flat: bool) -> None:
    """What a reader copies is what search engines know, in either language and in either form."""
    stage.configure(PLACED + ("use_directory_urls: false\n" if flat else ""))
    stage.story("lamp")
    stage.translation("lamp")
    site = stage.published("cases/")

    for folder in ("", "nl/"):
        page = site[f"{folder}stories/lamp.html" if flat else f"{folder}stories/lamp/"]
        canonical = page.all("link", rel="canonical")[0].attributes["href"]
        item = json.loads(page.texts("pre", id="cx:csl-json")[0])[0]
        assert canonical in page.texts("p", id="cx:reference")[0]
        assert item["URL"] == canonical
        assert f"url = {{{canonical}}}" in page.texts("pre", id="cx:bibtex")[0]


def test_values_are_cited_as_they_were_typed(stage: Stage) -> None:
    """Signs that mean something to HTML, JSON or TeX arrive as they are."""
    odd = 'AT&T </script> "x" <y> {z} 50 % 😀'
    stage.story("lamp", title=f"'{odd}'")
    page = stage.published()["stories/lamp/"]

    assert json.loads(page.texts("pre", id="cx:csl-json")[0])[0]["title"] == odd
    assert odd in page.texts("p", id="cx:reference")[0]
    assert (
        'title = {{AT\\&T </script> "x" <y> \\textbraceleft{}z\\textbraceright{} 50 \\% 😀}},'
        in page.texts("pre", id="cx:bibtex")[0]
    )


def test_days_on_which_a_story_changed_are_told(stage: Stage) -> None:
    """What nobody has committed is not told."""
    stage.story("lamp")
    commit(stage, "2024-03-02T12:00:00+01:00")
    stage.story("lamp", title="Another title")
    stage.story("cap", summary="A cap is found.", body=BODY_IN["nl"])
    commit(stage, "2024-05-01T12:00:00+01:00")
    stage.story("new", summary="A third one.", body="Forty words. " * 20)
    site, paths = stage.published(), ("stories/lamp", "stories/cap", "stories/new")

    told = [site[f"{path}/"].all("section", aria_labelledby="cx:share")[0].text for path in paths]
    assert [words.partition("Copy as CSL-JSON")[2].strip() for words in told] == [
        "2 versions, the last of 1 May 2024 1 May 2024 2 March 2024",
        "In this form since 1 May 2024.",
        "",
    ]


def test_site_may_keep_its_past_to_itself(stage: Stage) -> None:
    """One line in mkdocs.yml."""
    stage.configure(PLACED.replace("languages: [en, nl]", "languages: [en, nl]\n      history: false"))
    stage.story("lamp")
    commit(stage, "2024-03-02T12:00:00+01:00")

    assert stage.published("cases/")["stories/lamp/"].texts("p", class_="versions") == []
