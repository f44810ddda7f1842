"""Refused: what Cadre never plans: combat, targeting, weapons effects.

Takes the plain data of a mission (so that a mission with other faults is refused as well), gives faults. Only
what the mission would *do* is read: ids and titles of skills, competences, courses, projects, activities,
roles and capabilities (also those that a choice of a lever brings in), the elements of the mandate, what it
asks for, and tags. What it excludes (`mission.never`, `mandate.excludes`) and free comments are not read.

The list is short on purpose: phrases that name an activity, not words that name an occasion. A *combat medic*
heals, *after combat* is a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import message, quoted

REFUSED = (
    r"(?:in )?combat(?: \w+)?",
    r"target(?:ing| acquisition| designation| selection| engagement)",
    r"(?:air|drone|missile|precision|artillery|naval|kinetic) ?strikes?",
    r"(?:fire|close air) support",
    r"(?:suppressive|covering|artillery) fires?",
    r"(?:forward|joint terminal) (?:attack|air|observ\w+)(?: controllers?)?",
    r"assault(?:s|ing)?",
    r"snip(?:er|ers|ing)",
    r"offensive (?:operations?|actions?|manoeuvres?|maneuvers?)",
    r"weapons? (?:effects?|employment|delivery|release)",
    r"(?:gunnery|mortar|machine gun|marksmanship) (?:course|training|drill)",
    r"close quarters? (?:battle|fighting)",
    r"kill chains?",
)
"""What is refused, as whole words, without regard to case."""

_SAID = (
    r"(?:combat(?: (?:roles?|operations?|missions?|dut(?:y|ies)|tasks?|activit(?:y|ies)|support|training))?"
    r"|targeting|(?:air ?strikes?)|fire support|offensive operations?|weapons effects?)"
)
ALLOWED = (
    rf"(?:not?|never|without|outside|exclud\w+|except|neither|instead of|rather than)"
    rf" (?:for |in |a |an |any |the )*{_SAID}(?:(?:,| or| and| nor|, or)(?: in| any)? {_SAID})*",
    r"(?:non|anti|counter) (?:combat|sniper)(?: \w+)?",
    r"(?:after|following|since|before|leav\w+|return\w* from) combat",
    r"combat (?:life ?savers?|medics?|medicine|medical|first aid|casualt\w+|stress|injur\w+|trauma)",
    r"combat (?:corruption|fraud|disease|malaria|illiteracy|trafficking)",
    r"(?:victims?|survivors?|veterans?|wounded) of combat",
    r"sexual assaults?|assault (?:victims?|survivors?|prevention)",
)
"""Phrases that hold a refused word and pass; they are taken out of the text first."""

_REFUSED = re.compile(r"\b(?:" + "|".join(REFUSED) + r")\b", re.IGNORECASE)
_ALLOWED = re.compile(r"\b(?:" + "|".join(ALLOWED) + r")\b", re.IGNORECASE)
_TABLES = ("skills", "competences", "courses", "projects", "roles", "capabilities")


def refused_words(text: str) -> str:
    """Return the first words of a text that name something refused; `""` for none.

    Hyphens and underscores count as spaces.
    """
    spaced = re.sub(r"[-_\s]+", " ", text)
    match = _REFUSED.search(_ALLOWED.sub(" … ", spaced))
    return match[0] if match else ""


def refused_activities(data: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return a fault for each activity of the mission that is refused."""
    faults = []
    for path, text in (*_texts(data), *_texts_of_choices(data)):
        words = refused_words(text)
        if words:
            found = message("parts.words-in-text", words=quoted(words), text=quoted(text))
            shown = found if words != text else quoted(text)
            faults.append(Fault.of(Place(path=path), "parts.never-planned", found=shown))
    return tuple(faults)


def _texts(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Return the texts that say what the mission would do, by path."""
    mandate = _mapping(data.get("mandate"))
    if isinstance(mandate.get("asks"), str):
        yield ("mandate", "asks"), mandate["asks"]
    yield from _named(mandate.get("elements"), ("mandate", "elements"))
    for table in _TABLES:
        yield from _named(data.get(table), (table,))
        for key, record in _mapping(data.get(table)).items():
            yield from _named(_mapping(record).get("activities"), (table, str(key), "activities"))


def _texts_of_choices(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Return the texts that a choice of a lever would put into the mission, at the place of the choice."""
    for lever, record in _mapping(data.get("levers")).items():
        for key, choice in _mapping(_mapping(record).get("choices")).items():
            for path, value in _mapping(_mapping(choice).get("set")).items():
                here = ("levers", str(lever), "choices", str(key), "set", str(path))
                nested: Any = value
                for part in reversed(str(path).split(".")):
                    nested = {part: nested}
                yield from ((here, text) for _, text in _texts(nested))


def _named(table: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, record in _mapping(table).items():
        yield (*path, str(key)), str(key)
        for name in ("title", "tag"):
            text = _mapping(record).get(name)
            if isinstance(text, str):
                yield (*path, str(key), name), text


def _mapping(value: Any) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}
