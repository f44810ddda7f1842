"""Reasons in words: each kind of `cadre.reasons` is a message, `reasons-STAGE.NAME`, of the catalogue.

Takes a reason, gives its message with its fields put in. How figures and titles are shown is the caller's:
the brief cites numbers and names options by letter, the command line writes plain text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from cadre.mission import Mission
from cadre.reasons import Item, Reason, items, kind, plain
from cadre.reasons.decision import Differs
from cadre.words.catalogue import Counted, Named, Text
from cadre.words.criteria import difference_message
from cadre.words.formats import Formats
from cadre.words.naming import criterion_title, detail_name, inside, quantity_name


class Shows(Protocol):
    """How a reader is shown what a reason holds."""

    def figure(self, path: str, value: float, unit: str) -> object:
        """Return a figure as it is shown; `path` leads to it from the whole reason."""

    def title(self, table: str, key: str) -> object:
        """Return the name of a thing."""


class Plainly:
    """Shows figures and titles as plain text.

    Parameters
    ----------
    formats : Formats
        Of a language.
    mission : Mission
        Whose titles name things.
    names : mapping of str to str, optional
        Names of options by id; without them the id is shown.
    """

    def __init__(self, formats: Formats, mission: Mission, names: Mapping[str, str] | None = None) -> None:
        self._formats, self._mission, self._names = formats, mission, names or {}

    def figure(self, path: str, value: float, unit: str) -> str:
        """Return a figure with its unit, rounded for people."""
        return self._formats.number(value, unit)

    def title(self, table: str, key: str) -> str:
        """Return a title of the mission, the name of an option, else what was written."""
        if table == "options":
            return self._names.get(key, key)
        if table == "criteria":
            return criterion_title(self._mission, key, self._formats)
        if table == "quantities":
            return quantity_name(self._mission, key, self._formats)
        if table == "details":
            return detail_name(self._mission, key, self._formats)
        return title_of(self._mission, table, key)


class ById:
    """Shows things by their ids, figures as plain text: for those who look for a fault of the program."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def figure(self, path: str, value: float, unit: str) -> str:
        """Return a figure with its unit, rounded for people."""
        return self._formats.number(value, unit)

    def title(self, table: str, key: str) -> str:
        """Return an id; of a choice, `LEVER.CHOICE`, that of the choice."""
        return key.rpartition(".")[2] if table == "choices" else key


def by_ids(reason: Reason, formats: Formats) -> str:
    """Return a reason as plain text that names things by their ids."""
    return in_words(reason, formats, ById(formats))


def quoted(titles: Mapping[str, str], formats: Formats) -> dict[str, str]:
    """Return titles of options by id as they stand in a sentence: in quotation marks."""
    return {key: formats.catalogue.text("common.quoted", text=title) for key, title in titles.items()}


def title_of(mission: Mission, table: str, key: str) -> str:
    """Return the title of a thing of the mission; of a choice, `LEVER.CHOICE`, that of the choice."""
    if table in ("choices", "short choices"):
        lever, _, choice = key.partition(".")
        known = mission.levers.get(lever)
        found = known.choices.get(choice) if known is not None else None
        title = "" if found is None else (found.short if table != "choices" else "") or found.title
        return title or choice.replace("-", " ")
    return mission.title_of(table, key) if key in getattr(mission, table, ()) else key


def said(reason: Reason, formats: Formats, shows: Shows) -> tuple[object, ...]:
    """Return a reason as pieces: its words as `Text`, and between them what `shows` made of its fields."""
    return _said(reason, formats, shows, "")


def in_words(reason: Reason, formats: Formats, shows: Shows) -> str:
    """Return a reason as plain text; `shows` must show text."""
    return "".join(p.text if isinstance(p, Text) else str(p) for p in said(reason, formats, shows))


def with_text(reason: Reason, formats: Formats, shows: Shows) -> dict[str, Any]:
    """Return a reason as plain data for files, with what it says as `text`; `shows` must show text."""
    return plain(reason) | {"text": in_words(reason, formats, shows)}


def label(reason: Reason, field: str, formats: Formats, shows: Shows) -> str:
    """Return what a figure of a reason is called: the attribute of its message that is named for the field.

    `shows` must show text; the label may name every field of the reason.
    """
    name = f"reasons-{kind(type(reason))}.{field.replace('_', '-')}"
    return formats.catalogue.text(name, **_values(reason, formats, shows, ""))


def _said(reason: Reason, formats: Formats, shows: Shows, path: str) -> tuple[object, ...]:
    own = f"reasons-{kind(type(reason))}"
    if isinstance(reason, Differs):
        own = difference_message(reason.criterion, formats, more=reason.more) or own
    return formats.catalogue.pieces(own, **_values(reason, formats, shows, path))


def _values(reason: Reason, formats: Formats, shows: Shows, path: str) -> dict[str, object]:
    return {
        item.name: _value(item, formats, shows, f"{path}.{item.name}" if path else item.name)
        for item in items(reason)
    }


def _value(item: Item, formats: Formats, shows: Shows, path: str) -> object:
    if item.value == ():
        return "none"
    if isinstance(item.value, tuple):
        parts = [
            _bare(_one(item, one, formats, shows, f"{path}.{place}"))
            for place, one in enumerate(item.value, start=1)
        ]
        return _joined([part if isinstance(part, tuple) else (part,) for part in parts], item.joined, formats)
    return _one(item, item.value, formats, shows, path)


def _bare(value: object) -> object:
    """Return what is shown of a thing: among several no message chooses by it."""
    return value.shown if isinstance(value, Named | Counted) else value


def _one(item: Item, value: Any, formats: Formats, shows: Shows, path: str) -> object:
    if value is None:
        return "none"
    if isinstance(value, Reason):
        return _said(value, formats, shows, path)
    if item.unit is not None:
        shown = shows.figure(path, float(value), item.unit)
        return Counted(formats.rounded(float(value), item.unit), shown)
    if isinstance(value, dt.date):
        return formats.day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _named(item, str(value), shows)


def _named(item: Item, value: str, shows: Shows) -> Named:
    """Return a thing by its title, or a word; messages choose by words and by criteria alone."""
    key = value.replace(" ", "-").replace("_", "-")
    if item.table is None:
        return Named(key, value)
    title = shows.title(item.table, value)
    small = inside(title) if item.inside and isinstance(title, str) else title
    return Named(key if item.table == "criteria" else "", small)


def _joined(parts: Sequence[tuple[object, ...]], how: str, formats: Formats) -> tuple[object, ...]:
    """Join pieces as the language joins a list: the words between them are texts."""
    if how == "each":
        between = formats.catalogue.text("common.semicolon")
        return tuple(x for n, part in enumerate(parts) for x in ((Text(between), *part) if n else part))
    marks = [chr(0xE100 + n) for n in range(len(parts))]
    listed = formats.either(marks) if how == "any" else formats.every(marks)
    pieces: list[object] = []
    for mark, part in zip(marks, parts, strict=True):
        before, _, listed = listed.partition(mark)
        pieces += [Text(before), *part]
    return tuple(p for p in (*pieces, Text(listed)) if not (isinstance(p, Text) and not p.text))
