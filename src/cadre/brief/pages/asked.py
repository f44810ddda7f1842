"""What is asked as an option, what forbids it where there is none, and what no option shown meets."""

from __future__ import annotations

from cadre.brief.content import Words, joined
from cadre.brief.context import Context
from cadre.words.naming import inside


def asked_words(context: Context) -> Words:
    """Return a line on what is asked among the options; empty where the mandate names nothing."""
    study = context.view.study
    parts: list[Words] = []
    if study.asked.option is not None:
        parts.append(_as_asked(context, study.asked.option))
    elif study.asked.why_not:
        why = _reasons(context, "said.asked", len(study.asked.why_not))
        parts.append(context.say("decision.asked-is-none", why=why))
    if study.unmet:
        elements = _reasons(context, "said.unmet", len(study.unmet))
        parts.append(context.say("decision.met-by-none", elements=elements))
    return joined(parts, " ")


def _as_asked(context: Context, option: str) -> Words:
    mission = context.view.mission
    left = [inside(mission.levers[lever].title or lever) for lever in context.view.study.asked.left_open]
    letter = context.view.lettered(option)
    return context.say("decision.asked-is", letter=letter, left=context.formats.every(left) or "none")


def _reasons(context: Context, kind: str, count: int) -> Words:
    said = [context.said(f"{kind}.{place}") for place in range(1, count + 1)]
    return joined(said, context.word("common.semicolon"))
