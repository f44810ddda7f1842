"""Options: all combinations of levers that the rules allow, each a mission of its own; nothing always first.

Takes a mission, gives `Option`s with ids made of the choices and names as a planner would say them.
Screening, which needs plans and simulation, stands in `cadre.screening`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission import Mission, pins
from cadre.mission.base import did_you_mean

NOTHING = pins.NOTHING
"""Id of the option of doing nothing."""

LONGEST_TITLE = 60
"""Characters a name should not exceed: it heads a column of a table."""


@dataclass(frozen=True)
class Option:
    """A named change to a mission.

    `id` is made of the choices, such as `permanent.medium.5-years`, in the order of the levers. `fixed` holds
    values by path that are set on top of the choices, as a sweep sets what is uncertain.
    """

    id: str
    title: str
    choices: Mapping[str, str]
    base: Mission
    fixed: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def mission(self) -> Mission:
        """The mission with the option applied."""
        if self.id == NOTHING:
            return self.base.changed({**self.base.nothing.changes, **self.fixed})
        changes: dict[str, object] = {}
        for lever, choice in self.choices.items():
            changes |= self.base.levers[lever].choices[choice].changes
        return self.base.changed({**changes, **self.fixed})


def nothing(mission: Mission) -> Option:
    """Return the option of doing nothing."""
    return Option(NOTHING, mission.nothing.title or "No mission", {}, mission)


def combinations(mission: Mission) -> Iterator[dict[str, str]]:
    """Yield every combination of choices that no rule excludes.

    Levers stand in their order, the last one turning fastest.
    """
    levers = mission.levers
    for chosen in product(*(lever.choices for lever in levers.values())):
        choices = dict(zip(levers, chosen, strict=True))
        if not any(rule.excludes(choices) for rule in mission.rules):
            yield choices


def options(mission: Mission) -> tuple[Option, ...]:
    """Return doing nothing and every combination that the rules allow; without levers, the mission itself."""
    chosen = list(combinations(mission))
    shared = Counter(_title(mission, choices) for choices in chosen)
    named = [nothing(mission)]
    for choices in chosen:
        title = _title(mission, choices)
        if shared[title] > 1:
            title = _title(mission, choices, hidden=True)
        named.append(Option(_id(choices), title, choices, mission))
    shared = Counter(option.title for option in named)
    return tuple(
        option if shared[option.title] == 1 else replace(option, title=f"{option.title} [{option.id}]")
        for option in named
    )


def lettered(options: Iterable[str]) -> dict[str, str]:
    """Return ids of options shown by the letters they go by: 0 is doing nothing, the others A, B, C."""
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return {"0" if option == NOTHING else next(letters): option for option in options}


def find(mission: Mission, option: str) -> Option:
    """Return the option with an id.

    Raises
    ------
    BadInput
        When no option has it.
    """
    known = {one.id: one for one in options(mission)}
    if option not in known:
        place, cure = Place(path=("options",)), did_you_mean(option, known)
        raise BadInput([Fault.of(place, "study-faults.no-option", option=quoted(option), cure=cure)])
    return known[option]


def _id(choices: Mapping[str, str]) -> str:
    """Join the choices by dots. A lone choice called `nothing` must not be taken for doing nothing."""
    joined = ".".join(choices.values()) or "mission"
    return joined if joined != NOTHING else f"{next(iter(choices))}.{joined}"


def _title(mission: Mission, choices: Mapping[str, str], *, hidden: bool = False) -> str:
    """Name a combination by the titles of its choices, in short forms where the name would grow too long.

    With `hidden`, levers kept out of names are named too where they do not stand at their first choice.
    """
    long, short = [], []
    for lever, c in choices.items():
        known = mission.levers[lever]
        if not known.screened_only or (hidden and c != next(iter(known.choices))):
            long.append(known.choices[c].title or _words(c))
            short.append(known.choices[c].short or _words(c))
    return _joined(_shortened(long, short)) or "The mission as written"


def _words(identity: str) -> str:
    return identity.replace("-", " ").replace("_", " ")


def _shortened(long: Sequence[str], short: Sequence[str]) -> list[str]:
    """Put short forms in place of long ones, those that save most first, until the name is short enough."""
    parts = list(long)
    for i in sorted(range(len(parts)), key=lambda i: (len(short[i]) - len(long[i]), i)):
        if len(_joined(parts)) <= LONGEST_TITLE or len(short[i]) >= len(long[i]):
            break
        parts[i] = short[i]
    return parts


def _joined(parts: Sequence[str]) -> str:
    """Join by commas, beginning with a capital."""
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
