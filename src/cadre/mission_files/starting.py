"""Starting: a new mission folder from a pack, with the template workbook beside it."""

from __future__ import annotations

from pathlib import Path

from cadre.mission_files.names import TEMPLATE
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.template import write_template
from cadre.mission_files.writing import write_whole
from cadre.packs import starter_folder


def new_mission(folder: Path | str, pack: str = "defence-capacity-building") -> None:
    """Begin a mission folder: a copy of the pack's starter and `template.xlsx`.

    Raises
    ------
    BadInput
        The folder holds something already, a file stands in its place, or there is no such pack.
    """
    path = Path(folder)
    starter = starter_folder(pack)
    if path.exists() and not path.is_dir():
        raise refuse(str(folder), "files.file-in-new-place")
    if path.is_dir() and any(path.iterdir()):
        raise refuse(str(folder), "files.folder-not-empty")
    path.mkdir(parents=True, exist_ok=True)
    for file in sorted(starter.iterdir()) if starter is not None else ():
        write_whole(path / file.name, file.read_bytes())
    write_template(path / TEMPLATE)
