"""The JSON Schema of study.json, made from the types that are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from cadre.brief.data.study_json import LEFT_OUT, StudyDocument

SCHEMA = Path(__file__).parent / "study.schema.json"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of study.json, made from the types above."""
    made = TypeAdapter(StudyDocument).json_schema()
    for part in (made, *made["$defs"].values()):
        _tighten(part)
    result = made["$defs"]["Result"]["properties"]
    for name in ("objective", "bound"):
        result[name] = {
            "anyOf": [{"type": "number"}, {"type": "null"}],
            "description": "null where there is none",
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A study of Cadre",
        "description": (
            "study.json; numbers have ten significant digits, weeks count from the first day of the mission"
        ),
    } | {key: value for key, value in made.items() if key not in ("title", "description")}


def _tighten(part: dict[str, Any]) -> None:
    """Allow no other key, want every key, and take out what is left out."""
    if "properties" in part:
        part["properties"] = {name: of for name, of in part["properties"].items() if name not in LEFT_OUT}
        for of in part["properties"].values():
            of.pop("default", None)
        part["required"] = sorted(part["properties"])
        part["additionalProperties"] = False


def schema_text() -> str:
    """Return the text of `study.schema.json`."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
