"""Closed periods put into a mission: only lines of `mission.yaml` are added, all others stay as they are.

Takes a mission folder and periods, gives the new text, which reads as a mission without a fault.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cadre.errors import BadInput, Fault, Place
from cadre.exchange import calendars, msproject
from cadre.mission import Mission
from cadre.mission.calendar import Holiday
from cadre.mission_files import read_mission
from cadre.mission_files.names import MISSION
from cadre.mission_files.safe_files import YAML_AT_MOST, checked_folder, text_of
from cadre.mission_files.yaml_files import parse_yaml

PART = ("calendar", "closed")


def periods_in(file: Path) -> tuple[Holiday, ...]:
    """Return the closed periods of a calendar file, or of a Microsoft Project file (`.xml`).

    Raises
    ------
    BadInput
        It is neither, or holds none.
    """
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        raise BadInput([Fault.of(Place(file=file.name), "exchange.no-file")]) from None
    read = msproject.closed_periods if file.suffix.lower() == ".xml" else calendars.closed_periods
    return read(text, file.name)


def new_periods(mission: Mission, found: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """Return the periods that touch the mission's weeks and on whose days the host still works."""
    first = mission.mission.starts
    last = mission.date_of(mission.exit_week + mission.mission.looks_beyond_exit)
    off = {
        day for one in mission.working.days.off for span in one.between(first, last) for day in _days(*span)
    }
    return tuple(
        one for one in found if any(not set(_days(*span)) <= off for span in one.between(first, last))
    )


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def with_closed(source: Path, periods: Iterable[Holiday]) -> str:
    """Return the text of `mission.yaml` with closed periods added.

    Raises
    ------
    BadInput
        The mission stands in a workbook, has its closed periods on one line, or would have a fault.
    """
    folder = checked_folder(source)
    if not (folder / MISSION).exists():
        raise BadInput([Fault.of(Place(file=MISSION), "exchange.no-mission-file")])
    text = text_of(folder, MISSION, at_most=YAML_AT_MOST)
    made = _added(text, [_line(one) for one in periods])
    with tempfile.TemporaryDirectory(prefix="cadre-import-") as place:
        for path in folder.iterdir():
            if path.is_file() and path.name != MISSION:
                shutil.copy(path, place)
        (Path(place) / MISSION).write_text(made, "utf-8")
        read_mission(place)
    return made


def _line(one: Holiday) -> str:
    title = f"title: {json.dumps(one.title, ensure_ascii=False)}, " if one.title else ""
    return f"- {{{title}begins: {one.begins}, ends: {one.ends or one.begins}}}\n"


def _added(text: str, items: list[str]) -> str:
    """Put items below `calendar.closed`, which is made where it is missing."""
    tree = parse_yaml(text, MISSION)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if tree.at(PART[:1]) is None:
        return "".join([*lines, "\ncalendar:\n  closed:\n", *(f"    {item}" for item in items)])
    part = PART if tree.at(PART) else PART[:1]
    key = tree.keys[part]
    begins = next((n for n in range(key.line, len(lines)) if _told(lines[n])), len(lines))
    if lines[key.line - 1].split("#")[0].rstrip()[-1:] != ":" or begins == len(lines):
        raise BadInput([Fault.of(key, "exchange.on-one-line", part=".".join(part))])
    indent = " " * (len(lines[begins]) - len(lines[begins].lstrip(" ")))
    if part == PART:
        end = begins
        while end < len(lines) and (not _told(lines[end]) or _deep(lines[end], key.column, indent)):
            end += 1
        while not _told(lines[end - 1]):
            end -= 1
        lines[end:end] = [indent + item for item in items]
    else:
        lines[begins:begins] = [f"{indent}closed:\n", *(f"{indent}  {item}" for item in items)]
    return "".join(lines)


def _told(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _deep(line: str, column: int, indent: str) -> bool:
    """Say whether a line stands below a key: deeper, or as an item of its list."""
    deep = len(line) - len(line.lstrip(" "))
    return deep >= column or (deep == len(indent) and line.lstrip().startswith("- "))
