"""A programme: serials by course, site and week, posts by role, site and rotation, activities of projects.

Beside them stands what they lead to. Knows no solver. A programme is judged by `violations(mission)` and
priced by `objective(mission)`, whoever made it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre.mission.presence import FULL, Part
from cadre.reasons import Reason
from cadre.solving import Result

PERIOD_WEEKS = 4
"""Weeks in a period of a programme too large to be planned by the week (docs/design/programme.md)."""


@dataclass(frozen=True, slots=True, order=True)
class SerialBatch:
    """Serials of one course begun at one site in one week, with the trainees in all of them together.

    `seats` is the size of each class, which its crew follows: trainees are no more than `serials * seats`.
    """

    course: str
    site: str
    week: int
    serials: int
    trainees: float
    seats: int


@dataclass(frozen=True, slots=True, order=True)
class PostBatch:
    """Posts of one role at one site through one rotation, and the rule they follow from.

    `reason` is `instructors`, `advisers`, `command` or `support:ID`. Local posts are listed too.
    """

    role: str
    site: str
    rotation: int
    people: int
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Sent:
    """People of an offer who serve at a site through a rotation, as far as they are there.

    `part` says from which to which part of the rotation's weeks (`cadre.mission.presence`). `people` is whole
    in missions planned by the week; in larger ones parts of people may stand at two sites.
    """

    offer: str
    site: str
    rotation: int
    people: float
    part: Part = FULL

    @property
    def who(self) -> tuple[str, Part]:
        """Whose people they are, and which part of their weeks is meant."""
        return self.offer, self.part


@dataclass(frozen=True, slots=True, order=True)
class ActivityStart:
    """The period in which an activity of a project begins."""

    project: str
    activity: str
    period: int


@dataclass(frozen=True, slots=True, order=True)
class PlannedTarget:
    """What is wanted of a capability by a week and what the programme reaches.

    `limit` names what binds when it falls short: one of `course`, `seats`, `instructors`, `trainees`, `site`,
    `ceiling`, `time`, or empty when the target is met; `why` is the reason as a whole, None where it was not
    asked for.
    """

    capability: str
    week: int
    wanted: float
    reached: float
    limit: str = ""
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """What an option would hold and need, in expected values.

    Parameters
    ----------
    period_weeks, weeks, rotation_weeks : int
        Length of a period, within which loads of people and rooms are added up: 1 where everything is planned
        by the week; weeks to the end of the look beyond exit; weeks of a rotation.
    serials, posts, activities, sent : tuples
        The plan; batches of zero are left out; sorted. `sent` is empty where offers do not bind.
    stocks : dict of str to tuple of float
        Holders of each competence at the end of each week, shape (weeks,).
    hosts : dict of str to tuple of float
        Host instructors of each skill at the end of each week.
    units : dict of str to tuple of float
        Units of each capability that can be formed at the end of each week.
    targets : tuple of PlannedTarget
        Every target with what is reached and what binds.
    result : Result
        Of the solver; objective in the order: weighted shortfall, cost, evenness.
    """

    period_weeks: int
    weeks: int
    rotation_weeks: int
    serials: tuple[SerialBatch, ...] = ()
    posts: tuple[PostBatch, ...] = ()
    activities: tuple[ActivityStart, ...] = ()
    stocks: dict[str, tuple[float, ...]] = field(default_factory=dict)
    hosts: dict[str, tuple[float, ...]] = field(default_factory=dict)
    units: dict[str, tuple[float, ...]] = field(default_factory=dict)
    targets: tuple[PlannedTarget, ...] = ()
    result: Result | None = None
    sent: tuple[Sent, ...] = ()
