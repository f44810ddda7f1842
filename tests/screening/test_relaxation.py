"""The relaxation of the small example: within what is offered, whole serials, spread over their period."""

from pathlib import Path

import pytest

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import Option, find, options
from cadre.screening.offered import offered
from cadre.screening.relaxation import WarmStarts, period_weeks_of, relaxed

PERIOD = 7
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def school() -> Mission:
    return read_mission(ROOT / "missions" / "demining-school")


@pytest.fixture(scope="module")
def fullest(school: Mission) -> Option:
    return options(school)[-1]


def test_posts_stay_within_the_people_who_come_on_average(school: Mission) -> None:
    for option in options(school)[::4]:
        people = offered(option.mission, option.choices)
        posts: dict[tuple[str, int], int] = {}
        for batch in relaxed(option.mission, people, period_weeks=PERIOD).posts:
            if not option.mission.roles[batch.role].local:
                posts[batch.role, batch.rotation] = posts.get((batch.role, batch.rotation), 0) + batch.people
        assert [] == [key for key, n in posts.items() if n > people[key] + 0.5]


def test_without_people_no_foreign_post_stands_and_less_is_held(fullest: Option) -> None:
    mission = fullest.mission
    people = offered(mission, fullest.choices)
    with_them, alone = (
        relaxed(mission, given, period_weeks=PERIOD) for given in (people, dict.fromkeys(people, 0.0))
    )
    assert [] == [batch for batch in alone.posts if not mission.roles[batch.role].local]
    assert sum(b.serials for b in alone.serials) < sum(b.serials for b in with_them.serials)


def test_serials_are_whole_full_and_spread_over_the_weeks_of_a_period(fullest: Option) -> None:
    mission = fullest.mission
    programme = relaxed(mission, offered(mission, fullest.choices), period_weeks=PERIOD)
    assert 1 == programme.period_weeks
    assert programme.serials
    for batch in programme.serials:
        assert batch.serials * mission.courses[batch.course].seats.most == batch.trainees
    assert any(batch.week % PERIOD for batch in programme.serials)


def test_more_people_never_raise_the_shortfall(school: Mission) -> None:
    option = find(school, options(school)[-1].id)
    people = offered(option.mission, option.choices)
    results = [
        relaxed(option.mission, {k: share * n for k, n in people.items()}, period_weeks=PERIOD).result
        for share in (0.0, 0.5, 1.0, 2.0)
    ]
    shortfalls = [result.objective for result in results if result is not None]
    assert 4 == len(shortfalls)
    assert sorted(shortfalls, reverse=True) == pytest.approx(shortfalls, abs=1e-6)
    assert shortfalls[0] > shortfalls[-1]


@pytest.mark.parametrize(("horizon", "weeks"), [(26, 4), (78, 7), (260, 26), (520, 26)])
def test_periods_are_a_tenth_of_the_presence_within_bounds(school: Mission, horizon: int, weeks: int) -> None:
    assert weeks == period_weeks_of(school.changed({"mission.horizon": horizon}))


def test_begun_where_another_option_ended_a_relaxation_reaches_the_same_optimum(school: Mission) -> None:
    warm_starts, shared = WarmStarts(), 0
    for option in options(school)[1:]:
        people = offered(option.mission, option.choices)
        before = len(warm_starts.found)
        warm = relaxed(option.mission, people, period_weeks=PERIOD, warm_starts=warm_starts)
        cold = relaxed(option.mission, people, period_weeks=PERIOD)
        assert warm.result is not None
        assert cold.result is not None
        assert cold.result.objective == pytest.approx(warm.result.objective, abs=1e-6)
        assert cold.serials == warm.serials  # ties are broken by the model and not by the solver
        shared += len(warm_starts.found) == before
    assert shared > 0
