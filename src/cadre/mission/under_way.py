"""Under way: serials that others have begun before the first day, with the people in training in them.

They are taught to their end by those who teach them now, in rooms that they have: they take nobody and
nothing of the mission. Rule: docs/model/rules.md, Under way on the first day.
"""

from __future__ import annotations

from collections.abc import Collection

from pydantic import Field

from cadre.mission.base import Basis, Frozen, Id
from cadre.mission.quantity import People
from cadre.mission.units import WeekCount


class UnderWay(Frozen):
    """A serial that runs on the first day."""

    course: Id = Field(description="What is taught")
    site: Id = Field(description="Where: in weeks closed there nobody is taught")
    trainees: People = Field(description="People in training in it on the first day")
    weeks_left: WeekCount = Field(ge=1, description="Teaching weeks left on the first day")
    basis: Basis = Field((), description="What it rests on")


def over_by(left: int, closed: Collection[int], weeks: int) -> int | None:
    """Return the week after the last of so many teaching weeks from week 0; None if too few are open."""
    taught = [week for week in range(weeks) if week not in closed]
    return taught[left - 1] + 1 if left <= len(taught) else None
