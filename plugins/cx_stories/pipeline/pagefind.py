"""Pagefind, the program that makes the index of the search."""

from __future__ import annotations

import logging
import os
from base64 import b64decode, b64encode
from binascii import Error as NoBase64Error
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, cast

import msgspec
from pagefind_bin_extended import get_executable

from cx_stories.errors import IndexingError

log = logging.getLogger("mkdocs.plugins.cx_stories")
_FIRST = 0
"""The number it gives to the first index it makes; we ask for no other."""
_PIECE = 1 << 16
_LONG = 1 << 20
"""From how many bytes on what comes is an answer: no line for the log is as long."""
_FOUR = 4
"""By how many signs base64 goes."""


class _File(msgspec.Struct, frozen=True):
    """A file of the index. Its content comes in base64, which is read along with the rest."""

    path: str
    content: bytes


class _Payload(msgspec.Struct, frozen=True):
    """What an answer says, as far as we ask."""

    type: str = ""
    message: Any = ""
    files: Sequence[_File] | None = None


class _Answer(msgspec.Struct, frozen=True):
    """What comes back for a message."""

    payload: _Payload


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Answer).decode
_MISREAD = (OSError, EOFError, NoBase64Error, ValueError, LookupError, TypeError, msgspec.MsgspecError)


class Pagefind:
    """Makes one index, of documents that it is given one by one: their order is ours, and not a disk's.

    It is spoken to as its own packages for Node and Python do: a message is JSON in base64 with a comma
    behind it, and so is the answer. Nothing is asked before the last answer is there.
    """

    def __init__(self) -> None:
        """Start the program.

        Raises:  IndexingError if it cannot be started; so do all others
        """
        self._asked, self._begun = 0, False
        self._complaints = TemporaryFile()  # noqa: SIM115 (closed with the program)
        try:
            command = [get_executable(), "--service"]
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=self._complaints)  # noqa: S603
        except OSError as error:
            self._complaints.close()
            raise IndexingError(error.strerror or str(error)) from error
        self._questions = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)

    def __enter__(self) -> Pagefind:
        try:
            self._ask({"type": "NewIndex", "config": None})
        except BaseException:
            self._end()
            raise
        return self

    def add(self, location: str, document: str) -> None:
        """Add a page.

        location:  its address, seen from the top of the site, such as `stories/the-umbrella/`
        document:  what it is found by: HTML with Pagefind's attributes
        """
        page = {"url": f"/{location}", "file_path": None, "file_contents": document}
        self._ask({"type": "AddFile", "index_id": _FIRST, **page})

    def begin(self) -> None:
        """Have the index made of what has been added, while others go on."""
        self._begun = True
        self._put({"type": "GetFiles", "index_id": _FIRST})

    def files(self) -> Mapping[str, bytes]:
        """Wait for the index, and give its files by their paths, sorted; begin with it if nobody has.

        It could write them itself, but would end before the disk has them all.
        """
        if not self._begun:
            self.begin()
        files = self._taken().files
        if files is None:
            raise IndexingError(self._said())
        made = {PurePath(file.path).as_posix(): file.content for file in files}
        return {path: made[path] for path in sorted(made)}

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def stop(self) -> None:
        """End the program, whatever it is doing."""
        self._process.kill()

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()
        if said := self._said():
            log.debug("Pagefind: %s", said)
        self._complaints.close()

    def _ask(self, payload: Mapping[str, Any]) -> _Payload:
        self._put(payload)
        return self._taken()

    def _put(self, payload: Mapping[str, Any]) -> None:
        self._asked += 1
        message = _encode({"message_id": self._asked, "payload": payload})
        with self._understood():
            self._questions.write(b64encode(message) + b",")
            self._questions.flush()

    def _taken(self) -> _Payload:
        with self._understood():
            answer = _decode(self._answer()).payload
        if answer.type == "Error":
            raise IndexingError(str(answer.message))
        return answer

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Say in one sentence if the program does not answer, or in another language."""
        try:
            yield
        except _MISREAD as error:
            self._process.kill()
            self._process.wait()
            raise IndexingError(self._said()) from error

    def _answer(self) -> bytearray:
        """Wait for an answer. Lines before it, if there are any, are for the log.

        A whole index comes in one answer, so a long one is decoded while it comes.
        """
        received, answer = bytearray(), bytearray()
        while not received.endswith(b","):
            piece = os.read(self._answers.fileno(), _PIECE)
            if not piece:
                raise EOFError
            received += piece
            if len(received) > _LONG and b"\n" not in received:
                answer += _taken_off(received)
        said, _, rest = received[:-1].rpartition(b"\n")
        if said:
            log.debug("Pagefind: %s", said.decode(errors="replace"))
        answer += b64decode(rest, validate=True)
        return answer

    def _said(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace").strip()


def _taken_off(received: bytearray) -> bytes:
    """Decode what has come of an answer, and take it off; what is too little to decode stays."""
    whole = (len(received) - 1) // _FOUR * _FOUR
    decoded = b64decode(received[:whole], validate=True)
    del received[:whole]
    return decoded
