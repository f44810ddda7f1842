"""Means and variances against closed forms; the number of replications was fixed before the first run.

Each check allows 4 standard errors (a false alarm once in 16,000), and each is shown to fail on a model that
is wrong by a stated amount.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from cadre.mission.units import WEEKS_PER_YEAR
from tests.simulation.small import SMALL, course, mission, offer, plans, play

N = 20_000
ERRORS = 4


def close(samples: NDArray[Any], mean: float, variance: float) -> bool:
    """Whether mean and variance lie within `ERRORS` standard errors of what they should be.

    The standard error of a variance is sqrt((m4 - v^2) / n), m4 the fourth central moment of the samples.
    """
    x = np.asarray(samples, np.float64)
    m4 = np.mean((x - x.mean()) ** 4)
    error = np.sqrt(max(m4 - x.var() ** 2, 0) / N)
    mean_is_close = abs(x.mean() - mean) <= ERRORS * np.sqrt(variance / N)
    return bool(mean_is_close and abs(x.var() - variance) <= ERRORS * error)


def test_graduates_of_a_serial_are_binomial() -> None:
    """Each of 10 stays for 4 weeks and passes: p = (1 - d)^4 x 0.8; a point more drop-out fails."""
    given = mission(courses=course(drops_out="3%", passes="80%"))
    graduates = play(given, plans(given, [0]), N).scalars["graduates"]

    def judged(drop: float) -> bool:
        p = (1 - drop) ** 4 * 0.8
        return close(graduates, 10 * p, 10 * p * (1 - p))

    assert judged(0.03)
    assert not judged(0.04)


def test_those_who_end_as_holders_are_binomial() -> None:
    """Pass 0.8, do not teach on 0.9, are posted 0.7; wrong by 2 points of posting it fails."""
    given = mission(
        courses=course(passes="80%", teaches_on="10%", teaches=["medic"]),
        competences={"aid": {"title": "A", "posted": "70%"}},
    )
    holders = play(given, plans(given, [0]), N).series["stock.aid"][:, 1]

    def judged(posted: float) -> bool:
        p = 0.8 * 0.9 * posted
        return close(holders, 10 * p, 10 * p * (1 - p))

    assert judged(0.7)
    assert not judged(0.72)


def test_recruits_who_wait_are_binomial_and_poisson() -> None:
    """Of 100 each is left with (1 - q)^13; arrivals leave a Poisson number. 0.3 points a month more fail."""
    army = {"army": SMALL["recruits"]["army"] | {"a_year": 300, "leaves": "5%"}}
    given = mission(recruits=army)
    waiting = play(given, plans(given, []), N).series["waiting.army"][:, 1]

    def judged(monthly: float) -> bool:
        stays = (1 - monthly) ** (12 / WEEKS_PER_YEAR)
        left = stays**13
        came = 300 / WEEKS_PER_YEAR * sum(stays**j for j in range(13))
        return close(waiting, 100 * left + came, 100 * left * (1 - left) + came)

    assert judged(0.05)
    assert not judged(0.053)


def test_large_intakes_are_poisson() -> None:
    """Two thousand a week, far beyond what e^-mean can hold; wrong by 0.1 % it fails."""
    army = {"army": {"title": "A", "a_year": 2000 * WEEKS_PER_YEAR}}
    given = mission(recruits=army)
    came = play(given, plans(given, []), N).series["waiting.army"][:, 1]
    assert close(came, 26_000, 26_000)
    assert not close(came, 26_000 * 1.001, 26_000)


def test_a_site_is_closed_as_often_as_its_two_states_say() -> None:
    """P(closed in week w) by recursion, seen as a serial that starts late; a tenth more closures fail."""
    given = mission(sites={"home": {"closures": {"per_year": 3, "weeks": 4}}})
    late = play(given, plans(given, [10]), N).scalars["serials_late"]

    def judged(per_year: float) -> bool:
        closed, closes = 0.0, 1 - np.exp(-per_year / WEEKS_PER_YEAR)
        for _ in range(10):  # it opens in week 0 and can close from week 1 on
            closed = closed * (1 - 1 / 4) + (1 - closed) * closes
        return close(late, closed, closed * (1 - closed))

    assert judged(3)
    assert not judged(3.3)


def test_a_stop_lasts_as_long_as_it_should_on_average() -> None:
    """Geometric with mean 4, seen by a serial of one week that waits k <= 13 weeks; mean 4.3 fails."""
    site = {"home": {"closures": {"per_year": 365, "weeks": 4}}}
    given = mission(sites=site, courses=course(weeks=1))
    outcome = play(given, plans(given, [1]), N)
    waited = outcome.scalars["waited.site closed"][outcome.scalars["serials_late"] == 1]
    weeks = np.arange(1, 14)

    def judged(mean_weeks: float) -> bool:
        weight = (1 - 1 / mean_weeks) ** (weeks - 1)
        mean = float(np.average(weeks, weights=weight))
        variance = float(np.average((weeks - mean) ** 2, weights=weight))
        return bool(abs(waited.mean() - mean) <= ERRORS * np.sqrt(variance / len(waited)))

    assert judged(4)
    assert not judged(4.3)


def test_offers_are_kept_as_often_as_they_should_be() -> None:
    """Two people in two rotations, each comes with 0.7: mean 0.7, variance 0.21 / 4; 0.72 fails."""
    tours = {"weeks": 13, "handover": 0, "leave": 0}
    each = {"parties_differ": 0, "followed": 0}
    given = mission(tours=tours, offers=offer(honoured="70%"), reliability=each)
    filled = play(given, plans(given, []), N).scalars["posts_filled"]
    assert close(filled, 0.7, 0.21 / 4)
    assert not close(filled, 0.72, 0.72 * 0.28 / 4)


def test_an_uncertain_share_spreads_more_than_a_known_one() -> None:
    """Pass rate uniform on 0.4 to 1: variance of the mean count by the law of total variance."""
    given = mission(courses=course(passes={"low": "40%", "high": "100%"}))
    graduates = play(given, plans(given, [0]), N).scalars["graduates"]
    mean, spread = 0.7, 0.6**2 / 12
    inside = 10 * (mean - (mean**2 + spread))
    assert close(graduates, 7, inside + 100 * spread)
    assert not close(graduates, 7, 10 * 0.7 * 0.3)


# ---- common random numbers


def uncertain(**changes: Any) -> Any:
    """A mission with every kind of chance."""
    base = {
        "courses": course(passes={"low": "50%", "high": "95%"}, drops_out="2%"),
        "sites": {"home": {"closures": {"per_year": 2, "weeks": 3}}},
        "recruits": {"army": SMALL["recruits"]["army"] | {"a_year": 150, "at_start": 20, "leaves": "3%"}},
        "offers": offer(honoured="70%"),
        "tours": {"weeks": 13, "handover": 1, "leave": 0},
    }
    return mission(**base | changes)


STARTS = [0, 0, 3, 4, 8, 9, 12, 13]


def test_more_instructors_never_lengthen_the_wait_for_them() -> None:
    """Same luck, one course, ample trainees, offers kept: in every single replication."""
    ample = {"army": SMALL["recruits"]["army"] | {"at_start": 500}}
    given = uncertain(recruits=ample, offers=offer(), tours=SMALL["tours"])
    few = play(given, plans(given, STARTS, doctors=4), 2000).scalars
    more = play(given, plans(given, STARTS, doctors=6), 2000).scalars
    assert (more["waited.instructors"] <= few["waited.instructors"]).all()
    assert more["waited.instructors"].sum() < few["waited.instructors"].sum()


def test_more_instructors_shorten_the_wait_and_yield_more_on_average() -> None:
    """With offers that may not be kept a serial begun earlier can stand still later: on average only."""
    given = uncertain()
    few = play(given, plans(given, STARTS, doctors=4), 2000).scalars
    more = play(given, plans(given, STARTS, doctors=6), 2000).scalars
    assert more["waited.instructors"].mean() < few["waited.instructors"].mean()
    assert few["graduates"].mean() < more["graduates"].mean()


@pytest.mark.parametrize(
    "better",
    [
        {"recruits": {"army": {"title": "A", "a_year": 300, "at_start": 20, "leaves": "3%"}}},
        {"offers": offer(honoured="90%")},
        {"sites": {"home": {"closures": {"per_year": 1, "weeks": 3}}}},
        {"courses": course(passes={"low": "60%", "high": "95%"}, drops_out="2%")},
    ],
    ids=["recruits", "offers", "closures", "passes"],
)
def test_what_is_better_yields_more_on_average(better: dict[str, Any]) -> None:
    before, after = uncertain(), uncertain(**better)
    low = play(before, plans(before, STARTS, doctors=4), 2000).scalars["graduates"]
    high = play(after, plans(after, STARTS, doctors=4), 2000).scalars["graduates"]
    assert low.mean() < high.mean()


def test_common_luck_makes_differences_far_more_precise() -> None:
    """Variance of the difference of two options: at least ten times smaller than with luck of their own."""
    one, other = uncertain(), uncertain(offers=offer(honoured="72%"))
    low = play(one, plans(one, STARTS, doctors=4), 2000).scalars["graduates"]
    high = play(other, plans(other, STARTS, doctors=4), 2000).scalars["graduates"]
    own = play(other, plans(other, STARTS, doctors=4), 2000, seed=2).scalars["graduates"]
    assert 10 * np.var(high - low) < np.var(own - low)


def test_a_serial_more_leaves_the_luck_of_the_others_as_it_was() -> None:
    """The serials of the first plan, far apart, give the same graduates in the second."""
    given = uncertain(recruits={"army": {"title": "A", "a_year": 0, "at_start": 500}})
    few = play(given, plans(given, [0, 8]), 500).scalars["graduates"]
    more = play(given, plans(given, [0, 8, 16]), 500).scalars["graduates"]
    assert (few <= more).all()
