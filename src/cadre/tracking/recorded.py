"""Recorded: the state of a mission at the beginning of a week, made of what was reported.

Takes the mission, its plan and the records that hold; gives the `Standing` from which a simulation goes on,
and what had to be reckoned because nobody reported it. Rule: docs/model/tracking.md, The recorded state.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cadre.messages import Message, message
from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.simulation.records import WAIT_WEEKS
from cadre.simulation.standing import RunningSerial, SiteNow, Standing, StockCount
from cadre.simulation.training_tables import stocks_of
from cadre.timetable.plan import Serial
from cadre.tracking.evidence import began_alone, in_use_since
from cadre.tracking.moving import moves_of
from cadre.tracking.planned import ends_week
from cadre.tracking.records import Records, SerialReport

SILENCE = "nobody"
"""Who reports what had to be reckoned."""
SUNDAY = 6
"""Days from the first of a week to its last: a count on the day of the last class holds who passed it."""


@dataclass(frozen=True, slots=True)
class RecordedState:
    """The state, and what of it was reckoned: what is known by no report, as messages."""

    standing: Standing
    reckoned: tuple[Message, ...]


def recorded_state(mission: Mission, plan: Before, records: Records, today: dt.date) -> RecordedState:
    """Return the state at the beginning of the first week from today on.

    Parameters
    ----------
    mission, plan : Mission, Before
        The option that is carried out, and its plan.
    records : Records
        Those that hold and were known today.
    today : date
        At least a day after the mission's first.
    """
    week = mission.week_from(today)
    silent = tuple(_begun_in_silence(mission, plan, records, week))
    records = _with_silent(mission, records, silent)
    lost = _weeks_lost(mission, records, week)
    running = _running(mission, records, week, lost)
    told = records.serials.values()
    ended, together, passed = _ended(records)
    activities = dict(_activities(mission, records, week))
    standing = Standing(
        week=week,
        stocks={stock.key: _stock(mission, records, stock.key, week) for stock in stocks_of(mission)},
        running=running,
        over=frozenset(one.serial for one in told if one.what in ("started", "cancelled")),
        present=_present(mission, plan, records, week),
        sites={key: _site(mission, records, key, activities) for key in mission.sites},
        paused=_paused(records),
        ended=ended,
        together=together,
        graduates=passed,
        finished=_finished(mission, activities),
        activities=activities,
        happened={
            str(one.event): mission.week_of(one.on) for one in records.occurrences.values() if one.event
        },
    )
    reckoned = tuple(_reckoned(mission, plan, records, standing))
    if silent:
        ids = ", ".join(one.id for one in silent)
        reckoned = (*reckoned, message("tracking.begun-in-silence", serials=ids))
    return RecordedState(standing, reckoned)


# ---- people


def _stock(mission: Mission, records: Records, key: str, week: int) -> StockCount:
    """Return the last count of a stock, and what was reported of it since."""
    kind, _, of = key.partition("/")
    stock = ("hosts" if kind.startswith("hosts") else kind, of)
    counts = sorted((one.on, one.people) for one in records.counts.values() if (one.what, one.of) == stock)
    on, people = counts[-1] if counts else (None, None)
    since = 0 if on is None else min(week, mission.week_from(on))
    moves, later = [], 0
    for day, came in moves_of(records, mission, stock):
        if came == 0 or (on is not None and day <= on):
            continue
        moved_in = max(mission.week_of(day), since)
        if moved_in < week:
            moves.append((moved_in, came))
        else:
            later += came
    if people is None and kind == "hosts-of":
        people = 0
    intake = [one.on for one in records.intake.values() if kind == "recruits" and one.recruits == of]
    arrivals = max([since, *(mission.week_of(day) + 1 for day in intake)])
    if on is not None and people is not None and kind == "hosts":
        people -= _taught_on(records, mission, of, on)
    people = None if people is None else max(0, people + later)
    return StockCount(people, since, tuple(sorted(moves)), arrivals)


def _taught_on(records: Records, mission: Mission, skill: str, day: dt.date) -> int:
    """Return the hosts with a skill who come from courses: a stock of their own, which its count has too.

    As last counted by course on that day or before, with those reported to teach on since.
    """
    found = 0
    for key, course in mission.courses.items():
        if skill in course.teaches:
            counts = [
                (one.on, one.people)
                for one in records.counts.values()
                if (one.what, one.of) == ("hosts", key) and one.on <= day
            ]
            since, people = max(counts, default=(dt.date.min, 0))
            moves = moves_of(records, mission, ("hosts", key))
            found += people + sum(came for on, came in moves if since < on <= day)
    return found


def present_at(records: Records, offer: str, site: str, day: dt.date) -> int:
    """Return the people of an offer at a site at the end of a day."""
    moves = [one for one in records.movements.values() if (one.offer, one.site) == (offer, site)]
    there = sum(one.people * (1 if one.what == "arrived" else -1) for one in moves if one.on <= day)
    return max(0, there)


@dataclass(frozen=True, slots=True)
class CameOfStint:
    """A stint that has begun: whose, where, from which week, people planned, those who came.

    `relieve` of those planned take over from people who were there; the others may come late.
    """

    offer: str
    site: str
    begins: int
    planned: int
    came: int
    relieve: int

    @property
    def key(self) -> tuple[str, str, int]:
        """Offer, site and first week, by which the state tells who came."""
        return self.offer, self.site, self.begins


def came_of_stints(mission: Mission, plan: Before, records: Records, week: int) -> Iterator[CameOfStint]:
    """Yield the stints that have begun with who came.

    Of a stint that is over, those there as its last week began, since many leave before that is out; of one
    that runs, those there now. Several of one offer at one site at a time share them in their order.
    """
    site_of = {line.id: line.site for line in plan.staff.lines}
    taken: Counter[tuple[str, str, int]] = Counter()
    stood: Counter[tuple[str, str, int]] = Counter()
    for stint in sorted(plan.staff.stints, key=lambda one: (one.begins, one.ends)):
        if stint.begins >= week:
            continue
        site, last = site_of[stint.line], min(stint.ends, week)
        on = mission.date_of(last - 1) if stint.ends <= week else mission.date_of(week) - dt.timedelta(days=1)
        there = present_at(records, stint.offer, site, on)
        came = min(stint.people, max(0, there - taken[stint.offer, site, last]))
        taken[stint.offer, site, last] += came
        relieve = min(stint.people, stood[stint.offer, site, stint.begins])
        stood[stint.offer, site, stint.begins] -= relieve
        stood[stint.offer, site, stint.ends] += came
        yield CameOfStint(stint.offer, site, stint.begins, stint.people, came, relieve)


def _present(
    mission: Mission, plan: Before, records: Records, week: int
) -> dict[tuple[str, str, int], int] | None:
    """Return who came, by stint; people beside the plan stand by the week of their last arrival.

    Those whose stint ends with the last week are not beside the plan: they leave today, as nobody can have
    told yet. None where serials were held and nobody reports at all who comes and goes: that says nothing of
    anybody.
    """
    if not records.movements and any(one.what == "started" for one in records.serials.values()):
        return None
    present: Counter[tuple[str, str, int]] = Counter()
    now: Counter[tuple[str, str]] = Counter()
    ends = {(s.offer, s.line, s.begins): s.ends for s in plan.staff.stints}
    site_of = {line.id: line.site for line in plan.staff.lines}
    current = {(o, site_of[line], b) for (o, line, b), end in ends.items() if b < week <= end}
    for one in came_of_stints(mission, plan, records, week):
        present[one.key] += one.came
        if one.key in current:
            now[one.offer, one.site] += one.came
    arrivals: dict[tuple[str, str], dt.date] = {}
    for move in records.movements.values():
        if move.what == "arrived":
            arrivals[move.offer, move.site] = max(arrivals.get((move.offer, move.site), move.on), move.on)
    for (offer, site), on in arrivals.items():
        more = present_at(records, offer, site, dt.date.max) - now[offer, site]
        if more > 0:
            present[offer, site, min(week - 1, mission.week_of(on))] += more
    return dict(present)


# ---- serials


def _begun_in_silence(mission: Mission, plan: Before, records: Records, week: int) -> Iterator[Serial]:
    """Yield planned serials that should have begun, of courses of which totals alone are reported.

    Where no serial was ever reported and more hold what a course grants than did on the first day, serials of
    it were held: the silence says nothing of them, and they are taken to have begun as planned.
    """
    if records.serials:
        return
    grown = {
        one.of
        for one in records.counts.values()
        if one.what == "competence" and one.people > mission.competences[one.of].at_start.mean
    }
    for one in plan.timetable.serials:
        if one.start is not None and one.start < week and mission.courses[one.course].grants in grown:
            yield one


def _with_silent(mission: Mission, records: Records, silent: Sequence[Serial]) -> Records:
    """Return records in which serials begun in silence stand: those due before the last count are over.

    Nothing is said of who passed: that is in the count.
    """
    serials = dict(records.serials)
    for one in silent:
        begins = mission.date_of(one.start or 0)
        counts = (count for count in records.counts.values() if count.what == "competence")
        last = max(count.on for count in counts if count.of == mission.courses[one.course].grants)
        of = {"serial": one.id, "reported_by": SILENCE}
        begun = {"on": begins, "reported_on": begins, "course": one.course, "site": one.site}
        serials[f"{SILENCE}-{one.id}"] = SerialReport.model_validate(
            of | begun | {"what": "started", "people": one.trainees}
        )
        if mission.date_of(ends_week(mission, one)) <= last + dt.timedelta(days=SUNDAY):
            serials[f"{SILENCE}-{one.id}-over"] = SerialReport.model_validate(
                of | {"on": last, "reported_on": last, "what": "ended", "people": 0, "passed": 0}
            )
    return records.model_copy(update={"serials": serials})


def _weeks_lost(mission: Mission, records: Records, week: int) -> dict[str, set[int]]:
    """Return the weeks in which sites were reported closed, or the mission paused, by site."""
    lost: dict[str, set[int]] = {key: set() for key in mission.sites}
    spans: list[tuple[list[str], list[tuple[dt.date, str]]]] = [
        ([key], sorted((one.on, one.what) for one in records.site_states.values() if one.site == key))
        for key in mission.sites
    ]
    spans.append((list(mission.sites), sorted((one.on, one.what) for one in records.occurrences.values())))
    for sites, states in spans:
        since: int | None = None
        for on, what in [*states, (mission.date_of(week), "reopened")]:
            if what in ("closed", "paused"):
                since = mission.week_of(on)
            elif what in ("reopened", "resumed") and since is not None:
                for site in sites:
                    lost[site].update(range(since, mission.week_of(on)))
                since = None
    return lost


def _running(
    mission: Mission, records: Records, week: int, lost: dict[str, set[int]]
) -> tuple[RunningSerial, ...]:
    """Return the serials that started and are not over, the longest running first."""
    over = {one.serial for one in records.serials.values() if one.what in ("ended", "cancelled")}
    started = [one for one in records.serials.values() if one.what == "started" and one.serial not in over]
    counts: dict[str, SerialReport] = {}
    for one in sorted(records.serials.values(), key=lambda report: report.on):
        if one.what == "in class":
            counts[one.serial] = one
    started.sort(key=lambda one: (one.on, one.serial))
    return tuple(_class(mission, one, counts.get(one.serial), week, lost[str(one.site)]) for one in started)


def _class(
    mission: Mission, begun: SerialReport, count: SerialReport | None, week: int, lost: set[int]
) -> RunningSerial:
    """Return a serial that runs: taught in the weeks that were open, unless a report says otherwise."""
    closed, first = mission.closed_at(str(begun.site)), mission.week_of(begun.on)
    open_weeks = [w for w in range(first, week) if w not in closed]
    counted = first if count is None else mission.week_from(count.on)
    since = [w for w in open_weeks if w >= counted and w not in lost]
    before = sum(w < counted and w not in lost for w in open_weeks)
    if count is not None and count.weeks_taught is not None:
        before = count.weeks_taught
    longest = mission.courses[str(begun.course)].length - 1
    taught = min(longest, before + len(since))
    people = (begun if count is None else count).people or 0
    frozen = min(WAIT_WEEKS, sum(w in lost for w in open_weeks))
    ids = (begun.serial, str(begun.course), str(begun.site))
    alone = began_alone(mission, begun)
    return RunningSerial(*ids, people, begun.people or 0, taught, frozen, len(since), begun.with_hosts, alone)


def _ended(records: Records) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return by course the serials taught to the end, those of them with hosts, and who passed."""
    begun = {one.serial: one for one in records.serials.values() if one.what == "started"}
    ended, together, passed = Counter[str](), Counter[str](), Counter[str]()
    for one in records.serials.values():
        if one.what == "ended" and one.serial in begun:
            course = str(begun[one.serial].course)
            ended[course] += 1
            together[course] += begun[one.serial].with_hosts
            passed[course] += one.passed or 0
    return ended, together, passed


# ---- places, work, pauses


def _site(
    mission: Mission, records: Records, key: str, activities: dict[tuple[str, str], tuple[float, int | None]]
) -> SiteNow:
    states = sorted((one.on, one.what) for one in records.site_states.values() if one.site == key)
    if states:
        return "closed" if states[-1][1] == "closed" else "open"
    if in_use_since(records, key):
        return "open"
    gates = [project for project, of in mission.projects.items() if key in of.effects.opens]
    done = _finished(mission, activities)
    waits = mission.sites[key].opens is not None or any(project not in done for project in gates)
    return "not open" if waits else "open"


def _paused(records: Records) -> bool:
    pauses = sorted((one.on, one.what) for one in records.occurrences.values() if one.what != "event")
    return bool(pauses) and pauses[-1][1] == "paused"


def _activities(
    mission: Mission, records: Records, week: int
) -> Iterator[tuple[tuple[str, str], tuple[float, int | None]]]:
    """Yield activities that have begun: weeks of work done, and the week from which they are over."""
    told: dict[tuple[str, str], list[tuple[dt.date, str, float | None]]] = {}
    for one in records.steps.values():
        told.setdefault((one.project, one.activity), []).append((one.on, one.what, one.done))
    for (project, activity), steps in told.items():
        begun = min(on for on, _, _ in steps)
        done = [part for _, what, part in sorted(steps) if what == "going on"]
        over = [mission.week_of(on) + 1 for on, what, _ in steps if what == "finished"]
        length = mission.projects[project].activities[activity].weeks.mean
        work = float(week - mission.week_of(begun)) if not done or done[-1] is None else done[-1] * length
        yield (project, activity), (work, over[0] if over else None)


def _finished(
    mission: Mission, activities: dict[tuple[str, str], tuple[float, int | None]]
) -> dict[str, int]:
    """Return the week from which the effects of each project hold whose activities are all over."""
    found = {}
    for key, project in mission.projects.items():
        over = [activities.get((key, name), (0.0, None))[1] for name in project.activities]
        if None not in over:
            found[key] = max(week for week in over if week is not None)
    return found


# ---- what nobody reported


def _reckoned(mission: Mission, plan: Before, records: Records, standing: Standing) -> Iterator[Message]:
    """Yield what is not known by a report: stocks never counted, offers never seen, serials overdue."""
    uncounted = [key for key, count in standing.stocks.items() if count.people is None]
    if uncounted:
        yield message("tracking.never-counted", stocks=", ".join(uncounted))
    seen = {one.offer for one in records.movements.values()}
    due = {stint.offer for stint in plan.staff.stints if stint.begins < standing.week}
    if due and standing.present is None:
        yield message("tracking.nobody-tells-who-came", offers=", ".join(sorted(due)))
    elif due - seen:
        yield message("tracking.never-arrived", offers=", ".join(sorted(due - seen)))
    late = [
        one.id
        for one in plan.timetable.serials
        if one.start is not None and one.start < standing.week and one.id not in standing.over
    ]
    if late:
        yield message("tracking.not-begun", serials=", ".join(late))
    begun = {one.serial: one.on for one in records.serials.values() if one.what == "started"}
    overdue = [one.id for one in standing.running if _is_overdue(mission, one, begun[one.id], standing.week)]
    if overdue:
        yield message("tracking.overdue", serials=", ".join(overdue))


def _is_overdue(mission: Mission, one: RunningSerial, on: dt.date, week: int) -> bool:
    """Say whether a serial should be over by the calendar and what was reported of its site."""
    closed = mission.closed_at(one.site)
    open_weeks = sum(w not in closed for w in range(mission.week_of(on), week))
    return open_weeks - one.frozen >= mission.courses[one.course].length
