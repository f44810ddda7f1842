"""Selection: the best of many options with few replications, and how sure a ranking is.

Takes replications of options that met the same random numbers, gives a `Selection` (KN, fully sequential
elimination on paired differences) or a `EstimatedRanking`. Draws nothing itself: whoever calls says how
replications are had. Formulas and sources: docs/model/decision.md, "Selection".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from scipy.special import stdtr

from cadre.errors import BadInput, Fault, Place
from cadre.statistics.arrays import Floats

LEAST_FIRST = 2
"""Replications that a variance needs."""


@dataclass(frozen=True, slots=True)
class SelectionGoal:
    """What a selection promises.

    Parameters
    ----------
    indifference : float
        Difference of means, in the unit of the criterion, that is worth telling apart; above 0.
    probability : float
        Least probability that the option chosen is the best, or within the indifference of it.
    first : int
        Replications of every option before any is dropped.
    step : int
        Replications of each option left between two looks.
    better : str
        Whether more or less is better.
    """

    indifference: float
    probability: float = 0.95
    first: int = 20
    step: int = 5
    better: Literal["more", "less"] = "more"

    def __post_init__(self) -> None:
        """Refuse what promises nothing.

        Raises
        ------
        BadInput
            With every fault.
        """
        found = [
            (self.indifference > 0, "indifference", self.indifference, "study-faults.not-above-0", 0),
            (0 < self.probability < 1, "probability", self.probability, "study-faults.no-probability", 1),
            (self.first >= LEAST_FIRST, "first", self.first, "study-faults.too-few", LEAST_FIRST),
            (self.step >= 1, "step", self.step, "study-faults.too-few", 1),
        ]
        if bad := [
            Fault.of(Place(path=(name,)), wrong, value=str(value), least=least)
            for good, name, value, wrong, least in found
            if not good
        ]:
            raise BadInput(bad)


@dataclass(frozen=True, slots=True)
class Eliminated:
    """An option that was dropped, after how many replications, for which one, and how far behind it was."""

    option: str
    replications: int
    behind: str
    by: float


@dataclass(frozen=True, slots=True)
class Selection:
    """The option chosen, what was promised, and what it took: replications by option.

    `settled` is False where the replications there are did not suffice; then nothing is promised of `best`.
    """

    best: str
    aim: SelectionGoal
    used: Mapping[str, int]
    dropped: tuple[Eliminated, ...]
    settled: bool = True

    @property
    def replications(self) -> int:
        """Replications of all options together."""
        return sum(self.used.values())


@dataclass(frozen=True, slots=True)
class EstimatedRanking:
    """Options of one criterion from best to worst by their means.

    `sure[i]` is the confidence that option i is truly better than the next one, and `jointly` that the whole
    order is right, at least (Bonferroni).
    """

    criterion: str
    order: tuple[str, ...]
    sure: tuple[float, ...]
    jointly: float


def h_squared(options: int, aim: SelectionGoal) -> float:
    """Return `h^2 = 2 eta (n0 - 1)` of Kim and Nelson (2001) with c = 1.

    `eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2`, alpha one less the probability, k the options, n0
    the first replications.
    """
    degrees = aim.first - 1
    eta = ((2 * (1 - aim.probability) / (options - 1)) ** (-2 / degrees) - 1) / 2
    return float(2 * eta * degrees)


def reach(pilot: Floats, h2: float, aim: SelectionGoal) -> Floats:
    """Return `h^2 S^2 / delta^2` of each pair: replications after which their difference is told.

    Parameters
    ----------
    pilot : ndarray of float64, shape (options, first)
        The first replications.
    h2 : float
        From `h_squared`.
    aim : SelectionGoal
        Indifference.
    """
    variance = np.var(pilot[:, None, :] - pilot[None, :, :], axis=2, ddof=1)
    return np.asarray(h2 * variance / aim.indifference**2)


def select_best(
    options: Sequence[str],
    sampled: Callable[[str, int], Floats],
    aim: SelectionGoal,
    *,
    most: int | None = None,
) -> Selection:
    """Choose the best option, dropping those that are told apart from a better one as soon as they are.

    Parameters
    ----------
    options : sequence of str
        Two or more ids.
    sampled : callable
        Gives the first so many replications of an option, shape (replications,); replication n of every
        option meets the same random numbers, and the first ones stay when more are asked for.
    aim : SelectionGoal
        What is promised.
    most : int, optional
        Replications of an option that can be had; any number when left out.
    """
    sign = 1.0 if aim.better == "more" else -1.0
    left, count = list(range(len(options))), aim.first
    values = np.array([sign * _finite(option, sampled(option, count)) for option in options])
    enough_after = reach(values, h_squared(len(options), aim), aim)
    used, dropped, settled = [count] * len(options), list[Eliminated](), True
    while len(left) > 1:
        means = values.mean(axis=1)
        out = _behind(
            means,
            np.maximum(0.0, enough_after[np.ix_(left, left)] - count),
            left,
            aim.indifference / (2 * count),
        )
        dropped += [Eliminated(options[i], count, options[by], float(means[by] - means[i])) for i, by in out]
        left = [i for i in left if i not in dict(out)]
        if len(left) == 1 or count > enough_after[np.ix_(left, left)].max():
            break
        settled = most is None or count + aim.step <= most
        if not settled:
            break
        count += aim.step
        for i in left:
            used[i] = count
        more = {i: sign * _finite(options[i], sampled(options[i], count)) for i in left}
        values = np.array([more.get(i, np.full(count, -np.inf)) for i in range(len(options))])
    best = left[int(np.argmax(values[left].mean(axis=1)))]
    return Selection(options[best], aim, dict(zip(options, used, strict=True)), tuple(dropped), settled)


def _behind(means: Floats, ahead: Floats, left: Sequence[int], scale: float) -> list[tuple[int, int]]:
    """Return the options left whose mean is below another's by more than `scale x ahead`, and that other."""
    here = means[list(left)]
    short = here[None, :] - here[:, None] - scale * ahead
    np.fill_diagonal(short, -np.inf)
    worst = short.argmax(axis=1)
    return [(i, left[int(worst[n])]) for n, i in enumerate(left) if short[n, worst[n]] > 0]


def _finite(option: str, values: Floats) -> Floats:
    if not np.isfinite(values).all():
        raise BadInput([Fault.of(Place(path=(option,)), "study-faults.no-number")])
    return values


def ranking(
    criterion: str, samples: Mapping[str, Floats], better: Literal["more", "less"]
) -> EstimatedRanking:
    """Rank options by their means and say how sure each place is.

    Parameters
    ----------
    criterion : str
        Id.
    samples : mapping of str to ndarray of float64, shape (replications,)
        By option, on the same random numbers.
    better : str
        Whether more or less is better.
    """
    sign = 1.0 if better == "more" else -1.0
    order = sorted(samples, key=lambda option: -sign * float(samples[option].mean()))
    sure = tuple(_sure(sign * (samples[a] - samples[b])) for a, b in pairwise(order))
    return EstimatedRanking(criterion, tuple(order), sure, max(0.0, 1.0 - sum(1.0 - p for p in sure)))


def _sure(ahead: Floats) -> float:
    """The confidence that a mean difference is above 0: the t distribution at `mean / (s / sqrt(N))`."""
    error = float(ahead.std(ddof=1)) / np.sqrt(ahead.size)
    mean = float(ahead.mean())
    if error == 0:
        return 1.0 if mean > 0 else 0.5
    return float(stdtr(ahead.size - 1, mean / error))
