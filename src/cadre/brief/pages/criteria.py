"""The picture of page one: the ends, a panel each; no total."""

from __future__ import annotations

from cadre.brief.charts.ranges import ends_chart
from cadre.brief.content import Section
from cadre.brief.context import Context


def ends_section(context: Context) -> Section:
    """Write what options are for, and what they cost."""
    return Section("ends", context.word("charts.ends"), (ends_chart(context.view, context.numbers),))
