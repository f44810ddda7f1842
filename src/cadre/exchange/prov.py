"""The chain of a brief as W3C PROV: from sources and statements to numbers.

Takes study.json, gives a PROV document (PROV-DM, W3C Recommendation of 30 April 2013). Entities are sources,
statements, published figures, inputs of the mission, options, plans, outcomes and numbers; activities are the
stages, with seed, versions and how each search ended; agents are the software and the planner, who stays
unnamed. No time is stated: a study knows no clock, and the same study gives the same document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from prov.constants import PROV
from prov.identifier import Namespace
from prov.model import ProvDocument

from cadre.brief.data.trace import read_document
from cadre.disk import failures_as_faults, write_whole
from cadre.errors import BadInput, Fault, Place
from cadre.messages import Message, message

FORMATS = {".json": "json", ".provn": "provn"}
"""Serialisation by suffix: PROV-JSON (W3C Member Submission 2013) and PROV-N (W3C Recommendation 2013)."""
KINDS = (
    "cadre",
    "source",
    "statement",
    "figure",
    "input",
    "set",
    "option",
    "plan",
    "outcome",
    "number",
    "stage",
    "agent",
)
"""Name spaces, `urn:cadre:KIND:` each."""
GRADES = ("attribution", "reliability", "credibility", "group")
"""What is told of a statement besides its words."""
OWN = Namespace("cadre", "urn:cadre:cadre:")
CADRE, PLANNER = "agent:cadre-planner", "agent:planner"
PLANS = {"need": "need", "forces": "forces", "programme": "programme", "timetable": "timetable"}
"""Stages that plan an option, by the part of study.json that they make."""
USES = {
    "need": (),
    "forces": ("need",),
    "programme": ("forces",),
    "timetable": ("programme", "forces"),
}
"""Plans that each of them uses besides the option."""
COMPUTED = (
    ("cadre.timetable", "timetable"),
    ("programme needed", "need"),
    ("cadre.forces", "forces"),
    ("force plan", "forces"),
    ("cadre.screening", "screen"),
    ("cadre.simulation", "simulate"),
    ("cadre.programme", "programme"),
    ("cadre.decision", "compare"),
    ("cadre.solving", "programme"),
    ("stated in the mission", "read"),
    ("published", "read"),
    ("counted", "compare"),
)
"""Stage that computes a number, by a part of how it says that it was computed; the first that fits."""


def write_prov(out: Path, file: Path) -> Path:
    """Write the chain of a brief to a file.

    Parameters
    ----------
    out : Path
        Folder of the brief.
    file : Path
        `.provn` for PROV-N, `.json` for PROV-JSON; replaced as a whole.

    Raises
    ------
    BadInput
        There is no study to read, or the file has another suffix.
    """
    if file.suffix not in FORMATS:
        suffix: Message | str = file.suffix or message("study-faults.no-suffix")
        names = {"json": file.with_suffix(".json").name, "provn": file.with_suffix(".provn").name}
        where = Place(file=file.name)
        raise BadInput([Fault.of(where, "study-faults.no-prov-file", suffix=suffix, **names)])
    text = prov_text(prov_document(read_document(out)), FORMATS[file.suffix])
    with failures_as_faults(file):
        write_whole(file, text.encode())
    return file


def prov_text(document: ProvDocument, form: str) -> str:
    """Serialise a document; JSON with sorted keys, so that the same study is the same text."""
    text = str(document.serialize(format=form))
    if form != "json":
        return text + "\n"
    return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def prov_document(study: Mapping[str, Any]) -> ProvDocument:
    """Return the chain of a study.

    Parameters
    ----------
    study : mapping
        study.json as read; the order of its keys means nothing.
    """
    study = json.loads(json.dumps(study, sort_keys=True))
    chain = ProvDocument()
    for kind in KINDS:
        chain.add_namespace(kind, f"urn:cadre:{kind}:")
    _agents(chain, study)
    _ledger(chain, study)
    _mission(chain, study)
    for option in study["options"]:
        _option(chain, study, option)
    _comparison(chain, study)
    known = {number["id"] for number in study["numbers"]}
    for number in study["numbers"]:
        _number(chain, study, number, known)
    return chain


def _agents(chain: ProvDocument, study: Mapping[str, Any]) -> None:
    software: dict[Any, Any] = {"prov:type": PROV["SoftwareAgent"], "prov:label": "Cadre"}
    software |= {f"cadre:{name}": version for name, version in sorted(study["versions"].items())}
    chain.agent(CADRE, software)
    chain.agent(PLANNER, {"prov:type": PROV["Person"], "prov:label": "the planner of the mission"})


def _ledger(chain: ProvDocument, study: Mapping[str, Any]) -> None:
    """Return sources, the statements quoted from them, and the published figures."""
    for key, source in study["sources"].items():
        chain.entity(f"source:{key}", _attributes(source["title"], "source", date=source.get("date")))
    for key, statement in study["statements"].items():
        graded = {
            name: statement.get(name) for name in ("attribution", "reliability", "credibility", "group")
        }
        chain.entity(f"statement:{key}", _attributes(statement["says"], "statement", **graded))
        if statement.get("source") in study["sources"]:
            chain.primary_source(f"statement:{key}", f"source:{statement['source']}")
        if statement.get("supersedes") in study["statements"]:
            chain.revision(f"statement:{key}", f"statement:{statement['supersedes']}")
        _derived(chain, f"statement:{key}", (_basis(name) for name in statement.get("basis", ())))
    named = {name for part in _with_basis(study) for name in part["basis"]}
    for name in sorted({name[2:] for name in named if name.startswith("P:")} | set(study["figures"])):
        figure = study["figures"].get(name, {})
        chain.entity(f"figure:{name}", _attributes(figure.get("title", name), "published figure"))


def _with_basis(study: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    yield from study["numbers"]
    yield from study["inputs"].values()
    yield from ({"basis": statement.get("basis", ())} for statement in study["statements"].values())


def _mission(chain: ProvDocument, study: Mapping[str, Any]) -> None:
    """Return the mission, its inputs with what they rest on, and the sets of inputs that numbers name."""
    mission = study["mission"]
    digest = {"sha256": mission["sha256"]}
    chain.entity("cadre:mission", _attributes(mission["title"], "mission", **digest))
    chain.attribution("cadre:mission", PLANNER)
    for path, part in study["inputs"].items():
        value = json.dumps(part["value"], ensure_ascii=False, sort_keys=True)
        chain.entity(f"input:{path}", _attributes(path, "input", value=value))
        chain.membership("cadre:mission", f"input:{path}")
        _derived(chain, f"input:{path}", (_basis(name) for name in part["basis"]))
    for name, paths in study["sets"].items():
        chain.collection(name, _attributes(f"inputs {name.removeprefix('set:')}", "set of inputs"))
        for path in paths:
            chain.membership(name, f"input:{path}")
    _stage(chain, study, "read", used=())
    _stage(chain, study, "screen", used=("cadre:mission",), seed=study["seed"])


def _option(chain: ProvDocument, study: Mapping[str, Any], option: Mapping[str, Any]) -> None:
    """Return an option, its plans with the searches that made them, and its outcome."""
    key = option["id"]
    chain.entity(f"option:{key}", _attributes(option["title"], "option", letter=option["letter"]))
    chain.generation(f"option:{key}", "stage:screen")
    chain.derivation(f"option:{key}", "cadre:mission")
    for part, name in PLANS.items():
        result = option[part]["result"] or {}
        ended = {field: result.get(field) for field in ("status", "objective", "bound")}
        used = (f"option:{key}", *(f"plan:{other}.{key}" for other in USES[part]))
        effort = study.get("effort", 1.0)
        _stage(chain, study, f"{name}.{key}", used=used, effort=effort, **ended)
        chain.entity(f"plan:{name}.{key}", _attributes(f"{name} of {option['title']}", "plan"))
        chain.generation(f"plan:{name}.{key}", f"stage:{name}.{key}")
    plans = tuple(f"plan:{name}.{key}" for name in ("programme", "forces", "timetable"))
    played = {"seed": study["seed"], "replications": study["replications"]}
    _stage(chain, study, f"simulate.{key}", used=(f"option:{key}", *plans), **played)
    chain.entity(f"outcome:{key}", _attributes(f"outcome of {option['title']}", "outcome"))
    chain.generation(f"outcome:{key}", f"stage:simulate.{key}")


def _comparison(chain: ProvDocument, study: Mapping[str, Any]) -> None:
    used = tuple(f"outcome:{option['id']}" for option in study["options"])
    _stage(chain, study, "compare", used=used)
    chain.entity("cadre:comparison", _attributes("options criterion by criterion", "comparison"))
    chain.generation("cadre:comparison", "stage:compare")


def _number(
    chain: ProvDocument, study: Mapping[str, Any], number: Mapping[str, Any], known: set[str]
) -> None:
    key = f"number:{number['id']}"
    ends = {name: number[name] for name in ("value", "low", "high", "unit", "how", "ref")}
    chain.entity(key, _attributes(number["label"], "number", **ends))
    chain.generation(key, f"stage:{_computed_by(number)}")
    _derived(chain, key, (_input(name, known) for name in number["inputs"]))
    if not number["inputs"]:
        _derived(chain, key, (_basis(name) for name in number["basis"]))


def _computed_by(number: Mapping[str, Any]) -> str:
    """Return the stage that computed a number: of its option where the stage works option by option."""
    stage = next((stage for part, stage in COMPUTED if part in number["how"]), "compare")
    option = number["option"]
    if stage not in (*PLANS.values(), "simulate"):
        return stage
    return f"{stage}.{option}" if option is not None else "compare"


# ---- parts


def _stage(
    chain: ProvDocument, study: Mapping[str, Any], name: str, *, used: tuple[str, ...], **more: Any
) -> None:
    """Return an activity with the software that carried it out."""
    chain.activity(f"stage:{name}", other_attributes=_attributes(name, "stage", **more))
    chain.association(f"stage:{name}", CADRE)
    for entity in used:
        chain.usage(f"stage:{name}", entity)


def _attributes(label: str, kind: str, **more: Any) -> dict[str, Any]:
    """Return label, type and whatever else is known."""
    known = {f"cadre:{name}": value for name, value in more.items() if value not in (None, "")}
    return {"prov:label": label, "prov:type": OWN[kind.replace(" ", "-")], **known}


def _derived(chain: ProvDocument, entity: str, sources: Iterable[str]) -> None:
    for source in dict.fromkeys(sources):
        chain.derivation(entity, source)


def _basis(name: str) -> str:
    return f"figure:{name[2:]}" if name.startswith("P:") else f"statement:{name}"


def _input(name: str, known: set[str]) -> str:
    if name in known:
        return f"number:{name}"
    return name if name.startswith("set:") else f"input:{name}"
