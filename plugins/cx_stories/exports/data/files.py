"""Which files of data there are, and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.exports.data.bibtex_file import stories_bibtex
from cx_stories.exports.data.csv_file import stories_csv
from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.joined import Joined, Piece
from cx_stories.exports.data.json_files import SCHEMA, stories_json, stories_jsonl
from cx_stories.exports.data.parquet_file import stories_parquet
from cx_stories.exports.data.schema import data_schema
from cx_stories.exports.data.skos import vocabularies_turtle
from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.model.story import Story
from cx_stories.views import addresses


@dataclass(frozen=True, slots=True)
class Form:
    """A form that the collection can be had in.

    name:       of its file
    published:  whether every site has it; the others are made on request
    binary:     whether it makes no sense on a screen
    """

    name: str
    make: Callable[[Dataset], bytes]
    published: bool = True
    binary: bool = False

    @property
    def path(self) -> str:
        """Where its file is, seen from the top of the site."""
        return f"{addresses.DATA}/{self.name}"


FORMS: Mapping[str, Form] = {
    "json": Form("stories.json", stories_json()),
    "csv": Form("stories.csv", stories_csv()),
    "jsonl": Form("stories.jsonl", stories_jsonl()),
    "parquet": Form("stories.parquet", stories_parquet, published=False, binary=True),
    "turtle": Form("vocabularies.ttl", vocabularies_turtle),
    "bibtex": Form("stories.bib", stories_bibtex()),
    "schema": Form(SCHEMA, data_schema),
}
"""By what is typed after `cx export --format`."""


def data_files(publication: Publication) -> Iterator[SiteFile]:
    """Give the files of data that are published with the site, in all its languages."""
    if not publication.offers.exports:
        return
    data = dataset_of(publication)
    made = {form.path: form.make for form in FORMS.values() if form.published}
    keys = [data.key_of(story) for story in data.published]
    pieces = _pieces(data, keys, {path: one for path, one in made.items() if isinstance(one, Joined)})
    for path, make in made.items():
        if isinstance(make, Joined):
            yield make.file(path, data, keys, pieces.pop(path))
        else:
            yield SiteFile(path, make(data))


def _pieces(data: Dataset, keys: Sequence[bytes], joined: Mapping[str, Joined]) -> dict[str, list[Piece]]:
    """Give what all stories bring to each file.

    What is still the same is taken over from the published site. The rest is made story by story, so that
    all is said of one at a time.
    """
    pieces: dict[str, list[Piece]] = {path: [] for path in joined}
    for story, key in zip(data.published, keys, strict=True):
        known = _known(story, key, data, joined)
        exported = None if known else data.exported(story)
        for path, one in joined.items():
            pieces[path].append(one.piece(exported) if exported else known[path])
    return pieces


def _known(story: Story, key: bytes, data: Dataset, joined: Mapping[str, Joined]) -> Mapping[str, Piece]:
    """Give what a story brings to each file, if all of it is still the same; nothing if not."""
    known: dict[str, Piece] = {}
    language = next(one for one in data.languages if one in story.tellings)
    for path, one in joined.items():
        piece, begins = data.publication.part_before(path, key), one.begins(story.id, language)
        if piece is None or piece[: len(begins)] != begins:
            return {}
        known[path] = piece
    return known


def dataset_of(publication: Publication, languages: Sequence[str] = ()) -> Dataset:
    """Give what is exported of a publication: in these languages, or in all it has."""
    return Dataset(publication, tuple(languages) or tuple(publication.library.languages))
