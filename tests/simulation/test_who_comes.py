"""People come one by one: how offers are cut changes nothing, parties differ, who has come is followed."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import multivariate_normal

from cadre.forces.plan import Stint
from cadre.mission import Mission
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from tests.simulation.made import full, plans_for, programme_for
from tests.simulation.small import mission, offer, plans, play
from tests.strategies import missions

N = 20_000
ERRORS = 4
HALF_YEARS = {"weeks": 13, "handover": 0, "leave": 0}


def run(of: Mission, given: Plans, replications: int, seed: int = 1) -> Outcome:
    return next(simulate_many([SimulationCase("x", of, given)], ReplicationPlan(replications, seed)))


# ---- how rows are cut


def cut(whole: Mission, given: Plans, streams: random.Random, *, renamed: bool) -> tuple[Mission, Plans]:
    """The same people in more rows: each offer cut in two or three, and its stints with it."""
    offers: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    for key, row in whole.document().get("offers", {}).items():
        parts = min(row["people"], streams.randint(1, 3))
        first = f"{key}-1" if renamed else key
        names[key] = [first, *(f"{key}-{n}" for n in range(2, parts + 1))]
        for n, name in enumerate(names[key]):
            people = row["people"] - parts + 1 if n == 0 else 1
            offers[name] = row | {"people": people}
    document = whole.document() | {"offers": offers}
    for pair in document.get("correlations", ()):
        pair["between"] = [_renamed(path, names) for path in pair["between"]]
    assert given.forces is not None
    stints = [s for stint in given.forces.stints for s in _cut(stint, names[stint.offer], streams)]
    streams.shuffle(stints)
    return Mission.model_validate(document), replace(
        given, forces=replace(given.forces, stints=tuple(stints))
    )


def _renamed(path: str, names: dict[str, list[str]]) -> str:
    keys = path.split(".")
    return ".".join([keys[0], names[keys[1]][0], *keys[2:]]) if keys[0] == "offers" else path


def _cut(stint: Stint, names: list[str], streams: random.Random) -> list[Stint]:
    of = [streams.choice(names) for _ in range(stint.people)]
    return [replace(stint, offer=name, people=of.count(name)) for name in names if name in of]


def alike(one: Outcome, other: Outcome) -> bool:
    return (
        one.scalars.keys() == other.scalars.keys()
        and all(np.array_equal(x, other.scalars[name]) for name, x in one.scalars.items())
        and all(np.array_equal(x, other.series[name]) for name, x in one.series.items())
    )


@settings(max_examples=12)
@given(missions(), st.integers(0, 1000))
def test_how_rows_are_cut_changes_no_replication(whole: Mission, seed: int) -> None:
    given = plans_for(whole, seed)
    several, cut_up = cut(whole, given, random.Random(seed), renamed=False)
    assert alike(run(whole, given, 5, seed), run(several, cut_up, 5, seed))


def same_law(one: NDArray[Any], other: NDArray[Any]) -> bool:
    """Whether means and shares below each tenth of the first differ by at most 4 standard errors."""
    n = len(one)
    if abs(one.mean() - other.mean()) > ERRORS * np.sqrt((one.var() + other.var()) / n) + 1e-9:
        return False
    at = np.quantile(one, np.linspace(0.1, 0.9, 9))
    shares = np.array([[np.mean(x <= a) for a in at] for x in (one, other)])
    p = shares.mean(axis=0)
    return bool((np.abs(shares[0] - shares[1]) <= ERRORS * np.sqrt(2 * p * (1 - p) / n) + 1e-9).all())


CRITERIA = ("posts_filled", "person_weeks", "graduates", "outcome", "serials_held", "cost")


@pytest.mark.parametrize("seed", range(4))
def test_rows_of_other_names_change_no_distribution(seed: int) -> None:
    """With names of their own the rows meet other luck, of the same law: units, graduates, posts filled."""
    given = plans_for(full(), seed)
    several, cut_up = cut(full(), given, random.Random(seed), renamed=True)
    one, other = run(full(), given, 4000), run(several, cut_up, 4000)
    units = [name for name in one.scalars if name.startswith("reached.")]
    assert not np.array_equal(one.scalars["person_weeks"], other.scalars["person_weeks"])
    assert {} == {
        name: (one.scalars[name].mean(), other.scalars[name].mean())
        for name in (*CRITERIA, *units)
        if not same_law(one.scalars[name], other.scalars[name])
    }


def test_offers_that_come_as_one_would_be_found() -> None:
    """The check above fails where a row of nine comes whole or not at all, and nine rows of one do not."""
    of = mission(offers=offer(honoured="70%"), reliability={"parties_differ": 0, "followed": 0})
    one = run(of, plans(of, [], doctors=9), 4000).scalars["posts_filled"]
    whole = np.random.default_rng(1).random(4000) < 0.7
    assert not same_law(one, whole.astype(float))


def test_screening_plays_cut_rows_as_whole_ones() -> None:
    whole = full()
    row = whole.document()["offers"]["guards"]
    several = full(
        offers=whole.document()["offers"] | {"guards": row | {"people": 5}, "more": row | {"people": 4}}
    )
    given = programme_for(whole, 2)
    assert alike(run(whole, given, 50), run(several, given, 50))


# ---- each person


@settings(max_examples=8)
@given(missions(), st.integers(0, 1000))
def test_a_higher_chance_never_brings_fewer_people(before: Mission, seed: int) -> None:
    better = before.changed({f"offers.{key}.honoured": "100%" for key in before.offers})
    middle = before.changed({f"offers.{key}.honoured": "60%" for key in before.offers})
    given = plans_for(before, seed)
    high, low = (run(of, given, 20, seed) for of in (better, middle))
    assert (high.scalars["person_weeks"] >= low.scalars["person_weeks"]).all()
    assert (high.series["posts"] >= low.series["posts"]).all()


@pytest.mark.parametrize("chances", [("20%", "30%"), ("70%", "72%"), ({"low": 0.1, "high": 0.5}, "50%")])
def test_more_come_in_every_replication_where_the_chance_is_higher(chances: tuple[Any, Any]) -> None:
    low, high = (mission(tours=HALF_YEARS, offers=offer(honoured=h, late=2)) for h in chances)
    few, more = (play(of, plans(of, [], doctors=9), 3000) for of in (low, high))
    assert (more.series["posts"] >= few.series["posts"]).all()
    assert few.scalars["person_weeks"].sum() < more.scalars["person_weeks"].sum()


def present(of: Mission, *, doctors: int = 9) -> tuple[NDArray[Any], NDArray[Any]]:
    """Who is there in the first week and in the first of the second rotation."""
    posts = play(of, plans(of, [], doctors=doctors), N).series["posts"].astype(float)
    return posts[:, 0], posts[:, 1]


def near(samples: NDArray[Any], mean: float) -> bool:
    return bool(abs(samples.mean() - mean) <= ERRORS * samples.std() / np.sqrt(len(samples)))


def test_on_average_so_many_come_as_the_chance_says_however_parties_differ() -> None:
    """And they vary as a probit with one factor says: P(two of a party come) = Phi2(a, a; r)."""
    of = mission(tours=HALF_YEARS, offers=offer(honoured="70%"), reliability={"parties_differ": "30%"})

    type_of_three = of.changed({"reliability.parties_differ": "90%", "parties.ally.how_many": 3})

    def judged(common: float) -> bool:
        a = ndtri(0.7)
        both = multivariate_normal(mean=[0, 0], cov=[[1, common], [common, 1]]).cdf([a, a])
        return all(
            near(people, 9 * 0.7) and near((people - 6.3) ** 2, 9 * 0.21 + 72 * (both - 0.49))
            for case in (of, type_of_three)
            for people in present(case)
        )

    assert judged(0.3)
    assert not judged(0.25)


def test_a_place_is_filled_as_before_as_often_as_said() -> None:
    """Without a common part the covariance of two rotations is 9 x followed x 0.21."""
    of = mission(
        tours=HALF_YEARS, offers=offer(honoured="70%"), reliability={"parties_differ": 0, "followed": "40%"}
    )
    first, second = present(of)
    product = (first - 6.3) * (second - 6.3)
    assert near(product, 9 * 0.4 * 0.21)
    assert not near(product, 9 * 0.45 * 0.21)
    assert near(first, 6.3)
    assert near(second, 6.3)


def test_where_parties_are_all_of_one_piece_all_of_a_party_come_or_none() -> None:
    of = mission(offers=offer(honoured="70%"), reliability={"parties_differ": 1, "followed": 0})
    first, _ = present(of)
    assert {0.0, 9.0} == set(first.tolist())
    assert near(first, 6.3)


def test_where_all_are_followed_who_arrived_is_never_missed() -> None:
    """Arrived people come in their first rotation; with half followed half of their places are filled."""
    for followed, share in ((1, 1.0), (0.5, 0.5), (0, 0.0)):
        of = mission(
            tours=HALF_YEARS,
            offers=offer(honoured=1e-9, state="arrived"),
            reliability={"parties_differ": 0, "followed": followed},
        )
        first, second = present(of)
        assert {9.0} == set(first.tolist())
        assert near(second, 9 * share) or {9 * share} == set(second.tolist())


def test_who_relieves_is_on_time_and_who_comes_to_an_empty_place_is_late_person_by_person() -> None:
    """Two rotations of 13 weeks, 3 weeks late: a place gives 0, 10 (one of the two) or 23 weeks."""
    of = mission(tours=HALF_YEARS, offers=offer(honoured="50%", late=3))
    weeks = play(of, plans(of, [], doctors=2), 400).scalars["person_weeks"]
    assert {0, 10, 20, 23, 33, 46} == set(weeks.tolist())


def test_who_stays_on_is_not_drawn_again() -> None:
    of = mission(tours=HALF_YEARS, offers=offer(honoured="50%", tour=26), reliability={"followed": 0})
    first, second = present(of)
    assert np.array_equal(first, second)
    short = of.changed({"offers.doctors.tour": 13})
    assert not np.array_equal(*present(short))


# ---- rows of one party


def test_rows_of_one_party_share_what_nobody_knows_of_them() -> None:
    row = full().document()["offers"]["teachers"]
    of = full(offers={"a": row, "b": row | {"honoured": {"low": "50%", "high": "60%"}, "party": "bloc"},
                      "c": row | {"role": "guard"}})  # fmt: skip
    draws = run(of, programme_for(of, 1), 50).draws
    assert np.array_equal(draws["offers.a.honoured"], draws["offers.c.honoured"])
    assert np.array_equal(draws["offers.a.late"], draws["offers.c.late"])
    assert abs(np.corrcoef(draws["offers.a.honoured"], draws["offers.b.honoured"])[0, 1]) < 0.6
    assert abs(np.corrcoef(draws["offers.a.honoured"], draws["offers.a.late"])[0, 1]) < 0.6
