"""Run every benchmark on its reference cases: `python -m benchmarks [NAME ...] [--cases FOLDER]`.

Prints one line of JSON per case. A benchmark added to `BENCHMARKS` has a function `run(path, seconds)`. The
cases are not part of the project, and a benchmark that does not find them says so and is left out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

BENCHMARKS = {
    "forces": ("forces/*.json", 60.0),
    "mspsp": ("mspsp/*.dzn", 30.0),
    "timetable": ("timetable/*.json", 120.0),
}
"""By module: where its cases lie, and the seconds given to each."""
CASES = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
"""Folder of the reference cases."""


def main() -> None:
    """Run the benchmarks named, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], default=[])
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--seconds", type=float, help="for each case, in place of the usual")
    given = parser.parse_args()
    for name in given.names or BENCHMARKS:
        pattern, seconds = BENCHMARKS[name]
        paths = sorted(given.cases.glob(pattern))
        if not paths:
            print(f"{name}: no cases at {given.cases / pattern}", file=sys.stderr)
        for path in paths:
            found = importlib.import_module(f"benchmarks.{name}").run(path, given.seconds or seconds)
            print(json.dumps({"benchmark": name} | found), flush=True)


if __name__ == "__main__":
    main()
