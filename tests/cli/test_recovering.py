"""`cadre replan --from-records`: what is printed is what JSON holds; the plan written can be carried out."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cadre.cli import run
from cadre.recovery import choices
from cadre.replan.reading import read_before
from tests.missions.demining_records import FOLDER, PLAN, TODAY

Printed = pytest.CaptureFixture[str]
ASKED = ["replan", str(PLAN), str(FOLDER), "--from-records", "--today", TODAY.isoformat()]
FEW = ["--replications", "20"]
LETTERS = "ABCD"


@pytest.fixture(scope="module", autouse=True)
def made_once() -> Iterator[None]:
    """Have the choices, which take a minute, made once for all tests of this file, by what makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choices, "recover", _once(choices.recover))
        yield


def _once(recover: Callable[..., Any]) -> Callable[..., Any]:
    found: list[Any] = []

    def made(*args: Any, **named: Any) -> Any:
        if TODAY not in args:
            return recover(*args, **named)
        if not found:
            found.append(recover(*args, **named))
        return found[0]

    return made


def as_json(capsys: Printed, *more: str) -> dict[str, Any]:
    assert 0 == run([*ASKED, *FEW, "--json", *more])
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def printed(capsys: Printed, *more: str) -> list[str]:
    assert 0 == run([*ASKED, *FEW, *more])
    return capsys.readouterr().out.splitlines()


def reasons(choice: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the reasons that a choice is told with."""
    yield from (move[name] for move in choice["moves"] for name in ("was", "now", "why"))
    yield from (each["why"] for each in choice["refused"])


def test_choices_stand_in_their_order_with_all_that_is_told_of_them(capsys: Printed) -> None:
    data = as_json(capsys)
    assert (TODAY.isoformat(), 61) == (data["today"], data["week"])
    scores = [one["score"] for one in data["choices"]]
    assert scores == sorted(scores, reverse=True)
    assert {"as-planned", "least-change", "least-late"} <= {one["kind"] for one in data["choices"]}
    known = {serial.id for serial in read_before(PLAN).timetable.serials}
    for one in data["choices"]:
        assert {move["what"] for move in one["moves"] if move["kind"] == "serial"} <= known
        assert not {each["serial"]["id"] for each in one["called"]} & known
        assert all(figure["day"] > data["today"] for figure in one["figures"])
    told = [reason for one in data["choices"] for reason in reasons(one)]
    assert told
    assert all(reason["text"] for reason in told)


def test_what_is_printed_is_what_json_holds(capsys: Printed) -> None:
    data, lines = as_json(capsys), printed(capsys, "--dates")
    assert f"Plan again from {TODAY.isoformat()}, week 61, from what was reported." == lines[0]
    assert len(data["goals"]) == sum(re.match(rf"[{LETTERS}]  ", line) is not None for line in lines)
    rows = {number: _row(lines, number) for number in range(1, len(data["choices"]) + 1)}
    for number, one in enumerate(data["choices"], start=1):
        if one["kind"] != "as-planned":
            assert re.search(rf" {len(one['moves'])} +{len(one['called'])} ", rows[number]), rows[number]
    first, text = data["choices"][0], " ".join(" ".join(lines).split())
    for each in first["called"]:
        assert each["serial"]["id"] in text
    for move in first["moves"]:
        assert f"{move['what']}" in text
    assert max(map(len, lines)) <= 100


def _row(lines: list[str], number: int) -> str:
    """Return the row of a choice in the table, which may be broken into lines."""
    head = next(place for place, line in enumerate(lines) if re.match("-{3,}", line))
    return next(line for line in lines[head:] if line.startswith(f"{number} "))


def test_the_plan_of_a_choice_is_written_and_holds_what_was_shown(capsys: Printed, tmp_path: Path) -> None:
    out = tmp_path / "again.json"
    data = as_json(capsys, "--choice", "2", "--out", str(out))
    given, weeks = read_before(out), {one.id: one.start for one in read_before(out).timetable.serials}
    assert read_before(PLAN).option == given.option
    taken = data["choices"][1]
    for each in taken["called"]:
        assert each["serial"]["start"] == weeks[each["serial"]["id"]]
    for move in taken["moves"]:
        if move["now"]["kind"] == "replan.in-week":
            assert move["now"]["week"] == weeks[move["what"]]
    assert 0 == run(["status", str(FOLDER), str(out), "--today", TODAY.isoformat()])


def test_the_same_in_french(capsys: Printed) -> None:
    lines = printed(capsys, "--language", "fr")
    assert TODAY.isoformat() in lines[0]
    assert "Plan again" not in " ".join(lines)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--choice", "99"], "--choice"),
        (["--today", dt.date(2031, 1, 6).isoformat()], "--today"),
        (["--pin", "nothing@school/1=70"], "nothing@school/1"),
    ],
)
def test_what_cannot_be_is_refused(more: list[str], said: str, capsys: Printed) -> None:
    assert 2 == run([*ASKED, *FEW, *more])
    assert said in capsys.readouterr().err
