"""Tables of people: pools of those who are alike, who holds which skill at which site, and stints.

Takes a sheet and the stays of a force plan, or of a programme whose posts are taken to be filled as offers
are on average; gives the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cadre.forces.plan import ForcePlan, Stint
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.simulation.luck import slot
from cadre.simulation.records import CHOICE, NOBODY, POOL, STINT, Flags, Ints, Table
from cadre.simulation.sheet import Sheet, table, whole
from cadre.simulation.training_tables import stocks_of

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Stay:
    """People in one role at one site from week `begins` to `ends` (exclusive).

    `turn` is the week in which the rotation begins; `fresh` people hand over first; `sure` ones come
    whatever happens; `offer` is empty for posts that no offer was matched with.
    """

    role: str
    site: str
    begins: int
    ends: int
    people: int
    turn: int
    offer: str = ""
    fresh: bool = True
    sure: bool = False
    not_for: tuple[str, ...] = ()

    @property
    def luck(self) -> str:
        """Name of the slot that decides whether they come."""
        return f"offer/{self.offer}" if self.offer else f"posts/{self.role}/{self.site}"


def stays_of(mission: Mission, programme: Programme, forces: ForcePlan | None) -> list[Stay]:
    """Give everybody who stands on a post: from offers, or from posts alone, and local staff."""
    foreign = _from_offers(mission, forces) if forces else _from_posts(mission, programme, local=False)
    return [*foreign, *_from_posts(mission, programme, local=True)]


def _from_posts(mission: Mission, programme: Programme, *, local: bool) -> Iterator[Stay]:
    tour = programme.rotation_weeks
    for post in sorted(programme.posts):
        if mission.roles[post.role].local == local:
            begins = post.rotation * tour
            ends = min(begins + tour, mission.exit_week)
            if post.people > 0 and begins < ends:
                yield Stay(
                    post.role, post.site, begins, ends, post.people, begins, fresh=not local, sure=local
                )


def _from_offers(mission: Mission, forces: ForcePlan) -> Iterator[Stay]:
    lines = {line.id: line for line in forces.lines}
    last: dict[tuple[str, str, str], tuple[Stint, int]] = {}  # the stint before, and when its people came
    for stint in sorted(forces.stints, key=lambda s: (s.begins, s)):
        line, offer = lines[stint.line], mission.offers[stint.offer]
        place = (stint.offer, line.role, line.site)
        came = _came(stint, last.get(place), offer.tour or mission.tours.weeks)
        last[place] = (stint, came)
        arrived = offer.state == "arrived" and stint.begins < _first_turn_ends(mission, stint.offer)
        yield Stay(
            line.role,
            line.site,
            stint.begins,
            min(stint.ends, mission.exit_week),
            stint.people,
            line.opens,
            offer=stint.offer,
            fresh=came == stint.begins,
            sure=arrived,
            not_for=offer.not_for,
        )


def _came(stint: Stint, before: tuple[Stint, int] | None, tour: int) -> int:
    """Give the week in which the people of a stint came: that of the stint they go on from, if they can."""
    if before is None:
        return stint.begins
    earlier, came = before
    goes_on = earlier.ends == stint.begins and stint.people <= earlier.people and stint.ends - came <= tour
    return came if goes_on else stint.begins


def _first_turn_ends(mission: Mission, offer: str) -> int:
    first = max(0, mission.whole_weeks(mission.offers[offer].begins, mission.offers[offer].ends)[0])
    return (first // mission.tours.weeks + 1) * mission.tours.weeks


class Staff(NamedTuple):
    """Pools, choices and stints, and who is barred from which course."""

    pools: Table
    choices: Table
    stints: Table
    barred: Flags
    host_links: Ints


def staff_tables(sheet: Sheet, stays: Sequence[Stay]) -> Staff:
    """Give pools and stints; people of one pool are at one site, in one role, with the same caveats."""
    mission = sheet.mission
    sites, roles = list(mission.sites), list(mission.roles)
    keys = sorted({(sites.index(s.site), roles.index(s.role), s.not_for) for s in stays})
    pools = [(s, r, mission.roles[roles[r]].local, mission.sites[sites[s]].in_country) for s, r, _ in keys]
    barred = np.array([[c in k[2] for c in mission.courses] for k in keys], np.uint8)
    rows = {key: row for row, key in enumerate(keys)}
    relieved = _relieved(stays)
    stints = [
        _stint(sheet, stay, (rows[sites.index(stay.site), roles.index(stay.role), stay.not_for], before))
        for stay, before in zip(stays, relieved, strict=True)
    ]
    return Staff(
        table(POOL, pools),
        _choices(sheet, keys),
        table(STINT, stints),
        barred.reshape(len(keys), len(mission.courses)),
        _host_links(sheet),
    )


def _relieved(stays: Sequence[Stay]) -> list[int]:
    """Give, for each stay, the last one before it of its luck, role and site that ends when it begins."""
    ends: dict[tuple[str, str, str, int], int] = {}
    found = []
    for row, stay in enumerate(stays):
        place = (stay.luck, stay.role, stay.site)
        found.append(ends.get((*place, stay.begins), NOBODY))
        ends[*place, stay.ends] = row
    return found


def _stint(sheet: Sheet, stay: Stay, rows: tuple[int, int]) -> tuple[int, ...]:
    pool, before = rows
    if stay.sure:
        chance, late = NOBODY, NOBODY
    elif stay.offer:
        chance = sheet.quantity(f"offers.{stay.offer}.honoured")
        late = sheet.column(whole(sheet.draws.of(f"offers.{stay.offer}.late")))
    else:
        chance, late = (sheet.column(values) for values in _on_average(sheet, stay.role))
    each = not stay.offer
    when = (pool, stay.begins, stay.ends, stay.people, stay.turn)
    return (*when, stay.fresh, stay.sure, each, chance, late, before, slot(stay.luck))


def _on_average(sheet: Sheet, role: str) -> tuple[Floats, Floats]:
    """Give chance and weeks late of a role's offers, weighted by people; kept and on time without offers."""
    offers = {key: offer.people for key, offer in sheet.mission.offers.items() if offer.role == role}
    total = sum(offers.values())
    if not total:
        return np.ones(sheet.draws.outer), np.zeros(sheet.draws.outer)
    mean = (
        sum(people * sheet.draws.of(f"offers.{key}.{name}") for key, people in offers.items()) / total
        for name in ("honoured", "late")
    )
    chance, late = (np.asarray(values, np.float64) for values in mean)
    return chance, whole(late)


def _choices(sheet: Sheet, keys: Sequence[tuple[int, int, tuple[str, ...]]]) -> Table:
    """Give, for each site and skill, the pools that hold it: foreign, then local, of fewest skills first."""
    mission = sheet.mission
    roles = list(mission.roles.values())
    rows = []
    for s in range(len(mission.sites)):
        for skill in mission.skills:
            able = [(len(roles[k[1]].skills), q) for q, k in enumerate(keys) if k[0] == s]
            able = sorted((n, q) for n, q in able if skill in roles[keys[q][1]].skills)
            foreign = [q for _, q in able if not roles[keys[q][1]].local]
            first, middle = sheet.links(foreign)
            _, last = sheet.links(q for _, q in able if roles[keys[q][1]].local)
            rows.append((first, middle, last))
    return table(CHOICE, rows)


def _host_links(sheet: Sheet) -> Ints:
    """Give where in the links the host stocks of each skill begin, and the end; fewest skills first."""
    stocks, ends = stocks_of(sheet.mission), []
    for skill in sheet.mission.skills:
        able = sorted((len(s.skills), row) for row, s in enumerate(stocks) if skill in s.skills)
        ends.append(sheet.links(row for _, row in able))
    first = ends[0][0] if ends else 0
    return np.array([first, *(end for _, end in ends)], np.int32)
