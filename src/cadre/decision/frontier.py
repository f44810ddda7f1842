"""Frontier: the options of which none is both cheaper and better, and what money buys between neighbours.

Takes samples and weights of targets and floors; gives a `FrontierStep` from each option on the frontier to
the next dearer one (docs/model/decision.md, "Efficient frontier").
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from cadre.decision.judgement import FrontierStep
from cadre.decision.samples import Floats, Samples, spread
from cadre.decision.types import Spread
from cadre.decision.wording import SLACK, amount, quoted, sentence

BENEFITS = ("outcome", "lasting")
"""What money is spent for: what is reached and what lasts."""
POINT = 0.01
"""A point of a share."""


def efficient(samples: Samples, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Give the options on the efficient frontier, the cheapest first.

    An option is on it where every one that costs no more on average has less benefit: targets and floors by
    their weights, equal ones where neither is weighed. Of equals the one shown first stands.
    """
    shares = {k: weights.get(k, 0.0) for k in BENEFITS}
    shares = shares if any(shares.values()) else dict.fromkeys(BENEFITS, 1.0)
    benefit = {o: sum(w * float(of[k].mean()) for k, w in shares.items()) for o, of in samples.items()}
    cost = {o: float(of["cost"].mean()) for o, of in samples.items()}
    found: list[str] = []
    for option in sorted(samples, key=lambda o: (cost[o], -benefit[o])):
        if not found or benefit[option] > benefit[found[-1]] + SLACK:
            found.append(option)
    return tuple(found)


def frontier(
    samples: Samples, weights: Mapping[str, float], titles: Mapping[str, str], currency: str
) -> tuple[FrontierStep, ...]:
    """Give the steps between neighbours on the frontier: means of paired differences, and the rate.

    Parameters
    ----------
    samples : Samples
        Of the options shown, on the same luck.
    weights : mapping of str to float
        Mean weights by criterion.
    titles : mapping of str to str
        By option.
    currency : str
        Of the cost.
    """
    return tuple(
        _step(samples, (cheaper, dearer), titles, currency)
        for cheaper, dearer in pairwise(efficient(samples, weights))
    )


def _step(samples: Samples, pair: tuple[str, str], titles: Mapping[str, str], currency: str) -> FrontierStep:
    cheaper, dearer = (samples[option] for option in pair)
    differences: dict[str, Floats] = {k: dearer[k] - cheaper[k] for k in (*BENEFITS, "cost")}
    targets, floors, cost = (spread(d) for d in differences.values())
    a_point = cost.mean * POINT / targets.mean if _is_real(targets) and targets.mean > 0 else None
    buys = _bought(targets, floors, a_point, currency)
    names = " to ".join(quoted(titles[option]) for option in pair)
    told = f"From {names}, {amount(cost.mean, currency)} more {buys}."
    return FrontierStep(*pair, cost.mean, targets.mean, floors.mean, a_point, told)


def _is_real(difference: Spread) -> bool:
    """Say whether a mean difference lies outside the 95 % half width that so many futures leave."""
    return abs(difference.mean) > difference.half_width


def _bought(targets: Spread, floors: Spread, a_point: float | None, currency: str) -> str:
    more: list[str] = []
    less: list[str] = []
    for of, difference in (("targets", targets), ("floors", floors)):
        if _is_real(difference):
            rate = f", {amount(a_point, currency)} a point," if of == "targets" and a_point else ""
            into = more if difference.mean > 0 else less
            into.append(f"{amount(difference.mean, 'share')} of the {of}{rate}")
    bought = f"buys {sentence(more)}" if more else "buys nothing that these futures can tell"
    return f"{bought.removesuffix(',')}{f' and gives up {sentence(less)}' if less else ''}"
