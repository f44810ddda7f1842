"""The picture of the rooms in docs/architecture.md, drawn from the imports as they stand.

`python -m tests.picture` (`make picture`) writes it anew; a test fails where the page shows another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
LEFT_OUT = {"__main__"}
BLOCK = re.compile(r"(?<=```mermaid\n).*?(?=```)", re.DOTALL)
Rooms = Mapping[str, frozenset[str]]
"""Rooms by name, each with those that it imports."""


def rooms() -> Rooms:
    """Return the rooms of the program (packages and files beside them) with the rooms that each imports."""
    graph = grimp.build_graph("cadre", cache_dir=None)
    names = {child.removeprefix("cadre.") for child in graph.find_children("cadre")} - LEFT_OUT
    for name in names:
        graph.squash_module(f"cadre.{name}")
    return {
        name: frozenset(
            to.removeprefix("cadre.")
            for to in graph.find_modules_directly_imported_by(f"cadre.{name}")
            if to.removeprefix("cadre.") in names - {name}
        )
        for name in sorted(names)
    }


def steps(of: Rooms) -> Rooms:
    """Return the imports that no way through other rooms stands for (the transitive reduction)."""
    below = {name: _below(name, of) for name in of}
    return {name: to - frozenset().union(*(below[one] for one in to)) for name, to in of.items()}


def _below(name: str, of: Rooms) -> frozenset[str]:
    return of[name].union(*(_below(to, of) for to in of[name]))


def picture(of: Rooms) -> str:
    """Return the rooms as a Mermaid flowchart, an arrow from each room to those that it rests on."""
    arrows = (f"    {name} --> {to}\n" for name, to in sorted((n, t) for n, ts in of.items() for t in ts))
    return "flowchart TD\n" + "".join(arrows)


def write() -> None:
    """Put the picture as it stands into the page."""
    PAGE.write_text(BLOCK.sub(picture(steps(rooms())), PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    write()
