"""What is read of a replication: units at targets and at the floor, series, and what is left at the end."""

from typing import Any

from cadre.simulation.kernel.codes import BEGINS, ENDED_BY, EXITS, THERE
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.records import NEVER


@called
def read(game: Game, series: Any, n: int, b: int) -> None:
    """Read units at targets and at the floor's week, and the series, at the boundary before week b."""
    g, z, _, _, out = game
    point = b % g.point_weeks == 0
    due = z[g.next_target] < g.targets and z[g.targets_week + z[g.next_target]] == b
    if not (point or due or b == g.floor):
        return
    form_units(game)
    while z[g.next_target] < g.targets and z[g.targets_week + z[g.next_target]] == b:
        target = z[g.next_target]
        out[g.reached + target] = z[g.units + z[g.targets_capability + target]]
        z[g.next_target] += 1
    if b == g.floor:
        for k in range(g.capabilities):
            out[g.left + k] = z[g.units + k]
    if point:
        p = b // g.point_weeks
        for k in range(g.capabilities):
            series[k, n, p] = z[g.units + k]
        for k in range(g.stocks):
            series[g.capabilities + k, n, p] = z[g.people + k]
        series[g.capabilities + g.stocks, n, p] = z[g.foreign] if b < g.weeks else 0


@called
def form_units(game: Game) -> None:
    """Form whole units from holders, capabilities in the order of their priority."""
    g, z, _, _, _ = game
    for k in range(g.stocks):
        z[g.unformed + k] = z[g.people + k]
    for r in range(g.capabilities):
        k = z[g.ranked + r]
        first, last, units = z[g.capabilities_part_from + k], z[g.capabilities_part_to + k], NEVER
        for j in range(first, last):
            units = min(units, z[g.unformed + z[g.parts_stock + j]] // z[g.parts_people + j])
        for j in range(first, last):
            z[g.unformed + z[g.parts_stock + j]] -= units * z[g.parts_people + j]
        z[g.units + k] = units


@called
def finish(game: Game) -> None:
    """Count serials that still wait as lost, when projects finished, and everybody who is somewhere."""
    g, z, _, _, out = game
    for r in range(z[g.waits]):
        out[g.lost + z[g.cause + z[g.waiting + r]]] += 1
    for j in range(g.projects):
        out[g.done_from + j] = z[g.finished + j]
    out[BEGINS], out[EXITS], out[ENDED_BY] = z[g.begins], z[g.exits], z[g.ended_by]
    for e in range(g.events):
        out[g.happened_in + e] = z[g.happened + e] - 1 if z[g.happened + e] else NEVER
    for k in range(g.stocks):
        out[THERE] += z[g.people + k]
    for i in range(g.serials):
        out[THERE] += z[g.in_class + i]
