"""Schema: the JSON Schema of `mission.yaml`.

So that an editor completes keys and marks mistakes while people write.

Made from the model; `make schema` writes it beside this file, and a test says when it is out of date.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cadre.mission import Mission

SCHEMA_FILE = Path(__file__).with_name("mission.schema.json")


def mission_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `mission.yaml`.

    What is filled in while reading (`figures`) is left out; the ledger and tables may stand here or in files
    of their own.
    """
    schema = Mission.model_json_schema(mode="validation")
    del schema["properties"]["figures"]
    del schema["$defs"]["Figure"]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A mission of Cadre",
        "description": "mission.yaml: everything that is known and wanted of a train-and-advise mission",
    }
    return schema | head
