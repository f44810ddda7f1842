"""Judge a plan of activities from its starts and named people; shares no code with what builds plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cadre.solving.broken import Broken, broken
from cadre.timetable.projects.problem import ActivityPlan, ActivityProblem


def violations(problem: ActivityProblem, plan: ActivityPlan) -> list[Broken]:
    """Return each rule that a plan breaks; an empty list when it keeps all.

    Parameters
    ----------
    problem : ActivityProblem
        What is to be done and by whom.
    plan : ActivityPlan
        Starts and people by activity.

    Returns
    -------
    list of Broken
        In the order of the rules of `docs/model/projects.md`.
    """
    if len(plan.starts) != len(problem.activities) or len(plan.people) != len(problem.activities):
        return [broken("not-every-activity", activities=len(problem.activities))]
    found = [*_times(problem, plan), *_seats(problem, plan)]
    return found or [*_presence(problem, plan), *_double(problem, plan)]


def _times(problem: ActivityProblem, plan: ActivityPlan) -> Iterator[Broken]:
    """Nothing starts before its release, nor before the end of what it comes after."""
    for activity, start in zip(problem.activities, plan.starts, strict=True):
        if start < activity.release or start < 0:
            yield broken("before-release", activity=activity.id, start=start, release=activity.release)
        for b in activity.after:
            ends = plan.starts[b] + problem.activities[b].duration
            if start < ends:
                yield broken(
                    "before-end",
                    activity=activity.id,
                    start=start,
                    before=problem.activities[b].id,
                    ends=ends,
                )


def _seats(problem: ActivityProblem, plan: ActivityPlan) -> Iterator[Broken]:
    """Each need has exactly its people; a person holds the skill used, and one seat only."""
    for activity, crew in zip(problem.activities, plan.people, strict=True):
        # A milestone takes no time, so nobody need come to it.
        wanted = Counter(dict(activity.needs)) if activity.duration else Counter[int]()
        used = Counter(skill for _, skill in crew)
        for skill in sorted(wanted.keys() | used.keys()):
            if wanted[skill] != used[skill]:
                yield broken(
                    "crew-size", activity=activity.id, skill=skill, needs=wanted[skill], has=used[skill]
                )
        for person, seats in sorted(Counter(person for person, _ in crew).items()):
            if not 0 <= person < len(problem.people):
                yield broken("no-such-person", activity=activity.id, person=person)
            elif seats > 1:
                yield broken(
                    "seats-of-one", person=problem.people[person].id, seats=seats, activity=activity.id
                )
        for person, skill in crew:
            if 0 <= person < len(problem.people) and skill not in problem.people[person].skills:
                yield broken(
                    "skill-missing", person=problem.people[person].id, skill=skill, activity=activity.id
                )


def _presence(problem: ActivityProblem, plan: ActivityPlan) -> Iterator[Broken]:
    """Nobody works while away."""
    for activity, start, crew in zip(problem.activities, plan.starts, plan.people, strict=True):
        for person, _ in crew:
            for begins, ends in problem.people[person].away:
                if max(start, begins) < min(start + activity.duration, ends):
                    who = problem.people[person].id
                    yield broken("away", person=who, begins=begins, ends=ends, activity=activity.id)


def _double(problem: ActivityProblem, plan: ActivityPlan) -> Iterator[Broken]:
    """Nobody works on two activities at once."""
    at: dict[tuple[int, int], str] = {}
    for activity, start, crew in zip(problem.activities, plan.starts, plan.people, strict=True):
        for person, _ in crew:
            for t in range(start, start + activity.duration):
                other = at.setdefault((person, t), activity.id)
                if other != activity.id:
                    yield broken(
                        "two-at-once",
                        person=problem.people[person].id,
                        one=other,
                        other=activity.id,
                        period=t,
                    )
