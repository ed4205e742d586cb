"""Pictures for tests: real ones of two pixels in each format, and those that say they are larger."""

from __future__ import annotations

import struct
from base64 import b64decode

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGM8MU2DgYEBAAhMAYh7jVnMAAAAAElFTkSuQmCC"
)
JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71"
    "////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4"
    "+Pj4+Pj4+Pj/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA"
    "FQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCoCMz/2Q=="
)
WEBP = b64decode("UklGRjAAAABXRUJQVlA4ICQAAABwAQCdASoCAAEAB0CWJaACdAFAAAD+yL/6Fd2edvjVtMHTwAA=")
GIF = b64decode("R0lGODdhAgABAIEAAMiWKAAAAAAAAAAAACwAAAAAAgABAAAIBQABAAgIADs=")
AVIF = b64decode(
    "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA"
    "AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAIgAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA"
    "AGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAAgAAAAEAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA"
    "AAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAKm1kYXQSAAoIGAAmiAhoNCAyFB7Hh4VZ3///4sAA"
    "AJA1jjohUln7"
)
BY_ENDING = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".webp": WEBP, ".gif": GIF, ".avif": AVIF}


def enlarged(ending: str, width: int, height: int) -> bytes:
    """Give a picture whose header says that it has this size."""
    content = BY_ENDING[ending]
    place, size = {
        ".png": (16, struct.pack(">II", width, height)),
        ".jpg": (JPEG.index(b"\xff\xc0") + 5, struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)),
        ".webp": (26, struct.pack("<HH", width & 0x3FFF, height & 0x3FFF)),
        ".gif": (6, struct.pack("<HH", width & 0xFFFF, height & 0xFFFF)),
        ".avif": (AVIF.index(b"ispe") + 8, struct.pack(">II", width, height)),
    }[ending]
    return content[:place] + size + content[place + len(size) :]
