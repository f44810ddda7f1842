"""Judging: one mission planned, lived, recorded, forecast at six days, and scored.

Takes the number of a mission, gives a `Judged` that can be kept as a line of JSON. Forecasts are those of
`cadre.tracking.forecast`, from records read back from their files.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from benchmarks.forecasts.knowing import knowing
from benchmarks.forecasts.life import Lived, lived
from benchmarks.forecasts.missions import Document, drawn
from benchmarks.forecasts.plans import MissionPlan, planned
from benchmarks.forecasts.reports import write_records
from benchmarks.forecasts.reweighting import likeness, weighted_quantiles
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.programme.plan import PostBatch, Programme
from cadre.replan.reading import Before
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.timetable.plan import Serial, Timetable
from cadre.tracking.forecast import LEVELS, ForecastFigure, forecast
from cadre.tracking.planned import expected_by, planned_money
from cadre.tracking.reading import read_records
from cadre.tracking.scores import brier, crps

FORECAST_WEEKS = (13, 26, 52, 78, 104, 130)
"""Weeks at whose beginning is forecast: months 3, 6, 12, 18, 24, 30."""
TWELVE = 52
"""The week of month 12, in which `knowing` is asked as well."""
SEED = 15
"""Of the missions and their truths; forecasts take the number of the mission."""
OLD_STUDY, FUTURES = 2_000, 400
"""Futures of the first forecast, of which the plain comparison weighs, and of each later one."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A figure of a forecast: when it was made, its name and scores.

    `rank` is the randomised one, among 19 quantiles; `scale` the first forecast's mean, at least 1, by which
    losses of different units are divided; `loss` the CRPS (of a chance its Brier score), `first` that of the
    first forecast, `plan` the distance of what the plan expects, `weighed` those of the old study by
    bandwidth, `knew` that of whoever knew all true rates, in month 12 (0 on other days).
    """

    week: int
    name: str
    happened: float
    scale: float
    inside: bool
    rank: float
    loss: float
    first: float
    plan: float
    weighed: tuple[float, ...]
    knew: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One mission: its number, what was scored, and processor seconds."""

    number: int
    scored: tuple[Scored, ...]
    reports: int
    seconds: float


def judged(number: int, *, old: int = OLD_STUDY, futures: int = FUTURES) -> Judged:
    """Draw, plan, live, record and forecast a mission; the same number gives the same."""
    begun = time.process_time()
    rng = np.random.default_rng([SEED, number])
    document = drawn(rng)
    plan = planned(document)
    life = lived(document, plan, rng)
    with TemporaryDirectory() as within:
        folder = Path(within)
        (folder / "mission.yaml").write_text(json.dumps(document), "utf-8")
        write_records(folder, life)
        mission = read_mission(folder)
        records = read_records(folder, mission)
    before = as_cadre(mission, plan)
    study = _study(mission, before, ReplicationPlan(old, number))
    scored: list[Scored] = []
    for week in FORECAST_WEEKS:
        today, runs = mission.date_of(week), _runs(futures, number, week)
        made = forecast(mission, before, records, today, runs=runs)
        weights = likeness(study, _counted(life, week), week)
        if week == TWELVE:
            best = knowing(mission, before, records, (made.made_on, life.truth), _runs(futures, number, week))
        for figure in made.figures:
            happened = what_happened(document, life, figure.name)
            off = abs(expected(document, mission, before, plan, figure.name) - happened)
            one = _scored(figure, happened, (week, off, study, weights), rng)
            if week == TWELVE:
                spent = life.spent[week - 1] if figure.name == "cost" else 0.0
                one = replace(one, knew=_loss(figure.name, futures_of(best, figure.name) + spent, happened))
            scored.append(one)
    return Judged(number, tuple(scored), records.count, time.process_time() - begun)


def _runs(futures: int, number: int, week: int) -> ReplicationPlan:
    return ReplicationPlan(futures, 1_000 * number + week)


def as_cadre(mission: Mission, plan: MissionPlan) -> Before:
    """Return the plan made by hand as Cadre's own."""
    tour = mission.tours.weeks
    lines: dict[str, PostLine] = {}
    posts: list[PostBatch] = []
    for stay in plan.stays:
        name = f"{stay.role}@{stay.site}/r{stay.rotation}"
        there = lines[name].people if name in lines else 0
        ends = (stay.rotation + 1) * tour
        lines[name] = PostLine(
            name, stay.role, stay.site, stay.rotation, stay.rotation * tour, ends, there + stay.people, False
        )
    posts = [PostBatch(one.role, one.site, one.rotation, one.people, "instructors") for one in lines.values()]
    stints = tuple(
        Stint(stay.offer, f"{stay.role}@{stay.site}/r{stay.rotation}", stay.begins, stay.ends, stay.people)
        for stay in plan.stays
    )
    programme = Programme(1, mission.weeks, tour, (), tuple(sorted(posts)))
    forces = ForcePlan(tuple(lines.values()), stints)
    serials = tuple(
        Serial(one.id, one.course, one.site, one.start, one.start, one.trainees, one.start)
        for one in plan.classes
    )
    return Before("by hand", programme, forces, programme, forces, Timetable(serials))


def _study(mission: Mission, plan: Before, runs: ReplicationPlan) -> Outcome:
    """Return the futures of the first forecast: played from the first day, with what was assumed."""
    plans = Plans(plan.programme, plan.staff, plan.timetable)
    return next(simulate_many([SimulationCase(plan.option, mission, plans)], runs))


def futures_of(study: Outcome, name: str) -> NDArray[np.float64]:
    """Return the futures of a figure by its name."""
    if not name.startswith("units."):
        return study.scalars[name]
    key, _, point = name.rpartition(".")
    (place,) = np.flatnonzero(study.points == int(point))
    return study.series[key][:, place].astype(np.float64)


# ---- what happened


def _counted(life: Lived, week: int) -> dict[str, float]:
    """Return what a series of the study holds at the beginning of a week, as it was."""
    holders = {f"stock.{key}": float(people) for key, people in life.holders[week - 1].items()}
    return holders | {"waiting.pool": float(life.waiting[week - 1])}


def units_at(document: Document, holders: Mapping[str, float]) -> dict[str, int]:
    """Return the units that holders form: each capability in its order takes what it needs."""
    left, formed = dict(holders), dict[str, int]()
    for key, capability in document["capabilities"].items():
        formed[key] = min(int(left[k] // number) for k, number in capability["made_of"].items())
        for k, number in capability["made_of"].items():
            left[k] -= formed[key] * number
    return formed


def what_happened(document: Document, life: Lived, name: str) -> float:
    """Return what became of a figure in the truth."""
    kind, _, rest = name.partition(".")
    if kind == "cost":
        return life.spent[-1]
    if kind == "graduates":
        return float(life.graduates[-1][rest])
    return _of_holders(document, life.holders, name)


def _of_holders(document: Document, holders: Sequence[Mapping[str, float]], name: str) -> float:
    """Return the units of a capability at a boundary, or whether as many as are wanted then."""
    kind, key, week = name.split(".")
    boundary = int(week) + (kind != "units")
    units = units_at(document, holders[boundary - 1])[key]
    if kind != "met":
        return float(units)
    wanted = list(document["capabilities"][key]["wanted"].values())
    return float(units >= wanted[boundary // 26 - 1])


def expected(document: Document, mission: Mission, before: Before, plan: MissionPlan, name: str) -> float:
    """Return what the plan expects of a figure."""
    kind, _, rest = name.partition(".")
    if kind == "cost":
        return sum(planned_money(mission, before, mission.weeks).values())
    if kind == "graduates":
        return expected_by(mission, before, mission.weeks, rest)
    return _of_holders(document, plan.holders, name)


# ---- scores


def _scored(
    figure: ForecastFigure,
    happened: float,
    old: tuple[int, float, Outcome, list[NDArray[np.float64]]],
    rng: np.random.Generator,
) -> Scored:
    week, off, study, weights = old
    futures = futures_of(study, figure.name)
    if figure.name.startswith("met."):
        means = [float(np.average(futures, weights=of)) for of in weights]
        own, losses = brier(figure.mean, happened), tuple(brier(mean, happened) for mean in means)
    else:
        own = crps(figure.quantiles, happened)
        losses = tuple(crps(weighted_quantiles(futures, of, LEVELS), happened) for of in weights)
    below, equal = (sum(how(q, happened) for q in figure.quantiles) for how in (float.__lt__, float.__eq__))
    rank = (below + rng.random() * (equal + 1)) / (len(LEVELS) + 1)
    inside = figure.quantiles[1] <= happened <= figure.quantiles[17]
    scale = 1.0 if figure.name.startswith("met.") else max(1.0, float(futures.mean()))
    return Scored(
        week,
        figure.name,
        happened,
        scale,
        inside,
        rank,
        own,
        _loss(figure.name, futures, happened),
        off,
        losses,
    )


def _loss(name: str, futures: NDArray[np.float64], happened: float) -> float:
    """Return the loss of futures: of a chance the Brier score, else the CRPS of their quantiles."""
    if name.startswith("met."):
        return brier(float(futures.mean()), happened)
    return float(crps(tuple(np.quantile(futures, LEVELS, method="inverted_cdf")), happened))


def as_line(one: Judged) -> str:
    """Return a mission judged as a line that is kept."""
    return json.dumps(asdict(one))


def read_lines(file: Path) -> Iterator[Judged]:
    """Yield the missions that were judged and kept."""
    for line in file.read_text("utf-8").splitlines():
        data = json.loads(line)
        scored = tuple(Scored(**one | {"weighed": tuple(one["weighed"])}) for one in data["scored"])
        yield Judged(**data | {"scored": scored})
