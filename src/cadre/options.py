"""Options: all combinations of the levers that the rules allow, each a mission of its own.

Doing nothing always first.

Takes a mission, gives `Option`s. Screening, which needs plans and simulation, stands in `cadre.screening`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from cadre.mission import Mission

NOTHING = "nothing"
"""Id of the option of doing nothing."""


@dataclass(frozen=True)
class Option:
    """A named change to a mission.

    `id` is made of the choices, such as `permanent.medium.5-years`, in the order of the levers.
    """

    id: str
    title: str
    choices: Mapping[str, str]
    base: Mission

    @cached_property
    def mission(self) -> Mission:
        """The mission with the option applied."""
        if self.id == NOTHING:
            return self.base.changed(self.base.nothing.set)
        changes: dict[str, object] = {}
        for lever, choice in self.choices.items():
            changes |= self.base.levers[lever].choices[choice].set
        return self.base.changed(changes)


def nothing(mission: Mission) -> Option:
    """Give the option of doing nothing."""
    return Option(NOTHING, mission.nothing.title or "No mission", {}, mission)


def combinations(mission: Mission) -> Iterator[dict[str, str]]:
    """Give every combination of choices that no rule excludes, levers in their order.

    The last one turning fastest.
    """
    levers = mission.levers
    for chosen in product(*(lever.choices for lever in levers.values())):
        choices = dict(zip(levers, chosen, strict=True))
        if not any(excluded(choices, rule.never) for rule in mission.rules):
            yield choices


def excluded(choices: Mapping[str, str], never: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether a rule excludes a combination: all its levers stand at one of the choices it names."""
    return all(choices.get(lever) in banned for lever, banned in never.items())


def options(mission: Mission) -> tuple[Option, ...]:
    """Give doing nothing and every combination that the rules allow.

    Without levers, the mission as it stands.
    """
    return (nothing(mission), *(_named(mission, choices) for choices in combinations(mission)))


def _named(mission: Mission, choices: Mapping[str, str]) -> Option:
    shown = {lever: c for lever, c in choices.items() if not mission.levers[lever].screened_only}
    titles = [mission.levers[lever].choices[c].title or c.replace("-", " ") for lever, c in shown.items()]
    return Option(
        ".".join(choices.values()) or "mission",
        ", ".join(titles) or "The mission as written",
        choices,
        mission,
    )
