"""What the program asks its catalogue for, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import nodes

import cadre

HOUSE = Path(cadre.__file__).parent
LOCALES = HOUSE / "words" / "locales"
ASKS = {"say", "word", "text", "pieces"}
"""Methods whose first argument is the name of a message."""
MAKES = {"message"}
"""Functions whose first argument is the name of a message."""
TELLS = {"of": 1, "told": 0, "refusal": 0, "refuse": 1, "_refused": 0, "_bound": 0, "_says": 0}
"""Functions that are handed the name of a fault's three messages, and at which place."""
PARTS = ("found", "allowed", "cure")
WARNS = {"about": 1}
"""Functions that are handed the name of a warning's three messages, and at which place."""
PARTS_OF_WARNINGS = ("found", "matters", "cure")
NAME = re.compile(r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$")


@dataclass(frozen=True)
class Asked:
    """A place that asks for a message: its name or a pattern of names, and what it hands over."""

    where: str
    name: str | None
    pattern: str
    handed: frozenset[str]
    called: bool
    whole: bool

    def __str__(self) -> str:
        return f"{self.where}: {self.pattern}"


@cache
def asked_for(room: str = "") -> tuple[Asked, ...]:
    """Return every place of the program, or of a room, that asks for a message by a name or pattern there.

    Names may stand in constants, too: every text of the program that has the form of a message's name in an
    area that exists may ask for it. Numbers and paths of a mission have that form as well.
    """
    code = (one for file in sorted((HOUSE / room).rglob("*.py")) for one in _of_file(file))
    pages = (one for file in sorted((HOUSE / room).rglob("templates/*.html")) for one in _of_template(file))
    return (*code, *pages)


def matches(asked: Asked, name: str) -> bool:
    """Return whether a name is what a place asks for."""
    return _compiled(asked.pattern).fullmatch(name) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once: the library's own store holds fewer than there are."""
    return re.compile(pattern)


def _of_file(file: Path) -> Iterator[Asked]:
    tree = ast.parse(file.read_text("utf-8"))
    areas = {one.stem for one in (LOCALES / "en").glob("*.ftl")}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    called: set[ast.AST] = {part for node in joined for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(file, node, called)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and node not in called:
            pattern = _pattern(node)
            if pattern is not None and pattern.split("\\.")[0].replace("\\-", "-") in areas:
                where = f"{file.name}:{node.lineno}"
                yield Asked(where, pattern, pattern, frozenset(), False, False)
                for part in (*PARTS, *PARTS_OF_WARNINGS) if _may_tell(pattern) else ():
                    yield Asked(where, pattern, f"{pattern}\\.{part}", frozenset(), False, False)


def _of_template(file: Path) -> Iterator[Asked]:
    """Return what a page asks for: calls of `say` with a name, or with a name that ends in a value."""
    tree = jinja2.Environment(autoescape=True).parse(file.read_text("utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say" and call.args:
            handed = frozenset(one.key.replace("_", "-") for one in call.kwargs)
            for first in _branches(call.args[0]):
                literal = first.value if isinstance(first, nodes.Const) else None
                pattern = _joined(first)
                if pattern is not None:
                    name = literal if isinstance(literal, str) else pattern
                    yield Asked(f"{file.name}:{call.lineno}", name, pattern, handed, True, True)


def _branches(node: nodes.Expr) -> Iterator[nodes.Expr]:
    """Return what an expression may be, one after the other."""
    if isinstance(node, nodes.CondExpr):
        yield from (part for one in (node.expr1, node.expr2) if one is not None for part in _branches(one))
    else:
        yield node


def _joined(node: nodes.Expr) -> str | None:
    """Return the pattern of a text, or of one that is joined from parts; None for a variable alone."""
    if isinstance(node, nodes.Const):
        return re.escape(str(node.value))
    if isinstance(node, nodes.Concat):
        return "".join(_joined(part) or "[a-z0-9._-]+" for part in node.nodes)
    return None


def _may_tell(pattern: str) -> bool:
    """Return whether a name without an attribute stands in a constant: it may be that of a fault."""
    return pattern.count("\\.") == 1


def _of_call(file: Path, node: ast.Call, called: set[ast.AST]) -> Iterator[Asked]:
    """Return what a call asks for, and take note of the names it holds."""
    name = _name(node.func)
    method = isinstance(node.func, ast.Attribute)
    place = 0 if (name in ASKS if method else name in MAKES) else (TELLS | WARNS).get(name)
    if place is None or len(node.args) <= place:
        return
    first = node.args[place]
    pattern = _pattern(first)
    if pattern is None:
        return
    called.add(first)
    whole = not any(keyword.arg is None for keyword in node.keywords) and name not in ("_bound", "_says")
    handed = frozenset(k.arg.replace("_", "-") for k in node.keywords if k.arg is not None)
    literal = str(first.value) if isinstance(first, ast.Constant) else pattern
    parts = PARTS_OF_WARNINGS if name in WARNS else PARTS
    for part in [""] if name in ASKS | MAKES else [f".{part}" for part in parts]:
        asked = pattern + part.replace(".", "\\.")
        yield Asked(f"{file.name}:{node.lineno}", literal + part, asked, handed, True, whole)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _pattern(node: ast.expr) -> str | None:
    """Return the pattern of names that an expression stands for, None where it is no name of a message."""
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
        return re.escape(text) if NAME.match(text) else None
    if isinstance(node, ast.JoinedStr):
        parts = [str(p.value) if isinstance(p, ast.Constant) else "\0" for p in node.values]
        text = "".join(parts)
        if not re.match(r"^[a-z][a-z0-9-]*\.[a-z0-9.\0-]+$", text):
            return None
        return "".join("[a-z0-9._-]+" if part == "\0" else re.escape(part) for part in re.split("(\0)", text))
    return None
