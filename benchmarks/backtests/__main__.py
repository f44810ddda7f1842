"""Back-tests: `python -m benchmarks.backtests [--history FOLDER] [--docs FOLDER] [--set PATH=VALUE ...]`.

Reads the cases of `missions/history`, plans and plays each, and writes `backtests.md` with its picture to the
folder of the documents. With `--set PATH=VALUE` every mission is changed first, so that one rule can be
compared with another, and the page is printed instead.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from benchmarks.backtests.cases import HISTORY, Case, changed, read_cases
from benchmarks.backtests.inputs import note_first_runs
from benchmarks.backtests.page import PICTURE, page
from benchmarks.backtests.picture import picture
from benchmarks.backtests.points import Played, played
from cadre.errors import CadreError
from cadre.pipeline import Settings

DOCS = Path(__file__).resolve().parents[2] / "docs"


def main() -> None:
    """Play all cases and write the page."""
    given = _arguments()
    settings = Settings(seed=given.seed, replications=given.replications, jobs=given.jobs)
    try:
        known = read_cases(given.history)
        if not given.set:
            known = _with_first_runs(given.history, known)
        cases = list(map(_said, played((changed(case, dict(given.set)) for case in known), settings)))
    except CadreError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    if given.set:
        print(page(cases, settings, date.today()))
        return
    given.docs.mkdir(parents=True, exist_ok=True)
    points = [point for one in cases for point in one.points]
    (given.docs / PICTURE).write_text(picture(points), encoding="utf-8")
    (given.docs / "backtests.md").write_text(page(cases, settings, date.today()), encoding="utf-8")


def _with_first_runs(history: Path, cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Log the inputs of cases that are about to be played for the first time."""
    log = [entry for case in cases for entry in case.log]
    note_first_runs(history, log, [case.name for case in cases], date.today())
    return read_cases(history)


def _said(one: Played) -> Played:
    """Tell that a case is done."""
    inside = sum(point.score.inside for point in one.points)
    told = f"{one.case.name}: {inside} of {len(one.points)} inside, {one.seconds:.0f} processor seconds"
    print(told, file=sys.stderr, flush=True)
    return one


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="backtests", description=__doc__)
    parser.add_argument("--history", type=Path, default=HISTORY, help="folder of the cases")
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder to write to")
    parser.add_argument("--replications", type=int, default=10_000, help="futures of each point")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="threads; results do not depend on it")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_path_and_value,
        metavar="PATH=VALUE",
        help="change each mission first; the page is printed, not written",
    )
    return parser.parse_args()


def _path_and_value(text: str) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not (path and equals and value):
        raise argparse.ArgumentTypeError(
            f"found {text!r}, must be PATH=VALUE, such as mission.horizon=52 weeks"
        )
    return path, value


if __name__ == "__main__":
    main()
