"""Cures work: who does what a message says, and only that, has a mission that is read.

Each mistake of `bad_input.yaml` has its cure: `cured` lists the edits that a reader of the message makes, in
their order; without it the text is written that stood there before. What is written anew stands in the
message, is a number or a day, or one of the planner's `own` words;
what is only removed is told to be removed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from tests.mission_files.by_hand import write_folder
from tests.mission_files.test_bad_input import CASES

Edit = tuple[str, str, str]
_WORD = re.compile(r"[^\W_](?:[\w./%-]*[\w%])?")
_VALUE = re.compile(r"[-+]?[\d.]+%?|\d{4}-\d\d-\d\d")
_REMOVES = re.compile(r"remove|leave|take|keep|close|without|double|replace|correct the indentation")


def edits(case: dict[str, Any]) -> list[Edit]:
    """Give the edits that cure a case: the file, what stands there, what is written instead."""
    old, new = case["change"]
    given = case.get("cured", [[new, old]])
    return [(case["file"], *edit) if len(edit) == 2 else tuple(edit) for edit in given]


def words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if not _VALUE.fullmatch(word)}


def said_of(folder: Path) -> str:
    try:
        read_mission(folder)
    except BadInput as refused:
        return str(refused)
    return ""


def unsaid(edit: Edit, case: dict[str, Any], said: str) -> set[str]:
    """Give the words that an edit writes and nobody said, or the edit if nothing said to remove something."""
    _, old, new = edit
    written = words(new) - words(old)
    is_much = "cured" not in case and old.count(":") - new.count(":") > 1
    is_removal = not written and words(old) - words(new) and not _VALUE.search(new.replace(old, ""))
    if is_removal and (is_much or not _REMOVES.search(said)):
        return {f"removed {old!r}"}
    return written - words(case.get("own", "")) - words(said)


@pytest.mark.parametrize("name", CASES)
def test_what_the_message_says_cures_the_mission(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    folder = write_folder(tmp_path)
    file, (old, new) = folder / case["file"], case["change"]
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    for edit in edits(case):
        said = said_of(folder)
        assert said, "cured before the last edit"
        assert set() == unsaid(edit, case, said), said
        file, old, new = folder / edit[0], *edit[1:]
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
    assert "" == said_of(folder)
