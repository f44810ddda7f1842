"""Method and origin: how the study was made, and where each number comes from."""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.content import Block, Bullets, Paragraph, Ref, Section, Strong, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.numbers import Number

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
        Paragraph(words(Strong("Searches ended by a limit in seconds: "), f"{limits}.")),
        _searches(context),
    ]
    return Section("method", "Method, seeds and versions", tuple(blocks))


def _searches(context: Context) -> Table:
    rows: list[tuple[Words, ...]] = []
    for shown in context.reading.options:
        for stage in ("need", "forces", "programme", "timetable"):
            result = getattr(shown.planned, stage).result
            if result is not None:
                rows.append(
                    (
                        (shown.letter,),
                        (stage,),
                        (str(result.status),),
                        (f"{100 * result.gap:.1f} %" if result.has_plan else "–",),
                    )
                )
    return Table(
        "searches",
        "How each search ended",
        ("Option", "Stage", "Status", "Gap to the proved bound"),
        (14, 30, 30, 40),
        tuple(rows),
        (3,),
    )


def origin_section(context: Context) -> Section:
    """Write where each number comes from.

    One row per kind of number, with the numbers of all options in it.
    """
    kinds: dict[tuple[str, ...], list[Number]] = {}
    for number in context.numbers:
        kinds.setdefault(_kind(context, number), []).append(number)
    rows = tuple(_row(context, kind, numbers) for kind, numbers in kinds.items())
    columns = ("What it is, and its id", "Numbers, each with its reference", "Computation, inputs and basis")
    table = Table("origin", "Where each number comes from", columns, (46, 66, 66), rows)
    inputs = tuple(
        ((name.removeprefix("set:"),), (", ".join(paths) or "none",))
        for name, paths in context.sets.items()
        if not name.startswith("set:nothing.")
    )
    listed = Table("inputs", "Sets of inputs: paths in the mission", ("Set", "Paths"), (40, 138), inputs)
    note: Words = (
        "A reference in small type after a figure leads here. `cadre trace OUT ID` prints the "
        "whole chain of any number, by its id or its reference: "
        "computation, inputs with their values, ledger, published figures, seed and versions.",
    )
    return Section("origin", "Where each number comes from", (Paragraph(note, small=True), table, listed))


def _kind(context: Context, number: Number) -> tuple[str, ...]:
    """Put numbers of several options together that differ only by the option."""
    key = number.id
    for shown in sorted(context.reading.options, key=lambda option: -len(option.id)):
        key = key.replace(f".{shown.id}.", ".OPTION.", 1)
    label = number.label.partition(": ")[2] if key != number.id else number.label
    return key, label, number.how


def _row(context: Context, kind: tuple[str, ...], numbers: list[Number]) -> tuple[Words, ...]:
    key, label, how = kind
    listed: list[Words] = []
    for number in numbers:
        letter = number.label.partition(": ")[0] if key != number.id else ""
        listed.append(
            (f"{letter} " if letter else "", replace(context.numbers.with_range(number.id), target=True))
        )
    inputs = dict.fromkeys(
        name.removeprefix("set:").rpartition(".")[2] if name.startswith("set:") else name
        for n in numbers
        for name in n.inputs
    )
    basis = dict.fromkeys(name for n in numbers for name in n.basis)
    came: Words = (f"{how}. Inputs: {', '.join(_short(list(inputs)))}." if inputs else f"{how}.",)
    return (
        words(f"{label[:1].upper()}{label[1:]}", "\n", f"{key}"),
        tuple(piece for piece in joined(listed, "; ") if piece != ""),
        (*came, *((" Basis: ", *joined([(Ref(name),) for name in basis])) if basis else ())),
    )


def _short(names: list[str]) -> list[str]:
    """Name no more than a few inputs; the whole list is in study.json."""
    most = 6
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
