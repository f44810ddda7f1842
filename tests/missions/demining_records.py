"""Invented records: fourteen months of the demining school, as its people might have reported them.

Nothing of it happened. The script plays one course of things by hand-written rules and a fixed seed.
`python -m tests.missions.demining_records` writes `missions/demining-school/records`; a test makes them again
and compares. The plan in force is `records/plan.json`, as `cadre plan` printed it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from pathlib import Path
from typing import Any

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import Before, read_before
from cadre.timetable.plan import Serial

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "missions" / "demining-school"
RECORDS = FOLDER / "records"
PLAN = RECORDS / "plan.json"
TODAY = dt.date(2026, 5, 4)
"""The day on which the example stands: the first of week 61."""
MARK = "invented"
SEED = 20250303
Row = dict[str, Any]
Tables = dict[str, list[Row]]

# ---- the story: what goes otherwise than planned

OPENED = dt.date(2025, 4, 22)
"""The roof took longer: the plan counts on the first weeks of April."""
SNOW = dt.date(2026, 1, 19), dt.date(2026, 2, 9)
"""The training field is closed, and open again."""
PAUSE = dt.date(2025, 9, 15), dt.date(2025, 9, 22)
"""Everything rests a week after an accident."""
LATE = {
    "manual-demining@school/1": 3,
    "manual-demining@school/2": 1,
    "disposal-1-2@school/1": 1,
    "manual-demining@school/6": 1,
    "disposal-1-2@school/4": 1,
}
"""Weeks that serials start after their week of the plan."""
LOST = {"manual-demining@school/5": "instructors", "manual-demining@school/8": "trainees"}
SIT = "sat the final test"
PASSES = {"manual-demining": 0.72, "disposal-1-2": 0.84, "leader-course": 0.9, "instructor-course": 0.8}
LEAVES_A_WEEK = {"manual-demining": 0.02, "disposal-1-2": 0.008, "leader-course": 0.0}
WOMEN = 0.3
"""Share of women in a class of deminers."""
ARRIVALS = (
    # offer, day, people, what, who reports
    ("first-instructors", "2025-03-03", 3, "arrived"),
    ("first-instructors", "2025-03-24", 1, "arrived"),
    ("first-adviser", "2025-03-10", 1, "arrived"),
    ("first-office", "2025-03-03", 2, "arrived"),
    ("first-disposal", "2025-05-26", 2, "arrived"),
    ("paramedics", "2025-03-17", 2, "arrived"),
    ("second-instructors", "2025-06-16", 1, "arrived"),
    ("first-instructors", "2025-08-29", 4, "departed"),
    ("first-instructors", "2025-09-01", 3, "arrived"),
    ("second-instructors", "2025-09-08", 1, "arrived"),
    ("second-disposal", "2025-10-06", 1, "arrived"),
    ("first-instructors", "2026-02-27", 3, "departed"),
    ("first-instructors", "2026-03-02", 3, "arrived"),
    ("first-disposal", "2026-02-27", 2, "departed"),
    ("first-disposal", "2026-03-09", 2, "arrived"),
)
INTAKE = (58, 41, 55, 46, 17)
"""Villagers who came, by quarter."""
HOSTS = {"demining": (2, 2, 2, 2), "disposal": (0, 1, 1, 3)}
"""Host instructors counted at the end of each quarter."""
AT_START = {"villagers": 26, "deminer": 14, "disposal-worker": 0, "team-leader": 0}
LEAVE_A_MONTH = {"villagers": 0.055, "deminer": 0.022, "disposal-worker": 0.01, "team-leader": 0.006}
POSTED = {"deminer": 0.8, "disposal-worker": 0.85, "team-leader": 0.95}
"""Share of graduates who come to the teams."""
GRANTS = {"manual-demining": "deminer", "disposal-1-2": "disposal-worker", "leader-course": "team-leader"}
FROM = {"manual-demining": "villagers", "disposal-1-2": "deminer", "leader-course": "deminer"}
"""Whose stock a course draws on."""
STEPS = (
    ("2025-03-10", "programme", "begun", ""),
    ("2025-06-20", "programme", "finished", ""),
    ("2025-07-07", "rooms", "begun", ""),
    ("2025-11-28", "rooms", "going on", "50%"),
    ("2026-03-13", "rooms", "finished", ""),
    ("2026-03-16", "accreditation", "begun", ""),
    ("2026-04-24", "accreditation", "going on", "20%"),
)
SPENT = {
    ("posts", "trust fund"): (148, 196, 240, 251, 87),
    ("local posts", "trust fund"): (9, 12, 14, 14, 5),
    ("courses", "trust fund"): (46, 98, 121, 96, 38),
    ("sites", "host"): (231, 47, 52, 61, 18),
    ("projects", "trust fund"): (6, 41, 88, 49, 4),
}
"""Thousand euro by quarter; the last is April 2026 alone."""
QUARTERS = (
    ("2025-03-03", "2025-06-30"),
    ("2025-07-01", "2025-09-30"),
    ("2025-10-01", "2025-12-31"),
    ("2026-01-01", "2026-03-31"),
    ("2026-04-01", "2026-04-30"),
)
REPORTERS = (
    ("school", "Head of the school", 2),
    ("first-organisation", "First organisation", 4),
    ("second-organisation", "Second organisation", 4),
    ("office", "Mine action office", 5),
)


def invented() -> dict[str, str]:
    """Return the text of each table, by name of its file."""
    mission = read_mission(FOLDER)
    plan = read_before(PLAN)
    mission = find(mission, plan.option).mission
    tables: Tables = {
        "reporters": [{"id": i, "title": t, "every": w, "remarks": MARK} for i, t, w in REPORTERS]
    }
    _people(tables)
    _site(tables)
    _serials(tables, mission, plan)
    _counted(tables)
    _steps(tables)
    _money(tables)
    return {f"{name}.csv": _text(rows) for name, rows in tables.items()}


def _add(tables: Tables, table: str, by: str, on: dt.date | str, after: int = 3, **cells: Any) -> str:
    """Add a report of a day, told so many days later; give its id."""
    day = dt.date.fromisoformat(str(on))
    rows = tables.setdefault(table, [])
    key = f"{table.rstrip('s')}-{len(rows) + 1:03}"
    told = min(day + dt.timedelta(days=after), TODAY)
    rows.append({"id": key, "on": day, "reported_by": by, "reported_on": told, **cells, "remarks": MARK})
    return key


def _people(tables: Tables) -> None:
    for offer, day, people, what in ARRIVALS:
        by = "first-organisation" if offer.startswith("first") else "second-organisation"
        _add(
            tables,
            "movements",
            by,
            day,
            means="list of names",
            corrects="",
            offer=offer,
            site="school",
            what=what,
            people=people,
        )
    wrong = next(row for row in tables["movements"] if row["on"] == dt.date(2025, 6, 16))
    _add(
        tables,
        "movements",
        "second-organisation",
        "2025-06-23",
        after=1,
        means="list of names",
        corrects=wrong["id"],
        offer="second-instructors",
        site="school",
        what="arrived",
        people=1,
    )
    _add(
        tables,
        "offer_states",
        "first-organisation",
        "2025-04-14",
        offer="first-disposal",
        state="confirmed",
        people=2,
    )
    _add(
        tables,
        "offer_states",
        "second-organisation",
        "2025-11-24",
        offer="second-instructors",
        state="confirmed",
        people=2,
    )


def _site(tables: Tables) -> None:
    for day, what in ((OPENED, "opened"), (SNOW[0], "closed"), (SNOW[1], "reopened")):
        _add(tables, "site_states", "school", day, after=1, site="school", what=what)
    for day, what in zip(PAUSE, ("paused", "resumed"), strict=True):
        _add(tables, "occurrences", "school", day, after=0, what=what)
    _add(tables, "injuries", "school", "2025-09-12", after=0, site="school", people=1, severity="severe")
    _add(tables, "injuries", "school", "2026-03-25", after=2, site="school", people=2, severity="light")


def _open(mission: Mission, week: int) -> bool:
    """Say whether classes are held in a week: by the calendar, and as it came."""
    day = mission.date_of(week)
    shut = any(first <= day < last for first, last in (SNOW, PAUSE))
    return week not in mission.closed_at("school") and not shut


def _weeks(mission: Mission, serial: Serial) -> tuple[int, int]:
    """Return the weeks in which a serial started, and after its last."""
    assert serial.start is not None
    start = serial.start + LATE.get(serial.id, 0)
    while not _open(mission, start):
        start += 1
    week, left = start, mission.courses[serial.course].length
    while left:
        left -= _open(mission, week)
        week += 1
    return start, week


def _serials(tables: Tables, mission: Mission, plan: Before) -> None:
    luck = random.Random(SEED)
    told: list[tuple[dt.date, Any]] = []
    placed = [one for one in plan.timetable.serials if one.start is not None]
    for serial in sorted(placed, key=lambda one: (one.start or 0, one.id)):
        start, ends = _weeks(mission, serial)
        first, last = mission.date_of(start), mission.date_of(ends) - dt.timedelta(days=3)
        if first > TODAY - dt.timedelta(days=3):
            continue
        if serial.id in LOST:
            told.append((first, {"what": "cancelled", "serial": serial.id, "cause": LOST[serial.id]}))
            continue
        came = max(mission.courses[serial.course].seats.least, serial.trainees - luck.choice((0, 0, 1, 2, 4)))
        opens = {"course": serial.course, "site": serial.site}
        told.append((first, {"what": "started", "serial": serial.id, **opens, "people": came}))
        if last < TODAY:
            told.append((last, {"what": "ended", **_result(luck, mission, serial, came)}))
        elif start < ends - 2:
            told.append(
                (TODAY - dt.timedelta(days=10), {"what": "in class", "serial": serial.id, "people": came - 1})
            )
    for day, cells in sorted(told, key=lambda one: (one[0], str(one[1]["serial"]))):
        _add(tables, "serials", "school", day, means="register", rule=SIT, **_whole(cells))
    _corrected(tables)
    _groups(tables, luck)


def _whole(cells: Row) -> Row:
    columns = (
        "corrects",
        "serial",
        "what",
        "course",
        "site",
        "people",
        "passed",
        "again",
        "teach_on",
        "cause",
    )
    return {name: cells.get(name, "") for name in columns}


def _result(luck: random.Random, mission: Mission, serial: Serial, came: int) -> Row:
    """Return who sat the final test and passed, of those who came."""
    weeks, course = mission.courses[serial.course].length, serial.course
    left = sum(luck.random() < LEAVES_A_WEEK.get(course, 0.0) for _ in range(came * weeks))
    sat = came - left
    passed = sum(luck.random() < PASSES[course] for _ in range(sat))
    again = sum(luck.random() < 0.5 for _ in range(sat - passed)) if course != "leader-course" else ""
    teach_on = round(0.2 * passed) if course == "disposal-1-2" else ""
    return {"serial": serial.id, "people": sat, "passed": passed, "again": again, "teach_on": teach_on}


def _corrected(tables: Tables) -> None:
    """Two names stood twice in the papers of a test: a second report stands in place of the first."""
    first = next(row for row in tables["serials"] if row["what"] == "ended" and "/3" in row["serial"])
    right = {name: first[name] for name in _whole({})} | {
        "corrects": first["id"],
        "passed": first["passed"] - 2,
    }
    right["again"] = ""
    _add(tables, "serials", "school", first["on"], after=17, means="test papers", rule=SIT, **right)


def _groups(tables: Tables, luck: random.Random) -> None:
    corrected = {row["corrects"] for row in tables["serials"] if row["corrects"]}
    for row in list(tables["serials"]):
        if row["what"] != "ended" or row["id"] in corrected or not row["serial"].startswith("manual"):
            continue
        women = sum(luck.random() < WOMEN for _ in range(row["people"]))
        lucky = luck.sample([True] * row["passed"] + [False] * (row["people"] - row["passed"]), row["people"])
        parts = {"women": lucky[:women], "men": lucky[women:]}
        for group, results in parts.items():
            counts = {"people": len(results), "passed": sum(results)}
            _add(tables, "groups", "school", row["on"], after=18, serial=row["serial"], group=group, **counts)


def _counted(tables: Tables) -> None:
    """Report intake, postings and counts by quarter: with who came, less who began and who left."""
    luck = random.Random(SEED + 1)
    stocks = dict(AT_START)
    for place, ((begins, ends), came) in enumerate(zip(QUARTERS, INTAKE, strict=True)):
        _add(tables, "intake", "office", ends, recruits="villagers", begins=begins, people=came)
        if place == len(QUARTERS) - 1:
            break
        stocks["villagers"] += came
        within = _within(tables, begins, ends)
        for competence, share in POSTED.items():
            graduates = sum(
                r["passed"] - (r["teach_on"] or 0)
                for r in within
                if r["what"] == "ended" and GRANTS[_course(r)] == competence
            )
            people = _some(luck, graduates, share)
            stocks[competence] += people
            if graduates:
                _add(tables, "postings", "office", ends, competence=competence, people=people, of=graduates)
        for row in within:
            moved = {"started": -(row["people"] or 0), "ended": row["again"] or 0}.get(row["what"], 0)
            stocks[FROM[_course(row)]] += moved
        for of, people in stocks.items():
            stocks[of] = people - _some(luck, people, 1 - (1 - LEAVE_A_MONTH[of]) ** 3)
            what = "recruits" if of == "villagers" else "competence"
            _count(tables, ends, what, of, stocks[of])
        for skill, people_by_quarter in HOSTS.items():
            _count(tables, ends, "hosts", skill, people_by_quarter[place])


def _count(tables: Tables, day: str, what: str, of: str, people: int) -> None:
    _add(tables, "counts", "office", day, rule="on the register", what=what, of=of, people=people)


def _within(tables: Tables, begins: str, ends: str) -> list[Row]:
    """Return the reports of serials from one day to another that hold."""
    corrected = {row["corrects"] for row in tables["serials"]}
    rows = [row for row in tables["serials"] if row["id"] not in corrected]
    return [row for row in rows if begins <= str(row["on"]) <= ends]


def _course(row: Row) -> str:
    return str(row["serial"].partition("@")[0])


def _some(luck: random.Random, people: int, share: float) -> int:
    return sum(luck.random() < share for _ in range(people))


def _steps(tables: Tables) -> None:
    for day, activity, what, done in STEPS:
        _add(
            tables,
            "steps",
            "first-organisation",
            day,
            project="school",
            activity=activity,
            what=what,
            done=done,
        )


def _money(tables: Tables) -> None:
    for (about, payer), amounts in SPENT.items():
        for (begins, ends), amount in zip(QUARTERS, amounts, strict=True):
            by = "office" if payer == "host" else "first-organisation"
            _add(
                tables,
                "spending",
                by,
                ends,
                after=4,
                means="accounts",
                payer=payer,
                about=about,
                begins=begins,
                amount=f"{amount} k",
            )


def _text(rows: list[Row]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


if __name__ == "__main__":
    for name, text in invented().items():
        (RECORDS / name).write_text(text, "utf-8")
