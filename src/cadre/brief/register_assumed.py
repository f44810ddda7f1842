"""Numbers about how assumptions enter the futures: how far ranges are widened, and what cost overruns."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.numbers import Number
from cadre.brief.reading import Reading
from cadre.mission.judgements import HOLDS, ranges_played, widened_paths, widening

WIDENED = "cadre.mission.judgements (docs/model/simulation.md, Judgements are widened)"


def numbers_of_assumptions(reading: Reading) -> Iterator[Number]:
    """Give how much wider assumed ranges are drawn, how many, and the share that held; nothing if none are."""
    mission, basis = reading.mission, (f"P:{HOLDS}",)
    widened, figure = widened_paths(mission), mission.figures.get(HOLDS)
    if not widened or figure is None or figure.value is None:
        return
    ends = (figure.low or figure.value, figure.high or figure.value)
    yield Number("judgements.hold", figure.title, figure.value, *ends, "share", "published", (), basis)
    told = {
        "factor": ("Width at which assumed ranges are drawn, times as written", widening(mission), "ratio"),
        "widened": ("Ranges that rest on assumptions alone", len(widened), "number"),
        "ranges": ("Ranges in all", len(ranges_played(mission)), "number"),
    }
    for name, (label, value, unit) in told.items():
        yield Number(f"judgements.{name}", label, value, value, value, unit, WIDENED, (), basis)
