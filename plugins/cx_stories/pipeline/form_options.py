"""What a site may say below `form:`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.option_faults import Fault, names_of, refuse_unknown, switch_of

BACKENDS = ("github", "gitlab", "gitea")
"""Where the form can keep stories by itself; Forgejo is a `gitea`."""
_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+", re.ASCII)
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w./~-]*)?", re.ASCII)
_BRANCH = re.compile(r"[\w./-]+", re.ASCII)
_WORD = re.compile(r"[\w./-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Form:
    """The form for writers in the browser.

    backend:        where it keeps what is written: one of `BACKENDS`; nothing for a folder of the writer's
    repository:     the stories there, such as `acme/stories`
    branch:         the branch it writes to; nothing for the one that the host has as its default
    base_url:       who lets a writer sign in
    api_root:       the programs' address of a host of one's own
    auth_endpoint:  the path at which a writer signs in
    app_id:         what the form is called there
    publish:        whether it is in the published site too, and not in a preview only
    """

    backend: str = ""
    repository: str = ""
    branch: str = ""
    base_url: str = ""
    api_root: str = ""
    auth_endpoint: str = ""
    app_id: str = ""
    publish: bool = False


def form_of(value: Any, fault: Fault) -> Form | None:
    """Check what a site has set; nothing and `false` are no form.

    Raises:  ConfigurationError, with the place and what to change.
    """
    if isinstance(value, str) and value.casefold() in ("true", "false"):
        value = value.casefold() == "true"
    if value in (None, False):
        return None
    if value is True:
        return Form()
    if not isinstance(value, Mapping):
        raise fault(("form",), "`form:` is `true` or `false`, or has `backend:` and `repository:` below it.")
    return _Reader(value, fault).read()


class _Reader:
    """Reads what stands below `form:`."""

    def __init__(self, block: Mapping[Any, Any], fault: Fault) -> None:
        self._block = {str(name): value for name, value in block.items() if value not in (None, "")}
        self._fault = fault

    def read(self) -> Form:
        refuse_unknown(self._block, names_of(Form), ("form",), self._fault)
        form = Form(
            backend=self._backend(),
            repository=self._text("repository", _REPOSITORY, "acme/stories"),
            branch=self._text("branch", _BRANCH, "main"),
            base_url=self._text("base_url", _ADDRESS, "https://git.example.org").rstrip("/"),
            api_root=self._text("api_root", _ADDRESS, "https://git.example.org/api/v1").rstrip("/"),
            auth_endpoint=self._text("auth_endpoint", _WORD, "login/oauth/authorize"),
            app_id=self._text("app_id", _WORD, "f2c8a1"),
            publish=switch_of(self._block.get("publish", False), ("form", "publish"), self._fault),
        )
        return self._whole(form)

    def _whole(self, form: Form) -> Form:
        """Refuse what is half a setting."""
        if form.backend and not form.repository:
            said = "`form:` needs the repository of the stories, too, such as `repository: acme/stories`."
            raise self._error("backend", said)
        for name in names_of(Form):
            if name != "publish" and getattr(form, name) and not form.backend:
                raise self._error(name, f"`{name}:` needs `backend:` beside it: {', '.join(BACKENDS)}.")
        if form.publish and not form.backend:
            said = "A published form needs `backend:` and `repository:`; a folder opens in a preview only."
            raise self._error("publish", said)
        return form

    def _error(self, name: str, message: str) -> ConfigurationError:
        return self._fault(("form", name), message)

    def _backend(self) -> str:
        value = self._block.get("backend", "")
        if value and value not in BACKENDS:
            raise self._error("backend", f"`backend:` is one of {', '.join(BACKENDS)}.")
        return str(value)

    def _text(self, name: str, pattern: re.Pattern[str], example: str) -> str:
        value = self._block.get(name, "")
        if value and not (isinstance(value, str) and pattern.fullmatch(value)):
            raise self._error(name, f'`{name}:` is written like `{name}: "{example}"`.')
        return str(value)
