"""How much it tells that two stories have something: the more, the fewer stories have it.

Counts are taken roughly, so that a story more or less hardly ever changes what anything weighs: what was
found out about all other stories then holds.
"""

from __future__ import annotations

from functools import lru_cache

UNIT = 64
"""One step: what half as many have is one unit rarer."""
_DIGITS_OF_TOTAL, _DIGITS_OF_FACT = 5, 2


@lru_cache(maxsize=8192)
def rarity(count: int, total: int) -> int:
    """Give the binary logarithm of `total / count`, in parts of a unit: 0 for what all of them have.

    Reckoned in whole numbers, so that it is the same on every machine.
    """
    if count >= total:
        return 0
    quotient: int = total**UNIT // count**UNIT
    return quotient.bit_length() - 1


def about(total: int) -> int:
    """Give roughly how many stories there are: a number that stays what it is for most additions."""
    return _cut(total, _DIGITS_OF_TOTAL)


def rarity_of_fact(count: int, total: int) -> int:
    """Give the rarity of what so many stories have, as if they were 1, 2, 3, 4, 6, 8, 12, 16 or so."""
    return rarity(_cut(count, _DIGITS_OF_FACT), about(total))


def rarity_of_stem(count: int, total: int) -> int:
    """Give the rarity of what so many texts have, as if they were 1, 2, 4, 8, 16 or so, never fewer."""
    return rarity(1 << (count - 1).bit_length(), about(total))


def _cut(count: int, digits: int) -> int:
    """Keep the first binary digits of a number."""
    rest = max(0, count.bit_length() - digits)
    return count >> rest << rest
