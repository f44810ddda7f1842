"""Results.

Capability over time, targets and floors, timetable, money, differences to doing nothing, conditions of
parties, open questions.
"""

from __future__ import annotations

from collections.abc import Iterable

from cadre.brief.annexes.chance import best_on_each
from cadre.brief.annexes.endings import endings_tables
from cadre.brief.annexes.played import played_otherwise
from cadre.brief.annexes.years import yearly_costs
from cadre.brief.charts.capability import capability_chart
from cadre.brief.charts.ranges import criteria_chart, payers_chart
from cadre.brief.charts.timetable import timetable_chart
from cadre.brief.content import Block, Bullets, Paragraph, Section, Table, Words, joined
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.pages.unknown import open_questions, question_words
from cadre.brief.register.reasons import left_out
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView, target_day
from cadre.criteria import ATTRIBUTE, Criterion
from cadre.decision.types import Chance
from cadre.mission.money import COST_OVERRUN, OVERRUN


def capability_section(context: Context) -> Section:
    """Write capability over time, and every target and floor with its chance."""
    columns = (context.word("results.goal"), *option_columns(context, context.view.options))
    rows = tuple(
        (
            _goal(context, goal),
            *(_outcome(context, shown, goal) for shown in context.view.options),
        )
        for goal in _goals(context)
    )
    widths, caption = (38, *(26 for _ in context.view.options)), context.word("results.goals")
    note = context.say("results.goals-note")
    blocks: list[Block] = [Table("targets", caption, columns, widths, rows, note=note)]
    if any(name.startswith("units.") for shown in context.view.options for name in shown.bands):
        blocks.insert(0, capability_chart(context.view))
    if notes := tuple(words for shown in context.view.active if (words := played_otherwise(context, shown))):
        blocks.append(Bullets(notes))
    blocks += endings_tables(context)
    return Section("capability", context.word("results.capability"), tuple(blocks))


def option_columns(context: Context, options: Iterable[OptionView]) -> tuple[str, ...]:
    """Return the headings of columns by options."""
    return tuple(context.word("common.option", letter=shown.letter) for shown in options)


Goal = tuple[str, str, int]
"""Capability, kind, and week of a target.

Floors of options that exit on different days are one goal (week 0).
"""


def _goal_of(chance: Chance) -> Goal:
    return chance.capability, chance.kind, chance.week if chance.kind == "target" else 0


def _goals(context: Context) -> list[Goal]:
    """Return targets and floors in the order written."""
    return list(dict.fromkeys(_goal_of(c) for shown in context.view.options for c in shown.chances))


def _goal(context: Context, goal: Goal) -> Words:
    capability, kind, week = goal
    mission = context.view.mission
    title = mission.title_of("capabilities", capability)
    if kind == "floor":
        units = context.numbers.quiet(f"floor.{capability}")
        return context.say("results.floor", title=title, units=units)
    date = target_day(mission, capability, week)
    units, day = context.numbers.quiet(f"wanted.{capability}.{date}"), context.formats.day(date)
    return context.say("results.target", title=title, units=units, day=day)


def _outcome(context: Context, shown: OptionView, goal: Goal) -> Words:
    """Return what is reached, with what chance, and what binds the plan."""
    chance = next((c for c in shown.chances if _goal_of(c) == goal), None)
    if chance is None:
        return ("–",)
    key, numbers = chance_id(shown.id, chance), context.numbers
    lines: list[Words] = [
        (numbers.home(f"{key}.units"),),
        context.say("results.chance", chance=numbers.home(f"{key}.chance")),
    ]
    if f"{key}.added" in numbers:
        lines.append(context.say("results.added", units=numbers.home(f"{key}.added")))
    planned = f"option.{shown.id}.planned.{chance.capability}.w{chance.week}"
    if chance.kind == "target" and planned in numbers:
        limit = binding(shown, chance)
        message = f"results.planned-{limit}" if limit else "results.planned"
        lines.append(context.say(message, units=numbers.home(planned)))
    return joined(lines, "\n")


def binding(shown: OptionView, chance: Chance) -> str:
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
    for shown in context.view.active:
        if not shown.planned.timetable.serials and not shown.planned.timetable.activities:
            blocks.append(Paragraph(context.say("results.nothing-held", letter=shown.letter)))
            continue
        blocks.append(timetable_chart(context.view, shown))
        if f"option.{shown.id}.open.timetable" in context.numbers:
            blocks.append(Paragraph(_search(context, shown), small=True))
        if any(serial.start is None for serial in shown.planned.timetable.serials):
            blocks.append(Paragraph(_left_out(context, shown), small=True))
    note = Paragraph(context.say("results.timetable-note"), small=True)
    return Section("timetable", context.word("results.timetable"), (note, *blocks))


def _search(context: Context, shown: OptionView) -> Words:
    """Say how far from its bound the search for a timetable stopped."""
    lower = context.value(shown, "open.timetable")
    return context.say("results.timetable-search", letter=shown.letter, lower=lower)


def _left_out(context: Context, shown: OptionView) -> Words:
    """Say how many serials could not be placed, and why the most of them."""
    count = context.home(shown, "serials.left")
    if left_out(shown) is None:
        return context.say("results.left-out", letter=shown.letter, count=count)
    why = context.said(f"option.{shown.id}.said.left", at_home=True)
    return context.say("results.left-out-why", letter=shown.letter, count=count, why=why)


COSTS = ("cost_before_overrun", "cost", "cost_fully_manned", "cost_a_graduate", "cost_beyond")
"""Rows of the table of costs: numbers of an option."""


def costs_section(context: Context) -> Section:
    """Write cost by payer, with and without overrun, fully manned, and for each graduate."""
    blocks: list[Block] = []
    if any(
        "cost." in name and shown.spreads[name].high > 0
        for shown in context.view.options
        for name in shown.spreads
    ):
        blocks.append(payers_chart(context.view, context.numbers))
    notes = [part for part in (_overrun(context), context.say("results.not-discounted")) if part]
    blocks.append(Paragraph(joined(notes, " "), small=True))
    blocks += [_costs(context), *yearly_costs(context)]
    return Section("costs", context.word("results.costs"), tuple(blocks))


def _overrun(context: Context) -> Words:
    """Say by what factor costs are drawn above what their parts add up to, and why."""
    if OVERRUN not in context.numbers:
        return ()
    why = "; ".join(
        figure.note for name, figure in context.view.mission.figures.items() if name == COST_OVERRUN
    )
    written = context.view.mission.money.overrun is not None
    source = "comparable" if why and not written else "own"
    overrun = context.numbers.home(OVERRUN)
    return context.say("results.overrun", overrun=overrun, source=source, why=why)


def _costs(context: Context) -> Table:
    options = context.view.options
    rows = tuple(
        (
            context.say(f"results.{name.replace('_', '-')}"),
            *((_cost(context, shown, name)) for shown in options),
        )
        for name in COSTS
        if (name != "cost_before_overrun" or OVERRUN in context.numbers)
        and any(f"option.{shown.id}.{name}" in context.numbers for shown in options)
    )
    columns = (context.word("results.simulated-cost"), *option_columns(context, options))
    widths, caption = (52, *(22 for _ in options)), context.word("results.cost-to-exit")
    note, numeric = context.say("results.median"), tuple(range(1, len(columns)))
    return Table("costs-by-option", caption, columns, widths, rows, numeric=numeric, note=note)


def _cost(context: Context, shown: OptionView, name: str) -> Words:
    key = f"option.{shown.id}.{name}"
    return (context.numbers.with_range(key),) if key in context.numbers else ("–",)


def differences_section(context: Context) -> Section:
    """Write each option minus doing nothing in the same futures, and how sure the order of the others is."""
    title = context.word("results.differences")
    nothing = next((shown for shown in context.view.options if shown.is_nothing), None)
    if nothing is None:
        notes = Paragraph(context.say("results.no-nothing"))
        return Section("differences", title, (notes, *best_on_each(context)))
    drawn = criteria_chart(context.view, context.numbers)
    return Section("differences", title, (drawn, _differences(context, nothing), *best_on_each(context)))


def _differences(context: Context, nothing: OptionView) -> Table:
    active = context.view.active
    columns = (context.word("results.criterion"), *option_columns(context, active))
    rows = tuple(
        (
            context.say("criteria.titled", title=context.view.title_of(criterion), better=criterion.better),
            *(_difference(context, shown, nothing, criterion) for shown in active),
        )
        for criterion in context.view.study.comparison.criteria
    )
    caption = context.word("results.minus-nothing")
    widths = (42, *(28 for _ in active))
    return Table("differences", caption, columns, widths, rows, numeric=tuple(range(1, len(columns))))


def _difference(context: Context, shown: OptionView, nothing: OptionView, criterion: Criterion) -> Words:
    key = f"difference.{shown.id}.{nothing.id}.{criterion.id}"
    if key not in context.numbers:
        return ("–",)
    fixed = criterion.scalar == ATTRIBUTE or context.view.are_distinguishable(shown, nothing)
    share = context.numbers.value(f"{key}.better")
    notes = context.word("results.better" if fixed else "results.better-as-planned", share=share.text)
    return (context.numbers.home(key), "\n", Cited(share.id, notes, small=True, target=True))


def parties_details_section(context: Context) -> Section:
    """Write every stated position with its strength and basis."""
    mission = context.view.mission
    rows = tuple(
        (
            (mission.title_of("parties", p.party),),
            context.say(f"results.stance-{p.stance.replace(' ', '-')}"),
            context.said(f"said.position.{place}", at_home=True),
            (context.numbers.home(f"position.{place}.strength"),),
            (", ".join(p.basis),),
        )
        for place, p in enumerate(mission.positions)
    )
    columns = tuple(context.word(f"results.column-{name}") for name in POSITION)
    caption = context.word("results.what-parties-state")
    table = Table("positions", caption, columns, (44, 28, 52, 24, 24), rows, (3,))
    return Section("positions", context.word("results.positions"), (table,))


POSITION = ("party", "stance", "condition", "insists", "basis")
"""Columns of stated positions."""


def questions_section(context: Context) -> Section:
    """Write every open question."""
    facts, choices = open_questions(context)
    items = tuple(question_words(context, asked) for asked in (*facts, *choices))
    blocks: tuple[Block, ...] = (
        (Bullets(items),) if items else (Paragraph(context.say("results.no-question")),)
    )
    return Section("questions", context.word("results.questions"), blocks)
