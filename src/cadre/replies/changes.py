"""Changes: what a reply changes in the offers of a mission, and what it leaves.

Takes understood rows and the mission, gives `Changes`. Rows are matched with the offers that the mission has
of the same party and role: first those that say the same, then those that came with an earlier reply or whose
time overlaps, the ones most alike first. So nothing enters twice, and no offer is changed that a row does not
speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from operator import ne
from typing import Any

from pydantic import ValidationError

from cadre.errors import Fault, Place
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission.wording import worded
from cadre.replies.findings import Understood

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class OfferChange:
    """An offer that enters or changes: its id, where it stands, its fields, and what they were before."""

    id: str
    place: Place
    after: Mapping[str, Any]
    before: Mapping[str, Any]
    remarks: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the mission has no such offer yet."""
        return not self.before


@dataclass(frozen=True, slots=True)
class Changes:
    """Offers that enter or change, ids of those that stay, and of those that a reply no longer holds."""

    entered: tuple[OfferChange, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def changes_of(
    rows: Sequence[Understood], mission: Mission, earlier: Mapping[str, frozenset[str]]
) -> tuple[Changes, list[Fault]]:
    """Compare the rows of a reply with the offers of the mission.

    Parameters
    ----------
    rows : sequence of Understood
        Of any parties.
    mission : Mission
        As it is.
    earlier : mapping of str to frozenset of str
        By party the ids of offers that rest on its earlier replies.

    Returns
    -------
    (Changes, list of Fault)
        What changes, and rows that the model of an offer refuses.
    """
    made, faults = [], []
    for row in rows:
        offer = _offer(row)
        faults.append(offer) if isinstance(offer, Fault) else made.append((row, offer))
    matched = _matched(made, mission, earlier)
    entered, same, ids = [], [], _Ids(mission.offers)
    for number, (row, offer) in enumerate(made):
        key = matched.get(number)
        changed = _differences(mission.offers[key], offer, row.record) if key is not None else row.record
        if key is None:
            key = ids.of(offer)
            entered.append(OfferChange(key, row.place, _plain(offer, row.record), {}, row.remarks))
        elif changed:
            before = _plain(mission.offers[key], changed)
            entered.append(OfferChange(key, row.place, _plain(offer, changed), before, row.remarks))
        else:
            same.append(key)
    parties = {offer.party for _, offer in made}
    gone = {key for party in parties for key in earlier.get(party, ()) if key in mission.offers} - set(
        matched.values()
    )
    return Changes(tuple(entered), tuple(same), tuple(sorted(gone))), faults


def _offer(row: Understood) -> Offer | Fault:
    try:
        return Offer.model_validate(dict(row.record))
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return Fault(row.place, *worded(detail, (), None))


def _differences(old: Offer, new: Offer, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a row in which two offers differ."""
    return {name: record[name] for name in record if getattr(old, name) != getattr(new, name)}


def _plain(offer: Offer, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of an offer as a mission writes them."""
    dumped: dict[str, Any] = offer.model_dump(mode="json", include=set(fields))
    return {name: dumped[name] for name in fields}


def _matched(
    made: Sequence[tuple[Understood, Offer]], mission: Mission, earlier: Mapping[str, frozenset[str]]
) -> dict[int, str]:
    """Return for each row the offer of the mission that it speaks of; none for new ones."""
    same = _alike(made, mission)
    left = [number for number in range(len(made)) if number not in same]
    taken = set(same.values())
    among: dict[tuple[str, str], list[str]] = {}
    for key, old in mission.offers.items():
        if key not in taken:
            among.setdefault((old.party, old.role), []).append(key)
    pairs = []
    for number in left:
        row, offer = made[number]
        fields = tuple(row.record)
        new = _values(offer, fields)
        for key in among.get((offer.party, offer.role), ()):
            old = mission.offers[key]
            overlaps = old.begins <= offer.ends and offer.begins <= old.ends
            if overlaps or key in earlier.get(offer.party, ()):
                pairs.append((sum(map(ne, _values(old, fields), new)), number, key))
    found = dict(same)
    for _, number, key in sorted(pairs):
        if number not in found and key not in taken:
            found[number] = key
            taken.add(key)
    return found


def _alike(made: Sequence[tuple[Understood, Offer]], mission: Mission) -> dict[int, str]:
    """Return for each row the offer that is the same in all that the row says, each offer once."""
    by_fields: dict[tuple[str, ...], dict[tuple[Any, ...], list[str]]] = {}
    found: dict[int, str] = {}
    taken: set[str] = set()
    for number, (row, offer) in enumerate(made):
        fields = tuple(sorted({*row.record, "party", "role"}))
        if fields not in by_fields:
            by_fields[fields] = _by_values(mission, fields)
        keys = by_fields[fields].get(_values(offer, fields), [])
        while keys and keys[-1] in taken:
            keys.pop()
        if keys:
            found[number] = keys.pop()
            taken.add(found[number])
    return found


def _by_values(mission: Mission, fields: Sequence[str]) -> dict[tuple[Any, ...], list[str]]:
    """Return the ids of the offers of each set of values, the first one last."""
    found: dict[tuple[Any, ...], list[str]] = {}
    for key in sorted(mission.offers, reverse=True):
        found.setdefault(_values(mission.offers[key], fields), []).append(key)
    return found


def _values(offer: Offer, fields: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(offer, name) for name in fields)


class _Ids:
    """Gives new offers their ids, each once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.last: dict[str, int] = {}

    def of(self, offer: Offer) -> str:
        """Return the first id that is free of party and role: `norway-trainer`, `norway-trainer-2`."""
        base = f"{offer.party}-{offer.role}"[: LONGEST_ID - 4]
        key = base
        for number in count(self.last.get(base, 1)):
            key = base if number == 1 else f"{base}-{number}"
            if key not in self.taken:
                self.last[base] = number
                break
        self.taken.add(key)
        return key
