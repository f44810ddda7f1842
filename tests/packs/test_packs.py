"""Packs are read by name; what is cited of them is known."""

from __future__ import annotations

import pytest

from cadre.errors import BadInput
from cadre.packs import FOLDER, pack_names, read_pack, starter_folder


def test_the_packs_are_those_with_a_file() -> None:
    assert ("defence-capacity-building", "mine-action") == pack_names()


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_is_read_whole(name: str) -> None:
    pack = read_pack(name)
    assert name == pack.name
    assert pack.figures
    assert FOLDER / name / "starter" == starter_folder(name)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("defence-capacity", "did you mean 'defence-capacity-building'?"),
        ("x", "use one of defence-capacity-building, mine-action"),
    ],
)
def test_an_unknown_pack_is_refused_with_a_cure(name: str, cure: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_pack(name)
    assert f"mission.pack: found the unknown pack {name!r}, must be a pack of Cadre; {cure}" == str(
        refused.value
    )
