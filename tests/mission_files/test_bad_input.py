"""Every mistake gives its exact message, with its place, and never a traceback.

Mistakes in the text of the folder stand in `bad_input.yaml`, since they are many; here are those of whole
files, and in `test_bad_workbooks.py` those of workbooks.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cadre.errors import BadInput, RefusedMission
from cadre.mission.faults import faults_between
from cadre.mission_files import read_mission
from tests.mission_files.by_hand import LEDGER, MISSION, OFFERS, said, write_folder

CASES: dict[str, dict[str, Any]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("bad_input.yaml").read_text("utf-8")
)


def test_the_folder_that_is_spoilt_is_sound(tmp_path: Path) -> None:
    assert () == faults_between(read_mission(write_folder(tmp_path)))


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_gives_its_message(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    file, (old, new) = write_folder(tmp_path) / case["file"], case["change"]
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RefusedMission if case.get("refused") else BadInput) as refused:
        read_mission(tmp_path)
    assert case["says"] == str(refused.value).split("\n")


# ---- whole files


def _link_out(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text(LEDGER, "utf-8")
    (folder / "ledger.yaml").unlink()
    (folder / "ledger.yaml").symlink_to(outside)


def _remove_all(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def _bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    return "\n".join(lines)


WHOLE_FILES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "an empty file": (
        lambda d: (d / "mission.yaml").write_text(""),
        ["mission.yaml: found an empty file, must hold something; write it, or remove the file"],
    ),
    "only blanks and comments": (
        lambda d: (d / "ledger.yaml").write_text("# nothing\n\n"),
        ["ledger.yaml: found an empty file, must hold something; write it, or remove the file"],
    ),
    "only a list": (
        lambda d: (d / "mission.yaml").write_text("- a\n- b\n"),
        ["mission.yaml:1:1: found no keys, must be `key: value` lines; begin with a key such as `mission:`"],
    ),
    "a huge file": (
        lambda d: (d / "mission.yaml").write_text("#" * 2_100_000),
        ["mission.yaml: found 2.1 MB, must be at most 2 MB; leave out what the mission does not need"],
    ),
    "a huge table": (
        lambda d: (d / "offers.csv").write_text("x" * 20_100_000),
        ["offers.csv: found 20.1 MB, must be at most 20 MB; leave out what the mission does not need"],
    ),
    "too many rows": (
        lambda d: (d / "offers.csv").write_text("id\n" + "\n".join(map(str, range(200_002)))),
        ["offers.csv: found more than 200,000 rows, must be at most 200,000; split or shorten it"],
    ),
    "bytes that are not UTF-8": (
        lambda d: (d / "mission.yaml").write_bytes(MISSION.replace("School", "École").encode("latin-1")),
        ["mission.yaml:3:10: found the byte 0xc9 at offset 27, must be UTF-8 text; save the file as UTF-8"],
    ),
    "bytes that are not UTF-8 after a byte-order mark": (
        lambda d: (d / "offers.csv").write_bytes(b"\xef\xbb\xbfid\n\xff"),
        ["offers.csv:2:1: found the byte 0xff at offset 6, must be UTF-8 text; save the file as UTF-8"],
    ),
    "a path that leaves the folder": (
        _link_out,
        [
            "ledger.yaml: found a path that leaves the mission folder, must lie inside the folder; copy "
            "the file into the folder"
        ],
    ),
    "a link to nothing": (
        lambda d: (d / "parties.csv").symlink_to("gone.csv"),
        ["parties.csv: found no ordinary file, must be a file; remove it, or put the file there"],
    ),
    "a folder in place of a file": (
        lambda d: (d / "courses.csv").mkdir(),
        ["courses.csv: found no ordinary file, must be a file; remove it, or put the file there"],
    ),
    "a file with a misspelt name": (
        lambda d: (d / "offers.csv").rename(d / "ofers.csv"),
        [
            "ofers.csv: found a file that Cadre does not know, must be a file of a mission; did you mean "
            "'offers.csv'?"
        ],
    ),
    "aliases that grow": (
        lambda d: (d / "mission.yaml").write_text(_bomb()),
        [
            "mission.yaml:6:10: found too many values, aliases followed, must be at most 200,000; write "
            "fewer, or fewer aliases"
        ],
    ),
    "a part that stands twice": (
        lambda d: (d / "mission.yaml").write_text(MISSION + "offers: {}\n"),
        [
            "offers.csv:1:1: offers: found offers both in mission.yaml and in offers.csv, must stand in "
            "one place; "
            "remove it from mission.yaml or from offers.csv"
        ],
    ),
    "no mission at all": (
        _remove_all,
        [
            "mission.yaml: found no such file, must be in the folder, or mission.xlsx; begin a folder "
            "with `cadre new`"
        ],
    ),
    "faults of several files at once": (
        lambda d: [
            (d / "mission.yaml").write_text(MISSION.replace("beds: 60", "beds: many")),
            (d / "ledger.yaml").write_text(LEDGER.replace("official", "oficial")),
            (d / "offers.csv").write_text(OFFERS.replace("50%", "150%")),
        ],
        [
            "ledger.yaml:4:66: ledger.statements.L1.attribution: found 'oficial', must be one of named, "
            "unnamed, official, "
            "declined to comment, denied, derived, assumption; did you mean 'official'?",
            "mission.yaml:25:11: sites.camp.beds: found 'many', must be a number of people from 0 to "
            "10,000,000; write a number, with its unit if you like",
            "offers.csv:2:52: offers.first.honoured: found '150%', must be a share such as 0.65 or 65%, "
            "from 0 to 1; "
            "write a number within these bounds",
        ],
    ),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_spoilt_file_gives_its_message(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path / "mission")
    spoil, messages = WHOLE_FILES[name]
    spoil(folder)
    assert messages == said(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    cure = "correct the path, or begin one with `cadre new`"
    assert [f"{gone}: found nothing there, must be a mission folder; {cure}"] == said(gone)


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    file = write_folder(tmp_path) / "mission.yaml"
    assert [f"{file}: found a file, must be a mission folder; give the folder that holds the file"] == said(
        file
    )


@pytest.mark.parametrize(
    "text",
    [OFFERS.encode("utf-8-sig"), OFFERS.replace(",", ";").encode(), OFFERS.replace("\n", "\r\n").encode()],
)
def test_csv_as_spreadsheet_programs_save_it_is_accepted(tmp_path: Path, text: bytes) -> None:
    mission = read_mission(write_folder(tmp_path))
    (tmp_path / "offers.csv").write_bytes(text)
    assert mission == read_mission(tmp_path)
