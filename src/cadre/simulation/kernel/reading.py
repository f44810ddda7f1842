"""What is read of a replication: units at targets and at the floor, series, and what is left at the end."""

from typing import Any

from cadre.simulation.kernel.codes import BEGINS, ENDED_BY, EXITS, THERE
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.records import NEVER


@called
def read(game: Game, series: Any, n: int, b: int) -> None:
    """Read units at targets and at the floor's week, and the series, at the boundary before week b."""
    at, ints, _, _, counts = game
    point = b % at.point_weeks == 0
    due = ints[at.next_target] < at.targets and ints[at.targets_week + ints[at.next_target]] == b
    if not (point or due or b == at.floor):
        return
    form_units(game, b)
    while ints[at.next_target] < at.targets and ints[at.targets_week + ints[at.next_target]] == b:
        target = ints[at.next_target]
        counts[at.reached + target] = ints[at.units + ints[at.targets_capability + target]]
        ints[at.next_target] += 1
    if b == at.floor:
        for k in range(at.capabilities):
            counts[at.left + k] = ints[at.units + k]
    if point:
        p = b // at.point_weeks
        for k in range(at.capabilities):
            series[k, n, p] = ints[at.units + k]
        for k in range(at.stocks):
            series[at.capabilities + k, n, p] = ints[at.people + k]
        series[at.capabilities + at.stocks, n, p] = ints[at.foreign] if b < at.weeks else 0


@called
def form_units(game: Game, b: int) -> None:
    """Form whole units at a boundary, by priority: first up to what is wanted, then from those left."""
    at, ints, _, _, _ = game
    for k in range(at.stocks):
        ints[at.unformed + k] = ints[at.people + k]
    for r in range(at.capabilities):
        k = ints[at.ranked + r]
        ints[at.units + k] = take_units(game, k, ints[at.formed_first + k * (at.span + 1) + b])
    for r in range(at.capabilities):
        k = ints[at.ranked + r]
        ints[at.units + k] += take_units(game, k, NEVER)


@called
def take_units(game: Game, k: int, most: int) -> int:
    """Take the holders of units of a capability from those in none, of so many at most; say how many."""
    at, ints, _, _, _ = game
    first, last, units = ints[at.capabilities_part_from + k], ints[at.capabilities_part_to + k], most
    for j in range(first, last):
        units = min(units, ints[at.unformed + ints[at.parts_stock + j]] // ints[at.parts_people + j])
    for j in range(first, last):
        ints[at.unformed + ints[at.parts_stock + j]] -= units * ints[at.parts_people + j]
    return units


@called
def taken_at(game: Game, t: int, n: int, wanted: float) -> float:
    """Units of a capability formed before others have what is left at a goal, wanted there or before."""
    at, ints, _, _, _ = game
    return max(wanted, float(ints[at.formed_first + n * (at.span + 1) + ints[at.goals_week + t]]))


@called
def finish(game: Game) -> None:
    """Count serials that still wait as lost, when projects finished, and everybody who is somewhere."""
    at, ints, _, _, counts = game
    for r in range(ints[at.waits]):
        counts[at.lost + ints[at.cause + ints[at.waiting + r]]] += 1
    for j in range(at.projects):
        counts[at.done_from + j] = ints[at.finished + j]
    counts[BEGINS], counts[EXITS], counts[ENDED_BY] = ints[at.begins], ints[at.exits], ints[at.ended_by]
    for e in range(at.events):
        counts[at.happened_in + e] = ints[at.happened + e] - 1 if ints[at.happened + e] else NEVER
    for k in range(at.stocks):
        counts[THERE] += ints[at.people + k]
    for i in range(at.serials):
        counts[THERE] += ints[at.in_class + i]
