"""One page an option: concept, days, who does what, for and against, risks, money, what stays, who must move.

Takes the context and one option, gives the sections of its page. Doing nothing has none: what there is
without the mission stands on page one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Bullets, Paragraph, Section, Table, Words, capital, ended, joined
from cadre.brief.context import Context
from cadre.brief.money import fully_manned, years_paid
from cadre.brief.pages.agreement import LIKELY, amended_words, clause_words
from cadre.brief.pages.glance import short_name
from cadre.brief.pages.risks import risks
from cadre.brief.pages.timeline import timeline
from cadre.brief.pages.versus import for_and_against
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView
from cadre.words.naming import inside

PARTIES, FLOORS, ASKS = 3, 3, 3
"""Types of party, floors and further asks that a page has room for."""
YEAR, MONEY = 26, 34
"""Widths of the table of money."""


def option_page(context: Context, shown: OptionView) -> tuple[Section, ...]:
    """Write the sections of an option's page."""
    word, letter = context.word, shown.letter
    name = word("option-page.title", letter=letter, name=capital((short_name(context.view, shown),))[0])
    money = tuple(_money(context, shown))
    return (
        Section(f"option-{letter}", str(name), tuple(_concept(context, shown))),
        Section(f"when-{letter}", word("option-page.when"), (timeline(context, shown),)),
        Section(f"risks-{letter}", word("option-page.risks"), (risks(context, shown),)),
        Section(f"money-{letter}", word("option-page.by-year"), money),
        Section(f"after-{letter}", word("option-page.after"), (Bullets(tuple(_after(context, shown))),)),
    )


# ---- concept


def _concept(context: Context, shown: OptionView) -> Iterator[Block]:
    """Yield what it is, who does what, what speaks for it and what against."""
    pro, contra = for_and_against(context, shown)
    lines = [
        _choices(context, shown),
        _who(context, shown),
        context.say("option-page.for", what=ended(capital(pro))),
        context.say("option-page.against", what=ended(capital(contra))),
    ]
    yield Bullets(tuple(line for line in lines if line))


def _choices(context: Context, shown: OptionView) -> Words:
    """Say lever by lever what the option chooses, and why it is shown."""
    said: list[str] = []
    for key, choice in shown.planned.option.choices.items():
        lever = context.view.mission.levers[key]
        title = lever.choices[choice].title or choice.replace("-", " ")
        said.append(
            context.word("common.of", whose=context.view.mission.title_of("levers", key), what=inside(title))
        )
    choices = context.word("common.semicolon").join(said) or shown.title
    parts: list[Words] = [context.say("option-page.concept", choices=choices)]
    if context.view.study.asked.option == shown.id:
        parts.append(context.say("option-page.as-asked"))
    elif f"option.{shown.id}.said.shown" in context.reasons:
        parts.append(
            context.say("option-page.why-shown", why=ended(context.said(f"option.{shown.id}.said.shown")))
        )
    return joined(parts, " ")


def _who(context: Context, shown: OptionView) -> Words:
    """Say who trains, advises, leads and supports, who fills the posts, and how many nobody offers."""
    if not shown.peak.total:
        return context.say("option-page.no-posts")
    named = [
        context.say(f"option-page.{name}", number=context.counted(f"option.{shown.id}.needed.{name}"))
        for name in ("trainers", "advisers", "command", "tail")
        if context.numbers[f"option.{shown.id}.needed.{name}"].value
    ]
    fillers = sorted(shown.planned.burden, key=lambda part: -shown.fill.by_party.get(part.party, 0))
    filled = [
        context.say(
            "option-page.fills",
            party=inside(shown.mission.title_of("parties", part.party)),
            share=context.value(shown, f"burden.{part.party}.carries"),
        )
        for part in fillers[:PARTIES]
        if shown.fill.by_party.get(part.party, 0)
    ]
    return context.say(
        "option-page.who",
        parts=context.chain(named),
        filled=context.chain(filled) if filled else context.say("option-page.nobody"),
        open=context.value(shown, "fill.open"),
    )


# ---- money


def _money(context: Context, shown: OptionView) -> Iterator[Block]:
    """Yield the cost by year: fully manned, with the overrun of comparable missions, and as filled."""
    years = sorted({*fully_manned(shown), *years_paid(shown)})
    with_overrun = f"option.{shown.id}.overrun-in.all" in context.numbers
    kinds = ("manned-in", *(("overrun-in",) if with_overrun else ()), "cost_in")
    rows = [((str(year),), *(_paid(context, shown, f"{kind}.{year}") for kind in kinds)) for year in years]
    totals = ("manned-in.all", *(("overrun-in.all",) if with_overrun else ()), "cost")
    if len(years) > 1 or not rows:
        rows.append((context.say("option-page.in-all"), *(_paid(context, shown, name) for name in totals)))
    heads = tuple(context.word(f"option-page.column-{kind.replace('_', '-')}") for kind in ("year", *kinds))
    title = context.word("option-page.by-year")
    widths, numeric = (YEAR, *(MONEY for _ in kinds)), tuple(range(1, len(heads)))
    yield Table(f"money-{shown.letter}", title, heads, widths, tuple(rows), numeric)
    each = [
        context.say(f"option-page.{name.replace('_', '-')}", cost=context.with_range(shown, name))
        for name in ("cost_a_graduate", "cost-a-unit")
        if f"option.{shown.id}.{name}" in context.numbers
    ]
    if each:
        yield Paragraph(joined(each, " "))


def _paid(context: Context, shown: OptionView, name: str) -> Words:
    return (context.with_range(shown, name),) if f"option.{shown.id}.{name}" in context.numbers else ("–",)


# ---- what stays, who must move


def _after(context: Context, shown: OptionView) -> Iterator[Words]:
    """Yield what stays, what would end it before its time, and who must move before it can begin."""
    stays = [*_stays(context, shown)]
    yield (
        context.say("option-page.stays", what=context.listed(stays))
        if stays
        else context.say("option-page.nothing-stays")
    )
    moves = [*_moves(context, shown)]
    yield (
        context.say("option-page.moves", what=context.listed(moves))
        if moves
        else context.say("option-page.nobody-moves")
    )


def _stays(context: Context, shown: OptionView) -> Iterator[Words]:
    floors = [chance for chance in shown.chances if chance.kind == "floor"]
    for chance in sorted(floors, key=lambda one: -shown.mission.capabilities[one.capability].priority)[
        :FLOORS
    ]:
        yield context.say(
            "option-page.floor",
            units=inside(shown.mission.title_of("capabilities", chance.capability)),
            floor=context.numbers.value(f"floor.{chance.capability}"),
            chance=context.numbers.value(f"{chance_id(shown.id, chance)}.chance"),
        )
    if f"option.{shown.id}.hosts-at-exit" in context.numbers:
        yield context.say("option-page.hosts", number=context.counted(f"option.{shown.id}.hosts-at-exit"))
    beyond = f"option.{shown.id}.cost_beyond"
    if beyond in context.numbers and context.numbers[beyond].value:
        yield context.say("option-page.beyond", cost=context.value(shown, "cost_beyond"))


def _moves(context: Context, shown: OptionView) -> Iterator[Words]:
    """Yield parties that would have to accept what they refuse, and posts for which nobody stands yet."""
    analysis = context.view.study.analysis
    for stance in analysis.stances if analysis is not None else ():
        if stance.option == shown.id and stance.any_breaks >= LIKELY and stance.refuses:
            yield context.say(
                "option-page.accept",
                party=context.view.mission.title_of("parties", stance.party),
                what=context.chain(
                    [clause_words(context, stance.party, clause) for clause in stance.refuses]
                ),
            )
    if said := amended_words(context, shown):
        yield said
    asks = [
        context.say(
            "option-page.ask-at",
            people=context.counted(f"option.{shown.id}.ask.{place}"),
            role=inside(shown.mission.title_of("roles", ask.role)),
            site=shown.mission.title_of("sites", ask.site),
            day=context.formats.day(shown.mission.date_of(ask.begins)),
        )
        for place, ask in enumerate(shown.planned.forces.asks[:ASKS], start=1)
    ]
    if asks:
        yield context.say("option-page.asks", what=context.chain(asks))
