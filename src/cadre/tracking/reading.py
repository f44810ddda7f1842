"""Reading: the folder `records` of a mission to `Records`, or every fault of it at once.

Takes the mission folder and the mission; each table is a CSV file of its name. Cells are read as those of the
mission's own tables are.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cadre.errors import BadInput, Fault, MissionWarning, Place
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission.numerals import written_in
from cadre.mission.shape import columns_of, fields_of, inner
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.faults import faults_of
from cadre.mission_files.safe_files import TABLE_AT_MOST, checked_folder, text_of
from cadre.mission_files.sheets import Plan
from cadre.mission_files.tables import rows_in
from cadre.mission_files.tree import Tree, joined
from cadre.tracking.checks import contradictions, oddities
from cadre.tracking.records import Records

FOLDER = "records"
"""Folder of a mission that holds what was reported."""
ENDING = ".csv"
LIKE = 0.6
"""Likeness of a name, from 0 to 1, from which a file is taken for a misspelt table."""


@cache
def tables() -> dict[str, Plan]:
    """Return the tables of records by name, as the readers of tables take them."""
    found = {}
    for field in fields_of(Records):
        row = inner(field.type, "")
        found[field.name] = Plan(field.name, (field.name,), row, (), True, columns_of(row), field.help)
    return found


def read_records(source: Path | str, mission: Mission) -> Records:
    """Read what was reported in a mission.

    Parameters
    ----------
    source : Path or str
        The mission folder; a mission without a folder `records` has no records.
    mission : Mission
        What stands in it.

    Raises
    ------
    BadInput
        With all faults of all files; contradictions are looked for once each record alone is right.
    """
    return read_with_warnings(source, mission)[0]


def read_with_warnings(source: Path | str, mission: Mission) -> tuple[Records, tuple[MissionWarning, ...]]:
    """Read what was reported, and what of it is allowed but odd; raises the same."""
    folder = checked_folder(source)
    with written_in(mission.mission.numbers):
        return checked(joined(trees_of(folder).values()), mission)


def checked(tree: Tree, mission: Mission) -> tuple[Records, tuple[MissionWarning, ...]]:
    """Make records of what was read, and look for what contradicts itself.

    Raises
    ------
    BadInput
        With every fault.
    """
    language = mission.mission.language
    if tree.faults:
        raise BadInput([*tree.faults, *_of_rows(tree)], language)
    try:
        records = Records.model_validate(tree.data)
    except ValidationError as error:
        raise BadInput(faults_of(error, tree, Records), language) from None
    faults = [_placed(fault, tree) for fault in contradictions(records, mission)]
    if faults:
        raise BadInput(faults, language)
    return records, tuple(sorted({_placed(one, tree) for one in oddities(records, mission)}))


def _of_rows(tree: Tree) -> list[Fault]:
    """Return what is wrong with the rows beside what is wrong with the files."""
    try:
        Records.model_validate(tree.data)
    except ValidationError as error:
        found = faults_of(error, tree, Records)
        return [fault for fault in found if not tree.is_partly(fault.where.path)]
    return []


def _placed(told: Any, tree: Tree) -> Any:
    place = tree.place(told.where.path)
    return type(told)(place, *(getattr(told, name) for name in told.__dataclass_fields__ if name != "where"))


def trees_of(folder: Path) -> dict[str, Tree]:
    """Read every table there is, by name.

    Raises
    ------
    BadInput
        A file that cannot be read as a table, or that has the name of none.
    """
    within = folder / FOLDER
    trees, faults = dict[str, Tree](), list[Fault]()
    if not within.is_dir():
        return trees
    faults += _unknown(within)
    for name, plan in tables().items():
        file = f"{FOLDER}/{name}{ENDING}"
        if (folder / file).exists() or (folder / file).is_symlink():
            try:
                grid = parse_csv(text_of(folder, file, at_most=TABLE_AT_MOST), file)
                trees[name] = rows_in(plan, grid)[0]
            except BadInput as error:
                faults += error.faults
    if faults:
        raise BadInput([*faults, *(fault for tree in trees.values() for fault in tree.faults)])
    return trees


def _unknown(within: Path) -> Iterator[Fault]:
    """Yield the files that look like a table of records by another name."""
    for path in sorted(within.iterdir()):
        stem, known = path.stem.lower(), path.name in {f"{name}{ENDING}" for name in tables()}
        if known or path.name.startswith((".", "~")) or path.is_dir():
            continue
        if path.suffix.lower() == ENDING or difflib.get_close_matches(stem, tables(), n=1, cutoff=LIKE):
            names = [f"{name}{ENDING}" for name in tables()]
            place = Place(f"{FOLDER}/{path.name}")
            yield Fault.of(place, "tracking.unknown-file", cure=did_you_mean(path.name, names))
