"""What a site may set below `comments:`: a letter or giscus, and each slip is named with its cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.comment_options import Comments, Giscus
from cx_stories.pipeline.options import options_of

GISCUS = {"repo": "acme/stories", "repo_id": "R_kgD=", "category": "Q&A", "category_id": "DIC_kw"}
EITHER = "`comments:` has one of two things below it: `mail:` with an address, or `giscus:`."
FOUR = (
    "`giscus:` has `repo:`, `repo_id:`, `category:`, `category_id:` below it, "
    "as https://giscus.app gives them."
)
ADDRESS = "`mail:` is one e-mail address, such as `mail: stories@example.com`."


def read(value: Any) -> Comments | None:
    """Read the option; the place of a fault is the number of steps that lead to it."""
    return options_of({"comments": value}, lambda steps: (Path("mkdocs.yml"), len(steps), 1)).comments


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (False, None),
        ({"mail": " stories@example.com "}, Comments("stories@example.com")),
        ({"mail": "a+b@xn--caf-dma.example", "giscus": None}, Comments("a+b@xn--caf-dma.example")),
        ({"giscus": GISCUS}, Comments(giscus=Giscus("acme/stories", "R_kgD=", "Q&A", "DIC_kw"))),
    ],
)
def test_readers_may_comment_in_one_of_two_ways_or_not(value: Any, expected: Comments | None) -> None:
    """By default nobody may."""
    assert read(value) == expected


@pytest.mark.parametrize(
    ("value", "steps", "words"),
    [
        (True, 1, EITHER),
        ("stories@example.com", 1, EITHER),
        ({}, 1, EITHER),
        ({"mail": "a@b.example", "giscus": GISCUS}, 1, EITHER),
        ({"male": "a@b.example"}, 2, '`male:` is not an option of `comments:`. Did you mean "mail"?'),
        ({"mail": 3}, 2, ADDRESS),
        ({"mail": "a@b"}, 2, ADDRESS),
        ({"mail": "a@b.example?bcc=c@d.example"}, 2, ADDRESS),
        ({"mail": "a@b.example, c@d.example"}, 2, ADDRESS),
        ({"giscus": True}, 2, FOUR),
        ({"giscus": {**GISCUS, "theme": "dark"}}, 3, f"`theme:` is not an option of `giscus:`. {FOUR}"),
        (
            {"giscus": {**GISCUS, "repo_id": ""}},
            2,
            "`giscus:` lacks `repo_id:`. It is on https://giscus.app, as `data-repo-id`.",
        ),
        ({"giscus": {**GISCUS, "repo": "stories"}}, 3, "`repo:` looks like `repo: acme/stories`."),
        ({"giscus": {**GISCUS, "category_id": 3}}, 3, "`category_id:` looks like `category_id: DIC_kwDOH`."),
        ({"giscus": {**GISCUS, "category": 3}}, 3, "Put the name of the category in double quotes."),
    ],
)
def test_a_slip_is_named_with_its_place_and_its_cure(value: Any, steps: int, words: str) -> None:
    """A site owner is one line away from what to change."""
    with pytest.raises(ConfigurationError) as caught:
        read(value)

    assert (caught.value.code, caught.value.line, str(caught.value)) == ("CX905", steps, words)
