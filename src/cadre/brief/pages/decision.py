"""The decision: what is asked, by whom and who says so, who decides when, and what each meeting needs."""

from __future__ import annotations

from collections.abc import Sequence

from cadre.brief.content import Block, Bullets, Paragraph, Ref, Section, Strong, Words, capital, ended, joined
from cadre.brief.context import Context
from cadre.brief.pages.asked import asked_words
from cadre.brief.view import StudyView
from cadre.mission import Statement
from cadre.mission.mandate import Decision, OpenQuestion


def decision_section(context: Context) -> Section:
    """Write the first section of page one."""
    blocks: list[Block] = [Paragraph(_asked(context))]
    if among := asked_words(context):
        blocks.append(Paragraph(among))
    meetings = upcoming(context.view)
    if meetings:
        blocks.append(Bullets(tuple(_meeting(context, place) for place in range(len(meetings)))))
    else:
        blocks.append(Paragraph(context.say("decision.no-meeting")))
    return Section("decision", context.word("decision.title"), tuple(blocks))


def upcoming(view: StudyView) -> tuple[Decision, ...]:
    """Return the meetings from the planner's day on, in order; all of them where none is left."""
    decisions = tuple(sorted(view.mission.mandate.decisions, key=lambda decision: decision.on))
    return tuple(decision for decision in decisions if decision.on >= view.as_of) or decisions


def references(basis: Sequence[str]) -> Words:
    """Cite statements in brackets, nothing where there are none."""
    return (" [", *joined([(Ref(name),) for name in basis], ", "), "]") if basis else ()


def attributed(context: Context, basis: Sequence[str]) -> Words:
    """Say in words who stands behind statements, with these in brackets; figures of a pack as themselves.

    Statements of one speaker stand together. Nothing where none is cited.
    """
    statements = context.view.mission.ledger.statements
    speakers: dict[tuple[str, str], list[str]] = {}
    for key in basis:
        one = statements.get(key)
        speakers.setdefault((one.attribution, one.by) if one is not None else ("", ""), []).append(key)
    parts = [
        (*(_speaker(context, statements[keys[0]]) if spoken[0] else ()), *references(keys))
        for spoken, keys in speakers.items()
    ]
    return joined(parts, context.word("common.semicolon"))


def _speaker(context: Context, statement: Statement) -> Words:
    """Name who says something as the ledger does: by name, by office, or not at all."""
    kind = statement.attribution.replace(" ", "-")
    return context.say(f"decision.says-{kind}", named="yes" if statement.by else "no", by=statement.by)


def _asked(context: Context) -> Words:
    mandate = context.view.mission.mandate
    named = {"by": mandate.asked_by, "of": mandate.asked_of}
    asked = context.say(
        "decision.asked",
        asks=mandate.asks.rstrip("."),
        parties="-".join(key for key, party in named.items() if party),
        **named,
    )
    who = attributed(context, mandate.basis)
    told = (*asked, " ", *context.say("decision.according", who=ended(capital(who)))) if who else asked
    ruled_out = context.formats.every(mandate.excludes)
    return (*told, " ", *context.say("decision.excluded", what=ruled_out)) if ruled_out else told


def _meeting(context: Context, place: int) -> Words:
    """Write one meeting: its day, who, what is expected of it, who says so, and what it needs."""
    decision = upcoming(context.view)[place]
    lead = context.say(
        "decision.meeting",
        day=Strong(context.formats.day(decision.on)),
        by=decision.by,
        expected=decision.expected.replace(" ", "-"),
        about=decision.about,
    )
    who = attributed(context, decision.basis)
    told = (*lead, *(context.say("decision.told-by", who=who) if who else ()))
    return joined([ended(told), *_needs(context, place)], " ")


def _needs(context: Context, place: int) -> list[Words]:
    """Return what a meeting needs: choices to settle there, and facts that can be known by then."""
    view = context.view
    of = [question for question in view.mission.mandate.open.values() if due_at(view, question) == place]
    levers = [view.mission.title_of("levers", question.lever) for question in of if question.lever]
    facts = sum(1 for question in of if question.lever is None)
    late = sum(1 for question in view.mission.mandate.open.values() if _is_after_all(view, question))
    said: list[Words] = []
    if levers:
        said.append(context.say("decision.needs-choices", levers=context.formats.every(levers)))
    if facts:
        said.append(context.say("decision.needs-facts", count=facts))
    if not levers and not facts:
        said.append(context.say("decision.needs-nothing"))
    if late and place == len(upcoming(view)) - 1:
        said.append(context.say("decision.known-later", count=late))
    return said


def due_at(view: StudyView, question: OpenQuestion) -> int | None:
    """Return the first meeting on or after the day by which something can be known.

    What is to be chosen and has no such day, or one after the last meeting, is for the last. None for facts
    that no meeting can know.
    """
    meetings = upcoming(view)
    if question.can_learn_by is not None:
        found = (n for n, meeting in enumerate(meetings) if meeting.on >= question.can_learn_by)
        place = next(found, None)
        if place is not None:
            return place
    return len(meetings) - 1 if question.lever is not None else None


def _is_after_all(view: StudyView, question: OpenQuestion) -> bool:
    return question.lever is None and due_at(view, question) is None
