"""Which files of data there are, and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.exports.data.bibtex_file import stories_bibtex
from cx_stories.exports.data.csv_file import stories_csv
from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.json_files import SCHEMA, stories_json, stories_jsonl
from cx_stories.exports.data.parquet_file import stories_parquet
from cx_stories.exports.data.schema import data_schema
from cx_stories.exports.data.skos import vocabularies_turtle
from cx_stories.exports.publication import Publication, SiteFile
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


FORMS: Mapping[str, Form] = {
    "json": Form("stories.json", stories_json),
    "csv": Form("stories.csv", stories_csv),
    "jsonl": Form("stories.jsonl", stories_jsonl),
    "parquet": Form("stories.parquet", stories_parquet, published=False, binary=True),
    "turtle": Form("vocabularies.ttl", vocabularies_turtle),
    "bibtex": Form("stories.bib", stories_bibtex),
    "schema": Form(SCHEMA, data_schema),
}
"""By what is typed after `cx export --format`."""


def data_files(publication: Publication) -> Iterator[SiteFile]:
    """Give the files of data that are published with the site, in all its languages."""
    if publication.offers.exports:
        data = dataset_of(publication)
        for form in FORMS.values():
            if form.published:
                yield SiteFile(f"{addresses.DATA}/{form.name}", form.make(data))


def dataset_of(publication: Publication, languages: Sequence[str] = ()) -> Dataset:
    """Give what is exported of a publication: in these languages, or in all it has."""
    return Dataset(publication, tuple(languages) or tuple(publication.library.languages))
