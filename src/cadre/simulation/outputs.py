"""From counts to an outcome: names, prices, shares.

Takes what the kernel counted in each replication, the draws and the mission; gives an `Outcome`. Definitions:
docs/model/simulation.md, What comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.mission.events import happens
from cadre.mission.money import OVERRUN, PAYERS
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.simulation.draws import Draws
from cadre.simulation.event_tables import comes_true, settled_by_chance
from cadre.simulation.inputs import Inputs
from cadre.simulation.outcome import CAUSES, POINT_WEEKS, Outcome
from cadre.simulation.records import NEVER, TOTALS
from cadre.simulation.table_builder import whole
from cadre.simulation.training_tables import stocks_of, targets_of
from cadre.simulation.years import by_year, years_of

Floats = NDArray[np.float64]
Series = NDArray[np.float32]
Named = Iterator[tuple[str, Floats]]


@dataclass(frozen=True)
class RawOutputs:
    """What was counted.

    Parameters
    ----------
    mission, inputs, draws
        What was played.
    inner : int
        Replications of each outer draw.
    counts : ndarray of float64, shape (replications, columns)
        Columns as in `Frame`.
    series : ndarray of float32, shape (names, replications, points)
        Capabilities, stocks, then foreign people.
    new_year : int, optional
        Before which new year counts of what is paid stand; at the end when left out.
    """

    mission: Mission
    inputs: Inputs
    draws: Draws
    inner: int
    counts: Floats
    series: Series
    new_year: int | None = None

    def before(self, year: int) -> RawOutputs:
        """Return the tally of what is paid as it stood before one of `Tables.new_years`."""
        return replace(self, new_year=year)

    def total(self, name: str) -> Floats:
        """Return one of the single counts, shape (replications,)."""
        return self.counts[:, TOTALS.index(name)].copy()

    def count(self, first: int, row: int = 0) -> Floats:
        """Return one column of a kind of count, shape (replications,)."""
        if self.new_year is not None:
            frame = self.inputs.frame
            paid = frame.done_from - frame.started
            first += frame.by_year + self.new_year * paid - frame.started
        return self.counts[:, first + row].copy()

    def drawn(self, path: str) -> Floats:
        """Return the value of a quantity in each replication, shape (replications,)."""
        return self.repeated(self.draws.of(path))

    def repeated(self, drawn: Floats) -> Floats:
        """Return what was drawn, shape (outer,), in each replication, shape (replications,)."""
        return np.repeat(drawn, self.inner)[: len(self.counts)]

    def while_there(self, by_week: Floats) -> Floats:
        """Sum numbers by week from begin to exit of each replication, shape (replications,)."""
        if self.new_year is not None:
            before = np.arange(len(by_week)) < self.inputs.tables.new_years[self.new_year]
            by_week = np.where(before, by_week, 0.0)
        ends = np.minimum(self.total("exits"), len(by_week)).astype(np.int64)
        begun = np.maximum(self.total("begins"), self.inputs.frame.since)
        begins = np.minimum(begun.astype(np.int64), ends)
        so_far = np.concatenate([[0.0], np.cumsum(by_week)])
        return np.asarray(so_far[ends] - so_far[begins], np.float64)


def outcome(raw: RawOutputs, *, option: str, seed: int) -> Outcome:
    """Name and price what was counted."""
    scalars = dict(_goals(raw)) | dict(_money(raw)) | dict(_training(raw))
    scalars |= dict(_people(raw)) | dict(_events(raw))
    chances = settled_by_chance(raw.mission)
    return Outcome(
        option=option,
        replications=len(raw.counts),
        seed=seed,
        scalars=scalars,
        series=dict(_series(raw)),
        points=np.arange(0, raw.inputs.frame.weeks + 1, POINT_WEEKS, dtype=np.int64),
        draws={path: raw.drawn(path) for path in raw.draws.sampled}
        | {happens(key): raw.repeated(comes_true(raw.draws, key)) for key in chances},
    )


# ---- what was wanted


def _goals(raw: RawOutputs) -> Named:
    """Yield targets and floors, one by one and together."""
    mission, frame = raw.mission, raw.inputs.frame
    weight = {key: capability.priority for key, capability in mission.capabilities.items()}
    reached: Floats = np.zeros(len(raw.counts))
    total = 0.0
    for row, (key, week, wanted) in enumerate(targets_of(mission)):
        units = raw.count(frame.reached, row)
        yield f"reached.{key}.{week}", units
        yield f"met.{key}.{week}", np.asarray(units >= wanted, np.float64)
        reached += weight[key] * np.minimum(1.0, units / wanted if wanted else np.ones(len(units)))
        total += weight[key]
    yield "outcome", reached / total if total else np.ones(len(raw.counts))
    floors = []
    for row, (key, capability) in enumerate(mission.capabilities.items()):
        left = raw.count(frame.left, row)
        yield f"left.{key}", left
        yield f"holds.{key}", np.asarray(left >= capability.floor_after_exit, np.float64)
        if capability.floor_after_exit:
            floors.append(left >= capability.floor_after_exit)
    yield "lasting", np.mean(floors, axis=0) if floors else np.ones(len(raw.counts))


# ---- money


def _money(raw: RawOutputs) -> Named:
    """Yield cost to exit with its overrun, in all and by payer, and what the host spends on serials after it.

    Beside it the same before the overrun, with every post filled, and for each graduate.
    """
    spent = _by_payer(raw)
    overrun, plain = raw.drawn(OVERRUN), np.sum([spent[payer] for payer in PAYERS], axis=0)
    yield "cost", plain * overrun
    yield from ((f"cost.{payer}", amount * overrun) for payer, amount in spent.items())
    yield from _yearly(raw, plain * overrun, overrun)
    yield "cost_before_overrun", plain
    yield "cost_fully_manned", (plain + _unfilled(raw)) * overrun
    frame = raw.inputs.frame
    graduates = sum((raw.count(frame.graduates, row) for row in range(len(raw.mission.courses))), 0.0)
    yield "cost_a_graduate", plain * overrun / np.maximum(1.0, graduates)
    beyond = _serials(raw, frame.started_beyond, frame.trainees_beyond)
    yield "cost_beyond", beyond


def _by_payer(raw: RawOutputs) -> dict[str, Floats]:
    spent: dict[str, Floats] = {payer: np.zeros(len(raw.counts)) for payer in PAYERS}
    for payer, amount in _spent(raw):
        spent[payer] += amount
    return spent


def _yearly(raw: RawOutputs, cost: Floats, overrun: Floats) -> Named:
    """Yield cost to exit by calendar year, with its overrun: added up in order it is the cost."""
    weeks = raw.inputs.tables.new_years
    spent = [_by_payer(raw.before(year)) for year in range(len(weeks))]
    sums = [np.sum([paid[payer] for payer in PAYERS], axis=0) * overrun for paid in spent]
    years = years_of(raw.mission, weeks)
    yield from ((f"cost_in.{year}", paid) for year, paid in zip(years, by_year([*sums, cost]), strict=True))


def _unfilled(raw: RawOutputs) -> Floats:
    """Return what the foreign posts planned would cost besides, had all of them been filled."""
    cost: Floats = np.zeros(len(raw.counts))
    for row, (key, role) in enumerate(raw.mission.roles.items()):
        if not role.local:
            empty = raw.while_there(raw.inputs.posts[key]) - raw.count(raw.inputs.frame.role_weeks, row)
            cost += empty / WEEKS_PER_YEAR * raw.drawn(f"roles.{key}.costs_a_year")
    return cost


def _spent(raw: RawOutputs) -> Named:
    """Yield (payer, amount) of each kind of cost to exit."""
    mission, frame = raw.mission, raw.inputs.frame
    money = mission.money
    for row, (key, role) in enumerate(mission.roles.items()):
        years = raw.count(frame.role_weeks, row) / WEEKS_PER_YEAR
        payer = money.local_posts if role.local else money.posts
        yield payer, years * raw.drawn(f"roles.{key}.costs_a_year")
    yield money.courses, _serials(raw, frame.started, frame.trainees)
    for row, key in enumerate(mission.sites):
        weeks = raw.count(frame.site_weeks, row)
        yield money.sites, (weeks > 0) * raw.drawn(f"sites.{key}.costs_to_open")
        yield money.sites, weeks / WEEKS_PER_YEAR * raw.drawn(f"sites.{key}.costs_a_year")
    begun = [(key, name) for key, project in mission.projects.items() for name in project.activities]
    for row, (key, name) in enumerate(begun):
        price = raw.drawn(f"projects.{key}.activities.{name}.costs")
        yield money.projects, raw.count(frame.begun, row) * price
    if mission.command:
        manned = (raw.inputs.posts_by_week > 0).astype(np.float64)
        manned_years = raw.while_there(manned) / WEEKS_PER_YEAR
        yield money.command, manned_years * raw.drawn(f"commands.{mission.command}.costs_a_year")


def _serials(raw: RawOutputs, serials: int, trainees: int) -> Floats:
    """Return what serials and their trainees cost."""
    cost: Floats = np.zeros(len(raw.counts))
    for row, key in enumerate(raw.mission.courses):
        cost += raw.count(serials, row) * raw.drawn(f"courses.{key}.costs")
        cost += raw.count(trainees, row) * raw.drawn(f"courses.{key}.costs_a_trainee")
    return cost


# ---- training and people


def _training(raw: RawOutputs) -> Named:
    """Yield serials, graduates and projects."""
    mission, frame = raw.mission, raw.inputs.frame
    graduates = {key: raw.count(frame.graduates, row) for row, key in enumerate(mission.courses)}
    yield "graduates", sum(graduates.values(), np.zeros(len(raw.counts)))
    yield from ((f"graduates.{key}", passed) for key, passed in graduates.items())
    yield "trained", _trained(raw, graduates)
    lost = [raw.count(frame.lost, row) for row in range(len(CAUSES))]
    yield "serials_held", raw.total("held")
    yield "serials_lost", np.sum(lost, axis=0)
    yield "serials_called", raw.total("called")
    yield "serials_called_off", raw.total("called_off")
    yield "serials_late", raw.total("late")
    yield "serials_thinned", raw.total("thinned")
    yield "serials_not_planned", np.full(len(raw.counts), float(raw.inputs.not_planned))
    yield from ((f"lost.{cause}", lost[row]) for row, cause in enumerate(CAUSES))
    yield from ((f"waited.{cause}", raw.count(frame.waited, row)) for row, cause in enumerate(CAUSES))
    for row, key in enumerate(mission.projects):
        week = raw.count(frame.done_from, row)
        yield f"done.{key}", np.asarray(week < NEVER, np.float64)
        yield f"finished.{key}", np.minimum(week, frame.weeks)


def _events(raw: RawOutputs) -> Named:
    """Yield when and by what the mission ended, and what happened; nothing for a mission without events."""
    mission, frame = raw.mission, raw.inputs.frame
    if mission.events:
        exits = raw.total("exits")
        yield "exit_week", exits
        yield "ends_early", np.asarray(exits < frame.exit, np.float64)
    for row, key in enumerate(mission.events):
        week = raw.count(frame.happened_in, row)
        yield f"happens.{key}", np.asarray(week < NEVER, np.float64)
        yield f"happened_in.{key}", np.minimum(week, frame.weeks)
        yield f"ended_by.{key}", np.asarray(raw.total("ended_by") == row + 1, np.float64)


def _trained(raw: RawOutputs, graduates: Mapping[str, Floats]) -> Floats:
    """Return who is trained, as the mission counts: who passed, or who was in a class."""
    mission, frame = raw.mission, raw.inputs.frame
    found: Floats = np.zeros(len(raw.counts))
    attended = mission.trained.counts == "attended"
    for row, key in enumerate(mission.courses):
        if mission.trained.has(key):
            begun = raw.count(frame.trainees, row) + raw.count(frame.trainees_beyond, row)
            found += begun if attended else graduates[key]
    for key, one in mission.under_way.items() if attended else ():
        if mission.trained.has(one.course):
            found += whole(raw.drawn(f"under_way.{key}.trainees"))
    return found


def _people(raw: RawOutputs) -> Named:
    """Yield foreign people, and the sums that must agree: came = there + gone."""
    weeks, posts = raw.total("person_weeks"), raw.while_there(raw.inputs.posts_by_week)
    yield "posts_filled", np.divide(weeks, posts, out=np.ones(len(weeks)), where=posts > 0)
    yield "posts_peak", raw.total("peak")
    yield "person_weeks", weeks
    yield "exposure", raw.total("exposure")
    yield from ((f"people.{name}", raw.total(name)) for name in ("came", "there", "gone"))


def _series(raw: RawOutputs) -> Iterator[tuple[str, Series]]:
    """Yield units, holders, host instructors by skill, recruits waiting and foreign people over time."""
    mission, series = raw.mission, raw.series
    first = len(mission.capabilities)
    yield from ((f"units.{key}", series[row]) for row, key in enumerate(mission.capabilities))
    hosts = {skill: np.zeros_like(series[-1]) for skill in mission.skills}
    for row, stock in enumerate(stocks_of(mission), first):
        kind, key = stock.key.split("/")
        if kind in ("recruits", "competence"):
            yield f"{'stock' if kind == 'competence' else 'waiting'}.{key}", series[row]
        for skill in stock.skills:
            hosts[skill] += series[row]
    yield from ((f"hosts.{skill}", people) for skill, people in hosts.items())
    yield "posts", series[-1]
