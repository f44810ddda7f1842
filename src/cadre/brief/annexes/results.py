"""Results.

Capability over time, targets and floors, timetable, money, differences to doing nothing, conditions of
parties, open questions.
"""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.annexes.chance import best_on_each
from cadre.brief.annexes.endings import endings_tables
from cadre.brief.annexes.played import played_otherwise
from cadre.brief.charts.capability import capability_chart
from cadre.brief.charts.ranges import payers_chart
from cadre.brief.charts.timetable import timetable_chart
from cadre.brief.content import Block, Bullets, Paragraph, Piece, Section, Small, Table, Words
from cadre.brief.context import Context
from cadre.brief.pages.against import FIXED
from cadre.brief.pages.unknown import open_questions, question_words
from cadre.brief.reading import Shown, target_day
from cadre.brief.register_results import chance_id
from cadre.brief.register_said import left_out
from cadre.decision.types import Chance
from cadre.mission.money import COST_OVERRUN, OVERRUN


def capability_section(context: Context) -> Section:
    """Write capability over time, and every target and floor with its chance."""
    columns = ("Target or floor", *(f"Option {shown.letter}" for shown in context.reading.options))
    rows = tuple(
        (
            _goal(context, goal),
            *(_outcome(context, shown, goal) for shown in context.reading.options),
        )
        for goal in _goals(context)
    )
    note = (
        "Units there: median (80 % range); the chance that the target is met or the floor holds "
        "(95 % interval, from "
        "the number of futures); units that the programme plans; what binds it.",
    )
    widths = (38, *(26 for _ in context.reading.options))
    blocks: list[Block] = [Table("targets", "Targets and floors", columns, widths, rows, note=note)]
    if any(name.startswith("units.") for shown in context.reading.options for name in shown.bands):
        blocks.insert(0, capability_chart(context.reading))
    if told := tuple(
        words for shown in context.reading.active if (words := played_otherwise(context, shown))
    ):
        blocks.append(Bullets(told))
    blocks += endings_tables(context)
    return Section("capability", "Capability over time, targets and floors", tuple(blocks))


Goal = tuple[str, str, int]
"""Capability, kind, and week of a target.

Floors of options that exit on different days are one goal (week 0).
"""


def _goal_of(chance: Chance) -> Goal:
    return chance.capability, chance.kind, chance.week if chance.kind == "target" else 0


def _goals(context: Context) -> list[Goal]:
    """Give targets and floors in the order written."""
    return list(dict.fromkeys(_goal_of(c) for shown in context.reading.options for c in shown.chances))


def _goal(context: Context, goal: Goal) -> Words:
    capability, kind, week = goal
    mission = context.reading.mission
    title = mission.title_of("capabilities", capability)
    if kind == "floor":
        return (f"{title}: ", context.numbers.quiet(f"floor.{capability}"), " to hold after exit")
    date = target_day(mission, capability, week)
    return (
        f"{title}: ",
        context.numbers.quiet(f"wanted.{capability}.{date}"),
        f" by {context.formats.day(date)}",
    )


def _outcome(context: Context, shown: Shown, goal: Goal) -> Words:
    """Give what is reached, with what chance, and what binds the plan."""
    chance = next((c for c in shown.chances if _goal_of(c) == goal), None)
    if chance is None:
        return ("–",)
    key, numbers = chance_id(shown.id, chance), context.numbers
    pieces: list[Piece] = [
        numbers.home(f"{key}.units"),
        "\n",
        Small("chance "),
        numbers.home(f"{key}.chance"),
    ]
    if f"{key}.added" in numbers:
        pieces += ["\n", Small("added to doing nothing "), numbers.home(f"{key}.added")]
    planned = f"option.{shown.id}.planned.{chance.capability}.w{chance.week}"
    if chance.kind == "target" and planned in numbers:
        pieces += ["\n", Small("planned "), numbers.home(planned)]
    limit = binding(shown, chance)
    return (*pieces, *((Small(f", {limit}"),) if limit else ()))


def binding(shown: Shown, chance: Chance) -> str:
    """Name what binds the plan of a target, empty where it is met."""
    found = (
        t
        for t in shown.planned.programme.targets
        if (t.capability, t.week) == (chance.capability, chance.week)
    )
    target = next(found, None)
    return target.limit if target is not None and chance.kind == "target" else ""


def timetable_section(context: Context) -> Section:
    """Write the timetable of each option, and what could not be placed."""
    blocks: list[Block] = []
    for shown in context.reading.active:
        if not shown.planned.timetable.serials and not shown.planned.timetable.activities:
            blocks.append(Paragraph((f"Option {shown.letter} holds no course and no project.",)))
            continue
        blocks.append(timetable_chart(context.reading, shown))
        if f"option.{shown.id}.open.timetable" in context.numbers:
            blocks.append(Paragraph(_search(context, shown), small=True))
        if any(serial.start is None for serial in shown.planned.timetable.serials):
            blocks.append(Paragraph(_left_out(context, shown), small=True))
    note = (
        "Outlined bars are serials: white where a seat for an instructor is left short, dark where "
        "later than planned; the dashed line is exit."
    )
    return Section("timetable", "Timetable", (Paragraph((note,), small=True), *blocks))


def _search(context: Context, shown: Shown) -> Words:
    """Say how far from its bound the search for a timetable stopped."""
    of = f"Option {shown.letter}: the search for the timetable stopped, its bound "
    return (
        of,
        context.value(shown, "open.timetable"),
        " lower: so much of what is late may be the search's.",
    )


def _left_out(context: Context, shown: Shown) -> Words:
    """Say how many serials could not be placed, and why the most of them."""
    count = context.home(shown, "serials.left")
    told: Words = (f"Option {shown.letter}: serials that could not be placed: ", count)
    if left_out(shown):
        told = (*told, ", most often: ", *context.said(f"option.{shown.id}.said.left", at_home=True))
    return (*told, ". The workbook lists them.")


COSTS = (
    ("cost_before_overrun", "Cost to exit before any overrun"),
    ("cost", "Cost to exit, with any overrun"),
    ("cost_fully_manned", "The same, had every post been filled"),
    ("cost_a_graduate", "Cost to exit for each graduate"),
    ("cost_beyond", "Cost to the host after exit, apart"),
)
"""Rows of the table of costs: number of an option, and its label."""


def costs_section(context: Context) -> Section:
    """Write cost by payer, with and without overrun, fully manned, and for each graduate."""
    blocks: list[Block] = []
    if any(
        "cost." in name and shown.spreads[name].high > 0
        for shown in context.reading.options
        for name in shown.spreads
    ):
        blocks.append(payers_chart(context.reading, context.numbers))
    blocks.append(Paragraph((*_overrun(context), "Not discounted."), small=True))
    blocks.append(_costs(context))
    return Section("costs", "Cost by payer", tuple(blocks))


def _overrun(context: Context) -> Words:
    """Say by what factor costs are drawn above what their parts add up to, and why."""
    if OVERRUN not in context.numbers:
        return ()
    why = "; ".join(
        figure.note for name, figure in context.reading.mission.figures.items() if name == COST_OVERRUN
    )
    written = context.reading.mission.money.overrun is not None
    from_pack = f"comparable missions ({why})" if why and not written else "the mission's own estimate"
    return (
        "Cost to exit, for all payers, is multiplied in each future by an overrun of ",
        context.numbers.home(OVERRUN),
        f", from {from_pack}. Plans, and conditions of parties on cost, keep the cost without it. ",
    )


def _costs(context: Context) -> Table:
    options = context.reading.options
    rows = tuple(
        ((label,), *((_cost(context, shown, name)) for shown in options))
        for name, label in COSTS
        if (name != "cost_before_overrun" or OVERRUN in context.numbers)
        and any(f"option.{shown.id}.{name}" in context.numbers for shown in options)
    )
    columns = ("Simulated cost", *(f"Option {shown.letter}" for shown in options))
    widths = (52, *(22 for _ in options))
    note: Words = ("Median (80 % range).",)
    numeric = tuple(range(1, len(columns)))
    return Table("costs-by-option", "Cost to exit", columns, widths, rows, numeric=numeric, note=note)


def _cost(context: Context, shown: Shown, name: str) -> Words:
    key = f"option.{shown.id}.{name}"
    return (context.numbers.with_range(key),) if key in context.numbers else ("–",)


def differences_section(context: Context) -> Section:
    """Write each option minus doing nothing in the same futures, and how sure the order of the others is."""
    title = "Against doing nothing and each other"
    nothing = next((shown for shown in context.reading.options if shown.is_nothing), None)
    if nothing is None:
        told = Paragraph(("Doing nothing is not among the options.",))
        return Section("differences", title, (told, *best_on_each(context)))
    return Section("differences", title, (_differences(context, nothing), *best_on_each(context)))


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
    fixed = criterion == FIXED or context.reading.told_apart(shown, nothing)
    told = "better in {}" if fixed else "not told apart; as planned better in {}"
    better = replace(context.numbers.small(f"{key}.better", told), target=True)
    return (context.numbers.home(key), "\n", better)


def parties_details_section(context: Context) -> Section:
    """Write every stated position with its strength and basis."""
    mission = context.reading.mission
    rows = tuple(
        (
            (mission.title_of("parties", p.party),),
            (p.stance,),
            context.said(f"said.position.{place}", at_home=True),
            (context.numbers.home(f"position.{place}.strength"),),
            (", ".join(p.basis),),
        )
        for place, p in enumerate(mission.positions)
    )
    columns = ("Type of party", "Stance", "Condition on the option", "Insists with chance", "Basis")
    table = Table("positions", "What types of party state", columns, (44, 28, 52, 24, 24), rows, (3,))
    return Section("positions", "Stated positions", (table,))


def questions_section(context: Context) -> Section:
    """Write every open question."""
    facts, choices = open_questions(context)
    items = tuple(question_words(context, asked) for asked in (*facts, *choices))
    blocks: tuple[Block, ...] = (Bullets(items),) if items else (Paragraph(("None was written.",)),)
    return Section("questions", "Every open question", blocks)
