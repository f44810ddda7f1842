"""Warnings of a mission: what is allowed but odd, as a list of every check.

Takes a sound mission, gives what a careful reader would ask of it. A new one is a new generator in
`cadre.mission.warned` and a line here. What holds whichever option is chosen is told where it stands, what
only one choice of a lever brings in at that choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pydantic import ValidationError

from cadre.errors import MissionWarning, Place
from cadre.messages import message
from cadre.mission.mission import Mission
from cadre.mission.numerals import written_in
from cadre.mission.warned import frame, levers, lists, numbers, reach, staffing, training

Check = Callable[[Mission], Iterator[MissionWarning]]
OF_OPTIONS: tuple[Check, ...] = (
    numbers.ranges_of_zero_width,
    numbers.shares_at_an_end,
    numbers.always_late,
    numbers.something_uncertain,
    numbers.correlations_do_something,
    frame.closed_periods_close_something,
    frame.some_holiday_in_time,
    frame.sites_open_in_time,
    frame.sites_are_used,
    frame.tours_within_the_mission,
    frame.posts_have_a_price,
    training.something_is_wanted,
    training.courses_are_held,
    training.courses_serve_something,
    training.pools_are_taken_from,
    training.targets_before_exit,
    training.targets_rise,
    training.targets_of_something,
    training.courses_go_on_after_exit,
    staffing.skills_are_held,
    staffing.classes_have_a_crew,
    staffing.roles_are_needed,
    staffing.offers_can_serve,
    staffing.commands_are_chosen,
    reach.targets_can_be_reached,
)
"""What another choice of a lever may change."""
OF_THE_MISSION: tuple[Check, ...] = (
    numbers.numbers_without_basis,
    lists.nothing_stands_twice,
    lists.titles_differ,
    levers.choices_do_different_things,
    levers.levers_set_different_paths,
    levers.rules_say_something_new,
    frame.planned_before_it_starts,
    frame.days_near_the_mission,
    frame.questions_have_an_answer,
    staffing.parties_take_part,
)
"""What is so whatever is chosen."""

LEVERS_DO = frozenset(("warnings.never-held", "warnings.never-carried-out", "warnings.command-unused"))
"""What a single choice brings in on purpose."""
Found = Mapping[tuple[object, ...], MissionWarning]


def warnings_between(mission: Mission) -> tuple[MissionWarning, ...]:
    """Return what is allowed but odd between the parts of a sound mission, sorted by place."""
    with written_in(mission.mission.numbers):
        own = [warning for check in OF_THE_MISSION for warning in check(mission)]
        return tuple(sorted({*own, *_of_options(mission)}))


def _of_options(mission: Mission) -> Iterator[MissionWarning]:
    """Return what is odd in the mission and with each choice, and what a choice brings in itself."""
    base = _found(mission)
    left = dict(base)
    for name, lever in mission.levers.items():
        for key, choice in lever.choices.items():
            try:
                found = _found(mission.changed(choice.changes))
            except ValidationError:
                continue  # the check of faults tells it
            left = {what: warning for what, warning in left.items() if what in found}
            for what, warning in found.items():
                path = next((p for p in choice.set if _within(warning.where, p)), None)
                if what not in base and path is not None and warning.kind not in LEVERS_DO:
                    yield _at_choice(warning, ("levers", name, "choices", key, "set", path))
    yield from left.values()


def _at_choice(warning: MissionWarning, path: tuple[str, ...]) -> MissionWarning:
    """Return a warning at the choice that brings it in."""
    inside = ".".join(warning.where.path)
    found = message("checks.found-inside", found=warning.found, path=inside)
    return replace(warning, where=Place(path=path), found=warning.found if inside == path[-1] else found)


def _found(mission: Mission) -> Found:
    return {(w.where.path, w.kind): w for check in OF_OPTIONS for w in check(mission)}


def _within(place: Place, path: str) -> bool:
    keys = tuple(path.split("."))
    return place.path[: len(keys)] == keys
