"""Faults between the parts of a mission: the list of every check.

Takes a mission whose parts are each right, gives what does not hold together. A new rule is a new generator
in `cadre.mission.checks` and a line here. What is wrong inside one part is refused where that part is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cadre.errors import Fault
from cadre.mission.checks import (
    calendars,
    circles,
    events,
    frame,
    ledger,
    levers,
    positions,
    references,
    training,
)
from cadre.mission.checks.renamed import gathered
from cadre.mission.mission import Mission
from cadre.mission.numerals import written_in

CHECKS: tuple[Callable[[Mission], Iterator[Fault]], ...] = (
    references.unknown_ids,
    references.unknown_activities,
    references.unknown_basis,
    references.unknown_choices,
    circles.prerequisites_in_a_circle,
    circles.projects_in_a_circle,
    circles.tails_that_feed_themselves,
    circles.statements_replacing_each_other,
    training.one_origin,
    training.prerequisites_chain,
    training.prerequisites_grant,
    training.something_to_learn,
    training.begun_before,
    training.something_taught,
    training.intake_in_order,
    training.some_site_holds,
    training.skills_can_be_had,
    training.capabilities_are_led_to,
    frame.wanted_in_time,
    frame.offers_in_time,
    frame.decisions_in_order,
    frame.learnt_after_today,
    frame.some_week_is_open,
    frame.serials_fit_between_closures,
    calendars.holidays_are_somebodys,
    calendars.somebody_works,
    calendars.courses_fit_their_periods,
    calendars.part_time_people_have_weeks,
    frame.command_below_ceiling,
    events.in_time,
    events.learnt_only_of_chances,
    events.waits_for_an_end,
    frame.tours_leave_time_to_teach,
    frame.correlations_are_pairs,
    frame.correlations_hold_together,
    frame.statements_have_a_source,
    ledger.superseding_says_when_and_why,
    positions.parties_do_not_contradict_themselves,
    levers.choices_can_stand,
    levers.choices_differ,
    levers.some_option_is_left,
    levers.pins_can_stand,
)


def faults_between(mission: Mission) -> tuple[Fault, ...]:
    """Return what does not hold together between the parts, sorted by place; empty for a sound mission.

    An id that several places name and nothing defines is one fault.
    """
    with written_in(mission.mission.numbers):
        return gathered(fault for check in CHECKS for fault in check(mission))
