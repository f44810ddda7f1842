"""The timetable as a plain CP-SAT model of intervals and head-counts; people are named afterwards.

What somebody writes who knows CP-SAT and not this problem: a serial is an optional interval, a facility and
each skill a cumulative in which absences are fixed intervals. A person of two skills counts for both, and
whole stays are not seen, so that seats may stay short when people are named, in the order of starts. One
interval for each person and serial was measured to give no plan at this size at all.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

from benchmarks.peers import told

DROPPED, LATEST = 40, 26
Record = dict[str, Any]
Placed = list[tuple[cp_model.IntVar, cp_model.IntVar, cp_model.IntervalVar]]
"""By serial: start, whether it runs, interval."""


def ask(case: Path, seconds: float) -> told.Answer:
    """Build the model, solve it in what is left of the seconds, name people."""
    begun = time.perf_counter()
    given: Record = json.loads(case.read_text(encoding="utf-8"))
    model = cp_model.CpModel()
    placed = [_serial(model, given, serial) for serial in given["serials"]]
    _order(model, given, placed)
    _rooms(model, given, placed)
    for k in range(given["skills"]):
        _heads(model, given, placed, k)
    model.minimize(sum(_cost(model, given, i, placed) for i in range(len(placed))))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = told.WORKERS
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.perf_counter() - begun))
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return told.Answer(None, None, None, solver.status_name(status).lower())
    starts = [solver.value(start) if solver.value(runs) else None for start, runs, _ in placed]
    status_name = solver.status_name(status).lower()
    return told.Answer(named(given, starts), solver.objective_value, solver.best_objective_bound, status_name)


def _course(given: Record, serial: Record) -> Record:
    found: Record = given["courses"][serial["course"]]
    return found


def _serial(model: cp_model.CpModel, given: Record, serial: Record) -> Any:
    """Let a serial start in any week of its window in which it touches no closed one, or not at all."""
    weeks, closed = _course(given, serial)["weeks"], set(given["closed_weeks"])
    last = min(given["weeks"] - weeks, serial["due"] + LATEST)
    open_weeks = [
        w for w in range(serial["earliest"], last + 1) if not closed.intersection(range(w, w + weeks))
    ]
    start = model.new_int_var_from_domain(cp_model.Domain.from_values(open_weeks), "")
    runs = model.new_bool_var("")
    return start, runs, model.new_optional_fixed_size_interval_var(start, weeks, runs, "")


def _order(model: cp_model.CpModel, given: Record, placed: Placed) -> None:
    """Keep serials of a course a week apart, and each after those of its number that it waits for."""
    place = {(s["course"], s["number"]): i for i, s in enumerate(given["serials"])}
    for i, serial in enumerate(given["serials"]):
        start, runs, _ = placed[i]
        before = place.get((serial["course"], serial["number"] - 1))
        if before is not None:
            model.add(start >= placed[before][0] + 1).only_enforce_if(runs, placed[before][1])
        for course in _course(given, serial)["prerequisites"]:
            first, ran, _ = placed[place[course, serial["number"]]]
            model.add_implication(runs, ran)
            model.add(start >= first + given["courses"][course]["weeks"]).only_enforce_if(runs)


def _rooms(model: cp_model.CpModel, given: Record, placed: Placed) -> None:
    for facility, capacity in enumerate(given["facility_capacity"]):
        users = [
            placed[i][2]
            for i, serial in enumerate(given["serials"])
            if _course(given, serial)["facility"] == facility
        ]
        model.add_cumulative(users, [1] * len(users), capacity)


def _heads(model: cp_model.CpModel, given: Record, placed: Placed, skill: int) -> None:
    """At no time are more people of a skill needed than hold it and are there."""
    needs = [_course(given, serial)["need"].get(str(skill), 0) for serial in given["serials"]]
    intervals = [interval for (_, _, interval), people in zip(placed, needs, strict=True) if people]
    demands = [people for people in needs if people]
    holders = [person for person in given["people"] if skill in person["skills"]]
    for person in holders:
        for begins, ends in ((0, person["arrives"]), (person["leaves"], given["weeks"])):
            if begins < ends:
                intervals.append(model.new_fixed_size_interval_var(begins, ends - begins, ""))
                demands.append(1)
    model.add_cumulative(intervals, demands, len(holders))


def _cost(model: cp_model.CpModel, given: Record, i: int, placed: Placed) -> Any:
    """Weight x weeks late, or x 40 where the serial is dropped."""
    serial, (start, runs, _) = given["serials"][i], placed[i]
    late = model.new_int_var(0, given["weeks"], "")
    model.add(late >= start + _course(given, serial)["weeks"] - serial["due"]).only_enforce_if(runs)
    model.add(late >= DROPPED).only_enforce_if(runs.Not())
    return serial["weight"] * late


def named(given: Record, starts: list[int | None]) -> Record:
    """Give each seat, in the order of starts, to the person free who leaves first."""
    free_from = [person["arrives"] for person in given["people"]]
    crews: list[list[list[int]]] = [[] for _ in starts]
    running = [(start, i) for i, start in enumerate(starts) if start is not None]
    for start, i in sorted(running):
        course = _course(given, given["serials"][i])
        for skill, people in sorted(course["need"].items()):
            able = [
                p
                for p, person in enumerate(given["people"])
                if int(skill) in person["skills"]
                and free_from[p] <= start
                and start + course["weeks"] <= person["leaves"]
            ]
            for p in sorted(able, key=lambda p: (given["people"][p]["leaves"], p))[:people]:
                free_from[p] = start + course["weeks"]
                crews[i].append([p, int(skill)])
    return {"serials": [{"start": s, "people": crew} for s, crew in zip(starts, crews, strict=True)]}


if __name__ == "__main__":
    told.main(ask, about=__doc__ or "")
