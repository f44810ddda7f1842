"""Endings: how often events end an option before its time, and when.

Takes an option's mission and outcome, gives `Ending`s. Rule: docs/model/simulation.md, Events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cadre.decision.chances import half_width_of_share
from cadre.decision.samples import Compared
from cadre.decision.types import Ending
from cadre.mission import Mission
from cadre.simulation.outcome import Floats, Outcome

ALL = ""
"""Stands for all events together."""


def endings(planned: Sequence[Compared], outcomes: Mapping[str, Outcome]) -> tuple[Ending, ...]:
    """Tell of each option with events that end it: of all of them, then one by one, as written."""
    return tuple(
        one for c in planned for one in endings_of(c.option.id, c.option.mission, outcomes[c.option.id])
    )


def endings_of(option: str, mission: Mission, outcome: Outcome) -> tuple[Ending, ...]:
    """Tell of one option; of nothing where no event ends a mission, or a ceiling of 0 leaves none to end."""
    ending = [key for key, event in mission.events.items() if event.effect == "ends"]
    if not ending or mission.ceiling == 0:
        return ()
    weeks = outcome.scalars["exit_week"]
    ended = {ALL: outcome.scalars["ends_early"]}
    ended |= {key: outcome.scalars[f"ended_by.{key}"] for key in ending}
    return tuple(_ending(option, key, of, weeks) for key, of in ended.items())


def _ending(option: str, event: str, ended: Floats, weeks: Floats) -> Ending:
    successes = int(np.count_nonzero(ended))
    week = float(np.median(weeks[ended > 0])) if successes else None
    share = successes / len(ended)
    return Ending(option, event, share, half_width_of_share(successes, len(ended)), week)
