"""One case of a sweep: its option is planned and played, roughly or in full, and becomes a row.

Takes what all cases share and a case, gives a row of plain values. The same row on any process of any
machine with the same versions: every case is planned from nothing and meets the same random numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import numpy as np

from cadre import criteria
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.attributes import attributes_of
from cadre.simulation.outcome import Outcome
from cadre.sweep.design import SweepCase, placed
from cadre.words import Catalogue, Formats
from cadre.words.reasons import Plainly, in_words

Row = dict[str, float | str | int | None]
ALSO_PLAYED = ("graduates",)
"""Scalars of an outcome that a row tells besides those of criteria."""
SHARES = {"p10": 0.1, "p90": 0.9}
_ONE = Lock()
"""A process runs one case at a time: solvers silence its standard output while they run."""


@dataclass(frozen=True)
class Shared:
    """What all cases share.

    Parameters
    ----------
    mission : Mission
        As read.
    seed, replications : int
        Luck; every case meets the same.
    seconds : float
        Safety net for each search of a full run.
    full : bool
        Plan and play as a study does, and not as the screening does.
    """

    mission: Mission
    seed: int = 1
    replications: int = 32
    seconds: float = 120.0
    full: bool = False


def played() -> tuple[str, ...]:
    """Return the scalars of an outcome that a row tells, as mean, 10th and 90th percentile.

    Those of all criteria but what the plan itself says, and of a few more.
    """
    of_criteria = (k.scalar for k in criteria.compared() if k.scalar and not k.of_plan)
    return tuple(dict.fromkeys((*of_criteria, *ALSO_PLAYED)))


def columns_of(cases: tuple[SweepCase, ...], mission: Mission) -> dict[str, type]:
    """Return the columns of a sweep and what stands in them."""
    outcomes = {f"{name}{end}": float for name in played() for end in ("", *(f".{p}" for p in SHARES))}
    return (
        {"case": int, "option": str}
        | {f"lever.{lever}": str for lever in mission.levers}
        | {f"detail.{path}": float for path in (cases[0].at if cases else ())}
        | outcomes
        | {"years": float, "posts": float, "posts_in_country": float, "why_not": str}
    )


def run_case(shared: Shared, case: SweepCase) -> Row:
    """Plan and play one case."""
    with _ONE:
        option = placed(Option(case.option, "", case.choices, shared.mission), case.at)
        known = option.mission.quantities
        row: Row = {"case": case.number, "option": case.option}
        row |= {f"lever.{lever}": choice for lever, choice in option.choices.items()}
        row |= {f"detail.{path}": float(known[path].mean) for path in case.at}
        return row | (_in_full(option, shared) if shared.full else _roughly(option, shared))


def _roughly(option: Option, shared: Shared) -> Row:
    from cadre.screening.evaluation import roughly_planned, why_not  # noqa: PLC0415
    from cadre.simulation.run import simulate_fast  # noqa: PLC0415  (a compiler)

    mission, programme = roughly_planned(option)
    if programme.result is None or not programme.result.has_plan:
        formats = Formats(Catalogue(), mission.mission.currency)
        return {"why_not": in_words(why_not(mission), formats, Plainly(formats, mission))}
    outcome = simulate_fast(mission, programme, replications=shared.replications, seed=shared.seed)
    return _row_of(outcome) | dict(attributes_of(programme, mission))


def _in_full(option: Option, shared: Shared) -> Row:
    from cadre.pipeline import Settings  # noqa: PLC0415  (solvers)
    from cadre.pipeline.planning import plan_option  # noqa: PLC0415  (solvers)
    from cadre.simulation.run import simulate  # noqa: PLC0415  (a compiler)

    planned = plan_option(option, Settings(shared.seed, shared.replications, shared.seconds, 1))
    outcome = simulate(
        option.mission,
        planned.programme,
        planned.staff,
        planned.timetable,
        replications=shared.replications,
        seed=shared.seed,
    )
    return _row_of(outcome) | dict(attributes_of(planned.need, option.mission))


def _row_of(outcome: Outcome) -> Row:
    row: Row = {}
    for name in played():
        values = outcome.scalars[name]
        row[name] = float(values.mean())
        row |= {f"{name}.{p}": float(np.quantile(values, share)) for p, share in SHARES.items()}
    return row
