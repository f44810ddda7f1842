"""The example missions and the starters: sound, sourced, and the founding case not later than its day."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from cadre.mission import Mission, Quantity
from cadre.mission.asked import asked_of_levers
from cadre.mission.faults import faults_between
from cadre.mission_files import read_mission
from cadre.options import combinations, nothing
from cadre.packs import FOLDER, pack_names

ROOT = Path(__file__).parents[2]
EXAMPLES = {"iraq-2018": (200, 500), "demining-school": (12, 30)}
"""Fewest and most combinations of levers that the rules leave."""
FOLDERS = [ROOT / "missions" / name for name in EXAMPLES] + [
    FOLDER / name / "starter" for name in pack_names()
]
AS_OF = dt.date(2018, 2, 8)
NOT_SERVED = {"no-combat"}
"""Elements of the founding mandate that are answered by what is excluded."""
ASKED = {
    "missions/iraq-2018": {
        "length": {"five-years"},
        "content": {"everything"},
        "command": {"semi-permanent", "permanent"},
    },
    "missions/demining-school": {"length": {"eighteen-months"}, "content": {"own-school"}},
    "defence-capacity-building/starter": {"school": {"with-school"}},
    "mine-action/starter": {},
    "police/starter": {"school": {"accredited"}},
    "health/starter": {"school": {"accredited"}},
}
"""What is asked of the levers of each mission that ships; the tutorial's is the first starter."""
MILITARY = re.compile(
    r"\b(soldiers?|army|military|officers?|weapons?|troops?|force protection|sergeants?)\b", re.I
)


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def mission(request: pytest.FixtureRequest) -> Mission:
    return read_mission(request.param)


@pytest.fixture(scope="module")
def iraq() -> Mission:
    return read_mission(ROOT / "missions" / "iraq-2018")


def nodes(node: Any, path: str = "", sourced: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """Give everything in a mission with its path and whether it, or something around it, names a basis."""
    sourced = sourced or bool(getattr(node, "basis", ()))
    yield path, node, sourced
    inner: Mapping[str, Any] = {}
    if isinstance(node, BaseModel) and not isinstance(node, Quantity):
        inner = {name: getattr(node, name) for name in node.model_fields_set if name != "figures"}
    elif isinstance(node, Mapping):
        inner = node
    elif isinstance(node, tuple):
        inner = {str(i): child for i, child in enumerate(node)}
    for key, child in inner.items():
        yield from nodes(child, f"{path}.{key}".strip("."), sourced)


def unsourced(mission: Mission) -> list[str]:
    return [path for path, node, sourced in nodes(mission) if isinstance(node, Quantity) and not sourced]


def cited(mission: Mission) -> set[str]:
    found = {name for _, node, _ in nodes(mission) for name in getattr(node, "basis", ())}
    for lever in mission.levers.values():
        for choice in lever.choices.values():
            for value in choice.set.values():
                basis = value.get("basis", []) if isinstance(value, Mapping) else []
                found |= {basis} if isinstance(basis, str) else set(basis)
    return found


# ---- every mission that ships


def test_it_reads_without_a_fault(mission: Mission) -> None:
    assert faults_between(mission) == ()


def test_it_is_the_same_after_it_was_written_and_read_again(mission: Mission) -> None:
    again = Mission.model_validate(mission.document() | {"figures": mission.figures})
    assert mission == again


def test_every_quantity_that_is_written_has_a_basis(mission: Mission) -> None:
    assert unsourced(mission) == []


def test_a_quantity_without_a_basis_is_found(iraq: Mission) -> None:
    bare = iraq.changed({"competences.lieutenant.leaves": {"min": 0.01, "likely": 0.02, "max": 0.03}})
    assert unsourced(bare) == ["competences.lieutenant.leaves"]


def test_every_quantity_that_a_choice_sets_has_a_basis(mission: Mission) -> None:
    sets = [c.set for lever in mission.levers.values() for c in lever.choices.values()]
    ranges = [value for s in sets for value in s.values() if isinstance(value, Mapping)]
    assert [] == [value for value in ranges if "basis" not in value]


def test_every_statement_of_the_ledger_is_used(mission: Mission) -> None:
    told = {"L13"}  # said of Afghanistan; it bears on no number, and on L7 only
    assert set() == set(mission.ledger.statements) - cited(mission) - told


def test_assumptions_are_marked_and_say_why(mission: Mission) -> None:
    statements = mission.ledger.statements
    assumed = {key for key, s in statements.items() if s.attribution == "assumption"}
    assert {key for key in statements if key.startswith("A")} == assumed
    assert set() == {key for key in assumed if not statements[key].why or statements[key].source}


def test_statements_that_are_no_assumption_name_their_source_and_group(mission: Mission) -> None:
    told = {k: s for k, s in mission.ledger.statements.items() if s.attribution != "assumption"}
    assert set() == {key for key, s in told.items() if not (s.source and s.group and s.by)}


def test_what_is_judged_says_why_where_it_is_not_simply_official(mission: Mission) -> None:
    judged = {k: s for k, s in mission.ledger.statements.items() if s.attribution in ("unnamed", "named")}
    assert set() == {
        key for key, s in judged.items() if (s.reliability, s.credibility) != ("F", 6) and not s.why
    }


def test_every_element_of_the_mandate_is_served(mission: Mission) -> None:
    elements = mission.mandate.elements.items()
    unserved = {key for key, element in elements if not element.served_by and not element.asked}
    assert unserved <= NOT_SERVED


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_what_is_asked_of_the_levers_is_written_or_follows_from_what_serves(folder: Path) -> None:
    asked = {one.lever: set(one.choices) for one in asked_of_levers(read_mission(folder))}
    assert ASKED[f"{folder.parent.name}/{folder.name}"] == asked


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_the_rules_leave_an_option_as_asked(folder: Path) -> None:
    mission = read_mission(folder)
    asked = {one.lever: one.choices for one in asked_of_levers(mission)}
    assert any(all(c[k] in of for k, of in asked.items()) for c in combinations(mission))


def test_doing_nothing_can_be_applied(mission: Mission) -> None:
    assert nothing(mission).mission.ceiling in (0, 19)


@pytest.mark.parametrize(("name", "bounds"), EXAMPLES.items())
def test_the_rules_leave_as_many_options_as_planned(name: str, bounds: tuple[int, int]) -> None:
    number = sum(1 for _ in combinations(read_mission(ROOT / "missions" / name)))
    assert bounds[0] <= number <= bounds[1]


@pytest.mark.parametrize(
    "folder", [f for f in FOLDERS if "demining" in f.name or "mine-action" in str(f)], ids=str
)
def test_a_civil_mission_speaks_of_nothing_military(folder: Path) -> None:
    text = "\n".join(file.read_text("utf-8") for file in sorted(folder.iterdir()) if file.is_file())
    assert [] == MILITARY.findall(text)


# ---- the founding case, as known on its day


def test_nothing_in_the_ledger_is_later_than_the_day_the_planner_stands_on(iraq: Mission) -> None:
    assert iraq.mandate.as_of == AS_OF
    assert [] == [k for k, s in iraq.ledger.statements.items() if s.date is not None and s.date > AS_OF]
    assert [] == [k for k, s in iraq.ledger.sources.items() if latest_year(s.date) > AS_OF.year]
    assert [] == [k for k, s in iraq.ledger.sources.items() if isinstance(s.date, dt.date) and s.date > AS_OF]


def test_no_published_figure_it_rests_on_is_later(iraq: Mission) -> None:
    named = {name[2:] for name in cited(iraq) | from_statements(iraq) if name.startswith("P:")}
    assert named
    assert [] == [key for key in sorted(named) if latest_year(iraq.figures[key].source.date) >= AS_OF.year]


def test_a_later_figure_would_be_found(iraq: Mission) -> None:
    assert latest_year(iraq.figures["mandate-length-eu"].source.date) == 2018


def latest_year(date: dt.date | str) -> int:
    return max(map(int, re.findall(r"\d{4}", str(date))), default=0)


def from_statements(mission: Mission) -> set[str]:
    return {name for statement in mission.ledger.statements.values() for name in statement.basis}


def test_the_five_diplomats_count_as_one_group(iraq: Mission) -> None:
    five = [k for k, s in iraq.ledger.statements.items() if s.group == "the five"]
    assert five == ["L1", "L2", "L3", "L4", "L9", "L10", "L23"]


def test_all_sixteen_statements_of_the_day_are_there(iraq: Mission) -> None:
    assert {f"L{i}" for i in range(1, 17)} <= set(iraq.ledger.statements)


def test_no_position_is_put_into_the_mouth_of_a_named_government(iraq: Mission) -> None:
    assert set(iraq.parties) == {"pressing", "willing", "wary-of-length", "wary-of-cost", "host"}
    assert [] == [key for key, party in iraq.parties.items() if key != "host" and party.how_many.is_known]


def test_offers_and_positions_are_marked_as_assumptions(iraq: Mission) -> None:
    assert [] == [key for key, offer in iraq.offers.items() if "A41" not in offer.basis]
    assert [] == [i for i, position in enumerate(iraq.positions) if "A45" not in position.basis]


def test_what_may_end_the_mission_rests_on_marked_assumptions(iraq: Mission) -> None:
    chances = [event.chance for event in iraq.events.values()]
    assert ["A51", "A52", "A53", "A53"] == [name for chance in chances if chance for name in chance.basis]
    assert all(not chance.is_known for chance in chances if chance)


def test_scarce_skills_are_offered_by_fewer_people_than_the_others(iraq: Mission) -> None:
    people = {role: sum(o.people for o in iraq.offers.values() if o.role == role) for role in iraq.roles}
    assert people["bomb-disposal-expert"] < people["mechanic-trainer"] < people["medical-trainer"]


def test_every_open_question_is_a_lever_or_a_quantity_or_an_event_not_known(iraq: Mission) -> None:
    for question in iraq.mandate.open.values():
        assert (question.lever is None) != (question.planned_with is None)
        assert question.planned_with is None or not iraq.quantities[question.planned_with].is_known
        assert question.can_learn_by is not None
