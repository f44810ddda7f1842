"""How every chart looks: readable in black and white, the same on every machine.

Takes Altair charts, gives plain specifications. Series differ by lightness, dash or shape and are outlined or
labelled where they stand, never by hue alone. Time is in decimal years, so that no time zone can move a mark.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import AbstractContextManager
from typing import Any

import altair as alt
from altair.utils import schemapi

from cadre.brief.faces import ARABIC_FACE, FACE
from cadre.words import SIDES, Formats
from cadre.words.sides import drawn, without_isolates

INK, GREY, PALE = "#111111", "#6b6b6b", "#c9d3dc"
STEPS = ("#0b2545", "#3a6690", "#7b9dbd", "#adc4d8", "#d9e4ed", "#ffffff")
"""Falling from dark to light: apart in grey as in colour, and outlined."""
DAYS_A_YEAR = 365.25
_FIGURE = 'format(datum.value / {scale}, "~g")'
"""Of an axis, in the grammar's own language of expressions."""


class Rows:
    """The data of one chart, kept beside it.

    The chart library copies what is inside a chart many times over.
    """

    def __init__(self) -> None:
        self.sets: dict[str, list[dict[str, Any]]] = {}

    def __call__(self, values: list[dict[str, Any]]) -> alt.NamedData:
        """Keep rows and give the name they go by."""
        name = f"rows-{len(self.sets)}"
        self.sets[name] = values
        return alt.NamedData(name=name)


def fast() -> AbstractContextManager[None]:
    """Build charts without checking each piece against the grammar's schema on the way.

    That takes seconds for a brief; the tests check whole specifications instead.
    """
    return schemapi.debug_mode(False)


def specification(chart: Any, rows: Rows, formats: Formats) -> dict[str, Any]:
    """Return the specification of a finished chart, or of one put together, with its data."""
    rtl = SIDES[formats.catalogue.language] == "rtl"
    looks: dict[str, Any] = {
        "font": ARABIC_FACE if rtl else FACE,
        "background": "white",
        "padding": 4,
        "aria": False,
    }
    config = alt.Config(view=alt.ViewConfig(stroke=None), **looks, **_parts()).to_dict(validate=False)
    config |= _locale(formats)
    whole = chart if isinstance(chart, dict) else _part(chart)
    made = {"$schema": alt.SCHEMA_URL, "config": config} | whole | {"datasets": rows.sets}
    return _kept_whole(made) if rtl else made


def _kept_whole(node: Any) -> Any:
    """Keep each text that runs right to left in its own order: charts run left to right."""
    if isinstance(node, dict):
        return {name: child if name == "labelExpr" else _kept_whole(child) for name, child in node.items()}
    if isinstance(node, list):
        return [_kept_whole(child) for child in node]
    return drawn(without_isolates(node)) if isinstance(node, str) else node


def scaled(formats: Formats, *, share: bool = False) -> dict[str, Any]:
    """Return how an axis writes shares or great numbers: as the text beside it does."""
    if share:
        expression = _formatted(formats, "percent", 0.01)
    else:
        thousands, millions = _formatted(formats, "thousand", 1e3), _formatted(formats, "million", 1e6)
        figure = _FIGURE.format(scale=1)
        expression = f"datum.value >= 1e6 ? {millions} : datum.value >= 1e3 ? {thousands} : {figure}"
    few = {"tickCount": 2} if SIDES[formats.catalogue.language] == "rtl" and not share else {}
    return {"labelExpr": expression, "labelOverlap": True, "labelSeparation": 6} | few


def _formatted(formats: Formats, message: str, scale: float) -> str:
    """Write a message around a figure of an axis in the grammar's language of expressions."""
    before, _, after = drawn(formats.catalogue.text(f"common.{message}", number="#")).partition("#")
    return " + ".join((json.dumps(before), _FIGURE.format(scale=f"{scale:g}"), json.dumps(after)))


def _locale(formats: Formats) -> dict[str, Any]:
    """Return how the language writes numbers on axes; nothing for the language of the grammar itself."""
    decimal, group = formats.signs
    if (decimal, group) == (".", ","):
        return {}
    number = {"decimal": decimal, "thousands": group, "grouping": [3], "currency": ["", ""]}
    return {"locale": {"number": number}}


def put_together(how: str, charts: list[Any], **about: Any) -> dict[str, Any]:
    """Put charts beside (`hconcat`) or below each other (`vconcat`) as plain data.

    The chart library copies all that is inside at each level: seconds for some dozens of small charts.
    """
    parts = [chart if isinstance(chart, dict) else _part(chart) for chart in charts]
    return {how: parts} | about


def _part(chart: Any) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return {name: value for name, value in spec.items() if name not in {"$schema", "config"}}


def _parts() -> dict[str, Any]:
    """Return how axes, titles, legends and headers look."""
    small: dict[str, Any] = {"labelFontSize": 10, "titleFontSize": 10}
    outlined: dict[str, Any] = {"symbolStrokeColor": INK, "symbolStrokeWidth": 0.7}
    lines: dict[str, Any] = {"gridColor": "#e3e3e3", "domainColor": GREY, "tickColor": GREY}
    title: dict[str, Any] = {"fontSize": 11, "fontWeight": "bold", "anchor": "start", "color": INK}
    return {
        "axis": alt.AxisConfig(labelColor=INK, titleColor=INK, titleFontWeight="normal", **small, **lines),
        "title": alt.TitleConfig(subtitleFontSize=10, subtitleColor=GREY, **title),
        "legend": alt.LegendConfig(orient="top", labelLimit=260, **small, **outlined),
    }


def year(day: dt.date) -> float:
    """Return a day as a decimal year, to three digits (a third of a day)."""
    return round(day.year + (day.timetuple().tm_yday - 1) / DAYS_A_YEAR, 3)


def time_axis(first: float, last: float, *, ticks: int = 8) -> alt.X:
    """Return the axis of time between two decimal years: whole years, no thousands separator."""
    axis = alt.Axis(
        format="d", tickMinStep=1, tickCount=ticks, title=None, grid=True, labelFlush=True, labelOverlap=True
    )
    return alt.X("x:Q", scale=alt.Scale(domain=[first, last], nice=False, zero=False), axis=axis)


def wrapped(text: str, width: int) -> list[str]:
    """Break a title into lines of at most so many characters, between words."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def shortened(text: str, width: int) -> str:
    """Cut a text that is too long, with an ellipsis."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
