"""Corroboration: what a set of statements is worth together.

Takes statements of the ledger, gives `Evidence`: voices that are independent, denials and refusals to comment
as kinds of their own, what was superseded when and why, and a range of likelihood that widens where nobody
can judge. Reliability and credibility are told side by side and never made into one number. Rules and
sources: docs/model/decision.md, "Ledger arithmetic".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cadre.mission.ledger import Ledger, Statement

BANDS = (0.01, 0.05, 0.20, 0.45, 0.55, 0.80, 0.95, 0.99)
"""Edges of the seven bands of likelihood (Intelligence Community Directive 203, 2015, section D.6.e)."""
UNKNOWN_RELIABILITY, UNKNOWN_CREDIBILITY = "F", 6
DIAGONAL = frozenset({("A", 1), ("B", 2), ("C", 3), ("D", 4), ("E", 5)})
"""Grades that go together when the two scales are not used apart (Baker, McKendry and Mace 1968)."""
ENOUGH = 10
"""Graded statements from which a habit can be told."""
SILENT = ("denied", "declined to comment")


@dataclass(frozen=True, slots=True)
class Superseded:
    """A statement that no longer counts: by which it was replaced, when and why."""

    statement: str
    by: str
    on: dt.date | None
    why: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Statements that go back to one origin and so count once.

    `reliability` and `credibility` are the grades in it that can be judged, each sorted, best first.
    """

    group: str
    statements: tuple[str, ...]
    reliability: tuple[str, ...]
    credibility: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What some statements are worth together.

    `voices` say it; `denied` and `declined` are statements of their own kind that neither confirm nor cancel
    a voice; `assumed` are the planner's; `likelihood` is the pooled least, middle and greatest, None where
    none was stated.
    """

    voices: tuple[Voice, ...]
    denied: tuple[str, ...]
    declined: tuple[str, ...]
    assumed: tuple[str, ...]
    superseded: tuple[Superseded, ...]
    likelihood: tuple[float, float, float] | None


def in_force(ledger: Ledger) -> tuple[str, ...]:
    """Return the statements that no other supersedes, in the order written."""
    replaced = {s.supersedes for s in ledger.statements.values()}
    return tuple(key for key in ledger.statements if key not in replaced)


def history(ledger: Ledger, statement: str) -> tuple[Superseded, ...]:
    """Return what a statement replaced, the latest first."""
    found: list[Superseded] = []
    seen = {statement}
    known = ledger.statements[statement]
    by = statement
    while known.supersedes is not None and known.supersedes not in seen:
        found.append(Superseded(known.supersedes, by, known.date, known.why))
        seen.add(known.supersedes)
        by, known = known.supersedes, ledger.statements[known.supersedes]
    return tuple(found)


def evidence(ledger: Ledger, statements: Iterable[str]) -> Evidence:
    """Weigh statements, each replaced by the one that supersedes it."""
    later = {s.supersedes: key for key, s in ledger.statements.items() if s.supersedes is not None}
    last = dict.fromkeys(_latest(key, later) for key in statements)
    known = {key: ledger.statements[key] for key in last}
    by_kind = {kind: tuple(k for k, s in known.items() if s.attribution == kind) for kind in SILENT}
    assumed = tuple(k for k, s in known.items() if s.attribution == "assumption")
    said = {k: s for k, s in known.items() if s.attribution not in (*SILENT, "assumption")}
    return Evidence(
        voices=voices(said),
        denied=by_kind["denied"],
        declined=by_kind["declined to comment"],
        assumed=assumed,
        superseded=tuple(old for key in known for old in history(ledger, key)),
        likelihood=pooled(said),
    )


def _latest(key: str, later: Mapping[str, str]) -> str:
    seen = {key}
    while key in later and later[key] not in seen:
        key = later[key]
        seen.add(key)
    return key


def voices(statements: Mapping[str, Statement]) -> tuple[Voice, ...]:
    """Group statements by origin: a group counts once, and a statement without one stands for itself."""
    grouped: dict[str, list[str]] = {}
    for key, s in statements.items():
        grouped.setdefault(s.group or key, []).append(key)
    return tuple(
        Voice(
            group,
            tuple(keys),
            tuple(sorted({r for k in keys if (r := statements[k].reliability) != UNKNOWN_RELIABILITY})),
            tuple(sorted({c for k in keys if (c := statements[k].credibility) != UNKNOWN_CREDIBILITY})),
        )
        for group, keys in grouped.items()
    )


def pooled(statements: Mapping[str, Statement]) -> tuple[float, float, float] | None:
    """Pool stated likelihoods: the mean within each group, then the mean over groups (Stone 1961)."""
    grouped: dict[str, list[tuple[float, float, float]]] = {}
    for key, s in statements.items():
        if s.likelihood is not None:
            grouped.setdefault(s.group or key, []).append(likely_range(s))
    if not grouped:
        return None
    of_groups = [_mean(ranges) for ranges in grouped.values()]
    return _mean(of_groups)


def _mean(ranges: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    low, middle, high = (sum(end) / len(ranges) for end in zip(*ranges, strict=True))
    return low, middle, high


def likely_range(statement: Statement) -> tuple[float, float, float]:
    """Return least, stated and greatest likelihood of a statement that has one.

    The band that holds it, one band wider on either side for each of the two grades that cannot be judged:
    F and 6 say that nothing is known, not that it is bad, so the middle stays.
    """
    if statement.likelihood is None:
        raise ValueError("a statement without a likelihood")
    p = statement.likelihood.mean
    unknown = (statement.reliability == UNKNOWN_RELIABILITY) + (statement.credibility == UNKNOWN_CREDIBILITY)
    below = sum(edge <= p for edge in BANDS)
    edges = (0.0, *BANDS, 1.0)
    low, high = max(0, below - unknown), min(len(edges) - 1, below + 1 + unknown)
    return edges[low], p, edges[high]


def graded_in_step(ledger: Ledger) -> float | None:
    """Return the share of graded statements whose two grades stand in step; None below ten.

    Near 1 the second grade was read off the first and tells nothing: Baker, McKendry and Mace (1968) found
    87 % of more than 1,400 reports in step.
    """
    grades = Counter(
        (s.reliability, s.credibility)
        for s in ledger.statements.values()
        if s.reliability != UNKNOWN_RELIABILITY and s.credibility != UNKNOWN_CREDIBILITY
    )
    total = sum(grades.values())
    return sum(n for pair, n in grades.items() if pair in DIAGONAL) / total if total >= ENOUGH else None
