"""Mutated missions: 2,000 are read or refused as they should be, and the judge sees what would be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.mutated import judging
from benchmarks.mutated.briefing import briefed, chosen
from benchmarks.mutated.judging import Verdict, judged, mutant
from benchmarks.mutated.mutant import SCHOOL, base
from benchmarks.mutated.plain_words import complaints
from cadre.errors import BadInput, Fault, Place
from cadre.messages import as_written, message
from cadre.mission import Mission
from cadre.mission_files import read_mission

SEED, MUTANTS, PIECES = 13, 2_000, 8


@pytest.mark.parametrize("piece", range(PIECES))
def test_mutants_are_read_as_what_they_mean_or_refused_in_plain_words(piece: int) -> None:
    verdicts = [judged(number, SEED) for number in range(piece, MUTANTS, PIECES)]
    assert [] == [(verdict.number, verdict.way, verdict.wrong) for verdict in verdicts if verdict.wrong]
    assert {"read", "refused"} == {verdict.came for verdict in verdicts}


def test_a_mutant_is_made_from_its_number_alone() -> None:
    one, other = mutant(7, SEED)[1], mutant(7, SEED)[1]
    assert (one.way, one.files, one.meaning) == (other.way, other.files, other.meaning)
    assert any(mutant(number, SEED)[1].files != one.files for number in range(8, 12))


def test_every_form_of_the_school_is_the_same_mission() -> None:
    assert base("yaml").document == base("csv").document == base("excel").document


def _number(seed: int = SEED) -> int:
    return next(
        n for n in range(1_000) if mutant(n, seed)[1].meaning.number is not None and judged(n, seed).digest
    )


def test_a_number_that_is_read_as_another_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    number = _number()
    assert () == judged(number, SEED).wrong
    monkeypatch.setattr(judging, "read_mission", lambda folder: read_mission(SCHOOL))
    assert "was read as" in judged(number, SEED).wrong[0]


def test_a_change_elsewhere_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = read_mission(SCHOOL).changed({"sites.camp.beds": 61})
    monkeypatch.setattr(judging, "read_mission", lambda folder: changed)
    assert any("changed sites.camp.beds: 60 to 61" in one for one in judged(_number(), SEED).wrong)


def test_what_is_raised_besides_faults_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(_: Path) -> Mission:
        raise KeyError("x")

    monkeypatch.setattr(judging, "read_mission", raises)
    verdict = judged(0, SEED)
    assert "failed" == verdict.came
    assert "KeyError" in verdict.wrong[0]


@pytest.mark.parametrize(
    "text", ["None", "a dict", "'40\\xa0000'", "<class 'int'>", "ValueError", "found <stream end>", "inf"]
)
def test_words_of_programs_are_seen(text: str) -> None:
    fault = Fault.of(Place("m.yaml", 1, 1), "fields.other", value=text, allowed=as_written("must be so"))
    assert [one for one in complaints(fault, "") if text.rsplit(maxsplit=1)[-1].strip("<>'")[:3] in one]


def test_a_fault_without_its_line_is_seen() -> None:
    fault = Fault.of(Place("m.yaml"), "fields.unknown-key", key="'x'", cure=message("faults.remove-it"))
    assert ["no place: m.yaml: found the unknown key 'x', must be a key that Cadre knows; remove it"] == list(
        complaints(fault, "")
    )


def test_accepted_mutants_that_differ_are_taken_to_a_brief() -> None:
    verdicts = [judged(number, SEED) for number in range(40)]
    (number,) = chosen(verdicts, 1)
    assert briefed(number, SEED).came in ("briefed", "nothing feasible")


def test_a_mission_that_fails_later_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise BadInput([])

    monkeypatch.setattr("benchmarks.mutated.briefing.run_study", fails)
    number = next(n for n in range(100) if judged(n, SEED).came == "read")
    verdict = briefed(number, SEED)
    assert isinstance(verdict, Verdict)
    assert "failed" == verdict.came
    assert verdict.wrong
