"""Numbers about how futures leave the plan's assumptions: ranges widened, overrun of cost, learning."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.number import PUBLISHED, STATED, Number
from cadre.brief.view import StudyView
from cadre.mission.judgements import HOLDS, ranges_played, widened_paths, widening
from cadre.mission.learning import LEARNS
from cadre.mission.money import OVERRUN

WIDENED = "cadre.mission.judgements (docs/model/simulation.md, Judgements are widened)"


def numbers_of_assumptions(view: StudyView) -> Iterator[Number]:
    """Yield overrun and learning, and how much wider how many ranges are drawn; nothing where nothing is."""
    yield from _overrun(view)
    yield from _learning(view)
    mission, basis = view.mission, (f"P:{HOLDS}",)
    widened, figure = widened_paths(mission), mission.figures.get(HOLDS)
    if not widened or figure is None or figure.value is None:
        return
    ends = (figure.low or figure.value, figure.high or figure.value)
    yield Number("judgements.hold", figure.title, figure.value, *ends, "share", PUBLISHED, (), basis)
    found = {
        "factor": (widening(mission), "factor"),
        "widened": (len(widened), "number"),
        "ranges": (len(ranges_played(mission)), "number"),
    }
    for name, (value, unit) in found.items():
        label = view.words.text(f"labels.judgements-{name}")
        yield Number(f"judgements.{name}", label, value, value, value, unit, WIDENED, (), basis)


def _overrun(view: StudyView) -> Iterator[Number]:
    """Yield the factor on cost, its median with its 80 % range, where it is not 1."""
    overrun = view.mission.quantities[OVERRUN]
    if overrun.is_known and overrun.mean == 1:
        return
    low, middle, high = (float(overrun.at(p)) for p in (0.1, 0.5, 0.9))
    label = view.words.text("labels.overrun")
    yield Number(OVERRUN, label, middle, low, high, "factor", STATED, (OVERRUN,), overrun.basis)


def _learning(view: StudyView) -> Iterator[Number]:
    """Yield what a doubling of the serials held leaves, where the pack tells it."""
    ratio = view.mission.of_the_pack.get(LEARNS)
    if ratio is not None:
        low, middle, high = (min(1.0, float(ratio.at(p))) for p in (0.1, 0.5, 0.9))
        label = view.words.text("labels.learns")
        yield Number(LEARNS, label, middle, low, high, "share", STATED, (LEARNS,), ratio.basis)
