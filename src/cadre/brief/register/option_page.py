"""Numbers of the page of an option: cost by year fully manned, cost of a unit, instructors of the host's own.

Takes a `StudyView`; gives `Number`s, worked out from the plans and from the same futures as every other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from cadre.brief.money import fully_manned
from cadre.brief.number import Number, exact_number, spread_number
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import key, of_option
from cadre.brief.register.page_one import KINDS
from cadre.brief.register.results import COMPARED, SIMULATED, chance_id
from cadre.brief.view import OptionView, StudyView, target_day
from cadre.decision.samples import spread
from cadre.decision.types import Chance
from cadre.mission.money import OVERRUN
from cadre.simulation.outcome import Floats

PRICED = "cadre.brief.money.fully_manned: every post of the need (docs/model/programme.md)"
RARE = 0.1
"""Share of futures without a single unit added from which no cost of a unit is told."""


def option_page_of(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the numbers of the page of one option."""
    if shown.is_nothing:
        return
    yield from _by_year(view, shown)
    yield from _cost_of_unit(view, shown)
    yield from _hosts(shown)
    yield from _missed(shown)


def least_likely(shown: OptionView, kind: str) -> Chance | None:
    """Return the target or the floor that is the least likely to be met."""
    of = [chance for chance in shown.chances if chance.kind == kind]
    return min(of, key=lambda chance: chance.share, default=None)


def _missed(shown: OptionView) -> Iterator[Number]:
    """Yield the chance that the least likely target, and the least likely floor, is missed."""
    for kind in KINDS:
        worst = least_likely(shown, kind)
        if worst is not None:
            day = shown.formats.day(target_day(shown.mission, worst.capability, worst.week))
            title = shown.mission.title_of("capabilities", worst.capability)
            label = shown.words.text("labels.risk-missed", title=title, kind=kind, day=day)
            number_id, share = of_option(shown.id, key("risk.KIND", kind)), 1 - worst.share
            number = exact_number(number_id, label, share, "share", COMPARED)
            yield replace(number, inputs=(f"{chance_id(shown.id, worst)}.chance",), of=shown.letter)


def _by_year(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the cost of each year fully manned, and the same with the overrun that futures are drawn with."""
    overrun = view.mission.quantities[OVERRUN]
    bare = overrun.is_known and overrun.mean == 1
    costs = fully_manned(shown)
    word, inputs = shown.words.text, _sets(shown, "costs", "posts", "training")
    for year, cost in [*costs.items(), ("all", sum(costs.values()))]:
        of = "total" if year == "all" else "year"
        label = word("labels.manned-in", of=of, year=str(year))
        number = exact_number(of_option(shown.id, key("manned-in.YEAR", year)), label, cost, "money", PRICED)
        yield replace(number, inputs=inputs, of=shown.letter)
        if not bare:
            low, middle, high = (cost * float(overrun.at(p)) for p in (0.1, 0.5, 0.9))
            label = word("labels.overrun-in", of=of, year=str(year))
            with_it = of_option(shown.id, key("overrun-in.YEAR", year))
            named = (number.id, OVERRUN)
            yield Number(with_it, label, middle, low, high, "money", PRICED, named, of=shown.letter)


def last_targets(shown: OptionView) -> tuple[Chance, ...]:
    """Return the last target of each capability, in the order of the mission."""
    found: dict[str, Chance] = {}
    for chance in shown.chances:
        if chance.kind == "target" and (
            chance.capability not in found or chance.week > found[chance.capability].week
        ):
            found[chance.capability] = chance
    return tuple(found[name] for name in shown.mission.capabilities if name in found)


def _cost_of_unit(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the cost to exit for each unit that there would not be without the mission.

    All capabilities together, each at its last target, future by future; nothing where a tenth of the futures
    add none.
    """
    nothing = next((one.outcome.scalars for one in view.options if one.is_nothing), None)
    own, cost = shown.outcome.scalars, shown.outcome.scalars.get("cost")
    if nothing is None or cost is None:
        return
    added: Floats = np.zeros_like(cost)
    for chance in last_targets(shown):
        name = f"reached.{chance.capability}.{chance.week}"
        if name in own and name in nothing:
            added = added + own[name] - nothing[name]
    if np.mean(added < 1) >= RARE:
        return
    label = shown.words.text("labels.cost-a-unit")
    each = spread(cost / np.maximum(added, 1))
    number = spread_number(of_option(shown.id, "cost-a-unit"), label, each, "money", SIMULATED)
    inputs = (f"option.{shown.id}.cost", *_sets(shown, "training", "offers", "posts"))
    yield replace(number, inputs=inputs, of=shown.letter)


def _hosts(shown: OptionView) -> Iterator[Number]:
    """Yield how many instructors of its own the host has at the exit, of all skills."""
    of_skills = [name for name in shown.outcome.series if name.startswith("hosts.")]
    if not of_skills:
        return
    points = shown.outcome.points
    at = int(np.flatnonzero(points <= max(shown.mission.exit_week, int(points[0])))[-1])
    people = sum(shown.outcome.series[name][:, at].astype(float) for name in of_skills)
    label = shown.words.text("labels.hosts-at-exit")
    number = spread_number(
        of_option(shown.id, "hosts-at-exit"), label, spread(np.asarray(people)), "people", SIMULATED
    )
    yield replace(number, inputs=_sets(shown, "training", "offers", "posts"), of=shown.letter)


def _sets(shown: OptionView, *families: str) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)
