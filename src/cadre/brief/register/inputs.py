"""Inputs: which quantities and rules of a mission a computation depends on, and what those rest on.

Takes a mission with an option applied, gives named sets of paths, such as `set:permanent.medium.costs`, and
the ledger statements and pack figures that stand at those paths or above them. What the option leaves out
(courses not held, projects not carried out, other commands) is no input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from cadre.mission import Mission, Quantity
from cadre.mission.money import OVERRUN

FAMILIES: dict[str, tuple[str, ...]] = {
    "training": (
        r"courses\.[^.]+(\.(weeks|passes|drops_out|repeats|teaches_on|foreign_at_least))?",
        r"courses\.[^.]+\.(instructors|in_phases|learns).*",
        r"learns(\..+)?",
        r"under_way\..+",
        r"(recruits|competences|skills|pauses|tours|hosts_teach_alone)\..+",
        r"sites\.[^.]+\.(opens|closures.*)",
        r"projects\.[^.]+(\.activities\.[^.]+\.weeks)?",
        r"capabilities\.[^.]+",
        r"commands\.[^.]+\.weeks_lost",
        r"events\..+",
    ),
    "offers": (r"offers\..+", r"reliability(\..+)?", r"events\..+"),
    "costs": (r".+\.(costs|costs_a_year|costs_a_trainee|costs_to_open)", re.escape(OVERRUN)),
    "posts": (r"(support|commands|roles)\.[^.]+", r"tours\..+"),
}
"""Patterns of whole paths by family of input."""


def set_name(option: str, family: str) -> str:
    """Return the id of a set of inputs."""
    return f"set:{option}.{family}"


def input_sets(option: str, mission: Mission) -> dict[str, tuple[str, ...]]:
    """Give, for each family, the paths that an option's numbers depend on, in the order of the mission."""
    paths = [path for path, node in nodes(mission) if _counts(path, node, mission)]
    return {
        set_name(option, family): tuple(
            p for p in paths if any(re.fullmatch(pattern, p) for pattern in patterns)
        )
        for family, patterns in FAMILIES.items()
    }


def nodes(mission: Mission) -> Iterator[tuple[str, BaseModel]]:
    """Yield every quantity and every record that states its basis, by path."""
    yield from ((path, node) for path, node in _walk(mission, ()) if path not in mission.of_the_pack)
    yield from mission.of_the_pack.items()


def _walk(node: Any, path: tuple[str, ...]) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(node, Quantity):
        yield ".".join(path), node
    elif isinstance(node, BaseModel):
        if path and getattr(node, "basis", ()):
            yield ".".join(path), node
        for name in type(node).model_fields:
            if name not in ("ledger", "figures", "levers", "mandate"):
                yield from _walk(getattr(node, name), (*path, name))
    elif isinstance(node, Mapping):
        for key, child in node.items():
            yield from _walk(child, (*path, str(key)))
    elif isinstance(node, tuple):
        for place, child in enumerate(node):
            yield from _walk(child, (*path, str(place)))


def _counts(path: str, node: BaseModel, mission: Mission) -> bool:
    """Say whether the thing at a path takes part in the option and says anything.

    A bare zero does not, nor a factor of 1 on what is written.
    """
    kind, _, rest = path.partition(".")
    key = rest.split(".")[0]
    if kind == "courses" and not mission.courses[key].held:
        return False
    if kind == "projects" and not mission.projects[key].carried_out:
        return False
    if kind == "commands" and key != mission.command:
        return False
    silent = 1 if path in mission.of_the_pack else 0
    return not isinstance(node, Quantity) or bool(node.basis) or not (node.is_known and node.mean == silent)


def basis_of(mission: Mission, paths: Iterable[str]) -> tuple[str, ...]:
    """Return what the things at these paths, or the records that hold them, rest on; each once, sorted."""
    return tuple(
        sorted({found for path in paths for found in _basis_on_the_way(mission, path)}, key=_statement_key)
    )


def _basis_on_the_way(mission: Mission, path: str) -> Iterator[str]:
    if path in mission.of_the_pack:
        yield from mission.of_the_pack[path].basis
        return
    node: Any = mission
    for key in path.split("."):
        node = _child(node, key)
        if node is None:
            return
        yield from getattr(node, "basis", ()) or ()


def _child(node: Any, key: str) -> Any:
    if isinstance(node, Mapping):
        return node.get(key)
    if isinstance(node, tuple):
        return node[int(key)] if key.isdigit() and int(key) < len(node) else None
    return getattr(node, key, None)


def node_at(mission: Mission, path: str) -> Any:
    """Return what stands at a path, or None."""
    if path in mission.of_the_pack:
        return mission.of_the_pack[path]
    node: Any = mission
    for key in path.split("."):
        node = _child(node, key)
        if node is None:
            return None
    return node


def _statement_key(name: str) -> tuple[str, int, str]:
    """Sort L2 before L10, and pack figures (`P:...`) last."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    return ("~" if name.startswith("P:") else letters, int(digits) if digits else -1, name)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Sort statements and figures as people would: L2 before L10, figures last; each once."""
    return tuple(sorted(set(names), key=_statement_key))
