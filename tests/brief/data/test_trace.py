import json
from pathlib import Path

import pytest

from cadre.brief.context import Context
from cadre.brief.data.trace import trace
from cadre.errors import BadInput


@pytest.fixture(scope="module")
def out(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    (folder / "study.json").write_bytes(files["study.json"])
    return folder


def test_every_number_of_the_brief_can_be_traced(out: Path, context: Context) -> None:
    found = [trace(out, number.id) for number in context.numbers]
    assert [number.id for number in context.numbers] == [one.id for one in found]
    assert all(str(one) for one in found)


def test_a_trace_reaches_ledger_pack_computation_seed_and_version(out: Path) -> None:
    found = trace(out, "option.rotating.small.cost")
    assert "cadre.simulation (docs/model/simulation.md)" == found.how
    assert 1 == found.seed
    assert "0.1.0" == found.versions["cadre-planner"]
    says = {statement.id: statement for statement in found.statements}
    assert "Recruits come at 300 to 700 a year" == says["A3"].says
    assert "Parliamentary reports, Parliament, 2013" == says["P:tail-total-per-trainer"].source
    paths = {one.path: one for one in found.inputs}
    assert {"min": 0.65, "likely": 0.8, "max": 0.92, "basis": ["L5", "A1"]} == paths[
        "courses.deminer.passes"
    ].value


def test_an_input_that_the_option_sets_is_shown_as_the_option_sets_it(out: Path) -> None:
    document = json.loads((out / "study.json").read_text())
    option = next(option for option in document["options"] if option["id"] == "rotating.small")
    assert {"command": "rotating", "ceiling": 60} == option["changes"]


def test_a_difference_is_made_of_the_numbers_of_two_options(out: Path) -> None:
    found = trace(out, "difference.rotating.small.nothing.cost")
    assert ["option.rotating.small.cost", "option.nothing.cost"] == [one.id for one in found.numbers]
    assert "  made of   option.rotating.small.cost = EUR 14 M (11–18 M)" in str(found)


def test_the_reference_in_print_leads_to_the_same_number(out: Path) -> None:
    by_id = trace(out, "option.rotating.small.cost")
    assert by_id == trace(out, str(by_id.ref)) == trace(out, f"[{by_id.ref}]")


def test_an_unknown_number_is_refused_with_the_nearest_one(out: Path) -> None:
    with pytest.raises(BadInput) as caught:
        trace(out, "option.rotating.small.cots")
    assert "did you mean 'option.rotating.small.cost'?" in str(caught.value)


@pytest.mark.parametrize(
    ("expected", "content"), [("no such file", None), ("must be JSON", b"{"), ("no numbers", b"[]")]
)
def test_a_folder_without_a_study_is_refused(expected: str, content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "study.json").write_bytes(content)
    with pytest.raises(BadInput, match=expected):
        trace(tmp_path, "12")
