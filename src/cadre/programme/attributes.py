"""What a programme is measured by where a party's condition speaks of it: years, posts, cost.

Takes a programme and its mission, gives the numbers named in `cadre.mission.nations.MEASURED`.
"""

from __future__ import annotations

from collections import Counter

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import Programme
from cadre.programme.prices import expected_cost


def measured(programme: Programme, mission: Mission) -> dict[str, float]:
    """Return the attributes a condition may speak of besides the levers.

    Returns
    -------
    dict of str to float
        `years` of foreign presence, `posts` and `posts_in_country` at the peak (foreign posts, not local
        ones), `cost` to exit in the mission's currency.
    """
    return extent(programme, mission) | {"cost": sum(expected_cost(programme, mission).values())}


def attributes_of(programme: Programme, mission: Mission) -> dict[str, float]:
    """Return years, posts and posts in the country of a programme; no years where it has no foreign post."""
    extents = extent(programme, mission)
    return extents if extents["posts"] else extents | {"years": 0.0}


def extent(programme: Programme, mission: Mission) -> dict[str, float]:
    """Return all attributes but the cost, which takes longer to reckon than the rest."""
    foreign = [batch for batch in programme.posts if not mission.roles[batch.role].local]
    everywhere, in_country = Counter[int](), Counter[int]()
    for batch in foreign:
        everywhere[batch.rotation] += batch.people
        if mission.sites[batch.site].in_country:
            in_country[batch.rotation] += batch.people
    return {
        "years": mission.exit_week / WEEKS_PER_YEAR,
        "posts": float(max(everywhere.values(), default=0)),
        "posts_in_country": float(max(in_country.values(), default=0)),
    }
