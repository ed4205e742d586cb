"""Whatever is in a story, mending keeps its promises."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline.fixing import fix
from tests.conftest import Site

SOUND = {
    "title": ("title:  'It''s \"A\"'  # é 😀", "title: >-\n  A title\n  in two", 'title: "no: \\"way\\" #1"'),
    "summary": ("summary: 'A: b'", "# summary: no\nsummary: |\n  channels: [web, web]\n  012"),
    "channels": ("channels: [ web ,store ] # web", "channels:\n# web\n-  web\n\n-   'store'"),
    "elements": (
        "elements: {unique: 'Uniek', \"surprising\": }",
        "elements:\n  # Uniek\n  unique: 'a: b' # c",
    ),
    "emotions": ("emotions: [relieved, curious, relieved]",),
    "date": ("date: 2024-03-01 # 1 maart", 'date:   "2024-03-01"'),
    "polarity": ("polarity: Positief", "polarity: positve", "polarity: no", "Polarity: positive"),
    "lessons": ("lessons:\n  - >\n    Be kind: always.\n  - 'no'", "lessons: [A, B]"),
    "issue": ("issue: 12", "template: home", "xyzzy: {a: [b, {c: d}]}"),
}
"""What must stay as it is to the byte; of a polarity also what is wrong."""
FAULTY = {
    "title": ("title: Acme: a \"b\" \\ 'c' # d", "title: 012", "titel: A", "title: We are #1"),
    "summary": ("summary: A: b: c", "samenvatting: 'A'", "sumary: A", "summary: 12:30   # d"),
    "channels": ("channels: [web, Web, wbe]", "channels:\n- Winkel # a\n# b\n- store\n- web", "chanels: web"),
    "elements": (
        "elements:\n  Uniek: A: b\n  Verassend: 'c'",
        "elements: {Uniek: a, unique: b}",
        "elements: unique",
    ),
    "emotions": ("emotions: [relieved,\n  relieved, # a\n  'Opgelucht']", "emotions: relieved, curious"),
    "date": ("date: 1-3-2024", "date: '25 mrt. 2024' # a", "datum: 20240301", "date: 2024-13-13"),
    "polarity": ("polarity: positive",),
    "lessons": (
        "lessons:\n- A: b\n- A: b\n- 012\n- c #d",
        "lessons:\n  - A: b: c\n  - {d: e}",
        "lesson: [a]",
        "lessons:\n  - A: b: c\n    d",
    ),
    "issue": ("issue: 1_0", "source:\n  title: A: b\n  acessed: 1/13/2024", "related: [refnd, refund]"),
}
"""What may change; some of it must not, as only its writer knows what was meant."""


@dataclass(frozen=True)
class Typed:
    """A story as somebody typed it. `pattern` matches it with anything in the place of what is faulty."""

    raw: bytes
    pattern: re.Pattern[bytes]


@st.composite
def stories(draw: st.DrawFn) -> Typed:
    """Type a story: some keys, sound and faulty, any line ends, with or without a byte order mark."""
    end, mark = draw(st.sampled_from(["\n", "\r\n", "\r"])), draw(st.sampled_from(["", "\ufeff"]))
    raw, pattern = [f"{mark}---"], [re.escape(f"{mark}---")]
    for key in draw(st.lists(st.sampled_from(sorted(SOUND)), unique=True)):
        faulty = draw(st.booleans())
        raw.append(draw(st.sampled_from((FAULTY if faulty else SOUND)[key])))
        pattern.append("(?s:.*)" if faulty else re.escape(raw[-1]))
    body = draw(st.sampled_from(["", "Uniek: [web, web]\n\n012  ", "\n\nA: b: c\n\n"]))
    raw, pattern = [*raw, "---", body], [*pattern, "---", re.escape(body)]
    ended = ("\n".join(part).replace("\\\n", "\n").replace("\n", end) for part in (raw, pattern))
    whole, shape = (text.encode() for text in ended)
    return Typed(whole, re.compile(shape))


def _errors(site: Site) -> Counter[tuple[str, str]]:
    found = site.collect().diagnostics
    return Counter((one.path, one.code) for one in found if one.severity is Severity.ERROR)


def _unreadable(errors: Counter[tuple[str, str]]) -> Sequence[str]:
    return [path for path, code in errors if code == "CX009"]


@settings(deadline=None, max_examples=150)
@given(stories(), stories(), st.booleans())
def test_mending_keeps_its_promises(told: Typed, translated: Typed, unsafe: bool) -> None:
    """It touches faults only, makes none, and finds nothing to do the second time.

    What stands under a wrong name or in a wrong form is looked at once that is mended.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        typed = {
            site.file("stories/refund.md", told.raw): told,
            site.file("stories/refund.nl.md", translated.raw): translated,
        }
        before = _errors(site)
        fixed = fix(site.settings, unsafe=unsafe, chosen=lambda _: True)
        fixed.write()
        seen = {change.path for change in fixed.changes if change.mended.keys() & {"CX103", "CX104"}}
        again = fix(site.settings, unsafe=unsafe, chosen=lambda _: True)
        content = {file: file.read_bytes() for file in typed}

        assert [raw for file, raw in content.items() if not typed[file].pattern.fullmatch(raw)] == []
        assert again.changes == ()
        if not _unreadable(before):
            assert {path for path, _ in _errors(site) - before} <= seen
