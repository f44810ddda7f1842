"""Plans are judged when they are made: a plan broken on purpose stops the work, and says what and where."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cadre.cli import run
from cadre.errors import BadInput, BrokenPlan, Fault, Place
from cadre.forces.optimise import fill_posts
from cadre.messages import Message, message
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.programme.attributes import measured
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme
from cadre.reasons.broken_programme import UnknownCourse
from cadre.reasons.broken_timetable import OtherEnd
from cadre.soundness import sound_forces, sound_programme, sound_timetable
from cadre.timetable.optimise import plan_timetable, replan_timetable
from cadre.timetable.plan import Serial, Timetable
from cadre.workers import side_by_side
from tests.mission_files.by_hand import write_folder
from tests.replan.made import OPTION, before_of, planned, replanned

SETTINGS = Settings(jobs=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("sound") / "school")


@pytest.fixture(scope="module")
def school(folder: Path) -> Mission:
    return read_mission(folder)


@pytest.fixture(scope="module")
def plans(school: Mission) -> Planned:
    return planned(school)


def moved(timetable: Timetable) -> Timetable:
    """Move the first serial a week, and leave everything else where it is."""
    first, *rest = timetable.serials
    assert first.start is not None
    assert first.ends is not None
    return replace(timetable, serials=(replace(first, start=first.start + 1), *rest))


def named(plan: str, of: str = "school") -> Message:
    return message(f"faults.plan-{plan}", of=of)


def test_a_sound_plan_comes_back(plans: Planned) -> None:
    mission, asked = plans.option.mission, (plans.programme, plans.staff, plans.option.mission)
    option = plans.option.choices, measured(plans.need, mission)
    assert plans.need is sound_programme(named("need"), plans.need, mission)
    assert plans.staff is sound_forces(named("staff"), plans.staff, mission, option)
    assert plans.timetable is sound_timetable(named("timetable"), plans.timetable, asked)


def test_a_serial_that_was_moved_is_told_with_its_week(plans: Planned) -> None:
    asked = plans.programme, plans.staff, plans.option.mission
    broken, first = moved(plans.timetable), plans.timetable.serials[0]
    with pytest.raises(BrokenPlan) as stopped:
        sound_timetable(named("timetable", OPTION), broken, asked)
    assert named("timetable", OPTION) == stopped.value.plan
    (end,) = [rule for rule in stopped.value.broken if isinstance(rule, OtherEnd)]
    assert (first.id, first.ends) == (end.held, end.week)
    assert first.id in str(stopped.value)


def test_a_batch_that_was_moved_is_told_with_what_no_longer_follows(plans: Planned) -> None:
    """The stocks and posts told are those of the plan before, and the trainees come before their time."""
    late = max(plans.need.serials, key=lambda batch: batch.week)
    rest = tuple(batch for batch in plans.need.serials if batch != late)
    broken = replace(plans.need, serials=tuple(sorted((*rest, replace(late, week=0)))))
    with pytest.raises(BrokenPlan, match="need of a school breaks rules"):
        sound_programme(named("need", "a school"), broken, plans.option.mission)


def test_people_who_are_not_offered_are_told(plans: Planned) -> None:
    mission = plans.option.mission
    first, *rest = plans.staff.stints
    broken = replace(plans.staff, stints=(replace(first, people=first.people + 9), *rest))
    with pytest.raises(BrokenPlan, match=f"staff of school breaks rules[^€]*{first.offer}"):
        sound_forces(named("staff"), broken, mission, (plans.option.choices, measured(plans.need, mission)))


def test_where_no_programme_was_found_there_is_nothing_to_judge(school: Mission) -> None:
    none = find(school.changed({"levers.people.choices.few.set": {"ceiling": 1}}), "few.lead").mission
    found = plan_programme(none)
    assert found.result is not None
    assert not found.result.has_plan
    assert found is sound_programme(named("need"), found, none)


def spoilt(plan: Callable[..., Any], spoil: Callable[[Any], Any], *given: Any, **more: Any) -> Any:
    return spoil(plan(*given, **more))


def one_trainee_more(programme: Programme) -> Programme:
    first, *rest = programme.serials
    return replace(programme, serials=(replace(first, trainees=first.trainees + 1000), *rest))


def nobody_missing(plan: Any) -> Any:
    return replace(plan, gaps=(), stints=tuple(replace(s, ends=s.ends + 500) for s in plan.stints))


@pytest.mark.parametrize(
    ("stage", "spoil", "name"),
    [
        (plan_programme, one_trainee_more, "need"),
        (fill_posts, nobody_missing, "forces"),
        (plan_timetable, moved, "timetable"),
    ],
)
def test_planning_an_option_stops_at_the_plan_that_is_broken(
    monkeypatch: pytest.MonkeyPatch,
    school: Mission,
    stage: Callable[..., Any],
    spoil: Callable[[Any], Any],
    name: str,
) -> None:
    monkeypatch.setattr(f"cadre.pipeline.planning.{stage.__name__}", partial(spoilt, stage, spoil))
    with pytest.raises(BrokenPlan) as stopped:
        plan_option(find(school, OPTION), SETTINGS)
    assert named(name, OPTION) == stopped.value.plan


def test_the_plan_within_offers_is_judged_by_the_offers_it_was_made_for(
    monkeypatch: pytest.MonkeyPatch, school: Mission
) -> None:
    """A plan that counts on people beyond the offers keeps every rule of the need."""

    def greedy(mission: Mission, *given: Any, **more: Any) -> Programme:
        made = plan_programme(mission, *given, **more)
        sent = tuple(replace(one, people=one.people + 50) for one in made.sent)
        return replace(made, sent=sent)

    monkeypatch.setattr("cadre.pipeline.planning.plan_programme", greedy)
    with pytest.raises(BrokenPlan, match=r"programme of many\.none breaks rules"):
        plan_option(find(school, OPTION), SETTINGS)


def test_a_broken_plan_ends_a_command_with_5(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cadre.pipeline.planning.plan_timetable", partial(spoilt, plan_timetable, moved))
    assert 5 == run(["plan", str(folder), OPTION])
    told = capsys.readouterr().err
    assert "timetable of many.none breaks rules that it was made under" in told
    assert "the calendar says" in told
    assert "Traceback" not in told


def test_a_re_plan_is_judged(
    monkeypatch: pytest.MonkeyPatch, school: Mission, plans: Planned, tmp_path: Path
) -> None:
    def broken(*given: Any, **more: Any) -> Any:
        kept = replan_timetable(*given, **more)
        return replace(kept, timetable=moved(kept.timetable))

    monkeypatch.setattr("cadre.replan.replanning.replan_timetable", broken)
    with pytest.raises(BrokenPlan, match="planned again"):
        replanned(before_of(plans, tmp_path), school)


@pytest.mark.parametrize("week", [0, 70])
def test_a_pin_that_breaks_a_rule_is_refused(
    school: Mission, plans: Planned, tmp_path: Path, week: int
) -> None:
    """An advanced course before the basic one, and long after its window."""
    before = before_of(plans, tmp_path)
    with pytest.raises(BadInput, match=f"pin: found advanced@camp/1={week}, must leave a plan"):
        replanned(before, school, [f"advanced@camp/1={week}"])


RULES = (UnknownCourse("late", "camp"), UnknownCourse("short", "camp"))


def broken_on_purpose(serial: Serial) -> None:
    raise BrokenPlan(message("faults.plan-timetable", of=serial.id), RULES)


def test_errors_come_whole_from_another_process(plans: Planned) -> None:
    cure = message("faults.define-it", where="sites")
    bad = BadInput([Fault.of(Place(path=("pin",)), "replan.pins-nothing", pin="a=0", cure=cure)], "fr")
    assert (bad.faults, str(bad)) == ((back := pickle.loads(pickle.dumps(bad))).faults, str(back))
    assert "fr" == back.language
    need = message("faults.plan-need", of="A")
    again = pickle.loads(pickle.dumps(BrokenPlan(need, RULES)))
    assert (need, RULES) == (again.plan, again.broken)
    with pytest.raises(BrokenPlan) as stopped:
        list(side_by_side(broken_on_purpose, plans.timetable.serials[:2], jobs=2))
    assert RULES == stopped.value.broken


def test_of_many_broken_rules_the_first_are_told() -> None:
    told = str(
        BrokenPlan(
            message("faults.plan-need", of="A"), tuple(UnknownCourse(f"c{n}", "camp") for n in range(30))
        )
    )
    assert "c9" in told
    assert "c10" not in told
    assert "and 20 more" in told
