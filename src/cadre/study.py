"""What a study holds: options screened and shown, their plans, outcomes and comparison. Types only."""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre.decision.judgement import Judgement
from cadre.decision.types import Comparison
from cadre.forces.burden import Part
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.simulation.outcome import Outcome
from cadre.timetable.plan import Timetable


@dataclass(frozen=True, slots=True)
class Screened:
    """An option as the fast evaluation saw it, and whether and why it was kept.

    `measures` holds `outcome`, `lasting`, `cost`, `posts`, `posts_in_country`, `years` (means of few
    replications and the relaxation).
    """

    option: str
    title: str
    choices: dict[str, str]
    measures: dict[str, float]
    kept: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of one option shown: what it needs, who fills it, what offers achieve, who serves, and when.

    `forces` fills the posts of the need, the statement of requirements; `staff` those of the programme.

    `burden` is what each party brings to the posts.
    """

    option: Option
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    burden: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning about the set of options shown, such as three sizes of one: about which of them, and why."""

    options: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True)
class Study:
    """Everything the brief is written from.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    seed, replications : int
        Of the simulation of the options shown.
    versions : dict of str to str
        Cadre, Python and the libraries that can move a number.
    screened : tuple of Screened
        Every option enumerated, doing nothing first.
    shown : tuple of Planned
        The options shown, doing nothing first.
    outcomes : dict of str to Outcome
        By option id.
    comparison : Comparison
        Options shown, criterion by criterion.
    warnings : tuple of Warned
        About the set of options shown.
    judgement : Judgement, optional
        Weights and bars, information, failing, agreement, sensitivity; `run_study` always gives it.
    limits_hit : tuple of str
        Searches that a limit in seconds ended, which makes a study depend on the machine; empty as a rule.
    effort : float
        Times the usual work of each search.
    """

    mission: Mission
    seed: int
    replications: int
    versions: dict[str, str]
    screened: tuple[Screened, ...]
    shown: tuple[Planned, ...]
    outcomes: dict[str, Outcome]
    comparison: Comparison
    warnings: tuple[Warned, ...] = ()
    limits_hit: tuple[str, ...] = field(default=())
    judgement: Judgement | None = None
    effort: float = 1.0
