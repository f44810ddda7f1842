"""Fill by state, shares, leads, and what the programme may count on."""

import pytest

from cadre.forces.plan import ForcePlan, Gap, Stint
from cadre.forces.states import FillByState, Lead, PartyShare, leads, shares, states
from cadre.mission import Mission
from cadre.reasons.forces import NoOffer

from .made import line, mission_with, offer

OFFERS = {
    "a": offer(people=2, state="arrived"),
    "b": offer(party="south", weeks=(0, 25), state="pledged"),
    "c": offer(party="east", role="trainer", only_if="command: none"),
}
LINES = (line(people=4), line(site="hq"), line("trainer"))
PLAN = ForcePlan(
    LINES,
    (
        Stint("a", "guard@hq/r0", 0, 26, 1),
        Stint("a", "guard@school/r0", 0, 26, 1),
        Stint("b", "guard@school/r0", 0, 25, 1),
    ),
    (
        Gap("guard@school/r0", 0, 25, 2, NoOffer()),
        Gap("guard@school/r0", 25, 26, 3, NoOffer()),
        Gap("trainer@school/r0", 0, 26, 1, NoOffer()),
    ),
    counted=("a", "b"),
)


@pytest.fixture
def mission() -> Mission:
    return mission_with(OFFERS)


def test_fill_is_told_by_state_in_total_and_under_every_heading(mission: Mission) -> None:
    found = states(PLAN, mission)
    assert FillByState("all", 156, 0, 25, 0, 52) == found.total
    assert (
        FillByState("guard@school/r0", 104, 0, 25, 0, 26),
        FillByState("guard@hq/r0", 26, 0, 0, 0, 26),
        FillByState("trainer@school/r0", 26, 0, 0, 0, 0),
    ) == found.lines
    assert (FillByState("trainer", 26, 0, 0, 0, 0), FillByState("guard", 130, 0, 25, 0, 52)) == found.roles
    assert (FillByState("north", 104, 0, 0, 0, 52), FillByState("south", 25, 0, 25, 0, 0)) == found.parties


def test_a_fill_knows_what_is_filled_firm_and_open() -> None:
    fill = FillByState("x", 20, 1, 2, 3, 4)
    assert (10, 7, 10) == (fill.filled, fill.firm, fill.open)


def test_open_and_gaps_are_the_same(mission: Mission) -> None:
    assert sum(gap.post_weeks for gap in PLAN.gaps) == states(PLAN, mission).total.open


def test_shares_are_relative_to_what_each_party_offers_to_the_option(mission: Mission) -> None:
    assert (PartyShare("north", 104, 52, 0.5, 52 / 77), PartyShare("south", 25, 25, 1.0, 25 / 77)) == shares(
        PLAN, mission
    )


def test_shares_of_nothing_are_zero(mission: Mission) -> None:
    empty = ForcePlan(LINES, counted=("a",))
    assert (PartyShare("north", 104, 0, 0.0, 0.0),) == shares(empty, mission)


def test_the_party_with_most_post_weeks_leads_a_site(mission: Mission) -> None:
    assert (
        Lead("hq", "north", 1.0, ("north",)),
        Lead("school", "north", 26 / 51, ("north", "south")),
    ) == leads(PLAN, mission)


def test_of_equals_the_party_written_first_leads(mission: Mission) -> None:
    plan = ForcePlan(
        LINES, (Stint("b", "guard@school/r0", 0, 25, 1), Stint("a", "guard@school/r0", 0, 25, 1))
    )
    assert "north" == leads(plan, mission)[0].party
