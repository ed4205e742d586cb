"""What a site may say about the form: each slip is named with its place and its cure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.form_options import Form, form_of


def fault(steps: Sequence[str | int], message: str) -> ConfigurationError:
    """Tell the place with the words."""
    return ConfigurationError(f"{'.'.join(map(str, steps))}: {message}", Path("mkdocs.yml"))


@pytest.mark.parametrize("value", [None, False, "false"])
def test_site_that_does_not_ask_has_no_form(value: Any) -> None:
    """The form is off by default."""
    assert form_of(value, fault) is None


@pytest.mark.parametrize("value", [True, "true", {}])
def test_form_for_a_folder_needs_no_more_than_a_yes(value: Any) -> None:
    """It is in the preview, and not published."""
    assert form_of(value, fault) == Form()


def test_everything_about_a_repository_can_be_said() -> None:
    """A host of one's own, too; a slash at the end of an address does not matter."""
    block = {
        "backend": "gitea",
        "repository": "acme/stories",
        "branch": "main",
        "base_url": "https://git.example.org/",
        "api_root": "https://git.example.org/api/v1",
        "auth_endpoint": "login/oauth/authorize",
        "app_id": "f2c8a1",
        "publish": "true",
    }

    assert form_of(block, fault) == Form(**{**block, "base_url": "https://git.example.org", "publish": True})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("yes", "form: `form:` is `true` or `false`, or has `backend:` and `repository:` below it."),
        (
            {"repo": "a/b"},
            "form.repo: `repo:` is not an option of `form:`. Choose from: backend, repository, branch, "
            "base_url, api_root, auth_endpoint, app_id, publish.",
        ),
        (
            {"api-root": "https://a.example"},
            'form.api-root: `api-root:` is not an option of `form:`. Did you mean "api_root"?',
        ),
        ({"backend": "svn"}, "form.backend: `backend:` is one of github, gitlab, gitea."),
        (
            {"backend": "github"},
            "form.backend: `form:` needs the repository of the stories, too, such as "
            "`repository: acme/stories`.",
        ),
        (
            {"repository": "a/b"},
            "form.repository: `repository:` needs `backend:` beside it: github, gitlab, gitea.",
        ),
        (
            {"backend": "github", "repository": "https://a.example/b"},
            'form.repository: `repository:` is written like `repository: "acme/stories"`.',
        ),
        (
            {"backend": "gitea", "repository": "a/b", "base_url": "https://a.example; script-src *"},
            'form.base_url: `base_url:` is written like `base_url: "https://git.example.org"`.',
        ),
        (
            {"publish": True},
            "form.publish: A published form needs `backend:` and `repository:`; a folder opens in a "
            "preview only.",
        ),
        ({"publish": "perhaps"}, "form.publish: `publish:` is `true` or `false`."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_cure(value: Any, said: str) -> None:
    """Nothing is guessed about who may write stories, and nothing slips into the policy of the page."""
    with pytest.raises(ConfigurationError) as caught:
        form_of(value, fault)

    assert str(caught.value) == said
