import dataclasses

import pytest

from cadre.brief.content import Brief, cited, sections, targets
from cadre.brief.context import Context
from cadre.brief.number import Number, Numbers
from cadre.brief.register.inputs import basis_of, in_order, input_sets, node_at
from cadre.words import Catalogue, Formats
from tests.brief import by_hand


def test_a_number_is_registered_once() -> None:
    numbers = Numbers(Formats(Catalogue(), "EUR"))
    number = Number("a.b", "a", 1, 1, 1, "posts", "by hand")
    numbers.add(number)
    with pytest.raises(ValueError, match="is registered twice"):
        numbers.add(number)


def test_every_number_says_how_it_was_made_and_what_it_came_from(context: Context) -> None:
    silent = [
        n.id
        for n in context.numbers
        if not n.how or not (n.inputs or n.how.startswith(("counted", "published", "fast evaluation")))
    ]
    assert [] == silent


def test_every_input_of_a_number_is_another_number_a_set_or_a_path_of_the_mission(context: Context) -> None:
    names = {number.id for number in context.numbers} | set(context.sets)
    paths = {name for number in context.numbers for name in number.inputs} - names
    assert [] == [path for path in sorted(paths) if node_at(context.view.mission, path) is None]


def test_low_never_exceeds_high(context: Context) -> None:
    assert [] == [n.id for n in context.numbers if not n.low <= n.value <= n.high]


def test_every_number_that_the_brief_cites_has_one_place_that_references_lead_to(brief: Brief) -> None:
    assert set() == {*cited(sections(brief))} - targets(sections(brief))


def test_the_basis_of_a_number_reaches_the_ledger_through_the_records_above_it(context: Context) -> None:
    option = context.view.options[1]
    assert ("A1", "A2", "A3", "L1", "L2", "L5", "P:attrition") == in_order(
        basis_of(option.mission, context.sets[f"set:{option.id}.training"])
    )
    number = context.numbers[f"option.{option.id}.cost"]
    assert {"A4", "A5", "P:tail-total-per-trainer"} <= set(number.basis)


def test_what_the_option_leaves_out_is_no_input() -> None:
    without = by_hand.mission().changed({"courses.medic.held": False, "projects.academy.carried_out": False})
    left = [path for of in input_sets("x", without).values() for path in of]
    assert [] == [
        path for path in left if path.startswith(("courses.medic", "projects.academy", "commands.standing"))
    ]
    assert "courses.deminer.passes" in left


def test_cost_inputs_are_no_inputs_of_training(context: Context) -> None:
    training = context.sets[f"set:{context.view.options[1].id}.training"]
    assert [] == [path for path in training if "cost" in path]


def test_statements_sort_as_people_would() -> None:
    assert ("A2", "A10", "L1", "P:tail") == in_order(["P:tail", "L1", "A10", "A2", "A2"])


def test_the_tail_is_what_support_rules_add_and_hired_people_are_not_counted(context: Context) -> None:
    small = context.view.options[1]
    peak = small.peak
    assert (9, 1, 4, 16) == (peak.trainers, peak.advisers, peak.command, peak.tail)
    assert 30 == peak.total
    assert 3.0 == peak.per_trainer


def test_numbers_are_frozen(context: Context) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        next(iter(context.numbers)).value = 0  # type: ignore[misc]
