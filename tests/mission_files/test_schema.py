"""The JSON Schema for editors is current, and agrees with the example missions."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cadre.mission_files import mission_schema
from cadre.mission_files.schema import SCHEMA_FILE
from cadre.mission_files.yaml_files import parse_yaml

ROOT = Path(__file__).parents[2]
MISSIONS = sorted(
    [*(ROOT / "missions").glob("*/mission.yaml"), *(ROOT / "src/cadre/packs").glob("*/starter/mission.yaml")]
)


def errors(document: dict[str, Any]) -> list[str]:
    jsonschema.Draft202012Validator.check_schema(mission_schema())
    checker = jsonschema.Draft202012Validator(mission_schema())
    return [f"{list(error.path)}: {error.message[:200]}" for error in checker.iter_errors(document)]


def test_the_schema_in_the_package_is_what_the_model_gives() -> None:
    current = json.dumps(mission_schema(), indent=1, sort_keys=True) + "\n"
    assert current == SCHEMA_FILE.read_text("utf-8"), "run `make schema`"


@pytest.mark.parametrize("path", MISSIONS, ids=lambda path: path.parent.name + "-" + path.parent.parent.name)
def test_what_is_read_agrees_with_the_schema(path: Path) -> None:
    assert [] == errors(parse_yaml(path.read_text("utf-8"), path.name).data)


def test_the_schema_marks_an_unknown_key_and_a_missing_one() -> None:
    document = copy.deepcopy(
        parse_yaml((ROOT / "missions/demining-school/mission.yaml").read_text("utf-8"), "x").data
    )
    document["headquarter"] = document.pop("headquarters")
    assert 2 == len(errors(document))


def test_figures_of_a_pack_are_not_for_people_to_write() -> None:
    assert "figures" not in mission_schema()["properties"]
