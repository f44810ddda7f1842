"""Tables as CSV: for spreadsheets, in which no cell of ours is ever reckoned. Nothing of Django.

UTF-8 with a byte-order mark, since Excel reads Arabic and accents by it alone; commas; lines end with CRLF
(RFC 4180). What is no text, number or day is written as JSON.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_RECKONED = re.compile(r"(^|[;\t\r\n])([\s\x00-\x1f\x22\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin a formula: at the start of a cell, and behind what Excel of other countries
takes for the end of one."""
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_BEGINS = re.compile(r"^[\t\r]")


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a table as the bytes of a CSV file.

    Parameters
    ----------
    columns : sequence of str
        Heads, in their order.
    rows : iterable of dict
        Plain data by column; what is missing is an empty cell.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([harmless(column) for column in columns])
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text with an apostrophe wherever a spreadsheet would begin a formula."""
    if _NUMBER.fullmatch(text):
        return text
    made = _RECKONED.sub(r"\1\2'", text)
    return f"'{made}" if _BEGINS.match(made) else made


def _cell(value: Any) -> object:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return harmless(json.dumps(value, ensure_ascii=False, sort_keys=True))
    return harmless(value) if isinstance(value, str) else value
