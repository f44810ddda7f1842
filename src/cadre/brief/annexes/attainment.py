"""What it would take: each target planned again, what more posts bring, and the staircase of capabilities."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.charts.attainment import growth_chart, staircase_chart
from cadre.brief.content import Block, Bullets, Paragraph, Section, Table, Words, ended
from cadre.brief.context import Context
from cadre.brief.register.attainment import (
    attainment_of,
    filled_id,
    goal_in_words,
    grown_id,
    taken,
)
from cadre.brief.view import OptionView, target_day
from cadre.options import NOTHING
from cadre.plans import Attained, Attainment, RolePosts, Stair

TAKES = ("goal", "as-planned", "takes", "posts", "lacking", "cost")
GROWN = ("more", "posts", "met", "outcome", "cost")
STAIRS = ("capability", "wanted", "filled", "offered", "played", "without")


def attainment_section(context: Context) -> Section:
    """Write what no option is likely to reach, what each target takes, and what more posts bring."""
    found = attainment_of(context.view)
    blocks: list[Block] = [*_hopeless(context)]
    if found is not None:
        attainment, shown = found
        if attainment.attained:
            blocks.append(_takes(context, attainment, shown))
        blocks += _growth(context, attainment, shown)
    return Section("takes", context.word("takes.title"), tuple(blocks))


def _hopeless(context: Context) -> Iterator[Block]:
    """Say which targets and floors every option misses in nearly all futures."""
    attainment = context.view.study.attainment
    count = len(attainment.hopeless) if attainment is not None else 0
    if count:
        yield Paragraph(context.say("takes.hopeless"))
        said = (ended(context.said(f"said.hopeless.{n}", at_home=True)) for n in range(1, count + 1))
        yield Bullets(tuple(said))


def _takes(context: Context, attainment: Attainment, shown: OptionView) -> Table:
    columns = tuple(context.word(f"takes.column-{name}") for name in TAKES)
    rows = tuple(_taken(context, shown, one) for one in attainment.attained)
    caption = context.word("takes.caption", letter=shown.letter)
    note = context.say("takes.note")
    return Table("takes", caption, columns, (40, 24, 52, 20, 44, 26), rows, numeric=(3, 5), note=note)


def _taken(context: Context, shown: OptionView, one: Attained) -> tuple[Words, ...]:
    begins, numbers = taken(shown.id, one), context.numbers
    planned = context.say(
        "takes.so-many",
        reached=numbers.quiet(f"{begins}.as-planned"),
        wanted=numbers.quiet(f"{begins}.wanted"),
    )
    return (
        (goal_in_words(context.view, one),),
        planned,
        _lifts(context, begins, one),
        (numbers.quiet(f"{begins}.posts"),),
        _lacking(context, begins, shown, one.roles),
        (numbers.quiet(f"{begins}.cost"),),
    )


def _lifts(context: Context, begins: str, one: Attained) -> Words:
    """Say what must be given up for a target, or how far all of it leads and what binds then."""
    lift = one.lifts[-1] if one.lifts else "none"
    later = context.counted(f"{begins}.later")
    if one.met:
        return context.say("takes.met", lift=lift, later=later, kind="one" if one.capability else "all")
    reached, wanted = (context.numbers.quiet(f"{begins}.reached"), context.numbers.value(f"{begins}.wanted"))
    return context.say(
        "takes.missed", lift=lift, later=later, reached=reached, wanted=wanted, limit=one.limit or "time"
    )


def _lacking(context: Context, begins: str, shown: OptionView, roles: tuple[RolePosts, ...]) -> Words:
    """List the people whom nobody offers, by role, with the skills that they need."""
    lacking = [role for role in roles if role.lacking]
    if not lacking:
        return context.say("takes.nobody-lacking")
    return context.listed([_role(context, begins, shown, role.role) for role in lacking])


def _role(context: Context, begins: str, shown: OptionView, role: str) -> Words:
    mission = shown.mission
    skills = [mission.title_of("skills", skill) for skill in mission.roles[role].skills]
    people, title = context.numbers.quiet(f"{begins}.lacking.{role}"), mission.title_of("roles", role)
    listed = context.formats.every(skills) if skills else ""
    return context.say("takes.role", people=people, role=title, skills=listed, any="yes" if skills else "no")


def _growth(context: Context, attainment: Attainment, shown: OptionView) -> Iterator[Block]:
    """Show targets against cost, options and what an option with more posts brings."""
    yield growth_chart(context.view, context.numbers)
    if not attainment.grown:
        return
    if len(attainment.grown) == 1:
        yield Paragraph(context.say("takes.no-more", letter=shown.letter))
        return
    columns = tuple(context.word(f"takes.column-grown-{name}") for name in GROWN)
    rows = tuple(
        tuple((context.numbers.quiet(f"{grown_id(shown.id, one)}.{name}"),) for name in GROWN)
        for one in attainment.grown
    )
    caption = context.word("takes.grown", letter=shown.letter)
    numeric = tuple(range(1, len(GROWN)))
    note = context.say("takes.grown-note")
    yield Table("grown", caption, columns, (30, 30, 30, 30, 30), rows, numeric=numeric, note=note)


def staircase_section(context: Context) -> Section:
    """Write the staircase of each capability: of one option as a table and a chart."""
    found = attainment_of(context.view)
    blocks: tuple[Block, ...] = ()
    if found is not None:
        attainment, shown = found
        own = tuple(stair for stair in attainment.stairs if stair.option == shown.id)
        if own:
            blocks = (staircase_chart(context.view, own), _stairs(context, shown, own))
    return Section("staircase", context.word("takes.staircase"), blocks)


def _stairs(context: Context, shown: OptionView, own: tuple[Stair, ...]) -> Table:
    columns = tuple(context.word(f"takes.column-stair-{name}") for name in STAIRS)
    rows = tuple(_stair(context, shown, stair) for stair in own)
    caption = context.word("takes.stairs", letter=shown.letter)
    numeric, note = tuple(range(1, len(STAIRS))), context.say("takes.stairs-note")
    return Table("stairs", caption, columns, (44, 22, 22, 22, 32, 22), rows, numeric=numeric, note=note)


def _stair(context: Context, shown: OptionView, stair: Stair) -> tuple[Words, ...]:
    mission, numbers = context.view.mission, context.numbers
    day = target_day(mission, stair.capability, stair.week)
    place = f"target.{stair.capability}.w{stair.week}.units"
    title = mission.title_of("capabilities", stair.capability)
    without = f"option.{NOTHING}.{place}"
    return (
        context.say("takes.goal", title=title, day=context.formats.day(day)),
        (numbers.value(f"wanted.{stair.capability}.{day}"),),
        (numbers.quiet(filled_id(stair)),),
        (numbers.value(f"option.{shown.id}.planned.{stair.capability}.w{stair.week}"),),
        (numbers.with_range(f"option.{shown.id}.{place}"),),
        (numbers.value(without),) if without in numbers else ("–",),
    )
