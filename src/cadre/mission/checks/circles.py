"""Circles: things that wait for each other, or feed each other, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cadre.errors import Fault, Place
from cadre.mission.mission import Mission

Graph = Mapping[str, Iterable[str]]
"""For each id, the ids that come before it."""


def circles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Return one circle, such as `(a, b, a)`, of each group of ids that go round.

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
    """Return everything that comes before an id, however far; safe where there are circles."""
    found: set[str] = set()
    waiting = list(graph.get(key, ()))
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(graph.get(other, ()))
    return frozenset(found)


def _circle_faults(graph: Graph, path: tuple[str, ...], key: str, name: str) -> Iterator[Fault]:
    for circle in circles(graph):
        yield Fault.of(Place(path=(*path, circle[0], key)), name, circle=" -> ".join(circle))


def prerequisites_in_a_circle(mission: Mission) -> Iterator[Fault]:
    """No course waits for itself."""
    graph = {key: course.after for key, course in mission.courses.items()}
    yield from _circle_faults(graph, ("courses",), "after", "checks.circle-of-courses")


def projects_in_a_circle(mission: Mission) -> Iterator[Fault]:
    """No project and no activity waits for itself."""
    graph = {key: project.after for key, project in mission.projects.items()}
    yield from _circle_faults(graph, ("projects",), "after", "checks.circle-of-projects")
    for key, project in mission.projects.items():
        inside = {name: activity.after for name, activity in project.activities.items()}
        path = ("projects", key, "activities")
        yield from _circle_faults(inside, path, "after", "checks.circle-of-projects")


def tails_that_feed_themselves(mission: Mission) -> Iterator[Fault]:
    """No support rule counts posts that follow from its own."""
    graph = {key: rule.of for key, rule in mission.support.items()}
    yield from _circle_faults(graph, ("support",), "of", "checks.circle-of-tails")


def statements_replacing_each_other(mission: Mission) -> Iterator[Fault]:
    """No statement of the ledger replaces itself or one that replaces it, and none is derived from itself."""
    statements = mission.ledger.statements
    replaced = {key: (s.supersedes,) if s.supersedes else () for key, s in statements.items()}
    path = ("ledger", "statements")
    yield from _circle_faults(replaced, path, "supersedes", "checks.circle-of-replacements")
    derived = {key: statement.basis for key, statement in statements.items()}
    yield from _circle_faults(derived, path, "basis", "checks.circle-of-origins")
