"""Years: what was paid for before each calendar year is put aside as it begins.

What comes out, docs/model/simulation.md. Weeks of people on posts are known before the first week, and are
noted by `count_weeks`.
"""

from cadre.simulation.kernel.compiling import Game, called


@called
def close_year(game: Game, w: int) -> None:
    """Put aside what was paid for, if a new year begins with a week."""
    g, z, _, _, out = game
    if z[g.year] >= g.years or z[g.new_years + z[g.year]] != w:
        return
    paid = g.done_from - g.started
    aside = g.by_year + z[g.year] * paid - g.started
    for column in range(g.started, g.role_weeks):
        out[aside + column] = out[column]
    for column in range(g.site_weeks, g.done_from):
        out[aside + column] = out[column]
    z[g.year] += 1


@called
def count_weeks(game: Game, role: int, people: int, begins: int, ends: int) -> None:
    """Count weeks of people on posts, in all and before each new year."""
    g, z, _, _, out = game
    out[g.role_weeks + role] += people * max(0, ends - begins)
    paid = g.done_from - g.started
    for year in range(g.years):
        aside = g.by_year + year * paid + g.role_weeks - g.started
        out[aside + role] += people * max(0, min(ends, z[g.new_years + year]) - begins)
