"""The arena: tables and state of one option in two flat arrays, and a guide to where each thing begins.

Takes `Tables` and `CountLayout`, gives an `KernelLayout`. A compiled function that takes dozens of arrays
takes minutes to compile and microseconds to call; with two arrays and one record of offsets it takes seconds
and nanoseconds (docs/design/simulation.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cadre.simulation import records
from cadre.simulation.records import CountLayout, Tables

KINDS: dict[str, np.dtype[np.void]] = {
    "stocks": records.STOCK,
    "courses": records.COURSE,
    "phases": records.PHASE,
    "needs": records.NEED,
    "uses": records.USE,
    "sites": records.SITE,
    "projects": records.PROJECT,
    "activities": records.ACTIVITY,
    "adds": records.ADD,
    "pools": records.POOL,
    "choices": records.CHOICE,
    "stints": records.STINT,
    "places": records.PLACE,
    "serials": records.SERIAL,
    "under_way": records.UNDER_WAY,
    "calls": records.CALL,
    "now_stocks": records.NOW_STOCK,
    "now_moves": records.NOW_MOVE,
    "now_running": records.NOW_RUNNING,
    "now_courses": records.NOW_COURSE,
    "now_sites": records.NOW_SITE,
    "now_projects": records.NOW_PROJECT,
    "now_activities": records.NOW_ACTIVITY,
    "now_events": records.NOW_EVENT,
    "now_stints": records.NOW_STINT,
    "events": records.EVENT,
    "goals": records.GOAL,
    "capabilities": records.CAPABILITY,
    "parts": records.PART,
    "targets": records.TARGET,
}
"""The guide holds the rows of each under its name, and the place of each field as `TABLE_FIELD`."""
PLAIN = (
    "links",
    "host_links",
    "ranked",
    "formed_first",
    "alone",
    "barred",
    "away",
    "teaching",
    "may_start",
    "shut",
    "open_before",
    "open_week",
    "wants",
    "strength",
    "group_of",
    "explodes",
    "goal_of",
    "season_of",
    "new_years",
    "year_of",
)
"""Arrays of whole numbers of `Tables`, laid out row by row under their names."""
STATE = {
    "people": "stocks",
    "unformed": "stocks",
    "hosts_free": "stocks",
    "units": "capabilities",
    "marks": "stocks steps",
    "came": "places",
    "drawn_in": "places",
    "come": "stints waves",
    "got_ready": "stints waves",
    "first_change": "boundaries",
    "next_change": "stints waves changes",
    "present": "pools",
    "ready": "pools",
    "there": "pools",
    "able": "pools",
    "free": "pools",
    "at_site": "sites",
    "foreign": "",
    "log_cell": "claims",
    "log_took": "claims",
    "logged": "",
    "state": "sites",
    "beds_added": "sites",
    "trainees_at": "sites",
    "finished": "projects",
    "done": "activities",
    "waiting": "serials",
    "running": "serials",
    "in_class": "serials",
    "began_with": "serials",
    "taught": "serials",
    "phase": "serials",
    "frozen": "serials",
    "cause": "serials",
    "teaches": "serials",
    "beside": "serials",
    "beyond": "serials",
    "together": "courses",
    "held_so_far": "courses",
    "doubles_at": "courses",
    "stops": "phases",
    "refused": "courses sites",
    "refused_at": "courses sites",
    "begun_now": "",
    "season": "",
    "year": "",
    "decides": "",
    "renews": "",
    "adds_up": "",
    "drops": "",
    "decided": "",
    "short_until": "stocks",
    "own_short": "stocks",
    "asked": "stocks",
    "to_ask": "stocks",
    "let_off": "stocks",
    "gone_on": "stocks",
    "goes_beyond": "",
    "off": "serials",
    "differs": "boundaries",
    "needed": "stocks",
    "spare_in": "",
    "calls_made": "calls",
    "reserved": "areas skills ahead",
    "reserved_beds": "sites ahead",
    "paused": "",
    "begins": "",
    "exits": "",
    "ended_by": "",
    "held_until": "",
    "by_week": "",
    "happened": "events",
    "waits": "",
    "runs": "",
    "next_serial": "",
    "next_target": "",
    "mission_staff": "",
}
"""What changes from week to week, in whole numbers, with its dimensions; 0 at the start of a replication."""
FLOATS = {
    "rooms_now": "sites facilities",
    "rooms_free": "sites facilities",
    "progress": "activities",
    "lot": "places",
    "staying": "",
    "foreign_least": "courses",
    "staff_left": "courses",
    "fails_left": "courses",
    "passing": "courses",
    "one_for": "needs",
    "intake": "stocks table",
    "luck": "stocks",
    "stays": "stocks listed",
    "endures": "courses listed",
    "posts": "courses",
    "between": "stocks goals",
    "taken": "stocks goals",
    "ending": "courses goals",
    "expected": "stocks goals",
    "least_left": "stocks",
    "beyond_at": "goals",
    "short": "stocks",
    "unclaimed": "stocks",
    "reserved_rooms": "sites facilities ahead",
}
"""What changes from week to week and is no whole number."""

_FIELDS = [
    *CountLayout._fields,
    *KINDS,
    *(f"{table}_{field}" for table, kind in KINDS.items() for field in kind.names or ()),
    *PLAIN,
    *STATE,
    "rooms",
    *FLOATS,
    *(
        "skills",
        "facilities",
        "claims",
        "table",
        "steps",
        "boundaries",
        "waves",
        "changes",
        "listed",
        "areas",
        "years",
    ),
    *("state_from", "state_to"),
]
GUIDE = np.dtype([(name, "i8") for name in _FIELDS])
"""Numbers of the whole option, numbers of rows, and where each thing begins."""


@dataclass(frozen=True)
class KernelLayout:
    """One option laid out for the kernel.

    Parameters
    ----------
    guide : numpy.void
        Record of `GUIDE`.
    whole : ndarray of int64
        Tables and state in whole numbers; slots keep their 64 bits.
    real : ndarray of float64
        The rest.
    """

    guide: np.void
    whole: NDArray[np.int64]
    real: NDArray[np.float64]


def layout_of(tables: Tables, frame: CountLayout) -> KernelLayout:
    """Lay out an option."""
    numbers = dict(frame._asdict())
    numbers |= {name: len(getattr(tables, name)) for name in KINDS}
    numbers |= {"skills": len(tables.host_links) - 1, "facilities": tables.rooms.shape[1]}
    numbers |= {"claims": _claims(tables), "table": records.TABLE}
    numbers |= {"steps": records.MARKS, "boundaries": frame.weeks + 1, "waves": records.WAVES}
    numbers |= {"years": len(tables.new_years)}
    numbers |= {"changes": records.CHANGES, "listed": 2 * records.LISTED, "areas": len(tables.sites) + 1}
    whole, real = _Strip(numbers), _Strip(numbers)
    for name in KINDS:
        table = getattr(tables, name)
        for field in table.dtype.names:
            is_real = table.dtype[field].kind == "f"
            (real if is_real else whole).write(f"{name}_{field}", _bits(table[field]))
    for name in PLAIN:
        whole.write(name, getattr(tables, name).ravel())
    real.write("rooms", tables.rooms.ravel())
    numbers["state_from"] = whole.length
    for strip, state in ((whole, STATE), (real, FLOATS)):
        for name, shape in state.items():
            strip.write(name, np.zeros(int(np.prod([numbers[of] for of in shape.split()]))))
    numbers["state_to"] = whole.length
    guide = np.array([tuple(numbers[name] for name in _FIELDS)], GUIDE)
    return KernelLayout(guide[0], whole.joined(np.int64), real.joined(np.float64))


def _claims(tables: Tables) -> int:
    """Return the most cells that one phase can claim from: each need meets foreign pools twice."""
    needs = tables.phases["need_to"] - tables.phases["need_from"]
    return int(max(needs, default=0) + 1) * (2 * len(tables.pools) + len(tables.stocks))


def _bits(values: NDArray[Any]) -> NDArray[Any]:
    """Return 64-bit words as whole numbers of the same bits."""
    return np.ascontiguousarray(values).view(np.int64) if values.dtype == np.uint64 else values


class _Strip:
    """One flat array, growing; notes where each thing begins."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self.numbers, self.pieces, self.length = numbers, list[NDArray[Any]](), 0

    def write(self, name: str, values: NDArray[Any]) -> None:
        self.numbers[name] = self.length
        self.pieces.append(values)
        self.length += len(values)

    def joined(self, kind: type[np.generic]) -> NDArray[Any]:
        return np.concatenate([*(piece.astype(kind) for piece in self.pieces), np.zeros(1, kind)])
