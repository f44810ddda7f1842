"""The risks of an option: what would go wrong, how likely, by which sign it is seen, and whose it is to act.

Owners are those whom the mandate names: who asks, who is asked, who decides, who is to find something out.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Table, Words, capital
from cadre.brief.context import Context
from cadre.brief.pages.counterarguments import chance_parts
from cadre.brief.pages.decision import upcoming
from cadre.brief.register.option_page import least_likely
from cadre.brief.register.results import ending_id
from cadre.brief.view import OptionView
from cadre.mission.events import Event

ROWS, ASKS, SLIGHT = 6, 2, 0.05
"""Risks that a page has room for, posts named of them, and the chance up to which none is told."""
COLUMNS, WIDTHS = ("risk", "chance", "sign", "owner"), (48, 14, 56, 26)
Risk = tuple[float, tuple[Words, ...]]
"""How likely it is, and its row."""


def risks(context: Context, shown: OptionView) -> Table:
    """Return the table of risks, the likeliest first; it says so where no future shows any."""
    found = [*_targets(context, shown), *_posts(context, shown), *_endings(context, shown)]
    found += _objections(context, shown)
    likely = [row for chance, row in sorted(found, key=lambda risk: -risk[0]) if chance > SLIGHT]
    likely = likely or [(context.say("option-page.no-risk"), *[("–",)] * (len(COLUMNS) - 1))]
    columns = tuple(context.word(f"option-page.column-{name}") for name in COLUMNS)
    name, title = f"risks-{shown.letter}", context.word("option-page.risks")
    return Table(name, title, columns, WIDTHS, tuple(likely[:ROWS]), numeric=(1,))


def _targets(context: Context, shown: OptionView) -> Iterator[Risk]:
    """Yield the target and the floor that are the least likely to be met."""
    for kind, owner in (("target", _asked_of(context)), ("floor", _asked_by(context))):
        worst = least_likely(shown, kind)
        if worst is not None:
            what = context.say(f"option-page.risk-{kind}", **chance_parts(context, shown, worst))
            missed = (context.value(shown, f"risk.{kind}"),)
            yield 1 - worst.share, (what, missed, _sign(context, shown, kind), owner)


def _sign(context: Context, shown: OptionView, kind: str) -> Words:
    """Say by which sign it is seen: when the option fails, as far as conditions tell it."""
    if kind == "floor":
        return context.say("option-page.sign-floor", years=context.counted("looks-beyond-exit"))
    fails = f"option.{shown.id}.said.fails"
    if fails in context.reasons and context.view.study.analysis and context.view.study.analysis.bars:
        return capital(context.said(fails))
    return context.say("option-page.sign-target")


def _posts(context: Context, shown: OptionView) -> Iterator[Risk]:
    for risk in context.view.study.comparison.fill:
        if risk.option == shown.id:
            floor = context.numbers.value("fill-floor")
            what = context.say("option-page.risk-posts", floor=floor)
            first = [
                context.say(
                    "option-page.ask", people=context.counted(f"option.{shown.id}.ask.{place}"), role=role
                )
                for place, role in _asks(shown)
            ]
            sign = (
                context.say("option-page.sign-posts", first=context.chain(first))
                if first
                else context.say("option-page.sign-offers")
            )
            yield risk.share_below, (what, (context.value(shown, "fill-risk"),), sign, _asked_of(context))


def _asks(shown: OptionView) -> Iterator[tuple[int, str]]:
    """Yield the first further asks by place, with the role."""
    for place, ask in enumerate(shown.planned.forces.asks[:ASKS], start=1):
        role = shown.mission.title_of("roles", ask.role)
        yield place, role[:1].lower() + role[1:]


def _endings(context: Context, shown: OptionView) -> Iterator[Risk]:
    """Yield events that end it before its time, each with what sets it off and who is to find that out."""
    events = context.view.mission.events
    for one in context.view.study.comparison.endings:
        if one.option == shown.id and one.event in events:
            event = events[one.event]
            number = context.numbers.value(f"{ending_id(one)}.chance")
            what = context.say("option-page.risk-event", event=shown.mission.title_of("events", one.event))
            yield one.share, (what, (number,), _set_off(context, event), _finder(context, one.event))


def _set_off(context: Context, event: Event) -> Words:
    day = context.formats.day(event.on) if event.on is not None else ""
    return context.say(f"option-page.sign-{event.trigger}", day=day)


def _finder(context: Context, event: str) -> Words:
    found = (one.owner for one in context.view.mission.mandate.open.values() if one.event == event)
    owner = next(found, "")
    return (owner,) if owner else context.say("option-page.no-owner")


def _objections(context: Context, shown: OptionView) -> Iterator[Risk]:
    """Yield that some party objects, with who does so most and over what it is seen."""
    number = f"option.{shown.id}.objection"
    if number not in context.numbers:
        return
    analysis = context.view.study.analysis
    stances = [one for one in analysis.stances if one.option == shown.id] if analysis is not None else []
    first = max(stances, key=lambda one: one.any_breaks, default=None)
    meetings = upcoming(context.view)
    who = context.view.mission.title_of("parties", first.party) if first is not None else ""
    what = context.say("option-page.risk-objection", who=who)
    sign = context.say(
        "option-page.sign-objection", day=context.formats.day(meetings[0].on) if meetings else "none"
    )
    owner: Words = (meetings[-1].by,) if meetings else context.say("option-page.no-owner")
    yield context.numbers[number].value, (what, (context.value(shown, "objection"),), sign, owner)


def _asked_of(context: Context) -> Words:
    named = context.view.mission.mandate.asked_of
    return (named,) if named else context.say("option-page.no-owner")


def _asked_by(context: Context) -> Words:
    named = context.view.mission.mandate.asked_by or context.view.mission.mission.host
    return (named,)
