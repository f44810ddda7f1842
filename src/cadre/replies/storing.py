"""Storing: rows put into the files that hold them, with everything else in these files as it was.

Takes a mission folder and rows of its tables, new or changed, gives the new contents of files. A table stays
where it is: a CSV file, or a part of `mission.yaml` or `ledger.yaml`, of which only the lines of changed rows
are written anew. A mission that stands in a workbook alone is written anew as a workbook.
"""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.mission.shape import columns_of, type_at
from cadre.mission_files.cell_parts import as_text
from cadre.mission_files.cells import cell_of
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.headings import heading_of
from cadre.mission_files.names import LEDGER, MISSION, WORKBOOK, known_files
from cadre.mission_files.reading import read_with_remarks
from cadre.mission_files.remarks import notes_of
from cadre.mission_files.safe_files import TABLE_AT_MOST, YAML_AT_MOST, refuse, text_of
from cadre.mission_files.sheets import REMARKS
from cadre.mission_files.tables import tables
from cadre.mission_files.tree import Tree
from cadre.mission_files.workbook import workbook_trees
from cadre.mission_files.workbook_writing import workbook_bytes
from cadre.mission_files.writing import csv_text, document_of, yaml_text
from cadre.mission_files.yaml_files import parse_yaml

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Edits:
    """Rows of one table by id: new ones whole, changed ones with the fields that change; remarks on rows."""

    new: Rows = field(default_factory=dict)
    changed: Rows = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed)


def edited(folder: Path, edits: Mapping[str, Edits]) -> dict[str, bytes]:
    """Return the new contents of the files that hold tables.

    Parameters
    ----------
    folder : Path
        A mission folder that was read without a fault.
    edits : mapping of str to Edits
        By the name of the table: `offers`, `sources`, `statements`.

    Raises
    ------
    BadInput
        The table stands in a workbook beside other files, or on one line of a YAML file.
    """
    if is_workbook_alone(folder):
        return {WORKBOOK: _book_edited(folder, edits)} if any(edits.values()) else {}
    files: dict[str, bytes] = {}
    holders: dict[str, str] = {}
    faults: list[Fault] = []
    for table in (table for table, of_table in edits.items() if of_table):
        try:
            holders[table] = _holder(folder, table)
        except BadInput as bad:
            faults += bad.faults
    if faults:
        raise BadInput(faults)
    for table, of_table in edits.items():
        if of_table:
            name = holders[table]
            text = files[name].decode("utf-8") if name in files else _text(folder, name)
            files[name] = _edited(text, name, table, of_table).encode("utf-8")
    return files


def _text(folder: Path, name: str) -> str:
    """Return what a file holds, a byte-order mark included; nothing where there is none."""
    if not (folder / name).exists():
        return ""
    at_most = TABLE_AT_MOST if name.endswith(".csv") else YAML_AT_MOST
    text = text_of(folder, name, at_most=at_most)
    is_marked = (folder / name).read_bytes().startswith(b"\xef\xbb\xbf")
    return "\ufeff" + text if is_marked else text


def _holder(folder: Path, table: str) -> str:
    """Return the file in which a table stands, or is to stand where nothing of it does yet.

    Raises
    ------
    BadInput
        It stands in a workbook, in which nothing is written unless all of the mission stands there.
    """
    path, _ = tables()[table]
    if (folder / f"{table}.csv").exists():
        return f"{table}.csv"
    for name, below in ((MISSION, path), (LEDGER, path[1:] if path[0] == "ledger" else ())):
        if (
            below
            and (folder / name).exists()
            and _at(parse_yaml(_text(folder, name).lstrip("\ufeff"), name).data, below)
        ):
            return name
    if (folder / WORKBOOK).exists():
        for tree in workbook_trees(folder, WORKBOOK):
            if _at(tree.data, path):
                raise refuse(Place(WORKBOOK, cell=f"{table}!A1"), "replies.in-workbook", table=table)
    return LEDGER if path[0] == "ledger" else f"{table}.csv"


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _edited(text: str, name: str, table: str, edits: Edits) -> str:
    if name.endswith(".csv"):
        return _csv_edited(text, name, table, edits)
    path, _ = tables()[table]
    return _yaml_edited(text, name, path if name == MISSION else path[1:], edits)


# ---- a workbook that holds the whole mission


def is_workbook_alone(folder: Path) -> bool:
    """Say whether all of a mission stands in its workbook."""
    return [name for name in known_files() if (folder / name).exists()] == [WORKBOOK]


def _book_edited(folder: Path, edits: Mapping[str, Edits]) -> bytes:
    """Put rows into a workbook, written anew with everything that stands in it, remarks and notes too."""
    mission, remarks = read_with_remarks(folder / WORKBOOK)
    document = document_of(mission)
    for table, of_table in edits.items():
        path, _ = tables()[table]
        rows: dict[str, Any] = document
        for key in path:
            rows = rows.setdefault(key, {})
        rows |= of_table.new
        for key, change in of_table.changed.items():
            rows[key] = rows[key] | change
        for key, text in of_table.remarks.items():
            before = remarks.get((*path, key), "")
            if text not in before:
                remarks[*path, key] = f"{before}; {text}" if before else text
    return workbook_bytes(document, remarks, notes_of(folder, WORKBOOK))


# ---- CSV


def _csv_edited(text: str, name: str, table: str, edits: Edits) -> str:
    """Put rows into a CSV file; its separator and line breaks and all other cells stay."""
    if not text:
        return csv_text(table, dict(edits.new))
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    read = [[str(cell.content) for cell in row] for row in parse_csv(text, name)]
    types = {head: column.type for head, column in columns_of(tables()[table][1]).items()}
    heads = [heading_of(head.strip(), (*types, "id", REMARKS)) for head in read[0]]
    used = {head for of in (edits.new, edits.changed) for row in of.values() for head in row}
    missing = [head for head in types if head in used and head not in heads]
    heads, column = heads + missing, heads.index("id")
    rows = [read[0] + missing]
    for row in filter(any, read[1:]):
        key = row[column].strip() if column < len(row) else ""
        before = dict(zip(heads, row, strict=False)).get(REMARKS, "")
        remark = _remark(key, before, heads, edits) if key in edits.changed else {}
        rows.append(_with_cells(row, heads, {**edits.changed.get(key, {}), **remark}, types))
    for key, record in edits.new.items():
        rows.append(_with_cells([], heads, {"id": key, **record, **_remark(key, "", heads, edits)}, types))
    return mark + _csv_lines(rows, text)


def _remark(key: str, before: str, heads: list[str], edits: Edits) -> dict[str, str]:
    """Return the cell of remarks on a row, behind what stands there; none where the table has none."""
    text = edits.remarks.get(key, "")
    if REMARKS not in heads or not text or text in before:
        return {}
    return {REMARKS: f"{before}; {text}" if before.strip() else text}


def _with_cells(
    row: list[str], heads: list[str], change: Mapping[str, Any], types: Mapping[str, Any]
) -> list[str]:
    """Return a row with some of its cells changed."""
    if not change:
        return row
    whole = row + [""] * (len(heads) - len(row))
    for head, value in change.items():
        whole[heads.index(head)] = _csv_cell(value, types.get(head, str))
    return whole


def _csv_cell(value: Any, annotation: Any) -> str:
    return "" if value is None else as_text(cell_of(value, annotation))


def _csv_lines(rows: list[list[str]], before: str) -> str:
    first = before.split("\n", 1)[0]
    separator = max((",", ";", "\t"), key=first.count)
    stream = io.StringIO()
    ending = "\r\n" if first.endswith("\r") else "\n"
    csv.writer(stream, delimiter=separator, lineterminator=ending).writerows(rows)
    return stream.getvalue()


# ---- YAML


def _yaml_edited(text: str, name: str, path: tuple[str, ...], edits: Edits) -> str:
    """Put records below a key of a YAML file; only their own lines are written anew."""
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    annotation = type_at(Mission, path if name == MISSION else ("ledger", *path))
    tree = parse_yaml(text, name) if text else Tree()
    if not _at(tree.data, path):
        if path in tree.keys or len(path) > 1:
            raise refuse(tree.place(path, of_key=True), "replies.on-one-line", part=".".join(path))
        block = textwrap.indent(yaml_text(dict(edits.new), annotation), "  ")
        return mark + (f"{text.rstrip()}\n\n" if text.strip() else "") + f"{path[0]}:\n{block}"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    children = {key: tree.keys[(*path, key)] for key in _at(tree.data, path)}
    parent, column = tree.keys[path], next(iter(children.values())).column
    if any(place.line == parent.line or place.column != column for place in children.values()):
        raise refuse(tree.place(path, of_key=True), "replies.on-one-line", part=".".join(path))
    ends = {key: _end_of(children[key].line, column, lines) for key in children}
    last = max(ends.values())
    lines[last:last] = [_block(key, record, annotation, column) for key, record in edits.new.items()]
    for key in sorted(edits.changed, key=lambda key: -children[key].line):
        record = dict(_at(tree.data, (*path, key))) | dict(edits.changed[key])
        lines[children[key].line - 1 : ends[key]] = [_block(key, record, annotation, column)]
    return mark + "".join(lines)


def _end_of(line: int, column: int, lines: list[str]) -> int:
    """Return the last line (from 1) of what stands below a key: before the next line that is no deeper."""
    end = line
    for number in range(line, len(lines)):
        stripped = lines[number].strip()
        deep = len(lines[number]) - len(lines[number].lstrip(" "))
        if not stripped or stripped.startswith("#"):
            continue
        if deep < column:
            break
        end = number + 1
    return end


def _block(key: str, record: Mapping[str, Any], annotation: Any, column: int) -> str:
    return textwrap.indent(yaml_text({key: dict(record)}, annotation), " " * (column - 1))
