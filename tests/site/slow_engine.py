"""An engine that does next to nothing, slowly: it keeps each step, and its brief tells of the steps alone.

`python slow_engine.py FOLDER JOBS PARENT`, as the engine of the site is called.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

from cadre.site.engine import Told, die_with_parent

STEPS, PAUSE = 40, 0.05


def make(folder: Path) -> None:
    """Take the steps that are not kept yet."""
    kept = folder.parent / "kept"
    kept.mkdir(exist_ok=True)
    (kept / f"began-{folder.name}").write_text(f"{os.getpid()} {len(list(kept.glob('step-*')))}")
    told = Told(folder / "progress.json")
    told.stage("plan", STEPS)
    for step in range(STEPS):
        if not (kept / f"step-{step}").exists():
            time.sleep(PAUSE)
            (kept / f"step-{step}").write_text("")
        told.advance()
    settings = json.loads((folder / "settings.json").read_text())
    mission = {file.name: file.read_text() for file in (folder / "mission").iterdir()}
    text = json.dumps([settings, mission, sorted(file.name for file in kept.glob("step-*"))], sort_keys=True)
    (folder / "brief").mkdir()
    (folder / "brief" / "study.json").write_text(hashlib.sha256(text.encode()).hexdigest())


if __name__ == "__main__":
    die_with_parent(int(sys.argv[3]))
    make(Path(sys.argv[1]))
