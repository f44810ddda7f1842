"""Form: a workbook to report with: a sheet for each table, drop-downs, and rows for what is due.

Rows that are due hold all that the plan knows; whoever reports writes what is left. A row without a day was
not reported and is passed over when the workbook is read.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission.numerals import written_in
from cadre.mission.shape import Field, choices_of, kind_of
from cadre.mission.units import plainly
from cadre.mission_files.cells import value_in
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.headings import Cell, Grid, rows_below
from cadre.mission_files.offered import YES_NO, Offered
from cadre.mission_files.safe_files import TABLE_AT_MOST, text_of
from cadre.mission_files.sheets import ID, REMARKS, Plan
from cadre.mission_files.workbook import grids_in
from cadre.mission_files.workbook_sheets import FieldColumn, Writing, write_lists, write_sheet
from cadre.mission_files.workbook_sheets import Row as Cells
from cadre.mission_files.workbook_styles import Styles
from cadre.timetable.plan import Timetable
from cadre.tracking.checks.references import NAMED
from cadre.tracking.reading import tables
from cadre.tracking.recording import Row, Rows
from cadre.tracking.records import LISTS, Records

WRITTEN = dt.datetime(2000, 1, 1)
"""A fixed date inside the file, so that equal forms are equal bytes."""
DAY = "on"


def form_bytes(mission: Mission, records: Records, due: Rows) -> bytes:
    """Write a form.

    Parameters
    ----------
    mission, records : Mission, Records
        For the ids that drop-downs offer.
    due : mapping of str to sequence of mapping
        Rows to be filled in, by table.
    """
    stream = io.BytesIO()
    plain = {"strings_to_numbers": False, "strings_to_formulas": False}
    book = xlsxwriter.Workbook(stream, {"in_memory": True} | plain)
    book.set_properties({"created": WRITTEN})
    writing = Writing(book, Styles(book))
    for name, plan in tables().items():
        if name not in LISTS:
            columns = [
                FieldColumn(heading, _field(plan, heading), _offered(name, heading, (mission, records)))
                for heading in plan.headings
            ]
            write_sheet(writing, name, columns, [_cells(plan, row) for row in due.get(name, ())], fixed=1)
    write_lists(writing)
    book.close()
    return stream.getvalue()


def _field(plan: Plan, heading: str) -> Field:
    help_of = {ID: "Empty: the next free id", REMARKS: "Yours: kept, and no part of the report"}
    return plan.columns.get(heading) or Field("", str, help_of[heading], False, "")


def _cells(plan: Plan, row: Row) -> Cells:
    kinds = {name: (kind_of(field.type), field.unit) for name, field in plan.columns.items()}
    return [(row.get(heading) or None, kinds.get(heading, ("text", ""))) for heading in plan.headings]


def _offered(table: str, heading: str, known: tuple[Mission, Records]) -> Offered | None:
    """Return what a column offers: its choices, ids of the mission, who is to report, serials under way."""
    mission, records = known
    field = tables()[table].columns.get(heading)
    if field is None:
        return None
    if kind_of(field.type) == "yes/no":
        return Offered(YES_NO, only=True)
    if choices_of(field.type):
        return Offered(choices_of(field.type), only=True)
    where = next((n.table_of_the_mission for n in NAMED if (n.table, n.column) == (table, heading)), None)
    words: Sequence[str] = tuple(getattr(mission, where)) if where is not None else ()
    if heading == "reported_by":
        words = tuple(records.reporters)
    elif heading == "serial":
        words = tuple(dict.fromkeys(one.serial for one in records.serials.values()))
    return Offered(tuple(words)) if words else None


def due(mission: Mission, timetable: Timetable, records: Records, today: dt.date) -> dict[str, list[Row]]:
    """Return rows for what the plan says should have happened by a day, and nobody has reported.

    Serials that should have started or ended, and sites that should have opened.
    """
    told = {(one.serial, one.what) for one in records.serials.values()}
    over = {serial for serial, what in told if what in ("ended", "cancelled")}
    rows: dict[str, list[Row]] = {"serials": [], "site_states": []}
    for serial in timetable.serials:
        if serial.start is None or serial.id in over or mission.date_of(serial.start) > today:
            continue
        name = {"serial": serial.id}
        if (serial.id, "started") not in told:
            rows["serials"].append(name | {"what": "started", "course": serial.course, "site": serial.site})
        length = mission.courses[serial.course].length
        if mission.date_of(serial.start + length) <= today:
            rows["serials"].append(name | {"what": "ended"})
    opened = {one.site for one in records.site_states.values()}
    for key, site in mission.sites.items():
        if site.opens is not None and key not in opened and site.opens.mean <= today.toordinal():
            rows["site_states"].append({"site": key, "what": "opened"})
    return rows


def filled_in(file: Path, mission: Mission, beside: Mapping[str, str]) -> dict[str, list[Row]]:
    """Read what was reported in a form, or in a CSV file that has the name of a table.

    Parameters
    ----------
    file : Path
        A workbook, or a CSV file.
    mission : Mission
        For the form of its numbers.
    beside : mapping of str to str
        Cells that rows get where they are empty, such as who reports.

    Raises
    ------
    BadInput
        The file cannot be read, or a sheet is no table of records.
    """
    with written_in(mission.mission.numbers):
        if file.suffix.lower() == ".xlsx":
            grids = grids_in(file.resolve().parent, file.name)
        else:
            text = text_of(file.resolve().parent, file.name, at_most=TABLE_AT_MOST)
            grids = {file.stem: parse_csv(text, file.name)}
    unknown = [name for name in grids if name not in tables() and grids[name][0]]
    place = Place(file.name)
    if unknown:
        raise BadInput(
            Fault.of(place, "tracking.no-table", table=quoted(one), cure=did_you_mean(one, tables()))
            for one in unknown
        )
    found = {name: _rows(grid, beside) for name, grid in grids.items()}
    return {name: rows for name, rows in found.items() if rows}


def _rows(grid: Grid, beside: Mapping[str, str]) -> list[Row]:
    """Return the rows that hold a day, with what stands beside all of them."""
    headings = [cell.text for cell in grid[0]]
    rows: list[Row] = []
    for row in rows_below(grid):
        pairs = zip(headings, row, strict=False)
        cells = {heading: _text(cell) for heading, cell in pairs if not cell.is_empty}
        if cells.get(DAY):
            rows.append(dict(beside) | cells)
    return rows


def _text(cell: Cell) -> str:
    """Return a cell as people would write it: spreadsheets hold every number as a fraction, days as days."""
    if isinstance(cell.content, float):
        return plainly(cell.content)
    return str(value_in(cell.content, str)).strip()
