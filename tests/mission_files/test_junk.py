"""Whatever is put anywhere in a folder, it is read or refused with faults; nothing else is ever raised."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission.faults import faults_between
from cadre.mission_files import read_mission, write_mission
from cadre.mission_files.yaml_files import parse_yaml
from tests.mission_files.by_hand import LEDGER, MISSION, write_folder

Keys = tuple[str | int, ...]
WHOLE: dict[str, Any] = parse_yaml(MISSION, "m").data | {
    "ledger": parse_yaml(LEDGER, "l").data,
    "positions": [{"party": "ally", "stance": "wants", "condition": "people: few"}],
    "rules": [{"never": {"people": "few", "command": "lead"}, "because": "x"}],
    "projects": {
        "p": {"activities": {"a": {"weeks": 2}}, "effects": {"adds": {"camp": {"beds": 2}}}},
    },
    "correlations": [{"between": ["courses.basic.passes", "recruits.army.a_year"], "rank": 0.1}],
    "calendar": {"closed": [{"begins": "2020-02-02"}], "working_days": ["monday"]},
    "nothing": {"set": {"ceiling": 0}},
    "pauses": {"per_year": 1, "weeks": 2},
}
JUNK: tuple[Any, ...] = (
    None, "", [], {}, 0, -1, 1.5, True, "x", [None], {"": None}, {"a": 1}, "9" * 30, 1e308,
    {"min": 1}, {"choices": [1]}, {"choices": {"a": "b"}}, {"edges": [[1]], "above": 1}, {"numbers": [1]},
    {"set": []}, {"set": {"": 1}}, {"set": {"courses": 1}}, {"set": {".": 1}}, {"set": {"figures": {}}},
    {"set": {"mandate.decisions.0": None}}, {"set": {"mission": {"horizon": []}}},
)  # fmt: skip


def places(node: Any, path: Keys = ()) -> Iterator[Keys]:
    """Give the keys of everything below a piece of the document."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in items:
        yield (*path, key)
        yield from places(child, (*path, key))


def read_or_refused(folder: Path) -> None:
    with contextlib.suppress(BadInput):
        assert () == faults_between(read_mission(folder))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(list(places(WHOLE))), st.sampled_from(JUNK), st.sampled_from(("value", "key", "away")))
def test_junk_in_any_place_is_refused_in_words(tmp_path: Path, place: Keys, junk: Any, what: str) -> None:
    document = copy.deepcopy(WHOLE)
    node: Any = document
    for key in place[:-1]:
        node = node[key]
    if what == "value" or isinstance(node, list):
        node[place[-1]] = junk
    else:
        kept = node.pop(place[-1])
        node |= {str(junk): kept} if what == "key" else {}
    (tmp_path / "mission.yaml").write_text(json.dumps(document), "utf-8")
    read_or_refused(tmp_path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(MISSION) - 1),
    st.sampled_from(('"', "{", "]", "\t", ": ", "- ", "&a ", "*a", "!x ", "|\n", "? ", "\0")),
)
def test_a_slip_of_the_keyboard_is_refused_in_words(tmp_path: Path, at: int, slip: str) -> None:
    write_folder(tmp_path)
    (tmp_path / "mission.yaml").write_text(MISSION[:at] + slip + MISSION[at:], "utf-8")
    read_or_refused(tmp_path)


@pytest.mark.parametrize("part", range(24))
def test_a_damaged_workbook_is_refused_in_words(tmp_path: Path, part: int) -> None:
    write_mission(read_mission(write_folder(tmp_path / "yaml")), tmp_path / "excel", "excel")
    whole = (tmp_path / "excel" / "mission.xlsx").read_bytes()
    at = len(whole) * part // 24
    (tmp_path / "excel" / "mission.xlsx").write_bytes(whole[:at] + whole[at + 3 :])
    with pytest.raises(BadInput, match="no Excel workbook"):
        read_mission(tmp_path / "excel")
