"""The catalogue: messages by name, filled with what belongs into them.

A name is `AREA.MESSAGE`, or `AREA.MESSAGE.ATTRIBUTE`; the area is a file of `locales/LANGUAGE`, read when its
first message is asked for. What is filled in is never read as a message: a title that holds braces or tags
stays as its planner wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from cadre.words.languages import SOURCE, Language
from cadre.words.sides import CLOSES, isolate, isolated
from cadre.words.spaces import spaced

if TYPE_CHECKING:
    from babel import Locale
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern
    from fluent.runtime.types import FluentType
    from fluent.syntax.ast import Resource

COMMON = "common"
"""The area whose terms all others may use."""
Style = Literal["plain", "strong", "small"]
_STYLES: dict[str, Style] = {"b": "strong", "small": "small"}
_TOKEN = re.compile("\ue000(?P<slot>\\d+)\ue001|<(?P<closes>/?)(?P<tag>b|small)>")


class UnknownMessage(LookupError):
    """A message that no catalogue has, or one that was handed too little: a defect of the program."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a message, as the message sets them: `<b>` is strong, `<small>` small."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that stands for a number: messages choose their plural by the number and show the thing.

    Variants are named by plural forms (`[one]`, `*[other]`), never by numbers.
    """

    number: float
    shown: object


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: messages choose by its key, never by the name that people gave it.

    Without a key no message can choose by it, so that a title such as `none` is a title and nothing else.
    """

    key: str
    shown: object


class Catalogue:
    """The messages of one language.

    Parameters
    ----------
    language : str
        One of `LANGUAGES`.
    altered : callable, optional
        What each text of a message becomes, filled-in things apart: tests show so what no catalogue
        holds.
    """

    def __init__(self, language: Language = SOURCE, altered: Callable[[str], str] | None = None) -> None:
        self.language = language
        self._altered = altered

    def pieces(self, name: str, /, **values: object) -> tuple[object, ...]:
        """Return a message as pieces: its words as `Text`, and between them what was filled in, as it is.

        A tuple that is filled in is put in piece by piece. A whole number is written as the language writes
        it.

        Raises
        ------
        UnknownMessage
            When no language has the message, or it names something that was not handed.
        """
        slots: list[object] = []
        filled = {key.replace("_", "-"): _slot(value, slots, self.language) for key, value in values.items()}
        text, language = self._resolved(name, filled)
        return tuple(self._merged(self._parts(text, slots, language)))

    def text(self, name: str, /, **values: object) -> str:
        """Return a message as plain text; what is filled in is written as `str` writes it."""
        return "".join(
            piece.text if isinstance(piece, Text) else str(piece) for piece in self.pieces(name, **values)
        )

    def has(self, name: str) -> bool:
        """Return whether this very language holds a message."""
        area, message, attribute = _split(name)
        return _found(self.language, area, message, attribute) is not None

    def _resolved(self, name: str, filled: dict[str, FluentType | int]) -> tuple[str, Language]:
        """Return the text of a message, marks where things belong, and in which language it was found."""
        area, message, attribute = _split(name)
        for language in dict.fromkeys((self.language, SOURCE)):
            pattern = _found(language, area, message, attribute)
            if pattern is None:
                continue
            text, errors = _bundle(language, area).format_pattern(pattern, filled)
            if errors:
                raise UnknownMessage(f"message {name!r} in {language!r}: {errors[0]}")
            line = str(text).replace("\n", " ")  # lines of a file are no lines of a text
            return spaced(line, language), language
        raise UnknownMessage(f"no message {name!r} in any catalogue")

    def _parts(self, text: str, slots: list[object], language: Language) -> Iterable[object]:
        last, style = 0, "plain"
        for token in _TOKEN.finditer(text):
            yield self._text(text[last : token.start()], style)
            last = token.end()
            if token["slot"] is not None:
                yield from self._apart(slots[int(token["slot"])], style, language)
            else:
                style = "plain" if token["closes"] else _STYLES[token["tag"]]
        yield self._text(text[last:], style)

    def _apart(self, thing: object, style: str, language: Language) -> Iterable[object]:
        """Yield a thing piece by piece, kept apart from words of a message that run the other way."""
        if not isinstance(thing, tuple):
            whole = isinstance(thing, str)
            yield _in_style(isolated(str(thing), language, self.language) if whole else thing, style)
            return
        held = "".join(piece if isinstance(piece, str) else getattr(piece, "text", "") for piece in thing)
        opens = isolate(held, language, self.language)
        yield from ((opens, *thing, CLOSES) if opens else thing)

    def _text(self, text: str, style: str) -> Text:
        altered = self._altered(text) if self._altered is not None and text.strip() else text
        return Text(altered, style)  # type: ignore[arg-type]

    def _merged(self, pieces: Iterable[object]) -> Iterable[object]:
        """Put neighbouring texts of one style together and leave out empty ones."""
        held: Text | None = None
        for piece in pieces:
            if isinstance(piece, Text) and held is not None and held.style == piece.style:
                held = Text(held.text + piece.text, held.style)
                continue
            if held is not None and held.text:
                yield held
            held = piece if isinstance(piece, Text) else None
            if held is None:
                yield piece
        if held is not None and held.text:
            yield held


def _split(name: str) -> tuple[str, str, str]:
    area, _, rest = name.partition(".")
    message, _, attribute = rest.partition(".")
    return area, message, attribute


def _slot(value: object, slots: list[object], language: Language) -> FluentType | int:
    """Return what stands for a thing in a message, which may choose by its text or its number's plural."""
    from babel import Locale  # noqa: PLC0415  (libraries are read when something is said)

    if isinstance(value, int) and not isinstance(value, bool):
        return value
    chosen_by = value if isinstance(value, str) else ""
    if isinstance(value, Counted):
        chosen_by, value = Locale.parse(language).plural_form(value.number), value.shown
    if isinstance(value, Named):
        chosen_by, value = value.key, value.shown
    slots.append(value)
    return _slot_type()(chosen_by, len(slots) - 1)


@cache
def _slot_type() -> Callable[[str, int], FluentType]:
    """Return the type of what is filled in: a text that messages choose by, shown as a mark."""
    from fluent.runtime.types import FluentType  # noqa: PLC0415

    class Slot(str, FluentType):
        place: int

        def __new__(cls, text: str, place: int) -> Slot:
            slot = super().__new__(cls, text)
            slot.place = place
            return slot

        def format(self, locale: Locale) -> str:  # type: ignore[override]
            return f"\ue000{self.place}\ue001"

    return Slot


def _in_style(thing: object, style: str) -> object:
    """Return text that is filled in between tags in their style; other things have looks of their own."""
    return Text(thing, style) if isinstance(thing, str) else thing  # type: ignore[arg-type]


def _found(language: Language, area: str, message: str, attribute: str) -> Pattern | None:
    bundle = _bundle(language, area)
    if not bundle.has_message(message):
        return None
    found = bundle.get_message(message)
    pattern: Pattern | None = found.attributes.get(attribute) if attribute else found.value
    return pattern


@cache
def _bundle(language: Language, area: str) -> FluentBundle:
    """Read an area of a language, with the common one; an area that is not there is empty."""
    from fluent.runtime import FluentBundle  # noqa: PLC0415

    bundle = FluentBundle([language], use_isolating=False)
    for name in dict.fromkeys((COMMON, area)):
        bundle.add_resource(_resource(language, name))
    return bundle


@cache
def _resource(language: Language, name: str) -> Resource:
    """Parse a file of a language, each once."""
    from fluent.runtime import FluentResource  # noqa: PLC0415

    file = files("cadre.words").joinpath("locales", language, f"{name}.ftl")
    return FluentResource(file.read_text(encoding="utf-8") if file.is_file() else "")
