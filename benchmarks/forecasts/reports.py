"""Reports: what happened, written month by month as the tables of records of a mission folder.

Takes what `life` tells, gives CSV files in the folder `records`. A month has four or five whole weeks,
thirteen a quarter; whoever reports does so on its last day, and counts people then.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.forecasts.life import Event, Lived
from benchmarks.forecasts.missions import WEEKS, day_of

MONTHS = (4, 4, 5)
"""Weeks of the months of a quarter."""
FRIDAY, SUNDAY = 4, 6
Row = dict[str, Any]


def write_records(folder: Path, life: Lived) -> None:
    """Write all that happened to the tables of a mission folder; each report bears the day it was made."""
    (folder / "records").mkdir()
    for table, rows in tables(life).items():
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        with (folder / "records" / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ["id", *headings])
            writer.writeheader()
            writer.writerows({"id": f"{table}-{n}"} | row for n, row in enumerate(rows, 1))


def tables(life: Lived) -> dict[str, list[Row]]:
    """Return the rows of every table, in the order in which they were reported."""
    found: dict[str, list[Row]] = defaultdict(list)
    by_month: dict[tuple[int, int], list[Event]] = {month: [] for month in months()}
    for event in life.events:
        month = next((one for one in by_month if one[0] <= event.week < one[1]), None)
        if month is not None:
            by_month[month].append(event)
    for (first, last), events in by_month.items():
        for table, row in (*_single(events), *_added(events, first, last), *_counted(life, last)):
            found[table].append(row | {"reported_by": "staff", "reported_on": day_of(last, -1)})
    return found


def months() -> Iterator[tuple[int, int]]:
    """Yield first week and week after the last of each month."""
    first = 0
    while first < WEEKS:
        for weeks in MONTHS:
            yield first, first + weeks
            first += weeks


def _single(events: list[Event]) -> Iterator[tuple[str, Row]]:
    """Yield what is reported one by one; of a class in each month once who still sits in it."""
    in_class = {event.cells["serial"]: event for event in events if event.table == "in class"}
    for event in events:
        if event.table == "in class":
            if in_class[event.cells["serial"]] is event:
                yield "serials", {"on": day_of(event.week, FRIDAY), "what": "in class"} | event.cells
        elif event.table in ("serials", "site_states"):
            cells = dict(event.cells)
            day = cells.pop("day", FRIDAY if cells["what"] == "ended" else 0)
            yield event.table, {"on": day_of(event.week, day)} | cells


def _added(events: list[Event], first: int, last: int) -> Iterator[tuple[str, Row]]:
    """Yield what is added up: moves and postings of a week, intake and spending of the month."""
    moves: Counter[tuple[int, str, str, str]] = Counter()
    posted, graduates = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    came, spent = Counter[str](), Counter[str]()
    for event in events:
        cells = event.cells
        if event.table == "movements":
            moves[event.week, cells["offer"], cells["site"], cells["what"]] += cells["people"]
        elif event.table == "postings":
            posted[event.week, cells["competence"]] += cells["people"]
            graduates[event.week, cells["competence"]] += cells["of"]
        elif event.table == "intake":
            came[cells["recruits"]] += cells["people"]
        elif event.table == "spending":
            spent[cells["about"]] += cells["amount"]
    for (week, offer, site, what), people in moves.items():
        cells = {"on": day_of(week), "offer": offer, "site": site, "what": what, "people": people}
        yield "movements", cells
    for (week, key), people in posted.items():
        cells = {"on": day_of(week, FRIDAY), "competence": key, "people": people}
        yield "postings", cells | {"of": graduates[week, key]}
    period = {"on": day_of(last, -1), "begins": day_of(first)}
    for pool, people in came.items():
        yield "intake", period | {"recruits": pool, "people": people}
    for about, amount in spent.items():
        yield "spending", period | {"payer": "nations", "about": about, "amount": round(amount, 2)}


def _counted(life: Lived, last: int) -> Iterator[tuple[str, Row]]:
    on = day_of(last, -1)
    yield "counts", {"on": on, "what": "recruits", "of": "pool", "people": life.waiting[last - 1]}
    for key, people in life.holders[last - 1].items():
        yield "counts", {"on": on, "what": "competence", "of": key, "people": people}
