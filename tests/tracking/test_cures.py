"""Cures work for records, too: who does what a message says, and only that, has records that are read.

As of missions (`tests/mission_files/test_cures.py`): `cured` lists the edits that a reader of the message
makes, without it the text is written that stood there before; what is written anew stands in the message.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_with_warnings
from tests.mission_files.test_cures import Edit, unsaid
from tests.tracking.test_bad_records import CASES, ODD, spoilt


def edits(case: dict[str, Any]) -> list[Edit]:
    """Return the edits that cure a case: the file, what stands there, what is written instead."""
    old, new = case.get("change", ("", ""))
    given = case.get("cured", [[new, old]])
    return [(f"records/{case['table']}.csv", *edit) if len(edit) == 2 else tuple(edit) for edit in given]


def said_of(folder: Path) -> str:
    """Return what is said of the records of a folder: faults, or warnings."""
    try:
        return "\n".join(map(str, read_with_warnings(folder, read_mission(folder))[1]))
    except BadInput as refused:
        return str(refused)


@pytest.mark.parametrize("name", [name for name in (*CASES, *ODD) if "rename" not in (CASES | ODD)[name]])
def test_what_the_message_says_cures_the_records(tmp_path: Path, name: str) -> None:
    case = (CASES | ODD)[name]
    folder = spoilt(tmp_path, case)
    for edit in edits(case):
        said = said_of(folder)
        assert said, "cured before the last edit"
        assert set() == unsaid(edit, case, said), said
        file, old, new = folder / edit[0], *edit[1:]
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
    assert "" == said_of(folder)


def test_a_file_of_no_table_is_renamed_as_its_message_says(tmp_path: Path) -> None:
    (case,) = (case for case in CASES.values() if "rename" in case)
    folder = spoilt(tmp_path, case)
    assert "did you mean 'spending.csv'?" in said_of(folder)
    (folder / "records" / "spendings.csv").rename(folder / "records" / "spending.csv")
    assert "" == said_of(folder)
