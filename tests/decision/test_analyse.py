"""A whole judgement on a mission whose answers are known: volunteers under 400 a year spoil the large option.

Small reaches .5 of the targets whatever happens. Large reaches .3 where fewer than 400 volunteers come, which
has a chance of 3/8, else .8: .6125 on average. With the weight on targets alone, learning the number gains
3/8 of .2: .075 of value, since targets are worth 0 where none and 1 where all are reached.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np
import pytest

from cadre.decision.analyse import analyse, parts_of
from cadre.decision.analysis import DecisionAnalysis
from cadre.errors import BadInput
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.plan import Programme
from cadre.reasons.decision import NotWorthLearning
from cadre.simulation.outcome import Outcome
from cadre.simulation.streams import uniforms
from tests.decision.made import DOCUMENT, make_outcome, plans_of
from tests.words.plainly import said_of

N = 4000
VOLUNTEERS = "recruits.volunteers.a_year"


@dataclass(frozen=True)
class Plans:
    option: Option
    need: Programme
    programme: Programme
    forces: ForcePlan


@dataclass(frozen=True)
class Seen:
    option: str
    title: str
    choices: dict[str, str]
    measures: dict[str, float]


@pytest.fixture(scope="module")
def asked() -> Mission:
    open_details = {
        "volunteers": {
            "question": "How many volunteers come?",
            "quantity": VOLUNTEERS,
            "can_learn_by": "2023-11-01",
            "learning_costs": 1000,
        },
        "leaders": {
            "question": "Do leaders stay?",
            "quantity": "competences.leader.leaves",
            "can_learn_by": "2023-09-01",
        },
        "posted": {"question": "Where are they posted?", "quantity": "competences.aider.posted"},
    }
    mandate = {
        "asks": "a first-aid service",
        "open": open_details,
        "decisions": [{"by": "council", "on": "2023-10-01", "about": "which option"}],
    }
    changes = {
        VOLUNTEERS: {"low": 100, "high": 900},
        "competences.leader.leaves": {"low": 0, "high": 0.02},
        "preferences": {"weights": {"outcome": 1}, "bars": {"outcome": 0.4, "lasting": 0.25}},
    }
    return Mission.model_validate(DOCUMENT | {"mandate": mandate}).changed(changes)


@pytest.fixture(scope="module")
def shown(asked: Mission) -> tuple[Plans, ...]:
    return tuple(Plans(p.option, p.need, p.programme, ForcePlan(())) for p in plans_of(asked))


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    volunteers = 100 + 800 * uniforms(1, N, VOLUNTEERS)
    draws = {VOLUNTEERS: volunteers, "competences.leader.leaves": 0.02 * uniforms(1, N, "leaves")}
    made = {
        "nothing": make_outcome("nothing", N),
        "small": make_outcome("small", N, outcome=0.5, lasting=0.5, cost=100.0),
        "large": make_outcome(
            "large",
            N,
            outcome=np.where(volunteers < 400, 0.3, 0.8),
            lasting=0.5,
            cost=200.0,
            posts_filled=0.9,
        ),
    }
    return {key: replace(outcome, draws=draws) for key, outcome in made.items()}


@pytest.fixture(scope="module")
def told(asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]) -> DecisionAnalysis:
    screened = [
        Seen(
            "small",
            "Small",
            {"size": "small"},
            {"outcome": 0.5, "lasting": 0.5, "cost": 100, "posts": 13, "posts_in_country": 10, "years": 2},
        ),
        Seen(
            "large",
            "Large",
            {"size": "large"},
            {"outcome": 0.6, "lasting": 0.5, "cost": 200, "posts": 35, "posts_in_country": 32, "years": 2},
        ),
    ]
    return analyse(asked, shown, outcomes, screened)


def test_what_is_worth_learning_is_told_with_price_and_day(told: DecisionAnalysis, asked: Mission) -> None:
    first = told.information[0]
    assert ("volunteers", "continuous", True, False) == (
        first.detail,
        first.kind,
        first.matters,
        first.in_time,
    )
    # A spline rounds the step off.
    assert pytest.approx(0.075, abs=0.015) == first.value
    assert (1000.0, 1000.0, 1000.0) == first.price
    assert (dt.date(2023, 11, 1), dt.date(2023, 10, 1)) == (first.can_learn_by, first.last_useful)
    assert None is first.money  # cost has no weight here
    assert first.value <= told.perfect.value == pytest.approx(0.075, abs=0.01)
    said = said_of(asked, first.reason)
    assert "finding out costs EUR 1 k; it can be known by 1 Nov 2023, after the last meeting" in said


def test_a_detail_is_told_in_futures_targets_and_money(told: DecisionAnalysis, asked: Mission) -> None:
    """In 3/8 of the futures small is chosen instead of large, for 100 less and .2 more of the targets."""
    first = told.information[0]
    assert pytest.approx(0.375, abs=0.05) == first.changes.mean  # the spline rounds the step off
    assert pytest.approx(first.value, abs=0.01) == first.targets.mean  # targets alone have a weight
    assert pytest.approx(-100 * first.changes.mean) == first.cost.mean
    said = said_of(asked, first.reason)
    assert "were it known before deciding, another option would be chosen in " in said
    assert " of the targets and costs EUR " in said
    assert None is told.priorities  # stated, hence known


def test_what_knowing_the_priorities_is_worth_stands_beside(
    asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]
) -> None:
    """Targets count w, from 1/2 to 1, cost the rest: large leads from w = .25/.3625 on, as at the mean .75.

    Known, small is chosen below: in .379 of the weights, for a gain of .3625/2 (.6897 - .5)^2 / .5 = .0130.
    """
    stated = {"order": ["outcome", "cost"], "anchors": {"cost": {"worst": 400, "best": 0}}}
    told = analyse(asked.changed({"preferences": stated}), shown, outcomes)
    one = told.priorities
    assert one is not None
    assert ("priorities", "priorities", True) == (one.detail, one.kind, one.matters)
    assert pytest.approx(0.379, abs=0.04) == one.changes.mean
    assert pytest.approx(0.0130, abs=0.002) == one.value
    assert said_of(asked, one.reason).startswith(
        "The priorities: how much each criterion counts – were it known before"
    )


def test_a_detail_without_effect_and_one_that_is_not_drawn_matter_nothing(told: DecisionAnalysis) -> None:
    by_id = {i.detail: i for i in told.information}
    assert not by_id["leaders"].matters
    assert by_id["leaders"].in_time
    assert (0.0, 0.0, False) == (by_id["posted"].value, by_id["posted"].value_floor, by_id["posted"].matters)
    assert NotWorthLearning("posted") == by_id["posted"].reason


def test_the_option_of_greatest_value_leads_and_the_lead_switches_with_the_volunteers(
    told: DecisionAnalysis,
) -> None:
    assert "large" == told.leading
    (switch,) = [s for s in told.switches if s.kind == "detail"]
    assert pytest.approx(400, abs=40) == switch.at
    assert ("small", "large") == (switch.below, switch.above)


def test_an_option_fails_where_few_volunteers_come(told: DecisionAnalysis, asked: Mission) -> None:
    assert [("outcome", 0.4), ("lasting", 0.25)] == [(b.criterion, b.at) for b in told.bars]
    fails = {f.option: f for f in told.fails_when}
    (limit,) = fails["large"].limits
    assert (VOLUNTEERS, None) == (limit.path, limit.low)
    assert limit.high is not None
    assert pytest.approx(400, abs=20) == limit.high
    assert fails["large"].density > 0.95
    assert fails["large"].coverage > 0.95
    assert "with volunteers a year under " in said_of(asked, fails["large"].reason)
    assert (0.0, ()) == (fails["small"].failing, fails["small"].limits)
    assert (1.0, ()) == (fails["nothing"].failing, fails["nothing"].limits)


def test_agreement_follows_what_parties_refuse(told: DecisionAnalysis) -> None:
    """`willing` insists against the small size, `wary` against a cost of 150 and more."""
    small, large = told.agreement
    assert ("small", 0.0, ("willing",)) == (small.option, small.chance, small.blocking[0].parties)
    assert ("large", 0.0, ("wary",)) == (large.option, large.chance, large.blocking[0].parties)
    assert (("willing",),) == small.to_win
    assert ("wary", 1.0) == (large.pivotal, large.pivotal_share)
    assert None is large.filled_if_agreed
    states = {(s.option, s.party): s.state for s in told.stances}
    assert ("breaks silence", "breaks silence") == (states["small", "willing"], states["large", "wary"])
    assert "acquiesces" == states["large", "willing"]


def test_parties_stand_in_the_order_of_the_mission(told: DecisionAnalysis) -> None:
    assert ["willing", "wary"] * 2 == [s.party for s in told.stances]


def test_ranks_and_bars_speak_of_every_option(told: DecisionAnalysis) -> None:
    assert ["nothing", "small", "large"] == [a.option for a in told.acceptability]
    assert pytest.approx([0, 0.375, 0.625], abs=0.03) == [a.ranks[0] for a in told.acceptability]
    assert [0.0, 1.0] == [g.share for g in told.good[:2]]


def test_a_tornado_shows_what_targets_hang_on(told: DecisionAnalysis) -> None:
    (swing,) = [s for s in told.swings if s.option == "large"]
    assert (VOLUNTEERS, "outcome") == (swing.path, swing.criterion)
    assert pytest.approx((0.3, 0.8)) == (swing.at_low, swing.at_high)
    assert swing.index > 0.9


def test_the_same_luck_gives_the_same_judgement(
    told: DecisionAnalysis, asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]
) -> None:
    again = analyse(asked, shown, outcomes)
    assert told.information == again.information
    assert told.acceptability == again.acceptability


def test_without_positions_nothing_is_told_of_agreement(
    asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]
) -> None:
    silent = analyse(asked.changed({"positions": None}), shown, outcomes)
    assert ((), ()) == (silent.agreement, silent.stances)


def test_without_a_bar_nothing_is_called_good_or_failed(
    asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]
) -> None:
    told = analyse(asked.changed({"preferences.bars": {}}), shown, outcomes)
    assert ((), (), ()) == (told.bars, told.good, told.fails_when)
    assert {None} == {a.agreed_and_good for a in told.agreement}
    assert {0.0} == {i.agreed for i in (told.perfect, *told.information, *told.groups)}


def test_an_empty_set_of_options_is_refused(asked: Mission) -> None:
    with pytest.raises(BadInput) as refused:
        analyse(asked, (), {})
    assert "options: found no option, there must be at least one option; show one" == str(refused.value)


def test_outcomes_that_are_no_numbers_are_refused(
    asked: Mission, shown: tuple[Plans, ...], outcomes: dict[str, Outcome]
) -> None:
    bad = outcomes | {"small": make_outcome("small", N, outcome=np.nan)}
    with pytest.raises(BadInput) as refused:
        analyse(asked, shown, bad)
    told = "outcomes.small.outcome: found 4,000 of 4,000 replications without a finite number, "
    assert told + "must be finite in every replication; correct the simulation" == str(refused.value)


def test_parts_of_parties_are_shares_of_the_post_weeks_they_fill(asked: Mission) -> None:
    given = asked.changed(
        {
            "roles.trainer": {"skills": ["first-aid"]},
            "offers": {
                name: {
                    "party": party,
                    "role": "trainer",
                    "people": 2,
                    "begins": "2024-01-01",
                    "ends": "2025-01-01",
                    "state": "pledged",
                }
                for name, party in (("one", "willing"), ("two", "wary"), ("three", "silent"))
            },
        }
    )
    line = PostLine("trainer@school/r0", "trainer", "school", 0, 0, 10, 4, False)
    stints = tuple(Stint(o, line.id, 0, weeks, 1) for o, weeks in (("one", 10), ("two", 6), ("three", 4)))
    assert {"willing": 0.5, "wary": 0.3} == parts_of(ForcePlan((line,), stints), given)


@pytest.mark.parametrize("n", [2, 3, 7, 40])
def test_few_futures_are_judged_without_a_detail_that_matters_by_chance_alone(
    asked: Mission, shown: tuple[Plans, ...], n: int
) -> None:
    draws = {
        VOLUNTEERS: 100 + 800 * uniforms(1, n, VOLUNTEERS),
        "competences.leader.leaves": uniforms(1, n, "l"),
    }
    made = [
        replace(make_outcome(o, n, outcome=x, cost=x), draws=draws)
        for o, x in (("nothing", 0.0), ("small", 0.5), ("large", uniforms(1, n, "luck")))
    ]
    few = analyse(asked, shown, {o.option: o for o in made})
    assert 3 == len(few.good) == len(few.acceptability)
    assert not any(i.matters for i in few.information if n < 20)
