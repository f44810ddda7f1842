"""Numbers of page one in natural units: targets and floors likely met, people there at a time, objections.

Takes a `StudyView`; gives `Number`s. Each is worked out from numbers that are registered elsewhere, or from
the same plans and futures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.number import STATED, Number, exact_number
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import of_option
from cadre.brief.register.results import COMPARED, SIMULATED
from cadre.brief.view import OptionView, StudyView
from cadre.decision.types import Spread
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import Programme

LIKELY = 0.5
"""Chance from which something is more likely than not."""
KINDS = ("target", "floor")


def counts_of(view: StudyView) -> Iterator[Number]:
    """Yield how many targets and floors the mission has, the same for every option."""
    capabilities = view.mission.capabilities
    paths = tuple(f"capabilities.{name}" for name in capabilities)
    counts = {
        "targets": sum(len(one.wanted) for one in capabilities.values()),
        "floors": sum(1 for one in capabilities.values() if one.floor_after_exit > 0),
    }
    for name, count in counts.items():
        label = view.words.text(f"labels.{name}-count")
        yield replace(exact_number(f"{name}.count", label, count, "number", STATED), inputs=paths)


def page_one_of(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the numbers of one option."""
    yield from _likely(shown)
    yield from _manned(view, shown)
    yield from _at_a_time(view, shown)
    yield from _objection(view, shown)


def _likely(shown: OptionView) -> Iterator[Number]:
    """Yield of how many targets and floors the chance is at least a half."""
    inputs = _sets(shown, "training", "offers", "posts")
    for kind in KINDS:
        count = sum(one.share >= LIKELY for one in shown.chances if one.kind == kind)
        label = shown.words.text(f"labels.likely-{kind}s")
        number = exact_number(of_option(shown.id, f"likely.{kind}s"), label, count, "number", COMPARED)
        yield replace(number, inputs=inputs, of=shown.letter)


def post_weeks(programme: Programme, view: OptionView) -> float:
    """Return the foreign post-weeks of a programme until exit."""
    mission, length = view.mission, programme.rotation_weeks
    foreign = (batch for batch in programme.posts if not mission.roles[batch.role].local)
    return float(
        sum(
            batch.people * max(0, min(length, mission.exit_week - batch.rotation * length))
            for batch in foreign
        )
    )


def _manned(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield which share of all the post-weeks that an option needs people fill in the futures played.

    Unlike the criterion, which is a share of the posts that are planned within what is offered.
    """
    needed = post_weeks(shown.planned.need, shown)
    there = shown.spreads.get("person_weeks")
    if not needed or there is None:
        return
    middle, low, high = (min(1.0, value / needed) for value in (there.median, there.low, there.high))
    label = shown.words.text("labels.manned")
    inputs = _sets(shown, "posts", "offers")
    yield Number(
        of_option(shown.id, "manned"), label, middle, low, high, "share", SIMULATED, inputs, of=shown.letter
    )


def _at_a_time(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield how many foreigners are in the country on average while the option lasts."""
    spreads = view.study.comparison.spreads[shown.id]
    exposure, years = spreads.get("exposure"), spreads.get("years")
    if exposure is None or years is None or not years.median:
        return
    weeks = years.median * WEEKS_PER_YEAR
    people = _scaled(exposure, 1 / weeks)
    label, inputs = (
        shown.words.text("labels.at-a-time"),
        (f"option.{shown.id}.exposure", f"option.{shown.id}.years"),
    )
    yield Number(
        of_option(shown.id, "at-a-time"), label, *people, "people", SIMULATED, inputs, of=shown.letter
    )


def _scaled(spread: Spread, by: float) -> tuple[float, float, float]:
    return spread.median * by, spread.low * by, spread.high * by


def _objection(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the chance that at least one party objects, on the positions assumed."""
    analysis = view.study.analysis
    found = (
        (one for one in analysis.agreement if one.option == shown.id) if analysis is not None else iter(())
    )
    agreement = next(found, None)
    if agreement is None:
        return
    share, label = 1 - agreement.chance, shown.words.text("labels.objection")
    ends = (max(0.0, share - agreement.half_width), min(1.0, share + agreement.half_width))
    inputs = (f"option.{shown.id}.agreement.chance",)
    yield Number(
        of_option(shown.id, "objection"), label, share, *ends, "share", COMPARED, inputs, of=shown.letter
    )


def _sets(shown: OptionView, *families: str) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)
