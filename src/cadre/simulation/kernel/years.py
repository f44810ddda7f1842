"""Years: what was paid for before each calendar year is put aside as it begins.

What comes out, docs/model/simulation.md. Weeks of people on posts are counted beforehand, in each year apart;
as a year is over they are added to those of the years before.
"""

from cadre.simulation.kernel.compiling import Game, called


@called
def close_year(game: Game, w: int) -> None:
    """Put aside what was paid for before a week, if a new year begins with it."""
    at, ints, _, _, counts = game
    year = ints[at.year]
    if year >= at.years or ints[at.new_years + year] != w:
        return
    paid = at.done_from - at.started
    aside = at.by_year + year * paid - at.started
    for column in range(at.started, at.role_weeks):
        counts[aside + column] = counts[column]
    for column in range(at.role_weeks, at.site_weeks):
        counts[aside + column] += counts[aside - paid + column] if year > 0 else 0.0
    for column in range(at.site_weeks, at.done_from):
        counts[aside + column] = counts[column]
    ints[at.year] += 1


@called
def count_weeks(game: Game, role: int, people: int, begins: int, ends: int) -> None:
    """Count weeks of people on posts, in all and in each year but the last."""
    at, ints, _, _, counts = game
    if begins >= ends:
        return
    counts[at.role_weeks + role] += people * (ends - begins)
    year, paid = ints[at.year_of + begins], at.done_from - at.started
    while year < at.years and begins < ends:
        until = min(ends, ints[at.new_years + year])
        counts[at.by_year + year * paid + at.role_weeks - at.started + role] += people * (until - begins)
        begins = until
        year += 1
