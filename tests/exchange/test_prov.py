"""The chain of the study made by hand as PROV, read back by the library's own readers."""

import json
from pathlib import Path
from typing import Any

import pytest
from prov.model import ProvDocument, ProvEntity

from cadre.brief.writing import files_of
from cadre.cli import run
from cadre.exchange.prov import prov_document, prov_text, write_prov
from tests.brief import by_hand

COST = "number:option.rotating.small.cost"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    (folder / "study.json").write_bytes(files_of(by_hand.study())["study.json"])
    return folder


@pytest.fixture(scope="module")
def study(out: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((out / "study.json").read_text("utf-8"))
    return made


@pytest.fixture(scope="module")
def written(study: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(prov_text(prov_document(study), "json"))
    return made


def _pairs(written: dict[str, Any], relation: str, of: str, to: str) -> set[tuple[str, str]]:
    return {(record[f"prov:{of}"], record[f"prov:{to}"]) for record in written[relation].values()}


def test_every_number_statement_input_and_plan_is_an_entity(
    study: dict[str, Any], written: dict[str, Any]
) -> None:
    expected = {f"number:{number['id']}" for number in study["numbers"]}
    expected |= {f"statement:{key}" for key in study["statements"]}
    expected |= {f"input:{path}" for path in study["inputs"]}
    expected |= {
        f"plan:{part}.{o['id']}" for o in study["options"] for part in ("need", "forces", "programme")
    }
    assert set() == expected - set(written["entity"])


def test_everything_that_a_relation_names_is_there(written: dict[str, Any]) -> None:
    things = {name for kind in ("entity", "activity", "agent") for name in written[kind]}
    named = {
        value
        for relation, records in written.items()
        if relation not in ("prefix", "entity", "activity", "agent")
        for record in records.values()
        for key, value in record.items()
        if key.startswith("prov:") and isinstance(value, str)
    }
    assert set() == named - things


def test_a_number_leads_through_its_stage_and_inputs_to_statements_and_their_source(
    written: dict[str, Any],
) -> None:
    made = _pairs(written, "wasGeneratedBy", "entity", "activity")
    derived = _pairs(written, "wasDerivedFrom", "generatedEntity", "usedEntity")
    used = _pairs(written, "used", "activity", "entity")
    members = _pairs(written, "hadMember", "collection", "entity")
    assert (COST, "stage:simulate.rotating.small") in made
    assert ("stage:simulate.rotating.small", "plan:programme.rotating.small") in used
    assert (COST, "set:rotating.small.training") in derived
    assert ("set:rotating.small.training", "input:courses.deminer.passes") in members
    assert ("input:courses.deminer.passes", "statement:L5") in derived
    assert any(one == "statement:L1" and other.startswith("source:") for one, other in derived)


def test_every_stage_is_carried_out_by_the_software_with_its_versions_and_seed(
    study: dict[str, Any], written: dict[str, Any]
) -> None:
    stages = {activity for activity, _ in _pairs(written, "wasAssociatedWith", "activity", "agent")}
    assert set(written["activity"]) == stages
    software = written["agent"]["agent:cadre-planner"]
    assert study["versions"]["cadre-planner"] == software["cadre:cadre-planner"]
    seed = written["activity"]["stage:simulate.rotating.small"]["cadre:seed"]
    assert study["seed"] == int(seed["$"])


@pytest.mark.parametrize("form", ["json", "provn"])
def test_what_was_written_reads_back_as_the_same_chain(form: str, study: dict[str, Any]) -> None:
    document = prov_document(study)
    assert document == ProvDocument.deserialize(content=prov_text(document, form), format=form)


def turned_round(node: Any) -> Any:
    """Return the same data with the keys of every object in the opposite order."""
    if isinstance(node, list):
        return [turned_round(one) for one in node]
    if isinstance(node, dict):
        return {key: turned_round(one) for key, one in reversed(node.items())}
    return node


def test_the_order_of_keys_in_study_json_does_not_change_the_text(study: dict[str, Any]) -> None:
    other = turned_round(study)
    assert list(study) != list(other)
    for form in ("json", "provn"):
        assert prov_text(prov_document(study), form) == prov_text(prov_document(other), form)


def test_no_time_is_stated(written: dict[str, Any]) -> None:
    assert "prov:startTime" not in json.dumps(written["activity"])
    assert "prov:time" not in json.dumps(written)


def test_the_command_writes_the_chain(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "deep" / "chain.provn"
    assert 0 == run(["trace", str(out), "--prov", str(file)])
    assert file.read_text("utf-8").startswith("document")
    assert ["chain.provn"] == [path.name for path in file.parent.iterdir()]
    assert f"{file}\n" == capsys.readouterr().out
    assert 2 == run(["trace", str(out)])
    assert 2 == run(["trace", str(out), "--prov", str(tmp_path / "chain.docx")])
    assert "must end in .json (PROV-JSON) or .provn (PROV-N)" in capsys.readouterr().err


def test_a_folder_without_a_study_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no such file"):
        write_prov(tmp_path, tmp_path / "chain.json")
    assert [] == list(tmp_path.iterdir())


def test_numbers_are_entities_with_their_value(study: dict[str, Any]) -> None:
    record = prov_document(study).get_record(COST)[0]
    assert isinstance(record, ProvEntity)
    assert "cadre:number" in {str(value) for _, value in record.attributes}


def test_every_number_says_its_kind_and_whose_it_is(study: dict[str, Any]) -> None:
    options = {option["id"] for option in study["options"]}
    for number in study["numbers"]:
        whose = number["option"]
        assert (whose in options) == number["id"].startswith("option."), number["id"]
        assert number["kind"].split(".")[0] == number["id"].split(".")[0]
        assert whose is None or number["id"].startswith(f"option.{whose}.")
