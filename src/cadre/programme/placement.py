"""Place serials one by one and let posts follow: a plan within a second, for the search to start from.

Takes a frame, the starts of activities, and how many serials of each course and site should have begun by
each period; gives the serials begun. Knows no solver.

Period by period the serial that lags most behind its due number begins, if its trainees, rooms, beds and
instructors are there in all its weeks. Idle posts and hosts teach first; where they do not suffice posts
are added for the whole rotation, as long as they and the tail that follows from them stay within the
ceiling, the beds and what could be filled. What cannot begin waits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from cadre.programme.frame import Floats, Ints, ModelFrame, SerialStarts
from cadre.programme.pools import Pool, arrived, shares_of, source_of, weekly_keep
from cadre.programme.post_state import PostState
from cadre.programme.skills import asks_foreign, is_local, may_be_shown, skills_of

SPARE = 1e-9
"""Room for rounding in sums of person-weeks."""
HALF = 0.5
"""A serial is due when at least half of it is."""


@dataclass
class SerialLoad:
    """What one serial of a run takes.

    Person-weeks by slot, with the part that must stand on posts; room-weeks and beds by period.
    """

    skills: list[tuple[str, Ints, Floats, Floats]]
    new: int  # rotation in which it begins: in the overlap of that one, posts teach nothing of it
    rooms: list[tuple[str, Ints, Floats]]
    beds: tuple[Ints, Floats]


@dataclass
class PlacementState:
    """What is left while serials are placed."""

    frame: ModelFrame
    post_state: PostState  # posts, and whether more may stand
    rooms: dict[tuple[str, str], Floats]  # (site, facility): room-weeks by period
    done: dict[str, int]  # project: first period in which it is finished
    people: dict[Pool, Floats]  # at the start of each period
    hosts: dict[Pool, Floats]  # person-weeks by slot
    keep: dict[Pool, float]  # share that stays over a period
    weekly: dict[Pool, float]  # and over a week
    full: bool  # no serial begins that is not full
    together: dict[str, list[int]] = field(default_factory=dict)  # course: ends of serials held with the host


def ground_of(
    frame: ModelFrame, post_state: PostState, done: dict[str, int], *, full: bool = False
) -> PlacementState:
    """Return what there is before any serial is held; with `full` no class will be thinner than its seats."""
    state = PlacementState(frame, post_state, _rooms(frame, done), done, {}, {}, {}, {}, full)
    lengths = frame.weeks_in_period.astype(np.int64)
    end = np.cumsum(lengths)
    for pool, (start, arrivals, leaves) in frame.pools.items():
        keep, people = weekly_keep(leaves) ** frame.period_weeks, np.zeros(frame.periods)
        people[0] = start
        come = arrived(arrivals, weekly_keep(leaves), end - lengths, end)
        for p in range(1, frame.periods):
            people[p] = keep * people[p - 1] + come[p - 1]
        state.people[pool], state.keep[pool], state.weekly[pool] = people, keep, weekly_keep(leaves)
        if pool[0] == "hosts":
            state.hosts[pool] = people[frame.slot_period] * frame.open_in_slot
    return state


def _rooms(frame: ModelFrame, done: dict[str, int]) -> dict[tuple[str, str], Floats]:
    """Return the room-weeks of each facility at each site by period."""
    rooms: dict[tuple[str, str], Floats] = {}
    for key, site in frame.mission.sites.items():
        weeks = np.bincount(frame.period_of[frame.open_at(key)], minlength=frame.periods)
        numbers = {facility: np.full(frame.periods, float(n)) for facility, n in site.facilities.items()}
        for project, period in done.items():
            for facility, n in frame.mission.projects[project].effects.adds.get(key, {}).items():
                numbers.setdefault(facility, np.zeros(frame.periods))[period:] += n
        rooms |= {(key, facility): n * weeks for facility, n in numbers.items()}
    return rooms


def place(
    state: PlacementState, due: list[Floats], head_start: float = 0.0
) -> tuple[list[Ints], list[Floats]]:
    """Begin serials.

    Parameters
    ----------
    ground : PlacementState
        What there is; used up.
    due : list of ndarray of float64
        Serials that should have begun by the end of each period, for each pair, shape (periods,).
    head_start : float
        Serials counted as begun already when it is asked which lags most: more favours what is due often.

    Returns
    -------
    tuple of two lists of ndarray
        Serials begun in each run of each pair of `frame.runs`, and the trainees in them.
    """
    frame = state.frame
    begun = [np.zeros(runs.periods.size, np.int64) for runs in frame.runs]
    at = [{int(p): n for n, p in enumerate(runs.periods)} for runs in frame.runs]
    seated = [np.zeros(runs.periods.size) for runs in frame.runs]
    total = [0] * len(begun)
    for period in range(frame.periods):
        near = [n for n, runs in enumerate(at) if period in runs and _may_begin(state, n, runs[period])]
        loads = {n: load_of(state, n, at[n][period]) for n in near if due[n][period] - total[n] >= HALF}
        while loads:
            n = min(loads, key=lambda n: ((total[n] + head_start) / due[n][period], n))
            run = at[n][period]
            people = _begin(state, n, run, loads[n]) if due[n][period] - total[n] >= HALF else 0.0
            if not people:
                del loads[n]
                continue
            begun[n][run] += 1
            seated[n][run] += people
            total[n] += 1
    return begun, seated


def _may_begin(state: PlacementState, pair: int, run: int) -> bool:
    """Say whether every project that opens the site is done, and nobody foreign is asked for after exit."""
    runs, mission = state.frame.runs[pair], state.frame.mission
    gates = [k for k, p in mission.projects.items() if runs.site in p.effects.opens]
    opened = all(state.done.get(key, state.frame.periods) <= runs.periods[run] for key in gates)
    stays = runs.ends[run] <= mission.exit_week or not asks_foreign(mission, runs.course)
    return opened and (stays or _hosts_alone(state, runs, run))


def load_of(state: PlacementState, pair: int, run: int) -> SerialLoad:
    """Return what a serial of a run takes."""
    frame, runs = state.frame, state.frame.runs[pair]
    course = frame.mission.courses[runs.course]
    share = 0.0 if _hosts_alone(state, runs, run) else course.foreign_at_least.mean
    new = int(frame.slot_rotation[frame.slot_of[runs.teach[run, 0]]])
    load, begin = SerialLoad([], new, [], _beds(frame, runs, run)), 0
    for phase in course.phases:
        weeks = runs.teach[run : run + 1, begin : begin + phase.weeks]
        begin += phase.weeks
        _, slot, amount = frame.weeks_by_slot(weeks)
        there = frame.foreign[slot]
        for skill, rule in phase.instructors.items():
            people = rule.people_for(runs.seats)
            local = is_local(frame.mission, skill)
            own = (0 if local else math.ceil(share * people - 1e-9)) * amount * there
            kept = there | (not local)
            load.skills.append((skill, slot[kept], people * amount[kept], own[kept]))
        for facility, number in phase.uses.items():
            load.rooms.append((facility, frame.slot_period[slot], number * amount))
    return load


def _hosts_alone(state: PlacementState, runs: SerialStarts, run: int) -> bool:
    projects = state.frame.mission.projects
    freed = [k for k, p in projects.items() if runs.course in p.effects.hosts_teach_alone]
    period = int(runs.periods[run])
    held = sum(end < period for end in state.together.get(runs.course, ()))
    after = state.frame.mission.hosts_teach_alone.after
    shown = after is not None and held >= after
    return shown or any(state.done.get(key, state.frame.periods) <= period for key in freed)


def _count_together(state: PlacementState, runs: SerialStarts, run: int) -> None:
    """Note the end of a serial that counts as held together: hosts of each skill are there as it begins."""
    mission, period = state.frame.mission, int(runs.periods[run])
    inside = mission.sites[runs.site].in_country and runs.ends[run] <= mission.exit_week
    if not (inside and may_be_shown(mission, runs.course)):
        return
    hosts = {pool: people[period] for pool, people in state.people.items() if pool[0] == "hosts"}
    skills = skills_of(mission, runs.course)
    if all(sum(n for pool, n in hosts.items() if skill in pool[1:]) >= 1 for skill in skills):
        state.together.setdefault(runs.course, []).append(int(runs.finishes[run]))


def _beds(frame: ModelFrame, runs: SerialStarts, run: int) -> tuple[Ints, Floats]:
    cut = (a[run : run + 1] for a in (runs.periods, runs.finishes, runs.teach, runs.ends))
    _, period, share = frame.presence(SerialStarts(runs.course, runs.site, runs.seats, *cut))
    return period, share


def _begin(state: PlacementState, pair: int, run: int, load: SerialLoad) -> float:
    """Begin one serial if everything it takes is there, and take it; gives its trainees, 0 for none."""
    runs = state.frame.runs[pair]
    least = state.frame.mission.courses[runs.course].seats.least
    source = source_of(state.frame.mission, runs.course)
    there = state.people[source][runs.periods[run]] if source is not None else runs.seats
    gone = int(runs.teach[run, 0] - runs.periods[run] * state.frame.period_weeks)
    stay = state.weekly[source] ** gone if source is not None else 1.0
    people = min(float(runs.seats), float(there) * stay)
    if people + SPARE < (runs.seats if state.full else least) or not _has_room(state, runs.site, load):
        return 0.0
    guests = (load.beds[0], people * load.beds[1])
    if not state.post_state.add_trainees(runs.site, *guests):
        return 0.0
    if not _teach(state, runs.site, load):
        state.post_state.add_trainees(runs.site, guests[0], -guests[1])
        return 0.0
    for facility, periods, amount in load.rooms:
        np.add.at(state.rooms[runs.site, facility], periods, -amount)
    _send(state, runs, run, people)
    _count_together(state, runs, run)
    return people


def _has_room(state: PlacementState, site: str, load: SerialLoad) -> bool:
    """Say whether rooms are left in every period."""
    wanted: dict[str, Floats] = {}
    for facility, periods, amount in load.rooms:
        np.add.at(wanted.setdefault(facility, np.zeros(state.frame.periods)), periods, amount)
    none = np.zeros(state.frame.periods)
    return all((state.rooms.get((site, f), none) >= n - SPARE).all() for f, n in wanted.items())


def _teach(state: PlacementState, site: str, load: SerialLoad) -> bool:
    """Take the instructors of a serial, adding posts where that is allowed; all or nothing."""
    post_state, lent = state.post_state, []
    before = post_state.mark()
    frame = state.frame
    for skill, slots, need, own in load.skills:
        barred = frame.is_overlap[frame.slot_start[slots]] & (frame.slot_rotation[slots] == load.new)
        if (own[barred] > SPARE).any():
            break
        left = need - post_state.teach(skill, site, slots, own)
        short = own - (need - left)
        for supply in _hosts_with(state, skill, site):
            amount = np.minimum(np.maximum(supply[slots], 0.0), left - np.maximum(short, 0.0))
            supply[slots] -= amount
            lent.append((supply, slots, amount))
            left = left - amount
        left = left - post_state.teach(skill, site, slots, np.where(barred, 0.0, left))
        if (left[barred] > SPARE).any():
            break
        if (left > SPARE).any() and not post_state.grow(skill, site, slots, left):
            break
    else:
        return True
    for supply, slots, amount in lent:
        supply[slots] += amount
    post_state.back(before)
    return False


def _hosts_with(state: PlacementState, skill: str, site: str) -> list[Floats]:
    if not state.frame.mission.sites[site].in_country:
        return []
    return [supply for pool, supply in state.hosts.items() if skill in pool[1:]]


def _send(state: PlacementState, runs: SerialStarts, run: int, people: float) -> None:
    """Move the trainees of a serial: out of their pool as it begins, on to others after it ended."""
    frame, mission = state.frame, state.frame.mission
    source, finish, period = source_of(mission, runs.course), int(runs.finishes[run]), int(runs.periods[run])
    end = min((finish + 1) * frame.period_weeks, mission.weeks)
    if source is not None:
        keep = state.weekly[source]
        gone = int(runs.teach[run, 0]) - period * frame.period_weeks
        left = min((period + 1) * frame.period_weeks, mission.weeks) - int(runs.teach[run, 0])
        state.people[source][period] -= people / keep**gone
        _change(state, source, period + 1, -people * keep**left)
    beyond = int(runs.teach[run, 0]) >= mission.exit_week
    for pool, share in shares_of(mission, runs.course, beyond=beyond).items():
        joined = share * people * state.weekly[pool] ** (end - int(runs.ends[run]))
        _change(state, pool, finish + 1, joined)
        if pool[0] == "hosts":
            after = np.maximum(frame.slot_period - finish - 1, 0)
            kept = np.where(frame.slot_period > finish, state.keep[pool] ** after, 0.0)
            state.hosts[pool] += joined * kept * frame.open_in_slot


def _change(state: PlacementState, pool: Pool, period: int, people: float) -> None:
    later = np.arange(max(0, state.frame.periods - period))
    state.people[pool][period:] += people * state.keep[pool] ** later
