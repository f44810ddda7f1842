"""Who and what is free this week, and taking it: people by skill, rooms, the staff of a serial.

Step 3 of docs/model/simulation.md. What was taken stands in a log, so that a claim that fails is undone.
"""

import math

from cadre.simulation.kernel.codes import EPS
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.records import NOBODY


@called
def free_everybody(game: Game) -> None:
    """Say who can teach this week."""
    at, ints, floats, _, _ = game
    for q in range(at.pools):
        ints[at.free + q] = ints[at.there + q]
    for k in range(at.stocks):
        ints[at.hosts_free + k] = ints[at.people + k]
    for r in range(at.sites * at.facilities):
        floats[at.rooms_free + r] = floats[at.rooms_now + r]


@called
def keep_holidays(game: Game, w: int) -> None:
    """Take from those who can teach this week the people whose nation has holidays."""
    at, ints, _, _, _ = game
    for q in range(at.pools):
        if ints[at.away + q * at.weeks + w]:
            ints[at.free + q] = 0


@called
def claim_pools(game: Game, c: int, first: int, last: int, most: int) -> int:
    """Take up to `most` free people from the pools listed, caveats heeded, and give how many."""
    at, ints, _, _, _ = game
    got = 0
    for i in range(first, last):
        if got >= most:
            break
        q = ints[at.links + i]
        if c == NOBODY or not ints[at.barred + q * at.courses + c]:
            got += claim(game, at.free + q, most - got)
    return got


@called
def claim(game: Game, where: int, most: int) -> int:
    """Take up to `most` of the free people who stand in a cell, note it, and give how many."""
    at, ints, _, _, _ = game
    took = min(ints[where], most)
    if took > 0:
        ints[where] -= took
        ints[at.log_cell + ints[at.logged]] = where
        ints[at.log_took + ints[at.logged]] = took
        ints[at.logged] += 1
    return took


@called
def unclaim(game: Game) -> None:
    """Free the people that were taken since the log was begun."""
    at, ints, _, _, _ = game
    for i in range(ints[at.logged]):
        ints[ints[at.log_cell + i]] += ints[at.log_took + i]
    ints[at.logged] = 0


@called
def claim_hosts(game: Game, skill: int, most: int) -> int:
    """Take up to `most` free host instructors with a skill and give how many."""
    at, ints, _, _, _ = game
    got = 0
    for i in range(ints[at.host_links + skill], ints[at.host_links + skill + 1]):
        if got >= most:
            break
        got += claim(game, at.hosts_free + ints[at.links + i], most - got)
    return got


@called
def claim_skill(game: Game, place: tuple[int, int, int], hosts: int, people: int, foreign: int) -> int:
    """Take people of a skill: the foreign ones that must be, local ones, hosts, then more foreign ones.

    `place`: course, site, skill.
    """
    at, ints, _, _, _ = game
    c, s, skill = place
    cell = s * at.skills + skill
    begin, middle, end = (
        ints[at.choices_foreign_from + cell],
        ints[at.choices_local_from + cell],
        ints[at.choices_local_to + cell],
    )
    sent = claim_pools(game, c, begin, middle, foreign)
    rest = people - foreign
    local = claim_pools(game, c, middle, end, rest)
    taught = claim_hosts(game, skill, rest - local) if hosts else 0
    sent += claim_pools(game, c, begin, middle, rest - local - taught)
    ints[at.mission_staff] += sent + local
    return sent + local + taught


@called
def phase_of(game: Game, i: int) -> int:
    """Row of the phase that a serial stands in."""
    at, ints, _, _, _ = game
    return ints[at.courses_phase_from + ints[at.serials_course + i]] + ints[at.phase + i]


@called
def has_rooms(game: Game, i: int) -> bool:
    """Say whether the facilities of a serial's phase are free."""
    at, ints, floats, _, _ = game
    p, s = phase_of(game, i), ints[at.serials_site + i]
    for j in range(ints[at.phases_use_from + p], ints[at.phases_use_to + p]):
        room = at.rooms_free + s * at.facilities + ints[at.uses_facility + j]
        if floats[room] < floats[at.uses_amount + j] - EPS:
            return False
    return True


@called
def claim_rooms(game: Game, i: int) -> None:
    """Take the facilities of a serial's phase."""
    at, ints, floats, _, _ = game
    p, s = phase_of(game, i), ints[at.serials_site + i]
    for j in range(ints[at.phases_use_from + p], ints[at.phases_use_to + p]):
        floats[at.rooms_free + s * at.facilities + ints[at.uses_facility + j]] -= floats[at.uses_amount + j]


@called
def claim_staff(game: Game, i: int, trainees: int, share: float) -> bool:
    """Take the instructors of a serial's phase if `share` of each skill is there, else none; say which."""
    at, ints, floats, _, _ = game
    ints[at.mission_staff] = ints[at.logged] = 0
    c, s, p = ints[at.serials_course + i], ints[at.serials_site + i], phase_of(game, i)
    hosts, least = ints[at.sites_in_country + s], floats[at.foreign_least + c]
    for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
        aside = ints[at.needs_aside + j]
        if aside and ints[at.mission_staff] == 0:
            continue
        people = people_for(game, j, trainees)
        foreign = 0 if aside else math.ceil(least * people - EPS)
        if claim_skill(game, (c, s, ints[at.needs_skill + j]), hosts, people, foreign) < share * people - EPS:
            unclaim(game)
            return False
    return True


@called
def enough_free(game: Game, i: int, trainees: int) -> bool:
    """Say whether each need alone could be met: most of those who wait fail here, at little cost."""
    at, ints, _, _, _ = game
    c, s, p = ints[at.serials_course + i], ints[at.serials_site + i], phase_of(game, i)
    for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
        if not ints[at.needs_aside + j]:
            skill, there = ints[at.needs_skill + j], 0
            cell = s * at.skills + skill
            for r in range(ints[at.choices_foreign_from + cell], ints[at.choices_local_to + cell]):
                q = ints[at.links + r]
                there += 0 if ints[at.barred + q * at.courses + c] else ints[at.free + q]
            if ints[at.sites_in_country + s]:
                for r in range(ints[at.host_links + skill], ints[at.host_links + skill + 1]):
                    there += ints[at.hosts_free + ints[at.links + r]]
            if there < people_for(game, j, trainees) - EPS:
                return False
    return True


@called
def hosts_stand(game: Game, c: int, s: int) -> bool:
    """Say whether the host has an instructor of each skill of a course, free or not, where it may teach."""
    at, ints, _, _, _ = game
    if not ints[at.sites_in_country + s]:
        return False
    first = ints[at.phases_need_from + ints[at.courses_phase_from + c]]
    last = ints[at.phases_need_to + ints[at.courses_phase_to + c] - 1]
    for j in range(first, last):
        if not ints[at.needs_aside + j]:
            skill, there = ints[at.needs_skill + j], 0
            for r in range(ints[at.host_links + skill], ints[at.host_links + skill + 1]):
                there += ints[at.people + ints[at.links + r]]
            if there == 0:
                return False
    return True


@called
def people_for(game: Game, j: int, trainees: int) -> int:
    """People of a need's skill for so many trainees, rounded up."""
    at, ints, floats, _, _ = game
    if trainees <= 0:
        return 0
    fixed = ints[at.needs_people + j]
    return fixed if fixed > 0 else math.ceil(trainees / floats[at.one_for + j] - EPS)


@called
def foreign_for(game: Game, c: int, j: int, trainees: int) -> int:
    """People of a need's skill, for so many trainees of a course, who must be foreign."""
    at, ints, floats, _, _ = game
    if ints[at.needs_aside + j]:
        return 0
    return math.ceil(floats[at.foreign_least + c] * people_for(game, j, trainees) - EPS)
