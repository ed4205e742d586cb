"""What extensions of Markdown say while they work: taken as a sign, or not heard."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def silence() -> Iterator[None]:
    """Let nothing be said twice: a text of which something is to be said is left to MkDocs.

    Raises:  SaidError in the place of whatever is logged as a warning or worse; also for Python's warnings
    """
    make = logging.getLogRecordFactory()

    def record(*arguments: Any, **more: Any) -> logging.LogRecord:
        made = make(*arguments, **more)
        if made.levelno >= logging.WARNING:
            raise SaidError
        return made

    logging.setLogRecordFactory(record)
    try:
        with warnings.catch_warnings(record=True) as said:
            yield
        if said:
            raise SaidError
    finally:
        logging.setLogRecordFactory(make)


@contextmanager
def deafness() -> Iterator[None]:
    """Hear nothing of what is said of a text: MkDocs will say it."""
    disabled = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)


class SaidError(Exception):
    """Something was said of a text."""
