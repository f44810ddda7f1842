"""The timeline of an option: decisions, force generation, first and full capability, reviews, exit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.brief.content import Table, Words
from cadre.brief.context import Context
from cadre.brief.pages.decision import upcoming
from cadre.brief.pages.exit import held_courses, reviews, serves
from cadre.brief.pages.glance import first_capability
from cadre.brief.register.keys import key
from cadre.brief.view import OptionView

Dated = tuple[dt.date, Words]
REVIEWS, UNITS = 3, 1.0
"""Reviews that a page has room for; units from which a capability is there."""
WIDTHS = (22, 110)


def timeline(context: Context, shown: OptionView) -> Table:
    """Return the table of an option's days, in order; what is never reached comes last."""
    dated = sorted((*_decided(context), *_begun(context, shown), *_reached(context, shown)), key=_day)
    rows = [((context.formats.day(day),), said) for day, said in dated]
    rows += [(("–",), said) for said in _missed(context, shown)]
    columns = (context.word("option-page.column-day"), context.word("option-page.column-what"))
    return Table(
        f"timeline-{shown.letter}", context.word("option-page.timeline"), columns, WIDTHS, tuple(rows)
    )


def _day(dated: Dated) -> dt.date:
    return dated[0]


def _decided(context: Context) -> Iterator[Dated]:
    for meeting in upcoming(context.view):
        expected = meeting.expected.replace(" ", "-")
        yield (
            meeting.on,
            context.say("option-page.meeting", by=meeting.by, expected=expected, about=meeting.about),
        )


def _begun(context: Context, shown: OptionView) -> Iterator[Dated]:
    """Yield when posts are first to be filled, when most are, when courses begin, and the exit."""
    mission, say = shown.mission, context.say
    lines = shown.planned.forces.lines
    if lines:
        yield mission.date_of(min(line.opens for line in lines)), say("option-page.first-posts")
        peak = mission.date_of(shown.peak.rotation * shown.planned.need.rotation_weeks)
        yield peak, say("option-page.most-posts", needed=context.value(shown, "needed"))
    serials = shown.planned.programme.serials
    if serials:
        first, last = min(serials, key=lambda batch: batch.week), max(batch.week for batch in serials)
        course = mission.title_of("courses", first.course)
        yield mission.date_of(first.week), say("option-page.first-course", course=course)
        if last > first.week:
            of = "before" if last < mission.exit_week else "after"
            yield mission.date_of(last), say(f"option-page.last-course-{of}")
    yield from _reviewed(context, shown)
    yield mission.date_of(mission.exit_week), say("option-page.exit")


def _reviewed(context: Context, shown: OptionView) -> Iterator[Dated]:
    held = held_courses(shown)
    for key_, (day, said) in list(reviews(context).items())[:REVIEWS]:
        event = context.view.mission.events[key_]
        if (event.units_of and serves(shown, event.units_of)) or held & set(event.graduates_of):
            yield day, said


def _reached(context: Context, shown: OptionView) -> Iterator[Dated]:
    """Yield when the first capability begins to be there and is all there, in half of the futures."""
    for name, wanted in _steps(context, shown):
        week = _week(shown, wanted)
        if week is not None:
            yield shown.mission.date_of(week), _said(context, name)


def _missed(context: Context, shown: OptionView) -> Iterator[Words]:
    for name, wanted in _steps(context, shown):
        if _week(shown, wanted) is None and any(key.startswith("units.") for key in shown.bands):
            yield _said(context, f"no-{name}")


def _steps(context: Context, shown: OptionView) -> Iterator[tuple[str, float]]:
    first = first_capability(context.view)
    if first is not None and serves(shown, first[0]):
        beyond = _at_start(shown, first[0])
        whole = shown.mission.capabilities[first[0]].wanted[first[1]]
        yield from (("first-units", beyond + UNITS), ("all-units", float(whole)))


def _at_start(shown: OptionView, capability: str) -> float:
    band = shown.bands.get(f"units.{capability}")
    return band.median[0] if band is not None else 0.0


def _week(shown: OptionView, wanted: float) -> int | None:
    """Return the first week read at which the first capability reaches so much in half of the futures."""
    name = max(
        (n for n, one in shown.mission.capabilities.items() if one.wanted),
        key=lambda n: shown.mission.capabilities[n].priority,
    )
    band = shown.bands.get(f"units.{name}")
    if band is None:
        return None
    found = (week for week, units in zip(band.weeks, band.median, strict=True) if units >= wanted)
    return next(found, None)


def _said(context: Context, name: str) -> Words:
    first = first_capability(context.view)
    assert first is not None
    units = context.view.mission.title_of("capabilities", first[0])
    wanted = context.numbers.value(key("wanted.CAPABILITY.DATE", *first))
    return context.say(f"option-page.{name}", units=units, wanted=wanted)
