"""Reading: a mission folder to a `Mission`, or every fault of it at once.

Takes a folder of `mission.yaml`, `ledger.yaml` and CSV tables, or of `mission.xlsx`, or of both where no part
stands twice; or a workbook of any name alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from cadre.disk import failures_as_faults
from cadre.errors import BadInput, Fault, MissionWarning, Place, RefusedMission
from cadre.messages import Message, message, quoted, readable
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.mission.references import defined_under
from cadre.mission.refused import refused_activities
from cadre.mission.warnings import warnings_between
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.faults import faults_of
from cadre.mission_files.names import LEDGER, MISSION, REMARKS, WORKBOOK, WORKBOOK_ENDING, known_files
from cadre.mission_files.remarks import remarks_in
from cadre.mission_files.safe_files import TABLE_AT_MOST, YAML_AT_MOST, checked_folder, text_of
from cadre.mission_files.settings import SHEET
from cadre.mission_files.tables import table_in
from cadre.mission_files.texts import text_faults, text_warnings
from cadre.mission_files.tree import Path as Keys
from cadre.mission_files.tree import Tree, joined
from cadre.mission_files.unread import missions_inside, unknown_files, unread_files
from cadre.mission_files.workbook import workbook_trees
from cadre.mission_files.yaml_files import parse_yaml
from cadre.packs import general_figures, read_pack

AnyFault = TypeVar("AnyFault", Fault, MissionWarning)
SOURCE = "en"
"""The language of a mission that names none."""


@dataclass(frozen=True, slots=True)
class ReadMission:
    """A sound mission, and what of it and its files is allowed but odd, sorted by place, each once."""

    mission: Mission
    warnings: tuple[MissionWarning, ...]


def read_mission(source: Path | str) -> Mission:
    """Read a mission folder, or a workbook.

    Parameters
    ----------
    source : Path or str
        The folder, outside which nothing is read; or a workbook, beside which nothing is.

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
    return _sound(source)[0]


def read_with_remarks(source: Path | str) -> tuple[Mission, dict[Keys, str]]:
    """Read a mission with people's remarks, by the path of what they stand beside; raises the same."""
    mission, tree = _sound(source)
    return mission, tree.remarks


def read_folder(source: Path | str, *, strict: bool = False) -> ReadMission:
    """Read a mission folder, or a workbook, with its warnings.

    Parameters
    ----------
    source : Path or str
        The folder, outside which nothing is read; or a workbook, beside which nothing is.
    strict : bool
        Whether a warning is a fault.

    Raises
    ------
    BadInput
        As `read_mission` does, and where it is strict with every warning.
    RefusedMission
        The mission asks for combat, targeting or weapons effects.
    """
    mission, tree = _sound(source)
    between = (_placed(warning, tree) for warning in warnings_between(mission))
    warnings = tuple(sorted({*tree.warnings, *text_warnings(tree), *between}))
    if strict and warnings:
        raise BadInput([warning.as_fault() for warning in warnings], _language(tree))
    return ReadMission(mission, warnings)


def read_document(document: Mapping[str, Any]) -> ReadMission:
    """Read a mission that stands in no file: its plain data, as `Mission.document` gives them.

    Parameters
    ----------
    document : mapping
        Plain data; faults and warnings stand at paths of it.

    Raises
    ------
    BadInput
        As `read_mission` does.
    RefusedMission
        The mission asks for combat, targeting or weapons effects.
    """
    mission, tree = _sound_tree(Tree(dict(document)), whole=True)
    warnings = (*tree.warnings, *text_warnings(tree), *warnings_between(mission))
    return ReadMission(mission, tuple(sorted(set(warnings))))


def _sound(source: Path | str) -> tuple[Mission, Tree]:
    """Read a mission without a fault, and where its parts stand."""
    tree, whole = _folder_tree(*placed(source))
    return _sound_tree(tree, whole=whole)


def _sound_tree(tree: Tree, *, whole: bool) -> tuple[Mission, Tree]:
    """Make a mission of what was read, `whole` where all of it could be."""
    refused = [_placed(fault, tree) for fault in refused_activities(tree.data)]
    if refused:
        raise RefusedMission(refused, _language(tree))
    faults = [*tree.faults, *text_faults(tree)]
    if whole:
        mission, found = _mission_in(tree, parts_hold=not faults)
        told = {_position(fault) for fault in faults}
        faults += [fault for fault in found if _position(fault) not in told]
        if mission is not None and not faults:
            return mission, tree
    raise BadInput(faults, _language(tree))


def placed(source: Path | str) -> tuple[Path, str]:
    """Return the folder to read, and the one workbook in it that is meant, empty for the whole folder.

    Raises
    ------
    BadInput
        Nothing there, a file that is no workbook, or a folder that cannot be read.
    """
    path = Path(source)
    with failures_as_faults(path):
        is_workbook = path.suffix.lower() == WORKBOOK_ENDING and path.is_file()
    return (checked_folder(path.parent), path.name) if is_workbook else (checked_folder(path), "")


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
        found = (fault for fault in faults_of(error, tree) if not tree.is_partly(fault.where.path))
        return None, [*faults, *missing_pack, *found]
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
        return general_figures(), []
    try:
        return read_pack(name).figures, []
    except BadInput as error:
        return {}, [_placed(fault, tree) for fault in error.faults]


def _position(fault: Fault) -> tuple[object, ...]:
    """Return where a fault stands: what is wrong with a text goes before what it may not be."""
    return fault.where.file, fault.where.line, fault.where.column, fault.where.cell, fault.where.path


def _placed(told: AnyFault, tree: Tree) -> AnyFault:
    return replace(told, where=tree.place(told.where.path, of_key=_is_named_by_key(told)))


def _is_named_by_key(told: Fault | MissionWarning) -> bool:
    """Say whether an id that nobody knows is a key, such as a facility under `uses`."""
    path, what = told.where.path, dict(told.found.values).get("what")
    if not path or not isinstance(what, Message) or not defined_under((*path[:-1], "@")):
        return False
    return dict(what.values).get("id") == quoted(path[-1])


def _folder_tree(folder: Path, only: str) -> tuple[Tree, bool]:
    """Read every file, or one workbook; say whether all of them could be read."""
    trees: list[Tree] = []
    faults = [] if only else list(unknown_files(folder))
    whole = not faults
    for name in [only] if only else sorted((*known_files(), REMARKS)):
        path = folder / name
        if path.is_symlink() or path.exists():
            try:
                trees += _trees_of(folder, name)
            except BadInput as error:
                faults += error.faults
                whole = False
    tree = joined(trees)
    book = only or ("" if (folder / MISSION).exists() or not (folder / WORKBOOK).is_file() else WORKBOOK)
    tree.values.setdefault((), Place(book, 1, 1, f"{SHEET}!A1") if book else Place(MISSION))
    tree.faults.extend(faults)
    tree.warnings.extend(unread_files(folder, only))
    if not trees and not faults:
        inside = next(missions_inside(folder), "")
        cure = message("files.give-the-folder" if inside else "files.begin-one", folder=readable(inside))
        tree.faults.append(Fault.of(Place(MISSION), "files.no-mission-file", cure=cure))
        whole = False
    return tree, whole


def _trees_of(folder: Path, name: str) -> Iterator[Tree]:
    if name.lower().endswith(WORKBOOK_ENDING):
        yield from workbook_trees(folder, name)
    elif name == MISSION:
        yield parse_yaml(text_of(folder, name, at_most=YAML_AT_MOST), name)
    elif name == LEDGER:
        yield parse_yaml(text_of(folder, name, at_most=YAML_AT_MOST), name).under(("ledger",))
    elif name == REMARKS:
        yield remarks_in(parse_csv(text_of(folder, name, at_most=TABLE_AT_MOST), name))
    else:
        text = text_of(folder, name, at_most=TABLE_AT_MOST)
        yield table_in(known_files()[name], parse_csv(text, name))
