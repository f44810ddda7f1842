"""Dots with 80 % ranges, one small panel per criterion or payer, one line per option."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import altair as alt

from cadre.brief.charts.theme import GREY, INK, Rows, scaled, specification, wrapped
from cadre.brief.content import Chart
from cadre.brief.number import Numbers
from cadre.brief.register.results import unit_of
from cadre.brief.view import StudyView
from cadre.criteria import ids as ids_of
from cadre.mission.money import PAYERS

PANEL, LINE, COLUMNS = 118, 19, 4
LETTERS = 10.0
OF_ENDS, LINE_OF_ENDS, LETTERS_OF_ENDS = 66, 15, 11.5
"""Width, lines and letters of a panel on page one: three stand in a row, at ten points or more in print."""
APART = {"labelOverlap": True, "labelSeparation": 6}
"""Labels of an axis that would touch are left out."""


@dataclass(frozen=True)
class Panel:
    """One panel: a title, a hint below it, and the numbers by option letter."""

    title: str
    hint: str
    unit: str
    numbers: dict[str, str]
    is_end: bool = False
    width: int = PANEL
    line: int = LINE
    letters: float = LETTERS


def criteria_chart(view: StudyView, numbers: Numbers) -> Chart:
    """Chart every criterion, a panel each: median and 80 % range by option."""
    return _chart("criteria", view.words.text("criteria.title"), _panels(view), numbers)


def ends_chart(view: StudyView, numbers: Numbers) -> Chart:
    """Chart the ends alone, three to a row: what the options are for and what they cost."""
    panels = [
        replace(panel, width=OF_ENDS, line=LINE_OF_ENDS, letters=LETTERS_OF_ENDS, hint="")
        for panel in _panels(view)
        if panel.is_end
    ]
    return _chart("ends", view.words.text("charts.ends"), panels, numbers)


def _panels(view: StudyView) -> list[Panel]:
    currency = view.mission.mission.currency
    return [
        Panel(
            view.title_of(criterion),
            view.words.text(f"criteria.better-{criterion.better}"),
            unit_of(criterion.unit, currency),
            {shown.letter: f"option.{shown.id}.{criterion.id}" for shown in view.options},
            is_end=criterion.id in ids_of("end"),
        )
        for criterion in view.study.comparison.criteria
    ]


def payers_chart(view: StudyView, numbers: Numbers) -> Chart:
    """Chart the cost to exit by who pays, a panel each."""
    panels = [
        Panel(
            view.words.text(f"charts.paid-by-{payer.replace(' ', '-')}"),
            view.words.text("charts.to-exit"),
            "money",
            ids,
        )
        for payer in PAYERS
        if (ids := _paid(view, numbers, payer)) and any(numbers[key].high > 0 for key in ids.values())
    ]
    return _chart("payers", view.words.text("charts.payers"), panels, numbers)


def _paid(view: StudyView, numbers: Numbers, payer: str) -> dict[str, str]:
    keys = {shown.letter: f"option.{shown.id}.cost.{payer.replace(' ', '-')}" for shown in view.options}
    return {letter: key for letter, key in keys.items() if key in numbers}


def _chart(chart_id: str, title: str, panels: list[Panel], numbers: Numbers) -> Chart:
    rows = Rows()
    parts = [_panel(panel, numbers, rows) for panel in panels]
    drawn = alt.concat(*parts, columns=COLUMNS, spacing={"row": 12, "column": 24})
    spec = specification(drawn, rows, numbers.formats)
    return Chart(chart_id, title, _alt(title, panels, numbers), spec)


def _panel(panel: Panel, numbers: Numbers, rows: Rows) -> Any:
    """Draw a rule from low to high, a dot at the median, and the median in words beside them."""
    written = scaled(numbers.formats, share=panel.unit == "share")
    axis = alt.Axis(
        **APART | {"tickCount": 3} | written, title=None, labelFontSize=panel.letters, labelFlush=True
    )
    least = min([0.0, *(numbers[key].low for key in panel.numbers.values())])
    most = max([0.0, *(numbers[key].high for key in panel.numbers.values())]) or 1.0
    scale = alt.Scale(domain=[least, most], nice=False)
    options = alt.Axis(title=None, labelFontSize=panel.letters, ticks=False, domain=False, labelPadding=9)
    base = alt.Chart(rows(_rows(panel, numbers))).encode(y=alt.Y("option:N", sort=None, axis=options))
    words = numbers.formats.catalogue
    tip = [
        alt.Tooltip("option:N", title=words.text("charts.tip-option")),
        alt.Tooltip("told:N", title=words.text("charts.tip-told")),
    ]
    low, median = alt.X("low:Q", scale=scale, axis=axis), alt.X("median:Q", scale=scale)
    span = base.mark_rule(strokeWidth=2.5, color=GREY).encode(x=low, x2=alt.X2("high:Q"), tooltip=tip)
    dot = base.mark_point(filled=True, size=46, color=INK, opacity=1).encode(x=median, tooltip=tip)
    label = base.mark_text(align="left", fontSize=panel.letters, color=INK)
    label = label.encode(x=alt.value(panel.width + 7), text=alt.Text("label:N"))
    title = alt.TitleParams(
        wrapped(panel.title, 20), subtitle=panel.hint or alt.Undefined, fontSize=max(11.0, panel.letters)
    )
    return (span + dot + label).properties(
        width=panel.width, height=panel.line * len(panel.numbers), title=title
    )


def _rows(panel: Panel, numbers: Numbers) -> list[dict[str, Any]]:
    return [
        {
            "option": letter,
            "low": numbers[key].low,
            "median": numbers[key].value,
            "high": numbers[key].high,
            "told": numbers.with_range(key).text,
            "label": numbers.value(key).text,
        }
        for letter, key in panel.numbers.items()
    ]


def _alt(title: str, panels: list[Panel], numbers: Numbers) -> str:
    """Tell every median and range, so that nothing is only in the picture."""
    words = numbers.formats.catalogue
    described = (
        words.text(
            "common.of",
            whose=panel.title,
            what=numbers.formats.chain(
                f"{of} {numbers.with_range(key).text}" for of, key in panel.numbers.items()
            ),
        )
        for panel in panels
    )
    return words.text(
        "charts.ranges-alt", title=title, described=words.text("common.semicolon").join(described)
    )
