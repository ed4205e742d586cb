"""Numbers, times and sizes as people read them."""

from __future__ import annotations


def number(count: int) -> str:
    """Give a whole number, with a comma between thousands."""
    return f"{count:,}"


def counted(count: int, one: str, several: str) -> str:
    """Give a number and what is counted."""
    return f"{number(count)} {one if count == 1 else several}"


def seconds(time: float) -> str:
    """Give a time in words: `1 minute 15.2 seconds`, `0.8 seconds`."""
    if time < 60:
        return f"{time:.1f} seconds"
    whole = int(time // 60)
    return f"{counted(whole, 'minute', 'minutes')} {time - 60 * whole:.0f} seconds"


def each(time: float, count: int) -> str:
    """Give the time for one piece: `1.6 ms`, `0.05 ms`, `2.1 s`; nothing if none was counted."""
    if not count:
        return ""
    one = 1000 * time / count
    if one >= 1000:
        return f"{one / 1000:.1f} s"
    return f"{one:.1f} ms" if one >= 1 else f"{one:.2f} ms"


def size(amount: int) -> str:
    """Give a size in the largest unit that fits: `459 MB`."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if amount >= unit:
            value = amount / unit
            return f"{value:.1f} {name}" if value < 10 else f"{value:.0f} {name}"
    return counted(amount, "byte", "bytes")
