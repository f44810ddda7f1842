"""Under way: rows of the serials that run on the first day without anybody or anything of the mission.

Takes a mission and the draws, gives rows. Rule: docs/model/rules.md, Under way on the first day.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.simulation.records import NEVER, UNDER_WAY, Table
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import TableBuilder, table, whole


def rows_under_way(mission: Mission) -> list[tuple[int, ...]]:
    """Return their rows among the serials, which nobody has planned."""
    courses, sites = list(mission.courses), list(mission.sites)
    return [
        (courses.index(one.course), sites.index(one.site), NEVER, 0, slot(f"under-way/{key}"))
        for key, one in mission.under_way.items()
    ]


def under_way_table(builder: TableBuilder, first: int) -> Table:
    """Return those under way, whose rows among the serials begin at `first`."""
    mission = builder.mission
    rows = [
        (
            first + n,
            builder.column(whole(builder.draws.of(f"under_way.{key}.trainees"))),
            one.weeks_left,
        )
        for n, (key, one) in enumerate(mission.under_way.items())
    ]
    return table(UNDER_WAY, rows)
