"""Under way: rows of the serials that run on the first day without anybody or anything of the mission.

Takes a mission and the draws, gives rows. Rule: docs/model/rules.md, Under way on the first day.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.simulation.records import NEVER, UNDER_WAY, Table
from cadre.simulation.standing import Standing
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import TableBuilder, table, whole


def under_way_at(mission: Mission, standing: Standing | None) -> dict[str, int]:
    """Return those that are not over, with the weeks left: on the first day, or at a recorded state."""
    left = {}
    for key, one in mission.under_way.items():
        closed = mission.closed_at(one.site)
        taught = sum(week not in closed for week in range(standing.week if standing else 0))
        if one.weeks_left > taught:
            left[key] = one.weeks_left - taught
    return left


def rows_under_way(mission: Mission, standing: Standing | None = None) -> list[tuple[int, ...]]:
    """Return their rows among the serials, which nobody has planned."""
    courses, sites = list(mission.courses), list(mission.sites)
    ongoing = {key: mission.under_way[key] for key in under_way_at(mission, standing)}
    return [
        (courses.index(one.course), sites.index(one.site), NEVER, 0, slot(f"under-way/{key}"))
        for key, one in ongoing.items()
    ]


def under_way_table(builder: TableBuilder, first: int, standing: Standing | None = None) -> Table:
    """Return those under way, whose rows among the serials begin at `first`."""
    left = under_way_at(builder.mission, standing)
    rows = [
        (first + n, builder.column(whole(builder.draws.of(f"under_way.{key}.trainees"))), weeks)
        for n, (key, weeks) in enumerate(left.items())
    ]
    return table(UNDER_WAY, rows)
