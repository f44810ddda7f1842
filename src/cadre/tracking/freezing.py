"""Freezing: a forecast kept as it was made, with its date, its inputs and its hash, and read back.

A kept forecast is never changed: its name ends with the hash of what it holds, so that another one of the
same day stands beside it.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from cadre.disk import failures_as_faults, write_whole
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.simulation.run import ReplicationPlan
from cadre.tracking.forecast import Forecast, ForecastFigure, forecast_at_launch
from cadre.tracking.holding import known_on
from cadre.tracking.records import Records

FOLDER = "forecasts"
"""Folder of a mission that holds its forecasts."""
FORMAT = 1
SHORT = 8
"""Digits of the hash in the name of a file."""


@dataclass(frozen=True)
class KeptForecast:
    """A forecast as it was kept.

    Parameters
    ----------
    option : str
        That was carried out.
    made_on : date
        When.
    week, seed, replications : int
        As in `Forecast`.
    figures : tuple of ForecastFigure
        What was forecast.
    inputs : dict of str to str
        SHA-256 of the mission, the plan and the records known then.
    hash : str
        SHA-256 of all else.
    """

    option: str
    made_on: dt.date
    week: int
    seed: int
    replications: int
    figures: tuple[ForecastFigure, ...]
    inputs: dict[str, str]
    hash: str


_KEPT: TypeAdapter[KeptForecast] = TypeAdapter(KeptForecast)


def frozen(made: Forecast, mission: Mission, plan: Before, records: Records) -> dict[str, Any]:
    """Return a forecast as plain data, with the hashes of what it was made of and its own."""
    data = {
        "cadre": FORMAT,
        "option": made.option,
        "made_on": made.made_on.isoformat(),
        "week": made.week,
        "seed": made.seed,
        "replications": made.replications,
        "inputs": {
            "mission": _hash(mission.document()),
            "plan": _hash(to_jsonable_python(plan, fallback=str)),
            "records": _hash(known_on(records, made.made_on).model_dump(mode="json")),
        },
        "learnt": [_learnt(one) for one in made.learnt],
        "figures": to_jsonable_python(made.figures),
    }
    return data | {"hash": _hash(data)}


def _learnt(one: Any) -> dict[str, Any]:
    counted = {"kind": one.found.kind, "count": one.found.count, "of": one.found.of}
    return {"path": one.path, "p10": one.now[0], "p50": one.now[1], "p90": one.now[2]} | counted


def _hash(data: Any) -> str:
    return sha256(json.dumps(data, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def keep(source: Path, data: dict[str, Any]) -> Path:
    """Keep a forecast in the folder of its mission, and give its file.

    Raises
    ------
    BadInput
        Where the disk refuses it.
    """
    name = f"{data['made_on']}-{data['option']}-{data['hash'][:SHORT]}.json"
    file = source / FOLDER / name
    with failures_as_faults(file):
        file.parent.mkdir(exist_ok=True)
        write_whole(file, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())
    return file


def keep_launch(source: Path, mission: Mission, plan: Before, runs: ReplicationPlan) -> Path | None:
    """Keep what the plan forecasts at launch, to hold later forecasts against; once for each option.

    Raises
    ------
    BadInput
        Where the disk refuses it, or a forecast kept earlier is none any more.
    """
    if any(one.option == plan.option and one.week == 0 for one in read_kept(source)):
        return None
    return keep(source, frozen(forecast_at_launch(mission, plan, runs), mission, plan, Records()))


def read_kept(source: Path) -> tuple[KeptForecast, ...]:
    """Read the forecasts that a mission has kept, the oldest first.

    Raises
    ------
    BadInput
        A file that is no forecast, or that was changed since it was kept.
    """
    folder = source / FOLDER
    kept, faults = [], []
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            data = json.loads(file.read_text("utf-8"))
            told = data.pop("hash")
            one = _KEPT.validate_python({k: v for k, v in data.items() if k in _FIELDS} | {"hash": told})
        except (OSError, ValueError, KeyError, AttributeError, ValidationError):
            faults.append(Fault.of(Place(f"{FOLDER}/{file.name}"), "tracking.no-forecast"))
            continue
        if _hash(data) != told:
            faults.append(Fault.of(Place(f"{FOLDER}/{file.name}"), "tracking.changed-forecast"))
        kept.append(one)
    if faults:
        raise BadInput(faults)
    return tuple(sorted(kept, key=lambda one: (one.made_on, one.hash)))


_FIELDS = frozenset(KeptForecast.__dataclass_fields__) - {"hash"}
