"""Comparison: options compared criterion by criterion on common random numbers, without a single total.

Takes a mission, the options' plans and their simulated outcomes, gives a `Comparison`. Formulas and their
sources stand in docs/model/decision.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from cadre.criteria import Criterion
from cadre.decision.acceptance import acceptances
from cadre.decision.best_options import best_on
from cadre.decision.break_even import break_evens
from cadre.decision.chances import chances_of, fill_risks
from cadre.decision.dominance import dominated_options
from cadre.decision.endings import endings
from cadre.decision.regret import regrets
from cadre.decision.samples import Compared, Samples, cost_for_conditions, criteria, samples_of, spread
from cadre.decision.types import Comparison, Difference
from cadre.decision.variance_decomposition import variance_shares
from cadre.decision.within_gaps import within_gaps
from cadre.mission import Mission
from cadre.options import NOTHING
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Floats


def compare(
    mission: Mission,
    planned: Sequence[Compared],
    outcomes: Mapping[str, Outcome],
    replays: Mapping[str, Outcome] | None = None,
) -> Comparison:
    """Compare options criterion by criterion.

    Parameters
    ----------
    mission : Mission
        The mission as read: parties, positions, currency.
    planned : sequence of Compared
        The options with their plans, doing nothing first.
    outcomes : mapping of str to Outcome
        By option id; all simulated with one seed and number of replications, so that replication n is the
        same future for all.
    replays : mapping of str to Outcome, optional
        The first futures again, with the same details and fresh random numbers, to tell the two kinds of
        chance apart.

    Raises
    ------
    BadInput
        An outcome is missing, does not match the others, or is not a finite number somewhere.
    """
    over = criteria(mission)
    samples = samples_of(over, planned, outcomes)
    spreads = {option: {k: spread(values) for k, values in of.items()} for option, of in samples.items()}
    costs = {option: spread(cost_for_conditions(outcomes[option])) for option in spreads}
    alike = within_gaps(planned)
    pairs = frozenset(frozenset((pair.ahead, pair.behind)) for pair in alike)
    return Comparison(
        criteria=over,
        spreads=spreads,
        differences=differences(over, samples),
        dominated=dominated_options(over, samples, pairs),
        chances=tuple(
            chance
            for c in planned
            for chance in chances_of(
                c.option.id, c.option.mission, outcomes[c.option.id], nothing_of(c, outcomes)
            )
        ),
        regrets=regrets(over, samples),
        fill=fill_risks(planned, outcomes),
        break_even=tuple(
            one for c in planned for one in break_evens(c.option.mission, c, outcomes[c.option.id])
        ),
        acceptance=acceptances(mission, planned, costs),
        best_on=best_on(over, samples, pairs),
        variance_shares=variance_shares(over, planned, outcomes, replays or {}),
        within_gaps=alike,
        endings=endings(planned, outcomes),
    )


def nothing_of(compared: Compared, outcomes: Mapping[str, Outcome]) -> Outcome | None:
    """Return the outcome that an option is set against: doing nothing, for all but itself."""
    return None if compared.option.id == NOTHING else outcomes.get(NOTHING)


def differences(over: Sequence[Criterion], samples: Samples) -> tuple[Difference, ...]:
    """Return each option minus each one shown before it, hence minus doing nothing, on every criterion."""
    return tuple(
        difference(k, (of, samples[of][k.id]), (to, samples[to][k.id]))
        for to, of in combinations(samples, 2)
        for k in over
    )


def difference(criterion: Criterion, of: tuple[str, Floats], to: tuple[str, Floats]) -> Difference:
    """The paired difference of two named samples and how often the first is better; a tie is not better.

    Since replication n is the same future for both, the spread is that of the difference itself, not of two
    independent samples (Law 2015, section 10.2.1, paired-t interval).
    """
    by = of[1] - to[1]
    better = by > 0 if criterion.better == "more" else by < 0
    return Difference(of[0], to[0], criterion.id, spread(by), float(np.mean(better)))
