"""Do 80 % ranges cover 80 %? `python -m benchmarks.calibration [--missions 40] [--truths 1000]`.

A truth is drawn for every uncertain quantity, by numbers that the simulation does not use, and the mission is
played once with it: one realised future. Counted is how often each criterion lies in the 80 % range that the
brief would state from replications of its own. Missions are those of the tests' strategy, with plans at
random, and one option of each example mission. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from cadre.criteria import ATTRIBUTE
from cadre.decision.samples import criteria, spread
from cadre.mission import Mission
from cadre.mission.judgements import stretched, widened_paths, widening
from cadre.mission_files import read_mission
from cadre.options import options
from cadre.screening.evaluation import roughly_planned
from cadre.simulation.draws import Draws, draw
from cadre.simulation.inputs import Plans, inputs
from cadre.simulation.outcome import Outcome
from cadre.simulation.outputs import outcome
from cadre.simulation.run import ReplicationPlan, count
from cadre.statistics.arrays import Floats
from tests.simulation.made import plans_for
from tests.strategies import missions

COVERED = 0.8
"""What an 80 % range is to cover."""
ERRORS = 4
"""Standard errors that a coverage may be off: by chance alone once in 16,000."""
SEEDS = 2**31
"""Seeds are drawn below: each mission has its own, so that missions are independent."""
EXAMPLES = ("iraq-2018", "demining-school")


class Played(NamedTuple):
    """A mission with plans."""

    mission: Mission
    plans: Plans


@dataclass(frozen=True)
class Size:
    """Truths of each mission, and replications that its ranges are made of."""

    truths: int
    replications: int


def truths_of(mission: Mission, number: int, rng: np.random.Generator) -> Draws:
    """Draw truths: each quantity by its quantile function, correlated ones by a Gaussian copula.

    Apart from the simulation: numpy's uniforms, exact quantiles, and the copula by numpy's own factor.
    Assumed ranges are as wide as the mission has them drawn.
    """
    known = draw(mission, seed=0, outer=1)
    names = {path: mission.luck_of(path) for path in known.quantities}
    uniform = {name: rng.random(number) for name in dict.fromkeys(names.values())}
    paths = list(dict.fromkeys(names[path] for c in mission.correlations for path in c.between))
    if paths:
        matrix = np.eye(len(paths))
        for c in mission.correlations:
            i, j = (paths.index(names[path]) for path in c.between)
            matrix[i, j] = matrix[j, i] = 2 * np.sin(np.pi * c.rank / 6)
        normal = rng.multivariate_normal(np.zeros(len(paths)), matrix, size=number)
        uniform |= {path: ndtr(normal[:, k]) for k, path in enumerate(paths)}
    truths = {path: known.quantities[path].at(uniform[names[path]]) for path in known.sampled}
    factor = widening(mission)
    truths |= {p: stretched(truths[p], known.quantities[p], factor) for p in widened_paths(mission)}
    return Draws(known.quantities, number, truths, int(rng.integers(SEEDS)))


def medians_of(mission: Mission) -> Draws:
    """Take every quantity at its median: the wrong variant, whose ranges hold luck alone."""
    return Draws(draw(mission, seed=0, outer=1).quantities, 1, {})


def play(played: Played, draws: Draws, runs: ReplicationPlan) -> Outcome:
    """Play a mission on given details."""
    tally = count(played.mission, inputs(played.mission, played.plans, draws), draws, runs)
    return outcome(tally, option="", seed=runs.seed)


@dataclass(frozen=True, slots=True)
class Cell:
    """One criterion of one mission: truths, replications, and how many truths its range covered.

    `stated` counts those between the ends of the range, ends included; `placed` those whose randomised rank
    lies in the middle 80 %, which is exact for outcomes of few values too.
    """

    criterion: str
    truths: int
    replications: int
    stated: int
    placed: int


def place(values: Floats, forecast: Floats, rng: np.random.Generator) -> Floats:
    """Give the randomised rank of values in a sample, uniform on (0, 1) where both are of one law.

    `(less + V (equal + 1)) / (N + 1)`, V uniform: among equals each place is as likely (randomised
    probability integral transform: Czado, Gneiting and Held 2009, Biometrics 65, section 2).
    """
    ordered = np.sort(forecast)
    less, up_to = (np.searchsorted(ordered, values, side) for side in ("left", "right"))
    return np.asarray((less + rng.random(len(values)) * (up_to - less + 1)) / (len(forecast) + 1))


def cells_of(played: Played, size: Size, rng: np.random.Generator, *, wrong: bool = False) -> Iterator[Cell]:
    """Give the cells of a mission; a criterion that does not vary has no range to judge.

    With `wrong` the ranges are made with every detail at its median.
    """
    forecasts, luck = (int(seed) for seed in rng.integers(SEEDS, size=2))
    if wrong:
        details, inner = medians_of(played.mission), size.replications
    else:
        details, inner = draw(played.mission, seed=forecasts, outer=size.replications), 1
    told = play(played, details, ReplicationPlan(size.replications, forecasts, inner=inner))
    real = play(played, truths_of(played.mission, size.truths, rng), ReplicationPlan(size.truths, luck))
    for k in criteria(played.mission):
        forecast = None if k.scalar == ATTRIBUTE else told.scalars[k.scalar]
        if forecast is None or forecast.min() == forecast.max():
            continue
        values, ends = real.scalars[k.scalar], spread(forecast)
        inside = np.count_nonzero((ends.low <= values) & (values <= ends.high))
        rank = place(values, forecast, rng)
        middle = np.count_nonzero(np.abs(rank - 0.5) <= COVERED / 2)
        yield Cell(k.id, size.truths, size.replications, int(inside), int(middle))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage over many missions, as stated and as placed, and how far the latter may be from 80 %."""

    cells: int
    stated: float
    placed: float
    band: float

    @property
    def holds(self) -> bool:
        """Whether the ranges cover 80 %, give or take the band."""
        return abs(self.placed - COVERED) <= self.band


def coverage(cells: Sequence[Cell]) -> Coverage:
    """Add up the cells of one criterion; missions are independent.

    Truths of a mission share its forecast, so that their number in the range is beta-binomial: variance
    `T p q (N + 1 + T) / (N + 2)` for T truths and N replications (order statistics: the part of the law
    between two of them is a beta; David and Nagaraja 2003, section 2.5).
    """
    truths = sum(c.truths for c in cells)
    variance = sum(
        c.truths * COVERED * (1 - COVERED) * (c.replications + 1 + c.truths) / (c.replications + 2)
        for c in cells
    )
    stated, placed = sum(c.stated for c in cells) / truths, sum(c.placed for c in cells) / truths
    return Coverage(len(cells), stated, placed, float(ERRORS * np.sqrt(variance) / truths))


def by_criterion(cells: Iterable[Cell]) -> dict[str, Coverage]:
    """Add up cells by criterion."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.criterion, []).append(cell)
    return {criterion: coverage(of) for criterion, of in found.items()}


def at_random(number: int) -> list[Played]:
    """Draw missions by the tests' strategy, the same ones each time, with plans at random."""
    found: list[Played] = []

    @seed(1)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(missions(), st.integers(0, 10_000))
    def collect(mission: Mission, luck: int) -> None:
        found.append(Played(mission, plans_for(mission, luck)))

    collect()
    return found[:number]


def examples(folder: Path) -> Iterator[Played]:
    """Give an option from the middle of the list of each example mission, roughly planned."""
    for name in EXAMPLES:
        every = options(read_mission(folder / name))[1:]
        mission, programme = roughly_planned(every[len(every) // 2])
        yield Played(mission, Plans(programme))


def run(number: int, truths: int) -> dict[str, object]:
    """Count the coverage over missions, right and wrong, and tell it."""
    begun = time.process_time()
    size = Size(truths, 4 * truths)
    every = [*at_random(number), *examples(Path("missions"))]
    right, wrong = (_told(every, size, wrong=wrong) for wrong in (False, True))
    figures = {
        f"{name}_{criterion}": round(value, 4)
        for criterion, of in right.items()
        for name, value in (
            ("covered", of.placed),
            ("band", of.band),
            ("ends_included", of.stated),
            ("at_medians", wrong[criterion].placed if criterion in wrong else float("nan")),
        )
    }
    return {
        "case": f"{number} missions",
        "missions": len(every),
        "truths": truths * len(every),
        "furthest_in_bands": round(max(map(_bands, right.values())), 3),
        "furthest_in_bands_at_medians": round(max(map(_bands, wrong.values())), 1),
        **figures,
        "cpu_seconds": round(time.process_time() - begun, 1),
    }


def _told(every: Sequence[Played], size: Size, *, wrong: bool) -> dict[str, Coverage]:
    rng = np.random.default_rng(3)
    return by_criterion(cell for one in every for cell in cells_of(one, size, rng, wrong=wrong))


def _bands(found: Coverage) -> float:
    """Give how far a coverage lies from 80 %, in bands: 1 at most where the ranges hold."""
    return abs(found.placed - COVERED) / found.band


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.calibration", description=__doc__)
    parser.add_argument("--missions", type=int, default=40)
    parser.add_argument("--truths", type=int, default=1000)
    asked = parser.parse_args()
    print(json.dumps(run(asked.missions, asked.truths)))


if __name__ == "__main__":
    main()
