"""Indicators as a CSV file with HXL tags (Humanitarian Exchange Language 1.1). Map: docs/exchange.md."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from cadre.mission import Mission
from cadre.tracking.indicators import Indicator

COLUMNS = (
    ("indicator", "#indicator+code"),
    ("name", "#indicator+name"),
    ("begins", "#date+start"),
    ("ends", "#date+end"),
    ("baseline", "#indicator+baseline+num"),
    ("target", "#indicator+target+num"),
    ("actual", "#indicator+actual+num"),
    ("unit", "#indicator+unit"),
)
"""Headings and tags. What an indicator is about is told by its code, `KIND.ID`."""
TABLES = {"graduates": "courses", "units": "capabilities", "people": "parties"}
PLACES = 2


def hxl_text(mission: Mission, indicators: Iterable[Indicator]) -> str:
    """Return the file: headings, tags, and a row for each indicator and month."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows(zip(*COLUMNS, strict=True))
    for one in indicators:
        figures = (f"{value:.{PLACES}f}" for value in (one.baseline, one.target, one.actual))
        name = mission.title_of(TABLES[one.kind], one.of) if one.kind in TABLES else one.of
        unit = mission.mission.currency if one.kind == "money" else one.kind
        code = f"{one.kind}.{one.of.replace(' ', '-')}"
        writer.writerow((code, name, one.begins, one.ends, *figures, unit))
    return stream.getvalue()
