"""Warnings as an annex: what of the mission is allowed but odd, why it matters and what to do."""

from __future__ import annotations

from cadre.brief.content import Section, Table
from cadre.brief.context import Context
from cadre.words.saying import said


def warnings_section(context: Context) -> Section:
    """Write the warnings of the mission, each with its place."""
    words = context.view.words
    columns = tuple(context.word(f"warnings.column-{name}") for name in ("place", "found", "matters", "cure"))
    rows = tuple(
        tuple(
            (text,) for text in (str(w.where), *(said(part, words) for part in (w.found, w.matters, w.cure)))
        )
        for w in context.view.study.mission_warnings
    )
    table = Table("mission-warnings", context.word("warnings.caption"), columns, (42, 48, 48, 48), rows)
    return Section("warnings", context.word("warnings.title"), (table,))
