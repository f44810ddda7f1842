"""Levers: choices that do the same, paths that two levers set, rules that say nothing new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from cadre.errors import MissionWarning, Place
from cadre.messages import quoted
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity

WORDS = frozenset(("title", "short", "basis", "ledger", "because", "never"))
"""Fields that change nothing of what is planned or played."""


def choices_do_different_things(mission: Mission) -> Iterator[MissionWarning]:
    """Two choices of a lever differ in more than titles and what they rest on."""
    for name, lever in mission.levers.items():
        met: list[tuple[str, Any]] = []
        parts = {path.split(".")[0] for choice in lever.choices.values() for path in choice.changes}
        for key, choice in lever.choices.items():
            try:
                changed = mission.changed(choice.changes)
                done = {part: _what_is_done(getattr(changed, part)) for part in sorted(parts)}
            except ValidationError:
                continue  # the check of faults tells it
            same = next((other for other, it in met if it == done), None)
            if same is not None:
                place = Place(path=("levers", name, "choices", key))
                yield MissionWarning.about(place, "warnings.choice-does-the-same", other=quoted(same))
            met.append((key, done))


def _what_is_done(node: Any) -> Any:
    """Return what of a mission can change a plan or a future, as plain data."""
    if isinstance(node, Quantity):
        return node.shape, node.numbers, node.weights
    if isinstance(node, BaseModel):
        fields = type(node).model_fields.items()
        return {
            name: _what_is_done(getattr(node, name))
            for name, field in fields
            if name not in WORDS and not field.exclude
        }
    if isinstance(node, Mapping):
        return {key: _what_is_done(child) for key, child in node.items()}
    return [_what_is_done(child) for child in node] if isinstance(node, tuple | list) else node


def levers_set_different_paths(mission: Mission) -> Iterator[MissionWarning]:
    """What one lever sets no other sets, too: the one written last would win."""
    met: dict[str, str] = {}
    for name, lever in mission.levers.items():
        own = {path: key for key, choice in lever.choices.items() for path in choice.set}
        for path, key in own.items():
            other = next((before for before in met if _overlap(path, before)), None)
            if other is not None:
                place = Place(path=("levers", name, "choices", key, "set", path))
                yield MissionWarning.about(place, "warnings.set-by-two", path=other, lever=met[other])
        met |= dict.fromkeys(own, name)


def _overlap(one: str, other: str) -> bool:
    first, second = one.split("."), other.split(".")
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def rules_say_something_new(mission: Mission) -> Iterator[MissionWarning]:
    """No rule excludes only what another one excludes already."""
    rules = [{lever: frozenset(keys) for lever, keys in rule.never.items()} for rule in mission.rules]
    for n, rule in enumerate(rules):
        covers = (m for m, other in enumerate(rules) if _covers(other, rule) and (m < n or other != rule))
        wider = next(covers, n)
        if wider != n:
            yield MissionWarning.about(
                Place(path=("rules", str(n))), "warnings.rule-again", other=str(wider + 1)
            )


def _covers(wide: Mapping[str, frozenset[str]], narrow: Mapping[str, frozenset[str]]) -> bool:
    """Say whether whatever the narrow rule excludes the wide one excludes, too."""
    return all(lever in narrow and narrow[lever] <= keys for lever, keys in wide.items())
