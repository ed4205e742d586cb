"""What stands around a number and says that it is something else: an amount, a code, the name of a file."""

from __future__ import annotations

import re

STARTS_ANYWHERE = r"(?<![^\W_])(?<![^\W_][-–=#&_])(?<![0-9][.,:])(?<![€$£])(?<![€$£][ \xa0])(?<![^\W\d_]/)"
"""A regular expression for a place where a number may start: nothing is attached, no amount is meant."""

STARTS = rf"{STARTS_ANYWHERE}(?<![0-9]/)"
"""The same, and it is not the second of two numbers with a slash between them."""

ENDS_ANYWHERE = (
    r"(?![^\W_]|%)(?![-–=_][^\W_])(?![.:][0-9])(?!,[0-9]{1,3}(?![0-9]))(?!\.[a-z])(?!/[^\W\d_])"
    r"(?![ \xa0]?(?:[€%]|(?i:euro|eur|dollars?|pounds?|pond|procent|percent)(?![^\W_])))"
)
"""A regular expression for a place where a number may end."""

ENDS = rf"{ENDS_ANYWHERE}(?!/[0-9])"
"""The same, and it is not the first of two numbers with a slash between them."""

_REACH = 40
_OTHER_NUMBER = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:order|bestel|bestelling|artikel|article|item|product|factuur|invoice|ticket|case|zaak|dossier|klant|"
    r"customer|account|serie|serial|model|part|onderdeel|tracking|zending|pakket|reference|referentie|booking|"
    r"reservation|reservering|polis|policy|lidmaatschaps?|membership|transactie|transaction|volg)s?"
    r"[- ]?(?:nummer|numbers?|nr|no|code|id)"
    r"|isbn(?:-1[03])?|issn|ean(?:-13)?|gtin|sku|barcode|streepjescode|kvk|doi|track (?:&|and) trace"
    r")(?: (?:is|was))?[\s.:#*_“\"'(]{0,4}\Z",
    re.IGNORECASE,
)


def is_called_otherwise(text: str, start: int) -> bool:
    """Whether the words before a number say that it is an order, article or book number or the like."""
    return _OTHER_NUMBER.search(text[max(0, start - _REACH) : start]) is not None
