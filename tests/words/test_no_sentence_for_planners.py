"""Rooms that read missions and print hold no sentence for planners: faults, ends and help are messages.

A fault cannot hold a text that is no message: its type forbids it (mypy). Here are the texts that could find
their way to a reader around it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.words.source import HOUSE

ROOMS = ("mission", "mission_files", "packs", "cli", "sweep")
FILES = ("messages.py", "errors.py", "soundness.py", "brief/data/trace.py")
WORDS_IN_A_ROW = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}[,;:]? [A-Za-z]{2,}")
HELP = frozenset(("description", "title", "help"))
"""What the model says of its fields: the English source of the schema, templates and forms."""
DEFECTS = frozenset(("TypeError", "ValueError", "KeyError"))
"""Exceptions that no planner meets."""
LEFT = {
    "mission_files/yaml_syntax.py": "what the library of YAML says, which is told in other words",
    "mission_files/template.py": "the template workbook, in English",
    "mission_files/schema.py": "title and description of the JSON Schema",
    "mission/units.py": "help texts of units; tests/words/test_saying.py compares them with the catalogue",
    "mission/unit_words.py": "words of units that are read, in five languages",
    "mission/nations.py": "help texts of what options are measured by",
}
VALUES = frozenset(("declined to comment", "will not accept", "each site in country"))
"""Words that planners write in files."""
NAMES = frozenset(
    (
        "pool of recruits",
        "thing to count",
        "way to command",
        "again in line ",
        "Id of the row",
        "form of numbers",
    )
)
"""Parts of names of messages and of paths that nobody is shown, the help of the column `id`, a variable."""


def sentences(file: Path) -> Iterator[str]:
    """Return the texts of a file that could be read as sentences."""
    tree = ast.parse(file.read_text("utf-8"))
    passed = set(_passed_over(tree))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in passed else None
        if isinstance(text, str) and WORDS_IN_A_ROW.search(text) and text not in VALUES | NAMES:
            yield text


def _passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """Return docstrings, help texts and what only defects say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif (isinstance(node, ast.keyword) and node.arg in HELP) or _is_defect(node):
            yield from ast.walk(node)


def _is_defect(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in DEFECTS


def files() -> list[Path]:
    every = [*(HOUSE / name for name in FILES), *(f for room in ROOMS for f in (HOUSE / room).rglob("*.py"))]
    return [file for file in every if str(file.relative_to(HOUSE)) not in LEFT]


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(HOUSE)))
def test_no_sentence_for_planners_stands_outside_the_catalogue(file: Path) -> None:
    assert [] == list(sentences(file))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('print("write one whole number")', ["write one whole number"]),
        ('print(f"write one whole {unit}")', ["write one whole "]),
        ('x = Field(description="Length of the course")', []),
        ('raise ValueError("a statement without a likelihood")', []),
        ('"""Says what it is."""\nsay("fields.no-number")', []),
    ],
)
def test_a_sentence_is_found(text: str, found: list[str], tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text(text, "utf-8")
    assert found == list(sentences(file))


def test_what_is_left_out_still_holds_sentences() -> None:
    assert [] == [name for name in LEFT if not list(sentences(HOUSE / name))]
