"""Writing: a `Mission` to a folder that reads back equal.

Takes a mission and a folder, writes `mission.yaml`, `ledger.yaml` and CSV tables, or one workbook. Each
file is written beside its place and then moved there, so that nobody ever sees half of it.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from cadre.disk import failures_as_faults, write_whole
from cadre.mission import Mission
from cadre.mission.mission import FORMAT
from cadre.mission.shape import inner, kind_of
from cadre.mission.units import plainly
from cadre.mission_files.cell_parts import as_text
from cadre.mission_files.names import LEDGER, MISSION, REMARKS, WORKBOOK, known_files
from cadre.mission_files.remarks import remarks_text
from cadre.mission_files.workbook_writing import Remarks, table_rows, workbook_bytes

AS_CSV = ("offers", "positions")
"""Tables that the YAML form writes as CSV, since they are long and others fill them in."""
_FLOW = ("quantity", "list", "pairs", "anything")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPECIAL = re.compile(r'[,;\t"\r\n]|^\s|\s$')


def write_mission(mission: Mission, folder: Path | str, form: Literal["yaml", "excel"] = "yaml") -> None:
    """Write a mission folder; files of the folder that are no part of a mission stay.

    Parameters
    ----------
    mission : Mission
        What to write. Figures of its pack are not written.
    folder : Path or str
        Made if it is not there. Files of another form are removed, so that no part stands twice.
    form : {"yaml", "excel"}
        YAML with CSV tables, or one workbook.

    Raises
    ------
    BadInput
        The disk refuses something.
    """
    path = Path(folder)
    document = document_of(mission)
    files = {WORKBOOK: workbook_bytes(document)} if form == "excel" else yaml_files(document, {})
    with failures_as_faults(path):
        path.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_whole(path / name, content)
        for name in known_files():
            if name not in files:
                (path / name).unlink(missing_ok=True)


def template_bytes(pack: str = "") -> bytes:
    """Return a workbook to be filled in as the bytes of a file; with a pack, of a mission that names it."""
    return workbook_bytes({"cadre": FORMAT} | ({"mission": {"pack": pack}} if pack else {}))


def write_template(path: Path | str) -> None:
    """Write a workbook to be filled in, in one move.

    Raises
    ------
    BadInput
        The disk refuses it.
    """
    with failures_as_faults(path):
        write_whole(Path(path), template_bytes())


def document_of(mission: Mission) -> dict[str, Any]:
    """Return the mission as it is written, with the version of the format."""
    return {"cadre": FORMAT} | mission.document()


def yaml_files(document: dict[str, Any], remarks: Remarks) -> dict[str, bytes]:
    """Return the text files of a mission by name; remarks that no table has a place for have a file."""
    rest, left = dict(document), dict(remarks)
    files: dict[str, bytes] = {}
    ledger = rest.pop("ledger", None)
    tables_written = {name: rest.pop(name) for name in AS_CSV if name in rest}
    files[MISSION] = yaml_text(rest, Mission).encode()
    if ledger:
        files[LEDGER] = yaml_text(ledger, inner(Mission, "ledger")).encode()
    for name, rows in tables_written.items():
        files[f"{name}.csv"] = csv_text(name, rows, left).encode()
    return files | ({REMARKS: remarks_text(left).encode()} if left else {})


def yaml_text(document: Mapping[str, Any], annotation: Any) -> str:
    """Write plain data as YAML for people: parts in the order of the model, small things on one line."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width, yaml.allow_unicode, yaml.default_flow_style = 110, True, False
    yaml.representer.add_representer(_Unclear, _clearly)
    parts = []
    for key, value in document.items():
        stream = io.StringIO()
        yaml.dump(CommentedMap({_scalar(key): _styled(value, inner(annotation, key))}), stream)
        parts.append(stream.getvalue())
    # The writer leaves a space where it breaks a long line.
    return re.sub(r" +\n", "\n", "\n".join(parts))


class _Unclear(float):
    """A number that would mean two as programs write it, such as 1.250."""


def _clearly(representer: Any, number: _Unclear) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:float", plainly(float(number)))


def _styled(value: Any, annotation: Any) -> Any:
    """Mark what stands on one line, and let dates stand without quotes."""
    kind = kind_of(annotation) if annotation is not None else "anything"
    if isinstance(value, Mapping):
        styled: Any = CommentedMap({_scalar(k): _styled(v, inner(annotation, k)) for k, v in value.items()})
    elif isinstance(value, list | tuple):
        styled = CommentedSeq([_styled(v, inner(annotation, str(i))) for i, v in enumerate(value)])
    else:
        return _scalar(value)
    if kind in _FLOW or not value:
        styled.fa.set_flow_style()
    return styled


def _scalar(value: Any) -> Any:
    """Let days stand without quotes, and put text with line breaks or control characters in double ones."""
    if isinstance(value, str) and not value.isprintable():
        return DoubleQuotedScalarString(value)
    if isinstance(value, float) and plainly(value) != repr(value) and not value.is_integer():
        return _Unclear(value)
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    return value


def csv_text(name: str, rows: Any, remarks: Remarks | None = None) -> str:
    """Write a table as CSV: the columns that are used, in the order of the model."""
    heads, lines = table_rows(name, rows, remarks or {})
    return "".join(",".join(map(_csv_cell, line)) + "\n" for line in (heads, *lines))


def _csv_cell(content: Any) -> str:
    if content is None:
        return ""
    text = ("yes" if content else "no") if isinstance(content, bool) else as_text(content)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) or not text else text
