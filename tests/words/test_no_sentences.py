"""Stages that give reasons hold no sentence: what they say is data, the catalogue has the words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from cadre.decision.agreement.types import State
from cadre.decision.types import Verdict
from cadre.mission.nations import Position
from cadre.mission.units import UNITS
from cadre.reasons.decision import Unit
from tests.words.source import HOUSE

ROOMS = ("programme", "cures", "forces", "timetable", "replan", "screening", "decision")
VALUES = ("each site",)
"""Values of fields of a mission, as planners write them."""
NAMERS = frozenset(("require", "get"))
"""Calls whose texts are no reasons: names of rows of a model."""
CODES = frozenset(UNITS) | {
    code for of in (State, Verdict, Unit, get_type_hints(Position)["stance"]) for code in get_args(of)
}
"""Words of fixed lists, which messages choose by; units are read from files."""


def sentences(text: str) -> Iterator[str]:
    """Return the texts of a module that people could read as words.

    Left out are docstrings, messages of defects (what is raised or asserted), words of fixed lists and names
    of rows.
    """
    yield from _in(ast.parse(text))


def _in(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Raise | ast.Assert) or any(
            left_out(child) for left_out in (_is_docstring, _names)
        ):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield from (child.value,) if _reads(child.value) and child.value not in CODES else ()
        yield from _in(child)


def _reads(text: str) -> bool:
    if text in VALUES:
        return False
    return " " in text.strip() or (" " in text and any(map(str.isalpha, text)))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return getattr(node.func, "attr", getattr(node.func, "id", "")) in NAMERS


def files() -> list[Path]:
    return sorted(file for room in ROOMS for file in (HOUSE / room).rglob("*.py"))


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(HOUSE)))
def test_no_sentence_stands_in_a_stage_that_gives_reasons(file: Path) -> None:
    assert [] == list(sentences(file.read_text("utf-8")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('why = "it is late"', ["it is late"]),
        ('why = f"over in week {week}"', ["over in week "]),
        ('why = f"{week} late"', [" late"]),
        ('"""It is late."""\nraise ValueError("it is late")', []),
        ('why = ", ".join(x for x in y) + f"{a}: {b}"', []),
        ('told, cure = "it is late", "write it down"', ["it is late", "write it down"]),
        ('lp.require("posts of a line", rows)', []),
    ],
)
def test_a_sentence_is_found(text: str, found: list[str]) -> None:
    assert found == list(sentences(text))
