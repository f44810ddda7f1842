"""What `cadre replan --from-records` prints: choices for a mission that runs; the plan one puts in force."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

from cadre.cli.printing import percent, print_json, print_sentence, print_wrapped
from cadre.disk import failures_as_faults, write_whole
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.replan import InWeek
from cadre.recovery.choices import A_CHANCE, EVEN, Recovery, RecoveryChoice, RecoveryGoal, reached_by
from cadre.replan.moves import Move, moves_of_times
from cadre.replan.reading import PARTS
from cadre.tracking.forecast import HIGH, LOW, MIDDLE
from cadre.words import Catalogue, Formats
from cadre.words.reasons import Plainly, in_words, with_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Heads of the columns of goals, in their order; what comes after them is told in JSON alone."""
SHOWN = 5
"""Goals that have a column."""


def moves_of(choice: RecoveryChoice) -> tuple[Move, ...]:
    """Return what people expected otherwise of a choice: serials and activities that are still open."""
    if choice.ahead is None:
        return ()
    running = choice.ahead.running
    known = {slot.id for slot in running.facts.activities}
    now = {serial.id for serial in choice.ahead.timetable.serials}
    before = running.plan.timetable
    old = type(before)(
        tuple(one for one in before.serials if one.id in now),
        activities=tuple(one for one in before.activities if one.id not in known),
    )
    return tuple(moves_of_times(old, choice.ahead.timetable, choice.ahead.moved))


def taken(found: Recovery, number: int) -> RecoveryChoice:
    """Return a choice by its number, from 1.

    Raises
    ------
    BadInput
        There is none.
    """
    if not 1 <= number <= len(found.choices):
        raise BadInput([Fault.of(Place(path=("--choice",)), "recovery.no-choice", most=len(found.choices))])
    return found.choices[number - 1]


def keep_plan(choice: RecoveryChoice, mission: Mission, file: Path, words: Catalogue) -> None:
    """Write the plan that a choice puts in force, in the form of `cadre plan --json`.

    Raises
    ------
    BadInput
        Where the disk refuses it.
    """
    formats = Formats(words)
    write = partial(with_text, formats=formats, shows=Plainly(formats, mission))
    parts = {name: getattr(choice.plan, name) for name in PARTS}
    with redirect_stdout(StringIO()) as printed:
        print_json({"option": choice.plan.option} | parts, write)
    with failures_as_faults(file):
        write_whole(file, printed.getvalue().encode())


def as_data(found: Recovery) -> dict[str, object]:
    """Return all choices as plain data, reasons still as such."""
    return {
        "today": found.running.today,
        "week": found.running.week,
        "goals": found.goals,
        "choices": [_data(one, found) for one in found.choices],
    }


def _data(choice: RecoveryChoice, found: Recovery) -> dict[str, object]:
    ahead = choice.ahead
    starts = {serial.id: serial for serial in ahead.timetable.serials} if ahead else {}
    return {
        "kind": choice.kind,
        "for": choice.for_what,
        "role": choice.role,
        "people": choice.people,
        "rooms": choice.rooms,
        "score": choice.score,
        "moves": moves_of(choice),
        "called": [{"for": one, "serial": starts[key]} for key, one in ahead.called.items()] if ahead else [],
        "refused": [{"for": one, "why": why} for one, why in ahead.refused] if ahead else [],
        "falls": [{"goal": goal, "was": was, "now": now} for goal, was, now in choice.falls],
        "figures": choice.forecast.figures,
    }


def show_recovery(found: Recovery, mission: Mission, words: Catalogue, *, number: int, dates: bool) -> None:
    """Print the choices, the best first, then one with its moves, what falls and what stays missed."""
    formats = Formats(words, mission.mission.currency)
    _frame(found, words)
    shown = found.goals[:SHOWN]
    for letter, goal in zip(LETTERS, shown, strict=False):
        print_sentence(f"{letter}  {_goal(goal, mission, words)}")
    print()
    names = ("choice", "moved", "new", "cost")
    heads = [words.text(f"recovery.column-{name}") for name in names]
    rows = [
        (
            f"{place} {_title(one, mission, words)}",
            str(one.moves) if one.ahead else "",
            str(len(one.ahead.called)) if one.ahead else "",
            *(_reached(one, goal, formats) for goal in shown),
            _cost(one, formats),
        )
        for place, one in enumerate(found.choices, start=1)
    ]
    print_wrapped((*heads[:3], *LETTERS[: len(shown)], heads[3]), rows, wide=0)
    print()
    _one(taken(found, number), number, mission, formats)
    _missed(found, mission, formats, dates=dates)


def _frame(found: Recovery, words: Catalogue) -> None:
    facts, told = found.running.facts, found.running.records.serials.values()
    lost = sum(one.what == "cancelled" for one in told)
    day, week = found.running.today.isoformat(), str(found.running.week)
    held, ahead = len(facts.held), len(facts.asked)
    futures = Formats(words).decimal(found.as_planned.forecast.replications, "#,##0")
    print_sentence(words.text("recovery.day", today=day, week=week))
    print_sentence(words.text("recovery.stands", held=held, open=ahead, lost=lost))
    print_sentence(words.text("recovery.dates-stay"))
    print()
    print_sentence(words.text("recovery.head", count=futures))


def _title(choice: RecoveryChoice, mission: Mission, words: Catalogue) -> str:
    """Return what a choice is called."""
    names = [mission.title_of("capabilities", key) for key in choice.for_what]
    facilities = list(dict.fromkeys(room.partition("@")[0] for room in choice.rooms))
    every = Formats(words).every
    titles = {
        "what": every(names) if names else "",
        "rooms": every([one.replace("-", " ") for one in facilities]) if facilities else "",
        "role": mission.title_of("roles", choice.role) if choice.role else "",
    }
    return words.text(f"recovery.choice-{choice.kind}", **titles)


def _goal(goal: RecoveryGoal, mission: Mission, words: Catalogue) -> str:
    name, wanted = mission.title_of("capabilities", goal.capability), f"{goal.wanted:.0f}"
    if goal.floor:
        return words.text("recovery.goal-floor", capability=name, wanted=wanted)
    days = mission.capabilities[goal.capability].wanted
    day = max(day for day in days if mission.week_of(day) == goal.week)
    return words.text("recovery.goal-target", capability=name, wanted=wanted, day=day.isoformat())


def _reached(choice: RecoveryChoice, goal: RecoveryGoal, formats: Formats) -> str:
    """Return the middle and the range of what is reached of a goal; the chance of a floor."""
    figure = choice.figure(goal)
    if figure is None:
        return ""
    if goal.floor:
        return percent(figure.mean, formats.catalogue)
    low, middle, high = (f"{figure.quantiles[place]:.0f}" for place in (LOW, MIDDLE, HIGH))
    return f"{middle} ({low}–{high})"


def _cost(choice: RecoveryChoice, formats: Formats) -> str:
    cost = next((one for one in choice.forecast.figures if one.name == "cost"), None)
    return formats.number(cost.quantiles[MIDDLE], "money") if cost else ""


def _one(choice: RecoveryChoice, number: int, mission: Mission, formats: Formats) -> None:
    words, shows = formats.catalogue, Plainly(formats, mission)
    print_sentence(f"{number}. {_title(choice, mission, words)}")
    for line in _asked(choice, mission, words):
        print_sentence(line)
    if choice.ahead is None:
        print_sentence(words.text("recovery.nothing-planned"))
    for move in moves_of(choice):
        was, now = (_when(one, mission, formats, shows) for one in (move.was, move.now))
        why = in_words(move.why, formats, shows)
        print_sentence(words.text("cli.move", what=move.what, was=was, now=now, why=why))
    for line in _called(choice, mission, words):
        print_sentence(line)
    for goal, *ends in choice.falls:
        told = [percent(end, words) if goal.floor else f"{end:.0f}" for end in ends]
        name = _goal(goal, mission, words)
        print_sentence(words.text("recovery.falls", goal=name, was=told[0], now=told[1]))
    if not choice.falls and choice.ahead is not None:
        print_sentence(words.text("recovery.nothing-falls"))


def _when(one: Reason, mission: Mission, formats: Formats, shows: Plainly) -> str:
    """Return the first day of the week in which something begins, or that it begins in none."""
    if isinstance(one, InWeek):
        return mission.date_of(int(one.week)).isoformat()
    return in_words(one, formats, shows)


def _asked(choice: RecoveryChoice, mission: Mission, words: Catalogue) -> Iterator[str]:
    """Yield what has to be asked for."""
    for room in choice.rooms:
        facility, _, site = room.partition("@")
        yield words.text(
            "recovery.asks-room", room=facility.replace("-", " "), site=mission.title_of("sites", site)
        )
    if choice.role and choice.ahead is not None:
        line = next(one for one in choice.plan.staff.lines if one.id.endswith("/further"))
        day = mission.date_of(line.opens).isoformat()
        role = mission.title_of("roles", choice.role)
        yield words.text("recovery.asks-people", count=choice.people, role=role, day=day)


def _called(choice: RecoveryChoice, mission: Mission, words: Catalogue) -> Iterator[str]:
    """Yield the classes that are new, and those that were lost and are not made up for."""
    if choice.ahead is None:
        return
    made = {serial.id: serial for serial in choice.ahead.timetable.serials}
    for key, further in choice.ahead.called.items():
        start = made[key].start or 0
        about = {"serial": key, "day": mission.date_of(start).isoformat()}
        kind = "called-instead" if further.instead else "called"
        yield words.text(f"recovery.{kind}", people=made[key].trainees, instead=further.instead, **about)


def _missed(found: Recovery, mission: Mission, formats: Formats, *, dates: bool) -> None:
    """Print of each goal in danger whether a choice brings it back, and the day it is reached where asked."""
    words = formats.catalogue
    for goal in found.missed:
        best = max(
            enumerate(found.choices, start=1),
            key=lambda one: _middle(one[1], goal),
        )
        number, choice = best
        told = {"goal": _goal(goal, mission, words), "number": str(number)}
        back = _middle(choice, goal) >= (EVEN if goal.floor else goal.wanted)
        nearer = _middle(choice, goal) > _middle(found.as_planned, goal) + (A_CHANCE if goal.floor else 0)
        kind = "brought-back" if back else "stays-missed" if nearer else "no-nearer"
        most = _reached(choice if nearer else found.as_planned, goal, formats)
        print_sentence(words.text(f"recovery.{kind}", most=most, **told))
        if dates and not back and not goal.floor:
            day = reached_by(choice, goal)
            name = "reached-on" if day else "reached-never"
            last = mission.date_of(mission.weeks).isoformat()
            print_sentence(words.text(f"recovery.{name}", day=day.isoformat() if day else last))
    if found.missed and not dates:
        print_sentence(words.text("recovery.ask-dates"))


def _middle(choice: RecoveryChoice, goal: RecoveryGoal) -> float:
    figure = choice.figure(goal)
    if figure is None:
        return 0.0
    return figure.mean if goal.floor else figure.quantiles[MIDDLE]
