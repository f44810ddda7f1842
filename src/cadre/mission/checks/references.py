"""References: every id that is named somewhere (`cadre.mission.references`) is defined where it belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from cadre.errors import Fault, Place
from cadre.messages import Message, message, quoted
from cadre.mission.base import did_you_mean, or_defined, or_removed, several_of
from cadre.mission.mission import Mission
from cadre.mission.nations import MEASURED, Condition
from cadre.mission.references import DEFINED, REFERENCES

Path = tuple[str, ...]


def unknown_ids(mission: Mission) -> Iterator[Fault]:
    """Every id of `REFERENCES` is known."""
    for reference in REFERENCES:
        known = reference.known(mission)
        for path, named in _named(mission, reference.pattern.split("."), ()):
            if named not in known:
                where = DEFINED.get(reference.what, "")
                yield _unknown(path, _thing(reference.what, named), named, known, where)


def _unknown(path: Path, what: Message, word: str, known: Collection[str], where: str = "") -> Fault:
    cure = or_defined(word, known, where) if where else or_removed(word, known)
    return Fault.of(Place(path=path), "checks.unknown-id", what=what, cure=cure)


def _thing(kind: str, key: str) -> Message:
    """Name something by its kind and its id."""
    return message(f"checks.unknown-{kind.replace(' ', '-')}", id=quoted(key))


def _named(node: Any, pattern: list[str], path: Path) -> Iterator[tuple[Path, str]]:
    """Return every id that a pattern leads to, with its path; nothing and empty text name nothing."""
    if not pattern:
        if node:
            yield path, str(node)
    elif pattern[0] == "@":
        yield from (((*path, str(key)), str(key)) for key in node)
    elif pattern[0] == "*":
        items = node.items() if isinstance(node, Mapping) else enumerate(node)
        for key, child in items:
            yield from _named(child, pattern[1:], (*path, str(key)))
    elif node is not None:
        yield from _named(getattr(node, pattern[0]), pattern[1:], (*path, pattern[0]))


def unknown_activities(mission: Mission) -> Iterator[Fault]:
    """An activity follows activities of its own project."""
    for key, project in mission.projects.items():
        for name, activity in project.activities.items():
            for other in activity.after:
                if other not in project.activities:
                    path = ("projects", key, "activities", name, "after")
                    where = f"projects.{key}.activities"
                    yield _unknown(path, _thing("activity", other), other, project.activities, where)


def unknown_basis(mission: Mission, within: Collection[str] = ()) -> Iterator[Fault]:
    """Whatever something rests on stands in the ledger or, as `P:figure`, in the pack.

    Parameters
    ----------
    mission : Mission
        The mission.
    within : collection of str
        Parts of the mission that are looked at; all when empty.
    """
    parts = within or type(mission).model_fields
    for part in parts:
        yield from _unknown_basis(mission, part)


def _unknown_basis(mission: Mission, part: str) -> Iterator[Fault]:
    if type(mission).model_fields[part].exclude:
        return
    statements, figures = mission.ledger.statements, {f"P:{key}": None for key in mission.figures}
    for path, basis in _bases(getattr(mission, part), (part,)):
        for named in basis:
            if named in figures or named in statements:
                continue
            several = several_of(named, {*statements, *figures})
            if several is None and named.startswith("P:") and mission.mission.pack is None:
                yield Fault.of(Place(path=path), "checks.figure-without-pack", figure=quoted(named))
            elif several is None and named.startswith("P:"):
                cure = did_you_mean(named, figures)
                yield Fault.of(Place(path=path), "checks.no-such-figure", figure=quoted(named), cure=cure)
            else:
                cure = several or or_defined(named, statements, "ledger.statements")
                yield Fault.of(
                    Place(path=path), "checks.no-such-statement", statement=quoted(named), cure=cure
                )


def _bases(node: Any, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Return every basis of the mission with its path."""
    if isinstance(node, BaseModel):
        for name, field in type(node).model_fields.items():
            value = getattr(node, name)
            if name == "basis":
                yield (*path, name), value
            elif not field.exclude:
                yield from _bases(value, (*path, name))
    elif isinstance(node, Mapping):
        for key, child in node.items():
            yield from _bases(child, (*path, str(key)))
    elif isinstance(node, tuple):
        for i, child in enumerate(node):
            yield from _bases(child, (*path, str(i)))


def unknown_choices(mission: Mission) -> Iterator[Fault]:
    """Conditions and rules speak of levers and choices that there are, and compare what is measured."""
    for key, offer in mission.offers.items():
        for i, condition in enumerate(offer.only_if):
            yield from _condition(mission, condition, ("offers", key, "only_if", str(i)))
    for i, position in enumerate(mission.positions):
        yield from _condition(mission, position.condition, ("positions", str(i), "condition"))
    for i, rule in enumerate(mission.rules):
        for lever, choices in rule.never.items():
            if lever in mission.levers:
                yield from _choices(mission, lever, choices, ("rules", str(i), "never", lever))
    for key, element in mission.mandate.elements.items():
        for lever, choices in element.asked.items():
            if lever in mission.levers:
                yield from _choices(mission, lever, choices, ("mandate", "elements", key, "asked", lever))


def _condition(mission: Mission, condition: Condition, path: Path) -> Iterator[Fault]:
    known = mission.levers if condition.comparison == ":" else MEASURED
    if condition.attribute not in known:
        what = "lever" if condition.comparison == ":" else "attribute"
        where = "levers" if condition.comparison == ":" else ""
        yield _unknown(path, _thing(what, condition.attribute), condition.attribute, known, where)
    elif condition.comparison == ":":
        yield from _choices(mission, condition.attribute, condition.choices, path)


def _choices(mission: Mission, lever: str, choices: Collection[str], path: Path) -> Iterator[Fault]:
    known = mission.levers[lever].choices
    for choice in choices:
        if choice not in known:
            what = message("checks.unknown-choice", id=quoted(choice), lever=quoted(lever))
            yield _unknown(path, what, choice, known, f"levers.{lever}.choices")
