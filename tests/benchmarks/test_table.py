"""The tables of the benchmarks: what is missed is told as missed, what is missing as missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks import asked, measure, suite, table
from benchmarks.asked import Published, lines, over_instances
from benchmarks.checks.judged import Judged
from benchmarks.measure import Finding, findings_in, keep, measured
from benchmarks.tm8.case import PUBLISHED

BEST = {"a": Published(50, True), "b": Published(100, False), "c": Published(80, False)}


def finding(case: str, **given: Any) -> Finding:
    known: dict[str, Any] = {"benchmark": "mspsp", "peer": "", "asked_seconds": 30.0, "seconds": 30.0}
    return Finding(**(known | {"case": case, "line": {}} | given))


def instance(case: str, makespan: int, *wrong: str, peer: str = "") -> Finding:
    line = {"objective": makespan, "status": "optimal" if makespan == 50 else "feasible", "bound": 40}
    return finding(case, peer=peer, line=line, judged=Judged(makespan, list(wrong)))


def forces(seconds: float, **line: Any) -> Finding:
    known = {"benchmark": "forces", "asked_seconds": seconds, "seconds": seconds}
    return finding("fg500", **known, line={"objective": 1, "violations": []} | line, judged=Judged(1, []))


def verdict_of(wanted: str, findings: list[Finding]) -> asked.Verdict:
    (line,) = (line for line in lines(BEST) if line.asked == wanted)
    own = [f for f in findings if f.benchmark == line.benchmark and not f.peer]
    return line.judge(own)


def test_instances_are_averaged_over_valid_plans_and_counted() -> None:
    found = over_instances([instance("a", 50), instance("b", 90), instance("c", 84, "wrong")], BEST)
    assert (found.number, found.valid, found.open, found.beaten, found.proved) == (3, 2, 2, 1, 1)
    assert found.mean == pytest.approx((0.0 - 0.1) / 2)


def test_a_plan_that_breaks_a_rule_never_counts_as_better() -> None:
    assert over_instances([instance("b", 90, "two at once")], BEST).beaten == 0


def test_a_proved_instance_is_not_an_open_one() -> None:
    assert over_instances([instance("a", 49)], BEST).beaten == 0


def test_invalid_plans_are_a_missed_line() -> None:
    assert verdict_of("every plan valid", [instance("a", 50), instance("b", 90, "wrong")]).met is False
    assert verdict_of("every plan valid", [instance("a", 50), instance("b", 90)]).met is True


def test_the_mean_is_judged_at_one_percent() -> None:
    wanted = "mean makespan ≤ 1 % over the published best in 30 s"
    assert verdict_of(wanted, [instance("b", 100)]) == asked.Verdict("+0.00 %", True)
    assert verdict_of(wanted, [instance("b", 102)]).met is False


def test_a_third_of_the_open_instances_must_be_beaten() -> None:
    wanted = "better than published on a third"
    assert verdict_of(wanted, [instance("b", 99), instance("c", 80)]) == asked.Verdict("1 of 2", True)
    assert verdict_of(wanted, [instance("b", 100), instance("c", 80)]).met is False


def test_a_gap_is_judged_in_the_run_of_the_seconds_asked_for() -> None:
    found = [forces(60, gap=0.06), forces(300, gap=0.01)]
    assert verdict_of("gap ≤ 5 % in 60 s", found).met is False
    assert verdict_of("gap ≤ 2 % in 300 s", found) == asked.Verdict("1.00%", True)


def test_a_good_gap_of_a_plan_that_breaks_a_rule_is_missed() -> None:
    assert verdict_of("gap ≤ 5 % in 60 s", [forces(60, gap=0.01, violations=["late"])]).met is False


def test_what_was_not_run_is_not_called_met() -> None:
    assert verdict_of("gap ≤ 5 % in 60 s", []) == asked.Verdict("not measured", None)
    assert verdict_of("gap ≤ 5 % in 60 s", [forces(60)]).met is False


def test_the_peers_of_a_line_are_not_judged_by_it() -> None:
    tables = table.written([instance("b", 90, peer="mspsp_naive")], BEST, date(2026, 1, 1))
    assert "| mspsp | all | every plan valid | not measured | not measured |" in tables


def test_the_tables_tell_missed_and_missing_and_each_method() -> None:
    found = [
        forces(60, gap=0.09, first_plan_seconds=1.0),
        finding("tm8", benchmark="simulation", asked_seconds=None, seconds=None, trouble="not there"),
        instance("b", 90),
        instance("b", 120, peer="mspsp_naive"),
    ]
    tables = table.written(found, BEST, date(2026, 1, 1))
    assert "| forces | fg500 | gap ≤ 5 % in 60 s | 9.00% | **missed** |" in tables
    assert "| tm8 | cadre | not there |  |" in tables
    assert "| cadre | 1 of 1 | -10.00 % | 1 of 1 | 0 | 0 |" in tables
    assert "| naive | 1 of 1 | +20.00 % | 0 of 1 | 0 | 0 |" in tables
    assert "| b | 100 | 90 (40) | 120 (40) |" in tables


def test_where_peers_run_on_some_cases_ours_on_those_stand_beside_them() -> None:
    found = [instance("b", 90), instance("c", 96), instance("b", 120, peer="mspsp_naive")]
    tables = table.written(found, BEST, date(2026, 1, 1))
    assert "| cadre | 2 of 2 | +5.00 % | 1 of 2 | 0 | 0 |" in tables
    assert "| cadre, on the cases of the peers | 1 of 1 | -10.00 % | 1 of 1 | 0 | 0 |" in tables


def test_peers_run_on_every_so_many_files(tmp_path: Path) -> None:
    (tmp_path / "mspsp").mkdir()
    for name in "abcdefg":
        (tmp_path / "mspsp" / f"{name}.dzn").write_text("", encoding="utf-8")
    jobs = list(suite.jobs(["mspsp"], tmp_path, quick=False, peers=True))
    assert list("abcdefg") == [job.case for job in jobs if not job.peer]
    assert {"a", "e"} == {job.case for job in jobs if job.peer}


def played(peer: str = "", **line: Any) -> Finding:
    return finding(
        "tm8",
        benchmark="simulation",
        peer=peer,
        asked_seconds=None,
        seconds=None,
        line={"case": "tm8"} | line,
    )


def test_outputs_of_the_simulation_are_judged_by_their_distance_from_those_published() -> None:
    wanted = "outputs ≤ 4 standard errors from the published"
    outputs = {name: [mean, half, 0.0, 0.0] for name, (mean, half) in PUBLISHED.items()}
    far = outputs | {"nco": [636.4 + 4.1 * np.hypot(0.7, 0.7) / 1.96, 0.7, 0.0, 0.0]}
    assert verdict_of(wanted, [played(outputs=outputs)]) == asked.Verdict("0.0", True)
    assert verdict_of(wanted, [played(outputs=far)]) == asked.Verdict("4.1", False)
    assert verdict_of(wanted, [played()]) == asked.Verdict("not told", False)


def test_figures_of_the_simulation_are_told_by_method() -> None:
    outputs = {"nco": [636.44, 0.71, 594.0, 688.0]}
    found = [played(replications_per_core_second=7000.0), played("simulation_simpy", outputs=outputs)]
    tables = table.written(found, BEST, date(2026, 1, 1))
    assert "| tm8 | cadre | replications per core second | 7,000 |" in tables
    assert "| tm8 | simpy | nco | 636.4 ± 0.7 (594 / 688) |" in tables


def test_tables_are_put_between_the_markers_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")
    table.put(page, "new\n")
    table.put(page, "newer\n")
    assert page.read_text(encoding="utf-8") == f"before\n{table.BEGIN}\n\nnewer\n\n{table.END}\nafter\n"


@pytest.mark.parametrize("text", ["", f"{table.BEGIN}", f"{table.END}{table.BEGIN}"])
def test_a_page_without_its_markers_is_refused(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="once, in this order"):
        table.put(page, "new")
    assert page.read_text(encoding="utf-8") == text


def test_findings_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    kept = [instance("b", 90), finding("c", trouble="not there")]
    for one in kept:
        keep(tmp_path / "results" / "file", one)
    assert list(findings_in(tmp_path / "results" / "file")) == kept


def job(**given: Any) -> suite.Job:
    known: dict[str, Any] = {"benchmark": "mspsp", "peer": "mspsp_naive", "case": "a", "path": None}
    return suite.Job(**(known | {"asked_seconds": 20.0, "seconds": 2.0, "arguments": ()} | given))


def test_a_missing_module_or_case_is_told(tmp_path: Path) -> None:
    assert measured(job(peer="mspsp_nobody")).trouble == "not there"
    assert measured(job(benchmark="nothing", peer="")).trouble == "not there"
    assert measured(job(path=tmp_path / "nothing")).trouble == "the case is not there"


def test_a_job_that_fails_is_told_and_does_not_end_the_run(tmp_path: Path) -> None:
    broken = tmp_path / "case.dzn"
    broken.write_text("dur = [1];", encoding="utf-8")
    assert "the file has no" in measured(job(arguments=(str(broken),), path=broken)).trouble


def test_a_job_is_run_and_its_plan_judged(tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    post = {"skill": 1, "rank": 1, "opens": 0, "closes": 10, "priority": 2}
    offer = {"skills": [1], "rank": 1, "arrives": 0, "leaves": 10, "people": 1, "refuses_posts": []}
    given = {"least_stint_weeks": 2, "longest_tour_weeks": 9, "posts": [post], "offers": [offer]}
    case.write_text(json.dumps(given), encoding="utf-8")
    found = measured(job(benchmark="forces", peer="", arguments=(str(case),), path=case))
    assert found.judged == Judged(18, [], {"weeks at the wrong rank": 0})
    assert (found.line["objective"], found.line["bound"], found.violations) == (18, 18, [])


def test_a_quick_run_has_a_tenth_of_the_seconds(tmp_path: Path) -> None:
    usual = list(suite.jobs(["forces"], tmp_path, quick=False, peers=True))
    quick = list(suite.jobs(["forces"], tmp_path, quick=True, peers=True))
    assert [6.0, 6.0, 30.0, 30.0] == [one.seconds for one in quick]
    assert [one.seconds for one in usual] == [one.asked_seconds for one in quick]


def test_every_peer_of_the_suite_is_there() -> None:
    for one in suite.jobs([], suite.CASES, quick=False, peers=True):
        if one.peer:
            assert (Path(measure.__file__).parent / "peers" / f"{one.peer}.py").is_file()


def test_every_line_asks_for_something_that_the_suite_runs() -> None:
    names = {benchmark.name for benchmark in suite.SUITE}
    assert {line.benchmark for line in lines(BEST)} <= names


def growth(**seconds: float) -> list[Finding]:
    known = {"benchmark": "timetable_growth", "asked_seconds": 600.0, "seconds": 600.0}
    lines_of = {n: {"gap": 0.04, "seconds": s} for n, s in seconds.items()}
    return [
        finding(f"{n[1:]} serials", **known, line=line, judged=Judged(1, [])) for n, line in lines_of.items()
    ]


def test_growth_is_judged_by_the_steepest_step() -> None:
    wanted = "time to a 5 % gap grows less than quadratically"
    assert verdict_of(wanted, growth(n150=1.0, n600=4.0, n2400=50.0)).met is True
    assert verdict_of(wanted, growth(n150=1.0, n600=4.0, n2400=70.0)).met is False
    assert verdict_of(wanted, growth(n150=1.0, n600=4.0)).met is None
    late = [*growth(n150=1.0, n600=4.0), *growth(n2400=5.0)]
    late[-1].line["gap"] = 0.06
    assert verdict_of(wanted, late).met is False


def test_seats_short_are_held_against_the_least_proved() -> None:
    def found(short: int) -> list[Finding]:
        line = {"seats": 1000, "seats_short": short, "seats_short_at_least": 10}
        known = {"benchmark": "timetable", "asked_seconds": 120.0, "seconds": 120.0}
        return [finding("tt600-heavy", **known, line=line, judged=Judged(1, []))]

    wanted = "seats short within 0.3 % of the least proved"
    assert verdict_of(wanted, found(13)).met is True
    assert verdict_of(wanted, found(14)).met is False
