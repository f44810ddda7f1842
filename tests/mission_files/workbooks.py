"""Workbooks edited as people edit them, with another program's writer."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

FIRST_ROW = 3
"""The first row below headings and help."""
SOFFICE = shutil.which("soffice")


def edited(file: Path, changes: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Fill rows into sheets by their headings, below what stands there; settings by their paths."""
    book = load_workbook(file)
    for name, rows in changes.items():
        if name == "settings":
            for row in rows:
                set_in(book[name], row)
        else:
            for row in rows:
                add_row(book[name], row)
    book.save(file)


def set_in(sheet: Worksheet, values: Mapping[str, Any]) -> None:
    """Write values beside their paths."""
    places = {str(sheet.cell(row, 1).value): row for row in range(FIRST_ROW, sheet.max_row + 1)}
    for path, value in values.items():
        sheet.cell(places[path], 2).value = value


def add_row(sheet: Worksheet, values: Mapping[str, Any]) -> None:
    """Write one row below the last that holds something."""
    headings = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
    row = FIRST_ROW
    while any(cell.value is not None for cell in sheet[row]):
        row += 1
    for heading, value in values.items():
        sheet.cell(row, headings[heading]).value = value


def saved_again(file: Path) -> str:
    """Open a workbook and save it with LibreOffice where it is there, else with openpyxl; say which."""
    if SOFFICE is None:
        load_workbook(file).save(file)
        return "openpyxl"
    with tempfile.TemporaryDirectory() as name:
        profile = f"-env:UserInstallation=file://{name}/profile"
        form = "xlsx:Calc MS Excel 2007 XML"
        command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", name, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        shutil.move(Path(name) / file.name, file)
    return "LibreOffice"
