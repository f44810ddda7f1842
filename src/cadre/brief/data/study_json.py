"""study.json: the whole study as data, with a published schema (`study.schema.json`).

Takes the context of a brief, gives bytes. Keys are sorted, numbers have ten significant digits, nothing that
the clock or the machine decides is in it: the same study is the same file. Samples are summed up, never
listed. Reasons stand there as data, and as `text` in the language of the brief.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from cadre.brief.context import Context
from cadre.brief.data import FORMAT
from cadre.brief.number import Number, stored
from cadre.brief.register.inputs import in_order, node_at
from cadre.brief.register.keys import kind_of, option_in
from cadre.brief.summaries import Band
from cadre.brief.view import OptionView
from cadre.decision.analysis import DecisionAnalysis
from cadre.decision.types import Comparison, Spread
from cadre.errors import MissionWarning
from cadre.forces.burden import BurdenPart
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, Quantity
from cadre.mission.quantity import written
from cadre.plans import AskedFor, Attainment, Checked, Screened, Warned
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.timetable.plan import Timetable
from cadre.words import SIDES
from cadre.words.reasons import with_text
from cadre.words.saying import said
from cadre.words.sides import without_isolates

LEFT_OUT = ("seconds",)
"""Fields that differ from run to run."""


@dataclass(frozen=True)
class MissionPart:
    """The mission: what tells it apart, and the whole of it as people would write it."""

    title: str
    host: str
    starts: str
    as_of: str
    currency: str
    sha256: str
    document: dict[str, Any]


@dataclass(frozen=True)
class InputPart:
    """What stands at a path of the mission: as written, and what it rests on."""

    value: Any
    basis: tuple[str, ...]


@dataclass(frozen=True)
class OptionPart:
    """One option shown: its choices, what they change, its plans and its outcome in numbers."""

    id: str
    letter: str
    title: str
    choices: dict[str, str]
    changes: dict[str, Any]
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    burden: tuple[BurdenPart, ...]
    scalars: dict[str, Spread]
    series: dict[str, Band]


@dataclass(frozen=True)
class WarningPart:
    """What of the mission is allowed but odd, in the language of the brief; `kind` names it in none."""

    where: str
    kind: str
    found: str
    matters: str
    cure: str


@dataclass(frozen=True)
class NumberPart:
    """A number of the brief; `ref` is its reference in print, `option` the id of the option it is of.

    `kind` is its id with what differs from number to number in capitals (`option.OPTION.cost`).

    The others are those of `cadre.brief.number.Number`.
    """

    id: str
    kind: str
    option: str | None
    ref: int
    label: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    how: str
    inputs: tuple[str, ...]
    basis: tuple[str, ...]


@dataclass(frozen=True)
class StudyDocument:
    """study.json as a whole."""

    format: int
    mission: MissionPart
    seed: int
    replications: int
    versions: dict[str, str]
    limits_hit: tuple[str, ...]
    effort: float
    draft: bool
    screened: tuple[Screened, ...]
    warnings: tuple[Warned, ...]
    mission_warnings: tuple[WarningPart, ...]
    asked: AskedFor
    unmet: tuple[Reason, ...]
    by_lever: tuple[Reason, ...]
    checked: tuple[Checked, ...]
    attainment: Attainment | None
    options: tuple[OptionPart, ...]
    comparison: Comparison
    analysis: DecisionAnalysis | None
    numbers: tuple[NumberPart, ...]
    sets: dict[str, tuple[str, ...]]
    inputs: dict[str, InputPart]
    statements: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    figures: dict[str, dict[str, Any]]


def study_json(context: Context) -> bytes:
    """Write study.json."""
    data = _plain(document_of(context), context)
    if SIDES[context.view.words.language] == "rtl":
        data = {name: part if name == "mission" else _in_data(part) for name, part in data.items()}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def _in_data(node: Any) -> Any:
    """Leave out the characters that isolate; what planners wrote stands apart, as they wrote it."""
    if isinstance(node, dict):
        return {name: _in_data(child) for name, child in node.items()}
    if isinstance(node, list | tuple):
        return [_in_data(child) for child in node]
    return without_isolates(node) if isinstance(node, str) else node


def document_of(context: Context) -> StudyDocument:
    """Return everything that study.json holds."""
    study, ledger = context.view.study, context.view.mission.ledger
    return StudyDocument(
        format=FORMAT,
        mission=_mission(context),
        seed=study.seed,
        replications=study.replications,
        versions=study.versions,
        limits_hit=study.limits_hit,
        effort=study.effort,
        draft=study.draft,
        screened=study.screened,
        warnings=study.warnings,
        mission_warnings=tuple(_warning(context, warning) for warning in study.mission_warnings),
        asked=study.asked,
        unmet=study.unmet,
        by_lever=study.by_lever,
        checked=study.checked,
        attainment=study.attainment,
        options=tuple(_option(context, shown) for shown in context.view.options),
        comparison=study.comparison,
        analysis=study.analysis,
        numbers=_numbers(context),
        sets=context.sets,
        inputs=_inputs(context),
        statements={key: _model(statement) for key, statement in ledger.statements.items()},
        sources={key: _model(source) for key, source in ledger.sources.items()},
        figures=_figures(context),
    )


def _warning(context: Context, warning: MissionWarning) -> WarningPart:
    texts = (said(part, context.view.words) for part in (warning.found, warning.matters, warning.cure))
    return WarningPart(str(warning.where), warning.kind.partition(".")[2], *texts)


def compared_part(context: Context) -> dict[str, Any]:
    """Return what of a study is compared with an older one; see `cadre.brief.changes`."""
    study = context.view.study
    part = {
        "mission": _mission(context),
        "seed": study.seed,
        "replications": study.replications,
        "effort": study.effort,
        "draft": study.draft,
        "versions": study.versions,
        "screened": study.screened,
        "options": [
            {"id": shown.id, "title": shown.title, "choices": dict(shown.planned.option.choices)}
            for shown in context.view.options
        ],
        "numbers": _numbers(context),
        "sets": context.sets,
        "inputs": _inputs(context),
        "statements": {key: _model(s) for key, s in context.view.mission.ledger.statements.items()},
    }
    made: dict[str, Any] = json.loads(json.dumps(_plain(part, context), sort_keys=True))
    return made


def digest(mission: Mission) -> str:
    """Return the SHA-256 of a mission as people would write it."""
    return hashlib.sha256(json.dumps(mission.document(), sort_keys=True).encode()).hexdigest()


def _mission(context: Context) -> MissionPart:
    mission = context.view.mission
    header = mission.mission
    return MissionPart(
        header.title,
        header.host,
        header.starts.isoformat(),
        context.view.as_of.isoformat(),
        header.currency,
        digest(mission),
        mission.document(),
    )


def _option(context: Context, shown: OptionView) -> OptionPart:
    planned = shown.planned
    return OptionPart(
        shown.id,
        shown.letter,
        shown.title,
        dict(planned.option.choices),
        _changes(context, shown),
        planned.need,
        planned.forces,
        planned.programme,
        planned.staff,
        planned.timetable,
        planned.burden,
        shown.spreads,
        shown.bands,
    )


def _changes(context: Context, shown: OptionView) -> dict[str, Any]:
    """Return the values that an option sets, by path."""
    mission = context.view.mission
    if shown.is_nothing:
        return dict(mission.nothing.changes)
    changes: dict[str, Any] = {}
    for lever, choice in shown.planned.option.choices.items():
        changes |= mission.levers[lever].choices[choice].changes
    return changes


def _numbers(context: Context) -> tuple[NumberPart, ...]:
    return tuple(
        _number(number, place, context.numbers.label(number))
        for place, number in enumerate(context.numbers, start=1)
    )


def _number(number: Number, place: int, label: str) -> NumberPart:
    ends = (stored(number.value), stored(number.low), stored(number.high))
    of = (number.id, kind_of(number.id), option_in(number.id))
    return NumberPart(*of, place, label, *ends, number.unit, number.how, number.inputs, number.basis)


def _inputs(context: Context) -> dict[str, InputPart]:
    """Return what stands in the mission as read at every path that a number depends on."""
    mission = context.view.mission
    paths = [path for of in context.sets.values() for path in of]
    paths += [
        name
        for number in context.numbers
        for name in number.inputs
        if name not in context.numbers and not name.startswith("set:")
    ]
    return {path: _input(mission, path) for path in sorted(set(paths))}


def _input(mission: Mission, path: str) -> InputPart:
    node = node_at(mission, path)
    if isinstance(node, Quantity):
        return InputPart(written(node), node.basis)
    if isinstance(node, BaseModel):
        return InputPart(_model(node), tuple(getattr(node, "basis", ())))
    return InputPart(node, ())


def _figures(context: Context) -> dict[str, dict[str, Any]]:
    """Return the published figures that a number rests on."""
    used = in_order(name[2:] for number in context.numbers for name in number.basis if name.startswith("P:"))
    figures = context.view.mission.figures
    return {key: _model(figures[key]) for key in used if key in figures}


def _model(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_defaults=True)


def _plain(value: Any, context: Context) -> Any:
    """Return data that JSON can hold, reasons in the words of the brief: of an option by its own titles."""
    view = context.view

    def of(mission: Mission) -> Callable[[Reason], Any]:
        shows = view.plainly(mission)
        return lambda reason: with_text(reason, view.formats, shows)

    if isinstance(value, StudyDocument):
        own = [plain(part, of(view.by_id[part.id].mission)) for part in value.options]
        return plain(dataclasses.replace(value, options=()), of(view.mission)) | {"options": own}
    return plain(value, of(view.mission))


def plain(value: Any, write: Callable[[Reason], Any]) -> Any:
    """Return data that JSON can hold.

    Floats of ten significant digits, dataclasses as objects, what differs from run to run left out; reasons
    as `write` has them.
    """
    if isinstance(value, float):
        return stored(value)
    if isinstance(value, Reason):
        value = write(value)
    if isinstance(value, Enum | dt.date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field.name for field in dataclasses.fields(value) if field.name not in LEFT_OUT)
        return {name: plain(getattr(value, name), write) for name in fields}
    if isinstance(value, Mapping):
        return {str(key): plain(item, write) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, write) for item in value]
    return value
