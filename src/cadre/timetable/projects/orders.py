"""Orders of activities: by well-known rules, and made to keep predecessors first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.timetable.projects.problem import ActivityProblem


def priority_rules(
    problem: ActivityProblem, heads: Sequence[int], tails: Sequence[int]
) -> list[dict[int, float]]:
    """Return keys of rules, the least first: latest finish, latest start, earliest start, slack, due.

    See Kolisch (1996), J. Operations Management 14, for the rules.
    """
    durations = [activity.duration for activity in problem.activities]
    count = range(len(durations))
    return [
        {a: float(-tails[a]) for a in count},
        {a: float(-tails[a] - durations[a]) for a in count},
        {a: float(heads[a]) for a in count},
        {a: float(-heads[a] - durations[a] - tails[a]) for a in count},
        {a: float(problem.activities[a].due) for a in count},
    ]


def predecessors_first(
    problem: ActivityProblem, keys: Mapping[int, float], place: Mapping[int, int]
) -> list[int]:
    """Order activities by keys, ties by place, each right after those it waits for."""
    order: list[int] = []
    done: set[int] = set()
    for root in sorted(keys, key=lambda a: (keys[a], place[a])):
        stack = [root]
        while stack:
            wait = [b for b in problem.activities[stack[-1]].after if b not in done]
            if wait:
                stack.extend(sorted(wait, key=lambda b: (-keys[b], place[b])))
                continue
            a = stack.pop()
            if a not in done:
                done.add(a)
                order.append(a)
    return order
