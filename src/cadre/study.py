"""What a study holds: options screened and shown, their plans, outcomes and comparison. Types only."""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre.decision.analysis import DecisionAnalysis
from cadre.decision.types import Comparison
from cadre.errors import MissionWarning
from cadre.mission import Mission
from cadre.plans import AskedFor, Attainment, Checked, Planned, Screened, Warned
from cadre.reasons import Reason
from cadre.simulation.outcome import Outcome


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
    analysis : DecisionAnalysis, optional
        Weights and bars, information, failing, agreement, sensitivity; `run_study` always gives it.
    limits_hit : tuple of str
        Searches that a limit in seconds ended, which makes a study depend on the machine; empty as a rule.
    effort : float
        Times the usual work of each search.
    draft : bool
        Made in a hurry: few futures, plans to a wider gap, nothing checked in full.
    mission_warnings : tuple of MissionWarning
        What of the mission is allowed but odd.
    asked : AskedFor
        What the mandate asks of the levers, and which option that is.
    unmet : tuple of Reason
        Elements of the mandate that no option shown meets, in the order written.
    by_lever : tuple of Reason
        Of each choice that no option shown holds, the best one that does and why it was dropped.
    checked : tuple of Checked
        Options that the fast evaluation had dropped, planned and played in full before they were.
    attainment : Attainment, optional
        What it would take to reach the targets; None where nothing but doing nothing is shown.
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
    analysis: DecisionAnalysis | None = None
    effort: float = 1.0
    draft: bool = False
    mission_warnings: tuple[MissionWarning, ...] = ()
    asked: AskedFor = field(default_factory=AskedFor)
    unmet: tuple[Reason, ...] = ()
    by_lever: tuple[Reason, ...] = ()
    checked: tuple[Checked, ...] = ()
    attainment: Attainment | None = None
