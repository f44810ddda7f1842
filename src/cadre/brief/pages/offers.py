"""Offers against posts: what is filled, how firmly, what is open, what to ask for; conditions of parties."""

from __future__ import annotations

from cadre.brief.content import Section, Small, Table, Words, joined
from cadre.brief.context import Context
from cadre.brief.fill import STATES
from cadre.brief.reading import Shown
from cadre.decision.types import Acceptance

ASKS_SHOWN = 2


def offers_section(context: Context) -> Section:
    """Write the fill of each option's posts."""
    columns = (
        "Option",
        *(state.capitalize() for state in STATES),
        "Open",
        "Critical post-weeks open",
        "Plan counts on",
        "Come",
        "First to ask for",
    )
    rows = tuple(_row(context, shown) for shown in context.reading.active)
    note = (
        Small(
            "Share of the post-weeks needed that offers fill, by how firm they are. Only people "
            "who have arrived teach; an indication or a pledge is not a person. The last two shares are "
            "of the posts of the plan that offers allow: it counts on everybody offered there; how many "
            "come, person by person, is simulated, with the 80 % range."
        ),
    )
    table = Table(
        "offers",
        "Offers against posts",
        columns,
        (8, 11, 11, 11, 11, 9, 16, 12, 15, 40),
        rows,
        tuple(range(1, 9)),
        note,
    )
    return Section("offers", "Offers against posts", (table,))


def _row(context: Context, shown: Shown) -> tuple[Words, ...]:
    filled = tuple((context.value(shown, f"fill.{state}"),) for state in STATES)
    return (
        (shown.letter,),
        *filled,
        (context.value(shown, "fill.open"),),
        (context.value(shown, "fill.critical-open"),),
        (context.value(shown, "fill.counted"),),
        context.stacked(shown, "filled"),
        _asks(context, shown),
    )


def _asks(context: Context, shown: Shown) -> Words:
    asks = shown.planned.forces.asks
    named: list[Words] = []
    for place, ask in list(enumerate(asks, start=1))[:ASKS_SHOWN]:
        role, site = shown.mission.title_of("roles", ask.role), shown.mission.title_of("sites", ask.site)
        named.append((context.value(shown, f"ask.{place}"), f" {role[:1].lower()}{role[1:]}, {site}"))
    rest = len(asks) - len(named)
    return (*joined(named, "; "), *((f"; {rest} more",) if rest > 0 else ())) or (
        "nothing: every post is filled",
    )


def parties_section(context: Context) -> Section:
    """Write what each type of party states and how each option meets it; never a ranking of governments."""
    reading = context.reading
    found = {(a.party, a.option): a for a in reading.study.comparison.acceptance}
    parties = list(dict.fromkeys(a.party for a in reading.study.comparison.acceptance))
    columns = ("Type of party", *(f"Option {shown.letter}" for shown in reading.options))
    rows = tuple(
        (
            (reading.mission.title_of("parties", party),),
            *(_met(context, found.get((party, shown.id))) for shown in reading.options),
        )
        for party in parties
    )
    note = (
        Small(
            "Stated conditions only, as the ledger has them. What a party would in the end agree "
            "to is not estimated here."
        ),
    )
    widths = (36, *(22 for _ in reading.options))
    return Section(
        "parties",
        "Stated conditions of types of party",
        (Table("parties", "Conditions met by each option", columns, widths, rows, note=note),),
    )


def _met(context: Context, acceptance: Acceptance | None) -> Words:
    if acceptance is None:
        return ("– none stated",)
    if acceptance.refused:
        return ("✗ refuses ", *_clauses(context, acceptance.party, acceptance.refused))
    if acceptance.unmet:
        return ("○ wants ", *_clauses(context, acceptance.party, acceptance.unmet))
    return ("● all met",) if acceptance.met else ("– none stated",)


def _clauses(context: Context, party: str, clauses: tuple[str, ...]) -> Words:
    """Cite the conditions of a party; their figures are at home in the annex of positions."""
    places = {
        (position.party, str(position.condition)): place
        for place, position in enumerate(context.reading.mission.positions)
    }
    return joined([context.said(f"said.position.{places[party, clause]}") for clause in clauses], "; ")
