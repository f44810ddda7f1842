"""The starter of each pack is read, rests on its pack, speaks of its field, and is planned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cadre.checkpoints import Checkpoint
from cadre.mission_files import new_mission, read_mission
from cadre.options import options
from cadre.packs import pack_names, starter_folder
from cadre.pipeline import Settings, Silent
from cadre.pipeline.planning import plan_options

CIVIL = {"police": ("station", "investigat", "accredit"), "health": ("clinic", "nurs", "accredit")}
"""Packs that speak of nothing military, with words of their field that their starters use."""
MILITARY = re.compile(
    r"\b(?:militar\w*|arm(?:y|ies)|soldiers?|troops?|battalions?|brigades?|companies|platoons?|nco|combat\w*"
    r"|force protection|weapons?|defen[cs]e|forces|barracks|camp|deploy\w*|commander)\b",
    re.IGNORECASE,
)


def text_of(pack: str) -> str:
    folder = starter_folder(pack)
    assert folder is not None
    return "\n".join(file.read_text("utf-8") for file in sorted(folder.iterdir()))


@pytest.mark.parametrize("pack", pack_names())
def test_a_starter_is_planned_with_every_serial_in_its_week(pack: str, tmp_path: Path) -> None:
    new_mission(tmp_path / "mine", pack)
    *_, largest = options(read_mission(tmp_path / "mine"))
    (made,) = plan_options([largest], Settings(), kept=Checkpoint(None, {}), progress=Silent())
    assert made.timetable.serials
    assert [] == [serial.id for serial in made.timetable.serials if serial.start is None]


@pytest.mark.parametrize("pack", pack_names())
def test_a_starter_cites_its_pack(pack: str, tmp_path: Path) -> None:
    new_mission(tmp_path / "mine", pack)
    assert pack == read_mission(tmp_path / "mine").mission.pack
    assert "P:" in text_of(pack)


@pytest.mark.parametrize("pack", CIVIL)
def test_a_civil_starter_speaks_of_its_own_field(pack: str) -> None:
    text = text_of(pack)
    assert [] == MILITARY.findall(text)
    assert [] == [word for word in CIVIL[pack] if word not in text]
