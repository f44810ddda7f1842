"""The decision: what is asked, who decides, by when, and what follows if nobody does."""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Ref, Section, Strong, Words, joined
from cadre.brief.context import Context
from cadre.brief.pages.asked import asked_words
from cadre.brief.view import StudyView
from cadre.mission.mandate import Decision


def decision_section(context: Context) -> Section:
    """Write the first section of page one."""
    view = context.view
    blocks: list[Block] = [Paragraph(_asked(context))]
    if among := asked_words(context):
        blocks.append(Paragraph(among))
    blocks.append(Paragraph(_decided(context)))
    if any(shown.is_nothing for shown in view.options):
        blocks.append(Paragraph(_otherwise(context)))
    return Section("decision", context.word("decision.title"), tuple(blocks))


def upcoming(view: StudyView) -> tuple[Decision, ...]:
    """Return the meetings from the planner's day on, in order; all of them where none is left."""
    decisions = tuple(sorted(view.mission.mandate.decisions, key=lambda decision: decision.on))
    return tuple(decision for decision in decisions if decision.on >= view.as_of) or decisions


def references(basis: tuple[str, ...]) -> Words:
    """Cite statements in brackets, nothing where there are none."""
    return (" [", *joined([(Ref(name),) for name in basis]), "]") if basis else ()


def _asked(context: Context) -> Words:
    mandate = context.view.mission.mandate
    named = {"by": mandate.asked_by, "of": mandate.asked_of}
    asked = context.say(
        "decision.asked",
        asks=mandate.asks.rstrip("."),
        parties="-".join(key for key, party in named.items() if party),
        **named,
        basis=references(mandate.basis),
    )
    ruled_out = context.formats.every(mandate.excludes)
    return (*asked, " ", *context.say("decision.excluded", what=ruled_out)) if ruled_out else asked


def _decided(context: Context) -> Words:
    meetings: list[Words] = [
        context.say(
            "decision.meeting",
            day=Strong(context.formats.day(decision.on)),
            by=decision.by,
            about=decision.about,
            basis=references(decision.basis),
        )
        for decision in upcoming(context.view)
    ]
    if not meetings:
        return context.say("decision.no-meeting")
    return context.say("decision.to-be-decided", meetings=joined(meetings, context.word("decision.then")))


def _otherwise(context: Context) -> Words:
    """Say what doing nothing yields: the only thing known of a decision not taken."""
    nothing = next(shown for shown in context.view.options if shown.is_nothing)
    reached, lasting = (context.with_range(nothing, name) for name in ("outcome", "lasting"))
    return context.say(
        "decision.otherwise",
        letter=nothing.letter,
        title=nothing.title.lower(),
        reached=reached,
        lasting=lasting,
    )
