"""Every contradiction among records gives its exact message, with its place, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_records, read_with_warnings
from tests.tracking.by_hand import write_folder

CASES: dict[str, dict[str, Any]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("bad_records.yaml").read_text("utf-8")
)


def spoilt(folder: Path, case: dict[str, Any]) -> Path:
    """Write the folder with one thing changed."""
    file = write_folder(folder) / "records" / f"{case['table']}.csv"
    if "rename" in case:
        file.rename(file.with_stem(case["rename"]))
        return folder
    old, new = case["change"]
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_records_that_are_spoilt_are_sound(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    records, warnings = read_with_warnings(folder, read_mission(folder))
    assert (22, ()) == (records.count, warnings)


@pytest.mark.parametrize("name", CASES)
def test_a_contradiction_gives_its_message(tmp_path: Path, name: str) -> None:
    folder = spoilt(tmp_path, CASES[name])
    with pytest.raises(BadInput) as refused:
        read_records(folder, read_mission(folder))
    assert CASES[name]["says"] == str(refused.value).split("\n")


def test_a_mission_without_records_has_none(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for file in (folder / "records").iterdir():
        file.unlink()
    (folder / "records").rmdir()
    assert read_records(folder, read_mission(folder)).count == 0
