"""Judge missions and add up: `python -m benchmarks.forecasts [--missions 300] [--seconds S] [--anew]`.

Each mission judged is a line of a file, so that a run goes on where it was stopped; `--seconds` stops it by
itself. Prints the tables of all that is kept, and their figures as one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from benchmarks.forecasts.judging import as_line, judged, read_lines
from benchmarks.forecasts.summary import line, tables

KEPT = Path(__file__).resolve().parents[2] / "out" / "forecasts" / "judged.jsonl"


def main() -> None:
    """Judge what is asked and not kept yet, as far as there is time, and tell."""
    given = _arguments()
    ends = time.monotonic() + given.seconds
    if given.anew:
        given.kept.unlink(missing_ok=True)
    given.kept.parent.mkdir(parents=True, exist_ok=True)
    done = {one.number: one for one in read_lines(given.kept)} if given.kept.is_file() else {}
    for number in range(given.first, given.missions):
        if number in done or time.monotonic() > ends:
            continue
        done[number] = judged(number)
        with given.kept.open("a", encoding="utf-8") as stream:
            stream.write(as_line(done[number]) + "\n")
        print(f"mission {number}: {done[number].seconds:.0f} processor seconds", file=sys.stderr, flush=True)
    missions = [done[number] for number in sorted(done)]
    if not missions:
        sys.exit("no mission was judged")
    print(tables(missions))
    print(json.dumps(line(missions)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.forecasts", description=__doc__)
    parser.add_argument("--missions", type=int, default=300, help="how many")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so many; the next run goes on")
    parser.add_argument("--anew", action="store_true", help="keep nothing of the last run")
    parser.add_argument("--kept", type=Path, default=KEPT, help="file that holds the missions judged")
    return parser.parse_args()


if __name__ == "__main__":
    main()
