"""What a site may say below `comments:`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cx_stories.pipeline.option_faults import Fault, names_of, refuse_unknown

_MAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"?&#%]+@[^\s@<>()\[\]\\,;:\"?&#%]+\.[^\s@<>()\[\]\\,;:\"?&#%.]+")
_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")
_ID = re.compile(r"[A-Za-z0-9_=-]+")
_EITHER = "`comments:` has one of two things below it: `mail:` with an address, or `giscus:`."


@dataclass(frozen=True, slots=True)
class Giscus:
    """Where giscus keeps the comments: in the discussions of a repository on GitHub.

    repo_id, category_id:  as https://giscus.app gives them
    """

    repo: str
    repo_id: str
    category: str
    category_id: str


@dataclass(frozen=True, slots=True)
class Comments:
    """How readers may comment on a story: one of the two.

    mail:  the address to which they write
    """

    mail: str = ""
    giscus: Giscus | None = None


def comments_of(value: Any, fault: Fault) -> Comments | None:
    """Check what a site has set; nothing and `false` are no comments.

    Raises:  ConfigurationError, with the place and what to change.
    """
    if value in (None, False):
        return None
    steps = ("comments",)
    block = _mapping(value, steps, names_of(Comments), _EITHER, fault)
    if len(block) != 1:
        raise fault(steps, _EITHER)
    if "giscus" in block:
        return Comments(giscus=_giscus(block["giscus"], (*steps, "giscus"), fault))
    mail = block["mail"]
    if not isinstance(mail, str) or not _MAIL.fullmatch(mail.strip()):
        raise fault((*steps, "mail"), "`mail:` is one e-mail address, such as `mail: stories@example.com`.")
    return Comments(mail=mail.strip())


def _giscus(value: Any, steps: Sequence[str], fault: Fault) -> Giscus:
    names = names_of(Giscus)
    listed = ", ".join(f"`{name}:`" for name in names)
    words = f"`giscus:` has {listed} below it, as https://giscus.app gives them."
    block = _mapping(value, steps, names, words, fault)
    if missing := [name for name in names if name not in block]:
        raise fault(
            steps,
            f"`giscus:` lacks `{missing[0]}:`. It is on https://giscus.app, as `data-{_typed(missing[0])}`.",
        )
    forms = {
        "repo": (_REPOSITORY, "acme/stories"),
        "repo_id": (_ID, "R_kgDOH"),
        "category_id": (_ID, "DIC_kwDOH"),
    }
    for name, (form, example) in forms.items():
        if not isinstance(block[name], str) or not form.fullmatch(block[name].strip()):
            raise fault((*steps, name), f"`{name}:` looks like `{name}: {example}`.")
    if not isinstance(block["category"], str):
        raise fault((*steps, "category"), "Put the name of the category in double quotes.")
    return Giscus(**{name: block[name].strip() for name in names})


def _typed(name: str) -> str:
    return name.replace("_", "-")


def _mapping(
    value: Any, steps: Sequence[str], known: Sequence[str], words: str, fault: Fault
) -> Mapping[str, Any]:
    """Give the keys that say something.

    Raises:  ConfigurationError if it has no keys, or one that means nothing here
    """
    if not isinstance(value, Mapping):
        raise fault(steps, words)
    refuse_unknown(value, known, steps, fault, words)
    return {name: one for name, one in value.items() if one not in (None, "")}
