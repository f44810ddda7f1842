"""What fits here: the places where an offer could serve, and what each would do to the fill and to the gaps.

Takes the key of an offer, gives a `OfferPlace` for each site with lines. Each place is tried: the posts are
filled anew with the offer there and nowhere else, and set beside the best plan without it. Whoever is known
to come already stays where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cadre.forces.fit import fits
from cadre.forces.optimise import Option, refill_posts
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.reasons import Reason
from cadre.reasons.forces import NoPost


@dataclass(frozen=True, slots=True)
class OfferPlace:
    """A site for an offer, and the effect of the offer's serving there and nowhere else.

    Attributes
    ----------
    site : str
        Where.
    against : Reason, optional
        Why it fits none of the lines there; nothing is tried then.
    serves : int
        Post-weeks that its people fill there.
    closes : int
        Open post-weeks fewer than without the offer, those of critical roles weighted as in the first goal.
    gaps : tuple of (str, int)
        Line and by how many its open post-weeks change, where they do.
    others : tuple of (str, int)
        Other offers and by how many the post-weeks they fill change, where they do.
    plan : ForcePlan, optional
        The posts as they are filled then; None where nothing was tried.
    """

    site: str
    against: Reason | None = None
    serves: int = 0
    closes: int = 0
    gaps: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    plan: ForcePlan | None = field(default=None, compare=False, repr=False)


def places_for(
    offer: str,
    lines: tuple[PostLine, ...],
    mission: Mission,
    *,
    option: Option,
    before: Iterable[Stint] = (),
) -> tuple[OfferPlace, ...]:
    """Return every site with lines as a place for an offer, the one that closes most first.

    Parameters
    ----------
    offer : str
        Key of an offer of the mission.
    lines, mission
        As in `fill_posts`.
    option : tuple of mappings
        Choices and measured attributes.
    before : iterable of Stint
        Stints of a plan that people know; those of other offers stay.

    Returns
    -------
    tuple of OfferPlace
        By `closes`, most first; then by `serves`, by site; those where it does not fit last.

    Raises
    ------
    pydantic.ValidationError
        When the mission has no such offer.
    """
    sites = tuple(dict.fromkeys(line.site for line in lines))
    others = tuple(stint for stint in before if stint.offer != offer)
    gone = mission.changed({f"offers.{offer}": None})
    without, _ = refill_posts(others, lines, gone, option=option)
    found = []
    for site in sites:
        here = [line for line in lines if line.site == site]
        against = _against(mission.offers[offer], here, mission, option)
        if against is not None:
            found.append(OfferPlace(site, against))
            continue
        barred = sorted({*mission.offers[offer].not_at, *sites} - {site})
        only_here = mission.changed({f"offers.{offer}.not_at": barred})
        there, _ = refill_posts(others, lines, only_here, option=option)
        found.append(_place(site, offer, there, without))
    return tuple(sorted(found, key=lambda p: (p.against is not None, -p.closes, -p.serves, p.site)))


def _against(offer: Offer, lines: list[PostLine], mission: Mission, option: Option) -> Reason | None:
    """Return why an offer fits none of the lines of a site; None when it fits one."""
    choices, measured = option
    own = [line for line in lines if line.role == offer.role]
    reasons = [fits(offer, line, mission=mission, choices=choices, measured=measured) for line in own]
    if not reasons:
        return NoPost(offer.role)
    return reasons[0] if all(reasons) else None


def _place(site: str, offer: str, there: ForcePlan, without: ForcePlan) -> OfferPlace:
    filled = _sums((stint.offer, stint.post_weeks) for stint in there.stints)
    others = _changes(filled, _sums((stint.offer, stint.post_weeks) for stint in without.stints))
    gaps = _changes(
        _sums((gap.line, gap.post_weeks) for gap in there.gaps),
        _sums((gap.line, gap.post_weeks) for gap in without.gaps),
    )
    return OfferPlace(
        site,
        serves=filled.get(offer, 0),
        closes=without.unfilled - there.unfilled,
        gaps=gaps,
        others=tuple(change for change in others if change[0] != offer),
        plan=there,
    )


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    added: dict[str, int] = {}
    for key, weeks in pairs:
        added[key] = added.get(key, 0) + weeks
    return added


def _changes(now: Mapping[str, int], before: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return by how much each sum changed, where it did, by key."""
    keys = sorted({*now, *before})
    changes = ((key, now.get(key, 0) - before.get(key, 0)) for key in keys)
    return tuple((key, change) for key, change in changes if change)
