"""Faults between the parts of a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre.errors import Fault

if TYPE_CHECKING:
    from cadre.mission.mission import Mission


def faults_between(mission: Mission) -> tuple[Fault, ...]:
    """Give what does not hold together between the parts."""
    return ()
