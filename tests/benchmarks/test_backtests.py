"""The back-tests: outcomes are read or refused with a cure, scores are right, and a day is read as it was."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.backtests import forecasts as module
from benchmarks.backtests.again import AgainPoint, forecast_again
from benchmarks.backtests.carrying import carried_on
from benchmarks.backtests.cases import Case, changed, read_cases
from benchmarks.backtests.figures import COLUMNS, Figure, read_figures
from benchmarks.backtests.forecasts import forecasts
from benchmarks.backtests.inputs import AFTER, FIRST, LOG, Entry, note_first_runs
from benchmarks.backtests.page import page
from benchmarks.backtests.picture import picture
from benchmarks.backtests.points import Played, Point
from benchmarks.backtests.scores import Score, scored, skill, summary
from benchmarks.calibration import Played as PlayedMission
from benchmarks.calibration import at_random
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.pipeline import Settings
from cadre.plans import Planned
from cadre.programme.plan import PostBatch, Programme, SerialBatch
from cadre.programme.prices import expected_cost
from cadre.simulation.inputs import Plans
from cadre.simulation.run import ReplicationPlan, simulate_many
from cadre.simulation.run import SimulationCase as PlayedCase
from cadre.tracking.records import Records
from tests.mission_files.by_hand import write_folder
from tests.simulation import small
from tests.simulation.made import FULL, full, plans_for

HISTORY = read_cases()
START = dt.date(2020, 1, 6)
SMALL = full()


# ---- cases of the repository


def test_every_case_of_history_is_read_without_faults_and_has_something_to_score() -> None:
    assert {"eutm-mali", "kosovo-police-school", "ethiopia-health-workers"} <= {c.name for c in HISTORY}
    assert [] == [case.name for case in HISTORY if not case.happened or faults_between(case.mission)]


@pytest.mark.parametrize("case", HISTORY, ids=lambda case: case.name)
def test_nothing_of_a_mission_is_dated_after_its_start_without_saying_so(case: Case) -> None:
    """A ledger may rest on a later report of a fact of the start, and must say that it was printed later."""
    starts, ledger = case.mission.mission.starts, case.mission.ledger
    later = {key for key, source in ledger.sources.items() if str(source.date) > str(starts)}
    unsaid = [key for key, s in ledger.statements.items() if s.source in later and " later" not in s.why]
    assert [] == unsaid


@pytest.mark.parametrize("case", HISTORY, ids=lambda case: case.name)
def test_records_of_a_case_are_its_published_figures_on_their_days(case: Case) -> None:
    """People present (of one case) are no record: nobody tells when they came."""
    told = {(one.on, "units.trained", float(one.people)) for one in case.records.counts.values()}
    told |= {(one.on, "cost", one.amount) for one in case.records.spending.values()}
    published = {(f.date, f.quantity, f.figure) for f in case.happened if f.quantity != "people"}
    assert published == told
    assert all(one.means and one.rule for one in case.records.counts.values())
    assert all(one.reported_on == one.on for one in case.records.counts.values())


# ---- outcomes that cannot be used

GOOD = {
    "known": "after",
    "date": "2020-06-30",
    "quantity": "units.post",
    "figure": "12",
    "source": "report",
    "strength": "fair",
    "rule": "teams",
}
WHERE = {
    name: f"x.csv:2:{sum(len(v) + 1 for v in list(GOOD.values())[:n]) + 1}: {name}"
    for n, name in enumerate(GOOD)
}
MISTAKES = {
    "known": ("afterwards", "'afterwards', must be one of before, after; did you mean 'after'?"),
    "date": ("June 2020", "'June 2020', must be a day; write it as 2014-06-30"),
    "quantity": (
        "units.posts",
        "'units.posts', must be cost, people, trained or units.CAPABILITY; did you mean 'units.post'?",
    ),
    "figure": ("-3", "'-3', must be a number above 0; write digits alone, such as 2680"),
    "source": ("", "nothing, must be told; write the source of the figure"),
    "strength": ("string", "'string', must be one of weak, fair, strong; did you mean 'strong'?"),
    "rule": ("", "nothing, must be told; write the rule of the figure"),
}


def table(path: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    lines = [",".join(columns), *(",".join(row.get(name, "?") for name in columns) for row in rows)]
    file = path / "x.csv"
    file.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return file


def said(file: Path, mission: Mission = SMALL) -> list[str]:
    with pytest.raises(BadInput) as bad:
        read_figures(file, mission)
    return str(bad.value).splitlines()


def test_a_good_table_is_read_in_the_order_of_dates_and_columns_may_stand_in_any(tmp_path: Path) -> None:
    rows = (GOOD | {"date": "2020-09-01"}, GOOD)
    figures = read_figures(table(tmp_path, *rows, columns=tuple(reversed(COLUMNS))), SMALL)
    first = Figure(dt.date(2020, 6, 30), "units.post", 12.0, "after", "report", "fair", "teams")
    assert (first, replace(first, date=dt.date(2020, 9, 1))) == figures


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_cell_gives_its_message(tmp_path: Path, name: str) -> None:
    found, message = MISTAKES[name]
    assert [f"{WHERE[name]}: found {message}"] == said(table(tmp_path, GOOD | {name: found}))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    wrong = {name: found for name, (found, _) in MISTAKES.items()}
    assert len(MISTAKES) == len(said(table(tmp_path, wrong)))


@pytest.mark.parametrize("figure", ["nan", "inf", "0", "about 7"])
def test_what_is_no_number_above_0_is_no_figure(tmp_path: Path, figure: str) -> None:
    (message,) = said(table(tmp_path, GOOD | {"figure": figure}))
    assert f"found '{figure}', must be a number above 0" in message


@pytest.mark.parametrize("day", ["2020-01-05", "2023-01-02"])
def test_what_happened_must_lie_in_the_weeks_that_are_followed(tmp_path: Path, day: str) -> None:
    last = SMALL.date_of(SMALL.floor_week)
    (message,) = said(table(tmp_path, GOOD | {"date": day}))
    assert f"found '{day}', must lie from 2020-01-06 to before {last}, while the host is followed" in message


def test_a_rate_announced_for_no_time_is_refused(tmp_path: Path) -> None:
    (message,) = said(table(tmp_path, GOOD, GOOD | {"known": "before", "date": "2020-01-06"}))
    assert "must lie after the start, 2020-01-06: the day by which the figure was announced" in message


def test_a_figure_stands_once_for_a_day(tmp_path: Path) -> None:
    messages = said(table(tmp_path, GOOD, GOOD | {"figure": "13"}))
    assert ["must stand once for a day"] * 2 == [m.split(", ")[1].split(";")[0] for m in messages]


def test_columns_and_cells_that_do_not_fit_are_told_before_what_stands_in_them(tmp_path: Path) -> None:
    file = table(tmp_path, GOOD, columns=(*COLUMNS[:-1], "rules"))
    file.write_text(file.read_text("utf-8") + "after,2020-07-01\n", encoding="utf-8")
    assert [
        "x.csv:1:1: found no column 'rule', must be there; add 'rule'",
        "x.csv:1:44: found the unknown column 'rules', must be a column of outcomes; did you mean 'rule'?",
        "x.csv:4:1: found 2 cells, must be 7, as in the first row; quote a text that holds a comma",
    ] == said(file)


def test_a_table_without_a_row_is_refused(tmp_path: Path) -> None:
    assert ["x.csv:1:1: found no row, must hold at least one figure; add what happened"] == said(
        table(tmp_path)
    )


def test_faults_of_all_cases_are_told_at_once_with_the_case(tmp_path: Path) -> None:
    """A case without outcomes, one with a bad mission, a table of nobody, a row of nobody."""
    (tmp_path / "outcomes").mkdir()
    write_folder(tmp_path / "school")
    write_folder(tmp_path / "camp")
    mission = tmp_path / "camp" / "mission.yaml"
    mission.write_text(mission.read_text("utf-8").replace("beds: 60", "bed: 60"), encoding="utf-8")
    (tmp_path / "outcomes" / "scholl.csv").write_text("known\n", encoding="utf-8")
    log = "case,date,when,inputs,what,why\nschol,2026-11-29,later,-,beds,more\nschool,2026-11-29\n"
    (tmp_path / LOG).write_text(log, encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        read_cases(tmp_path)
    lines = str(bad.value).splitlines()
    assert list(STARTS) == [line[: len(start)] for line, start in zip(lines, STARTS, strict=True)]


STARTS = (
    "camp/mission.yaml:25:5: sites.camp.bed: found the unknown key 'bed', must be a key that Cadre",
    "inputs.csv:2:1: found 'later', must be one of before the first run, first run, after the first run;",
    "inputs.csv:2:1: found the case 'schol', must be a case that is there; did you mean 'school'?",
    "inputs.csv:3:1: found 2 filled cells, must be 6: case, date, when, inputs, what, why; quote a text",
    "outcomes/scholl.csv: found the table 'scholl.csv', must be CASE.csv of a case that is there; did",
    "school.csv: found no ordinary file, must be a file; remove it, or put the file there",
)


def test_inputs_changed_after_the_first_run_are_refused_until_they_are_told(tmp_path: Path) -> None:
    (tmp_path / "outcomes").mkdir()
    folder = write_folder(tmp_path / "school")
    rows = (GOOD | {"quantity": "people", "figure": "3"},)
    table(tmp_path / "outcomes", *rows).rename(tmp_path / "outcomes" / "school.csv")
    note_first_runs(tmp_path, [], ["school"], dt.date(2026, 12, 1))
    (case,) = read_cases(tmp_path)
    assert [(FIRST, "2026-12-01")] == [(entry.when, entry.date) for entry in case.log]
    note_first_runs(tmp_path, case.log, ["school"], dt.date(2026, 12, 2))
    assert case.log == read_cases(tmp_path)[0].log

    mission = folder / "mission.yaml"
    mission.write_text(mission.read_text("utf-8").replace("beds: 60", "beds: 70"), encoding="utf-8")
    with pytest.raises(BadInput, match=r"found school with inputs \w+, must be \w+ as played") as bad:
        read_cases(tmp_path)
    row = str(bad.value).partition("tell it: ")[2]
    with (tmp_path / LOG).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    assert [FIRST, AFTER] == [entry.when for entry in read_cases(tmp_path)[0].log]


def test_a_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="found no case, must hold folders with a mission"):
        read_cases(tmp_path)


def test_a_case_is_changed_at_a_path_and_a_bad_path_is_refused() -> None:
    case = Case("small", SMALL, ())
    assert 52 == changed(case, {"mission.horizon": "52 weeks"}).mission.exit_week
    with pytest.raises(BadInput, match="small: "):
        changed(case, {"mission.horizons": "52 weeks"})


# ---- scores


def test_crps_of_five_futures_is_that_worked_out_by_hand() -> None:
    """Mean distance of 0..4 from 1 is 7 / 5, of two of them from each other 40 / 25."""
    score = scored(np.arange(5.0), 1.0, planned=2.0, carried=None)
    assert pytest.approx(7 / 5 - 40 / 50) == score.crps
    assert pytest.approx(0.3) == score.rank
    assert (0.4, 2.0, 3.6) == pytest.approx((score.low, score.median, score.high))


def test_crps_of_one_value_is_its_distance_and_equal_ones_count_half() -> None:
    above = scored(np.full(9, 4.0), 7.0, planned=4.0, carried=None)
    assert (3.0, 1.0) == (above.crps, above.rank)
    level = scored(np.full(9, 4.0), 4.0, planned=4.0, carried=None)
    assert (0.0, 0.5, True, 0.0) == (level.crps, level.rank, level.inside, level.missed)


@given(
    st.lists(st.floats(0, 1e6), min_size=2, max_size=30),
    st.floats(1, 1e6),
    st.floats(0.01, 100),
)
def test_scores_follow_the_unit_and_what_lies_outside_is_told_on_its_side(
    futures: list[float], happened: float, unit: float
) -> None:
    sample = np.array(futures)
    one = scored(sample, happened, planned=1.0, carried=None)
    other = scored(sample * unit, happened * unit, planned=unit, carried=None)
    assert one.crps * unit == pytest.approx(other.crps, rel=1e-6, abs=1e-6 * unit)
    assert 0 <= one.rank <= 1
    assert one.crps <= np.abs(sample - happened).mean() + 1e-6
    assert one.inside == (one.missed == 0)
    assert (one.happened > one.high) == (one.missed > 0)


def test_ranges_of_the_truths_own_law_are_told_as_right_and_half_as_wide_ones_as_wrong() -> None:
    """2,000 truths, fixed beforehand: 80 % within 4 standard errors; at half the width 47.8 %."""
    rng, truths = np.random.default_rng(3), 2_000
    sample = rng.normal(10, 1, 4_000)
    values = rng.normal(10, 1, truths)
    right = summary([scored(sample, v, planned=10.0, carried=10.0) for v in values])
    narrow = 10 + (sample - 10) / 2
    wrong = summary([scored(narrow, v, planned=10.0, carried=10.0) for v in values])
    band = 4 * math.sqrt(0.8 * 0.2 / truths)
    assert abs(right.inside / truths - 0.8) <= band < 0.8 - wrong.inside / truths
    assert 0.5 == pytest.approx(right.middle_rank, abs=0.06)
    assert right.crps < wrong.crps
    assert truths == right.inside + right.above + right.below


def point(happened: float, carried: float | None, crps: float = 10.0) -> Score:
    return Score(happened, 0.0, 1.0, 2.0, 1.0, crps, happened + 20, carried)


def test_skill_compares_shares_of_what_happened_over_points_that_have_a_rate() -> None:
    """CRPS 10 of 100 and 10 of 200: 7.5 %; the plan 20 off: 15 %; carrying on 40 off, once: 40 %."""
    both = summary([point(100, 140), point(200, None)])
    assert pytest.approx(0.075) == both.crps
    assert pytest.approx(0.5) == both.beyond_plan
    assert 1 == both.carried
    assert pytest.approx(0.75) == both.beyond_carrying
    assert summary([point(100, None)]).beyond_carrying is None


def test_skill_against_what_is_without_fault() -> None:
    exact = replace(point(100, 100), crps=0.0)
    assert 0.0 == skill([(exact, 100.0)])
    assert -math.inf == skill([(point(100, 100), 100.0)])


def test_no_point_is_no_score() -> None:
    with pytest.raises(ValueError, match="no point"):
        summary([])


# ---- carrying on


def figure(day: str, value: float, known: str = "after", **other: Any) -> Figure:
    given = {"quantity": "units.post", "source": "s", "strength": "fair", "rule": "teams"} | other
    return Figure(dt.date.fromisoformat(day), figure=value, known=known, **given)


def test_what_was_announced_is_carried_in_proportion_until_something_has_happened() -> None:
    known = [figure("2020-04-15", 100, "before"), figure("2020-07-24", 90)]
    assert pytest.approx(200) == carried_on(known[1], known, START)


def test_the_rate_between_the_last_two_figures_is_carried_on() -> None:
    first, second, third = figure("2020-04-15", 100), figure("2020-07-24", 300), figure("2020-11-01", 0.1)
    assert pytest.approx(200) == carried_on(second, [first, second, third], START)
    assert pytest.approx(500) == carried_on(third, [first, second, third], START)


def test_later_figures_other_quantities_and_other_rules_carry_nothing() -> None:
    mine = figure("2020-07-24", 300)
    others = [figure("2020-09-01", 400), figure("2020-04-15", 5, quantity="cost")]
    assert carried_on(mine, [mine, *others, figure("2020-03-01", 50, rule="courses")], START) is None


def test_two_rules_on_the_first_day_give_no_rate() -> None:
    first, second = figure("2020-01-06", 100), figure("2020-07-24", 300)
    assert carried_on(second, [first, second], START) is None


def test_people_are_as_many_as_last() -> None:
    announced = figure("2020-01-06", 1550, "before", quantity="people")
    first, second = (figure(day, n, quantity="people") for day, n in (("2020-04-15", 750), ("2020-09-01", 9)))
    assert 1550 == carried_on(first, [announced, first, second], START)
    assert 750 == carried_on(second, [announced, first, second], START)
    assert carried_on(first, [first, second], START) is None


# ---- a day is read as the whole future has it


def planned(mission: Mission, plans: Plans) -> Planned:
    """Give plans at random as those of an option, as far as forecasts look at them."""
    nothing = {key: (0.0,) * mission.weeks for key in mission.capabilities}
    programme = replace(plans.programme, units=nothing)
    option = SimpleNamespace(id="mission", mission=mission)
    given = SimpleNamespace(option=option, programme=programme, staff=plans.forces, timetable=plans.timetable)
    return cast(Planned, given)


@pytest.fixture(scope="module")
def made_missions() -> list[PlayedMission]:
    """One mission with nearly every rule, under two plans, and random ones."""
    return [*(PlayedMission(SMALL, plans_for(SMALL, seed)) for seed in (1, 7)), *at_random(6)]


@pytest.mark.parametrize("number", range(8))
def test_playing_no_further_than_a_day_changes_nothing_before_it(
    made_missions: list[PlayedMission], number: int
) -> None:
    """Units at the end of a week and people within it are those of a future played to its end."""
    made = made_missions[number]
    (whole,) = simulate_many([PlayedCase("", made.mission, made.plans)], ReplicationPlan(40, 1))
    own = Settings(seed=1, replications=40, jobs=1)
    for at in range(1, made.mission.floor_week // 13):
        before, day = (str(made.mission.date_of(week)) for week in (13 * at - 1, 13 * at))
        points = [figure(before, 1.0, quantity=f"units.{key}") for key in made.mission.capabilities]
        *units, people = forecasts(planned(*made), [*points, figure(day, 1.0, quantity="people")], own)
        for point, forecast in zip(points, units, strict=True):
            assert whole.series[point.quantity][:, at].tolist() == forecast.sample.tolist()
        assert whole.series["posts"][:, at].tolist() == people.sample.tolist()


def test_cost_by_the_last_week_is_the_whole_cost_and_earlier_it_is_less() -> None:
    costly = full(roles=FULL["roles"] | {"teacher": {"skills": ["medic", "drill"], "costs_a_year": 52_000}})
    programme = Programme(
        4,
        costly.weeks,
        26,
        serials=(SerialBatch("basic", "home", 30, 1, 10.0, 10),),
        posts=tuple(PostBatch("teacher", "home", rotation, 2, "instructors") for rotation in range(3)),
    )
    by = [module._cost_by(programme, costly, weeks) for weeks in (13, 26, 40, costly.exit_week, costly.weeks)]
    whole = sum(expected_cost(programme, costly).values())
    assert by == sorted(by)
    assert [whole, whole] == pytest.approx(by[3:])
    assert by[0] < by[1] < by[2] < whole


# ---- the page


@pytest.fixture
def told() -> tuple[Played, ...]:
    case = replace(HISTORY[0], log=(Entry(HISTORY[0].name, "2026-12-01", AFTER, "0", "A", "B"),))
    high = figure("2020-07-24", 300, strength="weak", quantity="cost")
    points = (
        Point("one", figure("2020-04-15", 100), scored(np.arange(50.0, 200.0), 100, planned=90, carried=80)),
        Point("one", high, scored(np.arange(50.0, 100.0), 300, planned=90, carried=None)),
    )
    return (Played(case, points, 7.0, ("programme",)),)


def test_the_page_tells_what_is_asked_what_missed_and_what_was_changed(told: tuple[Played, ...]) -> None:
    text = page(told, Settings(replications=150, jobs=1), dt.date(2026, 12, 2))
    for line in (
        "| inside the 80 % range | 60 to 95 % | 50 % | **missed** |",
        "| all but weak figures | 1 of 1 | 0 | 0 |",
        "- one, 24 Jul 2020, cost: 300 happened, above the range: 69 % of it beyond the range's end, 94",
        f"- {HISTORY[0].name}, 2026-12-01, after the first run: A. Why: B.",
        f"Ended by the limit in seconds: {HISTORY[0].name} (programme).",
        "2 December 2026, 150 futures of each point, seed 1; 7 processor seconds",
    ):
        assert line in text
    assert "After the first run of a case: none." not in text


def test_the_picture_is_the_same_each_time_and_names_every_point(told: tuple[Played, ...]) -> None:
    drawn = picture(told[0].points)
    assert drawn == picture(told[0].points)
    assert drawn.startswith("<svg")
    assert all(p.label in drawn for p in told[0].points)


def test_the_page_sets_a_forecast_made_again_beside_the_first_one(told: tuple[Played, ...]) -> None:
    figure = replace(told[0].points[0].figure, date=dt.date(2021, 3, 1))
    again = AgainPoint("one", dt.date(2020, 9, 1), figure, point(100.0, 140.0), 20.0)
    text = page([replace(told[0], again=(again,))], Settings(jobs=1), dt.date(2026, 12, 2))
    assert "CRPS is 0.50 of the first forecast's, and 0.25 of the distance" in text
    row = next(line for line in text.splitlines() if line.startswith("| 1 Sep 2020 | one, 1 Mar 2021"))
    assert row.endswith("| 100 | 1 | 0 to 2 | 1.00 | 10 % | 20 % | 140 |")
    assert "Forecast again" not in page(told, Settings(jobs=1), dt.date(2026, 12, 2))


def test_a_figure_is_forecast_again_from_what_was_known_by_an_earlier_day() -> None:
    """Ten hold the competence: from their count on nobody can be fewer, and what is later is not known."""
    count = {
        "on": "2020-04-06",
        "reported_by": "x",
        "reported_on": "2020-04-06",
        "what": "competence",
        "of": "aid",
    }
    known = Records.model_validate({"counts": {"c": count | {"people": 10}}})
    later = Records.model_validate(
        {
            "counts": {
                **known.counts,
                "d": count | {"people": 90, "on": "2020-06-01", "reported_on": "2020-06-01"},
            }
        }
    )
    of = small.mission()
    given = small.plans(of, [0, 4, 8, 16])
    plan = SimpleNamespace(
        option=SimpleNamespace(id="x", mission=of),
        programme=given.programme,
        staff=given.forces,
        timetable=given.timetable,
    )
    days = (dt.date(2020, 4, 6), dt.date(2020, 6, 29))
    figures = tuple(Figure(day, "units.post", 3.0, "after", "s", "fair", "r") for day in days)
    case = Case("one", of, figures)
    found = [
        list(
            forecast_again(
                case, cast("Planned", plan), records, dict.fromkeys(figures, point(3.0, None)), RUN
            )
        )
        for records in (known, later)
    ]
    assert found[0] == found[1]
    ((again,),) = found[:1]
    assert (days[0], figures[1]) == (again.made_on, again.figure)
    assert 3 <= again.score.low


RUN = Settings(replications=20, seed=1, jobs=1)
