"""The smallest further asks."""

from hypothesis import given

from cadre.forces.optimise import fill_posts
from cadre.forces.plan import FurtherRequest, Gap, PostLine
from cadre.forces.requests import asks_for
from cadre.reasons.forces import NoOffer

from .made import MEASURED, Offers, line, mission_with, offer, some_lines, some_offers


def asks(
    *gaps: tuple[str, int, int, int], lines: tuple[PostLine, ...] | None = None
) -> tuple[FurtherRequest, ...]:
    lines = lines or (line(people=9), line(rotation=1, people=9), line("trainer", people=9))
    return asks_for(lines, [Gap(*gap, NoOffer()) for gap in gaps])


def test_gaps_that_touch_across_rotations_are_one_ask() -> None:
    found = asks(("guard@school/r0", 0, 26, 2), ("guard@school/r1", 26, 52, 2))
    assert (FurtherRequest("guard", "school", 0, 52, 2, 104, False),) == found


def test_a_gap_that_grows_is_asked_for_in_as_few_stays_as_it_has_steps() -> None:
    found = asks(("guard@school/r0", 0, 26, 1), ("guard@school/r1", 26, 40, 3))
    assert 3 == sum(ask.people for ask in found)
    assert 26 + 14 * 3 == sum(ask.post_weeks for ask in found)


def test_weeks_that_are_filled_part_two_asks() -> None:
    found = asks(("guard@school/r0", 0, 5, 1), ("guard@school/r0", 20, 26, 1))
    assert [(20, 26), (0, 5)] == [(ask.begins, ask.ends) for ask in found]


def test_critical_roles_come_first_then_what_closes_most() -> None:
    found = asks(
        ("guard@school/r0", 0, 26, 5), ("trainer@school/r0", 0, 2, 1), ("trainer@school/r0", 9, 26, 1)
    )
    assert [("trainer", 17), ("trainer", 2), ("guard", 130)] == [(ask.role, ask.post_weeks) for ask in found]
    assert [True, True, False] == [ask.critical for ask in found]


def test_the_same_role_at_two_sites_makes_two_asks() -> None:
    lines = (line(), line(site="hq"))
    found = asks(("guard@school/r0", 0, 26, 1), ("guard@hq/r0", 0, 26, 1), lines=lines)
    assert ["hq", "school"] == [ask.site for ask in found]


def test_without_gaps_nothing_is_asked() -> None:
    assert () == asks()


@given(some_offers(), some_lines())
def test_asks_that_are_met_leave_no_gap_and_nobody_idle(offers: Offers, lines: tuple[PostLine, ...]) -> None:
    plan = fill_posts(lines, mission_with(offers), {}, MEASURED)
    met = {
        f"ask{n}": offer(
            party="east",
            role=ask.role,
            people=ask.people,
            weeks=(ask.begins, ask.ends),
            not_at=tuple({"hq", "school"} - {ask.site}),
        )
        for n, ask in enumerate(plan.asks)
    }
    again = fill_posts(lines, mission_with(offers | met), {}, MEASURED)
    assert 0 == again.unfilled
    assert sum(ask.post_weeks for ask in plan.asks) == sum(gap.post_weeks for gap in plan.gaps)
