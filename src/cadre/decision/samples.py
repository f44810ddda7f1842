"""Samples: what each option yields by criterion, replication by replication, checked before it is used.

Takes a mission, the options' plans and their outcomes; gives one array per option and criterion, and
`Spread`s of arrays. A sample that is not a finite number is refused here, so that no later figure is quietly
wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, Protocol

import numpy as np

from cadre.criteria import ATTRIBUTE, Criterion, compared
from cadre.decision.types import Spread
from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed, message
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.attributes import attributes_of
from cadre.programme.plan import Programme
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Floats, Ints

Samples = dict[str, dict[str, Floats]]
"""Option to criterion to values, shape (replications,)."""


class Drawn(NamedTuple):
    """Draws of a quantity, shape (replications,), and the futures sorted by it."""

    values: Floats
    order: Ints


def drawn(values: Floats) -> Drawn:
    """Sort draws once for all who need them in order."""
    return Drawn(values, np.argsort(values, kind="stable"))


PLAIN_COST = "cost_before_overrun"
"""Scalar that conditions on cost speak of."""

COUNTED = ("met", "reached", "holds", "left")
"""Families of scalars that chances are read from."""

LEAST_REPLICATIONS = 2
"""A half width needs two."""


class Compared(Protocol):
    """An option with its plans, as far as a comparison looks at them (`cadre.plans.Planned` is one)."""

    @property
    def option(self) -> Option:
        """The option."""

    @property
    def need(self) -> Programme:
        """What the option would need: the posts that nations are asked for."""

    @property
    def programme(self) -> Programme:
        """What it can achieve with the posts that are filled."""


def criteria(mission: Mission) -> tuple[Criterion, ...]:
    """Return what options are compared by, in the order in which they are shown."""
    return tuple(entry.of(mission.mission.currency, mission.years_beyond_exit) for entry in compared())


def cost_for_conditions(outcome: Outcome) -> Floats:
    """The cost that a condition speaks of in each future: as planned and priced, before any overrun."""
    return np.asarray(outcome.scalars[PLAIN_COST], dtype=np.float64)


def attributes(planned: Compared) -> dict[str, float]:
    """Return what a condition may speak of but the cost, as the option needs it."""
    return attributes_of(planned.need, planned.option.mission)


def samples_of(
    over: Sequence[Criterion], planned: Sequence[Compared], outcomes: Mapping[str, Outcome]
) -> Samples:
    """Read the samples of every option by criterion.

    Returns
    -------
    dict of str to dict of str to ndarray of float64, shape (replications,)

    Raises
    ------
    BadInput
        An option without outcome, a scalar that is missing or not finite, unequal seeds or numbers of
        replications: all of them at once.
    """
    faults = [*_faults_of_sets(planned, outcomes), *_faults_of_values(outcomes, over)]
    if faults:
        raise BadInput(faults)
    return {
        c.option.id: {
            k.id: np.full(outcomes[c.option.id].replications, attributes(c)[k.id])
            if k.scalar == ATTRIBUTE
            else np.asarray(outcomes[c.option.id].scalars[k.scalar], dtype=np.float64)
            for k in over
        }
        for c in planned
    }


def _faults_of_sets(planned: Sequence[Compared], outcomes: Mapping[str, Outcome]) -> Iterable[Fault]:
    """Options must have been simulated, all with the same random numbers, or differences mean nothing."""
    for c in planned:
        if c.option.id not in outcomes:
            where = Place(path=("outcomes", c.option.id))
            yield Fault.of(where, "study-faults.no-outcome")
    streams = {(o.seed, o.replications) for o in outcomes.values()}
    if len(streams) > 1:
        met = [message("study-faults.luck", seed=str(seed), replications=n) for seed, n in sorted(streams)]
        found = listed(met, "semicolon")
        yield Fault.of(Place(path=("outcomes",)), "study-faults.other-luck", streams=found)
    if any(n < LEAST_REPLICATIONS for _, n in streams):
        yield Fault.of(Place(path=("outcomes",)), "study-faults.one-replication")


def _faults_of_values(outcomes: Mapping[str, Outcome], over: Sequence[Criterion]) -> Iterable[Fault]:
    for option, outcome in outcomes.items():
        for name in (*(k.scalar for k in over), PLAIN_COST):
            if name not in outcome.scalars and name != ATTRIBUTE:
                where = Place(path=("outcomes", option, name))
                yield Fault.of(where, "study-faults.not-simulated")
        for name in filter(partial(_is_compared, over), outcome.scalars):
            values = outcome.scalars[name]
            where = Place(path=("outcomes", option, name))
            bad = int(np.count_nonzero(~np.isfinite(values)))
            if np.shape(values) != (outcome.replications,):
                shapes = {"shape": str(np.shape(values)), "needed": f"({outcome.replications},)"}
                yield Fault.of(where, "study-faults.other-shape", **shapes)
            elif bad:
                bad_of = {"number": bad, "of": outcome.replications}
                yield Fault.of(where, "study-faults.not-finite-in-some", **bad_of)


def _is_compared(over: Sequence[Criterion], name: str) -> bool:
    """Say whether a comparison reads a scalar; others may have no number (the end of work never done)."""
    return name.partition(".")[0] in COUNTED or any(name == k.scalar for k in over)


def spread(values: Floats) -> Spread:
    """Put a sample in five numbers: median, 10th and 90th percentile, mean, half width of its 95 % interval.

    The half width is Student's: t(0.975, n - 1) s / sqrt(n) (docs/model/decision.md, "Spreads").
    """
    low, median, high = (float(q) for q in np.quantile(values, (0.1, 0.5, 0.9)))
    return Spread(median, low, high, float(values.mean()), half_width(values))


def half_width(values: Floats) -> float:
    """Return the half width of the 95 % interval of a mean of independent replications."""
    from scipy.special import stdtrit  # noqa: PLC0415  (heavy, only needed when options are compared)

    n = len(values)
    return float(stdtrit(n - 1, 0.975) * values.std(ddof=1) / np.sqrt(n))
