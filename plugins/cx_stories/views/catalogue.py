"""The interface's words in the languages of the site: English in the code, others as gettext catalogues."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "cx_stories"


@cache
def catalogue(language: str) -> NullTranslations:
    """Load the catalogue of a language; a country without one has that of its language, else English."""
    file = files("cx_stories") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not file.is_file():
        wider, _, country = language.rpartition("-")
        return catalogue(wider) if wider and country else NullTranslations()
    with file.open("rb") as stream:
        messages = read_po(stream, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
