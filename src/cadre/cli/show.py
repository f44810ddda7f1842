"""What the commands print: plain text that fits 80 columns, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from cadre.decision.wording import NO_BAR, open_between
from cadre.options import NOTHING
from cadre.solving.wording import said_first, stopped

if TYPE_CHECKING:
    from cadre.brief.since import Since
    from cadre.brief.trace import Trace
    from cadre.cures.trying import Cure
    from cadre.decision.judgement import Judgement
    from cadre.decision.types import Comparison, Spread
    from cadre.mission import Mission
    from cadre.options import Option
    from cadre.programme.plan import Programme
    from cadre.screening import Screening
    from cadre.simulation.outcome import Outcome
    from cadre.study import Planned, Study

WIDTH = 80
"""Columns of the narrowest terminal that we print for."""
PLANS = ("need", "forces", "programme", "staff", "timetable")
"""The plans of an option, in the order in which they are made."""
HELD = ("courses", "projects", "capabilities", "sites", "roles", "support", "parties", "offers", "levers")


def print_json(data: object) -> None:
    """Print data as JSON; dataclasses and models become objects, arrays become lists."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(
        data, fallback=lambda value: value.tolist() if hasattr(value, "tolist") else str(value)
    )
    print(json.dumps(plain, indent=1, ensure_ascii=False))


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int = 0) -> None:
    """Print a table; the column `wide` is aligned left and shortened so that a line fits the terminal."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    spare = WIDTH - sum(widths) - 2 * (len(head) - 1)
    widths[wide] = max(12, widths[wide] + min(0, spare))
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        cells = [_cell(text, widths[i], left=i == wide) for i, text in enumerate(line)]
        print("  ".join(cells).rstrip())


def _cell(text: str, width: int, *, left: bool) -> str:
    short = text if len(text) <= width else text[: width - 1] + "…"
    return short.ljust(width) if left else short.rjust(width)


def print_told(sentence: str) -> None:
    """Print a sentence in lines that fit the terminal."""
    print(fill(sentence, WIDTH, subsequent_indent="  ", break_on_hyphens=False))


def money(amount: float) -> str:
    """Write an amount in millions."""
    return f"{amount / 1e6:,.1f} M"


def percent(share: float) -> str:
    """Write a share in whole percents."""
    return f"{100 * share:.0f} %"


def checked(mission: Mission, *, as_json: bool) -> None:
    """Print what a sound mission holds."""
    from cadre.mission.judgements import widened_paths, widening
    from cadre.options import combinations

    counts = {kind: len(getattr(mission, kind)) for kind in HELD}
    counts |= {
        "statements": len(mission.ledger.statements),
        "options": 1 + sum(1 for _ in combinations(mission)),
    }
    if as_json:
        print_json({"title": mission.mission.title, "faults": [], "counts": counts})
        return
    print(f"{mission.mission.title}: no fault found.")
    for kind, count in counts.items():
        print(f"  {count:>5} {kind}")
    if widened := len(widened_paths(mission)):
        print(f"Futures draw {widened} assumed ranges {widening(mission):.2f} times as wide as written.")


def generated(options: Sequence[Option], *, as_json: bool) -> None:
    """Print every option that the rules allow."""
    if as_json:
        print_json(
            [{"id": option.id, "title": option.title, "choices": option.choices} for option in options]
        )
        return
    for option in options:
        print(option.id)
    print(f"{len(options)} options, doing nothing first.")


def screened(screening: Screening, *, as_json: bool) -> None:
    """Print the options shown, the warnings about them, and how many were dropped."""
    if as_json:
        print_json({"screened": screening.screened, "warnings": screening.warnings})
        return
    shown = {option.id for option in screening.shown}
    rows = [
        (
            entry.option,
            percent(entry.measures.get("outcome", 0)),
            percent(entry.measures.get("lasting", 0)),
            money(entry.measures.get("cost", 0)),
            f"{entry.measures.get('posts', 0):.0f}",
        )
        for entry in screening.screened
        if entry.option in shown
    ]
    print_table(("option", "outcome", "lasting", "cost", "posts"), rows)
    print(f"{len(screening.screened)} options were screened on a fast evaluation; {len(rows)} are shown.")
    for warning in screening.warnings:
        print(f"Warning: {warning.told}")


def planned(plan: Planned, *, as_json: bool) -> None:
    """Print the plans of one option in short, or whole as JSON."""
    if as_json:
        parts = {name: getattr(plan, name) for name in PLANS}
        print_json({"option": plan.option.id} | parts)
        return
    print(plan.option.title)
    _programme("Needs", plan.need)
    _programme("Can achieve with what is offered", plan.programme)
    wanted = sum(line.people * (line.closes - line.opens) for line in plan.forces.lines)
    filled = sum(stint.people * (stint.ends - stint.begins) for stint in plan.forces.stints)
    print(
        f"Posts: {filled:,} of {wanted:,} post-weeks filled by offers; {len(plan.forces.asks)} further asks."
    )
    _falls(plan)
    placed = sum(1 for serial in plan.timetable.serials if serial.start is not None)
    short = sum(1 for serial in plan.timetable.serials for seat in serial.seats if not seat.person)
    print(f"Timetable: {placed} of {len(plan.timetable.serials)} serials placed, {short} seats short.")
    changing = len({handover.serial for handover in plan.timetable.handovers})
    print(f"Handovers: {len(plan.timetable.handovers)} inside {changing} serials and activities.")
    for name in PLANS:
        result = getattr(plan, name).result
        if result is not None:
            print(
                f"  {name:<10} {result.status}, objective {result.objective:,.4g}, gap {percent(result.gap)}"
            )
            if result.is_far:
                print(f"  {'':<10} {stopped(result)}")


def _falls(plan: Planned) -> None:
    """Print what falls of the posts if only what is firm comes, critical roles apart."""
    from cadre.forces.falls import what_falls
    from cadre.forces.states import states

    firm = states(plan.forces, plan.option.mission).total
    critical = {line.id for line in plan.forces.lines if line.critical}
    left = what_falls(plan.forces, plan.option.mission)
    before, after = (
        sum(gap.post_weeks for gap in forces.gaps if gap.line in critical) for forces in (plan.forces, left)
    )
    print_told(
        f"If only confirmed people come, {firm.filled - firm.firm:,} of these post-weeks fall, "
        f"{after - before:,} of them critical."
    )


def _programme(title: str, programme: Programme) -> None:
    serials = sum(batch.serials for batch in programme.serials)
    print(f"{title}: {serials} serials")
    rows = [
        (target.capability, str(target.week), f"{target.wanted:.0f}", f"{target.reached:.1f}", target.limit)
        for target in programme.targets
    ]
    if rows:
        print_table(("capability", "week", "wanted", "reached", "limit"), rows)


def explained(plan: Planned, found: Sequence[Cure], *, as_json: bool) -> None:
    """Print what an option misses, what is late or dropped and why, and the cures that were tried.

    Where the search stopped far from its bound, that comes before any reason.
    """
    from cadre.programme.contradictions import explain

    against, result = explain(plan.option.mission), plan.programme.result
    first = said_first(result) if result is not None else ""
    late = [serial for serial in plan.timetable.serials if serial.why]
    if as_json:
        print_json(
            {
                "search": {"told": first, "result": result},
                "contradictions": against,
                "targets": plan.programme.targets,
                "late": late,
                "cures": found,
            }
        )
        return
    told = [
        *([first] if first else []),
        *against,
        *(target.told for target in plan.programme.targets if target.told),
    ]
    told += [f"{serial.id}: {serial.why}" for serial in late]
    for sentence in told or ["Every target is met and every serial is on time."]:
        print_told(sentence)
    rows = [
        (
            cure.change.told,
            "yes" if cure.cures else "no",
            f"{percent(cure.reached[0])} to {percent(cure.reached[1])}",
            money(cure.cost),
        )
        for cure in found
    ]
    if rows:
        print("\nSingle changes, each planned again; what was missed, before and after:")
        print_table(("change", "cures", "reached", "costs more"), rows)


def simulated(plan: Planned, outcomes: Mapping[str, Outcome], *, as_json: bool) -> None:
    """Print median and 80 % range of every outcome of one option, and of what it adds to doing nothing."""
    import numpy as np

    from cadre.decision.chances import added_units

    outcome, nothing = outcomes[plan.option.id], outcomes[NOTHING]
    of = outcome.scalars | (
        added_units(plan.option.mission, outcome, nothing) if outcome is not nothing else {}
    )
    points = {name: np.quantile(values, (0.1, 0.5, 0.9)) for name, values in of.items()}
    if as_json:
        print_json(
            {
                "option": outcome.option,
                "seed": outcome.seed,
                "replications": outcome.replications,
                "p10_p50_p90": points,
            }
        )
        return
    print(f"{plan.option.title}: {outcome.replications:,} replications, seed {outcome.seed}")
    rows = [(name, *(f"{value:,.4g}" for value in point)) for name, point in points.items()]
    print_table(("outcome", "p10", "median", "p90"), rows)


def compared(study: Study, *, as_json: bool) -> None:
    """Print the options criterion by criterion: medians and 80 % ranges."""
    if as_json:
        print_json(study.comparison)
        return
    comparison = study.comparison
    for criterion in comparison.criteria:
        print(f"\n{criterion.title} ({criterion.unit}; {criterion.better} is better)")
        spreads = ((option, by[criterion.id]) for option, by in comparison.spreads.items())
        print_table(
            ("option", "median", "80 % range"), [(option, *_spread(spread)) for option, spread in spreads]
        )
    print()
    for option in study.shown:
        result = option.programme.result
        if result is not None and result.is_far:
            print_told(f"{option.option.id}: {stopped(result)}")
    for pair in comparison.not_told_apart:
        print_told(f"{pair.ahead} and {pair.behind} are not told apart: {open_between(pair)}")
    for dominated in comparison.dominated:
        print(f"{dominated.option} is dominated by {dominated.by}: {dominated.reason}")
    if study.judgement is not None:
        _judged(study.judgement, comparison)
    for warning in study.warnings:
        print(f"Warning: {warning.told}")


def _judged(judgement: Judgement, comparison: Comparison) -> None:
    """Tell what money buys, and how often each option is good where a bar says what that is."""
    for step in judgement.frontier:
        if comparison.told_apart(step.cheaper, step.dearer):
            print_told(step.told)
    for good in judgement.good:
        print_told(f"{good.option} clears every bar in {percent(good.share)} of the futures")
    if not judgement.bars:
        print_told(NO_BAR)


def _spread(spread: Spread) -> tuple[str, str]:
    return f"{spread.median:,.4g}", f"{spread.low:,.4g} to {spread.high:,.4g}"


def written(files: Sequence[Path], *, as_json: bool) -> None:
    """Print the files of a brief."""
    if as_json:
        print_json([str(file) for file in files])
        return
    for file in files:
        print(file)


def traced(trace: Trace, *, as_json: bool) -> None:
    """Print where a number comes from."""
    if as_json:
        print_json(trace)
        return
    print(trace)


def changed(since: Since, currency: str, *, as_json: bool) -> None:
    """Print what changed between two briefs."""
    from cadre.brief.since_words import lines
    from cadre.words import Catalogue, Formats

    if as_json:
        print_json(since)
        return
    for line in lines(since, Formats(Catalogue(), currency)):
        print(line)


def faults(found: Sequence[Any]) -> None:
    """Print faults as JSON."""
    print_json(
        {
            "faults": [
                {"where": str(f.where)} | {k: getattr(f, k) for k in ("found", "allowed", "cure")}
                for f in found
            ]
        }
    )
