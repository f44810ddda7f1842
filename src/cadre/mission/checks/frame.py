"""Frame: dates in order and within the mission, closed weeks, the ceiling, correlations, sources."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from cadre.errors import Fault, Place
from cadre.messages import message, quoted
from cadre.mission.mission import Mission
from cadre.mission.people import ROUNDING
from cadre.mission.units import number_in, plainly


def _at(*path: str) -> Place:
    return Place(path=path)


def longest_horizon(mission: Mission) -> int:
    """Return the longest foreign presence, in weeks, that the mission or a choice of a lever asks for."""
    horizons = [mission.mission.horizon]
    for lever in mission.levers.values():
        for choice in lever.choices.values():
            header = choice.set.get("mission")
            for value in (
                choice.set.get("mission.horizon"),
                header.get("horizon") if isinstance(header, Mapping) else None,
            ):
                try:
                    horizons.append(round(number_in(value, "weeks")))
                except ValueError:
                    continue  # nothing there, or a fault that the check of levers tells
    return max(horizons)


def wanted_in_time(mission: Mission) -> Iterator[Fault]:
    """Targets lie between the first day and the end of the look beyond exit."""
    last = mission.date_of(longest_horizon(mission) + mission.mission.looks_beyond_exit)
    for key, capability in mission.capabilities.items():
        if not capability.wanted:
            yield Fault.of(_at("capabilities", key, "wanted"), "checks.no-target")
        for day in capability.wanted:
            if not mission.mission.starts <= day <= last:
                place = _at("capabilities", key, "wanted", str(day))
                frame = {"first": mission.mission.starts, "last": last}
                yield Fault.of(place, "checks.target-out-of-time", day=day, **frame)


def offers_in_time(mission: Mission) -> Iterator[Fault]:
    """An offer overlaps with the foreign presence."""
    exit_day = mission.date_of(longest_horizon(mission))
    for key, offer in mission.offers.items():
        if offer.ends < mission.mission.starts or offer.begins >= exit_day:
            frame = {"first": mission.mission.starts, "last": exit_day}
            dates = {"begins": offer.begins, "ends": offer.ends}
            yield Fault.of(_at("offers", key), "checks.offer-out-of-time", **dates, **frame)


def decisions_in_order(mission: Mission) -> Iterator[Fault]:
    """Meetings stand in order of date and not after the first day."""
    decisions = mission.mandate.decisions
    for i, decision in enumerate(decisions):
        path = ("mandate", "decisions", str(i), "on")
        if i and decision.on < decisions[i - 1].on:
            above = decisions[i - 1].on
            yield Fault.of(_at(*path), "checks.meetings-out-of-order", day=decision.on, above=above)
        if decision.on > mission.mission.starts:
            starts = mission.mission.starts
            yield Fault.of(_at(*path), "checks.meeting-after-start", day=decision.on, starts=starts)


def learnt_after_today(mission: Mission) -> Iterator[Fault]:
    """What could have been learnt before the planner's day is no open question."""
    today = mission.mandate.as_of
    for key, question in mission.mandate.open.items():
        if today is not None and question.can_learn_by is not None and question.can_learn_by < today:
            place, day = _at("mandate", "open", key, "can_learn_by"), question.can_learn_by
            yield Fault.of(place, "checks.learnt-before-today", day=day, today=today)


def some_week_is_open(mission: Mission) -> Iterator[Fault]:
    """Something can be taught between the first day and exit."""
    open_weeks = [w for w in range(mission.exit_week) if w not in mission.closed_weeks]
    if not open_weeks or not mission.calendar.working_days:
        yield Fault.of(_at("calendar"), "checks.no-open-week")


def serials_fit_between_closures(mission: Mission) -> Iterator[Fault]:
    """A course whose serials may not pause is no longer than the longest run of open weeks."""
    longest = run = 0
    for week in range(mission.weeks):
        run = 0 if week in mission.closed_weeks else run + 1
        longest = max(longest, run)
    for key, course in mission.courses.items():
        if not course.may_pause and longest and course.length > longest:
            place, weeks = _at("courses", key, "may_pause"), course.length
            yield Fault.of(place, "checks.no-run-of-open-weeks", weeks=weeks, longest=longest)


def command_below_ceiling(mission: Mission) -> Iterator[Fault]:
    """The posts of the command alone do not break the ceiling, unless it is 0: no mission at all."""
    if not mission.ceiling or mission.command is None or mission.command not in mission.commands:
        return
    local = {key for key, role in mission.roles.items() if role.local}
    posts = sum(n for role, n in mission.commands[mission.command].posts.items() if role not in local)
    if posts > mission.ceiling:
        ceiling, command = str(mission.ceiling), quoted(mission.command)
        below = {"ceiling": ceiling, "command": command}
        yield Fault.of(_at("ceiling"), "checks.command-above-ceiling", posts=posts, **below)


def tours_leave_time_to_teach(mission: Mission) -> Iterator[Fault]:
    """Leave, handover and the weeks lost by the way of command fit into a tour with time to spare."""
    lost = max((way.weeks_lost.high for way in mission.commands.values()), default=0.0)
    place = _at("tours")
    if "tours" not in mission.model_fields_set and mission.commands:
        longest = max(mission.commands, key=lambda key: mission.commands[key].weeks_lost.high)
        place = _at("commands", longest, "weeks_lost")
    away = mission.tours.handover.high + mission.tours.leave.high + lost
    if away >= mission.tours.weeks:
        tour = mission.tours.weeks
        yield Fault.of(place, "checks.tour-without-teaching", away=float(away), tour=tour)


def correlations_are_pairs(mission: Mission) -> Iterator[Fault]:
    """Each pair stands once, between two different quantities; offers of one party move as one."""
    pairs: set[frozenset[str]] = set()
    for i, correlation in enumerate(mission.correlations):
        one, other = correlation.between
        pair = frozenset({mission.luck_of(one), mission.luck_of(other)})
        if len(pair) == 1 or pair in pairs:
            place = _at("correlations", str(i), "between")
            if len(pair) > 1:
                yield Fault.of(place, "checks.pair-again", one=one, other=other)
            else:
                yield Fault.of(place, "checks.quantity-with-itself" if one == other else "checks.one-party")
        pairs.add(pair)


def correlations_hold_together(mission: Mission) -> Iterator[Fault]:
    """All correlations can be true at once.

    The matrix of Pearson's coefficients that a Gaussian copula needs, r = 2 sin(pi rank / 6), is positive
    semidefinite (Kruskal 1958).
    """
    ranks = [c.rank for c in mission.correlations]
    if _hold_together(mission, ranks):
        return
    nearest = [(_weakened(mission, ranks, i), i) for i in range(len(ranks))]
    changes = [(abs(r - ranks[i]), i, r) for r, i in nearest if r is not None and r * ranks[i] >= 0]
    if changes:
        _, i, rank = min(changes)
        one, other = mission.correlations[i].between
        cure = message("checks.weaken-one", one=one, other=other, rank=plainly(rank))
    else:
        share = next(s for s in range(100, -1, -1) if _hold_together(mission, [r * s / 100 for r in ranks]))
        cure = message("checks.weaken-all", share=plainly(share / 100))
    yield Fault.of(_at("correlations"), "checks.correlations-contradict", cure=cure)


def _hold_together(mission: Mission, ranks: Sequence[float]) -> bool:
    """Say whether correlations with these ranks can be true at once."""
    names = list(dict.fromkeys(mission.luck_of(path) for c in mission.correlations for path in c.between))
    matrix = np.eye(len(names))
    for c, rank in zip(mission.correlations, ranks, strict=True):
        i, j = (names.index(mission.luck_of(path)) for path in c.between)
        if i != j:
            matrix[i, j] = matrix[j, i] = 2 * math.sin(math.pi * rank / 6)
    return not names or float(np.linalg.eigvalsh(matrix)[0]) >= -ROUNDING


def _weakened(mission: Mission, ranks: Sequence[float], i: int) -> float | None:
    """Return the rank nearest to that of one correlation with which all hold together, in hundredths."""
    ways = sorted((n / 100 for n in range(-100, 101)), key=lambda rank: abs(rank - ranks[i]))
    return next((rank for rank in ways if _hold_together(mission, [*ranks[:i], rank, *ranks[i + 1 :]])), None)


def statements_have_a_source(mission: Mission) -> Iterator[Fault]:
    """A statement comes from a source, is derived from others, or is marked as an assumption."""
    for key, statement in mission.ledger.statements.items():
        derived = statement.attribution == "derived" and statement.basis
        if statement.source is None and statement.attribution != "assumption" and not derived:
            yield Fault.of(_at("ledger", "statements", key), "checks.no-source")
