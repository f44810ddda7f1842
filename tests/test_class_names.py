"""Each word means one thing: no public class of the program has the name of another."""

import ast
from collections import defaultdict
from pathlib import Path

import cadre

HOUSE = Path(cadre.__file__).parent


def test_no_public_class_has_the_name_of_another() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for file in sorted(
        file for file in HOUSE.rglob("*.py") if file.parent.name != "migrations"
    ):  # Django's word
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(file.relative_to(HOUSE)))
    assert {"Option", "Mission", "Course"} <= places.keys()
    assert {} == {name: found for name, found in places.items() if len(found) > 1}
