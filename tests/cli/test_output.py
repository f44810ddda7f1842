"""What reaches the terminal is plain text; what the file system refuses is told; a stop says what is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cadre.cli import run
from cadre.cli.output import one_line, plain
from cadre.cli.printing import print_table
from tests.mission_files.by_hand import MISSION, write_folder

CODE = "import sys; from cadre.cli import main; main(sys.argv[1:])"


def started(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CODE, *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, text=True, start_new_session=True)


def test_what_steers_a_terminal_is_written_as_its_code() -> None:
    assert "a\\u001b[31m\\u009b\\u202e\\u2028\tb\n" == plain("a\x1b[31m\x9b\u202e\u2028\tb\n")
    assert "a\\u000ab" == one_line("a\nb")
    assert "বাংলা العربية 😀" == plain("বাংলা العربية 😀")


def test_what_a_table_says_at_length_is_broken_between_words_and_never_cut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    change = "1 more trainer at school, 26 weeks of a post in all, as the mission asks"
    print_table(("change", "cures", "reached"), [(change, "yes", "0 % to 100 %"), ("short", "no", "0 %")])
    printed = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 80 for line in printed)
    assert 5 == len(printed)
    assert change == f"{printed[2].partition('  ')[0]} {printed[3].strip()}"
    assert printed[2].endswith("    yes  0 % to 100 %")


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_faults_are_broken_between_words_where_a_terminal_ends(
    tmp_path: Path, columns: int, language: str
) -> None:
    folder = write_folder(tmp_path / "m")
    text = MISSION.replace("a_year: 200", 'a_year: "1,250 people a year"').replace("beds: 60", "bed: 60")
    (folder / "mission.yaml").write_text(text, "utf-8")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    command = [sys.executable, "-c", CODE, "check", str(folder), "--language", language]
    size = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, env=size, check=False)
    os.close(theirs)
    shown = read_all(ours).decode().replace("\r\n", "\n")
    lines = shown.rstrip("\n").split("\n")
    assert max(map(len, lines)) <= columns
    assert 3 == sum(not line.startswith("  ") for line in lines)
    whole = " ".join(line.strip() for line in lines)
    assert "1.25 people a year" in whole
    assert "mission.yaml:25:5: sites.camp.bed" in whole


def read_all(end: int) -> bytes:
    """Read what was written to a terminal until nobody has it open."""
    found = b""
    with suppress(OSError):
        while piece := os.read(end, 4096):
            found += piece
    os.close(end)
    return found


def test_a_path_and_a_key_with_escape_sequences_stay_on_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "m")
    (folder / "mission.yaml").write_text(MISSION.replace("  camp:\n", '  camp:\n    "a\\e[31m\\nb": 1\n', 1))
    assert 2 == run(["check", str(folder)])
    assert 2 == run(["check", "x\x1b[31m\ny"])
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert all(
        line.startswith(("mission.yaml:", "x\\u001b[31m\\u000ay", "cadre:")) for line in told.splitlines()
    )


@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["check", "."]])
def test_a_full_standard_output_is_told(arguments: list[str]) -> None:
    folder = str(Path(__file__).parents[2] / "missions" / "demining-school")
    with Path("/dev/full").open("w") as full:
        words = [folder if word == "." else word for word in arguments]
        process = started(*words, stdout=full.fileno())
        _, told = process.communicate()
    assert (2, "standard output: found no room left") == (process.returncode, told.split(",")[0])


def test_a_reader_that_has_gone_is_no_fault() -> None:
    with started("schema") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "" == process.stderr.read()
    assert process.returncode in (0, 4)


FILE_SYSTEM = (
    ["schema", "/dev/full"], ["schema", "LOOP"], ["schema", "LONG"], ["schema", "/proc/x"], ["new", "LOOP"],
    ["new", "LONG"], ["new", "/proc/x"], ["check", "LOOP"], ["check", "LONG"], ["trace", "LOOP", "1"],
    ["trace", "LONG", "1"], ["since", "LONG", "LOOP"], ["replan", "LONG", "M"], ["plan", "LONG", "A"],
    ["brief", "M", "--out", "M"], ["brief", "M", "--out", "LOOP"], ["brief", "M", "--out", "/dev/full"],
    ["brief", "M", "--out", "LONG"], ["brief", "M", "--out", "q", "--since", "LONG"],
    ["sweep", "M", "--out", "LOOP"], ["sweep", "M", "--out", "M/mission.yaml"], ["compare", "LOOP"],
    ["simulate", "LONG", "A"], ["options", "LOOP"], ["why", "LONG", "A"], ["fits", "LOOP", "A", "x"],
)  # fmt: skip


@pytest.mark.parametrize("arguments", FILE_SYSTEM, ids=" ".join)
def test_whatever_the_file_system_refuses_is_a_fault(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    mission = write_folder(tmp_path / "m")
    (tmp_path / "loop").symlink_to("loop")
    there = sorted(path.name for path in mission.iterdir())
    words = {"LOOP": "loop", "LONG": "a" * 5000, "M": "m", "M/mission.yaml": "m/mission.yaml"}
    assert 2 == run([words.get(word, word) for word in arguments])
    told = capsys.readouterr().err
    assert "cadre: 1 fault found" in told
    assert "Errno" not in told
    assert there == sorted(path.name for path in mission.iterdir())
    assert (tmp_path / "loop").is_symlink()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
@pytest.mark.parametrize("to_all", [False, True], ids=["to one", "to all"])
def test_a_signal_ends_a_sweep_in_its_first_seconds(tmp_path: Path, number: int, to_all: bool) -> None:
    folder = str(Path(__file__).parents[2] / "missions" / "demining-school")
    for seconds in (0.5, 4.0):
        process = started("sweep", folder, "--out", str(tmp_path / f"{seconds}"), "--jobs", "2")
        time.sleep(seconds)
        (os.killpg if to_all else os.kill)(process.pid, number)
        _, told = process.communicate(timeout=60)
        assert 4 == process.returncode, told
        assert told.splitlines()[-1].startswith("cadre: stopped")
        assert "Traceback" not in told
        assert "resource_tracker" not in told
