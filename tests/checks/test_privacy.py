"""Nothing private that stands in a file comes out anywhere, wherever it stands and however it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.personal.denied_names import DeniedNames
from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.in_files import Private
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import Veil
from cx_stories.checks.run import examine
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.model.document import Span
from cx_stories.pipeline.baseline import write_baseline
from cx_stories.pipeline.checking import encoded
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.reading.collection import read_documents
from tests.conftest import Site

PARTS = ("jansen", "vermeer", "7940", "0123", "417164", "6782")
"""Of each private thing what no mask shows."""
MAIL, PHONE, NAME = "mina.jansen@example.org", "020 794 0123", "Zoë Vermeer"

IN_FRONT_MATTER = {
    "title": f"title: {NAME} called {PHONE}\nsummary: {'x' * 220}\n",
    "id of a page": f"teller: {MAIL}\nrelated: ['{PHONE}', {NAME}]\npair: zoe-vermeer\n",
    "id with a denied name": "teller: zoë-vermeer\nseries: Zoë_Vermeer\n",
    "unknown term": f"stages: [{MAIL}]\nelements:\n  {NAME}: {PHONE}\n",
    "value that stands twice": f"aliases: [{PHONE}, {PHONE}]\nchannels: [{NAME}, {NAME}]\n",
    "unknown key": f'"{MAIL}": x\n{NAME}: x\n',
    "key that stands twice": f'"{MAIL}": x\n"{MAIL}": y\n',
    "date": f"date: {PHONE}\n",
    "web address": f"source: {{title: Column, url: {MAIL}}}\n",
    "status": f"status: {NAME}\n",
    "ignored rule": f"ignore: [{{rule: {MAIL}, reason: {NAME} said so}}]\n",
    "escapes": r'title: "\x6dina.jansen\x40example.org"' + "\n" + r'teller: "Zo\u00eb\tVermeer"' + "\n",
    "lines": "polarity: mina\n  020\n  794\n  0123\nsector: >-\n  Zoë\n  Vermeer\n",
    "doubled quotes": "sector: 'It''s Zoë Vermeer, NL91 ABNA 0417 1643 00'\n",
    "decomposed": unicodedata.normalize("NFD", f"sector: {NAME}\n"),
    "misread value": f"title: x #{MAIL}\n",
    "consent": f"consent: {{status: {MAIL}, ref: {PHONE}, dat: x}}\n",
    "organisation": f"polarity: negative\nprovenance: composite\norganisation: {NAME}\n",
    "list for a value": f"title: [{NAME}, 123456782]\npolarity: {{{MAIL}: 1}}\n",
    "control sign": f"title: {NAME}\x07\n",
    "colon": f"title: {NAME}: {PHONE}\n",
    "open quote": f'title: "{MAIL}\nteller: {NAME}\n',
    "anchor": f"title: &a {MAIL}\n",
    "no colon": f"{NAME} {PHONE}\n",
    "brackets": f"channels: [{MAIL}, {NAME}: {PHONE}\n",
    "endless value": f"stages: [{'x' * 260} {'Zoë Vermeer ' * 30}]\n",
}
IN_TEXT = {
    "link": f"[Write](mailto:{MAIL}) or [go](../people/zoë-vermeer.md) or [call](tel:0207940123).",
    "link of another kind": f"[Write](skype:{MAIL}) or [look](file:///home/Zoë%20Vermeer).",
    "entities": "[To](skype:mina.jansen&#64;example.org), mina.jansen&commat;example.org, Zo&euml; Vermeer.",
    "percent": "[Write](skype:mina.jansen%40example.org)",
    "picture": f"![{NAME}](https://example.org/{MAIL}.png)",
    "missing picture": f"![x]({NAME}.png)\n\n![x](<{MAIL}>)",
    "heading": f"# {NAME} at {PHONE}\n\n#### {MAIL}",
    "attribute": f'<b onclick="{MAIL}" id="__{NAME}">x</b> x{{#__{PHONE} .y {MAIL}}}',
    "element": f"<{MAIL} x> <zoë-vermeer> <!-- {PHONE} {NAME} -->",
    "half in a tag": f"<b {PHONE}> <b {NAME}> <i nl91 ABNA 0417164300>",
    "emphasis": "Zoë *Vermeer*, **020** 794 0123, mina\\_jansen@example.org <script>",
    "signs that nobody sees": (
        "Zo\u00adë Ver\u200bmeer, 020 79\u00ad4 0123, [x](skype:mina.jan\u00adsen@exam\u2060ple.org)"
    ),
    "lines": "<script>Zoë\nVermeer 020\n794 0123</script>\n\n> <i x>Zoë\n> Vermeer",
    "code": f"`{MAIL}` <script>\n\n    {NAME} {PHONE}",
}


def _site(site: Site) -> Site:
    site.settings = replace(site.settings, denied=DeniedNames.of([NAME]))
    return site


def _told(found: Diagnostic) -> Iterator[str]:
    yield from (found.message, found.excerpt.text, str(found), repr(found), repr(found.fix))


def _outputs(site: Site, folder: Path) -> Iterator[str]:
    """Give everything that a build or a check says or keeps."""
    collection, inspection = site.collect(), site.inspect(folder)
    assert collection.diagnostics
    for found in (*collection.diagnostics, *inspection.diagnostics):
        yield from _told(found)
    write_baseline(folder, "baseline.json", collection.diagnostics)
    yield from (repr(collection.documents), repr(collection.diagnostics))
    yield from (file.read_bytes().decode(errors="replace") for file in folder.rglob("*") if file.is_file())
    files, standards = open_content(site.settings)
    for story in stories_of(files):
        examined = examine(read_documents(story), standards)
        yield repr(examined) + repr(msgspec.msgpack.decode(encoded(examined)))


def _plainly(text: str) -> str:
    """Take out everything between letters and digits, case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


def _leaks(site: Site, folder: Path) -> list[str]:
    outputs = _outputs(site, folder)
    return [output for output in outputs if any(part in _plainly(output) for part in PARTS)]


@pytest.mark.parametrize("typed", IN_FRONT_MATTER.values(), ids=IN_FRONT_MATTER)
def test_nothing_private_in_the_front_matter_comes_out(site: Site, tmp_path: Path, typed: str) -> None:
    """Whoever reads a log, a review or the cache learns nothing from it."""
    _site(site).story("refund", typed)

    assert _leaks(site, tmp_path / "kept") == []


@pytest.mark.parametrize("typed", IN_TEXT.values(), ids=IN_TEXT)
def test_nothing_private_in_the_text_comes_out(site: Site, tmp_path: Path, typed: str) -> None:
    """That holds for what is in code, remarks, targets of links and attributes too."""
    _site(site).story("refund", f"title: Refund\n---\n{BODY}\n{typed}\n")

    assert _leaks(site, tmp_path / "kept") == []


def test_denied_name_of_a_file_comes_out_in_its_path_only(site: Site) -> None:
    """The path has to be told, or nobody could find the file; nothing else repeats it."""
    _site(site).file(
        "stories/zoë-vermeer.md", "---\nstatus: draft\nteller: zoë-vermeer\npair: zoë-vermeer\n---\n"
    )

    (found, *others) = site.collect().diagnostics
    assert (found.path, found.message) == (
        "stories/zoë-vermeer.md",
        "In the name of this file stands a name that this site keeps out of its pages. Give it another one.",
    )
    assert {one.excerpt.text for one in others} == {"teller: ···········", "pair: ···········"}


def test_message_that_is_cut_short_is_cut_after_masking(site: Site) -> None:
    """Half of something private is private."""
    for length in range(230, 330):
        _site(site).story(f"a{length}", f"stages: [{'x' * length} {MAIL} {'x' * 400}]\n")

    told = {part for found in site.collect().diagnostics for part in PARTS if part in found.message}
    assert told == set()


def test_file_that_cannot_be_read_is_masked_in_every_finding_about_it(site: Site) -> None:
    """What stops the reading may stand in the very line that has something private in it."""
    _site(site).story("refund", f'title: "Call {PHONE} or {NAME}\n')
    (found,) = site.collect().diagnostics

    assert (found.code, found.excerpt.text) == ("CX004", 'title: "Call ············ or ···········')


def test_cure_that_would_repeat_something_private_is_withheld(site: Site) -> None:
    """An editor that shows what it would write shows nothing private."""
    _site(site).story("refund", f"title: {NAME}\ndate: 15/1/2022\nsector: x # {NAME}\nteller: {MAIL} #1\n")
    private = [edit.text for found in site.collect().diagnostics if found.fix for edit in found.fix.edits]

    assert [text for text in private if any(part in _plainly(text) for part in PARTS)] == []


@pytest.mark.parametrize(
    ("shown", "veiled"),
    [
        (f"Ask {MAIL}.", "Ask m…@…."),
        ("Ask MINA_JANSEN-example org!", "Ask m…@…!"),
        ("#call-mina-jansen-example-org", "#call-m…@…"),
        ("xmina.jansen@example.org is another", "xmina.jansen@example.org is another"),
        ("020-7940123 (0207940123)", "020… (020…)"),
        ("zoe-vermeer and Zoë\nVermeer's", "… and …'s"),
        ("#sren-dahl", "#…"),
        ("Zoë, Vermeerse", "Zoë, Vermeerse"),
        ("", ""),
    ],
)
def test_veil_sees_through_other_ways_to_write_the_same(shown: str, veiled: str) -> None:
    """Anchors, ids and messages write what was typed in ways of their own."""
    private = [
        Private(None if secret else Kind.EMAIL, Found(0, len(text), text, secret), Span(), text)
        for text, secret in ((MAIL, False), (PHONE, False), (NAME, True), ("Søren Dahl", True))
    ]

    assert Veil(private)(shown) == veiled


def test_nothing_is_hidden_where_nothing_is_private() -> None:
    """A message stays as it was worded."""
    assert Veil(())("Ask mina@example.org.") == "Ask mina@example.org."
