"""Rows of a reply are matched with the offers of a mission as one by one comparison would match them."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.errors import Place
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission_files import read_mission
from cadre.replies.changes import changes_of
from cadre.replies.findings import Understood
from tests.replies.as_they_come import police_mission

EARLIER = {"norway": frozenset({"o1", "o3"})}


@cache
def mission() -> Mission:
    with tempfile.TemporaryDirectory() as outside:
        return read_mission(police_mission(Path(outside) / "police"))


def records() -> st.SearchStrategy[dict[str, Any]]:
    """Draw rows that are often alike, some with more said than others."""
    days = st.sampled_from([dt.date(2027, month, 1) for month in (1, 4, 7)])
    roles = sorted(mission().roles)[:2]
    said = {
        "party": st.sampled_from(sorted(mission().parties)[:2]),
        "role": st.sampled_from(roles),
        "people": st.integers(1, 2),
        "begins": days,
        "ends": st.sampled_from([dt.date(2027, 8, 1), dt.date(2027, 12, 1)]),
        "state": st.sampled_from(["pledged", "confirmed"]),
    }
    return st.fixed_dictionaries(said, optional={"honoured": st.sampled_from([0.5, 0.75])})


def compared_one_by_one(
    rows: Sequence[Mapping[str, Any]], offers: Mapping[str, Offer], earlier: Mapping[str, frozenset[str]]
) -> dict[int, str]:
    """Return the offer of each row by the rule itself: the fewest differences first, each offer once."""
    pairs = []
    for number, record in enumerate(rows):
        new = Offer.model_validate(dict(record))
        for key, old in offers.items():
            differ = sum(getattr(old, name) != getattr(new, name) for name in record)
            overlaps = old.begins <= new.ends and new.begins <= old.ends
            if (old.party, old.role) == (new.party, new.role) and (
                not differ or overlaps or key in earlier.get(new.party, ())
            ):
                pairs.append((differ, number, key))
    found: dict[int, str] = {}
    for _, number, key in sorted(pairs):
        if number not in found and key not in found.values():
            found[number] = key
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(records(), max_size=7), st.lists(records(), max_size=7))
def test_rows_are_matched_as_if_each_was_compared_with_each(
    old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> None:
    offers = {f"o{number}": Offer.model_validate(record) for number, record in enumerate(old)}
    held = mission().model_copy(update={"offers": offers})
    rows = [Understood(Place("r.xlsx", number + 2), record) for number, record in enumerate(new)]
    changes, faults = changes_of(rows, held, EARLIER)
    matched = compared_one_by_one(new, offers, EARLIER)
    assert [] == faults
    spoken = {change.id for change in changes.entered if change.id in offers} | set(changes.same)
    assert set(matched.values()) == spoken
    changed = {change.id: change.place.line - 2 for change in changes.entered if change.id in offers}
    assert {key: number for number, key in matched.items() if key in changed} == changed
    entered = [change.id for change in changes.entered]
    assert len(set(entered)) == len(entered)
    assert len(new) - len(matched) == len(set(entered) - set(offers))
