"""What a force plan amounts to: fill by state, shares of the burden, who leads a school.

Takes a plan and its mission, gives frozen rows for the statement of requirements and for charts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cadre.forces.fit import STATES, offered_weeks
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.mission.nations import State


@dataclass(frozen=True, slots=True)
class FillByState:
    """Post-weeks wanted under a heading (a line, a role, a party, or all), and those filled, by state.

    For a party, `wanted` is what it offers to this option.
    """

    heading: str
    wanted: int
    indicated: int
    pledged: int
    confirmed: int
    arrived: int

    @property
    def filled(self) -> int:
        """Post-weeks filled by offers of any state."""
        return self.indicated + self.pledged + self.confirmed + self.arrived

    @property
    def firm(self) -> int:
        """Post-weeks filled by confirmed offers and people who have arrived."""
        return self.confirmed + self.arrived

    @property
    def open(self) -> int:
        """Post-weeks wanted and not filled."""
        return self.wanted - self.filled


@dataclass(frozen=True, slots=True)
class Fills:
    """Fill in total and by line, role and party, each in the order of the plan or the mission."""

    total: FillByState
    lines: tuple[FillByState, ...]
    roles: tuple[FillByState, ...]
    parties: tuple[FillByState, ...]


@dataclass(frozen=True, slots=True)
class PartyShare:
    """What one party carries, in person-weeks.

    `load` is filled / offered; `part` is its share of all that is filled, 0 to 1.
    """

    party: str
    offered: int
    filled: int
    load: float
    part: float


@dataclass(frozen=True, slots=True)
class Lead:
    """The party that leads a school, since it fills the most post-weeks there, and all that serve there."""

    site: str
    party: str
    part: float
    parties: tuple[str, ...]


def states(plan: ForcePlan, mission: Mission) -> Fills:
    """Return the post-weeks wanted and filled by state, in total and by line, role and party."""
    role_of = {line.id: line.role for line in plan.lines}
    wanted = Counter[str]()
    for line in plan.lines:
        wanted[line.role] += line.post_weeks
    offered = offered_weeks(mission, plan.counted)
    (total,) = _fills({"all": wanted.total()}, plan, mission, ("all" for _ in plan.stints))
    return Fills(
        total,
        _fills(
            {line.id: line.post_weeks for line in plan.lines}, plan, mission, (s.line for s in plan.stints)
        ),
        _fills(_in_order(wanted, mission.roles), plan, mission, (role_of[s.line] for s in plan.stints)),
        _fills(
            _in_order(offered, mission.parties),
            plan,
            mission,
            (mission.offers[s.offer].party for s in plan.stints),
        ),
    )


def _in_order(weeks: Mapping[str, int], keys: Iterable[str]) -> dict[str, int]:
    return {key: weeks[key] for key in keys if key in weeks}


def _fills(
    wanted: Mapping[str, int], plan: ForcePlan, mission: Mission, headings: Iterable[str]
) -> tuple[FillByState, ...]:
    """Add the post-weeks of each stint under its heading and the state of its offer."""
    filled = Counter[tuple[str, State]]()
    for stint, heading in zip(plan.stints, headings, strict=True):
        filled[heading, mission.offers[stint.offer].state] += stint.post_weeks
    return tuple(
        FillByState(key, weeks, *(filled[key, state] for state in STATES)) for key, weeks in wanted.items()
    )


def shares(plan: ForcePlan, mission: Mission) -> tuple[PartyShare, ...]:
    """Return what each party with an offer that counts carries, in the order written."""
    parties = states(plan, mission).parties
    everything = sum(party.filled for party in parties)
    return tuple(
        PartyShare(
            party.heading,
            party.wanted,
            party.filled,
            party.filled / party.wanted,
            party.filled / everything if everything else 0.0,
        )
        for party in parties
    )


def leads(plan: ForcePlan, mission: Mission) -> tuple[Lead, ...]:
    """Return the lead of each site where anybody serves; of equals, the party written first leads."""
    site_of = {line.id: line.site for line in plan.lines}
    there = Counter[tuple[str, str]]()
    for stint in plan.stints:
        there[site_of[stint.line], mission.offers[stint.offer].party] += stint.post_weeks
    found = []
    for site in mission.sites:
        weeks = {party: there[site, party] for party in mission.parties if there[site, party]}
        if weeks:
            first = max(weeks, key=lambda party: weeks[party])
            found.append(Lead(site, first, weeks[first] / sum(weeks.values()), tuple(weeks)))
    return tuple(found)
