"""Asking: hands what was uploaded to a process of its own and gives its answer.

The process sees a temporary folder and nothing else of ours: neither database nor settings stand in its
environment.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cadre.site.intake.turns import Turns
from cadre.words import Catalogue, Language

SECONDS_AT_MOST = 120
"""From when it is a process's turn."""
WAITING_AT_MOST = 2
"""Requests that wait for a turn: each holds a thread of the server."""
AT_ONCE_AT_MOST = 4
"""However many cores there are: the server has threads left for those who read."""
TURNS = Turns(min(os.cpu_count() or 1, AT_ONCE_AT_MOST), WAITING_AT_MOST, SECONDS_AT_MOST)
"""Many at once would only make each slower, until all of them break the limit of time."""
_HANDED = ("PATH", "HOME", "LANG", "PYTHONPATH", "TMPDIR")
"""What of the environment the process is handed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A sound mission as it is kept.

    Parameters
    ----------
    title : str
        Of the mission.
    files : dict of str to str
        Canonical text by name of the file.
    document : dict
        The same as plain data.
    warnings : tuple of str
        What is odd about it, in the language that was asked for.
    """

    title: str
    files: Mapping[str, str]
    document: Mapping[str, Any]
    warnings: tuple[str, ...]


class Refused(Exception):
    """What was uploaded cannot be used.

    Parameters
    ----------
    faults : tuple of str
        Every fault, in the language that was asked for.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def from_upload(content: Iterable[bytes], name: str, language: Language) -> Taken:
    """Read an upload: a mission folder as a zip file, or a workbook.

    Raises
    ------
    Refused
        With every fault; also where the process broke a limit.
    Busy
        Too many others are being read.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-intake-") as folder:
        with (Path(folder) / "upload").open("wb") as file:
            file.writelines(content)
        return _taken(_answer(Path(folder), {"does": "read", "name": name, "language": language}))


def from_pack(pack: str, language: Language) -> Taken:
    """Begin a mission from a pack.

    Raises
    ------
    Refused
        There is no such pack.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-intake-") as folder:
        return _taken(_answer(Path(folder), {"does": "begin", "pack": pack, "language": language}))


@dataclass(frozen=True, slots=True)
class ReplyAsked:
    """A nation's reply: the file, what is told with it, whose representative sends it (`""`: a planner).

    `told` may hold `party`, `state`, `order` and `words` (`intake/replying.py`); `today` is when it is read.
    """

    content: bytes
    name: str
    told: Mapping[str, str]
    nation: str
    today: str
    enter: bool = False


def from_reply(
    files: Mapping[str, str], reply: ReplyAsked, language: Language
) -> tuple[Mapping[str, Any], Taken | None]:
    """Read a reply into a mission.

    Returns
    -------
    (dict, Taken or None)
        What it would bring, as `intake/replying.py` gives it; the mission with it, where it was to be entered
        and changes anything.

    Raises
    ------
    Refused
        With every fault of the file as a whole, or where the mission would not be sound.
    """
    asked: dict[str, Any] = {
        "does": "reply",
        "files": dict(files),
        "name": reply.name,
        "told": dict(reply.told),
    }
    asked |= {"nation": reply.nation, "today": reply.today, "enter": reply.enter, "language": language}
    with tempfile.TemporaryDirectory(prefix="cadre-intake-") as folder:
        (Path(folder) / "upload").write_bytes(reply.content)
        answer = _answer(Path(folder), asked)
    return answer, _taken(answer) if answer["entered"] else None


def workbook_of(files: Mapping[str, str], language: Language) -> bytes:
    """Return a mission as the bytes of a workbook.

    Raises
    ------
    Refused
        The process broke a limit.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-intake-") as folder:
        _answer(Path(folder), {"does": "workbook", "files": dict(files), "language": language})
        return (Path(folder) / "made.xlsx").read_bytes()


def _taken(answer: Mapping[str, Any]) -> Taken:
    return Taken(answer["title"], answer["files"], answer["document"], tuple(answer["warnings"]))


def _answer(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    (folder / "asked.json").write_text(json.dumps(asked), "utf-8")
    environment = {name: os.environ[name] for name in _HANDED if name in os.environ}
    try:
        with TURNS.one():
            done = subprocess.run(
                [sys.executable, "-m", "cadre.site.intake", str(folder)],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS_AT_MOST,
                check=False,
            )
        ended_well = done.returncode == 0
    except subprocess.TimeoutExpired:
        ended_well = False
    if not ended_well:
        raise Refused((Catalogue(asked["language"]).text("site.reading-ended"),))
    answer: dict[str, Any] = json.loads((folder / "answer.json").read_text("utf-8"))
    if faults := answer.get("faults"):
        raise Refused(tuple(faults))
    return answer
