"""What Pagefind makes in an order of chance, put into one order: two builds give the same bytes.

Pagefind 1.5 keeps languages, filters, their values and sorts in hash maps, and names files by what is
in them. The pages, the words and what is kept of each page are in our order already, and are left alone.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Any

from cbor2 import CBORError, dumps, loads

_ENTRY = "pagefind-entry.json"
_MADE_FOR = "1.5."
_MARK = b"pagefind_dcd"
"""What every file of an index begins with, once it is unpacked."""
_SYSTEM, _NO_SYSTEM = 9, b"\xff"
"""Where a packed file names the system it was packed on, and what it says there to name none."""
_FAULTS = (OSError, EOFError, zlib.error, ValueError, TypeError, LookupError, AttributeError, CBORError)
Files = Mapping[str, bytes]


def settled(made: Files, unasked: Collection[str] = ()) -> Files:
    """Put the files of an index into one order, and name them by what is in them then.

    made:     the files of an index, by their paths
    unasked:  filters that no search asks for, which are left out; what a page has of them stays with the page
    Returns   the files; as Pagefind has made them if they are of another shape than we know, for so they work
    """
    try:
        ours = dict(_settled(made, unasked))
    except _FAULTS:
        return made
    others = {
        path: made[path] for path in made if not (path.endswith(".pf_meta") or path.startswith("filter/"))
    }
    return {**others, **ours}


def _settled(made: Files, unasked: Collection[str]) -> Iterator[tuple[str, bytes]]:
    entry = json.loads(made[_ENTRY])
    if not entry["version"].startswith(_MADE_FOR):
        raise ValueError(entry["version"])
    for language in entry["languages"].values():
        name = language["hash"]
        version, pages, chunks, filters, sorts, fields = _read(made[f"pagefind.{name}.pf_meta"])
        kept = []
        for filter_name, file in sorted(filters):
            if filter_name not in unasked:
                content = _filter(made[f"filter/{file}.pf_filter"], filter_name)
                kept.append([filter_name, _name(file, content)])
                yield f"filter/{kept[-1][1]}.pf_filter", content
        content = _packed([version, pages, chunks, kept, sorted(sorts), fields])
        language["hash"] = _name(name, content)
        yield f"pagefind.{language['hash']}.pf_meta", content
    yield _ENTRY, json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _filter(content: bytes, expected: str) -> bytes:
    name, values = _read(content)
    if name != expected:
        raise ValueError(name)
    return _packed([name, sorted([value, pages] for value, pages in values)])


def _read(packed: bytes) -> Any:
    """Read a file, if what we would write of it is what it says: nothing may get lost."""
    content = gzip.decompress(packed)
    value = loads(content.removeprefix(_MARK))
    if _MARK + dumps(value) != content:
        raise ValueError(value)
    return value


def _packed(value: Any) -> bytes:
    """Pack; each version of Python has an idea of its own which system the header is to name."""
    packed = gzip.compress(_MARK + dumps(value), mtime=0)
    return packed[:_SYSTEM] + _NO_SYSTEM + packed[_SYSTEM + 1 :]


def _name(old: str, content: bytes) -> str:
    """Give a name that changes with the content, after the language that the old one begins with."""
    return f"{old.rpartition('_')[0]}_{sha256(content).hexdigest()[:10]}"
