"""What is asked of the planner, line by line, and whether findings reach it. Reads findings, runs nothing."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.measure import Finding
from benchmarks.suite import GROWTH, LARGE, MEDIUM, SCHOOL
from benchmarks.tm8.case import HALF_WIDTH, PUBLISHED

Findings = Sequence[Finding]
WEEKLY_BOUND = 3577
"""Bound of tt600-heavy on weekly head-counts, as the reference cases state it."""
SEATS = 0.003
"""Share of all seats by which those short may exceed the least proved."""
TO_GAP, QUADRATIC = 0.05, 2.0
"""Gap to which the growth of time is measured, and the power below which it must stay."""
WITHIN, A_THIRD = 0.01, 1 / 3
"""Mean makespan over the published best, and share of open instances on which it must be beaten."""


@dataclass(frozen=True)
class Verdict:
    """What was reached in words, and whether that is enough; None when it was not measured."""

    reached: str
    met: bool | None


@dataclass(frozen=True)
class Line:
    """One thing asked of a benchmark; `judge` is given the planner's own findings of it."""

    benchmark: str
    case: str
    asked: str
    judge: Judge


Value = Callable[[Finding], float | None]
Judge = Callable[[Findings], Verdict]


def told(name: str) -> Value:
    """Give a reader of a figure that the benchmark prints."""

    def value(finding: Finding) -> float | None:
        figure = finding.line.get(name)
        return None if figure is None else float(figure)

    return value


def counted(name: str) -> Value:
    """Give a reader of a count of the checker's."""
    return lambda finding: None if finding.judged is None else finding.judged.counts.get(name)


def _one(case: str, seconds: float | None, value: Value, good: Callable[[float], bool], form: str) -> Judge:
    def judge(findings: Findings) -> Verdict:
        for finding in findings:
            if finding.case == case and finding.asked_seconds == seconds:
                figure = None if finding.trouble else value(finding)
                if figure is None:
                    return Verdict(finding.trouble or "not told", None if finding.trouble else False)
                broken = len(finding.violations)
                text = form.format(figure) + (f", {broken} violations" if broken else "")
                return Verdict(text, good(figure) and not broken)
        return Verdict("not measured", None)

    return judge


def at_most(case: str, seconds: float | None, value: Value, limit: float, form: str) -> Judge:
    """Ask that a figure of one finding be at most a limit, and that its plan break no rule."""
    return _one(case, seconds, value, lambda figure: figure <= limit, form)


def at_least(case: str, seconds: float | None, value: Value, limit: float, form: str) -> Judge:
    """Ask that a figure of one finding be at least a limit, and that its plan break no rule."""
    return _one(case, seconds, value, lambda figure: figure >= limit, form)


def _times_simpy(finding: Finding) -> float | None:
    ours = finding.line.get("replications_per_core_second")
    theirs = finding.line.get("simpy_replications_per_core_second")
    return ours / theirs if ours and theirs else None


def _from_published(finding: Finding) -> float | None:
    """Give how far the outputs lie from those published, at most, in standard errors of the difference."""
    outputs: dict[str, list[float]] = finding.line.get("outputs", {})
    if not outputs.keys() >= PUBLISHED.keys():
        return None
    return max(
        HALF_WIDTH * abs(outputs[name][0] - mean) / math.hypot(outputs[name][1], half)
        for name, (mean, half) in PUBLISHED.items()
    )


@dataclass(frozen=True)
class Published:
    """The best makespan of an instance that was published, and whether it was proved."""

    makespan: int
    proved: bool


def published(folder: Path) -> dict[str, Published]:
    """Read the published bests, by instance; empty where they are not."""
    path = folder / "mspsp" / "best.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as rows:
        return {
            row["instance"].removesuffix(".dzn"): Published(int(row["best_makespan"]), row["proved"] == "1")
            for row in csv.DictReader(rows)
        }


@dataclass(frozen=True)
class Instances:
    """Findings over all instances: how many, with valid plans, mean over the best, open ones, beaten ones."""

    number: int
    valid: int
    mean: float
    open: int
    beaten: int
    proved: int


def over_instances(findings: Findings, best: dict[str, Published]) -> Instances:
    """Count and average; the mean is over the instances with a valid plan."""
    known = [f for f in findings if f.case in best]
    good = [f for f in known if f.judged is not None and not f.violations]
    over = [f.judged.objective / best[f.case].makespan - 1 for f in good if f.judged]
    beaten = [
        f for f in good if f.judged and not best[f.case].proved and f.judged.objective < best[f.case].makespan
    ]
    return Instances(
        len(known),
        len(good),
        sum(over) / len(over) if over else float("nan"),
        sum(not best[f.case].proved for f in known),
        len(beaten),
        sum(f.line.get("status") == "optimal" for f in good),
    )


def _mspsp(best: dict[str, Published], judge: Callable[[Instances], Verdict]) -> Judge:
    def judged(findings: Findings) -> Verdict:
        counted_all = over_instances(findings, best)
        return judge(counted_all) if counted_all.number else Verdict("not measured", None)

    return judged


def lines(best: dict[str, Published]) -> list[Line]:
    """Give what is asked, in the order of the table."""
    gap, first, share = told("gap"), told("first_plan_seconds"), "{:.2%}"
    second, rate = "{:.2f} s", "{:,.0f}"
    moderate, heavy, speed = "tt600-moderate", "tt600-heavy", "replications_per_core_second"
    return [
        Line("timetable", moderate, "first plan < 1 s", at_most(moderate, 10, first, 1, second)),
        Line("timetable", moderate, "gap ≤ 1 % in 10 s", at_most(moderate, 10, gap, 0.01, share)),
        Line(
            "timetable", moderate, "every seat filled", at_most(moderate, 10, counted("seats short"), 0, rate)
        ),
        Line("timetable", heavy, "first plan < 1 s", at_most(heavy, 30, first, 1, second)),
        Line("timetable", heavy, "gap ≤ 5 % in 30 s", at_most(heavy, 30, gap, 0.05, share)),
        Line("timetable", heavy, "gap ≤ 1 % in 120 s", at_most(heavy, 120, gap, 0.01, share)),
        Line(
            "timetable",
            heavy,
            f"≤ 1 % above {WEEKLY_BOUND:,}, the published bound of weekly heads, in 120 s",
            at_most(heavy, 120, _above_weekly_bound, 0.01, share),
        ),
        Line("timetable", heavy, "seats short within 0.3 % of the least proved", _seats_short(heavy, 120)),
        Line("timetable_growth", "all", "time to a 5 % gap grows less than quadratically", _growth),
        Line("forces", "fg500", "first plan < 5 s", at_most("fg500", 60, first, 5, second)),
        Line("forces", "fg500", "gap ≤ 5 % in 60 s", at_most("fg500", 60, gap, 0.05, share)),
        Line("forces", "fg500", "gap ≤ 2 % in 300 s", at_most("fg500", 300, gap, 0.02, share)),
        Line("mspsp", "all", "every plan valid", _mspsp(best, _valid)),
        Line("mspsp", "all", "mean makespan ≤ 1 % over the published best in 30 s", _mspsp(best, _near)),
        Line("mspsp", "open", "better than published on a third", _mspsp(best, _better)),
        Line(
            "programme",
            "40 courses, seed 1",
            "bound, and a plan, in ≤ 10 s",
            at_most("40 courses, seed 1", 60, first, 10, second),
        ),
        *(
            Line(
                "programme",
                case,
                f"gap ≤ {most:.0%} in {seconds} s",
                at_most(case, seconds, gap, most, share),
            )
            for courses, seconds, most in ((40, 60, 0.05), (12, 20, 0.03))
            for case in (f"{courses} courses, seed {seed}" for seed in (1, 2, 3))
        ),
        Line(
            "exact",
            "50 missions",
            "the optimum of the exact model on 50 missions",
            at_least("50 missions", 3600, told("same"), 50, "{:.0f} the same"),
        ),
        Line(
            "better",
            "200 missions",
            "eight changes for the better on 200 missions, all tried",
            at_least("200 missions", 7200, told("changes"), 1600, "{:,.0f} tried"),
        ),
        Line(
            "better",
            "200 missions",
            "no plan worse by more than the gap told, the plan before valid",
            at_most("200 missions", 7200, told("worse"), 0, "{:.0f} worse"),
        ),
        *(
            Line(
                "replan",
                case,
                "no change moves nothing",
                at_least(case, None, told("stay_no_change"), 1, "{:.0%} of serials stay"),
            )
            for case in (LARGE, MEDIUM, SCHOOL)
        ),
        Line("simulation", "tm8", "≥ 5,000 a core-second", at_least("tm8", None, told(speed), 5000, rate)),
        Line("simulation", "tm8", "≥ 10,000 × SimPy", at_least("tm8", None, _times_simpy, 10_000, rate)),
        Line(
            "simulation",
            "tm8",
            "outputs ≤ 4 standard errors from the published",
            at_most("tm8", None, _from_published, 4, "{:.1f}"),
        ),
        Line("simulation", "tm8", "≤ 400 MiB", at_most("tm8", None, told("peak_mib"), 400, "{:.0f} MiB")),
        Line(
            "simulation",
            "tm8",
            "compiled in ≤ 10 s",
            at_most("tm8", None, told("compile_seconds"), 10, second),
        ),
        Line(
            "simulation",
            "tm8",
            "variance of a difference ≥ 25 × lower",
            at_least("tm8", None, told("difference_variance_ratio"), 25, "{:.0f} ×"),
        ),
        Line(
            "scale",
            "50 courses, 10 years",
            "100 options to a decision in ≤ 10 minutes",
            at_most("50 courses, 10 years", None, told("seconds"), 600, "{:.0f} s"),
        ),
        Line(
            "calibration",
            "40 missions",
            "80 % ranges cover 80 % on every criterion, within 4 standard errors",
            at_most("40 missions", None, told("furthest_in_bands"), 1, "{:.2f} of the band"),
        ),
        Line(
            "calibration",
            "40 missions",
            "ranges of luck alone do not",
            at_least("40 missions", None, told("furthest_in_bands_at_medians"), 1, "{:.0f} bands off"),
        ),
        Line(
            "forecasts",
            "300 missions",
            "80 % ranges of forecasts from records cover 80 % at every horizon, within 3 standard errors",
            at_most("300 missions", 7200, told("furthest"), 3, "{:.1f} standard errors off"),
        ),
        *(
            Line(
                "forecasts",
                "300 missions",
                f"{what}: CRPS at month 12 of 36 at most {limit}",
                at_most("300 missions", 7200, told(f"{kind}_loss_by_{other}_month_12"), most, "{:.2f}"),
            )
            for kind, what in (("reached", "targets"), ("graduates", "graduates"))
            for other, most, limit in (
                ("first", 1 / 3, "a third of the first forecast's"),
                ("weighed", 1.0, "that of the old study, weighed"),
            )
        ),
        Line(
            "selection",
            "20 of iraq-2018",
            "≤ 2 % of the replications of a full run",
            at_most("20 of iraq-2018", None, told("share_of_full"), 0.02, share),
        ),
        Line(
            "records",
            "10,000 of iraq-2018",
            "10,000 records read, checked and forecast in ≤ 60 s",
            at_most("10,000 of iraq-2018", None, told("seconds"), 60, second),
        ),
    ]


def _above_weekly_bound(finding: Finding) -> float | None:
    """Give how far the objective lies above the published bound, which sees no ends of tours."""
    objective = told("objective")(finding)
    return None if not objective else (objective - WEEKLY_BOUND) / objective


def _seats_short(case: str, seconds: float) -> Judge:
    """Ask that the seats short be the least at the starts found, up to a share of all seats."""

    def share_above(finding: Finding) -> float | None:
        seats, short, least = (
            told(name)(finding) for name in ("seats", "seats_short", "seats_short_at_least")
        )
        return None if not seats or short is None or least is None else (short - least) / seats

    return at_most(case, seconds, share_above, SEATS, "{:.2%} of all seats above it")


def _growth(findings: Findings) -> Verdict:
    """Give the exponents of the time to the gap from each size to the next; each size must reach the gap."""
    sizes = sorted((int(f.case.split()[0]), f) for f in findings if not f.trouble)
    if len(sizes) < len(GROWTH):
        return Verdict("not measured", None)
    gap, seconds = told("gap"), told("seconds")
    reached = all((gap(f) or 0.0) <= TO_GAP and not f.violations for _, f in sizes)
    times = [(n, seconds(f) or 0.0) for n, f in sizes]
    powers = [math.log(t2 / t1) / math.log(n2 / n1) for (n1, t1), (n2, t2) in pairwise(times)]
    curve = ", ".join(f"{n:,}: {t:.1f} s" for n, t in times)
    text = f"{curve} (powers {', '.join(f'{power:.2f}' for power in powers)})"
    return Verdict(text if reached else f"{text}, gap not reached", reached and max(powers) < QUADRATIC)


def _valid(all_of_them: Instances) -> Verdict:
    return Verdict(f"{all_of_them.valid} of {all_of_them.number}", all_of_them.valid == all_of_them.number)


def _near(all_of_them: Instances) -> Verdict:
    return Verdict(f"{100 * all_of_them.mean:+.2f} %", all_of_them.mean <= WITHIN)


def _better(all_of_them: Instances) -> Verdict:
    return Verdict(
        f"{all_of_them.beaten} of {all_of_them.open}", all_of_them.beaten >= A_THIRD * all_of_them.open
    )
