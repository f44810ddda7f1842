"""What `make bench` runs: each benchmark on its cases beside its peers, for the same seconds.

A new benchmark is one entry of `SUITE` and a module `benchmarks.NAME` that is called as its page says:
`python -m benchmarks.NAME FILE --seconds S [--plan OUT.json]`, one line of JSON. A peer is a module of
`benchmarks.peers` that is called in the same way. What is not there yet is told, not an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
"""Folder of the reference cases, which are no part of the project."""
GROWTH = (150, 600, 2400)
"""Serials of the curve of growth."""
IRAQ = "missions/iraq-2018"
LARGE, MEDIUM, SCHOOL = "large of iraq-2018", "medium of iraq-2018", "demining-school"
"""Options whose plans are carried into changed missions."""
QUICK = 10
"""What `--quick` divides all seconds by."""


@dataclass(frozen=True)
class Case:
    """One case, or all that a pattern finds.

    Parameters
    ----------
    label : str
        Its name in the tables; with a pattern that of each file.
    arguments : tuple of str
        What the benchmark is given, a pattern of files under the folder of the cases included.
    seconds : float or None
        On the wall; None where the benchmark takes what it takes.
    """

    label: str
    arguments: tuple[str, ...]
    seconds: float | None


@dataclass(frozen=True)
class Benchmark:
    """A benchmark by the name of its module, its cases, and the modules of its peers.

    Peers run on each `peers_every`-th file of a pattern, beginning with the first.
    """

    name: str
    cases: tuple[Case, ...]
    peers: tuple[str, ...] = ()
    peers_every: int = 1


def files(pattern: str, seconds: float) -> Case:
    """Give a case for all files of a pattern."""
    return Case("", (pattern,), seconds)


def made(label: str, seconds: float | None, *arguments: str) -> Case:
    """Give a case that the benchmark makes itself from arguments."""
    return Case(label, arguments, seconds)


def drawn(courses: int, sites: int, seconds: float, seed: int) -> Case:
    """Give a mission of five years to be planned, drawn by a seed."""
    arguments = {"courses": courses, "sites": sites, "weeks": 260, "seed": seed}
    words = [word for name, value in arguments.items() for word in (f"--{name}", str(value))]
    return made(f"{courses} courses, seed {seed}", seconds, *words)


SUITE = (
    Benchmark(
        "timetable",
        (
            files("timetable/tt600-moderate.json", 10),
            files("timetable/tt600-heavy.json", 30),
            files("timetable/tt600-heavy.json", 120),
            files("timetable/tt600-*-2[1-4].json", 30),
            files("timetable/tt600-*-2[1-4].json", 120),
        ),
        ("timetable_naive",),
    ),
    Benchmark(
        "timetable_growth",
        tuple(made(f"{n} serials", 600, "--serials", str(n)) for n in GROWTH),
    ),
    Benchmark("forces", (files("forces/fg500.json", 60), files("forces/fg500.json", 300)), ("forces_naive",)),
    Benchmark(
        "mspsp",
        (files("mspsp/*.dzn", 30),),
        ("mspsp_naive", "mspsp_pyjobshop", "mspsp_discrete_optimization"),
        peers_every=4,
    ),
    Benchmark(
        "programme",
        tuple(drawn(40, 8, 60, seed) for seed in (1, 2, 3))
        + tuple(drawn(12, 4, 20, seed) for seed in (1, 2, 3)),
    ),
    Benchmark("exact", (made("50 missions", 3600, "--missions", "50"),)),
    Benchmark("better", (made("200 missions", 7200, "--missions", "200"),)),
    Benchmark("policy", (made("100 missions", 7200, "--missions", "100"),)),
    Benchmark(
        "replan",
        (
            made(LARGE, None, IRAQ, "large.five-years.everything.permanent.host.host-led"),
            made(MEDIUM, None, IRAQ, "medium.five-years.everything.rotating.nations.host-led"),
            made(SCHOOL, None, "missions/demining-school", "full.eighteen-months.own-school"),
        ),
    ),
    Benchmark("simulation", (made("tm8", None, "tm8"),), ("simulation_simpy", "simulation_numpy")),
    Benchmark("scale", (made("50 courses, 10 years", None, "--courses", "50", "--years", "10"),)),
    Benchmark("calibration", (made("40 missions", None, "--missions", "40", "--truths", "1000"),)),
    Benchmark("forecasts", (made("300 missions", 7200, "--missions", "300"),)),
    Benchmark("selection", (made("20 of iraq-2018", None, IRAQ),)),
    Benchmark(
        "records",
        (
            made(
                "10,000 of iraq-2018",
                None,
                IRAQ,
                "large.five-years.everything.permanent.host.host-led",
                "--records",
                "10000",
            ),
        ),
    ),
)
"""In the order of the tables."""


@dataclass(frozen=True)
class Job:
    """One call: a benchmark or a peer of it on one case; `path` is that of the case where it is a file."""

    benchmark: str
    peer: str
    case: str
    asked_seconds: float | None
    seconds: float | None
    arguments: tuple[str, ...]
    path: Path | None

    @property
    def module(self) -> str:
        """The module that is called."""
        return f"benchmarks.peers.{self.peer}" if self.peer else f"benchmarks.{self.benchmark}"

    @property
    def key(self) -> tuple[str, str, str, float | None]:
        """What tells it from other jobs."""
        return self.benchmark, self.peer, self.case, self.seconds


def jobs(names: list[str], folder: Path, *, quick: bool, peers: bool) -> Iterator[Job]:
    """Give every call, a benchmark and its peers one after the other on each case."""
    for benchmark in SUITE:
        if names and benchmark.name not in names:
            continue
        for case in benchmark.cases:
            seconds = case.seconds / QUICK if quick and case.seconds else case.seconds
            for n, (label, arguments, path) in enumerate(_found(case, folder)):
                beside = benchmark.peers if peers and n % benchmark.peers_every == 0 else ()
                for peer in ("", *beside):
                    yield Job(benchmark.name, peer, label, case.seconds, seconds, arguments, path)


def _found(case: Case, folder: Path) -> list[tuple[str, tuple[str, ...], Path | None]]:
    """Give label, arguments and path of each file; a pattern that finds nothing stands for itself."""
    if case.label:
        return [(case.label, case.arguments, None)]
    pattern = case.arguments[0]
    paths = sorted(folder.glob(pattern)) or [folder / pattern]
    return [(path.stem, (str(path),), path) for path in paths]
