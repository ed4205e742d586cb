"""Small accidents that befall a file: each gives other bytes, the same ones for the same dice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.hostile import SNIPPETS

LONGEST = 1_500_000
"""Files do not grow beyond this; it is more than may be read."""
_Accident = Callable[[bytes, Random], bytes]


def mutated(raw: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Let one to five accidents befall a file.

    others:  what parts may be pasted from
    """
    for _ in range(1 + min(4, int(random.expovariate(0.7)))):
        raw = (
            _spliced(raw, random.choice(others), random)
            if random.random() < 0.1
            else random.choice(_ACCIDENTS)(raw, random)
        )
    return raw[:LONGEST]


def _spliced(raw: bytes, other: bytes, random: Random) -> bytes:
    """Paste a part of one file into another."""
    start, end = _stretch(other, random)
    at = random.randint(0, len(raw))
    return raw[:at] + other[start:end] + raw[at:]


def _bit_flipped(raw: bytes, random: Random) -> bytes:
    if not raw:
        return raw
    at = random.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]


def _cut(raw: bytes, random: Random) -> bytes:
    start, end = _stretch(raw, random)
    return raw[:start] + raw[end:]


def _ended_early(raw: bytes, random: Random) -> bytes:
    return raw[: random.randint(0, len(raw))]


def _inserted(raw: bytes, random: Random) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(SNIPPETS) + raw[at:]


def _lined_in(raw: bytes, random: Random) -> bytes:
    """Put a snippet on a line of its own, more often near the top, where the front matter is."""
    lines = raw.split(b"\n")
    at = random.randint(0, min(len(lines), random.choice((3, 20, len(lines)))))
    return b"\n".join([*lines[:at], random.choice(SNIPPETS), *lines[at:]])


def _value_replaced(raw: bytes, random: Random) -> bytes:
    """Put a snippet behind a key."""
    lines = raw.split(b"\n")
    keys = [number for number, line in enumerate(lines) if b":" in line]
    if keys:
        at = random.choice(keys)
        lines[at] = lines[at].partition(b":")[0] + b": " + random.choice(SNIPPETS)
    return b"\n".join(lines)


def _line_doubled(raw: bytes, random: Random) -> bytes:
    lines = raw.split(b"\n")
    at = random.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * random.choice((2, 2, 30)), *lines[at + 1 :]])


def _lines_swapped(raw: bytes, random: Random) -> bytes:
    lines = raw.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _line_indented(raw: bytes, random: Random) -> bytes:
    lines = raw.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = random.choice((b" ", b"  ", b"\t", b"    ", b"- ", b"> ")) + lines[at].lstrip()
    return b"\n".join(lines)


def _saved_elsewhere(raw: bytes, random: Random) -> bytes:
    """Save with other line ends, a byte order mark or another encoding."""
    text = raw.decode(errors="replace")
    return random.choice(
        (
            raw.replace(b"\n", b"\r\n"),
            raw.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + raw,
            text.encode("utf-16"),
            text.encode("latin-1", errors="replace"),
        )
    )


_ACCIDENTS: Sequence[_Accident] = (
    _bit_flipped,
    _cut,
    _ended_early,
    _inserted,
    _inserted,
    _lined_in,
    _lined_in,
    _value_replaced,
    _value_replaced,
    _line_doubled,
    _lines_swapped,
    _line_indented,
    _saved_elsewhere,
)


def _stretch(raw: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(raw))
    return start, min(len(raw), start + random.choice((1, 3, 10, 100, 1000)))
