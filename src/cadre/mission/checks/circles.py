"""Circles: things that wait for each other, or feed each other, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cadre.errors import Fault, Place
from cadre.mission.mission import Mission

Graph = Mapping[str, Iterable[str]]
"""For each id, the ids that come before it."""


def circles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Give one circle, such as `(a, b, a)`, of each group of ids that go round.

    Names outside the graph are passed over.
    """
    done: set[str] = set()
    for start in graph:
        trail: list[str] = []
        waiting = [(start, iter(graph[start]))] if start not in done else []
        if waiting:
            trail.append(start)
        while waiting:
            key, before = waiting[-1]
            for other in before:
                if other in trail:
                    yield (*trail[trail.index(other) :], other)
                    done.update(trail)
                elif other in graph and other not in done:
                    trail.append(other)
                    waiting.append((other, iter(graph[other])))
                    break
            else:
                done.add(key)
                waiting.pop()
                trail.pop()


def before(graph: Graph, key: str) -> frozenset[str]:
    """Give everything that comes before an id, however far; safe where there are circles."""
    found: set[str] = set()
    waiting = list(graph.get(key, ()))
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(graph.get(other, ()))
    return frozenset(found)


def _circle_faults(graph: Graph, path: tuple[str, ...], key: str, words: tuple[str, str]) -> Iterator[Fault]:
    what, cure = words
    for circle in circles(graph):
        yield Fault(
            Place(path=(*path, circle[0], key)), f"{what} {' -> '.join(circle)}", "must not go round", cure
        )


def prerequisites_in_a_circle(mission: Mission) -> Iterator[Fault]:
    """No course waits for itself."""
    graph = {key: course.after for key, course in mission.courses.items()}
    yield from _circle_faults(graph, ("courses",), "after", ("the circle", "take one prerequisite away"))


def projects_in_a_circle(mission: Mission) -> Iterator[Fault]:
    """No project and no activity waits for itself."""
    graph = {key: project.after for key, project in mission.projects.items()}
    cure = "take one predecessor away"
    yield from _circle_faults(graph, ("projects",), "after", ("the circle", cure))
    for key, project in mission.projects.items():
        inside = {name: activity.after for name, activity in project.activities.items()}
        yield from _circle_faults(inside, ("projects", key, "activities"), "after", ("the circle", cure))


def tails_that_feed_themselves(mission: Mission) -> Iterator[Fault]:
    """No support rule counts posts that follow from its own."""
    graph = {key: rule.of for key, rule in mission.support.items()}
    words = ("a tail that feeds itself:", "take one of them out of `of`")
    yield from _circle_faults(graph, ("support",), "of", words)


def statements_replacing_each_other(mission: Mission) -> Iterator[Fault]:
    """No statement of the ledger replaces itself or one that replaces it, and none is derived from itself."""
    statements = mission.ledger.statements
    replaced = {key: (s.supersedes,) if s.supersedes else () for key, s in statements.items()}
    words = ("the circle", "let the newest one replace the others")
    yield from _circle_faults(replaced, ("ledger", "statements"), "supersedes", words)
    derived = {key: statement.basis for key, statement in statements.items()}
    words = ("the circle", "name what it was first derived from")
    yield from _circle_faults(derived, ("ledger", "statements"), "basis", words)
