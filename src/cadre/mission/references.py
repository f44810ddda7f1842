"""References: which ids are named where, and under which path of a mission they are defined.

`REFERENCES` is the whole list: a pattern of paths, what is named there, and where that is known. In a pattern
`*` stands for any key and `@` for the keys themselves. `cadre.mission.checks.references` looks them up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from cadre.mission.mission import Mission
from cadre.mission.people import COUNTED
from cadre.mission.quantity import Quantity

Path = tuple[str, ...]


class Reference(NamedTuple):
    """A place where ids are named: the pattern, what they name, and what is known."""

    pattern: str
    what: str
    known: Callable[[Mission], Collection[str]]


def facilities(mission: Mission) -> Collection[str]:
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
    Reference("courses.*.uses.@", "facility", facilities),
    Reference("courses.*.in_phases.*.uses.@", "facility", facilities),
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
    Reference("correlations.*.between.*", "quantity", _Quantities),
    Reference("rules.*.never.@", "lever", lambda m: m.levers),
    Reference("ledger.statements.*.source", "source", lambda m: m.ledger.sources),
    Reference("ledger.statements.*.supersedes", "statement", lambda m: m.ledger.statements),
)


DEFINED = {
    "skill": "skills",
    "facility": "sites.SITE.facilities",
    "course": "courses",
    "pool of recruits": "recruits",
    "competence": "competences",
    "site": "sites",
    "project": "projects",
    "rank band": "ranks",
    "role": "roles",
    "thing to count": "support",
    "way to command": "commands",
    "party": "parties",
    "lever": "levers",
    "open question": "mandate.open",
    "event": "events",
    "capability": "capabilities",
    "thing": "courses",
    "source": "ledger.sources",
    "statement": "ledger.statements",
}
"""Where each kind of thing is defined; a quantity is wherever it stands."""


def defined_under(path: Path) -> Path:
    """Give the path under which the ids are defined that are named at a path; empty where none are."""
    for reference in REFERENCES:
        pattern = reference.pattern.split(".")
        while pattern[-1] == "*" and len(pattern) > len(path):
            pattern.pop()  # one thing may stand where a list may
        if len(pattern) == len(path) and all(map(_fits, pattern, path)):
            return tuple(DEFINED.get(reference.what, "").split(".")) if reference.what in DEFINED else ()
    return ()


def _fits(part: str, key: str) -> bool:
    return part == key or (part == "*" and key != "@")
