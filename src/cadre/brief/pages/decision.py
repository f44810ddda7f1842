"""The decision: what is asked, who decides, by when, and what follows if nobody does."""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Piece, Ref, Section, Strong, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.reading import Reading, day
from cadre.mission.mandate import Decision


def decision_section(context: Context) -> Section:
    """Write the first section of page one."""
    reading = context.reading
    blocks: list[Block] = [Paragraph(_asked(reading)), Paragraph(_decided(reading))]
    if any(shown.is_nothing for shown in reading.options):
        blocks.append(Paragraph(_otherwise(context)))
    return Section("decision", "The decision", tuple(blocks))


def upcoming(reading: Reading) -> tuple[Decision, ...]:
    """Give the meetings from the planner's day on, in order; all of them where none is left."""
    decisions = tuple(sorted(reading.mission.mandate.decisions, key=lambda decision: decision.on))
    return tuple(decision for decision in decisions if decision.on >= reading.as_of) or decisions


def references(basis: tuple[str, ...]) -> Words:
    """Cite statements in brackets, nothing where there are none."""
    return (" [", *joined([(Ref(name),) for name in basis]), "]") if basis else ()


def _asked(reading: Reading) -> Words:
    mandate = reading.mission.mandate
    parties = ", ".join(
        part
        for part in (
            f"asked by {mandate.asked_by}" * bool(mandate.asked_by),
            f"of {mandate.asked_of}" * bool(mandate.asked_of),
        )
        if part
    )
    excluded = f" Ruled out: {', '.join(mandate.excludes)}." if mandate.excludes else ""
    asks = mandate.asks.rstrip(".")
    return words(
        Strong("Asked: "),
        f"{asks}{f' ({parties})' if parties else ''}.",
        *references(mandate.basis),
        excluded,
    )


def _decided(reading: Reading) -> Words:
    pieces: list[Piece] = [Strong("To be decided: ")]
    decisions = upcoming(reading)
    if not decisions:
        return (*pieces, "the mandate names no meeting; nobody has been given a day to decide by.")
    for place, decision in enumerate(decisions):
        pieces += [
            "; then " if place else "",
            Strong(day(decision.on)),
            f", {decision.by}: {decision.about}",
            *references(decision.basis),
        ]
    return words(*pieces, ".")


def _otherwise(context: Context) -> Words:
    """Say what doing nothing yields: the only thing known of a decision not taken."""
    nothing = next(shown for shown in context.reading.options if shown.is_nothing)
    reached, lasting = (context.with_range(nothing, name) for name in ("outcome", "lasting"))
    return words(
        Strong("If none is taken: "),
        f"option {nothing.letter} ({nothing.title.lower()}) is what happens. It reaches ",
        reached,
        " of the targets by their dates, by priority, and holds ",
        lasting,
        " of the floors wanted at the end.",
    )
