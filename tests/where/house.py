"""A copy of the program and its tests that may be added to, and played with in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import cadre

ROOT = Path(__file__).parents[2]
LONGEST = 300
"""Seconds that a play in a copy may take before it counts as hanging."""


class House:
    """A copy of `src/cadre` and `tests`.

    Parameters
    ----------
    folder : Path
        Where it is put; new.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        left_out = shutil.ignore_patterns(".pytest_cache")
        shutil.copytree(Path(cadre.__file__).parent, folder / "cadre", ignore=left_out)
        shutil.copytree(ROOT / "tests", folder / "tests", ignore=left_out)

    def write(self, file: str, text: str) -> None:
        """Write a new file."""
        path = self.folder / file
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def add(self, file: str, text: str) -> None:
        """Put text behind the last line of a file."""
        path = self.folder / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def put(self, file: str, *, after: str, text: str) -> None:
        """Put text behind other text, which must stand in a file once."""
        self.change(file, old=after, new=after + text)

    def change(self, file: str, *, old: str, new: str) -> None:
        """Put text in the place of other text, which must stand in a file once."""
        path = self.folder / file
        before = path.read_text("utf-8")
        assert before.count(old) == 1, f"{file} holds {before.count(old)} times: {old}"
        path.write_text(before.replace(old, new), "utf-8")

    def run(self, script: str) -> str:
        """Run a script with the copy in the place of the program; without a compiler, which takes longer."""
        env = os.environ | {"PYTHONPATH": str(self.folder), "NUMBA_DISABLE_JIT": "1"}
        ours = f"import cadre; assert cadre.__file__.startswith({str(self.folder)!r})"
        done = subprocess.run(
            [sys.executable, "-c", f"{ours}\n{script}"],
            cwd=self.folder,
            env=env,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout
