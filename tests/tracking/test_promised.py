"""What reports say is played: offers taken back, what an event takes, sites in use, postings, money."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.recovery.people import staff_ahead
from cadre.replan.reading import Before
from cadre.tracking.evidence import evidence
from cadre.tracking.forecast import Forecast, forecast
from cadre.tracking.holding import holding
from cadre.tracking.moving import StockFlow, moves_of
from cadre.tracking.promised import staff_promised
from cadre.tracking.recorded import recorded_state
from cadre.tracking.records import Records
from cadre.tracking.updating import posterior
from tests.simulation import small
from tests.tracking.test_forecast import RUNS, TODAY, records
from tests.tracking.test_status import OF, ended, plan, report, started

SHORT = small.mission(tours={"weeks": 13, "handover": 0, "leave": 0})
"""Two rotations, so that people are still to come in week 13."""


def state(on: str, **cells: Any) -> dict[str, Any]:
    return report(on, offer="doctors", **cells)


def people_of(of: Mission, given: Before, **states: dict[str, Any]) -> list[tuple[int, int]]:
    told = Records.model_validate({"offer_states": states})
    return [(one.begins, one.people) for one in staff_promised(of, given.staff, told).stints]


def test_of_an_offer_that_was_dropped_nobody_comes_who_was_still_to_come() -> None:
    given = plan(SHORT)
    assert [(0, 2), (13, 2)] == people_of(SHORT, given)
    assert [(0, 2)] == people_of(SHORT, given, a=state("2020-02-03", state="dropped"))
    assert [(0, 2), (13, 1)] == people_of(SHORT, given, a=state("2020-02-03", state="pledged", people=1))


def test_an_offer_made_again_has_the_people_last_told() -> None:
    given, gone = plan(SHORT), state("2020-02-03", state="dropped")
    again = state("2020-02-10", state="confirmed")
    assert [(0, 2), (13, 2)] == people_of(SHORT, given, a=gone, b=again)
    one = state("2020-01-20", state="pledged", people=1)
    assert [(0, 2), (13, 1)] == people_of(SHORT, given, z=one, a=gone, b=again)


def test_planning_again_takes_back_the_same_people() -> None:
    given = plan(SHORT)
    told = records(offer_states={"a": state("2020-02-03", state="dropped")})
    assert [0] == [one.begins for one in staff_ahead(SHORT, given, holding(told), 9).stints]


def foresee(of: Mission, known: Records, today: dt.date = TODAY) -> Forecast:
    return forecast(of, plan(of), known, today, runs=RUNS)


def mean(made: Forecast, name: str) -> float:
    return next(one.mean for one in made.figures if one.name == name)


def test_a_forecast_pays_nobody_of_an_offer_that_was_dropped() -> None:
    of = small.mission(
        tours={"weeks": 13, "handover": 0, "leave": 0},
        roles={"doctor": {"skills": ["medic"], "costs_a_year": "52 k"}},
    )
    gone = {"a": state("2020-02-03", state="dropped")}
    kept, less = foresee(of, records()), foresee(of, records(offer_states=gone))
    half_a_year = 2 * 13 / (365.25 / 7) * 52_000
    assert mean(kept, "cost") - mean(less, "cost") == pytest.approx(half_a_year)


def test_what_an_event_takes_is_what_was_reported_of_it() -> None:
    """Half the foreign people were expected to stay, and all did: as if it had not happened."""
    event = {"cut": {"effect": "shrinks", "per_year": 0.0, "stays": {"low": "10%", "high": "90%"}}}
    of = small.mission(events=event, roles={"doctor": {"skills": ["medic"], "costs_a_year": "52 k"}})

    def cost(**told: Any) -> float:
        cells = report("2020-03-02", what="event", event="cut", **told)
        return mean(foresee(of, records(occurrences={"o": cells})), "cost")

    assert cost(stays=1) == pytest.approx(mean(foresee(of, records()), "cost"))
    assert cost(stays=0) < cost() < cost(stays=1)


def test_a_site_in_use_is_open_though_nobody_reported_it() -> None:
    of = small.mission(sites={"home": {"opens": {"low": "2020-01-06", "high": "2020-12-01"}}})
    held = {"a": started("2020-02-03", 1), "b": ended("2020-02-28", 1, 9, 4)}
    told = Records.model_validate({"serials": held})
    assert "open" == recorded_state(of, plan(of), told, TODAY).standing.sites["home"]
    (opens,) = (one for one in evidence(told, of, TODAY) if one.path == "sites.home.opens")
    assert ("value", dt.date(2020, 2, 3).toordinal()) == (opens.kind, opens.count)
    assert "not open" == recorded_state(of, plan(of), Records(), TODAY).standing.sites["home"]


def test_graduates_whose_posting_nobody_tells_yet_are_not_forgotten() -> None:
    """Four passed and three are told as posted of them; five passed since, of whom nothing is told."""
    posted = {"p": report("2020-02-03", competence="aid", people=3, of=4)}
    told = holding(records(postings=posted))
    moves = [(day.isoformat(), people) for day, people in moves_of(told, OF, ("competence", "aid"))]
    assert [("2020-02-03", 3), ("2020-02-28", 5)] == moves


def test_of_those_whose_posting_nobody_tells_the_share_assumed_is_posted() -> None:
    of = small.mission(competences={"aid": {"title": "First aid", "posted": "60%"}})
    moves = moves_of(holding(records()), of, ("competence", "aid"))
    assert [2, 3] == [people for _, people in moves]


def test_a_count_higher_than_it_can_be_says_that_nobody_left() -> None:
    of = small.mission(competences={"aid": {"title": "First aid", "leaves": {"low": "1%", "high": "40%"}}})
    count = {"c": report("2020-02-03", what="competence", of="aid", people=4)}
    rates = []
    for people in (7, 8, 9, 10, 12):
        told = holding(
            records(counts=count | {"d": report("2020-03-02", what="competence", of="aid", people=people)})
        )
        (leaves,) = (one for one in evidence(told, of, TODAY) if one.path == "competences.aid.leaves")
        rates.append(posterior(of, leaves).mean)
    assert rates == sorted(rates, reverse=True)
    assert rates[3] == pytest.approx(rates[4], rel=0.1)


def test_recruits_who_came_untold_say_nothing_of_who_left() -> None:
    of = small.mission(
        recruits={"army": {"title": "Army", "a_year": 50, "leaves": {"low": "1%", "high": "9%"}}}
    )
    intake = {"i": report("2020-02-02", recruits="army", begins="2020-01-06", people=5)}
    flow = StockFlow(holding(records(intake=intake)), of, ("recruits", "army"))
    assert flow.tells(dt.date(2020, 1, 10), dt.date(2020, 2, 2))
    assert not flow.tells(dt.date(2020, 1, 10), dt.date(2020, 2, 3))
    none = small.mission(recruits={"army": {"title": "Army", "a_year": 0, "at_start": 100}})
    assert StockFlow(holding(records()), none, ("recruits", "army")).tells(dt.date(2020, 1, 10), TODAY)


def test_money_since_the_last_report_of_it_is_reckoned_as_planned() -> None:
    """Told until 8 March of the posts; a month later four weeks of two doctors are reckoned, and told."""
    later = foresee(OF, records(), dt.date(2020, 4, 6))
    sooner = foresee(OF, records())
    assert mean(later, "cost") == pytest.approx(mean(sooner, "cost"), rel=0.2)
    (told,) = (one for one in later.reckoned if one.name == "tracking.money-not-told")
    month = 4 * 2 / (365.25 / 7) * 52_000
    assert round(month * OF.quantities["money.overrun"].mean) == dict(told.values)["amount"]
    assert "tracking.money-not-told" not in [one.name for one in sooner.reckoned]
