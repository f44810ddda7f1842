"""Judging: one mutant is read, and what comes is held against what its change means."""

from __future__ import annotations

import hashlib
import json
import signal
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.mutated import csv_ways, folder_ways, workbook_ways, yaml_ways
from benchmarks.mutated.mutant import Base, Form, Keys, Meaning, Mutant, base
from benchmarks.mutated.plain_words import complaints
from benchmarks.mutated.yaml_ways import at
from cadre.errors import BadInput, RefusedMission
from cadre.mission import Mission
from cadre.mission_files import read_mission

_FORMS: tuple[tuple[Form, tuple[Any, ...]], ...] = (
    ("yaml", yaml_ways.WAYS), ("yaml", yaml_ways.WAYS), ("csv", csv_ways.WAYS), ("csv", csv_ways.WAYS),
    ("excel", workbook_ways.WAYS), ("excel", workbook_ways.WAYS),
)  # fmt: skip
_FOLDERS = 0.1
"""Share of mutants in which the folder is changed instead of what a file holds."""
SECONDS_AT_MOST = 10
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a mutant.

    Parameters
    ----------
    number : int
        Of the mutant.
    way : str
        How it was made.
    came : str
        `read`, `refused` or `failed`.
    digest : str
        Of the mission that was read, `""` where it is the mission that was changed.
    wrong : tuple of str
        What is wrong with that; empty where nothing is.
    """

    number: int
    way: str
    came: str
    digest: str = ""
    wrong: tuple[str, ...] = ()


def mutant(number: int, seed: int = 1) -> tuple[Base, Mutant]:
    """Make a mutant from its number alone."""
    dice = Random(f"{seed}:{number}")
    while True:
        form, ways = dice.choice(_FORMS)
        if dice.random() < _FOLDERS:
            ways = folder_ways.WAYS
        whole = base(form)
        made = dice.choice(ways)(dice, whole)
        if made is not None:
            return whole, made


def write(made: Mutant, folder: Path) -> None:
    """Write a mutant to a new folder."""
    folder.mkdir(parents=True)
    for name, content in made.files.items():
        (folder / name).write_bytes(content)
    if made.touch is not None:
        made.touch(folder)


def judged(number: int, seed: int = 1) -> Verdict:
    """Make a mutant, read it, and say what is wrong with what came."""
    whole, made = mutant(number, seed)
    with TemporaryDirectory(prefix="cadre-mutant-") as outside:
        folder = Path(outside) / "mission"
        write(made, folder)
        try:
            with _within(SECONDS_AT_MOST):
                mission = read_mission(folder)
        except RefusedMission as error:
            return Verdict(number, made.way, "refused", wrong=tuple(_of_faults(error, made)))
        except BadInput as error:
            return Verdict(number, made.way, "refused", wrong=tuple(_of_faults(error, made)))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            where = traceback.extract_tb(error.__traceback__)[-1]
            wrong = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
            return Verdict(number, made.way, "failed", wrong=(wrong,))
    return _of_mission(number, made, whole, mission)


@contextmanager
def _within(seconds: int) -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _of_faults(error: BadInput, made: Mutant) -> Iterator[str]:
    if made.meaning.must_read:
        yield f"refused: {error}"
    written = "\n".join(content.decode("utf-8", "replace") for content in made.files.values())
    for fault in error.faults:
        yield from complaints(fault, written)


def _of_mission(number: int, made: Mutant, whole: Base, mission: Mission) -> Verdict:
    document = mission.document()
    changed = document != whole.document
    text = json.dumps(document, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest() if changed else ""
    return Verdict(number, made.way, "read", digest, tuple(_against(made.meaning, document, whole.document)))


def _against(meaning: Meaning, document: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[str]:
    if meaning.must_refuse:
        yield "read"
    if meaning.may_differ is None:
        return
    for path in differences(document, before):
        if not any(_within_reach(path, allowed, (document, before)) for allowed in meaning.may_differ):
            yield f"changed {'.'.join(path)}: {at(before, path)!r} to {at(document, path)!r}"
    if meaning.number is not None:
        read = _number(at(document, meaning.may_differ[0]))
        usual = read is None and at(before, meaning.may_differ[0]) is not None
        if not usual and (
            read is None or abs(read - meaning.number) > _ROUNDING * max(1, abs(meaning.number))
        ):
            yield f"{meaning.number} was read as {read} at {'.'.join(meaning.may_differ[0])}"


def _within_reach(path: Keys, allowed: Keys, documents: tuple[Any, Any]) -> bool:
    """Say whether a difference lies where it may: there, below, or around it where nothing was written."""
    if path[: len(allowed)] == allowed:
        return True
    return path == allowed[: len(path)] and any(at(document, path) is None for document in documents)


def _number(value: Any) -> float | None:
    """Give a number, or a day as its number; None where the usual value stands, which is not written."""
    if isinstance(value, str):
        try:
            return float(date.fromisoformat(value).toordinal())
        except ValueError:
            return float("nan")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def differences(one: Any, other: Any, path: Keys = ()) -> Iterator[Keys]:
    """Give the paths at which two pieces of plain data differ."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in dict.fromkeys((*one, *other)):
            if key in one and key in other:
                yield from differences(one[key], other[key], (*path, str(key)))
            else:
                yield (*path, str(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, (*path, str(number)))
    elif one != other and not _same_number(one, other):
        yield path


def _same_number(one: Any, other: Any) -> bool:
    """Say whether a text and a number are the same: what a choice sets is kept as it was written."""
    try:
        return not {type(one), type(other)} - {str, int, float} and float(one) == float(other)
    except ValueError:
        return False
