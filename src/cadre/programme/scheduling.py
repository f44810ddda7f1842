"""Schedule the activities of projects one by one where advisers may stand, before any serial is placed.

Takes the periods in which a relaxation would start them; gives the periods in which they do start. Knows no
solver.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cadre.programme.frame import Floats, ModelFrame
from cadre.programme.post_state import PostState
from cadre.programme.projects import lag_in

Starts = dict[tuple[str, str], int]


def schedule(frame: ModelFrame, post_state: PostState, wanted: Mapping[tuple[str, str], int]) -> Starts:
    """Start each activity as early as its predecessors, its wanted period and the posts of advisers allow.

    A project none of whose activities can be finished by exit for want of posts is left out as a whole.
    """
    starts: Starts = {}
    load: dict[tuple[str, str], Floats] = {}
    projects = {key for key, _ in wanted}
    for project in sorted(projects, key=lambda key: (_rank(frame, key), min_start(wanted, key), key)):
        mark, kept, before = post_state.mark(), dict(starts), {k: v.copy() for k, v in load.items()}
        if not _carry_out(frame, post_state, wanted, (project, starts, load)):
            post_state.back(mark)
            starts, load = kept, before
    return starts


def min_start(wanted: Mapping[tuple[str, str], int], project: str) -> int:
    """Return the first period in which a project wants to begin."""
    return min(period for (key, _), period in wanted.items() if key == project)


def _rank(frame: ModelFrame, project: str) -> int:
    """Return how many projects must come before a project, one after the other."""
    return max((1 + _rank(frame, p) for p in frame.mission.projects[project].after), default=0)


def _carry_out(
    frame: ModelFrame,
    post_state: PostState,
    wanted: Mapping[tuple[str, str], int],
    state: tuple[str, Starts, dict[tuple[str, str], Floats]],
) -> bool:
    """Start all activities of a project; False when one finds no place."""
    project, starts, load = state
    activities = frame.mission.projects[project].activities
    begin = 0
    for other in frame.mission.projects[project].after:
        done = done_period(frame, other, starts)
        if done is None:
            return False
        begin = max(begin, done)
    left = [name for name in activities if (project, name) in wanted]
    if len(left) < len(activities):
        return False
    while left:
        name = next(n for n in left if all((project, b) in starts for b in activities[n].after))
        left.remove(name)
        ends = [starts[project, b] + lag_in(frame, project, b) for b in activities[name].after]
        first = max([begin, wanted[project, name], *ends])
        last = int((frame.mission.exit_week - activities[name].weeks.mean) // frame.period_weeks)
        start = next(
            (p for p in range(first, last + 1) if _stands(frame, post_state, (project, name, p), load)), None
        )
        if start is None:
            return False
        starts[project, name] = start
    return True


def _stands(
    frame: ModelFrame,
    post_state: PostState,
    begun: tuple[str, str, int],
    load: dict[tuple[str, str], Floats],
) -> bool:
    """Add the advisers of an activity begun in a period, if their posts and the tail may stand."""
    project, name, period = begun
    activity = frame.mission.projects[project].activities[name]
    weeks, first = np.arange(frame.mission.exit_week), period * frame.period_weeks
    runs = ((weeks >= first) & (weeks < first + activity.weeks.mean)).astype(np.float64)
    tours = np.arange(frame.rotations) * frame.mission.tours.weeks
    mark, added = post_state.mark(), dict[tuple[str, str], Floats]()
    for skill, people in activity.advisers.items():
        for role in post_state.roles_with(skill):
            place = (role, activity.site or frame.mission.headquarters)
            total = added.get(place, load.get(place, np.zeros(weeks.size))) + people * runs
            if post_state.advise(place, np.maximum.reduceat(total, tours).astype(np.int64)):
                added[place] = total
                break
        else:
            post_state.back(mark)
            return False
    load.update(added)
    return True


def done_period(frame: ModelFrame, project: str, starts: Mapping[tuple[str, str], int]) -> int | None:
    """Return the first period at whose start a project is finished; None when an activity never starts."""
    names = frame.mission.projects[project].activities
    if any((project, name) not in starts for name in names):
        return None
    return max(starts[project, name] + lag_in(frame, project, name) for name in names)
