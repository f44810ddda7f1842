"""Every contradiction among records gives its exact message, with its place, and never a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cadre import tracking
from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_records, read_with_warnings
from tests.tracking.by_hand import write_folder

Cases = dict[str, dict[str, Any]]


def _cases(name: str) -> Cases:
    text = Path(__file__).with_name(name).read_text("utf-8")
    read: Cases = YAML(typ="safe", pure=True).load(text)
    return read


CASES, ODD = _cases("bad_records.yaml"), _cases("odd_records.yaml")


def spoilt(folder: Path, case: dict[str, Any]) -> Path:
    """Write the folder with one thing changed."""
    file = write_folder(folder) / "records" / f"{case['table']}.csv"
    if "rename" in case:
        file.rename(file.with_stem(case["rename"]))
        return folder
    if "change" in case:
        _write_over(file, *case["change"])
    for table, text in case.get("add", {}).items():
        (folder / "records" / f"{table}.csv").write_text(text, "utf-8")
    if "mission" in case:
        _write_over(folder / "mission.yaml", *case["mission"])
    return folder


def _write_over(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_records_that_are_spoilt_are_sound(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    records, warnings = read_with_warnings(folder, read_mission(folder))
    assert (23, ()) == (records.count, warnings)


@pytest.mark.parametrize("name", CASES)
def test_a_contradiction_gives_its_message(tmp_path: Path, name: str) -> None:
    folder = spoilt(tmp_path, CASES[name])
    with pytest.raises(BadInput) as refused:
        read_records(folder, read_mission(folder))
    assert CASES[name]["says"] == str(refused.value).split("\n")


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_gives_its_warning_and_counts(tmp_path: Path, name: str) -> None:
    folder = spoilt(tmp_path, ODD[name])
    records, warnings = read_with_warnings(folder, read_mission(folder))
    assert ODD[name]["warns"] == list(map(str, warnings))
    assert 23 + ODD[name].get("more", 0) == records.count


def test_every_warning_of_records_is_tested() -> None:
    """A warning is a message with `.matters`; each is given by some case."""
    text = (Path(tracking.__file__).parent.parent / "words/locales/en/tracking.ftl").read_text("utf-8")
    said = re.findall(r"\n    \.matters = (.+)", text)
    told = [line for case in ODD.values() for line in case["warns"]]
    assert 17 == len(said)
    for matters in said:
        assert any(matters in line for line in told), matters


def test_a_mission_without_records_has_none(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for file in (folder / "records").iterdir():
        file.unlink()
    (folder / "records").rmdir()
    assert read_records(folder, read_mission(folder)).count == 0
