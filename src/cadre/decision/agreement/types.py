"""What is told of agreement by silence: states of the parties, who blocks, amendments. Types only.

Nothing here ranks parties; they stand in the order of the mission. Shares and chances are from 0 to 1, over
futures (replications). Formulas and sources: docs/model/decision.md, "Agreement by silence".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cadre.reasons import Reason

State = Literal["supports", "acquiesces", "acquiesces with a caveat", "breaks silence"]


@dataclass(frozen=True, slots=True)
class PartyStance:
    """How the parties of one type meet an option, over futures.

    The four shares are of parties of the type and add up to 1; `any_breaks` is the chance that at least one
    of them breaks silence. `state` is the one word for a map: `breaks silence` where that is as likely as
    not, else the state of most. `refuses` are the conditions that hold and it may not accept, `misses` those
    that it wants and does not get.
    """

    option: str
    party: str
    supports: float
    acquiesces: float
    caveat: float
    breaks: float
    any_breaks: float
    state: State
    refuses: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockingSet:
    """Parties that break silence together, and the share of futures in which these and no others do."""

    parties: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class LeverChange:
    """A lever moved from one choice to another."""

    lever: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """Changes of levers that raise the chance of agreement while the bars are kept.

    `option` is amended into `to` (the id of a screened option); `chance` is the chance of agreement then.
    The differences are amended minus as shown, both as screened.
    """

    option: str
    to: str
    changes: tuple[LeverChange, ...]
    chance: float
    outcome_difference: float
    lasting_difference: float
    cost_difference: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether a body that decides by silence agrees on an option.

    Parameters
    ----------
    option : str
        Id of the option.
    chance, half_width : float
        Chance that nobody breaks silence, from joint draws, with its 95 % half width.
    apart, together : float
        The same if parties decided independently of each other, and if all moved together.
    majority : float
        Contrast only: chance that the median party would accept, which is not how such a body decides.
    blocking : tuple of BlockingSet
        Who breaks silence together, the most frequent first.
    to_win : tuple of tuple of str
        Least sets of parties to be won over so that agreement becomes more likely than not; `((),)` where it
        is already.
    pivotal : str or None
        The party that most often is the only one to break silence, and its share of futures.
    shifted_cost, shifted_posts : float
        What those who stay out by a caveat leave to the others, as mean shares of cost and of posts.
    filled_if_agreed : float or None
        Chance that enough posts are filled given agreement; None where it is never agreed.
    agreed_and_filled, agreed_and_good : float
        Chance of both together; None of the second where no bar is stated.
    amendments : tuple of Amendment
        The cheapest first: fewest levers, then least lost.
    reason : Reason
        The same in one sentence.
    """

    option: str
    chance: float
    half_width: float
    apart: float
    together: float
    majority: float
    blocking: tuple[BlockingSet, ...]
    to_win: tuple[tuple[str, ...], ...]
    pivotal: str | None
    pivotal_share: float
    shifted_cost: float
    shifted_posts: float
    filled_if_agreed: float | None
    agreed_and_filled: float
    agreed_and_good: float | None
    amendments: tuple[Amendment, ...]
    reason: Reason
