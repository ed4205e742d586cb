"""The way to comment on a story, below it: a link to write, or a button that fetches the comments.

Nothing of another site is on the page before the button is pressed. What fetches it then is our own script.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from cx_stories.pipeline.comment_options import Comments
from cx_stories.views.edition import Edition
from cx_stories.views.page import STORY, Page

GISCUS = "https://giscus.app"
SCRIPT = "comments.js"
TEMPLATE = "comments.html"
_SPOKEN = frozenset(
    {"ar", "de", "en", "es", "fr", "gsw", "id", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "tr", "vi"}
    | {"zh-CN", "zh-TW"}
)
"""Languages of giscus.  Source: https://github.com/giscus/giscus/blob/main/i18n.json"""


def may_comment(page: Page, comments: Comments | None) -> bool:
    """Whether there is a way to comment on a page: on a story that readers see."""
    return comments is not None and page.group == STORY and not page.moved


def scripts_for(page: Page, comments: Comments | None) -> tuple[str, ...]:
    """Give the scripts that the way to comment on a page needs."""
    return (SCRIPT,) if comments and comments.giscus and may_comment(page, comments) else ()


def sources_of(comments: Comments | None) -> Mapping[str, str]:
    """Give what the pages of a site may load so that readers can comment, by directive of the policy."""
    return {"frame-src": GISCUS} if comments and comments.giscus else {}


def values_of(page: Page, comments: Comments, edition: Edition) -> Mapping[str, object]:
    """Give the values that `templates/comments.html` prints."""
    if comments.giscus is None:
        return {"mail": _letter(page, comments.mail, edition), "giscus": None}
    giscus = comments.giscus
    asked = {
        "repo": giscus.repo,
        "repoId": giscus.repo_id,
        "category": giscus.category,
        "categoryId": giscus.category_id,
        "term": page.path,
        "description": page.summary,
        "strict": "1",
        "reactionsEnabled": "1",
        "emitMetadata": "0",
        "inputPosition": "bottom",
    }
    language = edition.language if edition.language in _SPOKEN else "en"
    address = f"{GISCUS}/{language}/widget?" + "&".join(
        f"{name}={quote(said, safe='')}" for name, said in asked.items()
    )
    return {"mail": "", "giscus": address, "discussions": f"https://github.com/{giscus.repo}/discussions"}


def _letter(page: Page, mail: str, edition: Edition) -> str:
    """Give the address of a letter about a story, which names it and says where it is if anybody has said."""
    subject = edition.words.gettext("About “%(title)s”") % {"title": page.title}
    body = f"{page.title}\r\n{edition.permalink(page.path)}\r\n\r\n" if edition.whereabouts.url else ""
    said = {"subject": " ".join(subject.split()), "body": body}
    asked = "&".join(f"{name}={quote(text, safe='')}" for name, text in said.items() if text)
    return f"mailto:{quote(mail, safe='@+')}?{asked}"
