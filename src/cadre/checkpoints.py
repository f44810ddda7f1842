"""What an interrupted study keeps, so that the next run goes on from there.

Each option's plans are written, as soon as they are made, to a file whose name is a digest of everything
they follow from: the mission with the option applied, the settings and the versions. A file that does not
read back is ignored and planned anew. The folder is removed when the study is whole.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cadre.disk import write_whole
from cadre.forces.burden import BurdenPart
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.options import Option
from cadre.plans import Planned
from cadre.programme.plan import Programme
from cadre.timetable.plan import Timetable

_Parts = tuple[Programme, ForcePlan, Programme, ForcePlan, Timetable, tuple[BurdenPart, ...]]
_PARTS: TypeAdapter[_Parts] = TypeAdapter(_Parts)


def digest(mission: Mission, *more: object) -> str:
    """Return a SHA-256 of a mission and of whatever else a result follows from."""
    text = json.dumps([mission.document(), [str(part) for part in more]], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


class Checkpoint:
    """A folder of plans made so far.

    Parameters
    ----------
    folder : Path or None
        Where to keep them; None keeps nothing.
    versions : dict of str to str
        Versions that the plans depend on.
    """

    def __init__(self, folder: Path | None, versions: dict[str, str]) -> None:
        self.folder = folder
        self.versions = versions

    def _file(self, option: Option, settings: object) -> Path | None:
        if self.folder is None:
            return None
        return (
            self.folder / f"{digest(option.mission, option.id, settings, sorted(self.versions.items()))}.json"
        )

    def read(self, option: Option, settings: object) -> Planned | None:
        """Return the plans kept for an option under these settings, or None."""
        file = self._file(option, settings)
        if file is None or not file.is_file():
            return None
        try:
            return Planned(option, *_PARTS.validate_json(file.read_bytes()))
        except (ValidationError, OSError):
            return None

    def keep(self, planned: Planned, settings: object) -> None:
        """Write the plans of an option, all or nothing.

        Raises
        ------
        OSError
            Where the disk refuses it.
        """
        file = self._file(planned.option, settings)
        if file is None:
            return
        parts = (
            planned.need,
            planned.forces,
            planned.programme,
            planned.staff,
            planned.timetable,
            planned.burden,
        )
        write_whole(file, _PARTS.dump_json(parts))

    def count(self) -> int:
        """Return the number of plans kept."""
        return (
            len(list(self.folder.glob("*.json"))) if self.folder is not None and self.folder.is_dir() else 0
        )

    def clear(self) -> None:
        """Forget everything kept."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
