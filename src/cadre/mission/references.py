"""References: which ids are named where, and under which path of a mission they are defined.

`REFERENCES` is the whole list: a pattern of paths, what is named there, and where that is known. In a pattern
`*` stands for any key and `@` for the keys themselves. `cadre.mission.checks.references` looks them up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import BaseModel

from cadre.mission.mission import Mission
from cadre.mission.people import COUNTED
from cadre.mission.quantity import Quantity

Path = tuple[str, ...]


class Reference(NamedTuple):
    """A place where ids are named.

    `pattern` tells where, `what` what they name; `defined` holds the paths of the tables or lists that define
    them, parted by commas, or gives what is known; `words` are known besides.
    """

    pattern: str
    what: str
    defined: str | Callable[[Mission], Collection[str]]
    words: tuple[str, ...] = ()

    def known(self, mission: Mission) -> Collection[str]:
        """Return what may be named."""
        if not isinstance(self.defined, str):
            return self.defined(mission)
        tables = [attrgetter(path)(mission) for path in self.defined.split(",")]
        return tables[0] if len(tables) == 1 and not self.words else (*self.words, *chain(*tables))


def facilities(mission: Mission) -> Collection[str]:
    """Return every facility that some site has or gets."""
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
    Reference("courses.*.instructors.@", "skill", "skills"),
    Reference("courses.*.in_phases.*.instructors.@", "skill", "skills"),
    Reference("courses.*.uses.@", "facility", facilities),
    Reference("courses.*.in_phases.*.uses.@", "facility", facilities),
    Reference("courses.*.teaches.*", "skill", "skills"),
    Reference("courses.*.after.*", "course", "courses"),
    Reference("courses.*.recruits", "pool of recruits", "recruits"),
    Reference("courses.*.grants", "competence", "competences"),
    Reference("courses.*.sites.*", "site", "sites"),
    Reference("trained.of.*", "course", "courses"),
    Reference("under_way.*.course", "course", "courses"),
    Reference("under_way.*.site", "site", "sites"),
    Reference("capabilities.*.made_of.@", "competence", "competences"),
    Reference("projects.*.after.*", "project", "projects"),
    Reference("projects.*.activities.*.advisers.@", "skill", "skills"),
    Reference("projects.*.activities.*.site", "site", "sites"),
    Reference("projects.*.effects.opens.*", "site", "sites"),
    Reference("projects.*.effects.adds.@", "site", "sites"),
    Reference("projects.*.effects.hosts_teach_alone.*", "course", "courses"),
    Reference("headquarters", "site", "sites"),
    Reference("roles.*.skills.*", "skill", "skills"),
    Reference("roles.*.rank", "rank band", "ranks"),
    Reference("support.*.role", "role", "roles"),
    Reference("support.*.of.*", "thing to count", "support", COUNTED),
    Reference("commands.*.posts.@", "role", "roles"),
    Reference("command", "way to command", "commands"),
    Reference("offers.*.party", "party", "parties"),
    Reference("offers.*.role", "role", "roles"),
    Reference("offers.*.rank", "rank band", "ranks"),
    Reference("offers.*.not_at.*", "site", "sites"),
    Reference("offers.*.not_for.*", "course", "courses"),
    Reference("positions.*.party", "party", "parties"),
    Reference("mandate.open.*.lever", "lever", "levers"),
    Reference("mandate.open.*.quantity", "quantity", _Quantities),
    Reference("waits_for", "open question", "mandate.open"),
    Reference("levers.*.choices.*.after", "open question", "mandate.open"),
    Reference("mandate.open.*.event", "event", "events"),
    Reference("events.*.units_of", "capability", "capabilities"),
    Reference("events.*.graduates_of.*", "course", "courses"),
    Reference("mandate.elements.*.served_by.*", "thing", "courses,projects,capabilities"),
    Reference("mandate.elements.*.asked.@", "lever", "levers"),
    Reference("correlations.*.between.*", "quantity", _Quantities),
    Reference("rules.*.never.@", "lever", "levers"),
    Reference("ledger.statements.*.source", "source", "ledger.sources"),
    Reference("ledger.statements.*.supersedes", "statement", "ledger.statements"),
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
    """Return the path under which the ids are defined that are named at a path; empty where none are."""
    for reference in REFERENCES:
        pattern = reference.pattern.split(".")
        while pattern[-1] == "*" and len(pattern) > len(path):
            pattern.pop()  # one thing may stand where a list may
        if len(pattern) == len(path) and all(map(_fits, pattern, path)):
            return tuple(DEFINED.get(reference.what, "").split(".")) if reference.what in DEFINED else ()
    return ()


def _fits(part: str, key: str) -> bool:
    return part == key or (part == "*" and key != "@")
