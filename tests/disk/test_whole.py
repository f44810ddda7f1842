"""A folder of files is replaced whole or not at all, whatever is in its place and whenever it is killed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cadre.disk import Target, replace_folder, target_folder, whole, write_whole
from cadre.disk.target import READY

NAMES = ("a", "b", "c")
OLD, NEW = ({name: text for name in NAMES} for text in (b"old", b"new"))


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def put(files: Mapping[str, bytes], folder: Path) -> None:
    replace_folder(files, target_folder(folder))


@pytest.fixture(params=["exchanged", "moved in"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of replacing a folder."""
    if request.param == "moved in":

        def cannot(*_: Path) -> None:
            raise OSError(errno.EXDEV, "Invalid cross-device link")

        monkeypatch.setattr(whole, "_exchange", cannot)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_files_are_replaced_and_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(OLD, out)
    (out / "notes.txt").write_text("mine")
    (out / "link").symlink_to("notes.txt")
    (out / "deep" / "er").mkdir(parents=True)
    (out / "deep" / "er" / "file").write_text("mine too")
    put(NEW, out)
    assert {**NEW, "notes.txt": b"mine", "link": b"mine"} == held(out)
    assert "mine too" == (out / "deep" / "er" / "file").read_text()
    assert "notes.txt" == os.readlink(out / "link")
    assert [out] == list(tmp_path.iterdir())


def test_a_folder_is_exchanged_in_one_step(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(OLD, out)
    before = out.stat().st_ino
    put(NEW, out)
    assert before != out.stat().st_ino


def test_the_folder_that_somebody_works_in_stays_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(OLD, tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out")
    before = Path().stat().st_ino
    put(NEW, Path())
    assert before == Path().stat().st_ino
    assert NEW == held(Path())


@pytest.mark.usefixtures("way")
def test_a_folder_in_the_place_of_a_file_leaves_all_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(OLD, out)
    target = target_folder(out)
    (out / "c").unlink()
    (out / "c").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_folder(NEW, target)
    assert {"a": b"old", "b": b"old"} == held(out)
    assert [out] == list(tmp_path.iterdir())


KILLED = """
import os, sys
from pathlib import Path
from cadre.disk import replace_folder, target_folder, whole
import errno
if sys.argv[2] == "moved in":
    def cannot(*_):
        raise OSError(errno.EXDEV, "cannot")
    whole._exchange = cannot
left = int(sys.argv[3])
def counting(event, arguments):
    global left
    steps = "os.rename", "os.remove", "os.mkdir", "os.link", "os.rmdir", "open"
    if event in steps and sys.argv[1] in str(arguments):
        left -= 1
        if left < 0:
            os._exit(9)
target = target_folder(Path(sys.argv[1]) / "out")
sys.addaudithook(counting)
replace_folder({name: b"new" for name in "abc"}, target)
"""


@pytest.mark.parametrize("how", ["exchanged", "moved in"])
def test_whoever_is_killed_at_any_step_leaves_files_of_one_run_and_the_next_one_cleans_up(
    tmp_path: Path, how: str
) -> None:
    mixed, ended = [], False
    for steps in range(60):
        folder = tmp_path / str(steps)
        folder.mkdir()
        out = folder / "out"
        put(OLD, out)
        (out / "mine").mkdir()
        killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), how, str(steps)], check=False)
        found = held(out)
        if how == "exchanged":
            mixed += [steps] if found not in (OLD, NEW) else []
        else:
            mixed += [steps] if len(set(found.values())) > 1 else []
        put(NEW, out)
        assert NEW == held(out)
        assert (out / "mine").is_dir()
        assert [out] == list(folder.iterdir())
        ended = killed.returncode == 0
        if ended:
            break
    assert ended
    assert [] == mixed


def test_files_that_were_ready_when_a_run_was_killed_are_moved_in_by_the_next(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(OLD, out)
    own = [sys.executable, "-c", "import os; print(os.getpid())"]
    gone = int(subprocess.run(own, capture_output=True, check=True).stdout)
    ready = tmp_path / f".out.{gone}.{READY}"
    ready.mkdir()
    for name in ("b", "c"):
        (ready / name).write_bytes(b"new")
    target_folder(out)
    assert {"a": b"old", "b": b"new", "c": b"new"} == held(out)
    assert [out] == list(tmp_path.iterdir())


def test_what_another_process_has_not_finished_is_left_to_it(tmp_path: Path) -> None:
    theirs = tmp_path / f".out.{os.getppid()}.unready"
    theirs.mkdir()
    target_folder(tmp_path / "out")
    assert theirs.is_dir()


class Stopping(Mapping[str, bytes]):
    """Files whose second one is stopped by the user."""

    def __getitem__(self, name: str) -> bytes:
        if name == "b":
            raise KeyboardInterrupt
        return b"new"

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


def test_whoever_stops_it_finds_the_last_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(OLD, out)
    with pytest.raises(KeyboardInterrupt):
        put(Stopping(), out)
    assert OLD == held(out)
    assert [out] == list(tmp_path.iterdir())


def test_where_nothing_may_be_kept_beside_it_is_kept_inside(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    target = Target(tmp_path / "out", tmp_path / "out", tmp_path / "out")
    replace_folder(OLD, target)
    replace_folder(NEW, target)
    assert NEW == held(tmp_path / "out")
    assert sorted(NAMES) == sorted(path.name for path in (tmp_path / "out").iterdir())


# ---- one file


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_whole(file, b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert (b"new", 0o640) == (file.read_bytes(), file.stat().st_mode & 0o777)
    assert [file] == list(tmp_path.iterdir())


def test_behind_a_link_the_file_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert b"x" == (tmp_path / "file").read_bytes()


def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(OSError, match="No space"):
        write_whole(Path("/dev/full"), b"x")
    assert Path("/dev/full").is_char_device()


def test_a_link_to_itself_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OSError, match="symbolic links"):
        write_whole(tmp_path / "loop", b"x")
    assert (tmp_path / "loop").is_symlink()
