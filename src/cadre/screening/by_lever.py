"""By lever: of each choice that no option shown holds, the best one that does and why it was dropped.

Takes verdicts, gives reasons: why no option of five years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre.criteria import COST, OUTCOME
from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.options import NoneShownWith, NoneWith
from cadre.screening.asked import Asked
from cadre.screening.selection import Verdict


def none_shown_with(mission: Mission, verdicts: Sequence[Verdict], asked: Asked) -> tuple[Reason, ...]:
    """Return why no option shown holds a choice, of each choice of which that is so, in the order of levers.

    The best with a choice answers most elements of the mandate, then reaches most, then costs least.
    """
    return tuple(_none_shown_with(mission, verdicts, asked))


def _none_shown_with(mission: Mission, verdicts: Sequence[Verdict], asked: Asked) -> Iterator[Reason]:
    for lever, known in mission.levers.items():
        for choice in known.choices:
            held = [v for v in verdicts if v.evaluated.option.choices.get(lever) == choice]
            if not held or any(v.kept for v in held):
                continue
            possible = [v for v in held if v.evaluated.why is None]
            if possible:
                best = min(possible, key=lambda v: _worst_first(asked, v))
                yield NoneShownWith(f"{lever}.{choice}", best.evaluated.option.id, best.reason)
            else:
                yield NoneWith(f"{lever}.{choice}", held[0].reason)


def _worst_first(asked: Asked, verdict: Verdict) -> tuple[float, float, float]:
    """Return what orders options from the best to the worst."""
    e = verdict.evaluated
    return -asked.answered(e), -e.measures[OUTCOME], e.measures[COST]
