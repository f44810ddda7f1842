"""Agreement by silence: how each party answers an option, and whether nobody breaks silence.

Takes who insists on what (`PositionDraws`) and what an option is, gives `Answers` in every future. Formulas
and sources: docs/model/decision.md, "Agreement by silence". No party is ranked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cadre.decision.agreement.types import State
from cadre.decision.positions import REFUSES, WANTS, PositionDraws
from cadre.statistics.arrays import Bools, Floats

STATES: tuple[State, ...] = ("supports", "acquiesces", "acquiesces with a caveat", "breaks silence")
SUPPORTS, ACQUIESCES, CAVEAT, BREAKS = range(4)
SHIFTED = {"cost": "money", "posts": "people", "posts_in_country": "people"}
"""Attributes of which each contributor carries a part, and what opting out leaves to the others."""

NOBODY = 1e-9
"""Number of contributors that is none: where all opt out the burden has no bound."""


@dataclass(frozen=True)
class Proposal:
    """An option as a party sees it: choices by lever, and measured attributes (`nations.MEASURED`)."""

    option: str
    choices: Mapping[str, str]
    measured: Mapping[str, float]


@dataclass(frozen=True)
class Answers:
    """How all parties answer an option.

    Parameters
    ----------
    states : dict of str to ndarray of int8, shape (replications, most)
        By type of party: index into `STATES`, -1 where that party does not exist.
    out_of_money, out_of_people : ndarray of float64, shape (replications,)
        Share of contributors that leave their part to the others.
    without_people : dict of str to ndarray of float64, shape (replications,)
        By type of party: share of its parties that send nobody.
    holding : tuple of bool
        By position: whether its condition holds for the option before anything is shifted.
    """

    states: dict[str, NDArray[np.int8]]
    out_of_money: Floats
    out_of_people: Floats
    without_people: dict[str, Floats]
    holding: tuple[bool, ...] = field(repr=False)

    @property
    def breaks(self) -> Bools:
        """Whether some party of a type breaks silence, shape (replications, types)."""
        return np.stack([(states == BREAKS).any(axis=1) for states in self.states.values()], axis=1)

    @property
    def agreed(self) -> Bools:
        """Whether nobody breaks silence, shape (replications,)."""
        return np.asarray(~self.breaks.any(axis=1), np.bool_)

    @property
    def majority(self) -> Bools:
        """Whether the median party accepts: more than half do not break silence, shape (replications,)."""
        against = sum((states == BREAKS).sum(axis=1) for states in self.states.values())
        every = sum((states >= 0).sum(axis=1) for states in self.states.values())
        return np.asarray(2 * against < every, np.bool_)


@dataclass
class _Outs:
    """Who opts out of what so far, by type of party, shape (replications, most)."""

    money: dict[str, Bools]
    people: dict[str, Bools]


def answers(given: PositionDraws, proposal: Proposal, nothing: Proposal) -> Answers:
    """Return the answers of all parties to a proposal.

    A party breaks silence where it insists on a refusal that holds and allows no opting out, or where it
    loses more of its wants against doing nothing than it bears. A refusal that allows it turns into a caveat;
    what is left to the others raises their burden by `N / (N - k)`, and they answer anew, until nobody more
    opts out.
    """
    outs = _Outs(*({p: np.zeros_like(there) for p, there in given.there.items()} for _ in range(2)))
    size = sum(given.there[p].shape[1] for p in given.there)
    refused: dict[str, tuple[Bools, Bools]] = {}
    for _ in range(size + 1):  # each round but the last adds a party that opts out
        holds = _holding(given, proposal, outs)
        refused = _refused(given, holds)
        if not _opt_out(given, holds, refused, outs):
            break
    losing, pleased = _wants(given, proposal, nothing)
    states = {
        p: _states(there, (refused[p][0] | losing[p]) & there, outs.money[p] | outs.people[p], pleased[p])
        for p, there in given.there.items()
    }
    return Answers(
        states,
        _share_out(given, outs.money),
        _share_out(given, outs.people),
        {p: _mean_of(outs.people[p], there) for p, there in given.there.items()},
        tuple(q.condition.holds(proposal.choices, proposal.measured) for q in given.positions),
    )


def _holding(given: PositionDraws, proposal: Proposal, outs: _Outs) -> list[Bools]:
    """Say in which futures each condition holds, with what others have left to those who stay."""
    left = {"money": _burden(given, outs.money), "people": _burden(given, outs.people)}
    holding = []
    for q in given.positions:
        attribute = q.condition.attribute
        if attribute in SHIFTED and q.condition.comparison != ":" and q.party in given.pays:
            value = proposal.measured[attribute] * left[SHIFTED[attribute]]
            above = value >= q.condition.bound
            holding.append(above if q.condition.comparison == ">=" else value <= q.condition.bound)
        else:
            holds = q.condition.holds(proposal.choices, proposal.measured)
            holding.append(np.full(given.replications, holds))
    return holding


def _burden(given: PositionDraws, outs: Mapping[str, Bools]) -> Floats:
    """Return N / (N - k), what each contributor that stays carries against equal parts."""
    out, every = _out_of(given, outs)
    return np.asarray(np.maximum(every, 1) / np.maximum(every - out, NOBODY), np.float64)


def _share_out(given: PositionDraws, outs: Mapping[str, Bools]) -> Floats:
    """Return the share of contributors that opt out."""
    out, every = _out_of(given, outs)
    return np.asarray(out / np.maximum(every, 1), np.float64)


def _out_of(given: PositionDraws, outs: Mapping[str, Bools]) -> tuple[Floats, Floats]:
    """Return how many contributors opt out, and how many there are."""
    none = np.zeros(given.replications)
    out = sum((outs[p].sum(axis=1) for p in given.pays), none)
    return np.asarray(out), np.asarray(sum((given.there[p].sum(axis=1) for p in given.pays), none))


def _mean_of(which: Bools, there: Bools) -> Floats:
    return np.asarray(which.sum(axis=1) / there.sum(axis=1), np.float64)


def _refused(given: PositionDraws, holds: list[Bools]) -> dict[str, tuple[Bools, Bools]]:
    """Return by type of party who refuses without a way out, and who refuses with one."""
    hard = {p: np.zeros_like(there) for p, there in given.there.items()}
    soft = {p: np.zeros_like(there) for p, there in given.there.items()}
    for q, insists, held in zip(given.positions, given.insists, holds, strict=True):
        if q.stance == REFUSES:
            into = hard if q.opts_out == "no" else soft
            into[q.party] |= insists & held[:, None]
    return {p: (hard[p], soft[p] & ~hard[p]) for p in given.there}


def _opt_out(
    given: PositionDraws, holds: list[Bools], refused: Mapping[str, tuple[Bools, Bools]], outs: _Outs
) -> bool:
    """Let those opt out who refuse with a way out; say whether anybody is new among them."""
    new = False
    for q, insists, held in zip(given.positions, given.insists, holds, strict=True):
        if q.stance == REFUSES and q.opts_out != "no":
            who = insists & held[:, None] & refused[q.party][1]
            for kind, of in (("money", outs.money), ("people", outs.people)):
                if q.opts_out in (kind, "both") and bool((who & ~of[q.party]).any()):
                    of[q.party] |= who
                    new = True
    return new


def _wants(
    given: PositionDraws, proposal: Proposal, nothing: Proposal
) -> tuple[dict[str, Bools], dict[str, Bools]]:
    """Return who loses more wants against doing nothing than it bears, and who gets all it insists on."""
    shape = {p: there.shape for p, there in given.there.items()}
    asked, got, had = ({p: np.zeros(s) for p, s in shape.items()} for _ in range(3))
    for q, insists in zip(given.positions, given.insists, strict=True):
        if q.stance == WANTS:
            asked[q.party] += insists
            got[q.party] += insists * q.condition.holds(proposal.choices, proposal.measured)
            had[q.party] += insists * q.condition.holds(nothing.choices, nothing.measured)
    losing, pleased = {}, {}
    for p in shape:
        loss = (had[p] - got[p]) / np.maximum(asked[p], 1)
        losing[p] = loss > given.bears[p][:, None]
        pleased[p] = (asked[p] > 0) & (got[p] == asked[p])
    return losing, pleased


def _states(there: Bools, breaks: Bools, out: Bools, pleased: Bools) -> NDArray[np.int8]:
    states = np.where(pleased, SUPPORTS, ACQUIESCES)
    states = np.where(out, CAVEAT, states)
    states = np.where(breaks, BREAKS, states)
    return np.where(there, states, -1).astype(np.int8)
