"""A course rule, added to a copy as docs/where.md says: courses begin from a stated week on."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.simulation import inputs
from cadre.simulation.run import ReplicationPlan
from cadre.words import LANGUAGES, has_area
from tests.simulation.made import full, programme_for
from tests.simulation.reference import Future
from tests.simulation.test_kernel import agree
from tests.where.house import House

FIELD = """
    not_before: WeekCount = Field(0, description="First week in which a serial may begin")"""
RUNS = """
        fits &= teach[:, 0] >= self.mission.courses[course].not_before"""
KIND = '''

@dataclass(frozen=True, slots=True)
class TooEarly(BrokenRule):
    """It begins before the week from which its course may be held."""

    week: Week
'''
BATCHES = """
    if plan.week < course.not_before:
        yield broken.TooEarly(course.not_before)"""
STARTS = """
    if serial.start < course.not_before:
        yield broken.TooEarly(course.not_before)"""
PLANNED = """
from dataclasses import replace
from pathlib import Path
from cadre.mission_files import read_mission
from cadre.options import options
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.programme.violations import violations as of_programme
from cadre.timetable.violations import violations as of_timetable
from cadre.words import Catalogue, Formats
from cadre.words.reasons import by_ids
from tests.mission_files.by_hand import OFFERS, write_folder

folder = write_folder(Path("school"))
(folder / "offers.csv").write_text(OFFERS + "second,ally,trainer,8,2020-01-06,2020-12-31,confirmed,\\n")
free = read_mission(folder)
bound = free.changed({"courses.basic.not_before": 20})
option = next(o for o in options(free) if o.choices.get("people") == "many")
early, late = (plan_option(replace(option, base=of), Settings(1, 10, 30.0, 1)) for of in (free, bound))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    made = House(tmp_path_factory.mktemp("course-rule") / "house")
    held = '    held: bool = Field(True, description="Whether the option holds it; levers switch it")'
    made.put("cadre/mission/training.py", after=held, text=FIELD)
    made.put("cadre/programme/frame.py", after="        fits = opened[teach[:, -1]]", text=RUNS)
    for stage, after, check in (
        ("programme", "        yield broken.NotHeld()", BATCHES),
        ("timetable", "        yield broken.OutsideWindow(serial.id, serial.start)", STARTS),
    ):
        made.put(f"cadre/{stage}/violations.py", after=after, text=check)
        made.add(f"cadre/reasons/broken_{stage}.py", KIND)
        for language in (one for one in LANGUAGES if has_area(one, f"reasons-broken-{stage}")):
            messages = f"cadre/words/locales/{language}/reasons-broken-{stage}.ftl"
            made.add(messages, "too-early = not before week { $week }\n")
    ready = "        first = max(job.earliest, ready.get(serial.id, 0)"
    made.put(
        "cadre/timetable/build_problem.py", after=ready, text=", mission.courses[serial.course].not_before"
    )
    return made


def test_a_course_rule_binds_plans_and_those_that_break_it_are_seen(house: House) -> None:
    house.run(
        PLANNED
        + """
def basic(programme):
    return [batch for batch in programme.serials if batch.course == "basic"]

assert min(b.week for b in basic(early.programme)) < 20 <= min(b.week for b in basic(late.programme))
formats = Formats(Catalogue())
told = [by_ids(rule, formats) for rule in of_programme(early.programme, bound)]
assert any("not before week 20" in one for one in told), told
assert not of_programme(late.programme, bound)
starts = [s.start for s in late.timetable.serials if s.course == "basic" and s.start is not None]
assert starts and min(starts) >= 20
broken = of_timetable(early.timetable, early.programme, early.staff, bound)
assert any("not before week 20" in by_ids(rule, formats) for rule in broken), broken
"""
    )


def test_a_course_rule_binds_what_is_played_in_the_kernel_and_the_plain_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the program itself, whose kernel is compiled already: the rule stands where the page says."""
    from_calendar, plainly = inputs._may_start, Future._may_start
    alone, runs = programme_for(full(), 0), ReplicationPlan(4, 1)
    first = min(alone.programme.serials, key=lambda batch: batch.week)
    course, late = first.course, first.week + 5
    monkeypatch.setattr(
        inputs,
        "_may_start",
        lambda mission, of, weeks: (
            from_calendar(mission, of, weeks)
            & (np.arange(weeks) >= late * (of[0] == course)).astype(np.uint8)
        ),
    )
    with pytest.raises(AssertionError):  # the plain program does not know it yet
        agree(full(), alone, runs)
    monkeypatch.setattr(
        Future, "_may_start", lambda self, of, at, w: plainly(self, of, at, w) and w >= late * (of == course)
    )
    agree(full(), alone, runs)
