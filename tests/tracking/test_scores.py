"""Kept forecasts scored when their day has come, worked out by hand."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from cadre.cli import run
from cadre.mission_files import read_mission
from cadre.replan.reading import read_before
from cadre.simulation.run import ReplicationPlan
from cadre.tracking.forecast import LEVELS, Forecast, ForecastFigure
from cadre.tracking.freezing import KeptForecast, frozen, keep, keep_launch, read_kept
from cadre.tracking.records import Records
from cadre.tracking.resting import AssumedBy, RestsOn
from cadre.tracking.scores import (
    Score,
    ScoreGroup,
    Scores,
    brier,
    crps,
    rank_among,
    ranks_by_fifth,
    scores,
)
from tests.missions.demining_records import FOLDER, PLAN
from tests.tracking.test_status import OF, plan, report

EVEN = tuple(100 * level for level in LEVELS)
"""Quantiles of a number that lies anywhere from 0 to 100."""
FIRST, SECOND = dt.date(2020, 3, 2), dt.date(2020, 3, 16)
DAY = dt.date(2020, 4, 6)
SPENT = {
    "a": report("2020-02-01", payer="nations", about="posts", begins="2020-01-06", amount=28_000),
    "b": report("2020-03-31", payer="nations", about="posts", begins="2020-02-02", amount=20_000),
}
COUNTED = {"c": report("2020-03-30", what="competence", of="aid", people=7)}


def figure(name: str, day: dt.date, value: float) -> ForecastFigure:
    return ForecastFigure(name, day, value, (value,) * len(LEVELS))


def kept(made_on: dt.date, *figures: ForecastFigure) -> KeptForecast:
    return KeptForecast("x", made_on, 8, 1, 100, figures, {}, made_on.isoformat())


def scored(*made: KeptForecast, today: dt.date = DAY, **changes: Any) -> Scores:
    records = Records.model_validate({"spending": SPENT, "counts": COUNTED} | changes)
    return scores(lambda _: OF, made, records, today)


def only(found: Scores) -> Score:
    (one,) = found.scores
    return one


def test_crps_is_twice_the_mean_pinball_loss() -> None:
    """At 50 of 0 to 100: twice 41.25 below and above the middle, doubled, by 19 levels."""
    assert crps(EVEN, 50) == pytest.approx(165 / 19)
    assert crps((10.0,) * 19, 13) == pytest.approx(3)
    assert crps((10.0,) * 19, 10) == 0


def test_what_lies_farther_away_scores_worse() -> None:
    losses = [crps(EVEN, happened) for happened in (50, 60, 90, 120, 200)]
    assert sorted(losses) == losses
    assert losses[-1] - losses[-2] == pytest.approx(80)


@pytest.mark.parametrize(("happened", "rank"), [(50, 0.5), (52, 0.525), (0, 0.025), (1000, 0.975)])
def test_rank_is_the_share_below(happened: float, rank: float) -> None:
    assert rank_among(EVEN, happened) == pytest.approx(rank)


def test_rank_among_equal_quantiles_is_the_middle_of_them() -> None:
    assert rank_among((3.0,) * 19, 3) == 0.5


def test_brier_of_a_chance() -> None:
    assert [brier(0.8, 1), brier(0.8, 0)] == pytest.approx([0.04, 0.64])


def test_a_figure_is_set_beside_what_was_recorded_and_other_forecasts() -> None:
    """Spent: 48,000; on the line through 28,000 after 56 days 45,500, after 70 days 36,400."""
    one, two = scored(
        kept(FIRST, figure("cost", DAY, 40_000)), kept(SECOND, figure("cost", DAY, 47_000))
    ).scores
    assert (48_000, 8_000, False) == (one.happened, one.loss, one.inside)
    assert (None, None) == (one.first, one.last)
    assert one.line == pytest.approx(2_500)
    assert (8_000, 8_000) == (two.first, two.last)
    assert two.loss == pytest.approx(1_000)
    assert two.line == pytest.approx(11_600)


def test_units_and_chances_are_those_of_the_last_count() -> None:
    """Seven hold the competence: two units of three, and six were wanted by June."""
    units = only(scored(kept(FIRST, figure("units.post.13", DAY, 2))))
    assert (2, True, 0, 0.5) == (units.happened, units.inside, units.loss, units.rank)
    late = dt.date(2020, 6, 7)
    chance = only(scored(kept(FIRST, figure("met.post.21", late, 0.25)), today=late))
    assert (0, None, 0.0625, None) == (chance.happened, chance.inside, chance.loss, chance.rank)


def test_a_figure_whose_day_has_not_come_is_not_scored() -> None:
    made = kept(FIRST, figure("cost", DAY, 40_000))
    assert () == scored(made, today=DAY - dt.timedelta(days=1)).scores
    assert 1 == len(scored(made, today=DAY).scores)


def test_what_no_record_tells_is_said() -> None:
    """Counted once, 91 days hold; a day later nobody knows."""
    made = [
        kept(FIRST, figure("units.post.25", day, 2)) for day in (dt.date(2020, 6, 29), dt.date(2020, 6, 30))
    ]
    found = scored(made[0], today=dt.date(2020, 6, 30))
    assert (1, ()) == (len(found.scores), found.unknown)
    found = scored(made[1], today=dt.date(2020, 6, 30))
    assert (0, ("units.post.25",)) == (len(found.scores), found.unknown)
    gone = scored(kept(FIRST, figure("units.gone.13", DAY, 2)))
    assert ("units.gone.13",) == gone.unknown


def test_a_correction_counts_from_the_day_it_was_reported() -> None:
    right = COUNTED["c"] | {"people": 9, "corrects": "c", "reported_on": "2020-04-20"}
    made = kept(FIRST, figure("units.post.13", DAY, 2))
    before, after = (
        only(scored(made, today=dt.date(2020, 4, day), counts=COUNTED | {"d": right})) for day in (19, 20)
    )
    assert (2, 3) == (before.happened, after.happened)


def test_the_line_knows_only_what_was_reported_by_its_day() -> None:
    late = SPENT | {"a": SPENT["a"] | {"reported_on": "2020-03-20"}}
    assert only(scored(kept(SECOND, figure("cost", DAY, 1)), spending=late)).line == 48_000


def groups(days: int) -> ScoreGroup:
    ends = [DAY + dt.timedelta(days=n) for n in range(days)]
    made = [
        kept(on, *(figure("cost", day, value) for day in ends))
        for on, value in ((FIRST, 40_000.0), (SECOND, 47_000.0))
    ]
    return scored(*made, today=ends[-1]).groups[0]


def test_too_few_outcomes_tell_nothing_however_often_they_were_forecast() -> None:
    few, enough = groups(4), groups(5)
    assert (4, 8, None, None, None) == (few.outcomes, few.forecasts, few.loss, few.inside, few.first)
    assert (5, 10, 0) == (enough.outcomes, enough.forecasts, enough.inside)
    assert enough.loss == pytest.approx(4_500)
    assert enough.first == pytest.approx(1 - 1_000 / 8_000)


def test_horizons_are_months_ahead() -> None:
    near, far = (only(scored(kept(on, figure("cost", DAY, 1)))) for on in (FIRST, dt.date(2019, 3, 2)))
    assert (3, None) == (near.horizon, far.horizon)


def resting(day: dt.date, *voices: AssumedBy) -> ForecastFigure:
    rests = RestsOn("courses.basic.passes", 0.5, ("A1",), voices)
    return replace(figure("cost", day, 40_000), rests_on=(rests, rests))


def test_scores_are_grouped_by_whose_word_they_rest_on() -> None:
    """A figure that rests on two voices counts with each, once."""
    ours, theirs = AssumedBy("assumption"), AssumedBy("source", "the five")
    days = [DAY + dt.timedelta(days=n) for n in range(6)]
    figures = [resting(day, ours, theirs) if n < 5 else resting(day, ours) for n, day in enumerate(days)]
    found = scored(kept(FIRST, *figures), today=days[-1])
    groups = {one.of: one for one in found.groups if one.by == "voice"}
    assert {"assumption": 6, "the five": 5} == {name: one.outcomes for name, one in groups.items()}
    assert (0, None) == (groups["the five"].inside, groups["the five"].loss)
    assert [] == [one for one in scored(kept(FIRST, figure("cost", DAY, 1))).groups if one.by == "voice"]


def test_ranks_are_counted_by_fifths() -> None:
    """Of 0 to 100, the middles of five fifths and the end."""
    came = [
        Score("x", "cost", FIRST, DAY, 0, 0, 0, 0, y, True, 0, rank_among(EVEN, y), None, None, None)
        for y in (10, 30, 50, 70, 90, 1000)
    ]
    assert (1, 1, 1, 1, 2) == ranks_by_fifth(came)


def test_what_is_kept_first_is_held_against_what_the_plan_forecasts_at_launch(tmp_path: Path) -> None:
    runs = ReplicationPlan(50, 1)
    file = keep_launch(tmp_path, OF, plan(), runs)
    assert file is not None
    assert None is keep_launch(tmp_path, OF, plan(), runs)
    (launch,) = read_kept(tmp_path)
    assert (OF.mission.starts, 0) == (launch.made_on, launch.week)
    name = next(one.name for one in launch.figures if one.name.startswith("reached"))
    of = next(one for one in launch.figures if one.name == name)
    later = kept(FIRST, figure(name, of.day, 3))
    told = [one for one in scored(launch, later, today=dt.date(2020, 6, 7)).scores if one.name == name]
    assert [None, told[0].loss] == [one.first for one in told]
    assert any(one.path == "courses.basic.passes" for figure in launch.figures for one in figure.rests_on)


# ---- the command


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "school"))
    mission, plan = read_mission(folder), read_before(PLAN)
    days = [dt.date(2025, month, 1) for month in range(7, 13)]
    figures = tuple(figure("units.demining-team.39", day, 2) for day in days)
    figures += (figure("met.demining-team.41", dt.date(2025, 12, 21), 0.25),)
    made = Forecast(plan.option, dt.date(2025, 6, 2), 13, 1, 100, figures, (), ())
    keep(folder, frozen(made, mission, plan, Records()))
    return folder


@pytest.mark.parametrize(
    ("language", "told"), [("en", "inside the 80 % range in"), ("fr", "dans la plage à 80 %")]
)
def test_scores_fit_eighty_columns(
    school: Path, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["scores", str(school), "--today", "2026-05-04", "--language", language])
    printed = capsys.readouterr().out
    assert told in printed.replace("\n  ", " ").replace("\u202f", " ").replace("\xa0", " ")
    assert max(map(len, printed.splitlines())) <= 80


def test_the_page_for_deciders_is_one_page_in_words_with_a_picture(school: Path, tmp_path: Path) -> None:
    out = tmp_path / "scores.pdf"
    words = ["scores", str(school), "--today", "2026-05-04", "--out"]
    assert 0 == run([*words, str(out)])
    (page,) = pypdf.PdfReader(out).pages
    text = " ".join(page.extract_text().split())
    assert "held what came within the range that they stated" in text
    assert "Where what came lay in what was forecast" in text
    assert 0 == run([*words, str(out.with_suffix(".md"))])
    assert "Outcomes by fifth of what was forecast" in out.with_suffix(".md").read_text("utf-8")
    assert 2 == run([*words, str(out.with_suffix(".doc"))])


def test_scores_as_data(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["scores", str(school), "--today", "2026-05-04", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert {"units.demining-team.39", "met.demining-team.41"} == {one["name"] for one in told["scores"]}
    assert 0.0625 == next(one["loss"] for one in told["scores"] if one["name"].startswith("met"))


@pytest.mark.parametrize(
    ("today", "said"),
    [("2025-06-20", "none of their figures has come"), ("2025-07-04", "Too few outcomes to tell")],
)
def test_too_early_or_too_few_is_said(
    school: Path, today: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["scores", str(school), "--today", today])
    assert said in capsys.readouterr().out.replace("\n  ", " ")


def test_without_a_forecast_it_is_said_how_to_keep_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["scores", str(FOLDER)])
    assert "Keep one with cadre forecast and --keep" in capsys.readouterr().out.replace("\n  ", " ")
