"""Messages: what is said to people, as frozen data without words.

A message is a name in the catalogue and what belongs into it. Whoever raises, warns or reports makes
messages; `cadre.words` makes the words, at the very end, in the language of the reader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, Union

from cadre.reasons import Reason

Content = Union["Message", "Listed", Reason, str, int, float, dt.date]
"""What may stand in a message.

Whole numbers choose plurals and are grouped as the language groups them; others have its decimal sign and at
most six digits that count; days stand as they stand in files; text stands as it is;
a reason is said with the ids of what it names.
"""
Join = Literal["comma", "semicolon", "and", "or"]


@dataclass(frozen=True, slots=True)
class Message:
    """A name in the catalogue, such as `checks.no-target.found`, and its values by their names, sorted."""

    name: str
    values: tuple[tuple[str, Content], ...] = ()

    def __lt__(self, other: Message) -> bool:
        """Order by name, then by values: no language is asked."""
        return (self.name, repr(self.values)) < (other.name, repr(other.values))


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values in a row, joined as the language joins them."""

    items: tuple[Content, ...]
    join: Join = "comma"


class FaultText(NamedTuple):
    """The three messages of a fault: what was found, what is allowed, and the cure."""

    found: Message
    allowed: Message
    cure: Message

    def __str__(self) -> str:
        """Write it in English: pydantic shows it where no reader of files stands between."""
        return in_english(self)


_speaker: list[Callable[[object], str]] = [repr]


def in_english(thing: object) -> str:
    """Return what a message, a fault or an error says, in English, for who asks `str` of it."""
    return _speaker[0](thing)


def let_speak(speaker: Callable[[object], str]) -> None:
    """Let somebody make the words of `in_english`: words know messages, and messages know no words."""
    _speaker[0] = speaker


def message(name: str, /, **values: Content) -> Message:
    """Return a message. `_` in the name of a value stands for `-` in the catalogue."""
    return Message(name, tuple(sorted(values.items(), key=lambda item: item[0])))


def fault_text(name: str, /, **values: Content) -> FaultText:
    """Return the messages of a fault: the attributes `found`, `allowed` and `cure` of one name."""
    found, allowed, cure = (message(f"{name}.{part}", **values) for part in FaultText._fields)
    return FaultText(found, allowed, cure)


def listed(items: Iterable[Content], join: Join = "comma") -> Listed:
    """Return several values in a row."""
    return Listed(tuple(items), join)


_LINE_BREAKS = re.compile(r"\r\n|[\n\r]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def readable(text: str) -> str:
    """Return a text on one line as a reader can see it.

    Spaces of any width are spaces, line breaks are `↵`, and what nobody can see is told by its code.
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = _SPACES.sub(" ", _LINE_BREAKS.sub("↵", text))
    return "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in spaced)


def quoted(thing: object) -> str:
    """Return a text between quotes as a reader can see it, for a message; anything else as it is."""
    if not isinstance(thing, str):
        return str(thing)
    mark = '"' if "'" in thing and '"' not in thing else "'"
    return f"{mark}{readable(thing)}{mark}"


def as_written(text: str) -> Message:
    """Return words that somebody else made (a library, the operating system), which stay as they are."""
    return message("faults.as-written", text=text)
