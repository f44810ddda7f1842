"""Messages of the catalogue, read from its files."""

from __future__ import annotations

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.words.source import LOCALES


class _Variables(Visitor):
    """Collects what messages name as filled in."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


class _Choices(Visitor):
    """Collects the variants by which messages choose, by the variable."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {}

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
            self.found.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


def choices(language: str, area: str) -> dict[str, dict[str, set[str]]]:
    """Return the variants that each message of an area names, by the variable that it chooses by."""
    text = (LOCALES / language / f"{area}.ftl").read_text("utf-8")
    found: dict[str, dict[str, set[str]]] = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message):
            visitor = _Choices()
            visitor.visit(entry)
            found[f"{area}.{entry.id.name}"] = visitor.found
    return found


def areas(language: str) -> list[str]:
    return sorted(file.stem for file in (LOCALES / language).glob("*.ftl"))


def variables(language: str, area: str) -> dict[str, set[str]]:
    """Return what each message of an area, or attribute of one, has filled in."""
    text = (LOCALES / language / f"{area}.ftl").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(text).body:
        if not isinstance(entry, ast.Message):
            assert not isinstance(entry, ast.Junk), f"{language}/{area}: {entry.content}"
            continue
        patterns = {"": entry.value} | {f".{one.id.name}": one.value for one in entry.attributes}
        for key, pattern in patterns.items():
            if pattern is not None:
                visitor = _Variables()
                visitor.visit(pattern)
                found[f"{area}.{entry.id.name}{key}"] = visitor.found
    return found
