"""Files of a folder in which somebody works are replaced at once, whenever it is killed."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from cadre.disk import finish_within, replace_within
from cadre.disk.within import READY

BEFORE = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def before(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()
    for name, content in BEFORE.items():
        (folder / name).write_bytes(content)
    return folder


def test_the_folder_is_the_same_one_and_others_are_left_alone(tmp_path: Path) -> None:
    folder = before(tmp_path / "mission")
    (folder / "letter.docx").write_bytes(b"letter")
    was = folder.stat().st_ino
    replace_within(NEW, folder)
    assert was == folder.stat().st_ino
    assert NEW | {"letter.docx": b"letter"} == contents(folder)
    assert ["a.txt", "b.txt", "c.txt", "letter.docx"] == sorted(entry.name for entry in folder.iterdir())


class Killed(BaseException):
    """The process is ended here: nothing is cleaned up."""


@pytest.mark.parametrize("step", range(1, 9))
def test_whoever_is_killed_at_any_step_leaves_the_old_files_or_the_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder, steps = before(tmp_path / "mission"), count(1)

    def at_step(name: str) -> None:
        does = getattr(Path, name)

        def killed(path: Path, *rest: object) -> object:
            if next(steps) >= step:
                raise Killed
            return does(path, *rest)

        monkeypatch.setattr(Path, name, killed)

    for name in ("open", "rename", "replace"):
        at_step(name)
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    if step <= len(NEW) * 2 + 1:
        with pytest.raises(Killed):
            replace_within(NEW, folder)
    else:
        replace_within(NEW, folder)
    monkeypatch.undo()
    finish_within(folder)
    assert (NEW if step > len(NEW) + 1 else BEFORE) == contents(folder)
    assert not (folder / READY).exists()


def test_what_a_killed_run_left_unready_is_dropped_by_the_next(tmp_path: Path) -> None:
    folder = before(tmp_path / "mission")
    (folder / ".cadre.unready.x").mkdir()
    (folder / ".cadre.unready.x" / "a.txt").write_bytes(b"half")
    replace_within(NEW, folder)
    assert NEW == contents(folder)
    assert [] == [entry.name for entry in folder.iterdir() if entry.is_dir()]
