"""The school by hand, wanting more than its people can give, and one that contradicts itself."""

from __future__ import annotations

from typing import Any

from cadre.mission import Mission
from cadre.options import Option, options
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned


def option_of(mission: Mission, key: str) -> Option:
    return next(option for option in options(mission) if option.id == key)


def short_of(school: Mission, **more: Any) -> Option:
    """Few people for two dozen teams: trainers are short, and recruits."""
    return option_of(school.changed({"capabilities.team.wanted": {"2020-10-01": 24}} | more), "few.none")


def contradicting(school: Mission) -> Option:
    """A command of two guards under a ceiling of one."""
    return option_of(school.changed({"levers.people.choices.few.set": {"ceiling": 1}}), "few.lead")


def planned(option: Option) -> Planned:
    return plan_option(option, Settings(jobs=1))
