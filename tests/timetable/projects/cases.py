"""Small problems, and the least objective found by trying everything: shares no code with the planner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hypothesis import strategies as st

from cadre.timetable.projects.problem import ActivityGoal, ActivityJob, ActivityProblem, Adviser

COOK, BAKE = 0, 1


def person(name: str, *skills: int, away: tuple[tuple[int, int], ...] = ()) -> Adviser:
    return Adviser(name, frozenset(skills), away)


@st.composite
def problems(draw: st.DrawFn, aims: tuple[ActivityGoal, ...] = tuple(ActivityGoal)) -> ActivityProblem:
    """Up to 4 activities and 3 people, two skills, all of whose activities can be staffed."""
    people = [person("both", COOK, BAKE)]
    for i in range(draw(st.integers(1, 2))):
        skills = draw(st.sets(st.sampled_from((COOK, BAKE)), min_size=1))
        away = draw(st.sampled_from([(), (), ((1, 3),), ((0, 2),)]))
        people.append(Adviser(f"p{i}", frozenset(skills), away))
    activities = []
    for a in range(draw(st.integers(1, 4))):
        wanted = {k: draw(st.integers(0, 2)) for k in (COOK, BAKE)}
        needs = tuple((k, n) for k, n in wanted.items() if n)
        after = tuple(sorted(draw(st.sets(st.integers(0, a - 1), max_size=2)))) if a else ()
        release, due, weight = draw(st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 3)))
        duration = draw(st.integers(0, 3))
        kept = needs if fits(people, needs) else ()
        activities.append(ActivityJob(f"a{a}", duration, kept, after, release, due, weight))
    return ActivityProblem(tuple(activities), tuple(people), draw(st.sampled_from(aims)))


def fits(people: list[Adviser], needs: tuple[tuple[int, int], ...]) -> bool:
    """Say whether people can hold the seats at all."""
    return next(crews(people, list(range(len(people))), needs), None) is not None


def crews(
    people: list[Adviser], free: list[int], needs: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, ...]]:
    """Give every set of free people that can hold the seats."""
    if not needs:
        yield ()
        return
    (skill, count), rest = needs[0], needs[1:]
    for chosen in combinations([p for p in free if skill in people[p].skills], count):
        for others in crews(people, [p for p in free if p not in chosen], rest):
            yield chosen + others


def least(problem: ActivityProblem) -> int:
    """Give the least objective by trying every start and crew."""
    people = list(problem.people)
    until = problem.horizon
    best: list[int] = []
    busy = {(p, t) for p, who in enumerate(people) for b, e in who.away for t in range(b, e)}

    def cost(ends: list[int]) -> int:
        if problem.aim is ActivityGoal.MAKESPAN:
            return max(ends, default=0)
        late = [a.weight * max(0, e - a.due) for a, e in zip(problem.activities, ends, strict=False)]
        return sum(late)

    def place(ends: list[int]) -> None:
        if best and cost(ends) >= best[0]:
            return
        if len(ends) == len(problem.activities):
            best[:] = [cost(ends)]
            return
        activity = problem.activities[len(ends)]
        first = max([activity.release, *(ends[b] for b in activity.after)])
        for start in range(first, until - activity.duration + 1):
            weeks = range(start, start + activity.duration)
            free = [p for p in range(len(people)) if not any((p, t) in busy for t in weeks)]
            for crew in crews(people, free, activity.needs if activity.duration else ()):
                taken = {(p, t) for p in crew for t in weeks}
                busy.update(taken)
                place([*ends, start + activity.duration])
                busy.difference_update(taken)

    place([])
    return best[0]
