"""Forecast: the future played again from the recorded state, with what records have taught.

Takes the mission, its plan and all records; gives figures with their ranges, and what records have taught.
The same kernel and rules as before the launch (docs/model/tracking.md, Forecast).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cadre.errors import BadInput, Fault, Place
from cadre.messages import Message, message
from cadre.mission import Mission, Quantity
from cadre.mission.money import OVERRUN
from cadre.mission.quantity import quantity_in
from cadre.replan.reading import Before
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.simulation.training_tables import targets_of
from cadre.tracking.evidence import RateEvidence, Tally, evidence
from cadre.tracking.holding import holding, known_on
from cadre.tracking.planned import planned_money
from cadre.tracking.promised import sizes_of_events, staff_promised
from cadre.tracking.recorded import RecordedState, came_of_stints, recorded_state
from cadre.tracking.records import Records
from cadre.tracking.resting import Resting, RestsOn
from cadre.tracking.updating import USUAL, NothingLeft, Ways, posterior

LEVELS = tuple(n / 20 for n in range(1, 20))
"""Quantiles that a forecast keeps of each figure: 5, 10, ..., 95 %."""
COST = "cost"
"""The figure of all money spent to exit."""
LOW, MIDDLE, HIGH = 1, 9, 17
"""Places of the tenth, the fiftieth and the ninetieth percentile in them."""


@dataclass(frozen=True, slots=True)
class ForecastFigure:
    """One number that is forecast: its name, the day on which it will be known, its quantiles and its mean.

    Names are those of the outcomes of a simulation (`graduates.COURSE`, `reached.CAPABILITY.WEEK`,
    `met.CAPABILITY.WEEK` as a chance, `units.CAPABILITY.WEEK`, `cost`). `rests_on` are the uncertain
    quantities that it moves with most, the strongest first; none of forecasts kept before that was told.
    """

    name: str
    day: dt.date
    mean: float
    quantiles: tuple[float, ...]
    rests_on: tuple[RestsOn, ...] = ()


@dataclass(frozen=True, slots=True)
class Learnt:
    """A quantity that records have changed: what they say, and its tenths and middle now."""

    path: str
    found: RateEvidence
    now: tuple[float, float, float]


@dataclass(frozen=True)
class Forecast:
    """What is forecast on a day.

    Parameters
    ----------
    option : str
        That is carried out.
    made_on : date
        From what was known then.
    week : int
        From the beginning of which the future is played.
    seed, replications : int
        Of the simulation.
    figures : tuple of ForecastFigure
        By day, then by name.
    learnt : tuple of Learnt
        What records have taught.
    reckoned : tuple of Message
        What of the state no report tells.
    """

    option: str
    made_on: dt.date
    week: int
    seed: int
    replications: int
    figures: tuple[ForecastFigure, ...]
    learnt: tuple[Learnt, ...]
    reckoned: tuple[Message, ...]


def forecast(  # noqa: PLR0913  (what is known, then how it is played)
    mission: Mission,
    plan: Before,
    records: Records,
    today: dt.date,
    *,
    runs: ReplicationPlan,
    ways: Ways = USUAL,
) -> Forecast:
    """Forecast a mission from what was known on a day.

    Parameters
    ----------
    mission, plan : Mission, Before
        The option that is carried out, and its plan.
    records : Records
        All; those reported later are left out.
    today : date
        The day.
    runs : ReplicationPlan
        How often the future is played, and on which luck.
    ways : Ways
        How records are weighed.

    Raises
    ------
    BadInput
        As `futures`.
    """
    return as_forecast(
        mission, plan.option, today, futures(mission, plan, records, today, runs=runs, ways=ways), runs
    )


def as_forecast(
    mission: Mission, option: str, today: dt.date, played: PlayedOn, runs: ReplicationPlan
) -> Forecast:
    """Return what is told of futures that were played on."""
    spent = sum(one.amount for one in played.known.spending.values()) + played.untold
    week, told = played.state.standing.week, played.state.reckoned
    learnt = tuple(Learnt(one.path, one, _ends(played.learnt[one.path])) for one in played.found)
    figures = _figures(mission, played.outcome, week, spent)
    return Forecast(option, today, week, runs.seed, runs.replications, figures, learnt, told)


@dataclass(frozen=True)
class PlayedOn:
    """A mission played on from what was known on a day.

    Parameters
    ----------
    known : Records
        Those that hold and were known.
    state : RecordedState
        From which it is played on.
    found : tuple of RateEvidence
        What records say of quantities.
    learnt : mapping of str to Quantity
        What is now known of these, by path.
    outcome : Outcome
        The futures; money is what is still to be paid.
    untold : float
        Money that is reckoned to have been spent since the last day of which a report tells.
    """

    known: Records
    state: RecordedState
    found: tuple[RateEvidence, ...]
    learnt: Mapping[str, Quantity]
    outcome: Outcome
    untold: float = 0.0


def futures(  # noqa: PLR0913  (as `forecast`)
    mission: Mission,
    plan: Before,
    records: Records,
    today: dt.date,
    *,
    runs: ReplicationPlan,
    ways: Ways = USUAL,
) -> PlayedOn:
    """Play a mission on from what was known on a day; takes what `forecast` does.

    Raises
    ------
    BadInput
        Before the second week or after exit, or where records leave nothing of a range.
    """
    week = mission.week_from(today)
    if not 1 <= week < mission.weeks:
        first, last = mission.date_of(1), mission.date_of(mission.weeks - 1)
        raise BadInput(
            [Fault.of(Place(path=("--today",)), "tracking.no-week", day=today, first=first, last=last)]
        )
    known = holding(known_on(records, today))
    plan = replace(plan, staff=staff_promised(mission, plan.staff, known))
    state = recorded_state(mission, plan, known, today)
    found = (*evidence(known, mission, today), *came(mission, plan, known, today))
    learnt = _learnt(mission, found, ways)
    untold = money_untold(mission, plan, known, week)
    if untold:
        state = replace(state, reckoned=(*state.reckoned, _of_money(mission, known, untold)))
    settled = learnt | dict(sizes_of_events(mission, known))
    return PlayedOn(known, state, found, learnt, _played(mission, plan, state, settled, runs), untold)


def forecast_at_launch(mission: Mission, plan: Before, runs: ReplicationPlan) -> Forecast:
    """Return what the plan itself forecasts on the mission's first day, before anything was reported.

    Later forecasts are held against it: with what was assumed, from the first week on.
    """
    plans = Plans(plan.programme, plan.staff, plan.timetable)
    outcome = next(simulate_many([SimulationCase(plan.option, mission, plans)], runs))
    figures = _figures(mission, outcome, 0, 0.0)
    return Forecast(plan.option, mission.mission.starts, 0, runs.seed, runs.replications, figures, (), ())


def _played(
    mission: Mission,
    plan: Before,
    state: RecordedState,
    learnt: Mapping[str, Quantity],
    runs: ReplicationPlan,
) -> Outcome:
    plans = Plans(plan.programme, plan.staff, plan.timetable)
    known = dict(learnt) | dict(_paid(mission, state))
    return next(simulate_many([SimulationCase(plan.option, mission, plans, state.standing, known)], runs))


def money_untold(mission: Mission, plan: Before, records: Records, week: int) -> float:
    """Return what the plan spends at mean prices between the last day of which spending is told and a week.

    A mission of which nobody reports money has not spent nothing.
    """
    since = _told_until(mission, records)
    if since >= week:
        return 0.0
    overrun = mission.quantities[OVERRUN].mean
    before, now = (sum(planned_money(mission, plan, end).values()) for end in (since, week))
    return overrun * max(0.0, now - before)


def _told_until(mission: Mission, records: Records) -> int:
    """Return the first week of which no report of spending tells."""
    days = [one.on for one in records.spending.values()]
    return max(0, mission.week_from(max(days) + dt.timedelta(days=1))) if days else 0


def _of_money(mission: Mission, records: Records, amount: float) -> Message:
    day = mission.date_of(_told_until(mission, records))
    currency = mission.mission.currency
    return message("tracking.money-not-told", day=day, amount=round(amount), currency=currency)


def _ends(quantity: Quantity) -> tuple[float, float, float]:
    return float(quantity.at(0.1)), float(quantity.at(0.5)), float(quantity.at(0.9))


def came(mission: Mission, plan: Before, records: Records, today: dt.date) -> Iterator[RateEvidence]:
    """Yield how many of those planned have come, by offer; of offers never reported of nothing is said.

    Who is not there yet but may still be late says little: the share that comes acts in the part of those
    who come that would be there by now.
    """
    pieces: dict[str, list[Tally]] = {}
    seen = {one.offer for one in records.movements.values()}
    week = mission.week_from(today)
    for one in came_of_stints(mission, plan, records, week):
        if one.offer in seen and not mission.offers[one.offer].honoured.is_known:
            age = (today - mission.date_of(one.begins)).days / 7
            in_time = _in_time(mission.offers[one.offer].late, week - 1 - one.begins)
            relieved = min(one.came, one.relieve)
            parts = [(one.came, one.planned, 1.0)]
            if in_time < 1:
                parts = [
                    (relieved, one.relieve, 1.0),
                    (one.came - relieved, one.planned - one.relieve, in_time),
                ]
            pieces.setdefault(one.offer, []).extend(
                Tally(there, of, age, (), part=part) for there, of, part in parts if of
            )
    for offer, told in pieces.items():
        yield RateEvidence(f"offers.{offer}.honoured", "share", tuple(told))


QUANTILES = 200
"""Points at which the weeks by which people are late are read."""


def _in_time(late: Quantity, weeks: int) -> float:
    """Return the share of those who come whole weeks late at most, by what was assumed."""
    values = np.floor(late.at((np.arange(QUANTILES) + 0.5) / QUANTILES) + 0.5)
    return float(np.mean(values <= weeks))


def _learnt(mission: Mission, found: tuple[RateEvidence, ...], ways: Ways) -> dict[str, Quantity]:
    """Return what is now known, by path.

    Raises
    ------
    BadInput
        With every range of which nothing is left.
    """
    known, faults = {}, []
    for one in found:
        try:
            known[one.path] = posterior(mission, one, ways)
        except NothingLeft:
            faults.append(Fault.of(Place(path=tuple(one.path.split("."))), "tracking.range-passed"))
    if faults:
        raise BadInput(faults, mission.mission.language)
    return known


def _paid(mission: Mission, state: RecordedState) -> Iterator[tuple[str, Quantity]]:
    """Yield what will not be paid again: opening sites that opened, activities that have begun."""
    nothing = quantity_in(0, "money")
    for site, now in state.standing.sites.items():
        if now != "not open":
            yield f"sites.{site}.costs_to_open", nothing
    for project, activity in state.standing.activities:
        yield f"projects.{project}.activities.{activity}.costs", nothing


# ---- figures


def _figures(mission: Mission, outcome: Outcome, week: int, spent: float) -> tuple[ForecastFigure, ...]:
    """Return what is forecast from a week on, by day, then by name, each with what it rests on."""
    rests, found = Resting(mission, outcome.draws), []
    for name, day, values in _foreseen(mission, outcome, week, spent):
        quantiles = np.quantile(values, LEVELS, method="inverted_cdf")
        told = rests.of(np.asarray(values, np.float64), money=name == COST)
        found.append(ForecastFigure(name, day, float(values.mean()), tuple(map(float, quantiles)), told))
    return tuple(sorted(found, key=lambda figure: (figure.day, figure.name)))


def _foreseen(
    mission: Mission, outcome: Outcome, week: int, spent: float
) -> Iterator[tuple[str, dt.date, NDArray[np.floating]]]:
    """Yield names, days and samples: targets still ahead, units by quarter, graduates and cost at exit."""
    scalars = outcome.scalars
    for key, target, _ in targets_of(mission):
        if target >= week:
            day = mission.date_of(target + 1) - dt.timedelta(days=1)
            for kind in ("reached", "met"):
                yield f"{kind}.{key}.{target}", day, scalars[f"{kind}.{key}.{target}"]
    for place, point in enumerate(map(int, outcome.points)):
        if point > week:
            for key in mission.capabilities:
                yield f"units.{key}.{point}", mission.date_of(point), outcome.series[f"units.{key}"][:, place]
    last = mission.date_of(mission.weeks)
    for key in mission.courses:
        yield f"graduates.{key}", last, scalars[f"graduates.{key}"]
    for key, capability in mission.capabilities.items():
        if capability.floor_after_exit:
            yield f"holds.{key}", mission.date_of(mission.floor_week), scalars[f"holds.{key}"]
    yield COST, mission.date_of(mission.exit_week), spent + scalars[COST]
