"""Within: some files of a folder replaced at once, while the folder itself stays where it is.

Somebody who works in a folder would be left in the old one if it were exchanged. So the new files are made
ready in a folder of their own inside; the step that gives it its name is the one from which they count, and
whoever reads the folder next moves them into place where a kill came between.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

READY = ".cadre.ready"
"""Holds files that count already and are not in their places yet."""
_UNREADY = ".cadre.unready."


def replace_within(files: Mapping[str, bytes], folder: Path) -> None:
    """Replace files of a folder, or add them: all or none, whenever it is killed.

    Raises
    ------
    OSError
        Where the disk refuses something; nothing has changed then.
    """
    finish_within(folder)
    for left in folder.glob(f"{_UNREADY}*"):
        shutil.rmtree(left, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix=_UNREADY, dir=folder))
    try:
        for name, content in files.items():
            with (new / name).open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            with suppress(FileNotFoundError):
                (new / name).chmod((folder / name).stat().st_mode & 0o777)
        new.rename(folder / READY)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    finish_within(folder)


def finish_within(folder: Path) -> None:
    """Move files that are ready into their places; do nothing where none are."""
    with suppress(OSError):
        ready = folder / READY
        if ready.is_dir():
            for entry in sorted(ready.iterdir()):
                with suppress(FileNotFoundError):  # somebody else moves them, too
                    entry.replace(folder / entry.name)
            ready.rmdir()
