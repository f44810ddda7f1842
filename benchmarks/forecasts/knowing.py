"""What is left to luck: the same state, forecast by somebody who knows every true rate.

Takes a mission, its plan, records and true rates; gives the futures from a recorded state with these rates.
No forecast from records can do better, so that its losses say how far there is to go.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from benchmarks.forecasts.missions import STARTS
from cadre.mission import Mission, Quantity
from cadre.replan.reading import Before
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.tracking.holding import holding, known_on
from cadre.tracking.recorded import recorded_state
from cadre.tracking.records import Records


def knowing(
    mission: Mission,
    plan: Before,
    records: Records,
    given: tuple[dt.date, Mapping[str, float]],
    runs: ReplicationPlan,
) -> Outcome:
    """Return the futures from the state of a day, with the rates that hold in truth."""
    today, truth = given
    known = holding(known_on(records, today))
    state = recorded_state(mission, plan, known, today).standing
    rates = {path: _known(mission, path, value) for path, value in _by_path(mission, truth)}
    plans = Plans(plan.programme, plan.staff, plan.timetable)
    return next(simulate_many([SimulationCase(plan.option, mission, plans, state, rates)], runs))


def _known(mission: Mission, path: str, value: float) -> Quantity:
    return Quantity(numbers=(value,), unit=mission.quantities[path].unit)


def _by_path(mission: Mission, truth: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the true value of each uncertain quantity by path; a party's own chance as that of its offers."""
    yield "reliability.parties_differ", 0.0
    for path, quantity in mission.quantities.items():
        if quantity.is_known:
            continue
        table, key, *names = path.split(".")
        if table == "offers":
            name = "comes" if names == ["honoured"] else names[0]
            yield path, truth[f"{mission.offers[key].party}.{name}"]
        elif table in ("recruits", "money"):
            yield path, truth[names[0] if names else key]
        elif names == ["opens"]:
            yield path, STARTS.toordinal() + truth[f"{key}.opens"]
        else:
            name = "costs" if table in ("roles", "sites") and names == ["costs_a_year"] else names[-1]
            yield path, truth[f"{key}.{name}"]
