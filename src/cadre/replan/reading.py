"""Read an older plan: from the study.json of a brief, or from what `cadre plan --json` printed.

Takes a path, gives the plans of one option. Results of searches are not read: they tell nothing about a
changed mission.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cadre.errors import BadInput, Fault, Place
from cadre.forces.plan import ForcePlan
from cadre.messages import Message, as_written, listed, message, quoted
from cadre.mission.base import did_you_mean
from cadre.programme.plan import Programme
from cadre.timetable.plan import Timetable

PARTS = ("need", "forces", "programme", "staff", "timetable")
STUDY = "study.json"


@dataclass(frozen=True, slots=True)
class Before:
    """The plans of an option as people know them; `starts` is the mission's first day, where it is told."""

    option: str
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    starts: str = ""


_BEFORE: TypeAdapter[Before] = TypeAdapter(Before)


def read_before(path: Path, option: str | None = None) -> Before:
    """Read the older plan of an option.

    Parameters
    ----------
    path : Path
        Folder of a brief, or a file with one plan.
    option : str, optional
        Which option; may be left out where there is only one.

    Raises
    ------
    BadInput
        There is no file, it is no plan, or the option is not in it.
    """
    file = path / STUDY if path.is_dir() else path
    document = _document(file)
    plans = _plans(file, document)
    letters = {one.get("letter"): key for key, one in plans.items()}
    option = letters.get(option, option) if option is not None else None
    if option is None and len(plans) == 1:
        option = next(iter(plans))
    if option not in plans:
        raise BadInput([_not_planned(Place(file=file.name), option, plans)])
    part = plans[option]
    mission = document.get("mission")
    starts = str(mission.get("starts", "")) if isinstance(mission, dict) else ""
    held = {"option": option, "starts": starts} | {
        name: _with_reasons(part[name]) | {"result": None} for name in PARTS
    }
    try:
        return _BEFORE.validate_python(held)
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise _not_a_plan(file, as_written(problem)) from None


def _with_reasons(plan: dict[str, Any]) -> dict[str, Any]:
    """Return a plan whose rows hold reasons: those of older versions held one sentence, of targets `told`."""
    given = {"serials": _listed, "activities": _listed, "targets": _whole}
    tables = {name: plan[name] for name in given if isinstance(plan.get(name), list)}
    return plan | {name: [given[name](one) for one in table] for name, table in tables.items()}


def _listed(one: Any) -> Any:
    """Return a serial or an activity with the list of its reasons; none where the sentence was empty."""
    why = one.get("why") if isinstance(one, dict) else None
    return one | {"why": [why] if why else []} if isinstance(why, str) else one


def _whole(one: Any) -> Any:
    """Return a target with its reason; none where it told nothing."""
    return {"why": one.get("told") or None} | one if isinstance(one, dict) else one


def _document(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise BadInput([Fault.of(Place(file=file.name), "replan.no-such-file")]) from None
    except (OSError, ValueError) as error:
        raise _not_a_plan(file, as_written(str(error))) from None
    if not isinstance(document, dict):
        raise _not_a_plan(file, message("replan.no-plan"))
    return document


def _plans(file: Path, document: dict[str, Any]) -> dict[str, Any]:
    """Return the plans by option, whichever of the two forms it is."""
    listed = document.get("options")
    whole = listed if isinstance(listed, list) else [document]
    plans = {str(part.get("id", part.get("option"))): part for part in whole if isinstance(part, dict)}
    if not all(isinstance(part.get(name), dict) for part in plans.values() for name in PARTS):
        raise _not_a_plan(file, message("replan.no-plan"))
    return plans


def _not_planned(place: Place, option: str | None, plans: Collection[str]) -> Fault:
    if option:
        cure = did_you_mean(option, plans)
        return Fault.of(place, "replan.not-planned", option=quoted(option), cure=cure)
    return Fault.of(place, "replan.no-option", options=listed(plans))


def _not_a_plan(file: Path, problem: Message) -> BadInput:
    return BadInput([Fault.of(Place(file=file.name), "replan.not-a-plan", problem=problem)])
