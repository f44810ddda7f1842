"""Designs: which cases a sweep runs. A grid, a Latin hypercube or a Sobol sequence over options and details.

Takes a mission, gives `SweepCase`s: an option and, for each uncertain detail varied, the probability at whose
quantile it stands. Runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission import Mission, Quantity
from cadre.mission.base import did_you_mean
from cadre.options import Option, options

Kind = Literal["grid", "lhs", "sobol"]
LEFT_OUT = "mandate."
"""Quantities of the mandate (what finding out costs) are no part of the future played."""
MOST_CASES = 1_000_000
"""Cases of one sweep at most: each becomes a file until the sweep is whole."""


@dataclass(frozen=True)
class Design:
    """What is varied, and how.

    Parameters
    ----------
    kind : str
        `grid` crosses options with levels of the details; `lhs` and `sobol` sample both together.
    cases : int
        Number of cases of a sample; not used by a grid.
    levels : int
        Levels of each detail in a grid, at the probabilities (i + 1/2) / levels.
    vary : tuple of str
        Paths of uncertain details; in a sample all of them where none is named, in a grid none.
    choices : mapping of str to tuple of str
        Choices kept, by lever; all where a lever is not named.
    """

    kind: Kind = "grid"
    cases: int = 64
    levels: int = 3
    vary: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SweepCase:
    """One case: number, option with its choices, and the probability at whose quantile each detail stands."""

    number: int
    option: str
    choices: Mapping[str, str]
    at: Mapping[str, float]


def cases_of(mission: Mission, design: Design, *, seed: int) -> tuple[SweepCase, ...]:
    """Return the cases of a design, numbered from 0.

    Raises
    ------
    BadInput
        A path that is no uncertain detail, a lever or choice that does not exist, no option left, too many
        cases, or a Sobol sequence whose length is no power of 2.
    """
    known = allowed(mission, design.choices)
    paths = _varied(mission, design)
    count = len(known) * design.levels ** len(paths) if design.kind == "grid" else design.cases
    if count > MOST_CASES:
        place = Place(path=("cases",))
        raise BadInput([Fault.of(place, "sweep.too-many-cases", count=str(count), most=MOST_CASES)])
    every = (
        _grid(known, paths, design.levels) if design.kind == "grid" else _sampled(known, paths, design, seed)
    )
    return tuple(SweepCase(n, option.id, option.choices, at) for n, (option, at) in enumerate(every))


def allowed(mission: Mission, choices: Mapping[str, Sequence[str]]) -> tuple[Option, ...]:
    """Return the options whose choices are all among those kept; doing nothing only where all are kept."""
    faults = []
    for lever, kept in choices.items():
        if lever not in mission.levers:
            cure = did_you_mean(lever, mission.levers)
            faults.append(Fault.of(_of_lever(lever), "sweep.no-lever", lever=quoted(lever), cure=cure))
            continue
        there = mission.levers[lever].choices
        faults += [
            Fault.of(_of_lever(lever), "sweep.no-choice", choice=quoted(c), cure=did_you_mean(c, there))
            for c in kept
            if c not in there
        ]
    if faults:
        raise BadInput(faults)
    found = tuple(o for o in options(mission) if all(o.choices.get(k) in kept for k, kept in choices.items()))
    if not found:
        raise BadInput([Fault.of(Place(path=("lever",)), "sweep.no-option-left")])
    return found


def uncertain(mission: Mission) -> dict[str, Quantity]:
    """Return the details that are not known, by path."""
    return {k: q for k, q in mission.quantities.items() if not q.is_known and not k.startswith(LEFT_OUT)}


def placed(option: Option, at: Mapping[str, float]) -> Option:
    """Return an option with details set at quantiles of what its own mission knows of them."""
    known = option.mission.quantities
    values = {
        path: Quantity(numbers=(float(known[path].at(u)),), unit=known[path].unit, basis=known[path].basis)
        for path, u in at.items()
    }
    return replace(option, fixed=values)


def _varied(mission: Mission, design: Design) -> tuple[str, ...]:
    known, vary = uncertain(mission), Place(path=("vary",))
    faults = [
        Fault.of(vary, "sweep.no-uncertain-detail", path=quoted(path), cure=did_you_mean(path, known))
        for path in design.vary
        if path not in known
    ]
    if faults:
        raise BadInput(faults)
    if design.vary or design.kind == "grid":
        return tuple(dict.fromkeys(design.vary))
    return tuple(known)


def _grid(
    known: Sequence[Option], paths: Sequence[str], levels: int
) -> Iterator[tuple[Option, dict[str, float]]]:
    """Cross options with levels, the last detail turning fastest."""
    steps = [(i + 0.5) / levels for i in range(levels)]
    for option in known:
        for at in product(steps, repeat=len(paths)):
            yield option, dict(zip(paths, at, strict=True))


def _sampled(
    known: Sequence[Option], paths: Sequence[str], design: Design, seed: int
) -> Iterator[tuple[Option, dict[str, float]]]:
    """Let the first coordinate choose the option, evenly, and each other one place a detail."""
    for first, *at in _points(design, 1 + len(paths), seed).tolist():
        option = known[min(int(first * len(known)), len(known) - 1)]
        yield option, dict(zip(paths, at, strict=True))


def _points(design: Design, dimensions: int, seed: int) -> NDArray[np.float64]:
    """Points of the unit cube: McKay, Beckman and Conover (1979), or Sobol (1967) scrambled by Owen."""
    from scipy.stats import qmc  # noqa: PLC0415  (heavy, and a grid does without)

    if design.kind == "lhs":
        return np.asarray(qmc.LatinHypercube(dimensions, rng=seed).random(design.cases))
    if design.cases & (design.cases - 1):
        near = 2 ** (design.cases.bit_length() - 1)
        numbers = {"cases": str(design.cases), "fewer": str(near), "more": str(2 * near)}
        raise BadInput([Fault.of(Place(path=("cases",)), "sweep.no-power-of-2", **numbers)])
    return np.asarray(qmc.Sobol(dimensions, rng=seed).random(design.cases))


def _of_lever(lever: str) -> Place:
    return Place(path=("lever", *lever.split(".")))
