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
from cadre.simulation.sheet import whole
from cadre.simulation.training_tables import stocks_of, targets_of
from cadre.simulation.years import by_year, years_of

Floats = NDArray[np.float64]
Series = NDArray[np.float32]
Named = Iterator[tuple[str, Floats]]


@dataclass(frozen=True)
class Tally:
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

    def before(self, year: int) -> Tally:
        """Give the tally of what is paid as it stood before one of `Tables.new_years`."""
        return replace(self, new_year=year)

    def total(self, name: str) -> Floats:
        """Give one of the single counts, shape (replications,)."""
        return self.counts[:, TOTALS.index(name)].copy()

    def count(self, first: int, row: int = 0) -> Floats:
        """Give one column of a kind of count, shape (replications,)."""
        if self.new_year is not None:
            frame = self.inputs.frame
            paid = frame.done_from - frame.started
            first += frame.by_year + self.new_year * paid - frame.started
        return self.counts[:, first + row].copy()

    def drawn(self, path: str) -> Floats:
        """Give the value of a quantity in each replication, shape (replications,)."""
        return self.repeated(self.draws.of(path))

    def repeated(self, drawn: Floats) -> Floats:
        """Give what was drawn, shape (outer,), in each replication, shape (replications,)."""
        return np.repeat(drawn, self.inner)[: len(self.counts)]

    def while_there(self, by_week: Floats) -> Floats:
        """Sum numbers by week from begin to exit of each replication, shape (replications,)."""
        if self.new_year is not None:
            before = np.arange(len(by_week)) < self.inputs.tables.new_years[self.new_year]
            by_week = np.where(before, by_week, 0.0)
        ends = np.minimum(self.total("exits"), len(by_week)).astype(np.int64)
        begins = np.minimum(self.total("begins").astype(np.int64), ends)
        so_far = np.concatenate([[0.0], np.cumsum(by_week)])
        return np.asarray(so_far[ends] - so_far[begins], np.float64)


def outcome(tally: Tally, *, option: str, seed: int) -> Outcome:
    """Name and price what was counted."""
    scalars = dict(_goals(tally)) | dict(_money(tally)) | dict(_training(tally))
    scalars |= dict(_people(tally)) | dict(_events(tally))
    chances = settled_by_chance(tally.mission)
    return Outcome(
        option=option,
        replications=len(tally.counts),
        seed=seed,
        scalars=scalars,
        series=dict(_series(tally)),
        points=np.arange(0, tally.inputs.frame.weeks + 1, POINT_WEEKS, dtype=np.int64),
        draws={path: tally.drawn(path) for path in tally.draws.sampled}
        | {happens(key): tally.repeated(comes_true(tally.draws, key)) for key in chances},
    )


# ---- what was wanted


def _goals(tally: Tally) -> Named:
    """Give targets and floors, one by one and together."""
    mission, frame = tally.mission, tally.inputs.frame
    weight = {key: capability.priority for key, capability in mission.capabilities.items()}
    reached: Floats = np.zeros(len(tally.counts))
    total = 0.0
    for row, (key, week, wanted) in enumerate(targets_of(mission)):
        units = tally.count(frame.reached, row)
        yield f"reached.{key}.{week}", units
        yield f"met.{key}.{week}", np.asarray(units >= wanted, np.float64)
        reached += weight[key] * np.minimum(1.0, units / wanted if wanted else np.ones(len(units)))
        total += weight[key]
    yield "outcome", reached / total if total else np.ones(len(tally.counts))
    floors = []
    for row, (key, capability) in enumerate(mission.capabilities.items()):
        left = tally.count(frame.left, row)
        yield f"left.{key}", left
        yield f"holds.{key}", np.asarray(left >= capability.floor_after_exit, np.float64)
        if capability.floor_after_exit:
            floors.append(left >= capability.floor_after_exit)
    yield "lasting", np.mean(floors, axis=0) if floors else np.ones(len(tally.counts))


# ---- money


def _money(tally: Tally) -> Named:
    """Give cost to exit with its overrun, in all and by payer, and what the host spends on serials after it.

    Beside it the same before the overrun, with every post filled, and for each graduate.
    """
    spent = _by_payer(tally)
    overrun, plain = tally.drawn(OVERRUN), np.sum([spent[payer] for payer in PAYERS], axis=0)
    yield "cost", plain * overrun
    yield from ((f"cost.{payer}", amount * overrun) for payer, amount in spent.items())
    yield from _yearly(tally, plain * overrun, overrun)
    yield "cost_before_overrun", plain
    yield "cost_fully_manned", (plain + _unfilled(tally)) * overrun
    frame = tally.inputs.frame
    graduates = sum((tally.count(frame.graduates, row) for row in range(len(tally.mission.courses))), 0.0)
    yield "cost_a_graduate", plain * overrun / np.maximum(1.0, graduates)
    beyond = _serials(tally, frame.started_beyond, frame.trainees_beyond)
    yield "cost_beyond", beyond


def _by_payer(tally: Tally) -> dict[str, Floats]:
    spent: dict[str, Floats] = {payer: np.zeros(len(tally.counts)) for payer in PAYERS}
    for payer, amount in _spent(tally):
        spent[payer] += amount
    return spent


def _yearly(tally: Tally, cost: Floats, overrun: Floats) -> Named:
    """Give cost to exit by calendar year, with its overrun: added up in order it is the cost."""
    weeks = tally.inputs.tables.new_years
    spent = [_by_payer(tally.before(year)) for year in range(len(weeks))]
    sums = [np.sum([paid[payer] for payer in PAYERS], axis=0) * overrun for paid in spent]
    years = years_of(tally.mission, weeks)
    yield from ((f"cost_in.{year}", paid) for year, paid in zip(years, by_year([*sums, cost]), strict=True))


def _unfilled(tally: Tally) -> Floats:
    """Give what the foreign posts planned would cost besides, had all of them been filled."""
    cost: Floats = np.zeros(len(tally.counts))
    for row, (key, role) in enumerate(tally.mission.roles.items()):
        if not role.local:
            empty = tally.while_there(tally.inputs.posts[key]) - tally.count(
                tally.inputs.frame.role_weeks, row
            )
            cost += empty / WEEKS_PER_YEAR * tally.drawn(f"roles.{key}.costs_a_year")
    return cost


def _spent(tally: Tally) -> Named:
    """Give (payer, amount) of each kind of cost to exit."""
    mission, frame = tally.mission, tally.inputs.frame
    money = mission.money
    for row, (key, role) in enumerate(mission.roles.items()):
        years = tally.count(frame.role_weeks, row) / WEEKS_PER_YEAR
        payer = money.local_posts if role.local else money.posts
        yield payer, years * tally.drawn(f"roles.{key}.costs_a_year")
    yield money.courses, _serials(tally, frame.started, frame.trainees)
    for row, key in enumerate(mission.sites):
        weeks = tally.count(frame.site_weeks, row)
        yield money.sites, (weeks > 0) * tally.drawn(f"sites.{key}.costs_to_open")
        yield money.sites, weeks / WEEKS_PER_YEAR * tally.drawn(f"sites.{key}.costs_a_year")
    begun = [(key, name) for key, project in mission.projects.items() for name in project.activities]
    for row, (key, name) in enumerate(begun):
        price = tally.drawn(f"projects.{key}.activities.{name}.costs")
        yield money.projects, tally.count(frame.begun, row) * price
    if mission.command:
        manned = (tally.inputs.posts_by_week > 0).astype(np.float64)
        manned_years = tally.while_there(manned) / WEEKS_PER_YEAR
        yield money.command, manned_years * tally.drawn(f"commands.{mission.command}.costs_a_year")


def _serials(tally: Tally, serials: int, trainees: int) -> Floats:
    """Give what serials and their trainees cost."""
    cost: Floats = np.zeros(len(tally.counts))
    for row, key in enumerate(tally.mission.courses):
        cost += tally.count(serials, row) * tally.drawn(f"courses.{key}.costs")
        cost += tally.count(trainees, row) * tally.drawn(f"courses.{key}.costs_a_trainee")
    return cost


# ---- training and people


def _training(tally: Tally) -> Named:
    """Give serials, graduates and projects."""
    mission, frame = tally.mission, tally.inputs.frame
    graduates = {key: tally.count(frame.graduates, row) for row, key in enumerate(mission.courses)}
    yield "graduates", sum(graduates.values(), np.zeros(len(tally.counts)))
    yield from ((f"graduates.{key}", passed) for key, passed in graduates.items())
    yield "trained", _trained(tally, graduates)
    lost = [tally.count(frame.lost, row) for row in range(len(CAUSES))]
    yield "serials_held", tally.total("held")
    yield "serials_lost", np.sum(lost, axis=0)
    yield "serials_called", tally.total("called")
    yield "serials_called_off", tally.total("called_off")
    yield "serials_late", tally.total("late")
    yield "serials_thinned", tally.total("thinned")
    yield "serials_not_planned", np.full(len(tally.counts), float(tally.inputs.not_planned))
    yield from ((f"lost.{cause}", lost[row]) for row, cause in enumerate(CAUSES))
    yield from ((f"waited.{cause}", tally.count(frame.waited, row)) for row, cause in enumerate(CAUSES))
    for row, key in enumerate(mission.projects):
        week = tally.count(frame.done_from, row)
        yield f"done.{key}", np.asarray(week < NEVER, np.float64)
        yield f"finished.{key}", np.minimum(week, frame.weeks)


def _events(tally: Tally) -> Named:
    """Give when and by what the mission ended, and what happened; nothing for a mission without events."""
    mission, frame = tally.mission, tally.inputs.frame
    if mission.events:
        exits = tally.total("exits")
        yield "exit_week", exits
        yield "ends_early", np.asarray(exits < frame.exit, np.float64)
    for row, key in enumerate(mission.events):
        week = tally.count(frame.happened_in, row)
        yield f"happens.{key}", np.asarray(week < NEVER, np.float64)
        yield f"happened_in.{key}", np.minimum(week, frame.weeks)
        yield f"ended_by.{key}", np.asarray(tally.total("ended_by") == row + 1, np.float64)


def _trained(tally: Tally, graduates: Mapping[str, Floats]) -> Floats:
    """Give who is trained, as the mission counts: who passed, or who was in a class."""
    mission, frame = tally.mission, tally.inputs.frame
    found: Floats = np.zeros(len(tally.counts))
    attended = mission.trained.counts == "attended"
    for row, key in enumerate(mission.courses):
        if mission.trained.has(key):
            begun = tally.count(frame.trainees, row) + tally.count(frame.trainees_beyond, row)
            found += begun if attended else graduates[key]
    for key, one in mission.under_way.items() if attended else ():
        if mission.trained.has(one.course):
            found += whole(tally.drawn(f"under_way.{key}.trainees"))
    return found


def _people(tally: Tally) -> Named:
    """Give foreign people, and the sums that must agree: came = there + gone."""
    weeks, posts = tally.total("person_weeks"), tally.while_there(tally.inputs.posts_by_week)
    yield "posts_filled", np.divide(weeks, posts, out=np.ones(len(weeks)), where=posts > 0)
    yield "posts_peak", tally.total("peak")
    yield "person_weeks", weeks
    yield "exposure", tally.total("exposure")
    yield from ((f"people.{name}", tally.total(name)) for name in ("came", "there", "gone"))


def _series(tally: Tally) -> Iterator[tuple[str, Series]]:
    """Give units, holders, host instructors by skill, recruits waiting and foreign people over time."""
    mission, series = tally.mission, tally.series
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
