# ruff: noqa: E501
"""Files that are no text, or not the text they seem to be."""

from __future__ import annotations

_HEAD = b"---\ntitle: Refund\nsummary: S\ndate: 2024-03-01\npolarity: positive\nelements: [surprising]\nlessons: [Listen.]\nprovenance: fictional\n---\n"
_TEXT = (
    _HEAD + b"She rang at nine, and at five past nine she had her money back. The coat went to her sister.\n"
)
_SCRIPT = "<script>alert(1)</script>"

FILES = {
    "empty": (b"", "CX002"),
    "one zero byte": (b"\0", "CX010"),
    "zero bytes": (b"\0" * 5000, "CX010"),
    "zero byte in the front matter": (_TEXT.replace(b"Refund", b"Ref\0und"), "CX010"),
    "zero byte in the body": (_TEXT + b"<scr\0ipt>alert(1)</scr\0ipt>\n", "CX010"),
    "bell": (_TEXT + b"\a", "CX010"),
    "escape of a terminal": (_TEXT + b"\x1b[2J\x1b]0;owned\x07", "CX010"),
    "vertical tab": (_TEXT + b"a\x0bb", "CX010"),
    "delete": (_TEXT + b"a\x7fb", "CX010"),
    "second controls": (_TEXT + "a\x85b\x9bc".encode(), "CX010"),
    "mark at the start": (b"\xef\xbb\xbf" + _TEXT, ""),
    "mark in the middle": (_TEXT + "She\ufeff came.\n".encode(), "CX010"),
    "two marks at the start": (b"\xef\xbb\xbf\xef\xbb\xbf" + _TEXT, "CX010"),
    "sixteen bits": (_TEXT.decode().encode("utf-16"), "CX001"),
    "sixteen bits without a mark": (_TEXT.decode().encode("utf-16-le"), "CX010"),
    "sixteen bits the other way": (_TEXT.decode().encode("utf-16-be"), "CX010"),
    "thirty-two bits": (_TEXT.decode().encode("utf-32"), "CX001"),
    "seven bits": (_TEXT + b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-\n", ""),
    "Latin": (_TEXT + "caf\u00e9".encode("latin-1"), "CX001"),
    "Latin of Windows": (_TEXT + b"\x93She came\x94", "CX001"),
    "Japanese": (_TEXT + "\u5e97".encode("shift-jis"), "CX001"),
    "Japanese with escapes": (_TEXT + "\u5e97".encode("iso-2022-jp"), "CX010"),
    "longer than needed": (_TEXT + b"\xc0\xbcscript\xc0\xbe", "CX001"),
    "longer than needed, a slash": (_TEXT + b"\xc0\xaf\xe0\x80\xaf", "CX001"),
    "half a pair": (_TEXT + b"\xed\xa0\x80", "CX001"),
    "a pair in halves": (_TEXT + b"\xed\xa0\xbd\xed\xb8\x80", "CX001"),
    "beyond the last": (_TEXT + b"\xf4\x90\x80\x80", "CX001"),
    "broken off": (_TEXT + b"\xe2\x82", "CX001"),
    "bytes that begin nothing": (_TEXT + b"\x80\x81\xfe\xff", "CX001"),
    "not a character": (_TEXT + "\ufffe \uffff".encode(), "CX010"),
    "old line ends": (_TEXT.replace(b"\n", b"\r"), ""),
    "line ends of Windows": (_TEXT.replace(b"\n", b"\r\n"), ""),
    "line ends of all kinds": (_TEXT.replace(b"came", b"c\r\r\nc\n\r"), ""),
    "lines of another kind": (_TEXT + "a\u2028b\u2029c\n".encode(), "CX010"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "CX001"),
    "archive": (b"PK\x03\x04\x14\0\0\0", "CX010"),
    "document": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "CX001"),
    "program": (b"\x7fELF\x02\x01\x01\0", "CX010"),
    "packed": (b"\x1f\x8b\x08\0", "CX001"),
    "script of a shell": (b"#!/bin/sh\nrm -rf /\n", "CX002"),
    "page": (b"<!doctype html><script>alert(1)</script>", "CX002"),
    "page behind a front matter": (_TEXT + b"<!doctype html><html><body onload=alert(1)>", "CX601"),
    "front matter further down": (b"\n\n" + _TEXT, ""),
    "front matter behind a space": (b" " + _TEXT, "CX002"),
    "front matter in another language": (_TEXT.replace(b"---", b"+++"), "CX002"),
    "front matter of JSON": (b'{"title": "x"}\n', "CX002"),
}
"""The bytes of `stories/example.md`."""
