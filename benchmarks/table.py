"""Write findings as tables, and put them between the markers of a page. Reads findings, runs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks import machine
from benchmarks.asked import Published, lines, over_instances
from benchmarks.measure import Finding
from benchmarks.suite import SUITE

BEGIN, END = "<!-- bench: begin, written by make bench -->", "<!-- bench: end -->"
OURS = "cadre"
MET = {True: "met", False: "**missed**", None: "not measured"}
LARGE = 1000
"""From here on numbers are told without decimals."""
AGGREGATED = "mspsp"
"""Benchmark of so many cases that they are told in one row for each method."""


def written(findings: Sequence[Finding], best: dict[str, Published], on: date) -> str:
    """Give all tables of a run."""
    parts = [_head(findings, on), "## Asked and reached", _asked(findings, best), "## Side by side"]
    for benchmark in SUITE:
        own = [f for f in findings if f.benchmark == benchmark.name]
        if own:
            table = _instances(own, best) if benchmark.name == AGGREGATED else _cases(own)
            parts += [f"### {benchmark.name}", table]
    if AGGREGATED in {f.benchmark for f in findings}:
        parts += ["### mspsp, instance by instance", _each(findings, best)]
    return "\n\n".join(parts) + "\n"


def _head(findings: Sequence[Finding], on: date) -> str:
    load = max((f.load for f in findings), default=0.0)
    quick = any(f.seconds != f.asked_seconds for f in findings)
    told = [
        *machine.told(),
        f"Run of {on:%d %B %Y}; load of the machine when a job began at most {load:.1f}.",
    ]
    if quick:
        told.append("**Quick run: every job had a tenth of the seconds it is asked for.**")
    return "  \n".join(told)


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def _table(head: Sequence[str], rows: Sequence[str]) -> str:
    return "\n".join([_row(*head), "|" + "---|" * len(head), *rows])


def _asked(findings: Sequence[Finding], best: dict[str, Published]) -> str:
    rows = []
    for line in lines(best):
        own = [f for f in findings if f.benchmark == line.benchmark and not f.peer]
        verdict = line.judge(own)
        rows.append(_row(line.benchmark, line.case, line.asked, verdict.reached, MET[verdict.met]))
    return _table(("benchmark", "case", "asked", "reached", ""), rows)


def method(finding: Finding) -> str:
    """Give the name of who was measured, without the benchmark's."""
    return finding.peer.removeprefix(f"{finding.benchmark}_").replace("_", "-") or OURS


def _cases(findings: Sequence[Finding]) -> str:
    if all("objective" not in f.line for f in findings):
        return _table(("case", "method", "figure", ""), [row for f in findings for row in _figures(f)])
    head = ("case", "seconds", "method", "objective", "bound", "gap", "first plan", "plan", "CPU s")
    return _table(head, [_case_row(f) for f in findings])


def _figures(f: Finding) -> list[str]:
    """Give a row for each figure of a benchmark that plans nothing; an output is four of them."""
    if f.trouble:
        return [_row(f.case, method(f), f.trouble, "")]
    figures = {name: f"{value:,.6g}" for name, value in f.line.items() if isinstance(value, float | int)}
    for name, (mean, half, low, high) in f.line.get("outputs", {}).items():
        figures[name] = f"{mean:,.1f} ± {half:,.1f} ({low:,.0f} / {high:,.0f})"
    return [_row(f.case, method(f), name.replace("_", " "), text) for name, text in figures.items()]


def _case_row(f: Finding) -> str:
    seconds = "" if f.seconds is None else f"{f.seconds:g}"
    if f.trouble:
        return _row(f.case, seconds, method(f), f.trouble, "", "", "", "", "")
    line, gap, first = f.line, f.line.get("gap"), f.line.get("first_plan_seconds")
    return _row(
        f.case,
        seconds,
        method(f),
        _number(line.get("objective")),
        _number(line.get("bound")),
        "" if gap is None else f"{gap:.2%}",
        "" if first is None else f"{first:.2f} s",
        _plan(f),
        f"{f.cpu_seconds:.0f}",
    )


def _number(value: object) -> str:
    if not isinstance(value, float | int):
        return "none" if value is None else str(value)
    return f"{value:,.0f}" if abs(value) >= LARGE or value == round(value) else f"{value:,.1f}"


def _plan(f: Finding) -> str:
    """Say what the checker makes of a plan."""
    if f.line.get("objective") is None:
        return "no plan"
    if f.violations:
        return f"**{len(f.violations)} violations**"
    counts = f.judged.counts if f.judged else {}
    return ", ".join(["valid", *(f"{number:,} {name}" for name, number in counts.items() if number)])


def _methods(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by: dict[str, list[Finding]] = {}
    for f in findings:
        by.setdefault(method(f), []).append(f)
    return by


def _instances(findings: Sequence[Finding], best: dict[str, Published]) -> str:
    rows, methods = [], _methods(findings)
    with_peers = {f.case for f in findings if f.peer}
    if with_peers and len(with_peers) < len(methods.get(OURS, ())):
        shared = [f for f in methods[OURS] if f.case in with_peers]
        methods = {OURS: methods[OURS], f"{OURS}, on the cases of the peers": shared} | methods
    for name, own in methods.items():
        told = over_instances(own, best)
        if told.number and not told.valid:
            rows.append(_row(name, f"0 of {told.number}", "", "", "", ""))
        elif told.number:
            cpu = sum(f.cpu_seconds for f in own) / len(own)
            mean, beaten = f"{100 * told.mean:+.2f} %", f"{told.beaten} of {told.open}"
            rows.append(_row(name, f"{told.valid} of {told.number}", mean, beaten, told.proved, f"{cpu:.0f}"))
    head = ("method", "valid plans", "mean over published best", "better on open", "proved", "mean CPU s")
    return _table(head, rows)


def _each(findings: Sequence[Finding], best: dict[str, Published]) -> str:
    methods = _methods([f for f in findings if f.benchmark == AGGREGATED and f.case in best])
    head = ("instance", "published", *(f"{name} (bound)" for name in methods))
    found = {(method(f), f.case): f for own in methods.values() for f in own}
    rows = []
    for case in sorted({case for _, case in found}):
        known = best[case]
        cells = [_makespan(found.get((name, case))) for name in methods]
        rows.append(_row(case, f"{known.makespan}{' proved' if known.proved else ''}", *cells))
    return _table(head, rows)


def _makespan(f: Finding | None) -> str:
    if f is None or f.trouble:
        return f.trouble if f else ""
    if f.judged is None:
        return f"no plan ({_number(f.line.get('bound'))})"
    wrong = "!" if f.violations else ""
    return f"{f.judged.objective:.0f}{wrong} ({_number(f.line.get('bound'))})"


def put(page: Path, tables: str) -> None:
    """Put tables between the markers of a page.

    Raises
    ------
    ValueError
        When the page does not have each marker once, in their order.
    """
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in before:
        raise ValueError(f"{page.name} must hold the lines '{BEGIN}' and '{END}' once, in this order")
    page.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{after}", encoding="utf-8")
