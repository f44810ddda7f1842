"""Updating: a quantity as it was assumed and what records say of it, to what is now known of it.

Exact but for the grid: the prior is the mission's own distribution (widened as futures are), read at fixed
quantiles, with a small part spread over all that its unit allows, since ranges err. Shares are counted by the
beta-binomial distribution, whose overdispersion is integrated over, rates by the negative binomial. Older
records count less. Formulas and sources: docs/model/tracking.md, Updating.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission, Quantity
from cadre.mission.judgements import stretched, widened_paths, widening
from cadre.mission.units import UNITS
from cadre.tracking.evidence import RateEvidence, Tally

Floats = NDArray[np.float64]

HALF_LIFE_WEEKS = 104.0
"""Age at which a record counts half (an assumption: docs/model/tracking.md)."""
DOUBT = 0.05
"""Part of the prior that is spread over all that the unit allows (an assumption, as above)."""
ALIKE = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
"""How far people of one class pass alike (intra-class correlation), each as likely before any record."""
REACH = 5.0
"""Standard deviations from the median to which the prior is read."""
POINTS, SPREAD = 801, 400
"""Points at which the prior is read, and over which its doubted part is spread."""
FARTHER = 3.0
"""How many times the greatest value assumed the doubted part reaches, where the unit has no such bound."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How records are weighed.

    Parameters
    ----------
    half_life_weeks : float
        Age at which a record counts half.
    doubt : float
        Part of the prior, 0 to 1, that is spread over all that the unit allows.
    alike : tuple of float
        Intra-class correlations, each as likely before any record; (0.0,) for people who pass each alone.
    """

    half_life_weeks: float = HALF_LIFE_WEEKS
    doubt: float = DOUBT
    alike: tuple[float, ...] = ALIKE


USUAL = Ways()


def posterior(mission: Mission, found: RateEvidence, ways: Ways = USUAL) -> Quantity:
    """Return what is known of a quantity once its records are in: choices, each with its probability.

    Raises
    ------
    NothingLeft
        Every value that was assumed is contradicted: a site should have opened by now.
    """
    values, weights = prior(mission, found.path, ways.doubt if found.kind in ("share", "rate") else 0.0)
    if found.kind == "value" and len(found.pieces) == 1 and _happens_once(found.path):
        values, weights = np.array([found.pieces[0].count]), np.ones(1)
    else:
        weights = weights * _likelihood(mission, values, found, ways)
    total = weights.sum()
    if total <= 0:
        raise NothingLeft(found)
    kept = weights > total * LEAST
    weights = weights[kept] / weights[kept].sum()
    quantity = mission.quantities[found.path]
    numbers = tuple(map(float, values[kept]))
    return Quantity(shape="choices", numbers=numbers, weights=tuple(map(float, weights)), unit=quantity.unit)


LEAST = 1e-9
"""Part of the whole below which a value is left out."""


class NothingLeft(ValueError):
    """Records contradict every value that was assumed."""

    def __init__(self, found: RateEvidence) -> None:
        self.found = found
        super().__init__(found.path)


def _happens_once(path: str) -> bool:
    """Say whether what was measured is the quantity itself, and no draw from it: an opening, a duration."""
    return path.endswith(".opens") or path.startswith("projects.")


def prior(mission: Mission, path: str, doubt: float) -> tuple[Floats, Floats]:
    """Return values and weights that stand for what was assumed, rising, shape (points,) each."""
    from scipy.special import ndtr  # noqa: PLC0415  (heavy, only needed where something is updated)

    quantity = mission.quantities[path]
    z = np.linspace(-REACH, REACH, POINTS)
    values = quantity.at(ndtr(z))
    if path in widened_paths(mission):
        values = stretched(values, quantity, widening(mission))
    weights = np.exp(-z * z / 2)
    weights *= (1 - doubt) / weights.sum()
    if doubt > 0:
        unit = UNITS[quantity.unit]
        most = min(unit.greatest, 1.0 if unit.greatest == 1 else FARTHER * float(values.max()))
        even = unit.least + (most - unit.least) * (np.arange(SPREAD) + 0.5) / SPREAD
        values = np.concatenate([values, even])
        weights = np.concatenate([weights, np.full(SPREAD, doubt / SPREAD)])
    order = np.argsort(values, kind="stable")
    return values[order], weights[order]


def _likelihood(mission: Mission, values: Floats, found: RateEvidence, ways: Ways) -> Floats:
    """Return how well each value explains the records, the best 1."""
    if found.kind == "beyond":
        return np.asarray(values > max(piece.count for piece in found.pieces), np.float64)
    if found.kind == "value":
        logs = sum(_of_duration(values, piece) * _weight(piece, ways) for piece in found.pieces)
        return _scaled(np.asarray(logs, np.float64)[:, None])
    alike = np.array(ways.alike)
    ways_to_learn = _improvements(mission, found.path) if found.kind == "share" else ((1.0, 1.0),)
    logs = np.zeros((len(values), len(ways_to_learn), len(alike)))
    for piece in found.pieces:
        for row, learning in enumerate(ways_to_learn if piece.of > 0 else ()):
            of_piece = (
                _of_rate(values, piece, alike)
                if found.kind == "rate"
                else _of_share(_chance(values, piece, *learning), piece, alike)
            )
            logs[:, row] += _weight(piece, ways) * of_piece
    return _scaled(logs.reshape(len(values), -1))


def _improvements(mission: Mission, path: str) -> tuple[tuple[float, float], ...]:
    """Return what a doubling of serials held leaves of who fails, each as likely, with what is left at last.

    One ratio of 1 for all but the pass rates of courses that learn.
    """
    table, _, rest = path.partition(".")
    course, _, name = rest.rpartition(".")
    learns = mission.learning_of(course) if (table, name) == ("courses", "passes") else None
    if learns is None:
        return ((1.0, 1.0),)
    ratio = mission.quantities[f"{learns[0]}.fails"]
    ratios = ratio.at(np.array(RATIOS)) if not ratio.is_known else np.array([ratio.mean])
    return tuple((min(1.0, float(one)), learns[1].at_least) for one in ratios)


RATIOS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Quantiles at which the ratio by which a course learns is read."""


def _chance(values: Floats, piece: Tally, ratio: float, at_least: float) -> Floats:
    """Return the chance that acts in a piece, by value of the quantity.

    A share a week acts over the weeks of a piece, p = 1 - (1 - x)^w; of a course that has learnt fewer fail,
    1 - (1 - p) max(least, ratio^doublings); of all that the part that can be seen.
    """
    chance = 1 - (1 - values) ** piece.weeks
    left = max(at_least, ratio**piece.doublings)
    return np.asarray((1 - (1 - chance) * left) * piece.part, np.float64)


def _scaled(logs: Floats) -> Floats:
    """Return likelihoods summed over the second axis, scaled so that none is too small for a float."""
    return np.asarray(np.exp(logs - logs.max()).sum(axis=1), np.float64)


def _weight(piece: Tally, ways: Ways) -> float:
    return float(0.5 ** (piece.age_weeks / ways.half_life_weeks))


def _of_share(chance: Floats, piece: Tally, alike: Floats) -> Floats:
    """Return log P(count of `of`) by chance and correlation, shape (chances, correlations).

    Beta-binomial with mean p and intra-class correlation r: a = p (1 - r) / r, b = (1 - p) (1 - r) / r
    (Skellam 1948); the binomial for r = 0.
    """
    from scipy.special import betaln, xlog1py, xlogy  # noqa: PLC0415

    p = np.clip(chance, 1e-9, 1 - 1e-9)[:, None]
    k, n = piece.count, piece.of
    plain = xlogy(k, p) + xlog1py(n - k, -p)
    size = np.where(alike > 0, (1 - alike) / np.where(alike > 0, alike, 1.0), 1.0)
    a, b = p * size, (1 - p) * size
    return np.asarray(np.where(alike > 0, betaln(a + k, b + n - k) - betaln(a, b), plain), np.float64)


def _of_rate(values: Floats, piece: Tally, alike: Floats) -> Floats:
    """Return log P(count in `of`) by value and correlation, shape (values, correlations).

    Poisson with mean x `of`; negative binomial whose variance is m + r m^2 for r > 0 (Lawless 1987).
    """
    from scipy.special import gammaln, xlogy  # noqa: PLC0415

    k, mean = piece.count, np.maximum(values * piece.of, 1e-12)[:, None]
    size = 1 / np.where(alike > 0, alike, 1.0)
    spread = gammaln(k + size) - gammaln(size) + xlogy(k, mean / (mean + size)) - size * np.log1p(mean / size)
    return np.asarray(np.where(alike > 0, spread, xlogy(k, mean) - mean), np.float64)


def _of_duration(values: Floats, piece: Tally) -> Floats:
    """Return log P(a closure of so many weeks) by the mean: geometric from one week on, as it is played."""
    weeks, mean = max(1.0, round(piece.count)), np.maximum(1.0 + 1e-9, values)
    return np.asarray(np.log(1 / mean) + (weeks - 1) * np.log1p(-1 / mean), np.float64)
