"""Many records read, checked and forecast: `python -m benchmarks.records FOLDER OPTION [--records 10000]`.

Plans an option, makes so many records of it as people of a long mission would report them (weekly head-counts
of classes, results by group, arrivals and departures, monthly counts, intake, spending, steps, injuries,
corrections), none of which happened, and lets `cadre forecast` read, check and forecast them in a process of
its own. Prints one line of JSON: seconds on the wall and of the processor of that process, and of each part
in this one. `--plan FILE` takes a plan that `cadre plan --json` printed, `--kept FOLDER` keeps what was made.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import Before, read_before
from cadre.simulation.run import ReplicationPlan
from cadre.timetable.plan import Serial
from cadre.tracking.forecast import forecast
from cadre.tracking.reading import read_with_warnings
from cadre.tracking.status import status

GROUPS = ("women", "officers", "first brigade", "second brigade")
ABOUT = ("posts", "local posts", "courses", "sites", "projects", "command")
PAYERS = ("nations", "trust fund", "host")
RULE = "sat the final test"
MONTH, WEEK = dt.timedelta(days=28), dt.timedelta(days=7)
LATE, LOST, CORRECTED, HURT = 0.25, 0.06, 0.15, 0.02
"""Chances of a late start, of a serial lost, of a result corrected, of an injury in a week of class."""
JOBS = 2
Row = dict[str, Any]


@dataclass
class Reports:
    """Rows by table, each with an id of its own, up to a day."""

    today: dt.date
    luck: random.Random
    tables: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(len(rows) for name, rows in self.tables.items() if name != "reporters")

    def add(self, table: str, on: dt.date, **cells: Any) -> Row | None:
        """Add a report of a day, told within a fortnight; nothing of days that have not come."""
        if on > self.today:
            return None
        rows = self.tables.setdefault(table, [])
        told = min(self.today, on + dt.timedelta(days=self.luck.randrange(1, 15)))
        row = {
            "id": f"{table}-{len(rows) + 1:05}",
            "on": on,
            "reported_by": "staff",
            "reported_on": told,
        } | cells
        rows.append(row)
        return row


def made(mission: Mission, plan: Before, count: int, seed: int) -> Reports:
    """Return records of a mission carried out: the first day on which there are as many as asked for."""
    low, high = 1, mission.exit_week
    while low < high:
        week = (low + high) // 2
        if _until(mission, plan, week, seed).count < count:
            low = week + 1
        else:
            high = week
    return _until(mission, plan, low, seed)


def _until(mission: Mission, plan: Before, week: int, seed: int) -> Reports:
    found = Reports(mission.date_of(week), random.Random(seed))
    found.tables["reporters"] = [{"id": "staff", "title": "Headquarters", "every": 4}]
    for site, of in mission.sites.items():
        if of.opens is not None:
            opened = mission.date_of(int(mission.opening_week(site)))
            found.add("site_states", opened, site=site, what="opened")
    for serial in plan.timetable.serials:
        if serial.start is not None:
            _class(found, mission, serial)
    _people(found, mission, plan)
    _work(found, mission, plan)
    for begins in _months(mission.mission.starts, found.today):
        _month(found, mission, begins)
    return found


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first += MONTH


def _class(found: Reports, mission: Mission, serial: Serial) -> None:
    """Report a class: its start, every week of it, its end with results by group; or that it was lost."""
    luck, course = found.luck, mission.courses[serial.course]
    late, lost, kept = luck.random() < LATE, luck.random() < LOST, luck.random()
    begins = mission.date_of((serial.start or 0) + late)
    name = {"serial": serial.id, "rule": RULE}
    if lost:
        found.add("serials", begins, what="cancelled", cause="trainees", **name)
        return
    people = serial.trainees
    start = {"course": serial.course, "site": serial.site, "people": people}
    found.add("serials", begins, what="started", **name, **start)
    length = (serial.ends or 0) - (serial.start or 0)
    for week in range(1, length):
        people -= sum(luck.random() < course.drops_out.mean for _ in range(people))
        found.add("serials", begins + week * WEEK, what="in class", people=people, **name)
        if luck.random() < HURT:
            hurt = {"site": serial.site, "people": luck.randrange(1, 3), "severity": "light"}
            found.add("injuries", begins + week * WEEK, **hurt, means=serial.id)
    ends = begins + length * WEEK - dt.timedelta(days=3)
    share = min(1.0, max(0.0, course.passes.mean + 0.2 * (kept - 0.5)))
    passed = sum(luck.random() < share for _ in range(people))
    again = min(people - passed, round((people - passed) * course.repeats.mean))
    row = found.add("serials", ends, what="ended", people=people, passed=passed, again=again, **name)
    if row is not None and passed < people and luck.random() < CORRECTED:
        right = row | {"passed": passed + 1, "again": 0, "corrects": row["id"]}
        del right["id"], right["on"], right["reported_by"], right["reported_on"]
        later = found.add("serials", ends, **right)
        assert later is not None
        later["reported_on"] = max(later["reported_on"], row["reported_on"])
    for group in GROUPS:
        part = {"people": people // len(GROUPS), "passed": passed // len(GROUPS)}
        found.add("groups", ends, serial=serial.id, group=group, **part)
    if course.grants:
        posted = {"competence": course.grants, "people": passed * 4 // 5, "of": passed}
        found.add("postings", ends + 2 * WEEK, **posted, means=serial.id)


def _people(found: Reports, mission: Mission, plan: Before) -> None:
    site_of = {line.id: line.site for line in plan.staff.lines}
    for number, stint in enumerate(plan.staff.stints):
        who = {"offer": stint.offer, "site": site_of[stint.line], "means": f"list {number + 1}"}
        came = found.add(
            "movements", mission.date_of(stint.begins), what="arrived", people=stint.people, **who
        )
        if came is not None:
            gone = mission.date_of(stint.ends) - dt.timedelta(days=1)
            found.add("movements", gone, what="departed", people=stint.people, **who)


def _work(found: Reports, mission: Mission, plan: Before) -> None:
    for slot in plan.timetable.activities:
        if slot.start is None or slot.ends is None:
            continue
        what = {"project": slot.project, "activity": slot.activity}
        first, last = mission.date_of(slot.start), mission.date_of(slot.ends)
        found.add("steps", first, what="begun", **what)
        months = list(_months(first + MONTH, last - WEEK))
        for n, on in enumerate(months):
            found.add("steps", on, what="going on", done=f"{100 * (n + 1) // (len(months) + 1)}%", **what)
        found.add("steps", last, what="finished", **what)


def _month(found: Reports, mission: Mission, begins: dt.date) -> None:
    """Report a month: stocks counted, recruits who came, money by payer and kind."""
    luck, on = found.luck, begins + MONTH - dt.timedelta(days=1)
    for what, ids in (
        ("recruits", mission.recruits),
        ("competence", mission.competences),
        ("hosts", mission.skills),
    ):
        for of in ids:
            most = 6 if what == "hosts" else 200
            if what == "competence":  # no more than there were: more than ever held it is warned of
                most = 1 + int(mission.competences[of].at_start.mean)
            people = luck.randrange(most)
            found.add("counts", on, what=what, of=of, people=people, rule="available on the day")
    for pool, recruits in mission.recruits.items():
        people = round(recruits.a_year.mean * MONTH.days / 365 * luck.uniform(0.7, 1.3))
        found.add("intake", on, recruits=pool, begins=begins, people=people)
    for payer in PAYERS:
        for about in ABOUT:
            amount = luck.randrange(10_000, 400_000)
            found.add("spending", on, payer=payer, about=about, begins=begins, amount=amount)


# ---- written, read, measured


def write(found: Reports, folder: Path) -> None:
    """Write the tables as CSV files."""
    folder.mkdir()
    for name, rows in found.tables.items():
        heads = list(dict.fromkeys(head for row in rows for head in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, heads, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def cadre(*words: object, out: Path | None = None) -> dict[str, float]:
    """Run a command as a process of its own; give its seconds on the wall, of the processor, its memory."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "cadre", *map(str, words)], check=True, stdout=subprocess.PIPE
    )
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if out is not None:
        out.write_bytes(told.stdout)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": round(seconds, 1), "cpu_seconds": round(used, 1), "peak_mib": after.ru_maxrss // 1024}


def parts(folder: Path, plan: Before, today: dt.date, replications: int) -> dict[str, float]:
    """Return processor seconds of reading the mission, reading and checking records, status, forecast."""
    told, last = dict[str, float](), time.process_time()

    def over(name: str) -> None:
        nonlocal last
        now = time.process_time()
        told[f"{name}_cpu_seconds"] = round(now - last, 1)
        last = now

    whole = read_mission(folder)
    over("mission")
    records, _ = read_with_warnings(folder, whole)
    over("records")
    mission = find(whole, plan.option).mission
    status(mission, plan, records, today)
    over("status")
    forecast(mission, plan, records, today, runs=ReplicationPlan(replications, 1, JOBS))
    over("forecast")
    return told


def run(given: argparse.Namespace, place: Path) -> dict[str, Any]:
    """Plan, make records, have them forecast; return what is told."""
    ours = shutil.ignore_patterns("records", "forecasts")
    folder = Path(shutil.copytree(given.folder, place / "mission", ignore=ours))
    file = given.plan or place / "plan.json"
    if given.plan is None:
        cadre("plan", folder, given.option, "--json", out=file)
    plan = read_before(file, given.option)
    mission = find(read_mission(folder), given.option).mission
    found = made(mission, plan, given.records, given.seed)
    write(found, folder / "records")
    words = ["--today", found.today, "--jobs", JOBS, "--replications", given.replications, "--keep"]
    whole = cadre("forecast", folder, file, given.option, *words)
    told = {"case": given.option, "records": found.count, "week": mission.week_of(found.today)}
    told |= {"tables": {name: len(rows) for name, rows in found.tables.items()}}
    return told | whole | parts(folder, plan, found.today, given.replications)


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.records", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("option")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--replications", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--plan", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(given, given.kept or Path(place))))


if __name__ == "__main__":
    main()
