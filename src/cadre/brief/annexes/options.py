"""The options in full and those dropped, with the reason of each."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Bullets, Paragraph, Section, Small, Table, Words, ended
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.view import LISTED, OptionView
from cadre.plans import Screened

NAMED = 3
"""Options named for each reason in print; all of them stand in the workbook and in study.json."""
DROPPED = ("why", "options", "cost", "which")


def levers_section(context: Context) -> Section:
    """Write the choices that make up each option shown."""
    view = context.view
    lettered = (context.word("common.option", letter=option.letter) for option in view.active)
    columns = (context.word("levers.column-lever"), *lettered)
    rows = tuple(
        (
            (lever.title or key.replace("-", " "),),
            *((_choice(context, key, option.planned.option.choices.get(key)),) for option in view.active),
        )
        for key, lever in view.mission.levers.items()
    )
    titles = tuple(
        ((option.letter,), (option.title, "\n", Small(option.id)), _why_shown(context, option))
        for option in view.options
    )
    headings = tuple(context.word(f"levers.column-{name}") for name in ("letter", "title", "why-shown"))
    blocks: list[Block] = [Table("titles", context.word("levers.shown"), headings, (12, 84, 80), titles)]
    if rows and view.active:
        widths = (36, *(26 for _ in view.active))
        blocks.append(Table("levers", context.word("levers.chosen"), columns, widths, rows))
    return Section("levers", context.word("levers.title"), tuple(blocks))


def _why_shown(context: Context, shown: OptionView) -> Words:
    """Say why an option is shown, where a screening chose it."""
    if shown.id not in context.view.why_shown:
        return ("–",)
    return context.said(f"option.{shown.id}.said.shown", at_home=True)


def _choice(context: Context, lever: str, choice: str | None) -> str:
    if choice is None:
        return "–"
    return context.view.mission.levers[lever].choices[choice].title or choice.replace("-", " ")


def dropped_section(context: Context) -> Section:
    """Write the options that were screened out, put together by the reason, and the rules."""
    reasons = context.view.dropped
    none = Paragraph(context.say("levers.none-dropped"))
    blocks: list[Block] = [*_by_lever(context), *(_dropped(context, reasons) if reasons else [none])]
    for rule in context.view.mission.rules:
        sentence = context.say("levers.excluded", rule=_rule(context, rule.never), because=rule.because)
        blocks.append(Paragraph(sentence, small=True))
    return Section("dropped", context.word("levers.dropped"), tuple(blocks))


def _by_lever(context: Context) -> Iterator[Block]:
    """Say of each choice that no option shown holds which is the best one with it, and why it was dropped."""
    places = range(1, len(context.view.study.by_lever) + 1)
    if places:
        yield Paragraph(context.say("levers.none-shown-with"))
        yield Bullets(tuple(ended(context.said(f"said.lever.{place}", at_home=True)) for place in places))


def _dropped(context: Context, listed: tuple[tuple[Screened, ...], ...]) -> Iterator[Block]:
    rows = tuple(_row(context, place, entries) for place, entries in enumerate(listed[:LISTED], start=1))
    caption, widths = context.word("levers.dropped-caption"), (64, 12, 22, 78)
    columns = tuple(context.word(f"levers.column-{name}") for name in DROPPED)
    total = context.say("levers.note", count=context.numbers.home("dropped"))
    yield Table("dropped", caption, columns, widths, rows, numeric=(1,), note=total)
    rest = sum(map(len, listed[LISTED:]))
    if rest:
        yield Paragraph(context.say("levers.rest", count=rest), small=True)


def _row(context: Context, place: int, entries: tuple[Screened, ...]) -> tuple[Words, ...]:
    """Write a reason with how many options it dropped, what they would cost, and the first of them."""
    numbers = context.numbers
    rest = len(entries) - NAMED
    named = context.formats.chain(entry.option for entry in entries[:NAMED])
    which = context.say("levers.and-more", names=named, count=rest) if rest > 0 else (Small(named),)
    reason, count = context.said(f"said.dropped.{place}", at_home=True), numbers.quiet(f"dropped.{place}")
    return reason, (count,), _cost(context, f"dropped.{place}.cost"), which


def _cost(context: Context, key: str) -> Words:
    if key not in context.numbers:
        return ("–",)
    number = context.numbers[key]
    sentence = context.formats.with_currency(context.formats.range(number.low, number.high, "money"))
    return (Cited(key, sentence, target=True, quiet=True),)


def _rule(context: Context, never: dict[str, tuple[str, ...]]) -> str:
    """Name the choices that a rule keeps apart."""
    choices = (
        context.word("levers.rule-choice", lever=lever, choices=context.formats.either(of))
        for lever, of in never.items()
    )
    return context.word("levers.with").join(choices)
