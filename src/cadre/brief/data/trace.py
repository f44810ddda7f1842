"""Trace: from a number of a brief to the statements it rests on, through its computation and its inputs.

Takes the folder of a brief, reads only its study.json, gives a `Trace` that prints itself.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cadre.brief.data import FORMAT
from cadre.disk import failure
from cadre.errors import BadInput, Fault, Place
from cadre.messages import as_written, quoted
from cadre.mission.base import did_you_mean
from cadre.words import Catalogue, Formats
from cadre.words.saying import ENGLISH

FILE = "study.json"


@dataclass(frozen=True, slots=True)
class TracedInput:
    """A path of the mission that the number depends on: what this option has there, what it rests on."""

    path: str
    value: Any
    changed: bool
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TracedStatement:
    """A statement of the ledger or a published figure, with its source."""

    id: str
    says: str
    attribution: str
    source: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a number comes from.

    Parameters
    ----------
    id, ref, label, value, low, high, unit, how
        Of the number; see `cadre.brief.number.Number`.
    shown : str
        As the brief shows it.
    numbers : tuple of Trace
        Numbers it is made of, traced in turn.
    inputs : tuple of TracedInput
        Paths of the mission it depends on.
    statements : tuple of TracedStatement
        What it rests on.
    seed, replications, effort, versions, mission_sha256
        Of the study.
    """

    id: str
    ref: int
    label: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    how: str
    shown: str
    numbers: tuple[Trace, ...]
    inputs: tuple[TracedInput, ...]
    statements: tuple[TracedStatement, ...]
    seed: int
    replications: int
    effort: float
    versions: dict[str, str]
    mission_sha256: str

    def __str__(self) -> str:
        return "\n".join(lines(self, ENGLISH))


def trace(out: Path, number_id: str, *, words: Catalogue = ENGLISH) -> Trace:
    """Trace a number of a brief.

    Parameters
    ----------
    out : Path
        Folder of the brief.
    number_id : str
        Id of the number, such as `option.nothing.cost`, or its reference in print, such as `12`.
    words : Catalogue
        Of the language in which amounts are shown.

    Raises
    ------
    BadInput
        There is no study.json, it cannot be read, or it holds no such number.
    """
    document = read_document(out)
    numbers = {number["id"]: number for number in document["numbers"]}
    by_ref = {str(number["ref"]): number["id"] for number in document["numbers"]}
    key = by_ref.get(number_id.strip("[]"), number_id)
    if key not in numbers:
        where, cure = Place(file=FILE, path=("numbers",)), did_you_mean(number_id, numbers)
        name, count = "study-faults.no-such-number", str(len(numbers))
        raise BadInput([Fault.of(where, name, id=quoted(number_id), count=count, cure=cure)])
    return _traced(document, numbers, key, Formats(words, document["mission"]["currency"]))


def read_document(out: Path, *, may_be_older: bool = False) -> dict[str, Any]:
    """Read study.json from the folder of a brief, as far as a trace or a comparison needs it.

    Parameters
    ----------
    out : Path
        The folder.
    may_be_older : bool
        Whether it may be of an older format; what another is compared with may.

    Raises
    ------
    BadInput
        There is none, it cannot be read, or it is of an older format and may not be.
    """
    file = out / FILE
    try:
        document = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise BadInput([Fault.of(Place(file=FILE), "study-faults.no-study")]) from None
    except OSError as error:
        raise failure(error, file) from None
    except ValueError as error:
        problem = as_written(str(error))
        raise BadInput([Fault.of(Place(file=FILE), "study-faults.no-json", problem=problem)]) from None
    if not isinstance(document, dict) or "numbers" not in document:
        raise BadInput([Fault.of(Place(file=FILE), "study-faults.study-without-numbers")])
    if document.get("format") != FORMAT and not may_be_older:
        raise BadInput([Fault.of(Place(file=FILE), "study-faults.older-format")])
    return document


def _traced(
    document: dict[str, Any], numbers: dict[str, dict[str, Any]], key: str, formats: Formats
) -> Trace:
    number = numbers[key]
    made_of = tuple(_traced(document, numbers, name, formats) for name in number["inputs"] if name in numbers)
    paths = [
        path
        for name in number["inputs"]
        if name not in numbers
        for path in document["sets"].get(name, [name])
    ]
    return Trace(
        **{name: number[name] for name in ("id", "ref", "label", "value", "low", "high", "unit", "how")},
        shown=_shown(number, formats),
        numbers=made_of,
        inputs=tuple(_input(document, number, path) for path in dict.fromkeys(paths)),
        statements=tuple(_statement(document, name, formats.catalogue) for name in number["basis"]),
        seed=document["seed"],
        replications=document["replications"],
        effort=document.get("effort", 1.0),
        versions=document["versions"],
        mission_sha256=document["mission"]["sha256"],
    )


def _shown(number: dict[str, Any], formats: Formats) -> str:
    value, low, high = (math.nan if number[end] is None else number[end] for end in ("value", "low", "high"))
    written = formats.number(value, number["unit"])
    if not all(map(math.isfinite, (value, low, high))) or low == high:
        return written
    return f"{written} ({formats.range(low, high, number['unit'])})"


def _input(document: dict[str, Any], number: dict[str, Any], path: str) -> TracedInput:
    """Return what the option of the number has at a path: what it sets, else the mission as read."""
    here = document["inputs"].get(path, {"value": None, "basis": []})
    option = next((o for o in document["options"] if o["id"] == number["option"]), None)
    if option is not None and path in option["changes"]:
        return TracedInput(path, option["changes"][path], True, tuple(here["basis"]))
    return TracedInput(path, here["value"], False, tuple(here["basis"]))


def _statement(document: dict[str, Any], name: str, words: Catalogue) -> TracedStatement:
    if name.startswith("P:"):
        figure = document["figures"].get(name[2:])
        if figure is None:
            return TracedStatement(name, words.text("trace.unknown-figure"), "", "")
        ends = [f"{figure[end]:g}" for end in ("low", "value", "high") if figure.get(end) is not None]
        says = f"{figure['title']}: {' / '.join(ends)} {figure['unit']}"
        return TracedStatement(
            name, says, "derived" if figure.get("derived") else "published", _source(figure["source"])
        )
    statement = document["statements"].get(name)
    if statement is None:
        return TracedStatement(name, words.text("trace.unknown-statement"), "", "")
    source = document["sources"].get(statement.get("source") or "", {})
    return TracedStatement(name, statement["says"], statement["attribution"], _source(source))


def _source(source: dict[str, Any]) -> str:
    return ", ".join(str(source[name]) for name in ("title", "publisher", "date") if source.get(name))


def lines(found: Trace, words: Catalogue) -> list[str]:
    """Write a trace, one thing a line."""
    parts = {
        "id": [words.text("trace.in-print", id=found.id, ref=str(found.ref))],
        "computed": [found.how],
        "made-of": [f"{made.id} = {made.shown}" for made in found.numbers],
        "inputs": [_told_input(one, words) for one in found.inputs],
        "rests-on": [_told_statement(one, words) for one in found.statements],
        "study": [_told_study(found, words)],
    }
    heads = {name: words.text(f"trace.head-{name}") for name in parts}
    wide = max(LEAST_HEAD, *map(len, heads.values()))
    written = [f"{found.label}: {found.shown}"]
    for name, items in parts.items():
        for place, item in enumerate(items):
            written.append(f"  {heads[name] if place == 0 else '':<{wide}} {item}")
    return written


LEAST_HEAD = 9
"""Letters of the widest head of a line in English, and one more."""


def _told_study(found: Trace, words: Catalogue) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in sorted(found.versions.items()))
    made = {"seed": str(found.seed), "effort": f"{found.effort:g}", "digest": found.mission_sha256[:12]}
    return words.text("trace.study", replications=found.replications, versions=versions, **made)


def _told_input(one: TracedInput, words: Catalogue) -> str:
    name = "trace.input-set" if one.changed else "trace.input"
    basis = f"  [{', '.join(one.basis)}]" if one.basis else ""
    return f"{words.text(name, path=one.path, value=_brief(one.value))}{basis}"


def _told_statement(one: TracedStatement, words: Catalogue) -> str:
    by = ", ".join(part for part in (_attribution(one.attribution, words), one.source) if part)
    return f"{one.id}: {one.says}{f' ({by})' if by else ''}"


def _attribution(attribution: str, words: Catalogue) -> str:
    """Return the word for who said something; one that is not known stays as the study has it."""
    if attribution == "published":
        return words.text("trace.published")
    name = f"ledger.attribution-{attribution.replace(' ', '-')}"
    return words.text(name) if attribution and words.has(name) else attribution


def _brief(value: Any) -> str:
    """Write a value on one line, a long record cut short."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    room = 100
    return text if len(text) <= room else f"{text[: room - 1]}…"
