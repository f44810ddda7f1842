"""The commands as somebody at a terminal meets them: what they print, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cadre.cli import run
from tests.mission_files.by_hand import MISSION, write_folder

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "school")


def spoil(folder: Path, old: str, new: str) -> None:
    assert old in MISSION
    (folder / "mission.yaml").write_text(MISSION.replace(old, new), "utf-8")


def test_a_sound_folder_is_told_with_what_it_holds(school: Path, capsys: Printed) -> None:
    assert 0 == run(["check", str(school)])
    printed = capsys.readouterr().out
    assert "School: no fault found." in printed
    assert "    5 options" in printed


def test_faults_go_to_standard_error_with_their_number_and_code_2(school: Path, capsys: Printed) -> None:
    spoil(school, "beds: 60", "bed: 60")
    assert 2 == run(["check", str(school)])
    printed = capsys.readouterr()
    assert "" == printed.out
    assert printed.err.startswith("mission.yaml:")
    assert printed.err.endswith("cadre: 1 fault found\n")


def test_faults_are_data_where_data_is_asked_for(school: Path, capsys: Printed) -> None:
    spoil(school, "beds: 60", "bed: 60")
    assert 2 == run(["check", str(school), "--json"])
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert {"where", "found", "allowed", "cure"} == set(fault)


@pytest.mark.parametrize("words", [["chek"], ["check"], ["brief", "x", "--replications", "0"], ["--nothing"]])
def test_words_that_are_no_command_get_code_2_and_no_traceback(words: list[str], capsys: Printed) -> None:
    assert 2 == run(words)
    assert "Try `cadre --help`." in capsys.readouterr().err


def test_a_folder_that_is_not_there_gets_code_2(tmp_path: Path, capsys: Printed) -> None:
    assert 2 == run(["brief", str(tmp_path / "gone"), "--out", str(tmp_path / "out")])
    assert "cadre: 1 fault found" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_every_option_is_listed_doing_nothing_first(school: Path, capsys: Printed) -> None:
    assert 0 == run(["options", str(school), "--all"])
    lines = capsys.readouterr().out.splitlines()
    assert "nothing" == lines[0]
    assert ["few.none", "few.lead", "many.none", "many.lead"] == lines[1:5]


def test_an_unknown_option_is_told_with_those_nearest(school: Path, capsys: Printed) -> None:
    assert 2 == run(["plan", str(school), "many.leed"])
    assert "option: found 'many.leed', must be one of 5 options; did you mean many.lead" in (
        capsys.readouterr().err
    )


def test_the_plan_of_an_option_fits_eighty_columns(school: Path, capsys: Printed) -> None:
    assert 0 == run(["plan", str(school), "many.none"])
    printed = capsys.readouterr().out
    assert {"need", "forces", "programme", "timetable"} <= {line.split()[0] for line in printed.splitlines()}
    assert max(map(len, printed.splitlines())) <= 80


def test_the_plan_of_an_option_as_data_holds_the_five_plans(school: Path, capsys: Printed) -> None:
    assert 0 == run(["plan", str(school), "many.none", "--json"])
    plans = {"need", "forces", "programme", "staff", "timetable"}
    assert plans | {"option", "mission_warnings"} == set(json.loads(capsys.readouterr().out))


def test_where_only_doing_nothing_is_left_the_brief_is_written_and_the_code_is_3(
    school: Path, tmp_path: Path, capsys: Printed
) -> None:
    """A command of two posts under a ceiling of one, in every option."""
    contradiction = "command: lead\nlevers:\n  people:\n    choices:\n      few: {set: {ceiling: 1}}\n"
    (school / "mission.yaml").write_text(
        MISSION[: MISSION.index("levers:")] + contradiction + "      one: {set: {ceiling: 0}}\n", "utf-8"
    )
    out = tmp_path / "out"
    assert 3 == run(["brief", str(school), "--out", str(out), "--replications", "10", "--jobs", "1"])
    told = capsys.readouterr().err
    assert "cadre: no option except doing nothing is feasible\n" in told
    assert "set the ceiling to 2 or more" in told or "raise the ceiling to 2" in told
    assert (out / "brief.html").is_file()


def test_what_is_printed_is_in_the_language_asked_for_or_the_mission_s(school: Path, capsys: Printed) -> None:
    assert 0 == run(["check", str(school), "--language", "fr"])
    assert "School\u00a0: aucune erreur trouvée." in capsys.readouterr().out
    spoil(school, "  host:", "  language: fr\n  host:")
    assert 0 == run(["check", str(school)])
    assert "School\u00a0: aucune erreur trouvée." in capsys.readouterr().out
    assert 0 == run(["check", str(school), "--language", "en"])
    assert "School: no fault found." in capsys.readouterr().out


def test_a_language_that_no_catalogue_has_is_refused(school: Path, capsys: Printed) -> None:
    assert 2 == run(["check", str(school), "--language", "xx"])
    assert "--language: found 'xx', must be one of en, fr, ar; choose one of them" in capsys.readouterr().err


# ---- warnings of the mission


def test_check_tells_what_is_odd_with_its_place_and_exits_with_0(school: Path, capsys: Printed) -> None:
    (school / "offers.tsv").write_text("id\n", "utf-8")
    assert 0 == run(["check", str(school)])
    printed = capsys.readouterr()
    assert "School: no fault found." in printed.out
    assert "offers.tsv: warning: a file that is not read" in printed.out
    assert "courses.advanced: warning: no pass rate: where passes is left\n  out nobody" in printed.out
    assert "warnings: the mission can be planned; --strict refuses it." in printed.out
    assert "" == printed.err
    assert max(map(len, printed.out.splitlines())) <= 80


def test_what_is_odd_is_data_where_data_is_asked_for(school: Path, capsys: Printed) -> None:
    (school / "offers.tsv").write_text("id\n", "utf-8")
    assert 0 == run(["check", str(school), "--json"])
    warnings = json.loads(capsys.readouterr().out)["warnings"]
    assert all({"where", "kind", "found", "matters", "cure"} == set(one) for one in warnings)
    assert ("offers.tsv", "file-not-read") in {(one["where"], one["kind"]) for one in warnings}


def test_strict_makes_faults_of_warnings_in_any_command(school: Path, capsys: Printed) -> None:
    for words in (["check"], ["options"], ["plan"], ["brief"]):
        option = ["many.none"] if words == ["plan"] else []
        assert 2 == run([*words, str(school), *option, "--strict"])
        told = capsys.readouterr().err
        assert "which --strict refuses: where passes is left out nobody ever fails; write passes" in told
        assert "faults found" in told


def test_before_work_begins_the_first_warnings_are_told_in_a_line_each(school: Path, capsys: Printed) -> None:
    assert 0 == run(["plan", str(school), "many.none"])
    lines = [line for line in capsys.readouterr().err.splitlines() if "arning" in line]
    assert 6 == len(lines)
    assert "Warning: mission.yaml:38:5: courses.advanced: no pass rate" in lines
    assert all(line.startswith("Warning: ") for line in lines[:5])
    assert lines[5].endswith(f"`cadre check {school}` says why they matter and what to do")


def test_of_a_kind_that_stands_often_the_first_are_told_and_the_rest_counted(
    school: Path, capsys: Printed
) -> None:
    for n in range(9):
        (school / f"offers-{n}.txt").write_text("id\n", "utf-8")
    assert 0 == run(["check", str(school)])
    printed = capsys.readouterr().out
    assert 5 == printed.count("a file that is not read")
    assert "4 more of these kinds: --json gives them." in printed


def test_a_title_that_steers_a_terminal_does_not_reach_it_in_a_warning(school: Path, capsys: Printed) -> None:
    spoil(school, "  advanced:\n    weeks: 4", '  advanced:\n    title: "a\u202eb"\n    weeks: 4')
    run(["check", str(school)])
    printed = capsys.readouterr()
    assert "\u202e" not in printed.out + printed.err
