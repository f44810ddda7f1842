"""Offers against posts: what is filled, how firmly, what is open, what to ask for; conditions of parties."""

from __future__ import annotations

from collections.abc import Iterable

from cadre.brief.content import Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.fill import STATES
from cadre.brief.view import OptionView
from cadre.decision.types import Acceptance

ASKS_SHOWN = 2
COLUMNS = ("open", "critical", "counted", "come", "first")


def offers_section(context: Context) -> Section:
    """Write the fill of each option's posts."""
    columns = tuple(context.word(f"offers.column-{name}") for name in (*STATES, *COLUMNS))
    rows = tuple(_row(context, shown) for shown in context.view.active)
    title = context.word("offers.title")
    table = Table(
        "offers",
        title,
        (context.word("offers.column-option"), *columns),
        (12, 14, 18, 15, 16, 10, 15, 13, 13, 36),
        rows,
        tuple(range(1, 9)),
        context.say("offers.note"),
    )
    return Section("offers", title, (table,))


def _row(context: Context, shown: OptionView) -> tuple[Words, ...]:
    filled = tuple((context.value(shown, f"fill.{state}"),) for state in STATES)
    return (
        (shown.letter,),
        *filled,
        (context.value(shown, "fill.open"),),
        (context.value(shown, "fill.critical-open"),),
        (context.value(shown, "fill.counted"),),
        context.stacked(shown, "manned" if f"option.{shown.id}.manned" in context.numbers else "filled"),
        _asks(context, shown),
    )


def _asks(context: Context, shown: OptionView) -> Words:
    asks = shown.planned.forces.asks
    named: list[Words] = []
    for place, ask in list(enumerate(asks, start=1))[:ASKS_SHOWN]:
        role, site = shown.mission.title_of("roles", ask.role), shown.mission.title_of("sites", ask.site)
        named.append((context.value(shown, f"ask.{place}"), f" {role[:1].lower()}{role[1:]}, {site}"))
    if not asks:
        return context.say("offers.no-ask")
    rest = len(asks) - len(named)
    return context.listed([*named, *([context.say("offers.more", count=rest)] if rest > 0 else [])])


def parties_section(context: Context) -> Section:
    """Write what each type of party states and how each option meets it; never a ranking of governments."""
    view = context.view
    found = {(a.party, a.option): a for a in view.study.comparison.acceptance}
    parties = list(dict.fromkeys(a.party for a in view.study.comparison.acceptance))
    columns = party_columns(context, view.options)
    rows = tuple(
        (
            (view.mission.title_of("parties", party),),
            *(_met(context, found.get((party, shown.id))) for shown in view.options),
        )
        for party in parties
    )
    widths = (36, *(22 for _ in view.options))
    caption, note = context.word("parties.caption"), context.say("parties.note")
    table = Table("parties", caption, columns, widths, rows, note=note)
    return Section("parties", context.word("parties.title"), (table,))


def party_columns(context: Context, options: Iterable[OptionView]) -> tuple[str, ...]:
    """Return the headings of a table of types of party by options."""
    named = (context.word("parties.column-option", letter=shown.letter) for shown in options)
    return (context.word("parties.column-party"), *named)


def _met(context: Context, acceptance: Acceptance | None) -> Words:
    if acceptance is None or not (acceptance.refused or acceptance.unmet or acceptance.met):
        return context.say("parties.none-stated")
    if acceptance.refused:
        return context.say("parties.refuses", what=_clauses(context, acceptance.party, acceptance.refused))
    if acceptance.unmet:
        return context.say("parties.wants", what=_clauses(context, acceptance.party, acceptance.unmet))
    return context.say("parties.all-met")


def _clauses(context: Context, party: str, clauses: tuple[str, ...]) -> Words:
    """Cite the conditions of a party; their figures are at home in the annex of positions."""
    places = {
        (position.party, str(position.condition)): place
        for place, position in enumerate(context.view.mission.positions)
    }
    return context.listed([context.said(f"said.position.{places[party, clause]}") for clause in clauses])
