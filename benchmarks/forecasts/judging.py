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
from benchmarks.forecasts.missions import TARGET_WEEKS, Document, drawn
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
from cadre.tracking.forecast import HIGH, LEVELS, LOW, ForecastFigure, as_forecast, futures
from cadre.tracking.planned import expected_by, planned_money
from cadre.tracking.reading import read_records
from cadre.tracking.records import Records
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

    `rank` is the randomised one among the futures; `scale` the first forecast's mean, at least 1, by which
    losses of different units are divided; `loss` the CRPS (of a chance its Brier score), `first` that of the
    first forecast, `plan` the distance of what the plan expects, `weighed` those of the old study by
    bandwidth, `knew` that of whoever knew all true rates, in month 12 (0 on other days).
    """

    name: str
    happened: float
    scale: float
    inside: bool
    loss: float
    first: float
    weighed: tuple[float, ...]
    week: int = 0
    rank: float = 0.0
    plan: float = 0.0
    knew: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One mission: its number, what was scored, and processor seconds."""

    number: int
    scored: tuple[Scored, ...]
    reports: int
    seconds: float


@dataclass(frozen=True)
class _Lived:
    """A mission with its plan, what became of it, what was reported, and the study of its first day."""

    document: Document
    plan: MissionPlan
    life: Lived
    mission: Mission
    before: Before
    records: Records
    study: Outcome


def judged(number: int, *, old: int = OLD_STUDY, later: int = FUTURES) -> Judged:
    """Draw, plan, live, record and forecast a mission; the same number gives the same.

    Parameters
    ----------
    number : int
        Which mission.
    old, later : int
        Futures of the first forecast, and of each later one.
    """
    begun = time.process_time()
    rng = np.random.default_rng([SEED, number])
    one = _made(number, rng, old)
    scored: list[Scored] = []
    for week in FORECAST_WEEKS:
        scored += _on_day(one, week, ReplicationPlan(later, 1_000 * number + week), rng)
    return Judged(number, tuple(scored), one.records.count, time.process_time() - begun)


def _made(number: int, rng: np.random.Generator, old: int) -> _Lived:
    """Draw, plan and live a mission, write its records, and read them back."""
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
    return _Lived(
        document, plan, life, mission, before, records, _study(mission, before, ReplicationPlan(old, number))
    )


def _on_day(one: _Lived, week: int, runs: ReplicationPlan, rng: np.random.Generator) -> Iterator[Scored]:
    """Yield the figures of the forecast made at the beginning of a week, scored."""
    today = one.mission.date_of(week)
    played = futures(one.mission, one.before, one.records, today, runs=runs)
    weights = likeness(one.study, _counted(one.life, week), week)
    best = None
    if week == TWELVE:
        best = knowing(one.mission, one.before, one.records, (today, one.life.truth), runs)
    for figure in as_forecast(one.mission, one.before.option, today, played, runs).figures:
        spent = one.life.spent[week - 1] if figure.name == "cost" else 0.0
        happened = what_happened(one.document, one.life, figure.name)
        yield replace(
            _scored(figure, happened, futures_of(one.study, figure.name), weights),
            week=week,
            rank=place(happened, futures_of(played.outcome, figure.name) + spent, rng),
            plan=abs(expected(one, figure.name) - happened),
            knew=0.0 if best is None else _loss(figure.name, futures_of(best, figure.name) + spent, happened),
        )


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


def units_at(document: Document, holders: Mapping[str, float], boundary: int) -> dict[str, int]:
    """Return the units that holders form at the beginning of a week, in two rounds in the order written.

    First each capability forms up to what is wanted at its last target that has come, then as many as can be.
    """
    left, formed = dict(holders), dict.fromkeys(document["capabilities"], 0)
    for most in (True, False):
        for key, capability in document["capabilities"].items():
            units = min(int(left[k] // number) for k, number in capability["made_of"].items())
            if most:
                units = min(units, _wanted(capability, boundary))
            formed[key] += units
            for k, number in capability["made_of"].items():
                left[k] -= units * number
    return formed


def _wanted(capability: Document, boundary: int) -> int:
    """Return what is wanted at the last target whose week is over."""
    come = sum(week <= boundary for week in TARGET_WEEKS)
    return int(list(capability["wanted"].values())[come - 1]) if come else 0


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
    units = units_at(document, holders[boundary - 1], boundary)[key]
    if kind != "met":
        return float(units)
    wanted = list(document["capabilities"][key]["wanted"].values())
    return float(units >= wanted[boundary // 26 - 1])


def expected(one: _Lived, name: str) -> float:
    """Return what the plan expects of a figure."""
    kind, _, rest = name.partition(".")
    if kind == "cost":
        return sum(planned_money(one.mission, one.before, one.mission.weeks).values())
    if kind == "graduates":
        return expected_by(one.mission, one.before, one.mission.weeks, rest)
    return _of_holders(one.document, one.plan.holders, name)


# ---- scores


def _scored(
    figure: ForecastFigure, happened: float, old: NDArray[np.float64], weights: Sequence[NDArray[np.float64]]
) -> Scored:
    """Return the losses of a figure, of the first forecast and of its futures weighed."""
    chance = figure.name.startswith("met.")
    if chance:
        weighed = tuple(brier(float(np.average(old, weights=of)), happened) for of in weights)
    else:
        weighed = tuple(crps(weighted_quantiles(old, of, LEVELS), happened) for of in weights)
    return Scored(
        name=figure.name,
        happened=happened,
        scale=1.0 if chance else max(1.0, float(old.mean())),
        inside=figure.quantiles[LOW] <= happened <= figure.quantiles[HIGH],
        loss=brier(figure.mean, happened) if chance else crps(figure.quantiles, happened),
        first=_loss(figure.name, old, happened),
        weighed=weighed,
    )


def place(happened: float, sample: NDArray[np.float64], rng: np.random.Generator) -> float:
    """Return the randomised rank of what happened among futures: among equals each place is as likely.

    Uniform on (0, 1) where both are of one law (Czado, Gneiting and Held 2009).
    """
    below, equal = np.count_nonzero(sample < happened), np.count_nonzero(sample == happened)
    return float((below + rng.random() * (equal + 1)) / (len(sample) + 1))


def _loss(name: str, sample: NDArray[np.float64], happened: float) -> float:
    """Return the loss of futures: of a chance the Brier score, else the CRPS of their quantiles."""
    if name.startswith("met."):
        return brier(float(sample.mean()), happened)
    return float(crps(tuple(np.quantile(sample, LEVELS, method="inverted_cdf")), happened))


def as_line(one: Judged) -> str:
    """Return a mission judged as a line that is kept."""
    return json.dumps(asdict(one))


def read_lines(file: Path) -> Iterator[Judged]:
    """Yield the missions that were judged and kept."""
    for line in file.read_text("utf-8").splitlines():
        data = json.loads(line)
        scored = tuple(Scored(**one | {"weighed": tuple(one["weighed"])}) for one in data["scored"])
        yield Judged(**data | {"scored": scored})
