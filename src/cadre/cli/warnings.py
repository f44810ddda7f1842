"""Warnings of a mission at the terminal: told in short before work begins, whole by `check`, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cadre.cli.arguments import words_of
from cadre.cli.letters import find_option
from cadre.cli.output import one_line, tell
from cadre.cli.printing import print_sentence
from cadre.words.saying import said, warned

if TYPE_CHECKING:
    from cadre.errors import MissionWarning
    from cadre.mission_files import ReadMission
    from cadre.options import Option
    from cadre.words import Catalogue

OF_A_KIND = 5
"""Warnings of one kind that are told in words; data hold all."""
IN_SHORT = 5
"""Warnings that are told before work begins."""


def read(folder: Path, language: str | None, *, strict: bool) -> tuple[ReadMission, Catalogue]:
    """Read a mission, and tell its warnings in short before work begins.

    Raises
    ------
    BadInput
        Faults, and where it is strict warnings.
    """
    from cadre.mission_files import read_folder

    found = read_folder(folder, strict=strict)
    words = words_of(found.mission, language)
    if found.warnings:
        tell(*in_short(found.warnings, folder, words))
    return found, words


def read_options(
    folder: Path, keys: Iterable[str], of: Path | None, language: str | None, *, strict: bool
) -> tuple[tuple[Option, ...], ReadMission, Catalogue]:
    """Read a mission, tell its warnings, and find options by letter or id, each once, in their order.

    Raises
    ------
    BadInput
        As `read`, and for a letter or id that no option has.
    """
    found, words = read(folder, language, strict=strict)
    named = (find_option(found.mission, folder, key, of) for key in keys)
    return tuple({option.id: option for option in named}.values()), found, words


def in_short(warnings: Sequence[MissionWarning], folder: Path, words: Catalogue) -> Iterator[str]:
    """Return a line for each of the first few warnings, and one that says where to read the rest."""
    for warning in warnings[:IN_SHORT]:
        about = {"place": str(warning.where), "found": said(warning.found, words)}
        yield one_line(words.text("cli.warned", **about))
    yield one_line(words.text("cli.warnings-told", count=len(warnings), folder=str(folder)))


def print_warnings(warnings: Sequence[MissionWarning], words: Catalogue) -> None:
    """Print warnings whole, of each kind the first few."""
    told: Counter[str] = Counter()
    for warning in warnings:
        told[warning.kind] += 1
        if told[warning.kind] <= OF_A_KIND:
            print_sentence(one_line(warned(warning, words)))
    left = sum(max(0, count - OF_A_KIND) for count in told.values())
    if left:
        print(words.text("cli.warnings-more", count=left))
    if warnings:
        print(words.text("cli.warnings-found", count=len(warnings)))


def as_data(warnings: Sequence[MissionWarning], words: Catalogue) -> list[dict[str, str]]:
    """Return warnings as JSON holds them."""
    return [
        {"where": str(warning.where), "kind": warning.kind.partition(".")[2]}
        | {name: said(getattr(warning, name), words) for name in ("found", "matters", "cure")}
        for warning in warnings
    ]
