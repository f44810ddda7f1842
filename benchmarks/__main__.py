"""Run the benchmarks with their peers and write the tables: `python -m benchmarks [NAME ...] [--quick]`.

Every finding is kept as a line of JSON in the file of results as soon as it is there. A run of all
benchmarks at full length writes `docs/benchmarks.md`; any other prints its tables, unless `--page` says
where they go.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from benchmarks import asked, measure, suite, table

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
RESULTS = ROOT / "out" / "bench" / "results.jsonl"


def main() -> None:
    """Run what is named, or all, and write the tables."""
    given = _arguments()
    names = [benchmark.name for benchmark in suite.SUITE]
    unknown = sorted(set(given.names) - set(names))
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are {', '.join(names)}")
    if not given.resume:
        given.results.unlink(missing_ok=True)
    findings = list(measure.findings_in(given.results)) if given.results.is_file() else []
    if not given.render:
        findings = [f for f in findings if not f.trouble]
        findings += _run(given, {f.key for f in findings})
    tables = table.written(findings, asked.published(given.cases), date.today())
    page = given.page or (None if given.quick or given.names else PAGE)
    if page is None:
        print(tables)
    else:
        table.put(page, tables)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="which benchmarks; all without")
    parser.add_argument(
        "--cases",
        type=lambda text: Path(text).resolve(),
        default=suite.CASES,
        help="folder of the reference cases",
    )
    parser.add_argument("--quick", action="store_true", help=f"divide all seconds by {suite.QUICK}")
    parser.add_argument("--no-peers", action="store_true", help="run the planner alone")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file of results")
    parser.add_argument("--resume", action="store_true", help="keep what the file of results holds")
    parser.add_argument("--render", action="store_true", help="run nothing, write tables of --resume")
    parser.add_argument("--page", type=Path, help="page with markers to write to")
    given = parser.parse_args()
    given.resume = given.resume or given.render
    return given


def _run(given: argparse.Namespace, done: set[tuple[str, str, str, float | None]]) -> list[measure.Finding]:
    found = []
    for job in suite.jobs(given.names, given.cases, quick=given.quick, peers=not given.no_peers):
        if job.key in done:
            continue
        finding = measure.measured(job)
        measure.keep(given.results, finding)
        found.append(finding)
        reached = finding.trouble or f"{finding.line.get('objective', 'done')}"
        print(f"{job.benchmark} {table.method(finding)} {job.case}: {reached}", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    main()
