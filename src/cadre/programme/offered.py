"""What a programme may count on: people of offers, by role, place and weeks.

Data only; whoever knows the offers of a mission makes it (`cadre.forces.supply`). Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.mission.presence import FULL, Part, part_of


@dataclass(frozen=True, slots=True, order=True)
class OfferedPeople:
    """People of one offer whom a programme may place.

    Parameters
    ----------
    offer, role : str
        Ids of the offer and of the posts that its people can fill.
    people : int
        People at a time, 1 or more.
    begins, ends : int
        Whole weeks in which they are there, the second exclusive.
    sites : tuple of str
        Where they may serve; in one rotation each of them serves at one site.
    not_for : tuple of str
        Courses that they do not teach, sorted.
    part : tuple of float
        From which to which part of the weeks of each rotation they are there (`cadre.mission.presence`).
    away : tuple of (str, tuple of int)
        By site: weeks in which it is open and they do not teach there (holidays of their nation).
    """

    offer: str
    role: str
    people: int
    begins: int
    ends: int
    sites: tuple[str, ...]
    not_for: tuple[str, ...] = ()
    part: Part = FULL
    away: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @property
    def who(self) -> Who:
        """Whose people they are, and which part of their weeks is meant."""
        return self.offer, self.part

    @property
    def name(self) -> str:
        """Whose people they are, as rows of a model are named."""
        return self.offer if self.part == FULL else f"{self.offer}.{self.part[0]:g}-{self.part[1]:g}"

    def weeks_in(self, opens: int, closes: int) -> tuple[int, int]:
        """Return the weeks of a rotation in which they are there: first, and the one after the last."""
        begins = max(self.begins, opens)
        return part_of(self.part, begins, max(begins, min(self.ends, closes)))

    def away_at(self, site: str) -> tuple[int, ...]:
        """Return the weeks in which they do not teach at a site though it is open."""
        return next((weeks for place, weeks in self.away if place == site), ())


Who = tuple[str, Part]
"""An offer, and from which to which part of each rotation its people are there."""


def able_at(offered: Iterable[OfferedPeople], role: str, site: str) -> list[OfferedPeople]:
    """Return what may fill posts of a role at a site."""
    return [o for o in offered if o.role == role and site in o.sites]
