"""When each option fails: from the conditions that most failures share."""

from __future__ import annotations

from cadre.brief.content import Bullets, Paragraph, Section, Words, capital, joined
from cadre.brief.context import Context


def fails_section(context: Context) -> Section:
    """Write when each option but doing nothing fails to clear its bars; without a bar what is missing."""
    analysis = context.view.study.analysis
    title = context.word("fails.title")
    if analysis is None:
        return Section("fails", title, (Paragraph(context.say("fails.not-judged"), small=True),))
    if not analysis.bars:
        return Section("fails", title, (Paragraph(context.say("fails.no-bar")),))
    items = tuple(capital(context.said(f"option.{shown.id}.said.fails")) for shown in context.view.active)
    return Section(
        "fails",
        title,
        (Bullets(items), Paragraph(context.say("fails.bars", bars=bars_in_words(context)), small=True)),
    )


def bars_in_words(context: Context) -> Words:
    """List the bars that make an option good where it clears all of them."""
    analysis = context.view.study.analysis
    assert analysis is not None
    titles = {
        criterion.id: context.view.title_of(criterion).lower()
        for criterion in context.view.study.comparison.criteria
    }
    bars: list[Words] = [
        context.say(
            "assumed.at-least" if bar.better == "more" else "assumed.at-most",
            criterion=titles[bar.criterion],
            number=context.numbers.value(f"bar.{bar.criterion}"),
        )
        for bar in analysis.bars
    ]
    return joined(bars, context.word("common.semicolon"))
