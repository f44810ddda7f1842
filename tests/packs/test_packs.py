"""Packs are read by name; what is cited of them is known."""

from __future__ import annotations

import pytest

from cadre.errors import BadInput
from cadre.packs import FOLDER, pack_names, read_pack, starter_folder
from cadre.words import Catalogue, Language


def test_the_packs_are_those_with_a_file() -> None:
    assert ("defence-capacity-building", "health", "mine-action", "police") == pack_names()


def test_every_pack_has_the_figures_of_every_field_and_its_own_stand_before_them() -> None:
    general = {"courses-learn", "ranges-that-hold", "cost-overrun", "progress-ratio", "cost-services"}
    for name in pack_names():
        assert general < set(read_pack(name).figures)
    assert "No class of mine-action programmes" in read_pack("mine-action").figures["cost-overrun"].note
    assert "No class of one field alone" in read_pack("police").figures["cost-overrun"].note


@pytest.mark.parametrize("name", pack_names())
def test_every_figure_says_where_it_was_published(name: str) -> None:
    for key, figure in read_pack(name).figures.items():
        assert figure.source.title, key
        assert figure.source.publisher, key
        stated = [number for number in (figure.low, figure.value, figure.high) if number is not None]
        assert stated, key
        assert sorted(stated) == stated, key


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_pack_is_told_in_a_line(language: Language) -> None:
    words = Catalogue(language)
    assert all(words.has(f"packs.{name}") for name in pack_names())


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
        ("x", "use one of defence-capacity-building, health, mine-action, police"),
    ],
)
def test_an_unknown_pack_is_refused_with_a_cure(name: str, cure: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_pack(name)
    assert f"mission.pack: found the unknown pack {name!r}, must be a pack of Cadre; {cure}" == str(
        refused.value
    )
