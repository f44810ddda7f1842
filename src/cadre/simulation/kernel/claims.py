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
    g, z, y, _, _ = game
    for q in range(g.pools):
        z[g.free + q] = z[g.there + q]
    for k in range(g.stocks):
        z[g.hosts_free + k] = z[g.people + k]
    for r in range(g.sites * g.facilities):
        y[g.rooms_free + r] = y[g.rooms_now + r]


@called
def keep_holidays(game: Game, w: int) -> None:
    """Take from those who can teach this week the people whose nation has holidays."""
    g, z, _, _, _ = game
    for q in range(g.pools):
        if z[g.away + q * g.weeks + w]:
            z[g.free + q] = 0


@called
def claim_pools(game: Game, c: int, first: int, last: int, most: int) -> int:
    """Take up to `most` free people from the pools listed, caveats heeded, and give how many."""
    g, z, _, _, _ = game
    got = 0
    for i in range(first, last):
        if got >= most:
            break
        q = z[g.links + i]
        if c == NOBODY or not z[g.barred + q * g.courses + c]:
            got += claim(game, g.free + q, most - got)
    return got


@called
def claim(game: Game, where: int, most: int) -> int:
    """Take up to `most` of the free people who stand in a cell, note it, and give how many."""
    g, z, _, _, _ = game
    took = min(z[where], most)
    if took > 0:
        z[where] -= took
        z[g.log_cell + z[g.logged]] = where
        z[g.log_took + z[g.logged]] = took
        z[g.logged] += 1
    return took


@called
def unclaim(game: Game) -> None:
    """Free the people that were taken since the log was begun."""
    g, z, _, _, _ = game
    for i in range(z[g.logged]):
        z[z[g.log_cell + i]] += z[g.log_took + i]
    z[g.logged] = 0


@called
def claim_hosts(game: Game, skill: int, most: int) -> int:
    """Take up to `most` free host instructors with a skill and give how many."""
    g, z, _, _, _ = game
    got = 0
    for i in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
        if got >= most:
            break
        got += claim(game, g.hosts_free + z[g.links + i], most - got)
    return got


@called
def claim_skill(game: Game, place: tuple[int, int, int], hosts: int, people: int, foreign: int) -> int:
    """Take people of a skill: the foreign ones that must be, local ones, hosts, then more foreign ones.

    `place`: course, site, skill.
    """
    g, z, _, _, _ = game
    c, s, skill = place
    at = s * g.skills + skill
    begin, middle, end = (
        z[g.choices_foreign_from + at],
        z[g.choices_local_from + at],
        z[g.choices_local_to + at],
    )
    sent = claim_pools(game, c, begin, middle, foreign)
    rest = people - foreign
    local = claim_pools(game, c, middle, end, rest)
    taught = claim_hosts(game, skill, rest - local) if hosts else 0
    sent += claim_pools(game, c, begin, middle, rest - local - taught)
    z[g.mission_staff] += sent + local
    return sent + local + taught


@called
def phase_of(game: Game, i: int) -> int:
    """Row of the phase that a serial stands in."""
    g, z, _, _, _ = game
    return z[g.courses_phase_from + z[g.serials_course + i]] + z[g.phase + i]


@called
def has_rooms(game: Game, i: int) -> bool:
    """Say whether the facilities of a serial's phase are free."""
    g, z, y, _, _ = game
    p, s = phase_of(game, i), z[g.serials_site + i]
    for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
        room = g.rooms_free + s * g.facilities + z[g.uses_facility + j]
        if y[room] < y[g.uses_amount + j] - EPS:
            return False
    return True


@called
def claim_rooms(game: Game, i: int) -> None:
    """Take the facilities of a serial's phase."""
    g, z, y, _, _ = game
    p, s = phase_of(game, i), z[g.serials_site + i]
    for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
        y[g.rooms_free + s * g.facilities + z[g.uses_facility + j]] -= y[g.uses_amount + j]


@called
def claim_staff(game: Game, i: int, trainees: int, share: float) -> bool:
    """Take the instructors of a serial's phase if `share` of each skill is there, else none; say which."""
    g, z, y, _, _ = game
    z[g.mission_staff] = z[g.logged] = 0
    c, s, p = z[g.serials_course + i], z[g.serials_site + i], phase_of(game, i)
    hosts, least = z[g.sites_in_country + s], y[g.foreign_least + c]
    for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
        aside = z[g.needs_aside + j]
        if aside and z[g.mission_staff] == 0:
            continue
        people = people_for(game, j, trainees)
        foreign = 0 if aside else math.ceil(least * people - EPS)
        if claim_skill(game, (c, s, z[g.needs_skill + j]), hosts, people, foreign) < share * people - EPS:
            unclaim(game)
            return False
    return True


@called
def enough_free(game: Game, i: int, trainees: int) -> bool:
    """Say whether each need alone could be met: most of those who wait fail here, at little cost."""
    g, z, _, _, _ = game
    c, s, p = z[g.serials_course + i], z[g.serials_site + i], phase_of(game, i)
    for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
        if not z[g.needs_aside + j]:
            skill, there = z[g.needs_skill + j], 0
            at = s * g.skills + skill
            for r in range(z[g.choices_foreign_from + at], z[g.choices_local_to + at]):
                q = z[g.links + r]
                there += 0 if z[g.barred + q * g.courses + c] else z[g.free + q]
            if z[g.sites_in_country + s]:
                for r in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
                    there += z[g.hosts_free + z[g.links + r]]
            if there < people_for(game, j, trainees) - EPS:
                return False
    return True


@called
def hosts_stand(game: Game, c: int, s: int) -> bool:
    """Say whether the host has an instructor of each skill of a course, free or not, where it may teach."""
    g, z, _, _, _ = game
    if not z[g.sites_in_country + s]:
        return False
    first = z[g.phases_need_from + z[g.courses_phase_from + c]]
    last = z[g.phases_need_to + z[g.courses_phase_to + c] - 1]
    for j in range(first, last):
        if not z[g.needs_aside + j]:
            skill, there = z[g.needs_skill + j], 0
            for r in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
                there += z[g.people + z[g.links + r]]
            if there == 0:
                return False
    return True


@called
def people_for(game: Game, j: int, trainees: int) -> int:
    """People of a need's skill for so many trainees, rounded up."""
    g, z, y, _, _ = game
    if trainees <= 0:
        return 0
    fixed = z[g.needs_people + j]
    return fixed if fixed > 0 else math.ceil(trainees / y[g.one_for + j] - EPS)


@called
def foreign_for(game: Game, c: int, j: int, trainees: int) -> int:
    """People of a need's skill, for so many trainees of a course, who must be foreign."""
    g, z, y, _, _ = game
    if z[g.needs_aside + j]:
        return 0
    return math.ceil(y[g.foreign_least + c] * people_for(game, j, trainees) - EPS)
