"""Results.

Capability over time, targets and floors, timetable, money, differences to doing nothing, conditions of
parties, open questions.
"""

from __future__ import annotations

from cadre.brief.charts.capability import capability_chart
from cadre.brief.charts.ranges import payers_chart
from cadre.brief.charts.timetable import timetable_chart
from cadre.brief.content import Block, Bullets, Paragraph, Piece, Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.pages.unknown import open_questions, question_words
from cadre.brief.reading import Shown, day, target_day
from cadre.brief.register_results import chance_id
from cadre.decision.types import Chance


def capability_section(context: Context) -> Section:
    """Write capability over time, and every target and floor with its chance."""
    columns = (
        "Target or floor",
        "Option",
        "Planned",
        "Reached (80 % range)",
        "Chance (95 % interval)",
        "What binds",
    )
    rows = tuple(
        _chance(context, shown, chance)
        for chance_key in _keys(context)
        for shown in context.reading.options
        for chance in shown.chances
        if (chance.capability, chance.kind, chance.week if chance.kind == "target" else 0) == chance_key
    )
    table = Table("targets", "Targets and floors", columns, (58, 11, 13, 26, 28, 40), rows, (2, 3, 4))
    blocks: list[Block] = [table]
    if any(name.startswith("units.") for shown in context.reading.options for name in shown.bands):
        blocks.insert(0, capability_chart(context.reading))
    return Section("capability", "Capability over time, targets and floors", tuple(blocks))


def _keys(context: Context) -> list[tuple[str, str, int]]:
    """Give targets and floors in the order written.

    The week of a floor differs between options that exit on different days.
    """
    return list(
        dict.fromkeys(
            (c.capability, c.kind, c.week if c.kind == "target" else 0)
            for shown in context.reading.options
            for c in shown.chances
        )
    )


def _chance(context: Context, shown: Shown, chance: Chance) -> tuple[Words, ...]:
    title = shown.mission.title_of("capabilities", chance.capability)
    when = day(target_day(shown.mission, chance.capability, chance.week))
    verb = "wanted by" if chance.kind == "target" else "to hold on"
    key = chance_id(shown.id, chance)
    planned = f"option.{shown.id}.planned.{chance.capability}.w{chance.week}"
    is_planned = chance.kind == "target" and planned in context.numbers
    limits = [
        t
        for t in shown.planned.programme.targets
        if (t.capability, t.week) == (chance.capability, chance.week) and t.limit
    ]
    told = (
        ": ".join(part for part in (limits[0].limit, limits[0].told) if part)
        if limits and chance.kind == "target"
        else ""
    )
    return (
        (f"{title}: {chance.wanted:g} {verb} {when}",),
        (shown.letter,),
        (context.numbers.value(planned),) if is_planned else ("",),
        (context.numbers.with_range(f"{key}.units"),),
        (context.numbers.with_range(f"{key}.chance"),),
        (told,),
    )


def timetable_section(context: Context) -> Section:
    """Write the timetable of each option, and what could not be placed."""
    blocks: list[Block] = []
    for shown in context.reading.active:
        if not shown.planned.timetable.serials and not shown.planned.timetable.activities:
            blocks.append(Paragraph((f"Option {shown.letter} holds no course and no project.",)))
            continue
        blocks.append(timetable_chart(context.reading, shown))
        left = [serial for serial in shown.planned.timetable.serials if serial.start is None]
        if left:
            why = (
                ", ".join(dict.fromkeys(serial.why for serial in left if serial.why)) or "no reason was given"
            )
            blocks.append(
                Paragraph(
                    (f"Option {shown.letter}: {len(left)} serials could not be placed ({why}).",), small=True
                )
            )
    note = (
        "Outlined bars are serials: white where a seat for an instructor is left short, dark where "
        "later than planned; the dashed line is exit."
    )
    return Section("timetable", "Timetable", (Paragraph((note,), small=True), *blocks))


def costs_section(context: Context) -> Section:
    """Write cost by payer."""
    blocks: list[Block] = []
    if any(
        "cost." in name and shown.spreads[name].high > 0
        for shown in context.reading.options
        for name in shown.spreads
    ):
        blocks.append(payers_chart(context.reading, context.numbers))
    told = "Simulated cost to exit, not discounted. Cost to the host after exit is kept apart: "
    pieces: list[Piece] = [told]
    for place, shown in enumerate(context.reading.options):
        key = f"option.{shown.id}.cost_beyond"
        if key in context.numbers:
            pieces += ["; " if place else "", f"{shown.letter} ", context.numbers.with_range(key)]
    blocks.append(Paragraph((*pieces, "."), small=True))
    return Section("costs", "Cost by payer", tuple(blocks))


def differences_section(context: Context) -> Section:
    """Write each option minus doing nothing in the same futures."""
    nothing = next((shown for shown in context.reading.options if shown.is_nothing), None)
    if nothing is None:
        told = Paragraph(("Doing nothing is not among the options.",))
        return Section("differences", "Against doing nothing", (told,))
    return Section("differences", "Against doing nothing", (_differences(context, nothing),))


def _differences(context: Context, nothing: Shown) -> Table:
    active = context.reading.active
    columns = ("Criterion", *(f"Option {shown.letter}" for shown in active))
    rows = tuple(
        (
            (f"{criterion.title} ({criterion.better} is better)",),
            *(_difference(context, shown, nothing, criterion.id) for shown in active),
        )
        for criterion in context.reading.study.comparison.criteria
    )
    caption = (
        "Option minus doing nothing, future by future: median (80 % range), and how often the option "
        "is better"
    )
    widths = (42, *(28 for _ in active))
    return Table("differences", caption, columns, widths, rows, numeric=tuple(range(1, len(columns))))


def _difference(context: Context, shown: Shown, nothing: Shown, criterion: str) -> Words:
    key = f"difference.{shown.id}.{nothing.id}.{criterion}"
    if key not in context.numbers:
        return ("–",)
    return (context.numbers.with_range(key), "\n", context.numbers.small(f"{key}.better", "better in {}"))


def parties_details_section(context: Context) -> Section:
    """Write every stated position with its strength and basis."""
    mission = context.reading.mission
    rows = tuple(
        (
            (mission.title_of("parties", p.party),),
            (p.stance,),
            (str(p.condition),),
            (f"{100 * p.strength.mean:.0f} %",),
            (", ".join(p.basis),),
        )
        for p in mission.positions
    )
    columns = ("Type of party", "Stance", "Condition on the option", "Insists with chance", "Basis")
    table = Table("positions", "What types of party state", columns, (44, 28, 52, 24, 24), rows, (3,))
    return Section("positions", "Stated positions", (table,))


def questions_section(context: Context) -> Section:
    """Write every open question."""
    facts, choices = open_questions(context)
    items = tuple(question_words(context, question) for question in (*facts, *choices))
    blocks: tuple[Block, ...] = (Bullets(items),) if items else (Paragraph(("None was written.",)),)
    return Section("questions", "Every open question", blocks)
