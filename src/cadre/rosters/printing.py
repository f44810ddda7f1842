"""Rosters as PDF and workbook: the tables of `sheets`, typeset or as sheets that can be filtered.

Data goes to the typesetter as JSON and is never read as markup. The same rosters are the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cadre.brief.render.glyphs import showable
from cadre.brief.render.typesetting import STANDARDS, compiler_of
from cadre.rosters.sheets import RosterSheet
from cadre.words import SIDES, Catalogue

TEMPLATE = Path(__file__).parent / "roster.typ"
WRITTEN = dt.datetime(2000, 1, 1)
"""A fixed date inside the workbook, so that equal rosters are equal bytes."""
LONGEST_NAME = 31
"""Letters of a sheet's name that spreadsheets take."""
CHARACTERS = 12
"""Width of a column in characters, times its share."""


def pdf_of(title: str, sheets: Iterable[RosterSheet], words: Catalogue) -> bytes:
    """Typeset tables on upright A4, each with its name above it.

    Parameters
    ----------
    title : str
        Of the document.
    sheets : iterable of RosterSheet
        The tables, in order.
    words : Catalogue
        The language.
    """
    tables = [
        {"name": one.name, "heads": one.heads, "rows": one.rows, "widths": one.widths} for one in sheets
    ]
    content = {"title": title, "language": words.language, "side": SIDES[words.language], "sheets": tables}
    (text,), _ = showable([json.dumps(content, ensure_ascii=False)])
    with tempfile.TemporaryDirectory(prefix="cadre-roster-") as folder:
        main = Path(folder) / "roster.typ"
        main.write_bytes(TEMPLATE.read_bytes())
        (Path(folder) / "roster.json").write_text(text, "utf-8")
        made = compiler_of(main).compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=0)
    assert isinstance(made, bytes)
    return made


def workbook_of(sheets: Iterable[RosterSheet]) -> bytes:
    """Return a workbook with a sheet for each table; all cells are text, so that ids stay what they are."""
    import xlsxwriter  # noqa: PLC0415

    stream = io.BytesIO()
    plain = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(stream, plain)
    book.set_properties({"created": WRITTEN})
    strong, wrapped = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for place, one in enumerate(sheets):
        page = book.add_worksheet(sheet_name(place, one.name))
        page.write_string(0, 0, one.name, book.add_format({"bold": True}))
        for column, (head, width) in enumerate(zip(one.heads, one.widths, strict=True)):
            page.set_column(column, column, width * CHARACTERS)
            page.write_string(1, column, head, strong)
        for line, row in enumerate(one.rows):
            for column, cell in enumerate(row):
                page.write_string(line + 2, column, cell, wrapped)
        page.freeze_panes(2, 1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    book.close()
    return stream.getvalue()


def sheet_name(place: int, name: str) -> str:
    """Return the name of a sheet as spreadsheets take it: numbered, without what they refuse, cut."""
    bare = "".join(" " if letter in "[]:*?/\\" else letter for letter in name)
    return f"{place + 1} {bare}"[:LONGEST_NAME].rstrip("' ")
