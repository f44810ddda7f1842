"""Starting: a new mission folder from a pack, with the template workbook beside it."""

from __future__ import annotations

from pathlib import Path

from cadre.disk import failures_as_faults, replace_folder, target_folder
from cadre.disk.failures import short
from cadre.mission_files.names import TEMPLATE, WORKBOOK
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.writing import template_bytes
from cadre.packs import starter_folder


def new_mission(
    folder: Path | str, pack: str = "defence-capacity-building", *, workbook: bool = False
) -> None:
    """Begin a mission folder: a copy of the pack's starter and `template.xlsx`.

    Parameters
    ----------
    folder : Path or str
        New or empty.
    pack : str
        Pack of published figures that the mission may cite.
    workbook : bool
        Instead of all this one workbook, `mission.xlsx`, to be filled in.

    Raises
    ------
    BadInput
        The folder holds something already or cannot be written to, or there is no such pack.
    """
    starter = starter_folder(pack)
    target = target_folder(folder)
    with failures_as_faults(folder):
        if target.folder.is_dir() and any(target.folder.iterdir()):
            raise refuse(short(folder), "files.folder-not-empty")
        if workbook:
            replace_folder({WORKBOOK: template_bytes(pack)}, target)
            return
        made = sorted(starter.iterdir()) if starter is not None else ()
        files = {file.name: file.read_bytes() for file in made}
        replace_folder(files | {TEMPLATE: template_bytes()}, target)
