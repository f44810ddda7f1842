"""Fill: which share of an option's post-weeks offers fill, by how firm the offer is and by who makes it.

Takes a force plan, gives `OptionFill`. Indicated, pledged, confirmed and arrived are kept apart: a pledge is
not a person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cadre.forces.plan import ForcePlan, Gap, PostLine
from cadre.mission import Mission
from cadre.reasons import Reason

STATES = ("arrived", "confirmed", "pledged", "indicated")
"""How firm an offer is, firmest first."""


@dataclass(frozen=True)
class OptionFill:
    """Post-weeks needed and what fills them.

    Parameters
    ----------
    needed, critical : int
        Post-weeks of all lines and of the critical ones.
    by_state, by_party : dict of str to int
        Post-weeks filled.
    by_line : dict of str to dict of str to int
        Post-weeks filled of each line, by state.
    open, critical_open : int
        Post-weeks that nobody fills.
    """

    needed: int
    critical: int
    by_state: dict[str, int]
    by_party: dict[str, int]
    by_line: dict[str, dict[str, int]]
    open: int
    critical_open: int

    def share(self, post_weeks: int) -> float:
        """Share of the post-weeks needed; 0 where none are."""
        return post_weeks / self.needed if self.needed else 0.0


def fill_of(plan: ForcePlan, mission: Mission) -> OptionFill:
    """Count what fills the lines of a force plan."""
    critical = {line.id for line in plan.lines if line.critical}
    states, parties = Counter[str](), Counter[str]()
    lines: dict[str, Counter[str]] = {line.id: Counter() for line in plan.lines}
    for stint in plan.stints:
        offer, weeks = mission.offers[stint.offer], stint.post_weeks
        states[offer.state] += weeks
        parties[offer.party] += weeks
        lines[stint.line][offer.state] += weeks
    return OptionFill(
        needed=sum(line.post_weeks for line in plan.lines),
        critical=sum(line.post_weeks for line in plan.lines if line.critical),
        by_state={state: states[state] for state in STATES},
        by_party={party: parties[party] for party in mission.parties if parties[party]},
        by_line={line: {state: found[state] for state in STATES} for line, found in lines.items()},
        open=sum(gap.post_weeks for gap in plan.gaps),
        critical_open=sum(gap.post_weeks for gap in plan.gaps if gap.line in critical),
    )


def counted_on(plan: ForcePlan) -> float:
    """Return the share of its post-weeks for which a force plan counts on people; 1 where it has none."""
    asked = sum(line.post_weeks for line in plan.lines)
    return sum(stint.post_weeks for stint in plan.stints) / asked if asked else 1.0


@dataclass(frozen=True, slots=True)
class Requirement:
    """Posts of a role at a site through all rotations, and what fills them.

    `opens` and `closes` are the first and last week of any of them; counts are post-weeks, `peak` posts.
    """

    role: str
    site: str
    critical: bool
    peak: int
    opens: int
    closes: int
    needed: int
    by_state: dict[str, int]
    open: int
    why: tuple[Reason, ...]

    def share(self, post_weeks: int) -> float:
        """Share of the post-weeks needed; 0 where none are."""
        return post_weeks / self.needed if self.needed else 0.0


def requirements(plan: ForcePlan, mission: Mission) -> dict[str, Requirement]:
    """Put the lines of the statement of requirements together by role and site, in the order of the lines.

    Keys read `ROLE@SITE`.
    """
    filled = fill_of(plan, mission).by_line
    lines: dict[str, list[PostLine]] = {}
    for line in plan.lines:
        lines.setdefault(f"{line.role}@{line.site}", []).append(line)
    return {key: _together(of, filled, plan.gaps) for key, of in lines.items()}


def _together(lines: list[PostLine], filled: dict[str, dict[str, int]], gaps: tuple[Gap, ...]) -> Requirement:
    ids = {line.id for line in lines}
    here = [gap for gap in gaps if gap.line in ids]
    return Requirement(
        role=lines[0].role,
        site=lines[0].site,
        critical=any(line.critical for line in lines),
        peak=max(line.people for line in lines),
        opens=min(line.opens for line in lines),
        closes=max(line.closes for line in lines),
        needed=sum(line.post_weeks for line in lines),
        by_state={state: sum(filled[line.id][state] for line in lines) for state in STATES},
        open=sum(gap.post_weeks for gap in here),
        why=tuple(dict.fromkeys(gap.why for gap in here)),
    )
