"""Tables of people: pools of those who are alike, who holds which skill at which site, stints and places.

Takes a sheet and stays, gives the tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cadre.simulation.records import CHOICE, NOBODY, PLACE, POOL, STINT, Flags, Ints, Table
from cadre.simulation.reliability import chance_to_come, mean_of_role
from cadre.simulation.skill_kinds import kinds_of
from cadre.simulation.stays import PersonStay, PostPlace
from cadre.simulation.streams import GOLDEN, WORD, slot
from cadre.simulation.table_builder import TableBuilder, table, whole
from cadre.simulation.training_tables import stocks_of


class Staff(NamedTuple):
    """Pools, choices, stints and their places, who is barred from which course, and who is away when."""

    pools: Table
    choices: Table
    stints: Table
    places: Table
    barred: Flags
    away: Flags
    host_links: Ints


def staff_tables(builder: TableBuilder, stays: Sequence[PersonStay]) -> Staff:
    """Return pools and stints; people of one pool share site, role, caveats and holidays."""
    mission = builder.mission
    sites, roles = list(mission.sites), list(mission.roles)
    keys = sorted({(sites.index(s.site), roles.index(s.role), s.not_for, s.away) for s in stays})
    pools = [(s, r, mission.roles[roles[r]].local, mission.sites[sites[s]].in_country) for s, r, _, _ in keys]
    barred = np.array([[c in k[2] for c in mission.courses] for k in keys], np.uint8)
    away = np.zeros((len(keys), mission.weeks), np.uint8)
    for row, key in enumerate(keys):
        away[row, list(key[3])] = 1
    rows = {key: row for row, key in enumerate(keys)}
    places = {place: row for row, place in enumerate(dict.fromkeys(p for s in stays for p in s.places))}
    whom = dict.fromkeys((s.offer, s.role) for s in stays if not s.sure)
    chances = {of: _whether_and_when(builder, *of) for of in whom}
    stints = [
        (
            rows[sites.index(s.site), roles.index(s.role), s.not_for, s.away],
            *(s.begins, s.ends, s.people, s.turn, s.fresh, s.sure, s.follows),
            *chances.get((s.offer, s.role), (NOBODY, NOBODY)),
            *builder.links(places[place] for place in s.places),
        )
        for s in stays
    ]
    return Staff(
        table(POOL, pools),
        _choices(builder, keys),
        table(STINT, stints),
        table(PLACE, [(_slot(place),) for place in places]),
        barred.reshape(len(keys), len(mission.courses)),
        away,
        _host_links(builder),
    )


def _whether_and_when(builder: TableBuilder, offer: str, role: str) -> tuple[int, int]:
    """Return the columns of the chance that each person comes, and of the weeks that they may be late."""
    mission, draws = builder.mission, builder.draws
    if offer:
        chance, late = chance_to_come(mission, draws, offer), draws.of(f"offers.{offer}.late")
    else:
        chance, late = mean_of_role(mission, draws, role)
    return builder.column(chance), builder.column(whole(late))


def _slot(place: PostPlace) -> int:
    """Return the slot of a place: that of its name, as many steps on as its number (docs: Luck)."""
    return (slot(place.name) + place.number * GOLDEN) % WORD


def _choices(
    builder: TableBuilder, keys: Sequence[tuple[int, int, tuple[str, ...], tuple[int, ...]]]
) -> Table:
    """Give, for each site and kind, the pools that are of it: foreign, then local, of fewest skills first."""
    mission = builder.mission
    roles = list(mission.roles.values())
    rows = []
    for s in range(len(mission.sites)):
        for kind in kinds_of(mission):
            able = [(len(roles[k[1]].skills), q) for q, k in enumerate(keys) if k[0] == s]
            able = sorted((n, q) for n, q in able if kind.holds(roles[keys[q][1]]))
            foreign = [q for _, q in able if not roles[keys[q][1]].local]
            first, middle = builder.links(foreign)
            _, last = builder.links(q for _, q in able if roles[keys[q][1]].local)
            rows.append((first, middle, last))
    return table(CHOICE, rows)


def _host_links(builder: TableBuilder) -> Ints:
    """Return where in the links the host stocks of each kind begin, and the end; fewest skills first."""
    stocks, ends = stocks_of(builder.mission), []
    for kind in kinds_of(builder.mission):
        able = sorted((len(s.skills), row) for row, s in enumerate(stocks) if kind.hosts(s.skills))
        ends.append(builder.links(row for _, row in able))
    first = ends[0][0] if ends else 0
    return np.array([first, *(end for _, end in ends)], np.int32)
