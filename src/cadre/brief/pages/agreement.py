"""Who would agree: how each type of party meets each option, and whether silence would hold.

Types of party by their stated conditions, in the order of the mission; no government is named or ranked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from cadre.brief.content import Block, Paragraph, Section, Table, Words, ended, joined
from cadre.brief.context import Context
from cadre.brief.pages.assumed import assumptions
from cadre.brief.pages.decision import attributed, references
from cadre.brief.pages.offers import parties_section, party_columns
from cadre.brief.view import OptionView
from cadre.decision.agreement.types import Agreement, PartyStance
from cadre.mission import Statement

OWN = ("assumption", "derived")
"""Attributions of what nobody else has said."""
ALSO_SAID = 3
"""Statements on what parties want or fear that the page has room for."""


def agreement_section(context: Context) -> Section:
    """Write the map of agreement; without an analysis, stated conditions only."""
    analysis = context.view.study.analysis
    if analysis is None or not analysis.agreement:
        return parties_section(context)
    active = context.view.active
    columns = party_columns(context, active)
    parties = list(dict.fromkeys(stance.party for stance in analysis.stances))
    found = {(stance.party, stance.option): stance for stance in analysis.stances}
    rows = [
        (
            (context.view.mission.title_of("parties", party),),
            *(_met(context, shown, found.get((party, shown.id))) for shown in active),
        )
        for party in parties
    ]
    sums = [(name, give) for name, give in SUMS if analysis.bars or give is not _good]
    rows += [
        (context.say(f"agreement.{name}"), *(_of(context, shown, give) for shown in active))
        for name, give in sums
    ]
    table = Table(
        "agreement",
        context.word("agreement.caption"),
        columns,
        (36, *(24 for _ in active)),
        tuple(rows),
        note=_note(context),
    )
    said = also_said(context)
    blocks: tuple[Block, ...] = (*((Paragraph(said),) if said else ()), table)
    return Section("agreement", context.word("agreement.title"), blocks)


def also_said(context: Context) -> Words:
    """Tell what parties are reported to want or fear, each with who says it, beyond the mandate's basis."""
    mission = context.view.mission
    statements = mission.ledger.statements
    grounds = [one.basis for one in mission.parties.values()] + [one.basis for one in mission.positions]
    weights = Counter(key for basis in grounds for key in basis)
    known = {*mission.mandate.basis, *(key for one in mission.mandate.decisions for key in one.basis)}
    told = [
        key
        for key in sorted(weights, key=lambda key: (-weights[key], _place(statements, key)))
        if key in statements and key not in known and statements[key].attribution not in OWN
    ][:ALSO_SAID]
    parts = [
        context.say(
            "agreement.said-by", says=statements[key].says.rstrip("."), who=attributed(context, (key,))
        )
        for key in sorted(told, key=lambda key: _place(statements, key))
    ]
    semicolon = context.word("common.semicolon")
    return ended(context.say("agreement.said", what=joined(parts, semicolon))) if parts else ()


def _place(statements: Mapping[str, Statement], key: str) -> int:
    return list(statements).index(key) if key in statements else len(statements)


def _note(context: Context) -> Words:
    """Say who these are and on whose word: that none is named only where all that decide are types."""
    mission = context.view.mission
    deciding = [party for party in mission.parties.values() if party.kind != "host"]
    types = all(not (party.how_many.is_known and party.how_many.mean == 1) for party in deciding)
    own = assumptions(mission, dict.fromkeys(key for one in mission.positions for key in one.basis))
    return context.say(
        "agreement.note",
        named="types" if types else "named",
        assumed="yes" if own else "no",
        basis=references(own),
    )


def _met(context: Context, shown: OptionView, stance: PartyStance | None) -> Words:
    """Return the state of a type of party, how often silence is broken, and over what."""
    if stance is None:
        return context.say("agreement.no-position")
    state = stance.state.replace(" ", "-")
    if not stance.any_breaks:
        return context.say(f"agreement.{state}")
    broken = context.value(shown, f"stance.{stance.party}.any-breaks")
    sentences = context.say(f"agreement.{state}.in", share=broken)
    over = context.chain([clause_words(context, stance.party, clause) for clause in stance.refuses])
    return context.say("agreement.will-not-accept", sentences=sentences, what=over) if over else sentences


def clause_words(context: Context, party: str, clause: str) -> Words:
    """Return a condition of a party, with its figures cited."""
    for place, position in enumerate(context.view.mission.positions):
        if position.party == party and str(position.condition) == clause:
            return context.said(f"said.position.{place}")
    return (clause,)


def _of(
    context: Context, shown: OptionView, give: Callable[[Context, OptionView, Agreement], Words]
) -> Words:
    analysis = context.view.study.analysis
    found = (a for a in analysis.agreement if a.option == shown.id) if analysis is not None else iter(())
    agreement = next(found, None)
    return give(context, shown, agreement) if agreement is not None else ("–",)


def _objection(context: Context, shown: OptionView, agreement: Agreement) -> Words:
    return (context.value(shown, "objection"),)


def _filled(context: Context, shown: OptionView, agreement: Agreement) -> Words:
    return (
        context.say("agreement.never-agreed")
        if agreement.filled_if_agreed is None
        else (context.value(shown, "agreement.filled"),)
    )


def _good(context: Context, shown: OptionView, agreement: Agreement) -> Words:
    return (context.value(shown, "agreement.agreed-and-good"),)


def _amended(context: Context, shown: OptionView, agreement: Agreement) -> Words:
    """Return the amendment of fewest changes that makes agreement likely, with the chance then."""
    if agreement.chance >= LIKELY:
        return context.say("agreement.needs-no-change")
    if all(a.chance < LIKELY for a in agreement.amendments):
        return context.say("agreement.no-change")
    place, changes = _first_amendment(context, agreement)
    chance = context.value(shown, f"agreement.amended.{place}")
    return context.say("agreement.amendment", changes=changes, chance=chance)


def _first_amendment(context: Context, agreement: Agreement) -> tuple[int, str]:
    """Return the place and the changes of the first amendment that makes agreement likely."""
    place, first = next((n, a) for n, a in enumerate(agreement.amendments, start=1) if a.chance >= LIKELY)
    levers = context.view.mission.levers
    titles = (
        levers[change.lever].choices[change.becomes].title or change.becomes.replace("-", " ")
        for change in first.changes
    )
    return place, context.formats.chain(titles)


def amended_words(context: Context, shown: OptionView) -> Words:
    """Return the amendment that makes agreement likely; nothing where none is needed or none does."""
    analysis = context.view.study.analysis
    found = (
        next((a for a in analysis.agreement if a.option == shown.id), None) if analysis is not None else None
    )
    if found is None or found.chance >= LIKELY or all(a.chance < LIKELY for a in found.amendments):
        return ()
    place, changes = _first_amendment(context, found)
    chance = context.value(shown, f"agreement.amended.{place}")
    return context.say("option-page.amended", changes=changes, chance=chance)


LIKELY = 0.5
"""Chance from which agreement is more likely than not."""
SUMS: tuple[tuple[str, Callable[[Context, OptionView, Agreement], Words]], ...] = (
    ("objection", _objection),
    ("filled", _filled),
    ("good", _good),
    ("amended", _amended),
)
