"""Method and origin: how the study was made, and where each number comes from."""

from __future__ import annotations

from cadre.brief.content import Block, Bullets, Paragraph, Section, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.register_lists import STAGES

STEPS = (
    (
        "Every combination of choices that the rules allow is an option; a fast evaluation screens "
        "them, and the few that differ most are planned."
    ),
    (
        "A mixed-integer programme plans serials and posts of each option, first as the option needs "
        "them, then within the posts that offers fill."
    ),
    (
        "A second one matches offers with posts by role, rank, language, place, dates, caveats and "
        "conditions; a pledge is not counted as a person."
    ),
    "Courses are timed with people and rooms.",
    (
        "Each option meets the same futures, drawn from what is not known (once per future) and from "
        "chance (week by week), to the end of the look beyond exit."
    ),
    "Options are compared criterion by criterion, future by future. No total is formed.",
)
"""How a study is made; formulas and their sources stand in docs/model."""


def method_section(context: Context) -> Section:
    """Write how the study was made, with seed, versions and limits."""
    study = context.reading.study
    versions = ", ".join(f"{name} {version}" for name, version in sorted(study.versions.items()))
    limits = (
        "; ".join(study.limits_hit)
        or "none: every search ended by its gap or its deterministic work, so that any machine finds the same"
    )
    blocks: list[Block] = [
        Bullets(tuple((step,) for step in STEPS)),
        Paragraph(
            words(
                Strong("Seed "),
                f"{study.seed}; ",
                Strong("futures per option "),
                context.numbers.value("replications"),
                ".",
            )
        ),
        Paragraph(words(Strong("Versions: "), f"{versions}.")),
        Paragraph(words(Strong("Work of each search, times the usual (effort): "), f"{study.effort:g}.")),
        Paragraph(words(Strong("Searches ended by a limit in seconds: "), f"{limits}.")),
        _searches(context),
    ]
    return Section("method", "Method, seeds and versions", tuple(blocks))


def _searches(context: Context) -> Table:
    rows: list[tuple[Words, ...]] = []
    for shown in context.reading.options:
        for stage in STAGES:
            result = getattr(shown.planned, stage).result
            if result is not None:
                gap: Words = (context.quiet(shown, f"gap.{stage}"),) if result.has_plan else ("–",)
                rows.append(((shown.letter,), (stage,), (str(result.status),), gap))
    columns, widths = ("Option", "Stage", "Status", "Gap to the proved bound"), (14, 30, 30, 40)
    return Table("searches", "How each search ended", columns, widths, tuple(rows), numeric=(3,))
