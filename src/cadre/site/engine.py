"""The engine: a study made and its brief written, in a process of its own. Nothing of Django.

`python -m cadre.site.engine FOLDER JOBS PARENT` reads `mission/` and `settings.json` in the folder. It writes
`progress.json` as it goes, plans made so far to `../kept/`, and the brief to `brief/`; or `fault.txt`, where
it ends with 2 or 3. It dies with its parent, and another one beside it goes on from what is kept, to the same
bytes.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from pathlib import Path

from cadre.disk import write_whole
from cadre.errors import CadreError
from cadre.words import Catalogue
from cadre.words.saying import of_error

MISSION, SETTINGS, PROGRESS, KEPT, BRIEF, FAULT = (
    "mission",
    "settings.json",
    "progress.json",
    "kept",
    "brief",
    "fault.txt",
)
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class Told:
    """Progress in a file, each time whole.

    Parameters
    ----------
    file : Path
        Where it stands.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._stage, self._done, self._total = file, "", 0, 0

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of so many steps."""
        self._stage, self._done, self._total = name, 0, total
        self._write()

    def advance(self) -> None:
        """Tell that a step of the present stage is done."""
        self._done += 1
        self._write()

    def _write(self) -> None:
        text = json.dumps({"stage": self._stage, "done": self._done, "total": self._total})
        write_whole(self._file, text.encode())


def make(folder: Path, jobs: int) -> int:
    """Make the study that a folder holds; give the exit code.

    Parameters
    ----------
    folder : Path
        With `mission/` and `settings.json`.
    jobs : int
        Processes to use; results do not depend on it.
    """
    from cadre.brief import write_brief  # noqa: PLC0415  (all of these are heavy)
    from cadre.mission_files import read_folder  # noqa: PLC0415
    from cadre.pipeline import Settings  # noqa: PLC0415
    from cadre.pipeline.studying import run_study  # noqa: PLC0415

    asked = json.loads((folder / SETTINGS).read_text("utf-8"))
    settings = Settings(
        seed=asked["seed"], replications=asked["replications"], draft=asked["draft"], jobs=jobs
    )
    told = Told(folder / PROGRESS)
    try:
        read = read_folder(folder / MISSION)
        study = run_study(
            read.mission, settings, progress=told, keep=folder.parent / KEPT, warned=read.warnings
        )
        told.stage("write", 1)
        write_brief(study, folder / BRIEF, language=asked["language"])
        told.advance()
    except CadreError as error:
        write_whole(folder / FAULT, of_error(error, Catalogue(asked["language"])).encode())
        return error.exit_code
    return 0


def die_with_parent(parent: int) -> None:
    """Have the system end this process when its parent ends; end it now where that has happened already."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


if __name__ == "__main__":
    die_with_parent(int(sys.argv[3]))
    sys.exit(make(Path(sys.argv[1]), int(sys.argv[2])))
