"""Screening: from all options that levers and rules allow to the few that truly differ.

Takes a mission; gives, doing nothing always among them, every option with its measures and the reason why it
is shown or dropped, the options shown, and warnings about them. How options are evaluated stands in
`evaluation`, how they are chosen in `selection`, what is warned of in `distinctness`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from cadre.mission import Mission
from cadre.options import Option, options
from cadre.plans import AskedFor, Screened, Warned
from cadre.reasons import Reason
from cadre.reasons.options import AsAsked, PinCannotBeDone
from cadre.reasons.screening import Dropped, NothingFeasible
from cadre.screening.asked import Asked
from cadre.screening.by_lever import none_shown_with
from cadre.screening.distance import Evaluated
from cadre.screening.distinctness import warnings
from cadre.screening.evaluation import Streams, evaluate
from cadre.screening.few import few
from cadre.screening.pinned import pinned
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
    """Every option as the fast evaluation saw it, those shown (doing nothing first), and warnings.

    Parameters
    ----------
    screened : tuple of Screened
        Every option, in the order of the levers.
    shown : tuple of Option
        Those shown.
    warnings : tuple of Warned
        About them.
    asked : AskedFor
        What the mandate asks of the levers, and which option that is.
    by_lever : tuple of Reason
        Of each choice that no option shown holds, the best one that does and why it was dropped.
    verdicts : tuple of Verdict
        What `screened` was made from.
    impossible : tuple of Warned
        Of the warnings those about options that a planner wants shown and that cannot be carried out.
    pinned : tuple of str
        Options that a planner wants shown.
    """

    screened: tuple[Screened, ...]
    shown: tuple[Option, ...]
    warnings: tuple[Warned, ...]
    asked: AskedFor = field(default_factory=AskedFor)
    by_lever: tuple[Reason, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    impossible: tuple[Warned, ...] = ()
    pinned: tuple[str, ...] = ()


def screen(  # noqa: PLR0913  (the luck, then how it is worked out)
    mission: Mission,
    *,
    seed: int,
    replications: int = REPLICATIONS,
    workers: Workers | None = None,
    progress: ScreeningProgress | None = None,
    pins: Sequence[str] = (),
    most: int | None = None,
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
    pins : sequence of str
        Options to be shown whatever else is, besides those of the mission (`cadre.mission.pins`).
    most : int, optional
        Options looked at, at most, of a draft (`cadre.screening.few`); all when left out.
    """
    every = options(mission)
    if most is not None:
        every = few(mission, every, most, pins)
    if progress is not None:
        progress.stage("screen", len(every))
    report = progress.advance if progress is not None else None
    evaluated = evaluate(every, Streams(seed, replications), workers=workers or Workers(1), report=report)
    return choose(mission, evaluated, pins=pins)


def choose(mission: Mission, evaluated: Sequence[Evaluated], *, pins: Sequence[str] = ()) -> Screening:
    """Choose the options shown from those evaluated, doing nothing first."""
    wanted = pinned(mission, (*mission.always_show, *pins), evaluated, Asked(mission, evaluated))
    impossible = tuple(
        Warned((e.option.id,), PinCannotBeDone(e.option.id, e.why)) for e in wanted if e.why is not None
    )
    screening = screening_of(mission, select(mission, evaluated, pins=wanted), impossible=impossible)
    return replace(screening, pinned=tuple(e.option.id for e in wanted))


def screening_of(
    mission: Mission,
    verdicts: Sequence[Verdict],
    *,
    impossible: tuple[Warned, ...] = (),
    full: Mapping[str, Mapping[str, float]] | None = None,
) -> Screening:
    """Return what is told of options judged: those shown, warnings about them, what none of them holds.

    Warnings go by what options yielded in full, by option and measure, as far as they were played.
    """
    shown = [v.evaluated for v in verdicts if v.kept]
    seen = [replace(e, measures={**e.measures, **(full or {}).get(e.option.id, {})}) for e in shown]
    asked = Asked(mission, [v.evaluated for v in verdicts])
    return Screening(
        tuple(_screened(verdict) for verdict in verdicts),
        tuple(e.option for e in shown),
        (*(warnings(mission, seen[1:]) if shown[1:] else _nothing_feasible(verdicts)), *impossible),
        asked.asked_for(_as_asked(verdicts)),
        none_shown_with(mission, verdicts, asked),
        tuple(verdicts),
        impossible,
    )


def _as_asked(verdicts: Sequence[Verdict]) -> Evaluated | None:
    """Return the option that is shown as what is asked."""
    return next((v.evaluated for v in verdicts if v.kept and isinstance(v.reason, AsAsked)), None)


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
