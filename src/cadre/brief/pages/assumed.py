"""What is assumed: the box on page one that says on whose word the numbers rest.

Targets, positions and offers are each said to be the planner's own where any statement they rest on is an
assumption, and else whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cadre.brief.content import Bullets, Section, Words, ended
from cadre.brief.context import Context
from cadre.brief.pages.decision import attributed, references
from cadre.brief.pages.fails import bars_in_words
from cadre.brief.pages.known import ASSUMPTION
from cadre.mission import Mission


def assumed_section(context: Context) -> Section:
    """Write the box."""
    items = tuple(_items(context))
    return Section("assumed", context.word("assumed.title"), (Bullets(items),), boxed=True)


def _items(context: Context) -> Iterator[Words]:
    mission = context.view.mission
    grounds = {
        "targets": [one.basis for one in mission.capabilities.values() if one.wanted or one.floor_after_exit],
        "positions": [one.basis for one in mission.positions],
        "offers": [one.basis for one in mission.offers.values()],
    }
    for name, bases in grounds.items():
        if bases:
            yield _rests(context, name, _once(bases))
    if "judgements.widened" in context.numbers:
        numbers = context.numbers
        yield context.say(
            "assumed.ranges",
            widened=numbers.value("judgements.widened"),
            ranges=numbers.value("judgements.ranges"),
        )
    yield from _bars(context)


def _rests(context: Context, name: str, basis: tuple[str, ...]) -> Words:
    """Say whose something is: the planner's where an assumption is among what it rests on."""
    own = assumptions(context.view.mission, basis)
    if own or not basis:
        return ended((*context.say(f"assumed.{name}"), *references(own)))
    return ended(context.say(f"assumed.{name}-told", who=attributed(context, basis)))


def assumptions(mission: Mission, basis: Iterable[str]) -> tuple[str, ...]:
    """Return those of some statements that are assumptions of the planner."""
    statements = mission.ledger.statements
    return tuple(key for key in basis if key in statements and statements[key].attribution == ASSUMPTION)


def _once(bases: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for basis in bases for key in basis))


def _bars(context: Context) -> Iterator[Words]:
    """Say what `good` means, which is nobody's decision but the planner's."""
    analysis = context.view.study.analysis
    if analysis is None or not analysis.bars:
        return
    yield ended(context.say("assumed.bars", bars=bars_in_words(context)))
