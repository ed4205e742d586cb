"""How much it tells that two stories have something: the more, the fewer stories have it."""

from __future__ import annotations

from functools import lru_cache

UNIT = 64
"""One step: what half as many have is one unit rarer."""


@lru_cache(maxsize=8192)
def rarity(count: int, total: int) -> int:
    """Give the binary logarithm of `total / count`, in parts of a unit: 0 for what all of them have.

    Reckoned in whole numbers, so that it is the same on every machine.
    """
    quotient: int = total**UNIT // count**UNIT
    return quotient.bit_length() - 1
