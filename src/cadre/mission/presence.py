"""Presence: how many people of each offer are there in which weeks, part-time people among them.

A person of a part, such as 0.5, is there for that part of the weeks that the offer has in each rotation, one
after the other. Rows of offers that say the same but for their people stand behind each other: the second
half of a person follows the first, so that two halves are never there together. Rule: docs/model/rules.md,
Part-time people.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from cadre.mission.nations import Offer

Part = tuple[float, float]
"""From which to which part of a rotation's weeks somebody is there."""
FULL: Part = (0.0, 1.0)
"""All weeks."""
HALF, ROUNDING = 0.5, 1e-9
FINEST = 10_000
"""The least part of a person that counts is one in so many."""


class Piece(NamedTuple):
    """People of an offer who are there in the same part of each rotation."""

    people: int
    part: Part


def said(offer: Offer) -> Offer:
    """Return what an offer says besides how many come and what it rests on."""
    uncertain = {name: getattr(offer, name).model_copy(update={"basis": ()}) for name in ("honoured", "late")}
    return offer.model_copy(update=uncertain | {"people": 1, "basis": ()})


def pieces_of(offers: Mapping[str, Offer]) -> dict[str, tuple[Piece, ...]]:
    """Return the people of each offer by the part of a rotation in which they are there, whole ones first."""
    found: dict[str, tuple[Piece, ...]] = {}
    before: dict[Offer, Fraction] = {}
    in_parts = {said(offer) for offer in offers.values() if not is_whole(offer)}
    for key, offer in offers.items():
        alike = said(offer) if in_parts else offer
        if alike not in in_parts:
            found[key] = (Piece(round(offer.people), FULL),)
            continue
        first = before.get(alike, Fraction(0))
        before[alike] = first + Fraction(offer.people).limit_denominator(FINEST)
        found[key] = tuple(_cut(first, before[alike]))
    return found


def is_whole(offer: Offer) -> bool:
    """Say whether an offer is of whole people."""
    return float(offer.people).is_integer()


def _cut(first: Fraction, last: Fraction) -> Iterator[Piece]:
    """Cut people laid end to end into whole ones and parts."""
    begins, ends = math.ceil(first), math.floor(last)
    if begins > ends:
        yield Piece(1, (float(first - ends), float(last - ends)))
        return
    if begins < ends:
        yield Piece(ends - begins, FULL)
    if first < begins:
        yield Piece(1, (float(1 - (begins - first)), 1.0))
    if ends < last:
        yield Piece(1, (0.0, float(last - ends)))


def part_of(part: Part, begins: int, ends: int) -> tuple[int, int]:
    """Return the weeks of a part of those from `begins` to `ends` (exclusive), to the nearest whole week."""
    first, last = (begins + math.floor((ends - begins) * end + HALF + ROUNDING) for end in part)
    return first, last


class Strength(NamedTuple):
    """So many people from week `begins` to `ends` (exclusive)."""

    begins: int
    ends: int
    people: int


def strengths(
    pieces: Iterable[Piece], window: tuple[int, int], rotations: Iterable[tuple[int, int]]
) -> tuple[Strength, ...]:
    """Return how many people are there at a time, week by week in runs, from the first week to the last.

    Parameters
    ----------
    pieces : iterable of Piece
        An offer's.
    window : tuple of int
        Its first week, and the one after its last.
    rotations : iterable of tuple of int
        Weeks of each rotation: first, and the one after the last.
    """
    begins, ends = window
    pieces = tuple(pieces)
    if all(piece.part == FULL for piece in pieces):
        return (Strength(begins, ends, sum(p.people for p in pieces)),) if begins < ends else ()
    there = [0] * max(0, ends - begins)
    for opens, closes in rotations:
        first, last = max(begins, opens), min(ends, closes)
        for people, part in pieces if first < last else ():
            for week in range(*part_of(part, first, last)):
                there[week - begins] += people
    return tuple(_runs(there, begins))


def number_in(runs: Iterable[Strength], begins: int, ends: int) -> int:
    """Return how many people are there in all of some weeks, in which nothing changes; 0 in others."""
    return next((run.people for run in runs if run.begins <= begins and ends <= run.ends), 0)


def most_in(runs: Iterable[Strength], begins: int, ends: int) -> int:
    """Return how many people are there in every one of some weeks."""
    here = [run for run in runs if run.begins < ends and begins < run.ends]
    covered = sum(min(ends, run.ends) - max(begins, run.begins) for run in here)
    return min(run.people for run in here) if covered == ends - begins > 0 else 0


def _runs(there: list[int], begins: int) -> Iterator[Strength]:
    first = 0
    for week in range(1, len(there) + 1):
        if week == len(there) or there[week] != there[first]:
            if there[first]:
                yield Strength(begins + first, begins + week, there[first])
            first = week
