"""Read mutants and take some of those accepted to a brief: `python -m benchmarks.mutated`.

Verdicts are kept in a file as they come, so that a run goes on where it was stopped; `--seconds` stops it by
itself. Prints what came, and ends with 1 where something is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.mutated.briefing import briefed, chosen
from benchmarks.mutated.judging import Verdict, judged

KEPT = Path(__file__).resolve().parents[2] / "out" / "mutated"
_PIECE = 200


def main() -> int:
    """Run what is asked, and tell."""
    given = _arguments()
    ends = time.monotonic() + given.seconds
    verdicts = KEPT / f"verdicts-{given.seed}.jsonl"
    briefs = KEPT / f"briefs-{given.seed}.jsonl"
    if given.anew:
        verdicts.unlink(missing_ok=True)
        briefs.unlink(missing_ok=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    known = _kept(verdicts)
    with ProcessPoolExecutor(given.jobs) as pool:
        wanted = [n for n in range(given.mutants) if n not in known]
        for piece in _in_time(wanted, _PIECE * given.jobs, ends):
            found = list(pool.map(partial(judged, seed=given.seed), piece, chunksize=_PIECE // 4))
            _keep(verdicts, found)
            known |= {verdict.number: verdict for verdict in found}
        if all(n in known for n in range(given.mutants)):
            done = _kept(briefs)
            picked = chosen(known.values(), given.briefs)
            for piece in _in_time([n for n in picked if n not in done], given.jobs, ends):
                found = list(pool.map(partial(briefed, seed=given.seed), piece))
                _keep(briefs, found)
                done |= {verdict.number: verdict for verdict in found}
        else:
            done = {}
    return _told(list(known.values()), list(done.values()), given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.mutated", description=__doc__)
    parser.add_argument("--mutants", type=int, default=100_000, help="how many are read")
    parser.add_argument("--briefs", type=int, default=200, help="how many of those accepted get a brief")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so many; the next run goes on")
    parser.add_argument("--anew", action="store_true", help="keep nothing of the last run")
    return parser.parse_args()


def _in_time(numbers: list[int], size: int, ends: float) -> Iterator[list[int]]:
    for first in range(0, len(numbers), size):
        if time.monotonic() > ends:
            return
        yield numbers[first : first + size]


def _kept(file: Path) -> dict[int, Verdict]:
    if not file.is_file():
        return {}
    lines = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return {line["number"]: Verdict(**line | {"wrong": tuple(line["wrong"])}) for line in lines}


def _keep(file: Path, found: Iterable[Verdict]) -> None:
    with file.open("a", encoding="utf-8") as stream:
        for verdict in found:
            stream.write(json.dumps(asdict(verdict)) + "\n")


def _told(verdicts: list[Verdict], briefs: list[Verdict], given: argparse.Namespace) -> int:
    ways = Counter((verdict.way, verdict.came) for verdict in verdicts)
    print(f"{'way':<28}{'read':>8}{'refused':>9}{'failed':>8}")
    for way in sorted({way for way, _ in ways}):
        print(f"{way:<28}{ways[way, 'read']:>8}{ways[way, 'refused']:>9}{ways[way, 'failed']:>8}")
    came = Counter(verdict.came for verdict in verdicts)
    print(f"{'all':<28}{came['read']:>8}{came['refused']:>9}{came['failed']:>8}")
    print(f"{len(verdicts)} of {given.mutants} mutants read, {len(briefs)} of {given.briefs} briefs made")
    print("briefs:", dict(Counter(verdict.came for verdict in briefs)))
    wrong = [verdict for verdict in (*verdicts, *briefs) if verdict.wrong]
    for verdict in wrong[:200]:
        print(f"{verdict.number} {verdict.way}: {verdict.wrong[0][:400]}")
    print(f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
