"""`cadre offers read` shows what it reads, writes once that is confirmed, and is never killed half-way."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cadre.cli import run
from cadre.mission_files import read_mission
from tests.replies.as_they_come import france, germany, italy, norway, police_mission, workbook

Printed = pytest.CaptureFixture[str]
FRENCH = [
    "--means",
    "role: 'Formateur de police' = police-trainer",
    "--means",
    "role: Conseiller école=school-adviser",
]


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return police_mission(tmp_path / "mission")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_nothing_is_written_before_it_is_confirmed_and_the_command_that_does_is_told(
    mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    before, file = contents(mission), norway(tmp_path)
    assert 2 == run(["offers", "read", str(file), "--into", str(mission)])
    told = capsys.readouterr().out
    assert before == contents(mission)
    assert "Position                   role  known heading" in told
    assert f"cadre offers read '{file}' --into {mission} --yes" in told
    assert 0 == run(["offers", "read", str(file), "--into", str(mission), "--yes"])
    assert "3 offers entered or changed" in capsys.readouterr().out
    assert 3 == len([one for one in read_mission(mission).offers.values() if one.party == "norway"])
    assert 0 == run(["offers", "read", str(file), "--into", str(mission)])
    assert "was read before; nothing of it is new" in capsys.readouterr().out


def test_what_is_not_understood_is_told_and_nothing_is_written(
    mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    before, file = contents(mission), france(tmp_path)
    assert 2 == run(["offers", "read", str(file), "--into", str(mission), "--yes"])
    assert "3 cells are not understood:\nreponse.xlsx:Feuil1!B5:" in capsys.readouterr().err
    assert before == contents(mission)


def test_the_cures_that_are_told_work(mission: Path, tmp_path: Path, capsys: Printed) -> None:
    call = ["offers", "read", str(france(tmp_path)), "--into", str(mission), "--yes", "--dates", "day-first"]
    assert 0 == run([*call, *FRENCH])
    assert 0 == run(
        ["offers", "read", str(italy(tmp_path)), "--into", str(mission), "--yes", "--set", "state=indicated"]
    )
    german = [
        "offers",
        "read",
        str(germany(tmp_path)),
        "--into",
        str(mission),
        "--encoding",
        "windows-1252",
        "--yes",
    ]
    assert 0 == run([*german, "--means", "role: Ermittlungstrainer = investigation-trainer"])
    assert 0 == run(["check", str(mission)])
    assert {"france", "germany", "italy"} < {offer.party for offer in read_mission(mission).offers.values()}
    capsys.readouterr()


def test_what_is_understood_is_entered_alone_when_asked(
    mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    file = germany(tmp_path)
    call = ["offers", "read", str(file), "--into", str(mission), "--encoding", "cp1252", "--partial", "--yes"]
    assert 0 == run(call)
    told = capsys.readouterr()
    assert "1 offer entered or changed" in told.out
    assert "Antwort_DEU.csv:B6: found 'Ermittlungstrainer'" in told.err
    assert "1 cell was left; its row is not entered." in told.err


def test_a_mapping_file_says_what_headings_and_words_mean(
    mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    heads = ["Wer", "Was", "Wieviel", "Ab wann", "Bis wann", "Wie sicher"]
    row = ["Norwegen", "Schutzmann", 3, "1.3.2027", "31.8.2027", "ganz"]
    file = workbook(tmp_path / "x.xlsx", {"s": [heads, row]})
    mapping = tmp_path / "means.yaml"
    columns = dict(zip(heads, ["party", "role", "people", "begins", "ends", "state"], strict=True))
    text = "headings:\n" + "".join(f"  {head}: {column}\n" for head, column in columns.items())
    mapping.write_text(
        text + "words:\n  role: {Schutzmann: police-trainer}\n  state: {ganz: confirmed}\n", "utf-8"
    )
    assert 0 == run(["offers", "read", str(file), "--into", str(mission), "--mapping", str(mapping)])
    capsys.readouterr()
    offer = read_mission(mission).offers["norway-police-trainer"]
    assert (3, "confirmed", "2027-03-01") == (offer.people, offer.state, str(offer.begins))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--column", "Position"], "found 'Position', must be written as --column HEADING=COLUMN"),
        (["--column", "Position=rolle"], "found 'rolle', must be a column: party, role"),
        (["--means", "role = x"], "must be written as --means"),
        (["--means", "role: Police trainer = cook"], "found 'cook', which the mission does not have"),
        (
            ["--set", "state=perhaps"],
            "found 'perhaps', which the mission does not have, must be indicated, pledged",
        ),
        (["--set", "party=sweden"], "found 'sweden', which the mission does not have"),
        (["--means", "at: Lillehammer = atlantis"], "found 'atlantis', which the mission does not have"),
        (
            ["--means", "caveats: by day = north; moon"],
            "found 'north; moon', which the mission does not have",
        ),
        (["--set", "state"], "must be written as --set COLUMN=VALUE"),
        (["--date", "01/02/2027"], "which may be 2027-01-02 or 2027-02-01"),
        (["--date", "soon"], "must be a day near the mission"),
        (["--mapping", "nowhere.yaml"], "found no such file"),
    ],
)
def test_what_is_told_wrongly_is_refused(
    arguments: list[str], told: str, mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    assert 2 == run(["offers", "read", str(norway(tmp_path)), "--into", str(mission), *arguments])
    assert told in capsys.readouterr().err


def test_a_mission_in_french_is_told_in_french(mission: Path, tmp_path: Path, capsys: Printed) -> None:
    file = mission / "mission.yaml"
    file.write_text(
        file.read_text("utf-8").replace("  currency: EUR\n", "  currency: EUR\n  language: fr\n"), "utf-8"
    )
    assert 0 == run(["offers", "read", str(norway(tmp_path)), "--into", str(mission), "--yes"])
    assert "3 offres saisies ou changées" in capsys.readouterr().out
    assert read_mission(mission).ledger.statements["L2"].says.startswith("Norway offre\u00a0:")


def test_everything_is_there_as_json(mission: Path, tmp_path: Path, capsys: Printed) -> None:
    call = ["offers", "read", str(norway(tmp_path)), "--into", str(mission), "--json"]
    assert 2 == run(call)
    shown = json.loads(capsys.readouterr().out)
    assert (True, False) == (shown["to_confirm"], shown["entered"])
    assert ["norway-police-trainer"] == [one["id"] for one in shown["replies"][0]["entered"]][:1]
    assert 0 == run([*call, "--yes"])
    assert json.loads(capsys.readouterr().out)["entered"]


@pytest.mark.parametrize("file", [norway, france, italy])
def test_what_is_printed_fits_eighty_columns(
    file: object, mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    run(["offers", "read", str(file(tmp_path)), "--into", str(mission)])  # type: ignore[operator]
    lines = capsys.readouterr().out.splitlines()
    assert [] == [line for line in lines if len(line) > 80 and not line.startswith("  cadre ")]


# ---- on a terminal


def talk(arguments: list[str], answers: dict[str, str]) -> tuple[str, int]:
    """Run the command on a terminal and answer each question once; give what was shown and the exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "cadre", *arguments])
    shown, left, ends = "", dict(answers), time.monotonic() + 60
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:
            break
        for question in [one for one in left if one in shown]:
            os.write(terminal, (left.pop(question) + "\n").encode())
    return shown, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_on_a_terminal_it_asks_once_which_stands_first_and_whether_to_enter(
    mission: Path, tmp_path: Path
) -> None:
    call = ["offers", "read", str(france(tmp_path)), "--into", str(mission), *FRENCH]
    shown, code = talk(call, {"[d/m]": "d", "[y/N]": "n"})
    assert 2 == code, shown
    assert "france" not in {offer.party for offer in read_mission(mission).offers.values()}
    shown, code = talk(call, {"[d/m]": "d", "[y/N]": "y"})
    assert 0 == code, shown
    assert "2027-03-01" == str(read_mission(mission).offers["france-police-trainer"].begins)


# ---- killed on the way

ENTERS = """
import datetime as dt, sys, time
from pathlib import Path
from cadre.replies import ReplyInstructions, enter, propose
from cadre.words.saying import said
proposal = propose([Path(sys.argv[1])], Path(sys.argv[2]), ReplyInstructions(), today=dt.date(2026, 11, 30))
print("ready", flush=True)
sys.stdin.readline()
began = time.monotonic()
enter(proposal, said)
print(time.monotonic() - began, flush=True)
"""


@pytest.mark.parametrize("inside", [False, True])
def test_killed_at_any_moment_the_folder_is_as_it_was_or_whole(
    mission: Path, tmp_path: Path, inside: bool
) -> None:
    before = contents(mission)
    there = mission if inside else tmp_path
    call = [sys.executable, "-c", ENTERS, str(norway(tmp_path)), str(mission)]
    done = subprocess.run(call, check=True, capture_output=True, input=b"\n", cwd=there)
    took, whole = float(done.stdout.split()[1]), contents(mission)
    assert before != whole
    for share in (0.5, 0.8, 0.9, 0.97):
        for name in set(contents(mission)) - set(before):
            (mission / name).unlink()
        for name, content in before.items():
            (mission / name).write_bytes(content)
        running = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=there)
        assert running.stdin is not None
        assert running.stdout is not None
        assert b"ready\n" == running.stdout.readline()
        running.stdin.write(b"\n")
        running.stdin.flush()
        time.sleep(took * share)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        read_mission(mission)
        assert contents(mission) in (before, whole)


def test_a_number_that_the_sheet_shows_otherwise_is_told(
    mission: Path, tmp_path: Path, capsys: Printed
) -> None:
    file = norway(tmp_path)
    book = load_workbook(file)
    sheet = book.worksheets[0]
    cells = (cell for row in sheet.iter_rows() for cell in row)
    head = next(cell for cell in cells if cell.value == "Number of personnel")
    people = sheet.cell(head.row + 1, head.column)
    people.number_format = '0"k"'
    book.save(file)
    assert 2 == run(["offers", "read", str(file), "--into", str(mission)])
    told = capsys.readouterr().out
    assert f"{sheet.title}!{people.coordinate}" in told
    assert "4, shown as 4k" in " ".join(told.split())
    assert 2 == run(["offers", "read", str(file), "--into", str(mission), "--json"])
    (warning,) = json.loads(capsys.readouterr().out)["files"][0]["warnings"]
    assert "shown-otherwise" == warning["kind"]
