"""Nothing is held that serves nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from cadre.mission import Mission
from cadre.programme.frame import ModelFrame
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme, SerialBatch
from cadre.programme.prices import lateness
from cadre.programme.projection import project_stocks
from cadre.programme.sharing import SharedTargets
from cadre.solving import Limits
from tests.strategies import missions

QUICK = Limits(gap=0.05, work=0.002)
LOST = 1e-6
"""Percent points that are none."""


def missed(programme: Programme, mission: Mission, serials: Sequence[SerialBatch]) -> float:
    """Follow serials to the shortfall; endless where a course lacks trainees."""
    followed = project_stocks(mission, serials)
    if any(taken > there + 1e-4 for _, _, taken, there in followed.taken):
        return float("inf")
    holders = {key: np.array(series) for key, series in followed.holders.items()}
    return 100 * SharedTargets(ModelFrame(mission, programme.period_weeks)).missing(holders)


def one_less(serials: Sequence[SerialBatch]) -> Iterator[tuple[SerialBatch, list[SerialBatch]]]:
    """Give each batch with the serials that are left with one serial fewer in it, the others filled."""
    for n, batch in enumerate(serials):
        fewer = batch.serials - 1
        left = replace(batch, serials=fewer, trainees=min(batch.trainees, float(fewer * batch.seats)))
        yield batch, [*serials[:n], *([left] if fewer else []), *serials[n + 1 :]]


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(missions())
def test_without_any_serial_something_is_missed(mission: Mission) -> None:
    programme = plan_programme(mission, QUICK)
    whole = missed(programme, mission, programme.serials)
    assert programme.result is not None
    assert whole + lateness(programme, mission) == pytest.approx(
        programme.result.objective, rel=1e-4, abs=1e-4
    )
    for batch, left in one_less(programme.serials):
        if mission.courses[batch.course].teaches_on.mean == 0:  # whether hosts are needed is not told here
            assert missed(programme, mission, left) > whole + LOST or batch.trainees < LOST, batch
