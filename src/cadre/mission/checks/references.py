"""References: every id that is named somewhere is defined where it belongs.

`REFERENCES` is the whole list: a pattern of paths, what is named there, and where that is defined. In a
pattern `*` stands for any key and `@` for the keys themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from cadre.errors import Fault, Place
from cadre.messages import Message, message
from cadre.mission.base import did_you_mean
from cadre.mission.mission import Mission
from cadre.mission.nations import MEASURED, Condition
from cadre.mission.people import COUNTED
from cadre.mission.quantity import Quantity

Path = tuple[str, ...]


class Reference(NamedTuple):
    """A place where ids are named: the pattern, what they name, and what is known."""

    pattern: str
    what: str
    known: Callable[[Mission], Collection[str]]


def _facilities(mission: Mission) -> Collection[str]:
    """Give every facility that some site has or gets."""
    kinds = {kind: None for site in mission.sites.values() for kind in site.facilities}
    for project in mission.projects.values():
        kinds |= {kind: None for added in project.effects.adds.values() for kind in added if kind != "beds"}
    return kinds


class _Quantities(Collection[str]):
    """The paths of a mission's quantities; asking for one does not list them all."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission

    def __contains__(self, path: object) -> bool:
        node: Any = self.mission
        for key in str(path).split("."):
            if isinstance(node, Mapping):
                node = node.get(key)
            elif isinstance(node, tuple):
                node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
            else:
                node = getattr(node, key, None) if isinstance(node, BaseModel) else None
        return isinstance(node, Quantity) or path in self.mission.of_the_pack

    def __iter__(self) -> Iterator[str]:
        return iter(self.mission.quantities)

    def __len__(self) -> int:
        return len(self.mission.quantities)


REFERENCES = (
    Reference("courses.*.instructors.@", "skill", lambda m: m.skills),
    Reference("courses.*.in_phases.*.instructors.@", "skill", lambda m: m.skills),
    Reference("courses.*.uses.@", "facility", _facilities),
    Reference("courses.*.in_phases.*.uses.@", "facility", _facilities),
    Reference("courses.*.teaches.*", "skill", lambda m: m.skills),
    Reference("courses.*.after.*", "course", lambda m: m.courses),
    Reference("courses.*.recruits", "pool of recruits", lambda m: m.recruits),
    Reference("courses.*.grants", "competence", lambda m: m.competences),
    Reference("courses.*.sites.*", "site", lambda m: m.sites),
    Reference("trained.of.*", "course", lambda m: m.courses),
    Reference("under_way.*.course", "course", lambda m: m.courses),
    Reference("under_way.*.site", "site", lambda m: m.sites),
    Reference("capabilities.*.made_of.@", "competence", lambda m: m.competences),
    Reference("projects.*.after.*", "project", lambda m: m.projects),
    Reference("projects.*.activities.*.advisers.@", "skill", lambda m: m.skills),
    Reference("projects.*.activities.*.site", "site", lambda m: m.sites),
    Reference("projects.*.effects.opens.*", "site", lambda m: m.sites),
    Reference("projects.*.effects.adds.@", "site", lambda m: m.sites),
    Reference("projects.*.effects.hosts_teach_alone.*", "course", lambda m: m.courses),
    Reference("headquarters", "site", lambda m: m.sites),
    Reference("roles.*.skills.*", "skill", lambda m: m.skills),
    Reference("roles.*.rank", "rank band", lambda m: m.ranks),
    Reference("support.*.role", "role", lambda m: m.roles),
    Reference("support.*.of.*", "thing to count", lambda m: (*COUNTED, *m.support)),
    Reference("commands.*.posts.@", "role", lambda m: m.roles),
    Reference("command", "way to command", lambda m: m.commands),
    Reference("offers.*.party", "party", lambda m: m.parties),
    Reference("offers.*.role", "role", lambda m: m.roles),
    Reference("offers.*.rank", "rank band", lambda m: m.ranks),
    Reference("offers.*.not_at.*", "site", lambda m: m.sites),
    Reference("offers.*.not_for.*", "course", lambda m: m.courses),
    Reference("positions.*.party", "party", lambda m: m.parties),
    Reference("mandate.open.*.lever", "lever", lambda m: m.levers),
    Reference("mandate.open.*.quantity", "quantity", _Quantities),
    Reference("waits_for", "open question", lambda m: m.mandate.open),
    Reference("levers.*.choices.*.after", "open question", lambda m: m.mandate.open),
    Reference("mandate.open.*.event", "event", lambda m: m.events),
    Reference("events.*.units_of", "capability", lambda m: m.capabilities),
    Reference("events.*.graduates_of.*", "course", lambda m: m.courses),
    Reference(
        "mandate.elements.*.served_by.*", "thing", lambda m: (*m.courses, *m.projects, *m.capabilities)
    ),
    Reference("mandate.elements.*.asked.@", "lever", lambda m: m.levers),
    Reference("correlations.*.between.*", "quantity", _Quantities),
    Reference("rules.*.never.@", "lever", lambda m: m.levers),
    Reference("ledger.statements.*.source", "source", lambda m: m.ledger.sources),
    Reference("ledger.statements.*.supersedes", "statement", lambda m: m.ledger.statements),
)


def unknown_ids(mission: Mission) -> Iterator[Fault]:
    """Every id of `REFERENCES` is known."""
    for reference in REFERENCES:
        known = reference.known(mission)
        for path, named in _named(mission, reference.pattern.split("."), ()):
            if named not in known:
                yield _unknown(path, _thing(reference.what, named), named, known)


def _unknown(path: Path, what: Message, word: str, known: Collection[str]) -> Fault:
    return Fault.of(Place(path=path), "checks.unknown-id", what=what, cure=did_you_mean(word, known))


def _thing(kind: str, key: str) -> Message:
    """Name something by its kind and its id."""
    return message(f"checks.unknown-{kind.replace(' ', '-')}", id=repr(key))


def _named(node: Any, pattern: list[str], path: Path) -> Iterator[tuple[Path, str]]:
    """Give every id that a pattern leads to, with its path; nothing and empty text name nothing."""
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
                    yield _unknown(path, _thing("activity", other), other, project.activities)


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
            if named.startswith("P:") and mission.mission.pack is None:
                yield Fault.of(Place(path=path), "checks.figure-without-pack", figure=repr(named))
            elif named.startswith("P:") and named not in figures:
                cure = did_you_mean(named, figures)
                yield Fault.of(Place(path=path), "checks.no-such-figure", figure=repr(named), cure=cure)
            elif not named.startswith("P:") and named not in statements:
                cure = did_you_mean(named, statements)
                yield Fault.of(Place(path=path), "checks.no-such-statement", statement=repr(named), cure=cure)


def _bases(node: Any, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Give every basis of the mission with its path."""
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
        yield _unknown(path, _thing(what, condition.attribute), condition.attribute, known)
    elif condition.comparison == ":":
        yield from _choices(mission, condition.attribute, condition.choices, path)


def _choices(mission: Mission, lever: str, choices: Collection[str], path: Path) -> Iterator[Fault]:
    known = mission.levers[lever].choices
    for choice in choices:
        if choice not in known:
            what = message("checks.unknown-choice", id=repr(choice), lever=repr(lever))
            yield _unknown(path, what, choice, known)
