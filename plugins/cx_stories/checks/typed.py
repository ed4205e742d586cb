"""How something was typed, and what to type instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from cx_stories.model.document import MapNode, Node, ScalarNode

MANY, FEW, TELLING = 100, 20, 8
"""Above how many names only a few are compared, and how many runs of letters choose them."""
_AMBIGUOUS = re.compile(
    r"y|n|yes|no|true|false|on|off|null|~"  # words that mean yes, no or nothing
    r"|[-+]?0[\d_]+|0[box][\da-f_]+|[-+]?\d[\d]*_[\d_]*"  # numbers in another notation
    r"|[-+]?\d+(?::[0-5]?\d)+"  # times
    r"|[-+]?\.(?:inf|nan)|[-+]?\d+(?:\.\d*)?e[-+]?\d+",
    re.IGNORECASE,
)
_LONGEST_WORD = len("false")
_IN_CURLY_QUOTES = re.compile(r"[“”„](?P<double>[^“”„]+)[“”]|[‘’‚](?P<single>[^‘‚]+)[‘’]")
CURLY_QUOTES = "stands in curly quotes, which are taken for part of it. Use straight quotes, or none."


def ambiguous(value: ScalarNode) -> bool:
    """Whether programs that read YAML 1.1 would take a value without quotes for something else than text.

    Source:  https://yaml.org/type/ (bool, null, int, float)
    """
    if not value.plain:
        return False
    text = value.text.strip()
    # Words are told from words by their length alone: they are most of all values.
    short = len(text) <= _LONGEST_WORD or text[0] in "+-." or text[0].isdecimal()
    return short and _AMBIGUOUS.fullmatch(text) is not None


def in_curly_quotes(typed: str) -> str:
    """Give what stands in curly quotes, if they stand around the whole of what was typed; else nothing."""
    found = _IN_CURLY_QUOTES.fullmatch(typed.strip())
    return (found["double"] or found["single"]).strip() if found else ""


def closest(typed: str, allowed: Sequence[str], likeness: float = 0.6) -> str:
    """Give the allowed value that was probably meant, or nothing.

    likeness:  how much the two must have in common, 1 being all
    """
    wanted = typed.casefold()
    candidates = _alike(wanted, tuple(allowed)) if len(allowed) > MANY else allowed
    folded = {name.casefold(): name for name in candidates}
    found = get_close_matches(wanted, folded, n=1, cutoff=likeness)
    return folded[found[0]] if found else ""


def _alike(typed: str, allowed: tuple[str, ...]) -> Sequence[str]:
    """Give the few names of many that share the rarest runs of three letters, not looking at all."""
    runs = _runs_of_letters(allowed)
    rarest = sorted((runs[run] for run in sorted(_runs(typed)) if run in runs), key=len)[:TELLING]
    shared = Counter(name for names in rarest for name in names)
    return [name for name, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:FEW]]


@lru_cache(maxsize=8)
def _runs_of_letters(allowed: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    runs: dict[str, list[str]] = {}
    for name in allowed:
        for run in _runs(name.casefold()):
            runs.setdefault(run, []).append(name)
    return runs


def _runs(name: str) -> frozenset[str]:
    padded = f"  {name} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def suggestion(typed: str, allowed: Sequence[str]) -> str:
    """Propose the closest allowed value, else name up to eight."""
    if meant := closest(typed, allowed):
        return f'Did you mean "{meant}"?'
    return choice(allowed)


def choice(allowed: Sequence[str]) -> str:
    """Name up to eight allowed values."""
    if not allowed:
        return "There is none yet."
    names = ", ".join(allowed[:8])
    return f"Choose from: {names}{', and more' if len(allowed) > 8 else ''}."


def colon_in_item(node: Node, known: Collection[str] = ()) -> str:
    """Give the sentence a list item was meant to be, if a colon in it has made it look like a key.

    known:  the keys that an item may really have
    """
    if not isinstance(node, MapNode) or node.flow or len(node.entries) != 1:
        return ""
    entry = node.entries[0]
    if not isinstance(entry.value, ScalarNode) or entry.key.text in known:
        return ""
    said = entry.value.text if entry.value.plain else f"“{entry.value.text}”"
    return f"{entry.key.text}: {said}".strip()


def quoted(text: str) -> str:
    """Put words in double quotes the way a story file wants them."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
