"""Stays: who is planned to stand where and when, person by person where people may come or not.

Takes a mission, a programme and a force plan where there is one; gives `PersonStay`s of people who are alike.
Draws nothing. Rules: docs/model/simulation.md, Who comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission.presence import said
from cadre.programme.plan import Programme

NO_TOUR, NEVER = 0, -1
"""Weeks that nobody can stay on; the end of a stay that was not."""


@dataclass(frozen=True, slots=True)
class PostPlace:
    """What one person of an offer after the other takes at a site: `name` tells whose, `number` from 0."""

    name: str
    number: int


@dataclass(frozen=True)
class PersonStay:
    """People in one role at one site from week `begins` to `ends` (exclusive).

    `turn` is the week in which the rotation begins; `fresh` people hand over first; `sure` ones come
    whatever happens; `follows` says whether others stood at their places until they come; in weeks `away`
    they teach nothing; `offer` is empty for posts that no offer was matched with. `places` has one for each
    of the people, none for local staff.
    """

    role: str
    site: str
    begins: int
    ends: int
    people: int
    turn: int
    offer: str = ""
    fresh: bool = True
    sure: bool = False
    follows: bool = False
    not_for: tuple[str, ...] = ()
    places: tuple[PostPlace, ...] = ()
    away: tuple[int, ...] = ()


def stays_of(mission: Mission, programme: Programme, forces: ForcePlan | None) -> list[PersonStay]:
    """Return everybody who stands on a post: from offers, or from posts alone, and local staff."""
    foreign = _from_offers(mission, forces) if forces else _from_posts(mission, programme)
    return [*foreign, *_posts(mission, programme, local=True)]


def named_by(offers: Mapping[str, Offer]) -> dict[str, str]:
    """Return for each offer the first that says the same: rows that differ in people alone are one."""
    first: dict[Offer, str] = {}
    return {key: first.setdefault(said(offer), key) for key, offer in offers.items()}


@dataclass
class _Held:
    """A place, until when it is taken, and since when its present holder is there."""

    place: PostPlace
    ends: int
    came: int


@dataclass
class _Places:
    """The places of those who are named alike, at one site."""

    name: str
    tour: int
    held: list[_Held] = field(default_factory=list)

    def take(self, stay: PersonStay) -> Iterator[PersonStay]:
        """Return a stay its places: those of people who stay on, then those just left, then any that is free.

        Parted by whether its people are fresh, and whether they follow others.
        """
        alike: dict[tuple[bool, bool], list[PostPlace]] = {}
        for held in self._best(stay):
            fresh, follows = not self._stays_on(held, stay), held.ends == stay.begins
            held.ends, held.came = stay.ends, stay.begins if fresh else held.came
            alike.setdefault((fresh, follows), []).append(held.place)
        for (fresh, follows), places in alike.items():
            yield replace(stay, people=len(places), fresh=fresh, follows=follows, places=tuple(places))

    def _best(self, stay: PersonStay) -> list[_Held]:
        free = [held for held in self.held if held.ends <= stay.begins]
        free.sort(key=lambda held: (not self._stays_on(held, stay), held.ends != stay.begins))
        for _ in range(stay.people - len(free)):
            free.append(_Held(PostPlace(self.name, len(self.held)), NEVER, stay.begins))
            self.held.append(free[-1])
        return free[: stay.people]

    def _stays_on(self, held: _Held, stay: PersonStay) -> bool:
        return held.ends == stay.begins and stay.ends - held.came <= self.tour


def _from_offers(mission: Mission, forces: ForcePlan) -> Iterator[PersonStay]:
    lines, names = {line.id: line for line in forces.lines}, named_by(mission.offers)
    places: dict[tuple[str, str], _Places] = {}
    for stint in sorted(forces.stints, key=lambda s: (s.begins, s.ends, names[s.offer], s.line)):
        line, offer, name = lines[stint.line], mission.offers[stint.offer], names[stint.offer]
        here = _Places(f"offer/{name}/{line.site}", offer.tour or mission.tours.weeks)
        stay = PersonStay(
            line.role,
            line.site,
            stint.begins,
            min(stint.ends, mission.exit_week),
            stint.people,
            line.opens,
            offer=stint.offer,
            sure=offer.state == "arrived" and stint.begins < _first_turn_ends(mission, offer),
            not_for=offer.not_for,
            away=tuple(sorted(mission.working.away(offer.party, line.site))),
        )
        yield from places.setdefault((name, line.site), here).take(stay)


def _first_turn_ends(mission: Mission, offer: Offer) -> int:
    first = max(0, mission.whole_weeks(offer.begins, offer.ends)[0])
    return (first // mission.tours.weeks + 1) * mission.tours.weeks


def _from_posts(mission: Mission, programme: Programme) -> Iterator[PersonStay]:
    places: dict[tuple[str, str], _Places] = {}
    for stay in _posts(mission, programme, local=False):
        here = _Places(f"posts/{stay.role}/{stay.site}", NO_TOUR)
        yield from places.setdefault((stay.role, stay.site), here).take(stay)


def _posts(mission: Mission, programme: Programme, *, local: bool) -> Iterator[PersonStay]:
    """Return the posts of a programme by rotation, so that who follows comes after whom it follows."""
    tour = programme.rotation_weeks
    for post in sorted(programme.posts, key=lambda post: (post.rotation, post)):
        if mission.roles[post.role].local == local:
            begins = post.rotation * tour
            ends = min(begins + tour, mission.exit_week)
            if post.people > 0 and begins < ends:
                yield PersonStay(
                    post.role, post.site, begins, ends, post.people, begins, fresh=not local, sure=local
                )
