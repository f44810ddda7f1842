"""Agreeing: what is told of agreement by silence on each option shown.

Takes an option with its outcome and who insists on what; gives `PartyStance`s and `Agreement`s: the chance of
agreement, who blocks, the pivotal party, what caveats shift, and whether posts are filled then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.decision.agreement.answers import (
    ACQUIESCES,
    BREAKS,
    CAVEAT,
    STATES,
    SUPPORTS,
    Answers,
    Proposal,
    answers,
)
from cadre.decision.agreement.types import Agreement, Amendment, BlockingSet, PartyStance
from cadre.decision.chances import FILL_FLOOR, half_width_of_share
from cadre.decision.positions import REFUSES, WANTS, PositionDraws, minimal_sets
from cadre.reasons import Reason
from cadre.reasons.decision import NobodyObjects, SilenceHolds
from cadre.statistics.arrays import Bools, Floats

SETS_TOLD = 5
"""Sets of parties that break silence together which are told, the most frequent first."""
EVEN = 0.5
"""Agreement is likely where its chance is above."""


@dataclass(frozen=True)
class Body:
    """The parties that must not break silence, as drawn: joint, each for itself, all together."""

    joint: PositionDraws
    apart: PositionDraws
    together: PositionDraws


@dataclass(frozen=True)
class ProposalCase:
    """An option before the body.

    Parameters
    ----------
    proposal, nothing : Proposal
        The option, and doing nothing.
    filled : ndarray of float64, shape (replications,)
        Share of post-weeks filled if nobody opts out.
    good : ndarray of bool, shape (replications,), or None
        Whether it clears the bars; None where none is stated.
    parts : mapping of str to float
        Part of the filled post-weeks that each type of party fills in the plan.
    amended : tuple of Amendment
        Its amendments.
    """

    proposal: Proposal
    nothing: Proposal
    filled: Floats
    good: Bools | None
    parts: Mapping[str, float]
    amended: tuple[Amendment, ...] = ()


def stances(body: Body, case: ProposalCase, answered: Answers) -> tuple[PartyStance, ...]:
    """Return how each type of party meets an option."""
    return tuple(_stance(body.joint, case, answered, party) for party in answered.states)


def _stance(given: PositionDraws, case: ProposalCase, answered: Answers, party: str) -> PartyStance:
    states = answered.states[party]
    counts = np.bincount(states[states >= 0].astype(np.int64), minlength=len(STATES))
    shares = [float(n) for n in counts / counts.sum()]
    any_breaks = float((states == BREAKS).any(axis=1).mean())
    most = max((SUPPORTS, ACQUIESCES, CAVEAT), key=lambda s: shares[s])
    mine = [(q, h) for q, h in zip(given.positions, answered.holding, strict=True) if q.party == party]
    return PartyStance(
        option=case.proposal.option,
        party=party,
        supports=shares[SUPPORTS],
        acquiesces=shares[ACQUIESCES],
        caveat=shares[CAVEAT],
        breaks=shares[BREAKS],
        any_breaks=any_breaks,
        state=STATES[BREAKS] if any_breaks >= EVEN else STATES[most],
        refuses=tuple(str(q.condition) for q, holds in mine if q.stance == REFUSES and holds),
        misses=tuple(str(q.condition) for q, holds in mine if q.stance == WANTS and not holds),
    )


def filled_with_caveats(case: ProposalCase, answered: Answers) -> Floats:
    """Return the share of post-weeks filled once the people of those who opt out stay away."""
    away = sum(
        (answered.without_people[p] * part for p, part in case.parts.items()), np.zeros_like(case.filled)
    )
    return np.asarray(case.filled * (1 - away), np.float64)


def agreement(body: Body, case: ProposalCase, answered: Answers) -> Agreement:
    """Return whether an option is agreed, and what comes of it.

    Shares are over joint futures: the product of the parties' chances would be wrong, since their stances
    hang together.
    """
    agreed, breaks = answered.agreed, answered.breaks
    filled = filled_with_caveats(case, answered) >= FILL_FLOOR
    count = int(agreed.sum())
    alone = breaks & (breaks.sum(axis=1) == 1)[:, None]
    pivot = int(alone.mean(axis=0).argmax())
    pivotal_share = float(alone[:, pivot].mean())
    contrast = [answers(of, case.proposal, case.nothing) for of in (body.apart, body.together)]
    blocking = blocking_sets(breaks, tuple(answered.states))
    return Agreement(
        option=case.proposal.option,
        chance=count / len(agreed),
        half_width=half_width_of_share(count, len(agreed)),
        apart=float(contrast[0].agreed.mean()),
        together=float(contrast[1].agreed.mean()),
        majority=float(answered.majority.mean()),
        blocking=blocking,
        to_win=tuple(tuple(tuple(answered.states)[k] for k in of) for of in minimal_sets(breaks, EVEN)),
        pivotal=tuple(answered.states)[pivot] if pivotal_share > 0 else None,
        pivotal_share=pivotal_share,
        shifted_cost=float(answered.out_of_money.mean()),
        shifted_posts=float(answered.out_of_people.mean()),
        filled_if_agreed=float(filled[agreed].mean()) if count else None,
        agreed_and_filled=float((agreed & filled).mean()),
        agreed_and_good=None if case.good is None else float((agreed & case.good).mean()),
        amendments=case.amended,
        reason=_reason(case.proposal.option, float(agreed.mean()), blocking, filled[agreed]),
    )


def blocking_sets(breaks: Bools, parties: Sequence[str]) -> tuple[BlockingSet, ...]:
    """Return who breaks silence together, the most frequent first, in the order of the mission."""
    counts = Counter(map(tuple, breaks[breaks.any(axis=1)]))
    order = sorted(counts, key=lambda row: (-counts[row], [not b for b in row]))
    return tuple(
        BlockingSet(tuple(p for p, b in zip(parties, row, strict=True) if b), counts[row] / len(breaks))
        for row in order[:SETS_TOLD]
    )


def _reason(option: str, agreed: float, blocking: Sequence[BlockingSet], filled: Bools) -> Reason:
    enough = float(filled.mean()) if len(filled) else None
    if blocking:
        return SilenceHolds(option, agreed, blocking[0].parties, FILL_FLOOR, enough)
    return NobodyObjects(option, FILL_FLOOR, enough if enough is not None else 0.0)
