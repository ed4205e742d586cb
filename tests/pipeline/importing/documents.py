# ruff: noqa: E501
"""Word documents for tests, put together by hand so that they can be as odd as they must be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Citaat": "Quote"}
"""The ids of styles, of which some are in the language of the writer's Word, and their names."""


def run(text: str, mark: str = "") -> str:
    """Give words; `mark` is b for bold, i for italic."""
    marks = f"<w:rPr><w:{mark}/></w:rPr>" if mark else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """Give a paragraph of runs, or of words."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(one if one.startswith("<w:") else run(one) for one in runs)
    return f"<w:p>{kind}{inner}</w:p>"


def linked(text: str) -> str:
    """Give words that lead to the address of the document."""
    return f'<w:hyperlink r:id="rId9">{run(text)}</w:hyperlink>'


def document(
    *paragraphs: str, more: Mapping[str, bytes | str] | None = None, address: str = "", title: str = ""
) -> bytes:
    """Give a Word document.

    more:     other parts, or parts instead of those that belong in it
    address:  where `linked` leads
    title:    the one in its properties
    """
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in _STYLES.items()
    )
    link = f'<Relationship Id="rId9" Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>{link if address else ""}</Relationships>',
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>",
        **(more or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
