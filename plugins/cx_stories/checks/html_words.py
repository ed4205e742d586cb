"""What is said of HTML that a page may not have, whoever finds it."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.checks.markup import ELEMENTS, is_of_the_page, unfit_classes
from cx_stories.reading.prose import Attribute

MOST_NAMES = 5
"""How many attributes of one tag are named."""
FROM_A_WORD_PROCESSOR = "This came from a word processor. Paste it as plain text."


def refused(element: str, *, closing: bool = False) -> str:
    """Say that an element cannot stand in a page, and what to do instead."""
    if element == "!--":
        return (
            "A remark between `<!--` and `-->` is sent to every reader. Take it out; "
            "in the front matter, a line that begins with `#` is a remark of your own."
        )
    if element in ("!", "?"):
        return f"What begins with `<{element}` cannot stand in a page. Take it out. {_SIGN}"
    if element.startswith(_OF_WORD):
        return FROM_A_WORD_PROCESSOR
    said = f"`<{'/' * closing}{element}>` cannot stand in a page. {_CURES.get(element, _WORDS_ALONE)}"
    return said if element in _HTML else f"{said} {_SIGN}"


def dropped(name: str, value: str, element: str = "") -> str:
    """Say that an attribute cannot stand in a page; without an element it was typed in curly brackets."""
    if name.startswith("on"):
        return f"`{name}=` would run a program in the reader's browser. Take it out."
    if name == "style":
        return "`style=` changes how a page looks, which is for the site to decide. Take it out."
    if name == "class" and (unfit := unfit_classes(value)):
        return _of_classes(unfit)
    if element:
        return f"`{name}` cannot stand in `<{element}>`, or not with this value. Take it out."
    return f"`{name}` in curly brackets would change what stands before it, and cannot. Take it out."


def dropped_together(element: str, attributes: Sequence[Attribute]) -> str:
    """Say in one sentence that attributes of one tag cannot stand in a page."""
    first = attributes[0]
    if any(one.name == "class" and one.value.startswith("Mso") for one in attributes):
        return FROM_A_WORD_PROCESSOR
    names = [f"`{name}`" for name in dict.fromkeys(one.name for one in attributes)]
    if len(names) == 1:
        return dropped(first.name, first.value, element)
    if len(names) > MOST_NAMES:
        names[MOST_NAMES - 1 :] = [f"{len(names) - MOST_NAMES + 1} more"]
    return f"{', '.join(names[:-1])} and {names[-1]} cannot stand in `<{element}>`. Take them out."


def no_box(kind: str) -> str:
    """Say that there is no box of a kind."""
    fit = "note, tip, info, warning, danger, example or quote"
    return f"There is no box of the kind `{kind}`. Write {fit} instead."


def _of_classes(unfit: Sequence[str]) -> str:
    names = ", ".join(f"`{one}`" for one in unfit)
    for name, made in _OF_MATERIAL.items():
        if name in unfit:
            return f"This site makes no {made}, as Material for MkDocs does. Take {names} out."
    one = len(unfit) == 1
    if all(map(is_of_the_page, unfit)):
        return f"{names} {'belongs' if one else 'belong'} to the page around the text. Take it out."
    if one:
        return f"{names} is no class that a text may have. Take it out."
    return f"{names} are no classes that a text may have. Take them out."


_OF_MATERIAL = {"annotate": "annotations", "grid": "grids"}
_OF_WORD = ("o:", "w:", "v:", "m:", "st1:")
_WORDS_ALONE = "Keep the words and take out what is around them."
_SIGN = "If readers are to see the `<` itself, write `&lt;`."
_CURES = {
    **dict.fromkeys(
        ("applet", "base", "embed", "frame", "link", "meta", "noscript", "object", "script", "style"),
        "Take it out, with all that belongs to it.",
    ),
    **dict.fromkeys(("audio", "iframe", "picture", "source", "track", "video"), "Link to it instead."),
    "strike": "Write `<del>` instead.",
    "tt": "Put the words between backticks instead.",
}
_OTHERS = """
    acronym address area article aside basefont bgsound big blink body button canvas center data datalist
    dialog dir fieldset font footer form frameset head header hgroup html image legend main map marquee math
    menu meter nav nobr noembed noframes optgroup option output param plaintext progress search section select
    slot svg template textarea title xml xmp
"""
_HTML = {*ELEMENTS, *_CURES, *_OTHERS.split()}
"""Elements that nobody types who means the sign `<` itself."""
