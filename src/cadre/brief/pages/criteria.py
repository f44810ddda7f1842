"""The criterion chart: one panel per criterion, no total."""

from __future__ import annotations

from cadre.brief.charts.ranges import criteria_chart
from cadre.brief.content import Section
from cadre.brief.context import Context


def criteria_section(context: Context) -> Section:
    """Write the chart of criteria."""
    return Section(
        "criteria", context.word("criteria.title"), (criteria_chart(context.view, context.numbers),)
    )
