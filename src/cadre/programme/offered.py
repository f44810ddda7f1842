"""What a programme may count on: people of offers, by role, place and weeks.

Data only; whoever knows the offers of a mission makes it (`cadre.forces.supply`). Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
    """

    offer: str
    role: str
    people: int
    begins: int
    ends: int
    sites: tuple[str, ...]
    not_for: tuple[str, ...] = ()

    def weeks_in(self, opens: int, closes: int) -> tuple[int, int]:
        """Return the weeks of a rotation in which they are there: first, and the one after the last."""
        begins = max(self.begins, opens)
        return begins, max(begins, min(self.ends, closes))


def able_at(offered: Iterable[OfferedPeople], role: str, site: str) -> list[OfferedPeople]:
    """Return what may fill posts of a role at a site."""
    return [o for o in offered if o.role == role and site in o.sites]
