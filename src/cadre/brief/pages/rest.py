"""Where the rest stands: each annex of the page on the web, and the sheet of the workbook with its data."""

from __future__ import annotations

from cadre.brief.content import Paragraph, Section, Table
from cadre.brief.context import Context

SHEETS = {
    "mandate": "targets",
    "levers": "compared",
    "tail": "requirements",
    "staffing": "requirements",
    "capability": "targets",
    "costs": "years",
    "timetable": "timetable",
    "requirements": "requirements",
    "burden": "offers",
    "asks": "asks",
    "differences": "compared",
    "dropped": "screened",
    "ledger": "ledger",
    "assumptions": "ledger",
    "figures": "ledger",
    "origin": "numbers",
}
"""The sheet of the workbook that has the data of an annex; `numbers` has those of every other."""
WIDTHS = (12, 70, 40)


def rest_section(context: Context, annexes: tuple[Section, ...]) -> Section:
    """Write where each annex is found."""
    rows = tuple(
        (
            (str(place),),
            (annex.title,),
            (context.word(f"sheets.{SHEETS.get(annex.id, 'numbers')}"),),
        )
        for place, annex in enumerate(annexes, start=1)
    )
    columns = tuple(context.word(f"rest.column-{name}") for name in ("annex", "title", "sheet"))
    title, lead = context.word("rest.title"), Paragraph(context.say("rest.lead"))
    return Section("rest", title, (lead, Table("rest", title, columns, WIDTHS, rows)))
