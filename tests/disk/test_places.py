"""A place to write is asked before the work: whatever stands in the way is a fault that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.disk import failure, places, target_folder
from cadre.errors import BadInput
from cadre.messages import message
from cadre.words.saying import said as in_words


def said(path: Path | str, **more: object) -> str:
    with pytest.raises(BadInput) as refused:
        target_folder(path, **more)  # type: ignore[arg-type]
    return str(refused.value)


def test_a_folder_that_is_not_there_is_asked_and_not_made(tmp_path: Path) -> None:
    target = target_folder(tmp_path / "deep" / "out")
    assert (tmp_path / "deep" / "out", tmp_path / "deep") == (target.folder, target.beside)
    assert [] == list((tmp_path / "deep").iterdir())


def test_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    assert "found a file, must be a folder; name another folder, or remove the file" in said(tmp_path / "out")
    assert "found a file where a folder must be" in said(tmp_path / "out" / "inside")
    assert "found a file, must be a folder" in said("/dev/full")


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "out" / "brief.html").mkdir(parents=True)
    assert "brief.html: found a folder, must be a file" in said(tmp_path / "out", files=("brief.html",))


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a" * 5000, "found a path that is too long"),
        ("/", "found the root of the disk"),
        ("/proc/cadre", "found nothing there"),
    ],
)
def test_a_path_that_cannot_be(path: str, found: str) -> None:
    told = said(path)
    assert found in told
    assert 300 > len(told)


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "found a link that leads to itself" in said(tmp_path / "loop")


def test_a_link_to_a_folder_is_that_folder(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    target = target_folder(tmp_path / "link")
    assert (tmp_path / "link", tmp_path / "there") == (target.asked, target.folder)


def test_the_mission_folder_is_not_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "found the mission folder" in said(".", apart=tmp_path)
    assert "found the mission folder" in said(tmp_path, apart=".")


def test_nothing_unready_is_kept_inside_the_mission(tmp_path: Path) -> None:
    mission = tmp_path / "mission"
    mission.mkdir()
    for inside in ("out", "out/deep"):
        assert tmp_path == target_folder(mission / inside, apart=mission).beside
    assert [mission] == list(tmp_path.iterdir())


def test_a_disk_without_room_is_told_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(places, "_try", no_room)
    assert "found no room left, must be possible to read and write; make room there" in said(tmp_path / "out")


def test_a_folder_that_nobody_may_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(places, "_try", closed)  # whoever runs the tests may be allowed everything
    assert "found no permission" in said(tmp_path / "out")


def test_a_failure_says_what_is_kept() -> None:
    kept = message("cli.plans-kept", count=2)
    told = str(failure(OSError(13, "Permission denied", "x"), kept=kept))
    assert told.endswith(f"name another place; {in_words(kept)}")
    other = str(failure(OSError(5, "Input/output error"), "x"))
    told = "x: found input/output error, must be possible to read and write; correct it, and try again"
    assert told == other
