"""CX013: a file that a site does not take: a link, a program, a picture that is none."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.checks.picture import PICTURE
from cx_stories.model.diagnostic import Severity
from cx_stories.reading.admitting import DOWNLOADS
from cx_stories.reading.pictures import FORMATS

_WORDS = {
    "link": "This is a link to another file. Put the file itself here.",
    "ending": "The name of a story or page ends in .md, in small letters. Rename this file.",
    "locked": "This file cannot be opened. Give yourself the right to read it.",
    "special": "This is not a file but a device or a pipe. Remove it.",
    "hidden": "Nothing hidden is published. Take what lets this in out of `exclude_docs:` in mkdocs.yml.",
    "broken": "This {} picture is broken: a part of it is missing or spoiled. Save or send it once more.",
    "megabytes": "This picture takes {} MB; 10 MB is the most. Save it smaller.",
    "megapixels": "This picture has {} megapixels; 50 is the most. Save it smaller.",
    "no-picture": "This file ends in {} and is no picture that browsers show. Save it anew as .jpg or .png.",
    "reserved": "The folder {}/ is for files of the site itself. Move this one, for instance to assets/.",
    "taken": "The site itself has a file {}. Give this one another name.",
    "twin": "On many computers this would be the same file as {}. Rename one of the two; capitals do not "
    "tell them apart.",
}
_WORD_PROCESSORS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages"})
_PLAIN = frozenset({".txt", ".text"})
_UNSEEN = frozenset({".bmp", ".heic", ".heif", ".psd", ".tif", ".tiff"})
"""Pictures as telephones, scanners and drawing programs save them."""
_OLD_OFFICE = {".doc": ".docx", ".xls": ".xlsx", ".ppt": ".pptx"}
_DRAWN = frozenset({".svg", ".svgz"})


def _say(detail: str) -> str:
    kind, _, value = detail.partition(" ")
    if kind == "other-format":
        return _renamed(*value.split())
    if kind in _WORDS:
        return _WORDS[kind].format(value)
    if kind == "steering":
        return _steering(value)
    return _foreign(value) if kind == "foreign" else _unlisted(value)


def _steering(name: str) -> str:
    """Say what a file at the top needs; the site makes one of them itself."""
    said = (
        f"{name} tells other programs what they may do with the site, so mkdocs.yml has to name it under "
        "`extra_templates:`"
    )
    ours = ", with `texts: false` below `cx-stories:`: the site makes one of its own. Or remove this file."
    return said + (ours if name == "llms.txt" else ".")


def _renamed(ending: str, name: str) -> str:
    article = "an" if name == "AVIF" else "a"
    right = next(one for one, other in FORMATS.items() if other == name)
    return f"This file ends in {ending} and is {article} {name} picture. Rename it to {right}."


def _foreign(kind: str) -> str:
    """Say what to do with a file among the stories."""
    if kind in _WORD_PROCESSORS:
        return f"A {kind} file cannot be read. Copy its text into a plain text file that ends in .md."
    if kind in _PLAIN:
        return "The name of a story ends in .md, and that of this file does not. Rename it."
    if kind in _UNSEEN | _DRAWN:
        return _redrawn(kind)
    if kind not in DOWNLOADS:
        return (
            f"A {kind} file has no place among the stories. Remove it; a story ends in .md, and a picture in "
            ".jpg or .png."
        )
    return (
        f"A {kind} file has no place among the stories. Remove it, or move it to the folder assets/; "
        "a story ends in .md, and a picture in .jpg or .png."
    )


def _unlisted(kind: str) -> str:
    """Say what to do with a file anywhere else."""
    if kind in _UNSEEN | _DRAWN:
        return _redrawn(kind)
    if kind in _OLD_OFFICE:
        return f"A {kind} file may hold programs. Save it as {_OLD_OFFICE[kind]} or .pdf."
    return (
        f"A {kind} file is published only if mkdocs.yml names it: under `extra_css:`, `extra_javascript:` or "
        "`extra_templates:`. Remove it, or have it named there."
    )


def _redrawn(kind: str) -> str:
    if kind in _DRAWN:
        return (
            f"A {kind} picture may hold programs. Save it as .png, or have mkdocs.yml name it as the logo of "
            "the site."
        )
    return f"Browsers do not show {kind} pictures. Save this one as .jpg or .png."


UNSAFE_FILE = Check(
    code="CX013",
    name="unsafe-file",
    severity=Severity.ERROR,
    summary="A site takes Markdown, unbroken pictures and documents; among the stories only the first two.",
    why="What nobody looks at may be a program, a file from elsewhere, or a picture that halts a browser.",
    good={"stories/refund.md": "title: Refund in one call\n", "stories/refund.png": PICTURE},
    bad={"stories/refund.md": "title: Refund in one call\n", "stories/notes.docx": b""},
    find=obstacle("unsafe-file", _say),
)
