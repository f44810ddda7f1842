"""Levers: each choice can stand, changes something, and some option holds it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from pydantic import ValidationError

from cadre.errors import Fault, Place
from cadre.messages import Content, listed, message, quoted
from cadre.mission.base import did_you_mean, or_defined
from cadre.mission.checks import calendars, circles, frame, training
from cadre.mission.checks.references import unknown_activities, unknown_basis, unknown_ids
from cadre.mission.levers import WAITS_FOR, Choice, Lever, Rule
from cadre.mission.mission import Mission
from cadre.mission.pins import ASKED, NOTHING, Pin, choices_of, read_pin
from cadre.mission.shape import inner, kind_of
from cadre.mission.wording import worded

COMBINATIONS_AT_MOST = 100_000
"""Options that are enumerated; beyond, a planner could not say why each is there."""


STANDS: tuple[Callable[[Mission], Iterator[Fault]], ...] = (
    unknown_ids,
    unknown_activities,
    circles.prerequisites_in_a_circle,
    circles.projects_in_a_circle,
    circles.tails_that_feed_themselves,
    training.one_origin,
    training.prerequisites_chain,
    training.prerequisites_grant,
    frame.some_week_is_open,
    calendars.holidays_are_somebodys,
    calendars.somebody_works,
    calendars.courses_fit_their_periods,
    frame.tours_leave_time_to_teach,
    frame.correlations_are_pairs,
    frame.correlations_hold_together,
)
"""Checks without which a mission cannot be planned or played; every choice keeps them."""


def choices_can_stand(mission: Mission) -> Iterator[Fault]:
    """Every choice, and doing nothing, gives a mission that validates and can be planned and played."""
    known = set(_stands(mission))
    whole = {path for _, choice in _choices(mission) for path in choice.set}
    for path, choice in _choices(mission):
        astray = [_astray(mission, key, whole, (*path, "set", key)) for key in choice.set]
        if any(astray):
            yield from (fault for fault in astray if fault is not None)
            continue
        for fault in _change_faults(mission, choice, known):
            if choice.after is not None and fault.where.path == (WAITS_FOR,):
                continue  # told of `after` itself
            key = next((k for k in choice.set if ".".join(fault.where.path).startswith(k)), None)
            key = key or next(iter(choice.set), "")
            inside = ".".join(fault.where.path)
            found = message("checks.found-inside", found=fault.found, path=inside)
            shown = found if inside != key else fault.found
            yield Fault(Place(path=(*path, "set", key)), shown, fault.allowed, fault.cure)


def _astray(mission: Mission, path: str, whole: Collection[str], at: tuple[str, ...]) -> Fault | None:
    """Return the fault of a path into a thing that is nowhere: it would make one, of which nobody knows."""
    keys = path.split(".")
    node: Any = mission
    model: Any = Mission
    for number, key in enumerate(keys[:-1] if keys[0] not in _MADE_BY_PATHS else ()):
        is_table = isinstance(node, Mapping) and kind_of(model) == "table"
        if is_table and key not in node and ".".join(keys[: number + 1]) not in whole:
            where = ".".join(keys[:number])
            cure = or_defined(key, node, where)
            return Fault.of(Place(path=at), "checks.path-astray", id=quoted(key), where=where, cure=cure)
        node = node.get(key) if isinstance(node, Mapping) else getattr(node, key, None)
        model = inner(model, key)
    return None


_MADE_BY_PATHS = ("preferences", "ledger")
"""Parts whose tables a path may add to: what stands there says something of what is elsewhere."""


def _choices(mission: Mission) -> Iterator[tuple[tuple[str, ...], Choice]]:
    for name, lever in mission.levers.items():
        for key, choice in lever.choices.items():
            yield ("levers", name, "choices", key), choice
    yield ("nothing",), mission.nothing


def _change_faults(mission: Mission, choice: Choice, known: set[Fault]) -> Iterator[Fault]:
    try:
        changed = mission.changed(choice.changes)
    except ValidationError as error:
        yield from _faults_of(error)
        return
    touched = {path.split(".", 1)[0] for path in choice.set}
    yield from (fault for fault in _stands(changed, touched) if fault not in known)


def _faults_of(error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        path = tuple(str(part) for part in detail["loc"] if part != "[key]")
        yield Fault(Place(path=path), *worded(detail, path, Mission))


def _stands(mission: Mission, touched: Collection[str] = ()) -> Iterator[Fault]:
    for check in STANDS:
        yield from check(mission)
    yield from unknown_basis(mission, touched)


def choices_differ(mission: Mission) -> Iterator[Fault]:
    """No two choices of a lever give the same mission."""
    for name, lever in mission.levers.items():
        seen: list[tuple[str, Any]] = []
        for key, choice in lever.choices.items():
            try:
                changed = mission.changed(choice.changes)
            except ValidationError:
                continue  # `choices_can_stand` tells it
            same = next((other for other, it in seen if it == changed), None)
            if same is not None:
                place = Place(path=("levers", name, "choices", key))
                yield Fault.of(place, "checks.choice-like-another", other=quoted(same))
            seen.append((key, changed))


def some_option_is_left(mission: Mission) -> Iterator[Fault]:
    """The rules leave each choice at least one combination, and there are not too many."""
    levers = mission.levers
    number = math.prod(len(lever.choices) for lever in levers.values())
    if number > COMBINATIONS_AT_MOST:
        place, most = Place(path=("levers",)), COMBINATIONS_AT_MOST
        yield Fault.of(place, "checks.too-many-combinations", number=number, most=most)
        return
    if not mission.rules:
        return
    closed = [
        (i, name)
        for i, rule in enumerate(mission.rules)
        for name, keys in rule.never.items()
        if len(rule.never) == 1 and name in levers and set(keys) >= set(levers[name].choices)
    ]
    for i, name in closed:
        place = Place(path=("rules", str(i), "never", name))
        yield Fault.of(place, "checks.rule-leaves-no-choice", lever=name)
    if not closed:
        yield from _choices_left(mission)


def _choices_left(mission: Mission) -> Iterator[Fault]:
    """Each choice stands in some combination that the rules allow."""
    levers = mission.levers
    left = _left(levers, mission.rules)
    if not any(left.values()):
        yield Fault.of(Place(path=("rules",)), "checks.rules-leave-nothing")
        return
    for name, lever in levers.items():
        for key in lever.choices:
            if key not in left[name]:
                place = Place(path=("levers", name, "choices", key))
                yield Fault.of(place, "checks.choice-never-allowed")


def _left(levers: Mapping[str, Lever], rules: Iterable[Rule]) -> dict[str, set[str]]:
    """Return the choices of each lever that stand in a combination which no rule excludes."""
    left: dict[str, set[str]] = {name: set() for name in levers}
    banned = [{name: frozenset(keys) for name, keys in rule.never.items()} for rule in rules]
    for chosen in product(*(lever.choices for lever in levers.values())):
        combination = dict(zip(levers, chosen, strict=True))
        if not any(all(combination.get(name) in keys for name, keys in rule.items()) for rule in banned):
            for name, key in combination.items():
                left[name].add(key)
    return left


def pins_can_stand(mission: Mission) -> Iterator[Fault]:
    """What is always shown names an option, levers and choices that there are, and that no rule excludes."""
    for i, text in enumerate(mission.always_show):
        place = Place(path=("always_show", str(i)))
        yield from pin_faults(mission, text, place)


def pin_faults(mission: Mission, text: str, place: Place) -> Iterator[Fault]:
    """Tell what of an option to be shown is not known, or excluded by a rule."""
    levers = {name: tuple(lever.choices) for name, lever in mission.levers.items()}
    pin = read_pin(text, levers)
    like = choices_of(pin.like, levers) or {}
    if pin.like and not like and pin.like not in (ASKED, NOTHING):
        yield Fault.of(place, "checks.pins-no-option", option=repr(pin.like), levers=_or_none(levers))
        return
    for lever, choices in pin.choices.items():
        if lever not in levers:
            what, cure = message("checks.unknown-lever", id=repr(lever)), did_you_mean(lever, levers)
            yield Fault.of(place, "checks.unknown-id", what=what, cure=cure)
            return
        for choice in (choice for choice in choices if choice not in levers[lever]):
            what = message("checks.unknown-choice", id=repr(choice), lever=repr(lever))
            yield Fault.of(place, "checks.unknown-id", what=what, cure=did_you_mean(choice, levers[lever]))
            return
    if pin.like not in (ASKED, NOTHING):
        yield from _pins_left(mission, {k: (c,) for k, c in like.items()}, pin, place)


def _or_none(names: Collection[str]) -> Content:
    return listed(names, "or") if names else "none"


def _pins_left(
    mission: Mission, like: Mapping[str, tuple[str, ...]], pin: Pin, place: Place
) -> Iterator[Fault]:
    """Tell the rule that excludes every combination that a pin would allow."""
    every = {name: tuple(lever.choices) for name, lever in mission.levers.items()}
    held = every | dict(like) | pin.choices | {lever: every[lever] for lever in pin.each_of}
    first = None
    for chosen in product(*held.values()):
        choices = dict(zip(held, chosen, strict=True))
        by = next((rule for rule in mission.rules if rule.excludes(choices)), None)
        if by is None:
            return
        first = first or by
    if first is not None:
        yield Fault.of(place, "checks.pins-excluded-option", because=first.because)
