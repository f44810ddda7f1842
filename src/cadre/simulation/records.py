"""What the kernel reads: tables of records, one table for each kind of thing, and the columns it writes.

Takes nothing, gives dtypes, `Tables` and `CountLayout`. Ids have become row numbers; every quantity has
become the number of a column of `values`, whose row is the outer draw. Lists of row numbers stand in one
array, `links`, as ranges `..._from` to `..._to`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.void]
"""A table of records, shape (rows,)."""
Ints = NDArray[np.int32]
Flags = NDArray[np.uint8]

WAIT_WEEKS = 13
"""Weeks a serial waits to start, and weeks it may stand frozen, before it is lost: a quarter."""
FULL_WEEKS = 4
"""Weeks in which a serial waits for a full class before it starts with fewer."""
STAFF_SHARE = 0.7
"""Least share of each skill's people with which a running serial goes on; below it, it freezes."""
TABLE = 192
"""Entries of the table of weekly arrivals of a pool; more is walked to."""
MARKS = 32
"""Steps of u at which the search in that table can begin; a power of 2, so that no step is rounded."""
WAVES = 2
"""Those of a stint who come on time, and those who come late."""
CHANGES = 3
"""Changes that a wave can bring: its people come, are ready to begin serials, go."""
AHEAD = 26
"""Weeks beyond a rotation, or the longest course if longer, for which what is planned is reserved."""
SURE = 3.0
"""Standard deviations of people who pass or leave by chance that a goal keeps beyond what is wanted there."""
CALLED_AT_ONCE = 48
"""Classes called besides the plan that may run at once; each has a row behind those of the plan."""
SEASON = 3
"""Columns of the intake of a season."""
LISTED = 32
"""Powers listed of one factor: as many of it, and as many of its 32nd power."""
NOBODY = -1
"""Stands for the row of a thing that is not there."""
NEVER = 1 << 30
"""A week that never comes."""


def _record(ints: str, floats: str = "", words: str = "") -> np.dtype[np.void]:
    kinds = (("i4", ints), ("f8", floats), ("u8", words))
    return np.dtype([(name, kind) for kind, names in kinds for name in names.split()], align=True)


STOCK = _record("at_start leaves mean more", words="slot")
"""Where people can be besides serials: pools of recruits, competences, host instructors of a course or skill.
`mean` is the first of `SEASON` columns of the weekly Poisson intake (mean, what its 64s leave of e^-mean, how
many 64s) of the first season, before those of the next; NOBODY where none arrive. `more` is the column of the
recruits to exit beyond those that are expected at means; NOBODY but for recruits."""
COURSE = _record(
    "source grants hosts least most phase_from phase_to asks idles shows "
    "passes drops_out repeats teaches_on posted foreign learns_staff learns_fails held_before lasts",
    "learns_to",
)
"""`source`, `grants`, `hosts`: stocks. The names from `passes` on are columns. `asks`: whether it needs a
skill that not only local roles hold, of which some may have to be foreign. `idles`: whether it only serves
goals and other courses. `shows`: whether serials held show what hosts can teach. `learns_staff`,
`learns_fails`: columns of the progress ratios, NOBODY where it does not learn; `learns_to`: what is left in
the end. `lasts`: column of the teaching weeks, NOBODY where they are known."""
PHASE = _record("stops need_from need_to use_from use_to")
"""`stops`: teaching weeks of the course that are over when the phase ends, as planned."""
NEED = _record("skill people aside one_per")
"""`people` 0 where one is needed for so many trainees: `one_per`, a column. `aside`: falls away where only
hosts teach."""
USE = _record("facility", "amount")
SITE = _record("opens closes reopens in_country beds gate_from gate_to", words="slot")
"""`opens`, `closes`, `reopens` are columns; `beds` NOBODY without a limit; gates are projects in `links`."""
PROJECT = _record("after_from after_to activity_from activity_to")
ACTIVITY = _record("planned site weeks need_from need_to after_from after_to")
"""`planned` NEVER where the plan has none; `weeks` is a column; `after` are activities in `links`."""
ADD = _record("project site facility amount")
"""`facility` NOBODY adds beds."""
POOL = _record("site role local in_country")
"""People at one site in one role with the same caveats."""
CHOICE = _record("foreign_from local_from local_to")
"""Pools at a site that hold a skill, in `links`: foreign ones, then local; those of fewest skills first."""
STINT = _record("pool begins ends people turn fresh sure follows chance late place_from place_to")
"""`turn`: week in which the rotation begins. `fresh`: new people, who hand over. `sure`: come in any case.
`follows`: somebody was to stand at their places until they come. `chance` of each, and `late`, are columns.
Places, in `links`: one for each person, none for local staff."""
PLACE = _record("", words="slot")
"""Where one person of an offer after the other stands."""
SERIAL = _record("course site planned trainees", words="slot")
"""Those of the plan, rows for classes called besides it, the first of them those that run in a recorded
state, then those under way on the first day; the planned week of all but those of the plan is NEVER."""
UNDER_WAY = _record("serial people left")
"""Serials under way on the first day: their row, the column of the people in training, and the teaching weeks
left."""
NOW_STOCK = _record("people counted arrivals_from")
"""The recorded state, from here on: people counted at the beginning of a week, NOBODY for as many as the
first day had; recruits come as assumed from a week on."""
NOW_MOVE = _record("stock week people")
"""People known to have come to a stock, or gone, in a week before that of the state."""
NOW_RUNNING = _record("serial people began ago taught frozen beside beyond")
"""Serials that run: row, people when last counted, that many teaching weeks ago."""
NOW_COURSE = _record("ended together passed")
NOW_SITE = _record("state")
NOW_PROJECT = _record("finished")
NOW_ACTIVITY = _record("done begun", "progress")
NOW_EVENT = _record("happened")
NOW_STINT = _record("arrived")
"""People who came of a stint that has begun; NOBODY of one to come."""
CALL = _record("course site", words="slot")
"""Courses and sites at which classes may be called besides the plan, the most worth first."""
EVENT = _record(
    "trigger week drawn hazard effect size capability counted_from counted_to fewer", words="slot"
)
"""What may end, delay or shrink the mission. `trigger` and `effect` are codes of the kernel; `week`: that of
a chance or a review. `drawn` (1 where a chance comes true), `hazard` (weekly) and `size` (weeks of notice or
of delay, share that stays) are columns. `capability` whose units a review counts, or NOBODY for graduates of
the courses in `links`."""
GOAL = _record("week")
"""Boundaries at which targets or floors are read, rising."""
CAPABILITY = _record("part_from part_to")
PART = _record("stock people")
TARGET = _record("capability week")
"""`week`: boundary at which it is read, the beginning of that week."""


class Tables(NamedTuple):
    """All that the kernel reads and that does not differ between replications, in the order of the mission.

    `alone` says which project lets hosts teach a course alone, shape (courses, projects). `rooms`: facilities
    at the start, shape (sites, facilities). `barred`: caveats, shape (pools, courses).
    `choices`: shape (sites x kinds,). `host_links`: where the host stocks of each kind begin in
    `links`, shape (kinds + 1,). `teaching`: open weeks, shape (weeks,). `may_start`: shape
    (courses x sites, weeks). `away`: weeks in which people of a pool teach nothing, shape (pools, weeks).
    `shut`: weeks in which a site is closed by plan, shape (sites, weeks). `open_before`: teaching weeks at a
    site before each boundary, shape (sites + 1, weeks of the mission + 1), and `open_week` the first of them,
    in order, the rest 0, shape (sites + 1, weeks of the mission); the last row is of the calendar alone.
    `ranked`: capabilities in the order in which they form. `formed_first`: units of each that are formed
    before any further ones, at each boundary, shape (capabilities, weeks of the mission + 1). `wants`: units
    wanted at each goal, shape (goals, capabilities). `strength`: planned foreign and local people who hold a
    skill at a site, shape (sites, skills, weeks of the mission). `season_of`: season of each week, shape
    (weeks,).
    `explodes`: courses, each before those that come before it. `goal_of`: first goal from a week on, or
    the number of goals, shape (weeks of the mission + 2,). `new_years`: first weeks of the calendar years
    after that of week 0, up to exit. `year_of`: how many of them have begun by each week, shape (weeks,).
    """

    stocks: Table
    courses: Table
    phases: Table
    needs: Table
    uses: Table
    sites: Table
    projects: Table
    activities: Table
    adds: Table
    pools: Table
    choices: Table
    stints: Table
    places: Table
    serials: Table
    under_way: Table
    calls: Table
    now_stocks: Table
    now_moves: Table
    now_running: Table
    now_courses: Table
    now_sites: Table
    now_projects: Table
    now_activities: Table
    now_events: Table
    now_stints: Table
    events: Table
    goals: Table
    capabilities: Table
    parts: Table
    targets: Table
    links: Ints
    host_links: Ints
    ranked: Ints
    formed_first: Ints
    alone: Flags
    rooms: NDArray[np.float64]
    barred: Flags
    away: Flags
    teaching: Flags
    may_start: Flags
    shut: Flags
    open_before: Ints
    open_week: Ints
    wants: Ints
    strength: Ints
    group_of: Ints
    season_of: Ints
    explodes: Ints
    goal_of: Ints
    new_years: Ints
    year_of: Ints


TOTALS = (
    "held", "late", "thinned", "person_weeks", "exposure", "peak", "came", "there", "gone", "called",
    "called_off", "begins", "exits", "ended_by",
)  # fmt: skip
"""Single columns of what the kernel counts, in order. `came`, `there`, `gone`: people, for the check that
none is lost. `begins`, `exits`: first week with the mission and first without it; `ended_by`: row of the
event that ended it, from 1, else 0."""


class CountLayout(NamedTuple):
    """Numbers of the whole mission, then the first column of each kind of count in one replication."""

    weeks: int  # weeks simulated
    since: int  # week of the recorded state that it goes on from; 0 where it begins on the first day
    paused_now: int  # 1 where the mission is paused in the recorded state
    begin: int  # first week with the mission, unless an event delays it
    exit: int  # first week without the mission, unless an event ends it before
    floor: int  # boundary at which floors are read
    point_weeks: int  # weeks between two points of a series
    overlap: int  # column of values: weeks in which new people begin no serial
    here: int  # column: share of a tour that is not leave
    pauses: int  # column: chance that the mission pauses in a week
    resumes: int  # column: chance that it goes on in a week
    alone_passes: int  # column: share of the pass rate that the host reaches alone
    shown_after: int  # serials held together after which hosts teach a course alone
    reacts: int  # 1 where the mission decides anew each rotation
    goes_on: int  # 1 where it calls classes beyond its targets
    tour: int  # weeks of a rotation
    ahead: int  # weeks from a decision on to which what is planned is reserved
    planned: int  # serials of the plan; the rows behind them are for classes called besides it
    callable_to: int  # end of the rows for classes called besides the plan; behind them those under way
    span: int  # weeks of the mission
    followed: int  # column: chance that a place is filled, or not, as in the rotation before
    lost: int  # serials lost, by cause
    waited: int  # weeks waited or frozen, by cause
    graduates: int  # passes, by course
    started: int  # serials started before exit, by course
    trainees: int  # people in them
    started_beyond: int  # serials started from exit on
    trainees_beyond: int
    role_weeks: int  # post-weeks filled, by role
    site_weeks: int  # weeks in use until exit, by site
    begun: int  # 1 for an activity that was begun
    done_from: int  # week from which a project's effects hold, `NEVER` where it never finished
    reached: int  # units at each target
    left: int  # units of each capability at the floor's week
    happened_in: int  # week in which each event happened, `NEVER` where it did not
    by_year: int  # what is paid for, as counted before each of `new_years`: the counts from `started` on
    width: int  # number of columns


def count_columns(tables: Tables, roles: int, causes: int) -> tuple[int, ...]:
    """Lay out the counts of one replication: the fields of `CountLayout` from `lost` to `width`."""
    courses = len(tables.courses)
    counted = [causes, causes, courses]
    paid = [*[courses] * 4, roles, len(tables.sites), len(tables.activities)]
    read = [len(tables.projects), len(tables.targets), len(tables.capabilities)]
    read.append(len(tables.events))
    sizes = [*counted, *paid, *read, len(tables.new_years) * sum(paid)]
    return tuple(int(end) for end in len(TOTALS) + np.cumsum([0, *sizes]))
