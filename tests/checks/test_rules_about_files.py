"""Rules about the file itself: its name, its neighbours, what kind of thing it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Site
from tests.pictures import AVIF, JPEG, PNG, enlarged

STORY = "---\nstatus: draft\n---\n"
CURE = "Rename it with letters, digits and hyphens."
ONCE = "only a language of this site (en, nl) may stand there, once."


def _unsafe(path: str, reason: str) -> str:
    return f"{path}:1:1 CX011 unsafe-file-name error {reason}"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("stories/con.md", 'The name "con.md" is reserved on Windows. Give it another one.'),
        ("stories/Aux.nl.md", 'The name "Aux.nl.md" is reserved on Windows. Give it another one.'),
        ("people/nul.md", 'The name "nul.md" is reserved on Windows. Give it another one.'),
        ("lpt1/about.md", 'The name "lpt1" is reserved on Windows. Give it another one.'),
        ("stories/page.md", 'The name "page" is reserved. Give the file another one.'),
        ("stories/INDEX.md", 'The name "INDEX" is reserved. Give the file another one.'),
        ("_headers.md", 'The name "_headers" is reserved. Give the file another one.'),
        ("_Headers.nl.md", 'The name "_Headers" is reserved. Give the file another one.'),
        ("_nginx.conf/a.md", 'The name "_nginx.conf" is reserved. Give the folder another one.'),
        ("stories/refund .md", f"The file name starts or ends with a space. {CURE}"),
        ("stories/ refund.md", f"The file name starts or ends with a space. {CURE}"),
        ("stories/refund .nl.md", f"The file name starts or ends with a space. {CURE}"),
        (
            "stories/this year./refund.md",
            f"The file name ends with a full stop, which gets lost on Windows. {CURE}",
        ),
        ("stories/this year /refund.md", f"The file name starts or ends with a space. {CURE}"),
        ("stories/why?.md", f'The file name has "?" in it, which not every computer can store. {CURE}'),
        ("stories/a:b.md", f'The file name has ":" in it, which not every computer can store. {CURE}'),
        ("stories/a\\b.md", f'The file name has "\\" in it, which not every computer can store. {CURE}'),
        (
            "stories/a\tb.md",
            f"The file name has an invisible character in it, which not every computer can store. {CURE}",
        ),
        (
            "stories/cafe\u0301.md",
            f"The file name has an accent typed as a character of its own, which gets lost elsewhere. {CURE}",
        ),
        (
            "stories/refund.de.md",
            f'The file name has ".de" in it; {ONCE} {CURE}',
        ),
        (
            "stories/version-1.2.nl.md",
            f'The file name has ".2" in it; {ONCE} {CURE}',
        ),
    ],
)
def test_name_that_does_not_travel_is_refused(site: Site, path: str, reason: str) -> None:
    """A story can be stored, linked and checked out on every computer."""
    site.file(path, STORY if path.startswith("stories") else "---\ntitle: A\n---\n")

    assert site.messages() == [_unsafe(path, reason)]


@pytest.mark.parametrize(
    "path",
    ["stories/café.md", "stories/console.md", "stories/a b.md", "stories/Refund_2.md", "stories/2024/a.md"],
)
def test_name_that_travels_is_accepted(site: Site, path: str) -> None:
    """Accents, spaces within, capitals and folders are nobody's business."""
    site.file(path, STORY)

    assert site.messages() == []


def test_name_in_an_old_encoding_is_refused(site: Site) -> None:
    """A name that is no Unicode is reported, not a crash."""
    Path(os.fsdecode(os.fsencode(site.content) + b"/caf\xe9.md")).write_text("Text.\n")

    assert site.messages() == [
        _unsafe(r"caf\udce9.md", f'The file name has "\\" in it, which not every computer can store. {CURE}')
    ]


def _collision(path: str, first: str) -> str:
    return (
        f"{path}:1:1 CX012 name-collision error This file would be the same page as {first}. "
        "Rename one of the two; capitals and folders do not tell them apart."
    )


def test_files_that_differ_in_capitals_collide(site: Site) -> None:
    """On many computers they are one file."""
    site.file("stories/Refund.md", STORY)
    site.file("stories/refund.md", STORY)

    assert site.messages() == [_collision("stories/refund.md", "stories/Refund.md")]


def test_files_that_differ_in_composition_collide(site: Site) -> None:
    """They look the same and would overwrite each other's page."""
    site.file("stories/cafe\u0301.md", STORY)
    site.file("stories/café.md", STORY)

    assert site.places() == ["stories/cafe\u0301.md:1:1 CX011 error", "stories/café.md:1:1 CX012 error"]
    assert _collision("stories/café.md", "stories/cafe\u0301.md") in site.messages()


def test_three_files_for_one_page_are_reported_against_the_first(site: Site) -> None:
    """A folder does not make another page."""
    for path in ("stories/2023/refund.md", "stories/2024/refund.md", "stories/refund.md"):
        site.file(path, STORY)

    assert site.messages() == [
        _collision("stories/2024/refund.md", "stories/2023/refund.md"),
        _collision("stories/refund.md", "stories/2023/refund.md"),
    ]


def test_two_spellings_of_one_language_collide(site: Site) -> None:
    """`refund.md` and `refund.en.md` tell the same story in the same language."""
    site.file("stories/refund.md", STORY)
    site.file("stories/refund.en.md", STORY)

    assert site.messages() == [_collision("stories/refund.md", "stories/refund.en.md")]


def test_index_and_readme_are_one_page(site: Site) -> None:
    """Both would be the page of the folder."""
    site.file("stories/index.md", "Text.\n")
    site.file("stories/README.md", "Text.\n")

    assert site.messages() == [_collision("stories/index.md", "stories/README.md")]


def test_index_of_a_folder_is_prose_and_no_story(site: Site) -> None:
    """What introduces the stories needs nothing that a story needs."""
    for path in ("index.md", "index.nl.md", "stories/index.md", "people/README.md", "series/index.nl.md"):
        site.file(path, "Text.\n")

    assert (site.messages(), site.ids(), sorted(site.library().articles)) == (
        [],
        [],
        ["", "people", "series", "stories"],
    )


def test_translations_do_not_collide(site: Site) -> None:
    """The same name in two languages is the same story."""
    site.file("stories/refund.md", STORY)
    site.file("stories/refund.nl.md", STORY)

    assert site.messages() == []


def test_things_that_are_no_story_are_refused(site: Site) -> None:
    """A link, a pipe and an office file are each answered in their own words."""
    site.file("stories/notes.docx")
    site.file("stories/Makefile")
    site.file("stories/coat.heic")
    site.file("about.markdown")
    (site.content / "stories/link.md").symlink_to("notes.docx")
    os.mkfifo(site.content / "stories/pipe.md")

    assert site.messages() == [
        "about.markdown:1:1 CX013 unsafe-file error The name of a story or page ends in .md, "
        "in small letters. Rename this file.",
        "stories/Makefile:1:1 CX013 unsafe-file error A Makefile file has no place among the stories. "
        "Remove it; a story ends in .md, and a picture in .jpg or .png.",
        "stories/coat.heic:1:1 CX013 unsafe-file error Browsers do not show .heic pictures. "
        "Save this one as .jpg or .png.",
        "stories/link.md:1:1 CX013 unsafe-file error This is a link to another file. "
        "Put the file itself here.",
        "stories/notes.docx:1:1 CX013 unsafe-file error A .docx file cannot be read. "
        "Copy its text into a plain text file that ends in .md.",
        "stories/pipe.md:1:1 CX013 unsafe-file error This is not a file but a device or a pipe. Remove it.",
    ]


SAID = {
    "assets/bomb.png": (
        enlarged(".png", 12_000, 10_000),
        "This picture has 120 megapixels; 50 is the most. Save it smaller.",
    ),
    "assets/brochure.doc": (b"x", "A .doc file may hold programs. Save it as .docx or .pdf."),
    "assets/cut.jpg": (
        JPEG[:-9],
        "This JPEG picture is broken: a part of it is missing or spoiled. Save or send it once more.",
    ),
    "assets/film.png": (bytes(10_000_001), "This picture takes 11 MB; 10 MB is the most. Save it smaller."),
    "assets/javascripts/bundle.js": (
        b"x",
        "The folder assets/javascripts/ is for files of the site itself. Move this one, for instance to "
        "assets/.",
    ),
    "assets/logo.svg": (
        b"<svg/>",
        "A .svg picture may hold programs. Save it as .png, or have mkdocs.yml name it as the logo of the "
        "site.",
    ),
    "assets/one.png": (JPEG, "This file ends in .png and is a JPEG picture. Rename it to .jpg."),
    "assets/photo.jpg": (
        b"\0\0\0\x18ftypheic",
        "This file ends in .jpg and is no picture that browsers show. Save it anew as .jpg or .png.",
    ),
    "assets/two.jpg": (AVIF, "This file ends in .jpg and is an AVIF picture. Rename it to .avif."),
    "coat.PNG": (PNG, ""),
    "coat.png": (
        PNG,
        "On many computers this would be the same file as coat.PNG. Rename one of the two; capitals do not "
        "tell them apart.",
    ),
    "evil.html": (
        b"x",
        "A .html file is published only if mkdocs.yml names it: under `extra_css:`, `extra_javascript:` or "
        "`extra_templates:`. Remove it, or have it named there.",
    ),
    "llms.txt": (
        b"x",
        "llms.txt tells other programs what they may do with the site, so mkdocs.yml has to name it under "
        "`extra_templates:`, with `texts: false` below `cx-stories:`: the site makes one of its own. Or "
        "remove this file.",
    ),
    "robots.txt": (
        b"x",
        "robots.txt tells other programs what they may do with the site, so mkdocs.yml has to name it under "
        "`extra_templates:`.",
    ),
    "stories/form.pdf": (
        b"x",
        "A .pdf file has no place among the stories. Remove it, or move it to the folder assets/; a story "
        "ends in .md, and a picture in .jpg or .png.",
    ),
}
"""What stands in a file, and what is said about it."""


def test_every_file_that_is_not_taken_is_answered_with_what_to_do(site: Site) -> None:
    """Whoever put it there reads what it is and where to go with it."""
    for path, (content, _) in SAID.items():
        site.file(path, content)

    assert site.messages() == [
        f"{path}:1:1 CX013 unsafe-file error {said}" for path, (_, said) in SAID.items() if said
    ]


def test_what_is_hidden_and_let_in_is_reported_as_a_whole(site: Site) -> None:
    """A slip in `exclude_docs:` publishes nothing of what Git keeps, and is told once."""
    site.configuration.write_text(
        "docs_dir: content\nexclude_docs: '!.git/'\nplugins: [{cx-stories: {languages: [en, nl]}}]\n"
    )
    site.file(".git/config", "[core]\n")
    site.file(".git/hooks/post-commit", "#!/bin/sh\n")
    site.file(".obsidian/app.json", "{}\n")

    assert site.messages() == [
        ".git:1:1 CX013 unsafe-file error Nothing hidden is published. Take what lets this in out of "
        "`exclude_docs:` in mkdocs.yml."
    ]


def test_picture_has_a_name_that_travels(site: Site) -> None:
    """What holds for stories holds for what stands beside them."""
    site.file("stories/con.png")
    site.file("assets/a\u202eb.png")
    site.file(f"assets/{'long/' * 39}a.png")

    assert site.messages() == [
        _unsafe(
            "assets/a\u202eb.png",
            f"The file name has an invisible character in it, which not every computer can store. {CURE}",
        ),
        _unsafe(
            f"assets/{'long/' * 39}a.png",
            "The file name, with its folders, is longer than 200 characters. Give it a shorter one, or put "
            "it in fewer folders.",
        ),
        _unsafe("stories/con.png", 'The name "con.png" is reserved on Windows. Give it another one.'),
    ]


def test_file_that_may_not_be_opened_is_reported(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose file it is can be mended."""
    site.story("refund")

    open_file = os.open

    def refuse(path: str, *arguments: int, **options: int) -> int:
        if path == "refund.md":
            raise PermissionError
        return open_file(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)

    assert site.messages() == [
        "stories/refund.md:1:1 CX013 unsafe-file error This file cannot be opened. "
        "Give yourself the right to read it."
    ]


def test_thing_beside_a_story_does_not_take_its_place(site: Site) -> None:
    """The story next to a refused file is checked as the story it is."""
    site.story("refund", "summary:\n")
    site.file("stories/refund.zip")

    assert site.places() == ["stories/refund.md:2:1 CX102 error", "stories/refund.zip:1:1 CX013 error"]


def test_name_of_a_refused_thing_is_no_story(site: Site) -> None:
    """Nobody can point at an office file."""
    site.story("refund", "related: [notes]\n")
    site.file("stories/notes.docx")

    assert site.places() == ["stories/notes.docx:1:1 CX013 error", "stories/refund.md:2:11 CX204 error"]


def test_encoding_is_named_where_it_is_known(site: Site) -> None:
    """Whoever saved the file can see what the editor did."""
    site.file("stories/a.md", STORY.encode("utf-16"))
    site.file("stories/b.md", b"---\ntitle: Caf\xe9\n---\n")

    assert site.messages() == [
        "stories/a.md:1:1 CX001 unreadable-encoding error This file was saved as UTF-16. "
        "Save the file again with Save as, and choose the encoding UTF-8.",
        "stories/b.md:2:11 CX001 unreadable-encoding error There is a character here that was not saved "
        "as UTF-8. Save the file again with Save as, and choose the encoding UTF-8.",
    ]


def test_front_matter_is_wanted_of_stories_people_and_series_only(site: Site) -> None:
    """A page of prose may be plain Markdown."""
    for path in ("about.md", "elements/unique.md", "people/mina.md", "series/a.md", "stories/a.md"):
        site.file(path, "# Heading\n")
    site.story("b", "series: a\n")

    assert site.places() == [
        "people/mina.md:1:1 CX002 error",
        "series/a.md:1:1 CX002 error",
        "stories/a.md:1:1 CX002 error",
    ]


def test_almost_a_fence_is_refused_in_prose_too(site: Site) -> None:
    """Front matter that is not recognised is never published as text."""
    site.file("about.md", "—\ntitle: About\n—\n")

    assert site.places() == ["about.md:1:1 CX002 error"]
