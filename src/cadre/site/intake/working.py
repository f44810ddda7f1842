"""Working: what the process of the intake does with one folder, and the limits that it sets itself.

Takes a folder with `asked.json` and perhaps an upload, writes `answer.json` there; for that process alone.
"""

from __future__ import annotations

import json
import resource
from pathlib import Path
from typing import Any

from cadre.errors import CadreError
from cadre.mission_files import new_mission, read_folder, write_folder, write_workbook
from cadre.mission_files.names import REPLIES, WORKBOOK_ENDING
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.writing import document_of
from cadre.site.intake.archives import unpacked
from cadre.words import Catalogue, Language
from cadre.words.saying import of_error, warned

MEMORY_AT_MOST = 3 << 30
"""Bytes of addresses; libraries of numbers alone take more than one thousand million."""
PROCESSOR_SECONDS = 60
UPLOAD = "upload"
"""Name of what was uploaded, whatever its owner calls it."""


def limit() -> None:
    """Set the limits of this process; it cannot lift them again."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work(folder: Path) -> None:
    """Do what is asked; what is wrong with a mission is an answer, too."""
    asked = json.loads((folder / "asked.json").read_text("utf-8"))
    try:
        answer = _DOES[asked["does"]](folder, asked)
    except CadreError as error:
        answer = {"faults": of_error(error, Catalogue(asked["language"])).split("\n")}
    (folder / "answer.json").write_text(json.dumps(answer), "utf-8")


def _read(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    return canonical(_source(folder, asked), folder, asked["language"])


def _begin(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    new_mission(folder / "source", asked["pack"])
    return canonical(folder / "source", folder, asked["language"])


def _workbook(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """Write a workbook of the files that are handed."""
    source = _written(folder, {name: text.encode() for name, text in asked["files"].items()})
    write_workbook(source, folder / "made.xlsx")
    return {}


def _reply(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """Read a nation's reply into the mission whose files are handed; give the mission where it entered."""
    from cadre.site.intake.replying import file_name, read_reply  # noqa: PLC0415  (slow, and for replies alone)

    source = _written(folder, {name: text.encode() for name, text in asked["files"].items()})
    (folder / "reply").mkdir()
    file = folder / "reply" / file_name(asked["name"])
    (folder / UPLOAD).rename(file)
    answer = read_reply(source, file, asked)
    return answer | (canonical(source, folder, asked["language"]) if answer["entered"] else {})


_DOES = {"read": _read, "begin": _begin, "workbook": _workbook, "reply": _reply}


def _source(folder: Path, asked: dict[str, Any]) -> Path:
    name = asked["name"]
    if name.lower().endswith(WORKBOOK_ENDING):
        book = folder / f"mission{WORKBOOK_ENDING}"
        (folder / UPLOAD).rename(book)
        return book
    if name.lower().endswith(".zip"):
        return _written(folder, unpacked(folder / UPLOAD, name))
    raise refuse(name, "site.neither-folder-nor-workbook")


def _written(folder: Path, files: dict[str, bytes]) -> Path:
    source = folder / "source"
    source.mkdir()
    for name, content in files.items():
        (source / name).write_bytes(content)
    return source


def canonical(source: Path, folder: Path, language: Language) -> dict[str, Any]:
    """Return a mission as it is kept: canonical text, the same as a document, what is odd about it."""
    read = read_folder(source)
    write_folder(source, folder / "canonical")
    kept = [*(folder / "canonical").iterdir(), *source.parent.glob(f"{source.name}/{REPLIES}")]
    files = {one.name: one.read_text("utf-8") for one in sorted(kept, key=lambda file: file.name)}
    words = Catalogue(language)
    return {
        "files": files,
        "document": document_of(read.mission),
        "title": read.mission.mission.title,
        "warnings": [warned(one, words) for one in read.warnings],
    }
