"""A Word document as HTML; nothing outside it is asked for, and nothing in it unpacks without end."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree

import mammoth  # type: ignore[import-untyped]

from cx_stories.pipeline.importing.escaping import seen
from cx_stories.pipeline.importing.floods import crowded
from cx_stories.pipeline.importing.pieces import Old, Remark, UnfitError

MAX_PART, MAX_WHOLE, MAX_PARTS = 5_000_000, 200_000_000, 2_000
"""How large the parts of a document may be once they are unpacked, and how many there may be."""
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML = (".xml", ".rels")
_BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
_PROPERTIES = {"title": "title", "creator": "author"}
_NO_WORD = "{} is not a Word document that can be read. Open it in Word, save it as .docx, and import that."
_TOO_LARGE = (
    "{} unpacks to more than any story needs, so it was not opened. Copy the story into a new document."
)


def html_of(raw: bytes, name: str) -> tuple[str, Sequence[Old], Sequence[Remark]]:
    """Give the text of a document, what it says of itself and what was left out.

    Raises:  UnfitError
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            _refuse_bombs(parts, name)
            credits = _credits(parts)
            noted = _noted(parts)
    except UnfitError:
        raise
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnfitError(_NO_WORD.format(name)) from error
    pictures: list[int] = []

    def left_out(image: object) -> list[object]:  # noqa: ARG001 (it is named when it is called)
        pictures.append(1)
        return []

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(raw), convert_image=left_out, style_map=_STYLES, include_embedded_style_map=False
        )
    except Exception as error:  # whatever a broken document does to a program that trusts it
        raise UnfitError(_NO_WORD.format(name)) from error
    return made.value, credits, tuple(_told(name, len(pictures), noted=noted))


def _told(name: str, pictures: int, *, noted: bool) -> Sequence[Remark]:
    said = []
    if pictures:
        many = "A picture was" if pictures == 1 else f"{pictures} pictures were"
        said.append(
            f"{many} left out: nobody knows here whose they are. Save those you may use beside the story."
        )
    if noted:
        said.append("The comments in the margin were left out.")
    return [Remark(name, 0, one) for one in said]


def _refuse_bombs(parts: zipfile.ZipFile, name: str) -> None:
    """Refuse what unpacks without end, before anything is unpacked whole."""
    listed = parts.infolist()
    whole = sum(part.file_size for part in listed)
    if len(listed) > MAX_PARTS or whole > MAX_WHOLE:
        raise UnfitError(_TOO_LARGE.format(name))
    for part in listed:
        if not _is_xml(parts, part):
            continue
        if part.file_size > MAX_PART:
            raise UnfitError(_TOO_LARGE.format(name))
        with parts.open(part) as stream:
            content = stream.read(MAX_PART + 1)
        if len(content) > MAX_PART or _DECLARED.search(content) or b"\0" in content:
            raise UnfitError(_NO_WORD.format(name))
        if crowded(content):
            raise UnfitError(_TOO_LARGE.format(name))


def _is_xml(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part would be read as XML: any may be, whatever its name is."""
    if part.filename.lower().endswith(_XML):
        return True
    with parts.open(part) as stream:
        return stream.read(1_000).lstrip(_BLANK).startswith(b"<")


def _credits(parts: zipfile.ZipFile) -> Sequence[Old]:
    """Give the title and the author in the properties of the document."""
    if "docProps/core.xml" not in parts.namelist():
        return ()
    try:
        root = ElementTree.fromstring(parts.read("docProps/core.xml"))  # noqa: S314 (nothing is declared in it)
    except ElementTree.ParseError:
        return ()
    found = ((element.tag.rpartition("}")[2], seen(element.text or "").strip()) for element in root)
    return [Old(_PROPERTIES[tag], text) for tag, text in found if tag in _PROPERTIES and text]


def _noted(parts: zipfile.ZipFile) -> bool:
    name = "word/comments.xml"
    return name in parts.namelist() and b"<w:comment " in parts.read(name)
