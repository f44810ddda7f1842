"""The oracle: what is wrong with a force plan, judged week by week without the model that made it.

Takes a plan, the mission and the option, gives the rules that it breaks. They are written a second time here,
on purpose: nothing is shared with `model`, `fit`, `gaps` or `stints`, so that a fault there shows here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from cadre.forces.conditions import needed
from cadre.forces.part_time_rules import PeopleThere
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.reasons import BrokenRule
from cadre.reasons import broken_forces as broken


def violations(
    plan: ForcePlan,
    mission: Mission,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
) -> tuple[BrokenRule, ...]:
    """Return everything that is wrong with a plan; empty for a sound one.

    Parameters
    ----------
    plan : ForcePlan
        The plan.
    mission : Mission
        What it is judged by.
    choices, measured : mapping
        Choice by lever and measured attributes of the option, for the offers' conditions.

    Returns
    -------
    tuple of BrokenRule
        Each with the stint, offer or line that is wrong.
    """
    lines = {line.id: line for line in plan.lines}
    known = [s for s in plan.stints if s.line in lines and s.offer in mission.offers]
    return (
        *_names(plan, mission, lines),
        *(fault for stint in known for fault in _stint(stint, mission, lines[stint.line])),
        *_conditions(plan, mission, choices, measured),
        *_too_many(known, mission),
        *_short(known, mission, lines),
        *_fill(plan, known),
    )


def _names(plan: ForcePlan, mission: Mission, lines: Mapping[str, PostLine]) -> Iterator[BrokenRule]:
    if len(lines) < len(plan.lines):
        yield broken.TwoLines()
    for stint in plan.stints:
        if stint.offer not in mission.offers:
            yield _in_stint(stint, broken.UnknownOffer(stint.offer))
        if stint.line not in lines:
            yield _in_stint(stint, broken.UnknownLine(stint.line))
        if stint.people < 1 or stint.begins >= stint.ends:
            yield _in_stint(stint, broken.Empty())
    for gap in plan.gaps:
        if gap.line not in lines:
            yield broken.GapUnknownLine(gap.line)


def _in_stint(stint: Stint, rule: BrokenRule) -> BrokenRule:
    return broken.StintBroken(stint.people, stint.offer, stint.line, stint.begins, stint.ends, rule)


def _stint(stint: Stint, mission: Mission, line: PostLine) -> Iterator[BrokenRule]:
    """Judge one stint against its offer and its line."""
    offer = mission.offers[stint.offer]
    weeks = [mission.mission.starts + dt.timedelta(weeks=week) for week in range(stint.begins, stint.ends)]
    days = [day for week in weeks for day in mission.working.days.to_teach(week)]
    tour = mission.tours.weeks if offer.tour is None else offer.tour
    wrong: dict[BrokenRule, bool] = {
        broken.LineNotStanding(): stint.begins < line.opens or stint.ends > line.closes,
        broken.OfferTimes(offer.begins, offer.ends): any(
            not offer.begins <= day <= offer.ends for day in days
        ),
        broken.TourTooLong(tour): stint.ends - stint.begins > tour,
        broken.RoleOf(offer.role): offer.role != line.role,
        broken.RankApart(): not _rank_fits(offer, line, mission),
        broken.LanguageNotSpoken(): not set(mission.roles[line.role].languages)
        <= {*offer.languages, *mission.parties[offer.party].speaks},
        broken.ServesNotAt(line.site): line.site in offer.not_at,
    }
    yield from (_in_stint(stint, rule) for rule, is_wrong in wrong.items() if is_wrong)


def _rank_fits(offer: Offer, line: PostLine, mission: Mission) -> bool:
    wanted = mission.roles[line.role].rank
    if wanted == "" or offer.rank == "":
        return True
    here = mission.ranks.index(wanted)
    return offer.rank in mission.ranks[max(0, here - 1) : here + 2]


def _conditions(
    plan: ForcePlan, mission: Mission, choices: Mapping[str, str], measured: Mapping[str, float]
) -> Iterator[BrokenRule]:
    for key in dict.fromkeys(stint.offer for stint in plan.stints):
        offer = mission.offers.get(key)
        for condition in offer.only_if if offer else ():
            known = condition.comparison == ":" or condition.attribute in measured
            if not known or not condition.holds(choices, measured):
                yield broken.ConditionNotMet(key, needed(condition, known=known))


def _too_many(stints: list[Stint], mission: Mission) -> Iterator[BrokenRule]:
    """Count the people of each offer in each week."""
    present = Counter[tuple[str, int]]()
    for stint in stints:
        for week in range(stint.begins, stint.ends):
            present[stint.offer, week] += stint.people
    over: dict[str, tuple[int, int]] = {}
    counted = PeopleThere(mission)
    for (key, week), people in sorted(present.items()):
        there = counted.number(key, week)
        if people > there:
            over[key] = max(over.get(key, (0, 0)), (people, there))
    for key, (people, there) in over.items():
        yield broken.TooManyOffered(key, people, there)


def _short(stints: list[Stint], mission: Mission, lines: Mapping[str, PostLine]) -> Iterator[BrokenRule]:
    """Look for stays below the mission's least, read as kindly as can be.

    A stint that ends where another of the same offer, role and site begins goes on there; of those who are
    there, who came first leaves first.
    """
    change: dict[tuple[str, str, str], Counter[int]] = {}
    for stint in stints if mission.tours.least > 1 else ():
        line = lines[stint.line]
        steps = change.setdefault((stint.offer, line.role, line.site), Counter())
        steps.update({stint.begins: stint.people})
        steps.subtract({stint.ends: stint.people})
    for (offer, role, site), steps in change.items():
        if not float(mission.offers[offer].people).is_integer():
            continue  # part-time people come for their part, however short
        least = min(mission.tours.least, mission.offers[offer].tour or mission.tours.weeks)
        comes = [week for week in sorted(steps) for _ in range(steps[week])]
        goes = [week for week in sorted(steps) for _ in range(-steps[week])]
        for begins, ends in zip(comes, goes, strict=True):
            if ends - begins < least:
                yield broken.StayTooShort(offer, role, site, begins, ends, least)


def _fill(plan: ForcePlan, stints: list[Stint]) -> Iterator[BrokenRule]:
    """Count the filled and open posts of each line in each week: never more than its posts, together all."""
    filled, left = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for stint in stints:
        filled.update({(stint.line, w): stint.people for w in range(stint.begins, stint.ends)})
    for gap in plan.gaps:
        left.update({(gap.line, w): gap.people for w in range(gap.begins, gap.ends)})
    for line in plan.lines:
        weeks = range(line.opens, line.closes)
        over = [w for w in weeks if filled[line.id, w] > line.people]
        wrong = [w for w in weeks if left[line.id, w] != max(0, line.people - filled[line.id, w])]
        if over:
            yield broken.LineOverfull(line.id, line.people, over[0])
        if wrong or any(
            g.begins < line.opens or g.ends > line.closes for g in plan.gaps if g.line == line.id
        ):
            yield broken.GapsWrong(line.id)
