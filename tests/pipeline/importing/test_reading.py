"""Files from elsewhere: whatever program wrote them, their text comes out as this site reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.pipeline.importing.columns import body_of
from cx_stories.pipeline.importing.pieces import Old, Remark, UnfitError
from cx_stories.pipeline.importing.readers import from_html, from_markdown, from_text, read
from tests.pipeline.importing.documents import document, linked, paragraph, run

PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
    '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
DECLARING = (
    '<!DOCTYPE a [<!ENTITY a "aaaa">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
)
"""A document that could grow without end while it is read."""


def _read(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return body_of(read(folder / name, name).blocks)


def test_word_document_keeps_what_its_writer_marked(tmp_path: Path) -> None:
    """Headings, emphasis, links and quotations stay; styles count by their name, whatever Word's language."""
    made = document(
        paragraph("The lamp", style="Title"),
        paragraph("She said it ", run("twice", "i"), " and ", run("loudly", "b"), "."),
        paragraph("Come in.", style="Citaat"),
        paragraph(linked("Their shop"), " is on the corner."),
        address="https://example.org/a(b)",
    )

    assert _read(tmp_path, "lamp.docx", made) == (
        "## The lamp\n\n"
        "She said it *twice* and **loudly**.\n\n"
        "> Come in.\n\n"
        "[Their shop](https://example.org/a%28b%29) is on the corner."
    )


def test_word_document_says_its_title_and_what_was_left_out(tmp_path: Path) -> None:
    """Pictures and comments are somebody's: they are not taken without a word."""
    notes = f"<w:comments {'xmlns:w=' + chr(34)}w{chr(34)}><w:comment /></w:comments>"
    made = document(paragraph("A lamp.", PICTURE), more={"word/comments.xml": notes}, title="The lamp")
    (tmp_path / "lamp.docx").write_bytes(made)
    found = read(tmp_path / "lamp.docx", "lamp.docx")

    assert (found.credits, [one.said for one in found.remarks]) == (
        [Old("title", "The lamp")],
        [
            "A picture was left out: nobody knows here whose they are. "
            "Save those you may use beside the story.",
            "The comments in the margin were left out.",
        ],
    )


@pytest.mark.parametrize(
    "content",
    [
        b"no document",
        b"PK\x03\x04 and then nothing",
        document(more={"word/document.xml": "<w:document>"}),
        document(more={"word/document.xml": DECLARING}),
        document(more={"word/document.xml": DECLARING.encode("utf-16-le")}),
        document(
            more={"word/styles.xml": "<!doctype a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"}
        ),
        document(more={"_rels/.rels": "<Relationships/>", "word/document.xml": ""}),
        document(more={"word/document.xml": "<a>" * 5_000 + "</a>" * 5_000}),
    ],
    ids=[
        "rubbish",
        "cut off",
        "not closed",
        "entities",
        "entities in UTF-16",
        "a file outside",
        "empty",
        "deep",
    ],
)
def test_broken_or_hostile_document_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    """Nobody gets a traceback for a file that somebody sent them."""
    with pytest.raises(UnfitError) as told:
        _read(tmp_path, "lamp.docx", content)

    assert str(told.value) == (
        "lamp.docx is not a Word document that can be read. "
        "Open it in Word, save it as .docx, and import that."
    )


@pytest.mark.parametrize(
    "parts",
    [{"word/document.xml": b" " * 10_000_001}, {f"word/{number}.xml": b"" for number in range(2_001)}],
    ids=["one part", "many parts"],
)
def test_document_that_unpacks_without_end_is_not_opened(tmp_path: Path, parts: dict[str, bytes]) -> None:
    """A few kilobytes cannot fill the memory of a machine."""
    with pytest.raises(UnfitError, match="unpacks to more than any story needs"):
        _read(tmp_path, "bomb.docx", document(more=parts))


def test_page_of_the_web_gives_its_text_alone() -> None:
    """Menus, programs and forms stay where they were; lists and tables come along."""
    page = (
        "<html lang=nl><head><title>T | Site</title><meta property='og:title' content='De lamp'>"
        "<meta name=author content='Ada de Wit'></head><body><nav>Menu</nav><div>Aside</div><article>"
        "<hr><h1>De lamp</h1><p>One<br>two <b>bold</b><script>alert(1)</script></p>"
        "<ol><li>a<ul><li>b</li></ul></li>"
        "<li>c</li></ol><table><tr><th>x</th><th>y|z</th></tr><tr><td>1</td><td>2</td></tr></table><hr>"
        "<p><a href='javascript:alert(1)'>no</a> <a href='/x'>nor</a><img src=a.png></p></article>"
        "<form><input></form></body></html>"
    )
    found = from_html(page, "page.html")

    assert (body_of(found.blocks), found.credits, found.remarks) == (
        "## De lamp\n\nOne  \ntwo **bold**\n\n1. a\n    - b\n2. c\n\n"
        "| x | y\\|z |\n| --- | --- |\n| 1 | 2 |\n\n* * *\n\nno nor",
        [
            Old("title", "De lamp"),
            Old("author", "Ada de Wit"),
            Old("title", "T | Site"),
            Old("language", "nl"),
        ],
        (
            Remark("page.html", 1, "A program. It was left out."),
            Remark("page.html", 1, "A picture. It was left out."),
            Remark("page.html", 1, "A form. It was left out."),
            Remark("page.html", 1, "2 times: a link that leads nowhere from here. Only the words were kept."),
        ),
    )


def test_markdown_of_another_program_is_written_as_ours() -> None:
    """Obsidian's links between notes become words, and lists go as deep as they went there."""
    text = (
        "---\ntags: [web]\n---\n* a\n  * b\n\nSee [[Note|the note]], `code` and ~~no~~.\n\n![[photo.png]]\n"
    )
    found = from_markdown(text, "note.md")

    assert (body_of(found.blocks), found.olds, found.remarks) == (
        "- a\n    - b\n\nSee the note, code and no.",
        [Old("tags", "web", 2)],
        [Remark("note.md", 9, "A picture or a file in double brackets. It was left out.")],
    )


@pytest.mark.parametrize(
    ("block", "olds"),
    [
        ("+++\ntitle = 'A'\ntags = ['x', 'y']\n+++\n", [Old("title", "A"), Old("tags", "x\ny")]),
        ("---\ntitle: &a x\n---\n", [Old("title", "&a x", 2)]),
        ("+++\ntitle = \n+++\n", [Old("", "title =", 2)]),
        ("---\n---\n", []),
    ],
    ids=["TOML", "YAML of an odd kind", "broken TOML", "nothing"],
)
def test_front_matter_of_other_systems_is_read_or_kept(block: str, olds: list[Old]) -> None:
    """No line is lost, whatever it was written for."""
    assert list(from_markdown(f"{block}Words.", "a.md").olds) == olds


def test_plain_text_has_the_paragraphs_that_its_writer_saw() -> None:
    """Lines that were cut to fit a page run on; short ones that end a sentence do not; lists stay lists."""
    text = (
        "It was raining, and the shop on the corner was the only one\n"
        "that had its lights on.\n"
        "I went in.\n\n"
        "- a lamp\n- a chair\n\n"
        "Positief: De lamp\nHij bleef branden, zie https://example.org/lamp."
    )

    assert body_of(from_text(text, "a.txt").blocks) == (
        "It was raining, and the shop on the corner was the only one that had its lights on.\n\n"
        "I went in.\n\n"
        "- a lamp\n- a chair\n\n"
        "Positief: De lamp\n\n"
        "Hij bleef branden, zie [https://example.org/lamp](https://example.org/lamp)."
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Één café".encode("utf-8-sig"), "Één café"),
        ("Één “café” – €5".encode("cp1252"), "Één “café” – €5"),
        ("Één café".encode("utf-16"), "Één café"),
    ],
    ids=["UTF-8 with a mark", "Windows-1252", "UTF-16"],
)
def test_text_is_read_in_the_encoding_it_was_saved_in(tmp_path: Path, raw: bytes, shown: str) -> None:
    """Accents and quotation marks from Windows stay what they are."""
    assert _read(tmp_path, "a.txt", raw) == shown


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.txt", bytes(range(256)) * 40, "a.txt is no text."),
        ("a.txt", b"x" * 1_000_001, "a.txt is larger than 1 MB"),
        ("a.md", b"[" * 6_000, "a.md is too long, or too full of signs, to be a story."),
        ("a.md", b"---\na: " + b"x" * 70_000 + b": y\n---\n", "a.md is too long"),
    ],
    ids=["rubbish", "large", "crowded", "front matter without end"],
)
def test_what_cannot_be_a_story_is_told_in_one_sentence(
    tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    """A wrong file is named, and no machine is busy with it for long."""
    with pytest.raises(UnfitError, match=f"^{told}"):
        _read(tmp_path, name, raw)
