"""A form as a site with all vocabularies of the package has it."""

from __future__ import annotations

from typing import Any

import yaml

from cx_stories.exports.form.configuration import Place, Told, configuration
from cx_stories.views.catalogue import catalogue
from cx_stories.vocabulary.loading import load


def told(*languages: str, place: Place | None = None) -> Told:
    """Give what a form is told that speaks the first of these languages."""
    where = place or Place("content", {})
    return Told("CX Stories", where, languages, load(()), catalogue(languages[0]).gettext)


def configured(*languages: str, place: Place | None = None) -> dict[str, Any]:
    """Give its configuration as YAML reads it."""
    found: dict[str, Any] = yaml.safe_load(configuration(told(*languages, place=place)))
    return found


def field(name: str, *languages: str, collection: int = 0) -> dict[str, Any]:
    """Give what is asked for a field of a kind of file."""
    fields = configured(*languages)["collections"][collection]["fields"]
    found: dict[str, Any] = next(one for one in fields if one["name"] == name)
    return found
