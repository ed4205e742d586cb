"""Whether a file is a picture that readers can be shown: what it is, how heavy and how large."""

from __future__ import annotations

import os
from collections.abc import Mapping
from math import ceil
from typing import BinaryIO

from cx_stories.reading.measured import BrokenPictureError
from cx_stories.reading.picture_headers import MAGIC, format_of, size_of

FORMATS: Mapping[str, str] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WebP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
"""The endings of pictures, and the format that each stands for."""
PICTURES = frozenset(FORMATS)
MAX_BYTES = 10_000_000
MAX_PIXELS = 50_000_000
_MILLION = 1_000_000


def unfit_picture(stream: BinaryIO, ending: str) -> str:
    """Say why a file cannot be shown as a picture; nothing if it can.

    ending:   of its name, in small letters; one of `PICTURES`
    Returns   `megabytes 12`, `no-picture .png`, `other-format .png JPEG`, `broken JPEG` or `megapixels 120`
    """
    weight = stream.seek(0, os.SEEK_END)
    if weight > MAX_BYTES:
        return f"megabytes {ceil(weight / _MILLION)}"
    stream.seek(0)
    name = format_of(stream.read(MAGIC))
    if not name:
        return f"no-picture {ending}"
    if name != FORMATS[ending]:
        return f"other-format {ending} {name}"
    try:
        width, height = size_of(stream, name)
    except BrokenPictureError:
        return f"broken {name}"
    return f"megapixels {ceil(width * height / _MILLION)}" if width * height > MAX_PIXELS else ""
