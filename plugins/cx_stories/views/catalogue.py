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
    """Load the catalogue of a language; a language without one is shown in English."""
    folder = files("cx_stories") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not folder.is_file():
        return NullTranslations()
    with folder.open("rb") as file:
        messages = read_po(file, locale=language, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
