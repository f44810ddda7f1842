"""The oracle's count of people: how many of an offer are there in a week, part-time people among them.

Takes a mission, gives a number for an offer and a week. Written a second time, week by week and person by
person; shares nothing with `cadre.mission.presence`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from cadre.mission import Mission
from cadre.mission.nations import Offer

NEAR = 1e-6
"""Part of a week below which a number is whole."""


class PeopleThere:
    """Counts people of offers by week: of a part-time person the weeks of his or her part.

    Of a rotation's weeks in the window, rows that say the same take people in turn: row by row, person by
    person, each from where the one before ended, to the nearest week.
    """

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.ahead = _ahead(mission.offers)

    def number(self, key: str, week: int) -> int:
        """Return how many people of an offer are there in a week of its window."""
        offer, ahead = self.mission.offers[key], self.ahead.get(key)
        if ahead is None:
            return round(offer.people)
        first, last = self.mission.whole_weeks(offer.begins, offer.ends)
        tour = self.mission.tours.weeks
        opens = week - week % tour
        weeks = range(max(0, first, opens), min(last, opens + tour, self.mission.exit_week))
        ends = ahead + offer.people
        return sum(_is_there(week, weeks, (ahead, ends), person) for person in range(math.ceil(ends)))


def _ahead(offers: Mapping[str, Offer]) -> dict[str, float]:
    """Return the people of alike rows above a row, for each row that has some of a part among them."""
    if all(float(offer.people).is_integer() for offer in offers.values()):
        return {}
    rows: dict[Offer, list[str]] = {}
    for key, offer in offers.items():
        rows.setdefault(_plain(offer), []).append(key)
    found = {}
    for keys in rows.values():
        if any(not float(offers[key].people).is_integer() for key in keys):
            for i, key in enumerate(keys):
                found[key] = float(sum(offers[other].people for other in keys[:i]))
    return found


def _plain(offer: Offer) -> Offer:
    honoured, late = (x.model_copy(update={"basis": ()}) for x in (offer.honoured, offer.late))
    return offer.model_copy(update={"people": 0, "basis": (), "honoured": honoured, "late": late})


def _is_there(week: int, weeks: range, row: tuple[float, float], person: int) -> bool:
    """Say whether what a row gives of a person, numbered over all alike rows, is there in a week."""
    begins, ends = (min(1.0, max(0.0, end - person)) for end in row)
    first, last = (math.floor(len(weeks) * end + 0.5 + NEAR) for end in (begins, ends))
    return first <= week - weeks.start < last
