"""Screening: from all options that levers and rules allow to the few that truly differ.

Takes a mission; gives, doing nothing always among them, every option with its measures and the reason why it
is shown or dropped, the options shown, and warnings about them. How options are evaluated stands in
`evaluation`, how they are chosen in `selection`, what is warned of in `distinctness`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cadre.mission import Mission
from cadre.options import Option, options
from cadre.plans import Screened, Warned
from cadre.reasons.screening import Dropped, NothingFeasible
from cadre.screening.distance import Evaluated
from cadre.screening.distinctness import warnings
from cadre.screening.evaluation import Streams, evaluate
from cadre.screening.selection import Verdict, select
from cadre.workers import Workers

REPLICATIONS = 32
"""Replications of the fast evaluation; on common luck they tell options apart by some 1.4 points."""

COMMONEST = 3
"""Reasons given where only doing nothing is left."""


class ScreeningProgress(Protocol):
    """Somebody who is told how far the work is."""

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of so many steps."""

    def advance(self) -> None:
        """Tell that a step of the present stage is done."""


@dataclass(frozen=True, slots=True)
class Screening:
    """Every option as the fast evaluation saw it, those shown (doing nothing first), and warnings."""

    screened: tuple[Screened, ...]
    shown: tuple[Option, ...]
    warnings: tuple[Warned, ...]


def screen(
    mission: Mission,
    *,
    seed: int,
    replications: int = REPLICATIONS,
    workers: Workers | None = None,
    progress: ScreeningProgress | None = None,
) -> Screening:
    """Screen all options of a mission.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    seed, replications : int
        Luck of the fast evaluation.
    workers : Workers, optional
        Processes; the result does not depend on how many. Without them the work is done here.
    progress : ScreeningProgress, optional
        Told of each option done.
    """
    every = options(mission)
    if progress is not None:
        progress.stage("screen", len(every))
    report = progress.advance if progress is not None else None
    return choose(
        mission, evaluate(every, Streams(seed, replications), workers=workers or Workers(1), report=report)
    )


def choose(mission: Mission, evaluated: Sequence[Evaluated]) -> Screening:
    """Choose the options shown from those evaluated, doing nothing first."""
    verdicts = select(mission, evaluated)
    shown = [v.evaluated for v in verdicts if v.kept]
    return Screening(
        tuple(_screened(verdict) for verdict in verdicts),
        tuple(e.option for e in shown),
        warnings(mission, shown[1:]) if shown[1:] else _nothing_feasible(verdicts),
    )


def _screened(verdict: Verdict) -> Screened:
    e = verdict.evaluated
    return Screened(
        e.option.id, e.option.title, dict(e.option.choices), dict(e.measures), verdict.kept, verdict.reason
    )


def _nothing_feasible(verdicts: Sequence[Verdict]) -> tuple[Warned, ...]:
    """Explain why only doing nothing is left: the commonest reasons and how many options they hold for."""
    reasons, every = Counter(v.reason for v in verdicts[1:]), len(verdicts) - 1
    why = tuple(Dropped(reason, n, every) for reason, n in reasons.most_common(COMMONEST))
    return (Warned((), NothingFeasible(why)),)
