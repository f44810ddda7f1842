"""Converting: a mission from a folder of text files to a workbook and back, with people's remarks and notes.

The mission read from either is the same. Comments of YAML files are not part of it and are not carried over.
"""

from __future__ import annotations

from pathlib import Path

from cadre.disk import failures_as_faults, replace_folder, target_folder, write_whole
from cadre.disk.failures import short
from cadre.mission_files.names import WORKBOOK_ENDING
from cadre.mission_files.reading import placed, read_with_remarks
from cadre.mission_files.remarks import notes_files, notes_of
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.workbook_writing import workbook_bytes
from cadre.mission_files.writing import document_of, yaml_files


def write_workbook(source: Path | str, file: Path | str) -> None:
    """Write a workbook of a mission.

    Parameters
    ----------
    source : Path or str
        A mission folder or a workbook.
    file : Path or str
        A new file that ends in `.xlsx`.

    Raises
    ------
    BadInput
        The mission has faults, the file is there already, or the disk refuses it.
    """
    path = Path(file)
    with failures_as_faults(file):
        if path.suffix.lower() != WORKBOOK_ENDING:
            raise refuse(short(file), "files.no-workbook-name")
        if path.exists() or path.is_symlink():
            raise refuse(short(file), "files.file-there")
    mission, remarks = read_with_remarks(source)
    content = workbook_bytes(document_of(mission), remarks, notes_of(*placed(source)))
    with failures_as_faults(file):
        write_whole(path, content)


def write_folder(source: Path | str, folder: Path | str) -> None:
    """Write a mission as a folder of text files.

    Parameters
    ----------
    source : Path or str
        A workbook or a mission folder.
    folder : Path or str
        A new or empty folder.

    Raises
    ------
    BadInput
        The mission has faults, the folder holds something, or the disk refuses it.
    """
    target = target_folder(folder)
    with failures_as_faults(folder):
        if target.folder.is_dir() and any(target.folder.iterdir()):
            raise refuse(short(folder), "files.folder-not-empty")
    mission, remarks = read_with_remarks(source)
    files = yaml_files(document_of(mission), remarks) | notes_files(notes_of(*placed(source)))
    with failures_as_faults(folder):
        replace_folder(files, target)
