"""Reading: a mission folder to a `Mission`, or every fault of it at once.

Takes a folder of `mission.yaml`, `ledger.yaml` and CSV tables, or of `mission.xlsx`, or of both where no part
stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cadre.errors import BadInput, Fault, Place, RefusedMission
from cadre.messages import Message, message, quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission.faults import faults_between
from cadre.mission.references import defined_under
from cadre.mission.refused import refused_activities
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.faults import faults_of
from cadre.mission_files.names import LEDGER, MISSION, TEMPLATE, WORKBOOK, known_files
from cadre.mission_files.safe_files import TABLE_AT_MOST, YAML_AT_MOST, checked_folder, text_of
from cadre.mission_files.settings import SHEET
from cadre.mission_files.tables import table_in
from cadre.mission_files.texts import text_faults
from cadre.mission_files.tree import Tree, joined
from cadre.mission_files.workbook import workbook_trees
from cadre.mission_files.yaml_files import parse_yaml
from cadre.packs import read_pack

SOURCE = "en"
"""The language of a mission that names none."""
_WATCHED = (".yaml", ".yml", ".csv", ".xlsx", ".xls", ".xlsm", ".ods")
"""Endings of files that a planner could take for a part of the mission."""


def read_mission(folder: Path | str) -> Mission:
    """Read a mission folder.

    Parameters
    ----------
    folder : Path or str
        The folder; nothing outside it is read.

    Returns
    -------
    Mission
        Sound: its `faults` are empty, and its `figures` are those of the pack it names.

    Raises
    ------
    BadInput
        With all faults of all files. The cross-checks between the parts run once each part alone is right.
    RefusedMission
        The mission asks for combat, targeting or weapons effects.
    """
    tree, whole = _folder_tree(checked_folder(folder))
    refused = [_placed(fault, tree) for fault in refused_activities(tree.data)]
    if refused:
        raise RefusedMission(refused, _language(tree))
    faults = [*tree.faults, *text_faults(tree)]
    if whole:
        mission, found = _mission_in(tree, parts_hold=not faults)
        told = {_position(fault) for fault in faults}
        faults += [fault for fault in found if _position(fault) not in told]
        if mission is not None and not faults:
            return mission
    raise BadInput(faults, _language(tree))


def _language(tree: Tree) -> str:
    """Return the language to tell what is wrong in: the mission's, `""` where nothing of it was read."""
    header = tree.data.get("mission")
    return str(header.get("language", SOURCE)) if isinstance(header, dict) else ""


def _mission_in(tree: Tree, *, parts_hold: bool) -> tuple[Mission | None, list[Fault]]:
    """Make the mission and check it; nothing comes back when a part alone is wrong.

    What is wrong between the parts is looked for only where each part holds: what one mistake leaves
    undefined would be told again wherever it is named.
    """
    faults = _figures_refused(tree)
    figures, missing_pack = _figures(tree)
    try:
        data = {key: value for key, value in tree.data.items() if key != "figures"}
        mission = Mission.model_validate(data | {"figures": figures})
    except ValidationError as error:
        return None, [*faults, *missing_pack, *faults_of(error, tree)]
    holds = parts_hold and not faults and not missing_pack
    checks = [_placed(fault, tree) for fault in faults_between(mission)] if holds else []
    return mission, [*faults, *missing_pack, *checks]


def _figures_refused(tree: Tree) -> list[Fault]:
    if "figures" not in tree.data:
        return []
    place = tree.place(("figures",), of_key=True)
    cure = message("files.figures-from-pack")
    return [Fault.of(place, "fields.unknown-key", key=quoted("figures"), cure=cure)]


def _figures(tree: Tree) -> tuple[Any, list[Fault]]:
    header = tree.data.get("mission")
    name = header.get("pack") if isinstance(header, dict) else None
    if not isinstance(name, str) or not name:
        return {}, []
    try:
        return read_pack(name).figures, []
    except BadInput as error:
        return {}, [_placed(fault, tree) for fault in error.faults]


def _position(fault: Fault) -> tuple[object, ...]:
    """Give where a fault stands: what is wrong with a text goes before what it may not be."""
    return fault.where.file, fault.where.line, fault.where.column, fault.where.cell, fault.where.path


def _placed(fault: Fault, tree: Tree) -> Fault:
    return replace(fault, where=tree.place(fault.where.path, of_key=_is_named_by_key(fault)))


def _is_named_by_key(fault: Fault) -> bool:
    """Say whether an id that nobody knows is a key, such as a facility under `uses`."""
    path, what = fault.where.path, dict(fault.found.values).get("what")
    if not path or not isinstance(what, Message) or not defined_under((*path[:-1], "@")):
        return False
    return dict(what.values).get("id") == quoted(path[-1])


def _folder_tree(folder: Path) -> tuple[Tree, bool]:
    """Read every file; say whether all of them could be read."""
    trees: list[Tree] = []
    faults = list(_unknown_files(folder))
    whole = not faults
    for name in sorted(known_files()):
        path = folder / name
        if path.is_symlink() or path.exists():
            try:
                trees += _trees_of(folder, name)
            except BadInput as error:
                faults += error.faults
                whole = False
    tree = joined(trees)
    is_book = (folder / WORKBOOK).is_file() and not (folder / MISSION).exists()
    tree.values.setdefault((), Place(WORKBOOK, 1, 1, f"{SHEET}!A1") if is_book else Place(MISSION))
    tree.faults.extend(faults)
    if not trees and not faults:
        tree.faults.append(Fault.of(Place(MISSION), "files.no-mission-file"))
        whole = False
    return tree, whole


def _trees_of(folder: Path, name: str) -> Iterator[Tree]:
    if name == WORKBOOK:
        yield from workbook_trees(folder, name)
    elif name == MISSION:
        yield parse_yaml(text_of(folder, name, at_most=YAML_AT_MOST), name)
    elif name == LEDGER:
        yield parse_yaml(text_of(folder, name, at_most=YAML_AT_MOST), name).under(("ledger",))
    else:
        text = text_of(folder, name, at_most=TABLE_AT_MOST)
        yield table_in(known_files()[name], parse_csv(text, name))


def _unknown_files(folder: Path) -> Iterator[Fault]:
    known = (*known_files(), TEMPLATE)
    for path in sorted(folder.iterdir()):
        if (
            path.suffix.lower() in _WATCHED
            and path.name not in known
            and not path.name.startswith((".", "~"))
        ):
            yield Fault.of(Place(path.name), "files.unknown-file", cure=did_you_mean(path.name, known))
