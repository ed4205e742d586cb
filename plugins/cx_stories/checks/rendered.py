"""The last look: what only the HTML of a text shows, behind the rules about what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cx_stories.checks.base import Fault, Rule
from cx_stories.checks.html_words import dropped, no_box, refused
from cx_stories.checks.reached import targets_in
from cx_stories.checks.rules import raw_html, remote_image, reserved_id, unsafe_link
from cx_stories.checks.rules.too_large import TOO_LARGE
from cx_stories.model.document import Document, Span
from cx_stories.reading.masking import without_code
from cx_stories.reading.prose import Attribute, Places

MOST = 20
"""How many different things are named that went; whoever mends these hears of the others."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Something in the HTML of a text that no page may have, and that was taken out of it.

    element:    its name; `!--` for a remark
    attribute:  the name of the attribute that went; nothing if the whole element did
    value:      what the attribute held
    """

    element: str
    attribute: str = ""
    value: str = ""

    @property
    def told(self) -> str:
        """Name it, as in a sentence."""
        if not self.attribute:
            return f"`<{self.element}>`"
        if self.attribute == "class":
            return f"the class `{self.value}`"
        return f"`{self.attribute}` of `<{self.element}>`"


class Unmade(StrEnum):
    """Why no HTML could be made of a text."""

    SLOW = "slow"
    TANGLED = "tangled"
    SWOLLEN = "swollen"
    REFUSED = "refused"


def faults_in_rendered(document: Document, result: Unmade | Sequence[Lost]) -> Iterator[tuple[Rule, Fault]]:
    """Say what came out of the text of a file: that it could not be made, or what was taken out of it."""
    if isinstance(result, Unmade):
        yield TOO_LARGE, Fault(Span(document.body_line, 1, document.body_line, 2), _UNMADE[result])
        return
    texts = (without_code(document.body)[0], document.body)
    places = Places.of(document.body, document.body_line)
    unseen: list[Lost] = []
    for lost in list(dict.fromkeys(result))[:MOST]:
        if found := _found(lost, texts):
            yield _judged(lost, places.at(*found.span()), found)
        else:
            unseen.append(lost)
    for lost in unseen[:1]:
        yield raw_html.RAW_HTML, Fault(Span(places.first_line, 1, places.first_line, 2), _made(lost))


def _made(lost: Lost) -> str:
    """Say that nobody has typed this."""
    made = f"puts {lost.told} into" if lost.attribute else f"makes {lost.told} of something in"
    return (
        f"An extension of Markdown that this site uses {made} this text, which no page may have. "
        "Ask who looks after the site."
    )


def _judged(lost: Lost, at: Span, found: re.Match[str]) -> tuple[Rule, Fault]:
    """Give the rule that speaks of such things, with its words."""
    if not lost.attribute:
        return raw_html.RAW_HTML, Fault(at, refused(lost.element))
    if lost.attribute == "class" and _BOX.search(found.string[: found.start()]):
        return raw_html.RAW_HTML, Fault(at, no_box(lost.value))
    if lost.attribute == "id":
        return reserved_id.RESERVED_ID, Fault(at, reserved_id.say(lost.value))
    for target in targets_in(lost.element, Attribute(lost.attribute, lost.value, at)):
        if target.remote:
            return remote_image.REMOTE_IMAGE, Fault(at, remote_image.say(target))
        if target.unsafe:
            return unsafe_link.UNSAFE_LINK, Fault(at, unsafe_link.say(target))
    return raw_html.RAW_HTML, Fault(at, dropped(lost.attribute, lost.value, lost.element))


def _found(lost: Lost, texts: Sequence[str]) -> re.Match[str] | None:
    """Find where something was most likely typed, in the first text if it can be.

    texts:  the text without its code, and with it
    """
    for text in texts:
        for pattern in _typed(lost):
            if found := re.search(pattern, text, re.IGNORECASE):
                return found
    return None


def _typed(lost: Lost) -> Iterator[str]:
    """Give how something may have been typed, the surest first."""
    if not lost.attribute:
        yield rf"<{re.escape(lost.element)}(?![\w-])"
        return
    if lost.value:
        yield rf"(?<![\w-]){re.escape(lost.value)}(?![\w-])"
    yield rf"(?<![\w-]){re.escape(lost.attribute)}(?=\s*=)"


_BOX = re.compile(r"^[ \t>]*+(?:!!!|\?\?\?\+?)[ \t]*+[\w -]*+\Z", re.MULTILINE)
_UNMADE = {
    Unmade.SLOW: "This text takes longer than 3 seconds to be laid out. Remove what was pasted by accident, "
    "such as long rows of brackets, stars or quotation marks.",
    Unmade.TANGLED: "This text stands too deep within itself to be laid out. Remove quotations within "
    "quotations, or lists within lists.",
    Unmade.SWOLLEN: "This text becomes a page of more than 10 MB. Remove what was pasted by accident, such "
    "as an abbreviation or a link that stands for a very long text.",
    Unmade.REFUSED: "Markdown, or an extension of it that this site uses, cannot read this text. Look for an "
    "address with brackets in it; if there is none, ask who looks after the site.",
}
