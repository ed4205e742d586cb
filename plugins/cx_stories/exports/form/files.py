"""All files of the form."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cx_stories.exports.form.configuration import ARTICLE, STORY, Told, configuration
from cx_stories.exports.form.kinds import kinds_of
from cx_stories.exports.form.page import form_page
from cx_stories.exports.form.programs import FOLDER, programs
from cx_stories.exports.publication import SiteFile
from cx_stories.model.document import Kind
from cx_stories.model.fields import FIELDS


def form_files(told: Told, hosts: tuple[str, ...] = ()) -> Iterator[SiteFile]:
    """Give the page of the form, what it is told, and the programs it runs.

    hosts:  whom it may ask besides the site
    """
    kinds = {
        name: kinds_of(FIELDS[kind], told.vocabularies)
        for name, kind in ((STORY, Kind.STORY), (ARTICLE, Kind.PERSON))
    }
    page = form_page(told.name, told.languages[0], hosts, local=not told.place.backend)
    yield SiteFile(f"{FOLDER}/index.html", page)
    yield SiteFile(f"{FOLDER}/config.yml", configuration(told).encode())
    yield SiteFile(f"{FOLDER}/kinds.json", json.dumps(kinds, ensure_ascii=False, sort_keys=False).encode())
    for path, content in programs():
        yield SiteFile(f"{FOLDER}/{path}", content)
