"""Checking: whether a changed document is a sound mission, and the texts that it is kept as.

Takes a document, gives the mission read or every fault at its path; then what a revision holds.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cadre.errors import BadInput, Fault, MissionWarning
from cadre.mission_files import ReadMission, read_document
from cadre.mission_files.names import REMARKS, known_files
from cadre.mission_files.reading import read_with_remarks
from cadre.mission_files.writing import document_of, yaml_files
from cadre.site.intake import Taken


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A mission that was read, with what is odd about it; or, where it is None, every fault."""

    read: ReadMission | None
    faults: tuple[Fault, ...] = ()

    @property
    def warnings(self) -> tuple[MissionWarning, ...]:
        """What is allowed but odd."""
        return self.read.warnings if self.read is not None else ()


def checked(document: Mapping[str, Any]) -> CheckedDocument:
    """Read a document."""
    try:
        return CheckedDocument(read_document(document))
    except BadInput as error:
        return CheckedDocument(None, error.faults)


def taken_of(read: ReadMission, files: Mapping[str, str]) -> Taken:
    """Return a mission as a revision keeps it.

    Parameters
    ----------
    read : ReadMission
        Sound.
    files : mapping of str to str
        Of the revision before: remarks and what is no part of the mission stay.
    """
    document = document_of(read.mission)
    texts = {name: content.decode() for name, content in yaml_files(document, _remarks(files)).items()}
    beside = {name: text for name, text in files.items() if name not in {*known_files(), REMARKS}}
    return Taken(read.mission.mission.title, dict(sorted((beside | texts).items())), document, ())


def _remarks(files: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Return people's remarks; files without a column or a file of them are not read for it."""
    if not any(
        name == REMARKS or (name.endswith(".csv") and _has_remarks(text)) for name, text in files.items()
    ):
        return {}
    with tempfile.TemporaryDirectory(prefix="cadre-remarks-") as folder:
        for name in files:
            if name in {*known_files(), REMARKS}:
                (Path(folder) / name).write_text(files[name], "utf-8")
        return read_with_remarks(folder)[1]


def _has_remarks(text: str) -> bool:
    return REMARKS.removesuffix(".csv") in text.partition("\n")[0].split(",")
