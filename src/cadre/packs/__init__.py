"""Packs: published reference figures by field, each with its range and where it was published.

Takes the name of a pack, gives a frozen `Pack` from `packs/<name>/pack.yaml` and, behind its own figures,
those of `packs/general.yaml`, which hold in every field, and in a mission that names no pack too. Packs are
data that ship with Cadre; a mission names one under `mission.pack` and cites its figures as `P:<figure>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter
from ruamel.yaml import YAML

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission.base import Frozen, Table, did_you_mean
from cadre.mission.ledger import Figure

FOLDER = Path(__file__).parent
GENERAL = FOLDER / "general.yaml"
"""Figures that every pack has behind its own."""

__all__ = ["FOLDER", "Pack", "general_figures", "pack_names", "read_pack", "starter_folder"]


class Pack(Frozen):
    """Reference figures of one field."""

    name: str = Field(description="Name of the pack, which is its folder")
    title: str = Field(description="What it covers")
    field: str = Field(description="Field of work, such as defence capacity building")
    figures: Table[Figure] = Field(description="Figures by id")


def pack_names() -> tuple[str, ...]:
    """Return the names of all packs, sorted."""
    return tuple(sorted(file.parent.name for file in FOLDER.glob("*/pack.yaml")))


@cache
def read_pack(name: str) -> Pack:
    """Read a pack.

    Raises
    ------
    BadInput
        There is no such pack.
    """
    if name not in pack_names():
        place, cure = Place(path=("mission", "pack")), did_you_mean(name, pack_names())
        raise BadInput([Fault.of(place, "files.unknown-pack", pack=quoted(name), cure=cure)])
    own, general = _content(FOLDER / name / "pack.yaml"), _content(GENERAL)
    figures = own["figures"] | {
        key: one for key, one in general["figures"].items() if key not in own["figures"]
    }
    return Pack.model_validate(own | {"name": name, "figures": figures})


@cache
def general_figures() -> Mapping[str, Figure]:
    """Return the figures that hold in every field, by id."""
    return TypeAdapter(Table[Figure]).validate_python(_content(GENERAL)["figures"])


def _content(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
    return found


def starter_folder(name: str) -> Path | None:
    """Return the folder that a new mission begins as a copy of; None where the pack has none."""
    read_pack(name)
    folder = FOLDER / name / "starter"
    return folder if folder.is_dir() else None
