"""Relaxation: whether a mission may meet its targets at all, so that hopeless plans are not made.

Takes a mission, solves one linear programme of it in long periods in which numbers need not be whole. It
only says where to look: what it allows is planned, and told as planned.
"""

from __future__ import annotations

import math

from cadre.mission import Mission
from cadre.programme.model import build
from cadre.solving import Limits
from cadre.solving.optimise import solve

WIDTHS, COARSE = ((4, 156), (8, 208)), 13
"""Weeks in a period for missions followed up to so many weeks, and for longer ones."""
SHORT, LESS = 3.0, 0.1
"""Percent points of the shortfall that long periods may add to a plan that meets its targets, and by which a
mission must fall short by less than another to be planned."""
LIMITS = Limits(seconds=30.0)
"""Safety net."""


def may_be_met(mission: Mission) -> bool:
    """Say whether a relaxation of a mission, whose posts all are filled, comes near to its targets."""
    return _short(mission) <= SHORT


def may_gain(mission: Mission, by: Mission) -> bool:
    """Say whether a relaxation falls less short with a change of the mission than without it."""
    return _short(by) < _short(mission) - LESS


def _short(mission: Mission) -> float:
    """Return the shortfall of a relaxation, in percent points; endless where it has no solution."""
    width = next((width for width, most in WIDTHS if mission.weeks <= most), COARSE)
    draft = build(mission, width, full=True, even=False)
    result, point = solve(draft.lp.only([draft.lp.objectives[0]]), LIMITS, "interior", relaxed=True)
    return result.bound if point is not None else math.inf
