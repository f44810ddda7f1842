"""Years: what was paid for before each calendar year is put aside as it begins.

What comes out, docs/model/simulation.md. Weeks of people on posts are counted beforehand, in each year apart;
as a year is over they are added to those of the years before.
"""

from cadre.simulation.kernel.compiling import Game, called


@called
def close_year(game: Game, w: int) -> None:
    """Put aside what was paid for before a week, if a new year begins with it."""
    g, z, _, _, out = game
    year = z[g.year]
    if year >= g.years or z[g.new_years + year] != w:
        return
    paid = g.done_from - g.started
    aside = g.by_year + year * paid - g.started
    for column in range(g.started, g.role_weeks):
        out[aside + column] = out[column]
    for column in range(g.role_weeks, g.site_weeks):
        out[aside + column] += out[aside - paid + column] if year > 0 else 0.0
    for column in range(g.site_weeks, g.done_from):
        out[aside + column] = out[column]
    z[g.year] += 1


@called
def count_weeks(game: Game, role: int, people: int, begins: int, ends: int) -> None:
    """Count weeks of people on posts, in all and in each year but the last."""
    g, z, _, _, out = game
    if begins >= ends:
        return
    out[g.role_weeks + role] += people * (ends - begins)
    year, paid = z[g.year_of + begins], g.done_from - g.started
    while year < g.years and begins < ends:
        until = min(ends, z[g.new_years + year])
        out[g.by_year + year * paid + g.role_weeks - g.started + role] += people * (until - begins)
        begins = until
        year += 1
