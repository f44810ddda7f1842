"""What changed since the last brief, and which fact moved which number.

Takes two study.json as read, gives `Since`. Facts are compared leaf by leaf, numbers by their ids. A number
moved when the median of either brief lies outside the 80 % range of the other; one without a range when it is
shown as another. What moved it is looked for among the facts that its inputs name; where several of them
changed at once, nobody can tell from two studies which of them it was, and all are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cadre.reasons import Reason
from cadre.reasons.base import from_plain

Document = Mapping[str, Any]

COMPARED = (
    *(f"option.OPTION.{name}" for name in ("outcome", "lasting", "cost", "exposure", "posts", "years")),
    *(f"option.OPTION.{name}" for name in ("filled", "needed", "needed.tail", "fill-risk")),
    *(f"option.OPTION.fill.{name}" for name in ("open", "critical-open")),
    *(f"option.OPTION.{name}.CAPABILITY.wWEEK.chance" for name in ("target", "floor")),
)
"""Kinds of numbers that are compared: what pages one and two lead with; the rest follows from the same."""
OF_FAMILIES = (
    "courses",
    "recruits",
    "competences",
    "skills",
    "sites",
    "projects",
    "capabilities",
    "support",
    "roles",
    "commands",
    "offers",
    "levers",
)
"""Tables of the mission whose records are inputs by name."""
SILENT = ("ledger", "mandate", "positions", "parties", "figures")
"""Parts of the mission that no simulated number is computed from."""
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated that changed: where, what it was and is (None where it was or is not there)."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class MovedNumber:
    """A number of both briefs that moved, and the facts that can have moved it.

    `direct` says whether they are among its own inputs; else they reach it only through the plans. One fact
    is the cause; of several, one or more are.
    """

    id: str
    label: str
    unit: str
    before: tuple[float, float, float]
    after: tuple[float, float, float]
    facts: tuple[str, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class Switched:
    """An option shown in one of the briefs only, and why it is not in the other.

    `why` is None where its levers and rules did not allow it; `text` is what the other brief said of it, in
    its language.
    """

    option: str
    title: str
    why: Reason | None
    text: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed between two briefs.

    `whole` says whether both studies hold their whole mission; older ones hold only the inputs of numbers, so
    that a change elsewhere cannot be seen.
    """

    as_of: str
    facts: tuple[Fact, ...]
    came: tuple[Switched, ...]
    went: tuple[Switched, ...]
    moved: tuple[MovedNumber, ...]
    compared: int
    whole: bool


def since(new: Document, old: Document) -> Since:
    """Compare two studies.

    Parameters
    ----------
    new, old : mapping
        study.json, or at least its mission, statements, inputs, sets, options, screened and numbers.
    """
    whole = all("document" in study["mission"] for study in (new, old))
    stated = [_whole(study) if whole else _listed(study, new, old) for study in (new, old)]
    facts = (*_settings(new, old), *_facts(*stated))
    both = _compared(new, old)
    moved = tuple(_moved(new, old, pair, facts) for pair in both if _has_moved(*pair))
    return Since(
        as_of=old["mission"]["as_of"],
        facts=facts,
        came=tuple(_switched(new, old)),
        went=tuple(_switched(old, new)),
        moved=moved,
        compared=len(both),
        whole=whole,
    )


# ---- facts


def _settings(new: Document, old: Document) -> Iterator[Fact]:
    """Compare what any number depends on besides the mission: seed, futures, effort, versions."""
    pairs = {name: (old[name], new[name]) for name in ("seed", "replications")}
    pairs["effort"] = (old.get("effort", 1.0), new.get("effort", 1.0))
    pairs["draft"] = (old.get("draft", False), new.get("draft", False))
    for name in sorted({*old["versions"], *new["versions"]}):
        pairs[f"versions.{name}"] = (old["versions"].get(name), new["versions"].get(name))
    yield from (Fact(name, *pair) for name, pair in pairs.items() if pair[0] != pair[1])


def _whole(study: Document) -> dict[str, Any]:
    """Return what a study was made from, by path."""
    return dict(_leaves(study["mission"]["document"], ""))


def _listed(study: Document, new: Document, old: Document) -> dict[str, Any]:
    """The inputs that both studies list, and the ledger: what one does not list may not have changed."""
    both = {path: study["inputs"][path]["value"] for path in new["inputs"] if path in old["inputs"]}
    said = {f"ledger.statements.{key}": statement for key, statement in study["statements"].items()}
    return dict(_leaves(both | said, ""))


def _leaves(node: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the leaves of plain data by path; a list is one leaf unless it holds records."""
    if isinstance(node, Mapping):
        for key, child in node.items():
            yield from _leaves(child, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list) and any(isinstance(child, Mapping) for child in node):
        for place, child in enumerate(node):
            yield from _leaves(child, f"{path}.{place}")
    else:
        yield path, node


def _facts(new: dict[str, Any], old: dict[str, Any]) -> Iterator[Fact]:
    for path in sorted({*new, *old}):
        if path not in new or path not in old or new[path] != old[path]:
            yield Fact(path, old.get(path), new.get(path))


# ---- options


def _switched(here: Document, there: Document) -> Iterator[Switched]:
    """Yield the options shown here and not there, with the reason that the other study gave."""
    shown_there = {option["id"] for option in there["options"]}
    reasons = {entry["option"]: entry["reason"] for entry in there["screened"]}
    for option in here["options"]:
        if option["id"] not in shown_there:
            yield Switched(option["id"], option["title"], *_why(reasons.get(option["id"])))


def _why(reason: Any) -> tuple[Reason | None, str]:
    """Return a reason as a study holds it and what it says there; older studies hold the sentence alone."""
    if not reason:
        return None, ""
    text = reason if isinstance(reason, str) else str(reason["text"])
    try:
        return from_plain(reason), text
    except ValueError:  # a kind that this version does not know
        return from_plain(text), text


# ---- numbers

Pair = tuple[Mapping[str, Any], Mapping[str, Any]]
"""A number as it is and as it was."""


def _compared(new: Document, old: Document) -> list[Pair]:
    """Return the numbers of options in both studies that are told of, as they are and as they were."""
    before = {number["id"]: number for number in old["numbers"]}
    kept = {option["id"] for option in new["options"]} & {option["id"] for option in old["options"]}
    return [
        (number, before[number["id"]])
        for number in new["numbers"]
        if number["kind"] in COMPARED and number["option"] in kept and number["id"] in before
    ]


def _has_moved(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Say whether either median lies outside the other's range; without a range, whether it differs."""
    ends = [now["value"], now["low"], now["high"], then["value"], then["low"], then["high"]]
    if any(end is None for end in ends):
        return ends[:3] != ends[3:]
    slack = _SAME * max(1.0, *(abs(end) for end in ends))
    return not (
        then["low"] - slack <= now["value"] <= then["high"] + slack
        and now["low"] - slack <= then["value"] <= now["high"] + slack
    )


def _moved(new: Document, old: Document, pair: Pair, facts: tuple[Fact, ...]) -> MovedNumber:
    now, then = pair
    option = next(o for o in new["options"] if o["id"] == now["option"])
    inputs = {*_inputs(new, now["id"]), *_inputs(old, now["id"])}
    inputs |= {f"levers.{lever}.choices.{choice}" for lever, choice in option["choices"].items()}
    possible = [fact.path for fact in facts if fact.path.split(".")[0] not in SILENT]
    direct = [path for path in possible if _touches(path, inputs)]
    values = ((n["value"], n["low"], n["high"]) for n in (then, now))
    before, after = (tuple(float("nan") if v is None else float(v) for v in ends) for ends in values)
    named = records(direct or possible)
    return MovedNumber(
        now["id"], now["label"], now["unit"], _three(before), _three(after), named, bool(direct)
    )


def _three(ends: tuple[float, ...]) -> tuple[float, float, float]:
    value, low, high = ends
    return value, low, high


def _inputs(study: Document, number_id: str) -> set[str]:
    """Return the mission paths that a number depends on, through other numbers too."""
    numbers = {number["id"]: number for number in study["numbers"]}
    found: set[str] = set()
    left = [number_id]
    while left:
        for name in numbers[left.pop()]["inputs"]:
            if name in numbers:
                left.append(name)
            else:
                found.update(study["sets"].get(name, [name]))
    return found


def _touches(path: str, inputs: set[str]) -> bool:
    """Say whether a fact is an input: the same record, or something that every number depends on."""
    keys = path.split(".")
    if keys[0] == "levers":
        return any(path.startswith(f"{name}.") or path == name for name in inputs)
    if keys[0] not in OF_FAMILIES:
        return True
    return any(name.split(".")[:2] == keys[:2] for name in inputs)


def records(paths: list[str]) -> tuple[str, ...]:
    """Name the records that paths lead into, each once: `courses.medic.passes`, not each of its ends."""
    return tuple(dict.fromkeys(".".join(path.split(".")[:3]) for path in paths))
