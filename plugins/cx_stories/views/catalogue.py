"""The interface's words in the languages of the site: English in the code, others as gettext catalogues."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

DOMAIN = "cx_stories"


@cache
def catalogue(language: str) -> NullTranslations:
    """Load the catalogue of a language; a country without one has that of its language, else English."""
    file = catalogue_file(language)
    if file is None:
        return NullTranslations()
    with file.open("rb") as stream:
        messages = read_po(stream, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogue_file(language: str) -> Traversable | None:
    """Give the file with the words of a language, or of the wider one; None if English has to do."""
    file = files("cx_stories") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if file.is_file():
        return file
    wider, _, country = language.rpartition("-")
    return catalogue_file(wider) if wider and country else None


def catalogue_is_sound(file: Traversable) -> bool:
    """Tell whether a file of words can be read to its end, and has words in it."""
    try:
        with file.open("rb") as stream:
            return len(read_po(stream, domain=DOMAIN, abort_invalid=True)) > 0
    except (OSError, ValueError, LookupError, PoFileError):
        return False
