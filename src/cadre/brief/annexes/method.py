"""Method and origin: how the study was made, and where each number comes from."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Bullets, Paragraph, Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.register.lists import STAGES

STEPS = ("options", "programme", "forces", "timetable", "futures", "comparison")
"""How a study is made, step by step."""


def method_section(context: Context) -> Section:
    """Write how the study was made, with seed, versions and limits."""
    study = context.view.study
    versions = ", ".join(f"{name} {version}" for name, version in sorted(study.versions.items()))
    ended = context.word("common.semicolon").join(_ended_by_seconds(context))
    limits = context.say("method.limits", limits=ended) if ended else context.say("method.no-limits")
    effort = context.formats.number(study.effort, "as said")
    replications = context.numbers.value("replications")
    blocks: list[Block] = [
        Bullets(tuple(context.say(f"method.step-{step}") for step in STEPS)),
        Paragraph(_checked(context)),
        Paragraph(context.say("method.seed", seed=str(study.seed), futures=replications)),
        Paragraph(context.say("method.versions", versions=versions)),
        Paragraph(context.say("method.effort", effort=effort)),
        Paragraph(limits),
        _searches(context),
    ]
    return Section("method", context.word("method.title"), tuple(blocks))


def _ended_by_seconds(context: Context) -> Iterator[str]:
    """Yield the searches that a limit in seconds ended, each by its option and stage."""
    for shown in context.view.options:
        for stage in STAGES:
            result = getattr(shown.planned, stage).result
            if result is not None and result.by_seconds:
                named = context.word(f"method.stage-{stage}")
                yield context.word("common.of", whose=shown.letter, what=named)


def _checked(context: Context) -> Words:
    """Say how many dropped options were planned and played in full, and on how many the fast way erred."""
    counts = {name: context.numbers.value(f"options.{name}") for name in ("checked", "wrong")}
    came = context.formats.every([c.option for c in context.view.study.checked if c.shown])
    return context.say("method.checked", **counts, came=came or "none")


def _searches(context: Context) -> Table:
    rows: list[tuple[Words, ...]] = []
    for shown in context.view.options:
        for stage in STAGES:
            result = getattr(shown.planned, stage).result
            if result is not None:
                gap: Words = (context.quiet(shown, f"gap.{stage}"),) if result.has_plan else ("–",)
                status = context.say(f"method.status-{str(result.status).replace(' ', '-')}")
                rows.append(((shown.letter,), context.say(f"method.stage-{stage}"), status, gap))
    headings = (context.word(f"method.column-{name}") for name in ("stage", "status", "gap"))
    columns, widths = (context.word("common.the-option"), *headings), (14, 30, 30, 40)
    return Table("searches", context.word("method.searches"), columns, widths, tuple(rows), numeric=(3,))
