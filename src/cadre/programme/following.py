"""What follows from a programme's serials: stocks, hosts, units, and what is reached of each target.

Takes a programme and a mission, not necessarily the one it was planned for, gives the programme with all that
follows worked out anew. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cadre.mission import Mission
from cadre.programme.plan import PlannedTarget, Programme
from cadre.programme.projection import formed, project_stocks


def following(programme: Programme, mission: Mission) -> Programme:
    """Return a programme with what follows from its serials in a mission; its result and limits are dropped.

    Where capabilities share a competence, units form as `projection.formed` says.
    """
    followed = project_stocks(mission, programme.serials)
    units = formed(mission, followed.holders)
    return replace(
        programme,
        weeks=followed.weeks,
        stocks={key: tuple(series) for key, series in followed.holders.items()},
        hosts={key: followed.hosts_with(key) for key in mission.skills},
        units=units,
        targets=tuple(targets_of(mission, units)),
        result=None,
    )


def targets_of(mission: Mission, units: Mapping[str, tuple[float, ...]]) -> Iterator[PlannedTarget]:
    """Yield every target, of dates in one week the greatest, and every floor, with what is reached of it.

    Parameters
    ----------
    mission : Mission
        Whose capabilities.
    units : mapping of str to tuple of float
        Units of each capability at the end of each week.
    """
    for key, capability in mission.capabilities.items():
        for week, wanted in mission.wanted_by_week(key).items():
            at = min(max(week, 0), len(units[key]) - 1)
            yield PlannedTarget(key, week, float(wanted), units[key][at])
        if capability.floor_after_exit:
            left = units[key][min(mission.floor_judged, len(units[key]) - 1)]
            yield PlannedTarget(key, mission.weeks, float(capability.floor_after_exit), left)
