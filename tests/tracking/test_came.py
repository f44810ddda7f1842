"""Who came of those planned: late people are waited for, and the example's own counts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import Before, read_before
from cadre.tracking.evidence import RateEvidence
from cadre.tracking.forecast import came
from cadre.tracking.holding import holding, known_on
from cadre.tracking.reading import read_records
from cadre.tracking.recorded import recorded_state
from cadre.tracking.records import Records
from cadre.tracking.updating import posterior
from tests.simulation import small
from tests.tracking.test_status import plan, report

FOLDER = Path(__file__).parents[2] / "missions" / "demining-school"
HONOURED = {"min": "40%", "likely": "80%", "max": "100%"}
LATE = {"min": 0, "likely": 4, "max": 8}


def mission(late: Any = LATE, tour: int = 26) -> Mission:
    return small.mission(
        offers=small.offer(honoured=HONOURED, late=late),
        tours={"weeks": tour, "handover": 0, "leave": 0},
    )


def arrived(*people: tuple[str, int], what: str = "arrived") -> dict[str, Any]:
    return {
        f"{what}-{n}": report(on, offer="doctors", site="home", what=what, people=number)
        for n, (on, number) in enumerate(people)
    }


def told(of: Mission, on: str, moves: dict[str, Any], given: Before | None = None) -> RateEvidence:
    today = dt.date.fromisoformat(on)
    known = holding(known_on(Records.model_validate({"movements": moves}), today))
    (found,) = came(of, given or plan(of), known, today)
    return found


def middle(of: Mission, found: RateEvidence) -> float:
    return float(posterior(of, found).at(0.5))


def assumed(of: Mission) -> float:
    return float(of.quantities["offers.doctors.honoured"].at(0.5))


def test_who_may_still_be_late_is_not_taken_for_one_who_does_not_come() -> None:
    """One of two planned for the first day is there after a week; nearly nobody could be so soon."""
    of = mission()
    sooner, later = (told(of, day, arrived(("2020-01-13", 1))) for day in ("2020-01-20", "2020-04-06"))
    assert middle(of, sooner) > assumed(of)
    assert middle(of, later) < assumed(of)
    assert (1, 2) == (later.count, later.of)


def test_nobody_there_yet_says_nothing_where_nobody_could_be() -> None:
    of = mission(late={"min": 6, "likely": 7, "max": 9})
    found = told(of, "2020-01-27", arrived(("2020-01-07", 1)) | arrived(("2020-01-08", 1), what="departed"))
    assert (0, 2) == (found.count, found.of)
    assert middle(of, found) == pytest.approx(assumed(of), abs=0.02)


@pytest.mark.parametrize("weeks", [1, 3, 5, 7])
def test_the_longer_nobody_comes_the_less_is_expected(weeks: int) -> None:
    of, gone = mission(), arrived(("2020-01-07", 1)) | arrived(("2020-01-08", 1), what="departed")
    days = [str(of.date_of(week)) for week in (weeks, weeks + 1)]
    before, after = (middle(of, told(of, day, gone)) for day in days)
    assert after <= before + 1e-9


def test_who_relieves_somebody_is_never_late() -> None:
    """Both of the first rotation came; a week into the second, one of the two who relieve them is there."""
    of = mission(tour=13)
    moves = arrived(("2020-02-10", 2)) | arrived(("2020-04-04", 1), what="departed")
    assert [(2, 2, 1.0), (1, 2, 1.0)] == [
        (piece.count, piece.of, piece.part) for piece in told(of, "2020-04-13", moves).pieces
    ]


def test_who_came_late_and_is_due_to_leave_today_does_not_stay_on() -> None:
    """On the first day of the next rotation nobody has reported yet that the last one has left."""
    of = mission(tour=13)
    moves = Records.model_validate({"movements": arrived(("2020-01-20", 2))})
    for day, planned in (("2020-04-06", {0: 2}), ("2020-04-13", {0: 2, 13: 2})):
        today = dt.date.fromisoformat(day)
        state = recorded_state(of, plan(of), holding(known_on(moves, today)), today).standing
        assert state.present == {("doctors", "home", week): people for week, people in planned.items()}


def test_all_eight_of_the_first_instructors_of_the_example_came() -> None:
    given = read_before(FOLDER / "records" / "plan.json")
    read, today = read_mission(FOLDER), dt.date(2026, 5, 4)
    known = holding(known_on(read_records(FOLDER, read), today))
    of = find(read, given.option).mission
    counts = {one.path.split(".")[1]: (one.count, one.of) for one in came(of, given, known, today)}
    assert (8, 8) == counts["first-instructors"]
    assert (3, 4) == counts["second-instructors"]
