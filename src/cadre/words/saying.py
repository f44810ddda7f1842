"""Saying: messages to words, in one language; a fault to its line.

The last step before a reader. Takes what `cadre.messages` and `cadre.errors` hold, gives text.
"""

from __future__ import annotations

import datetime as dt

from cadre.errors import BadInput, BrokenPlan, CadreError, Fault, MissionWarning, Stopped
from cadre.messages import Content, FaultText, Listed, Message
from cadre.reasons import Reason
from cadre.words.catalogue import Catalogue
from cadre.words.formats import Formats

ENGLISH = Catalogue()
MOST_TOLD = 10
"""Broken rules of a plan that are told in words; the error holds all."""
_WHOLE = 1e16
"""Numbers below are told in whole where they are whole, never as 1e+06."""
_DIGITS = 6
"""Digits that count of a number that is not whole."""


def said(message: Message, words: Catalogue = ENGLISH) -> str:
    """Return the words of a message.

    Parameters
    ----------
    message : Message
        What is to be said.
    words : Catalogue
        Of the language of the reader.
    """
    return words.text(message.name, **{name: _filled(value, words) for name, value in message.values})


def line(parts: FaultText | Fault, words: Catalogue = ENGLISH) -> str:
    """Return what was found, what is allowed and the cure in one line, without its place."""
    found, allowed, cure = (said(part, words) for part in (parts.found, parts.allowed, parts.cure))
    if not cure:
        return words.text("faults.line", found=found, allowed=allowed)
    return words.text("faults.line-with-cure", found=found, allowed=allowed, cure=cure)


def told(fault: Fault, words: Catalogue = ENGLISH) -> str:
    """Return a fault as its line, with its place before it where that is known."""
    place, text = str(fault.where), line(fault, words)
    return words.text("faults.at", place=place, told=text) if place else text


def warned(warning: MissionWarning, words: Catalogue = ENGLISH) -> str:
    """Return a warning as its line, with its place before it where that is known."""
    found, matters, cure = (said(part, words) for part in (warning.found, warning.matters, warning.cure))
    text = words.text("faults.warning", found=found, matters=matters, cure=cure)
    place = str(warning.where)
    return words.text("faults.at", place=place, told=text) if place else text


def english(thing: object) -> str:
    """Return in English what a message, a fault or an error says."""
    if isinstance(thing, CadreError):
        return of_error(thing)
    if isinstance(thing, Fault):
        return told(thing)
    if isinstance(thing, MissionWarning):
        return warned(thing)
    return line(thing) if isinstance(thing, FaultText) else repr(thing)


def of_error(error: CadreError, words: Catalogue = ENGLISH) -> str:
    """Return what an error says: a line for each fault or broken rule."""
    if isinstance(error, BadInput):
        return "\n".join(told(fault, words) for fault in error.faults)
    if isinstance(error, BrokenPlan):
        return _of_broken(error, words)
    if isinstance(error, Stopped):
        return said(error.kept, words) if error.kept is not None else ""
    return " ".join(map(str, error.args))


def _of_broken(error: BrokenPlan, words: Catalogue) -> str:
    rest = len(error.broken) - MOST_TOLD
    rules = [str(_filled(rule, words)) for rule in error.broken[:MOST_TOLD]]
    lines = [words.text("faults.broken-plan", plan=said(error.plan, words)), *rules]
    lines += [words.text("faults.broken-more", rest=rest)] if rest > 0 else []
    return "\n  ".join(lines) + "\n" + words.text("faults.broken-report")


def _filled(value: Content, words: Catalogue) -> str | int:
    """Return what stands for a value: a whole number stays one, since plurals are chosen by it."""
    if isinstance(value, Message):
        return said(value, words)
    if isinstance(value, Listed):
        return _joined([str(_filled(item, words)) for item in value.items], value.join, words)
    if isinstance(value, float):
        return _plain(value, words)
    if isinstance(value, Reason):
        from cadre.words.reasons import by_ids  # noqa: PLC0415  (it knows missions, which are slow to import)

        return by_ids(value, Formats(words))
    return value.isoformat() if isinstance(value, dt.date) else value


def _joined(items: list[str], join: str, words: Catalogue) -> str:
    if join == "and":
        return Formats(words).every(items)
    if join == "or":
        return Formats(words).either(items)
    return (words.text("common.semicolon") if join == "semicolon" else ", ").join(items)


def _plain(number: float, words: Catalogue) -> str:
    """Write a number with six digits that count, without signs between thousands."""
    if number.is_integer() and abs(number) < _WHOLE:
        return str(int(number))
    return f"{number:.{_DIGITS}g}".replace(".", Formats(words).signs[0])
