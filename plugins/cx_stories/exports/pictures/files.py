"""The pictures of a site as files: what a sound one looks like."""

from __future__ import annotations

from zlib import crc32

from cx_stories.exports.pictures.size import HEIGHT, WIDTH

MOST_BYTES = 1_000_000
SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""What every PNG begins with."""
_SIZE = WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big")
_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
"""All that a picture of ours is made of: no words, no profiles, nothing that could be something else."""


def is_sound(content: bytes) -> bool:
    """Whether bytes are a whole picture of the kind that is drawn here, with nothing else in it.

    Source:  https://www.w3.org/TR/png-3/#5DataRep
    """
    at, seen = len(SIGNATURE), list[bytes]()
    if not content.startswith(SIGNATURE) or content[16:24] != _SIZE:
        return False
    while at < len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        name, checksum = content[at + 4 : at + 8], content[end : end + 4]
        if crc32(content[at + 4 : end]).to_bytes(4, "big") != checksum or name not in _CHUNKS:
            return False
        seen.append(name)
        at = end + 4
    return (seen[0], seen[-1]) == (_CHUNKS[0], _CHUNKS[-1])
