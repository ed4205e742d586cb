# ruff: noqa: E501
"""One hostile or faulty input: the files it lays down, and what is to become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cx_stories.checks.examples import BODY, files_of
from tests.hostile import encodings, floods, front_matter, html, markdown, mutations, names

STORY = "stories/example.md"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c636000000002000148afa4710000000049454e44ae426082"
)
"""A picture of one point."""


@dataclass(frozen=True, slots=True)
class Case:
    """An input.

    kind:   what it is about
    name:   what it tries
    files:  what stands in the content folder, by path
    codes:  what a check says of it; nothing if it is published and means no harm
    """

    kind: str
    name: str
    files: Mapping[str, bytes] = field(repr=False)
    codes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """How a test calls it."""
        return f"{self.kind}: {self.name}"


def with_body(typed: str, title: str = "Refund in one call") -> bytes:
    """Give a sound story with more text at its end."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return files_of({STORY: f'title: "{quoted}"\n---\n{BODY}\n{typed}\n'})[STORY]


def with_fields(typed: str) -> bytes:
    """Give a sound story with other front matter; the whole file if it brings its own fences or has none."""
    whole = not typed or typed.startswith("---") or "\n---\n" in f"\n{typed}"
    return typed.encode(errors="surrogatepass") if whole else files_of({STORY: typed})[STORY]


BODIES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "element": html.ELEMENTS,
    "attribute": html.ATTRIBUTES,
    "mutation": mutations.MUTATIONS,
    "link": markdown.LINKS,
    "reference": markdown.REFERENCES,
    "list of attributes": markdown.LISTS_OF_ATTRIBUTES,
    "id": markdown.IDS,
    "label": markdown.LABELS,
}
FIELDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "field": front_matter.FIELDS,
    "YAML": front_matter.YAML,
    "flood of front matter": floods.FRONT_MATTER,
}


def bodies() -> Iterator[Case]:
    """Give the cases in which somebody has typed something into the text of a story."""
    for kind, table in BODIES.items():
        for name, (typed, codes) in table.items():
            yield Case(kind, name, {STORY: with_body(typed)}, _codes(codes))


def fields() -> Iterator[Case]:
    """Give the cases in which it was typed into the front matter."""
    for kind, table in FIELDS.items():
        for name, (typed, codes) in table.items():
            yield Case(kind, name, {STORY: with_fields(typed)}, _codes(codes))
    for field_name, form in front_matter.WORDED.items():
        for name, words in front_matter.WORDS.items():
            yield Case(f"words in {field_name}", name, {STORY: with_fields(_filled(form, words))})


def _filled(form: str, words: str) -> str:
    before_and_after = [part.replace("{{", "{").replace("}}", "}") for part in form.split("{}")]
    return words.join(before_and_after)


def files() -> Iterator[Case]:
    """Give the cases of files that are no text, or have names that mean something."""
    for name, (raw, codes) in encodings.FILES.items():
        yield Case("encoding", name, {STORY: raw}, _codes(codes))
    for name, (file, codes) in names.STORIES.items():
        yield Case("file name", name, {f"stories/{file}": with_body("")}, _codes(codes))
    for name, (path, raw, codes) in names.FILES.items():
        yield Case("file", name, {STORY: with_body(""), path: raw}, _codes(codes))
    for name, (typed, codes) in floods.TOO_LONG.items():
        yield Case("flood", name, {STORY: with_body(typed)}, _codes(codes))


def texts_that_flood() -> Iterator[Case]:
    """Give the cases of texts that take long to lay out; a check, which does not, has nothing to say of most."""
    for name, (typed, codes) in floods.BODIES.items():
        yield Case("flood of text", name, {STORY: with_body(typed)}, _codes(codes))


def all_cases() -> tuple[Case, ...]:
    """Give every input that is a content folder."""
    return (*bodies(), *fields(), *files(), *texts_that_flood())


def _codes(typed: str) -> tuple[str, ...]:
    return tuple(typed.split())
