"""What changed between two studies, on the study made by hand with single facts changed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cadre.brief.changes import Since, since
from cadre.brief.changes_words import cause_words, lines
from cadre.brief.compose import compose, read
from cadre.brief.content import cited, sections, targets
from cadre.brief.data.study_json import study_json
from cadre.brief.data.trace import trace
from cadre.brief.writing import place, write_brief
from cadre.cli import run
from cadre.differences import difference
from cadre.errors import BadInput
from cadre.reasons.older import AsWritten
from cadre.reasons.screening import DominatedBy
from cadre.study import Study
from cadre.words import Catalogue, Formats
from tests.brief.reading_aloud import aloud
from tests.brief.reading_aloud import lines as read_aloud

OPTION = "rotating.small"
COST = f"option.{OPTION}.cost"


@pytest.fixture(scope="module")
def document(files: dict[str, bytes]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(files["study.json"])
    return made


def _older(document: dict[str, Any], *changes: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Give the study as it was before some changes."""
    old = copy.deepcopy(document)
    for change in changes:
        change(old)
    return old


def _number(document: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(number for number in document["numbers"] if number["id"] == key)
    return found


def _cheaper(document: dict[str, Any]) -> None:
    """A guard cost less, and the option with it: its range ended below today's median."""
    document["mission"]["document"]["roles"]["guard"]["costs_a_year"] = "10 k"
    _number(document, COST).update(value=5e6, low=4e6, high=6e6)


def _fewer_recruits(document: dict[str, Any]) -> None:
    document["mission"]["document"]["recruits"]["army"]["a_year"]["low"] = 100


def _a_little_cheaper(document: dict[str, Any]) -> None:
    number = _number(document, COST)
    number.update(value=0.5 * (number["low"] + number["value"]))


def _told(changed: Since) -> str:
    return "\n".join(lines(changed, Formats(Catalogue(), "EUR")))


def test_nothing_changed_between_a_study_and_itself(document: dict[str, Any]) -> None:
    changed = since(document, document)
    assert ((), (), (), ()) == (changed.facts, changed.came, changed.went, changed.moved)
    assert changed.compared > 20
    assert changed.whole


def test_one_fact_that_changed_is_named_as_what_moved_a_number(document: dict[str, Any]) -> None:
    changed = since(document, _older(document, _cheaper))
    assert ["roles.guard.costs_a_year"] == [fact.path for fact in changed.facts]
    assert [COST] == [moved.id for moved in changed.moved]
    assert "moved by roles.guard.costs_a_year" == cause_words(changed.moved[0], Catalogue())
    assert f"{COST}: EUR 5 M (4–6 M) -> EUR 14 M (11–18 M); moved by roles.guard.costs_a_year" in _told(
        changed
    )


def test_of_several_facts_none_is_singled_out(document: dict[str, Any]) -> None:
    changed = since(document, _older(document, _cheaper, _fewer_recruits))
    (moved,) = changed.moved
    assert {"roles.guard.costs_a_year", "recruits.army.a_year"} == set(moved.facts)
    assert cause_words(moved, Catalogue()).startswith("moved by one or more of ")


def test_a_fact_that_is_no_input_of_the_number_reaches_it_only_through_the_plans(
    document: dict[str, Any],
) -> None:
    def moved_filled(old: dict[str, Any]) -> None:
        _fewer_recruits(old)
        _number(old, f"option.{OPTION}.filled").update(value=0.1, low=0.1, high=0.2)

    (moved,) = since(document, _older(document, moved_filled)).moved
    assert not moved.direct
    assert "moved by recruits.army.a_year, through the plans" == cause_words(moved, Catalogue())


def test_a_number_that_stays_within_its_range_did_not_move(document: dict[str, Any]) -> None:
    assert () == since(document, _older(document, _a_little_cheaper)).moved


def test_a_statement_alone_moves_nothing(document: dict[str, Any]) -> None:
    def reworded(old: dict[str, Any]) -> None:
        old["mission"]["document"]["ledger"]["statements"]["L1"]["says"] = "Something else"
        _number(old, COST).update(value=5e6, low=4e6, high=6e6)

    changed = since(document, _older(document, reworded))
    assert ["ledger.statements.L1.says"] == [fact.path for fact in changed.facts]
    assert "nothing stated changed that could have moved it" == cause_words(changed.moved[0], Catalogue())


def test_another_seed_or_version_is_a_fact_that_moves_everything(document: dict[str, Any]) -> None:
    def reseeded(old: dict[str, Any]) -> None:
        old["seed"] = 2
        _number(old, COST).update(value=5e6, low=4e6, high=6e6)

    (moved,) = since(document, _older(document, reseeded)).moved
    assert ("seed",) == moved.facts


def test_options_come_and_go_with_the_reason_of_the_other_study(document: dict[str, Any]) -> None:
    def other(old: dict[str, Any]) -> None:
        option = next(o for o in old["options"] if o["id"] == OPTION)
        option["id"], option["title"] = "standing.medium", "a standing command, at most 120 people"
        entry = next(e for e in old["screened"] if e["option"] == OPTION)
        entry["reason"] = "near twin"

    changed = since(document, _older(document, other))
    assert [(OPTION, AsWritten("near twin"), "near twin")] == [
        (o.option, o.why, o.text) for o in changed.came
    ]
    (went,) = changed.went
    why = DominatedBy("rotating.medium", (difference("cost", 5e6), difference("outcome", -0.02)))
    said = "dominated by option B: costs EUR 5 M more and reaches 2 points less of the targets"
    assert ("standing.medium", why, said) == (went.option, went.why, went.text)


def test_a_reason_of_a_kind_that_is_not_known_is_told_as_the_other_study_told_it(
    document: dict[str, Any],
) -> None:
    def later(old: dict[str, Any]) -> None:
        option = next(o for o in old["options"] if o["id"] == OPTION)
        option["id"] = "standing.medium"
        entry = next(e for e in old["screened"] if e["option"] == OPTION)
        entry["reason"] = {"kind": "screening.unheard-of", "text": "too far away"}

    (came,) = since(document, _older(document, later)).came
    assert (AsWritten("too far away"), "too far away") == (came.why, came.text)


def test_a_lever_moves_the_options_that_choose_it_only(document: dict[str, Any]) -> None:
    def other_ceiling(old: dict[str, Any]) -> None:
        choices = old["mission"]["document"]["levers"]["people_at_most"]["choices"]
        choices["large"]["set"] = {"ceiling": 1}
        for option in (OPTION, "standing.large"):
            _number(old, f"option.{option}.cost").update(value=5e6, low=4e6, high=6e6)

    direct = {m.id: m.direct for m in since(document, _older(document, other_ceiling)).moved}
    assert {COST: False, "option.standing.large.cost": True} == direct


def test_an_older_study_without_its_mission_is_compared_by_its_inputs(document: dict[str, Any]) -> None:
    def poorer(old: dict[str, Any]) -> None:
        del old["mission"]["document"]
        old["inputs"]["courses.deminer.passes"]["value"]["likely"] = 0.5
        del old["inputs"]["roles.guard.costs_a_year"]

    changed = since(document, _older(document, poorer))
    assert not changed.whole
    assert ["courses.deminer.passes.likely"] == [fact.path for fact in changed.facts]
    assert "only inputs of its numbers were compared" in _told(changed)


def test_the_brief_tells_what_changed_with_an_id_for_every_number(
    study: Study, document: dict[str, Any], tmp_path: Path
) -> None:
    context = read(study, _older(document, _cheaper))
    brief = compose(context)
    section = brief.annexes[0]
    assert "since" == section.id
    assert "1 fact changed; 1 of" in read_aloud(section)[0]
    table = next(block for block in section.blocks if getattr(block, "id", "") == "moved")
    assert ["EUR 5 M (4–6 M)", "EUR 14 M (11–18 M)", "moved by roles.guard.costs_a_year"] == [
        aloud(cell)
        for cell in table.rows[0][1:]  # type: ignore[union-attr]
    ]
    assert f"last.{COST}" in targets(sections(brief))
    assert set() == {*cited(sections(brief))} - targets(sections(brief))
    assert "since" not in {annex.id for annex in compose(read(study)).annexes}


def test_a_number_of_the_last_brief_can_be_traced(
    study: Study, document: dict[str, Any], tmp_path: Path
) -> None:
    context = read(study, _older(document, _cheaper))
    place({"study.json": study_json(context)}, tmp_path / "out")
    found = trace(tmp_path / "out", f"last.{COST}")
    assert (5e6, [COST]) == (found.value, [one.id for one in found.numbers])


def test_the_command_prints_what_changed(
    document: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, held in (("new", document), ("old", _older(document, _cheaper))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "study.json").write_text(json.dumps(held))
    assert 0 == run(["since", str(tmp_path / "new"), str(tmp_path / "old")])
    assert "1 fact changed." in capsys.readouterr().out
    assert 0 == run(["since", str(tmp_path / "new"), str(tmp_path / "old"), "--json"])
    assert COST == json.loads(capsys.readouterr().out)["moved"][0]["id"]


def test_a_brief_since_a_folder_without_study_is_refused(study: Study, tmp_path: Path) -> None:
    assert 2 == run(["since", str(tmp_path), str(tmp_path)])
    with pytest.raises(BadInput, match="no such file"):
        write_brief(study, tmp_path / "out", last=tmp_path)
    assert not (tmp_path / "out").exists()
