"""An obedient reader: does what the cure of a fault says, from its data alone, at the place it names."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from benchmarks.mutated.yaml_ways import scalars
from cadre.errors import Fault
from cadre.messages import Message
from cadre.words.saying import said

_WRITES = {
    "faults.did-you-mean": "near",
    "fields.write-it": "text",
    "fields.write-either": "less",
    "fields.rename-it": "id",
    "fields.loose-range.cure": "yaml",
    "fields.without-brackets": "text",
    "fields.in-quotes": "text",
    "fields.write-without-unit": "text",
    "parts.write-condition": "text",
}
"""Cures that name what to write, and the value that holds it."""
_OWN = {"files.number-parted.cure": "quoted", "fields.unclear-number.cure": "more"}


def told_to_write(cure: Message) -> str | None:
    """Give the text that a cure tells to write; None where it leaves that to the reader."""
    values: dict[str, Any] = dict(cure.values)
    key = (_WRITES | _OWN).get(cure.name)
    if key is not None:
        text = str(values[key])
        return text[1:-1] if cure.name == "faults.did-you-mean" else text
    if "less" in values and cure.name.startswith("fields.whole-"):
        return str(values["less"])
    inner = values.get("cure")
    return told_to_write(inner) if isinstance(inner, Message) else None


def obey(folder: Path, fault: Fault) -> None:
    """Write what a fault tells to write in place of what stands where it says."""
    text = told_to_write(fault.cure)
    assert text is not None, said(fault.cure)
    file = folder / fault.where.file
    whole = file.read_text("utf-8")
    changed = _in_csv if file.suffix == ".csv" else _in_yaml
    file.write_text(changed(whole, (fault.where.line, fault.where.column), text), "utf-8")


def _in_yaml(whole: str, place: tuple[int, int], text: str) -> str:
    line, column = place
    start = sum(len(row) + 1 for row in whole.split("\n")[: line - 1]) + column - 1
    if whole[start] == "[":
        return whole[:start] + text + whole[whole.index("]", start) + 1 :]
    scalar = next((one for one in scalars(whole) if one.start == start), None)
    assert scalar is not None, f"nothing stands at {line}:{column}"
    end = scalar.end
    if '"' in text and "," in text:  # a number that a comma had parted
        end = start + len(text) - 2
    return whole[:start] + text + whole[end:]


def _in_csv(whole: str, place: tuple[int, int], text: str) -> str:
    rows = list(csv.reader(io.StringIO(whole)))
    row, column = rows[place[0] - 1], 1
    for number, cell in enumerate(row):
        if column == place[1]:
            row[number] = text
            break
        column += len(cell) + 1 + 2 * ("," in cell)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
