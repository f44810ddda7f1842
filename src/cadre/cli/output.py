"""Output: what reaches the terminal is plain text, whatever stands in a mission, a path or an older brief.

Characters that steer a terminal, end a line or turn its direction are written as their codes, in the form
that JSON has for them; so are those that the terminal's encoding lacks.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufeff]")
_ENDING = re.compile(r"[\t\n]")


def plain(text: str) -> str:
    """Write characters that steer a terminal as codes; line breaks and tabs stay."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    """Write the same on one line."""
    return _ENDING.sub(lambda found: f"\\u{ord(found[0]):04x}", plain(text))


def tell(*texts: str) -> None:
    """Print to standard error, each of the texts made plain, at a terminal in lines that fit it."""
    with suppress(OSError):
        lines = (line for text in texts for line in plain(text).split("\n"))
        shown = map(_fitted, lines) if sys.stderr.isatty() else lines
        print("\n".join(shown), file=sys.stderr, flush=True)


def _fitted(line: str) -> str:
    """Break a line between words where the terminal ends; what goes on is indented."""
    width = shutil.get_terminal_size().columns
    if len(line) <= width:
        return line
    return textwrap.fill(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


@contextmanager
def plain_output() -> Iterator[None]:
    """Make plain whatever is printed inside the block."""
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    sys.stdout = _Plain(stream)
    try:
        yield
    finally:
        sys.stdout = stream


class _Plain:
    """A stream whose text is made plain."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        return int(self._stream.write(plain(text)))

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the stream has."""
        return getattr(self._stream, name)


def close() -> None:
    """Write no more to standard output, which refuses it: Python would try once more as it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
