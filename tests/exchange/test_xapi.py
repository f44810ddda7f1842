"""xAPI statements against the rules of its specification (1.0.3, part two), restated as a JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from cadre.exchange.xapi import xapi_text
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_records
from tests.missions.demining_records import FOLDER

IRI = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:.+"}
UUID = {
    "type": "string",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
}
STAMP = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
MAP = {"type": "object", "patternProperties": {"^[a-zA-Z]{2,3}(-[A-Za-z0-9]+)*$": {"type": "string"}},
       "additionalProperties": False}  # fmt: skip
EXTENSIONS = {"type": "object", "propertyNames": IRI}


def only(needed: tuple[str, ...], **parts: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(needed), "additionalProperties": False, "properties": parts}


ACCOUNT = only(("homePage", "name"), homePage=IRI, name={"type": "string"})
SCORE = only((), scaled={"type": "number", "minimum": -1, "maximum": 1}, raw={"type": "number"},
             min={"type": "number"}, max={"type": "number"})  # fmt: skip
STATEMENT = only(
    ("actor", "verb", "object"),
    id=UUID,
    actor=only(("objectType", "account"), objectType={"const": "Group"}, account=ACCOUNT),
    verb=only(("id",), id=IRI, display=MAP),
    object={
        "oneOf": [
            only(("id",), objectType={"const": "Activity"}, id=IRI, definition=only((), name=MAP, type=IRI)),
            only(("objectType", "id"), objectType={"const": "StatementRef"}, id=UUID),
        ]
    },
    result=only((), score=SCORE, success={"type": "boolean"}, completion={"type": "boolean"},
                response={"type": "string"}, duration={"type": "string"}, extensions=EXTENSIONS),
    context=only((), platform={"type": "string"}, extensions=EXTENSIONS),
    timestamp=STAMP,
    version={"type": "string", "pattern": r"^1\.0(\.\d+)?$"},
)  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[dict[str, Any]]:
    mission = read_mission(FOLDER)
    made: list[dict[str, Any]] = json.loads(xapi_text(mission, read_records(FOLDER, mission)))
    return made


def test_every_statement_keeps_the_rules(told: list[dict[str, Any]]) -> None:
    for statement in told:
        jsonschema.validate(statement, STATEMENT)
        score = statement.get("result", {}).get("score")
        if score:
            assert score["min"] <= score["raw"] <= score["max"]
        if statement["object"]["objectType"] == "StatementRef":
            assert statement["verb"]["id"].endswith("/voided")


def test_the_rules_refuse_what_breaks_them(told: list[dict[str, Any]]) -> None:
    ways: list[dict[str, Any]] = [
        {"actor": {}},
        {"timestamp": "yesterday"},
        {"verb": {"id": "done"}},
        {"more": 1},
    ]
    for spoilt in ways:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(told[0] | spoilt, STATEMENT)


def test_ids_are_given_once_and_stay(told: list[dict[str, Any]]) -> None:
    ids = [statement["id"] for statement in told]
    assert len(ids) == len(set(ids))
    mission = read_mission(FOLDER)
    assert ids == [one["id"] for one in json.loads(xapi_text(mission, read_records(FOLDER, mission)))]


def test_a_corrected_record_is_stated_and_voided(told: list[dict[str, Any]]) -> None:
    """Of the third class 11 were said to have passed, and then 9: the first stands, taken back."""
    (voiding,) = [one for one in told if one["verb"]["id"].endswith("/voided")]
    taken_back = next(one for one in told if one["id"] == voiding["object"]["id"])
    same = [one for one in told if one["actor"] == taken_back["actor"] and one["verb"] == taken_back["verb"]]
    assert [11, 9] == [one["result"]["score"]["raw"] for one in same]
    assert told.index(taken_back) < told.index(voiding)
