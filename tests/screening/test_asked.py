"""What is asked: choices written and derived, the option as asked or what forbids it, the least, pins."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.mission.asked import answers, asked_of_levers
from cadre.mission.faults import faults_between
from cadre.mission.pins import read_pin
from cadre.options import NOTHING, options
from cadre.plans import AskedFor
from cadre.reasons.options import (
    AsAsked,
    AskedTwice,
    DiffersInOne,
    LeastThatAnswers,
    LeastThatServes,
    NearestToAsked,
    NoneShownWith,
    PinCannotBeDone,
    PinnedByPlanner,
    RuleForbids,
)
from cadre.screening import Screening, choose
from cadre.screening.distance import Evaluated
from tests.screening.made import NONE, against, measures, mission_with

LEVERS = {"size": ("small", "large"), "command": ("none", "standing"), "length": ("short", "long")}


def asking(rules: list[dict[str, Any]] | None = None, **elements: dict[str, Any]) -> Mission:
    """A mission with three levers whose mandate names elements."""
    base = mission_with(**LEVERS)
    document = base.document()
    document["mandate"]["elements"] = {
        key.replace("_", "-"): {"title": key, "asked": asked} for key, asked in elements.items()
    }
    document["rules"] = [{"never": rule, "because": "they do not go together"} for rule in rules or []]
    return Mission.model_validate(document)


def all_of(base: Mission, **told: dict[str, float]) -> list[Evaluated]:
    """Every option: what is longer, larger and more standing reaches more and costs more."""
    made = [Evaluated(options(base)[0], NONE)]
    for option in options(base)[1:]:
        size, command, length = (list(LEVERS[k]).index(option.choices[k]) for k in LEVERS)
        reached = 0.3 + 0.3 * size + 0.1 * command + 0.2 * length
        value = told.get(option.id.replace(".", "__"))
        made.append(
            Evaluated(option, value or measures(reached, 1e6 * (5 + 30 * size + 5 * command + 9 * length)))
        )
    return made


def why(told: Screening, option: str) -> object:
    return next(s.reason for s in told.screened if s.option == option)


def shown(told: Screening) -> list[str]:
    return [option.id for option in told.shown]


def test_what_is_asked_is_shown_and_levers_left_open_are_named() -> None:
    mission = asking(command={"command": "standing"}, length={"length": ["long"]})
    told = choose(mission, all_of(mission))
    assert "large.standing.long" == told.asked.option
    assert AsAsked(("size",), derived=False, least=False) == why(told, "large.standing.long")
    assert LeastThatAnswers(2, 2) == why(told, "small.standing.long")


def test_of_options_as_asked_that_reach_as_much_the_cheapest_is_it() -> None:
    mission = asking(command={"command": "standing"}, length={"length": "long"})
    alike = {"large__standing__long": measures(0.61, 80e6)}
    told = choose(mission, all_of(mission, **alike))
    assert "small.standing.long" == told.asked.option
    assert AsAsked(("size",), derived=False, least=True) == why(told, "small.standing.long")


def test_where_a_rule_forbids_what_is_asked_the_rule_is_told_and_the_nearest_shown() -> None:
    mission = asking(
        [{"command": "standing", "length": "long"}], c={"command": "standing"}, d={"length": "long"}
    )
    told = choose(mission, all_of(mission))
    assert None is told.asked.option
    assert (RuleForbids("they do not go together"),) == told.asked.why_not
    assert any(isinstance(s.reason, NearestToAsked) and s.kept for s in told.screened)


def test_what_cannot_be_carried_out_is_told_where_it_is_asked() -> None:
    mission = asking(c={"command": "standing", "size": "large", "length": "long"})
    made = [
        Evaluated(e.option, {}, against("no site")) if e.option.id == "large.standing.long" else e
        for e in all_of(mission)
    ]
    assert (against("no site"),) == choose(mission, made).asked.why_not


def test_elements_that_ask_for_different_choices_are_told() -> None:
    mission = asking(one={"command": "standing"}, other={"command": "none"})
    told = choose(mission, all_of(mission))
    assert (AskedTwice("command"),) == told.asked.why_not


def test_a_mandate_without_elements_asks_for_no_option() -> None:
    mission = mission_with(**LEVERS)
    told = choose(mission, all_of(mission))
    assert AskedFor((), ("size", "command", "length")) == told.asked


def test_choices_that_leave_out_what_serves_an_element_do_not_answer_it() -> None:
    document = mission_with(content=("all", "some"), size=("small", "large")).document()
    document["projects"] = {"school": {"activities": {"build": {"weeks": 4}}}}
    document["mandate"]["elements"] = {"school": {"title": "A school", "served_by": "school"}}
    document["levers"]["content"]["choices"]["some"]["set"] = {"projects.school.carried_out": False}
    mission = Mission.model_validate(document)
    assert {"school": {"content": frozenset({"all"})}} == answers(mission)
    (asked,) = asked_of_levers(mission)
    assert (("all",), True) == (asked.choices, asked.derived)
    document["mandate"]["elements"]["school"]["asked"] = {"content": "some"}
    (asked,) = asked_of_levers(Mission.model_validate(document))
    assert (("some",), False) == (asked.choices, asked.derived)


def test_ways_beside_what_is_asked_differ_in_one_lever_and_say_which_choice() -> None:
    mission = asking(c={"command": "standing", "length": "long", "size": "small"})
    told = choose(mission, all_of(mission))
    found = [s.reason for s in told.screened if isinstance(s.reason, DiffersInOne)]
    assert {"small.standing.long"} == {reason.other for reason in found}
    assert "size.large" in {reason.choice for reason in found}


def test_a_choice_that_no_option_shown_holds_has_its_best_option_and_the_reason() -> None:
    mission = asking(c={"command": "standing"}, d={"length": "long"}, e={"size": "large"})
    worse = {
        o.id.replace(".", "__"): measures(0.2, 90e6)
        for o in options(mission)[1:]
        if o.choices["length"] == "short"
    }
    told = choose(mission, all_of(mission, **worse))
    (short,) = [
        reason for reason in told.by_lever if isinstance(reason, NoneShownWith) and "short" in reason.choice
    ]
    assert ("length.short", "large.standing.short") == (short.choice, short.option)


@pytest.mark.parametrize(
    ("pin", "ids"),
    [
        ("small.none.short", ["small.none.short"]),
        ("asked, command=none", ["large.none.long"]),
        ("small.none.short, command", ["small.none.short", "small.standing.short"]),
        ("command=none, length=short", ["large.none.short"]),
        ("size, length=short, command=none", ["small.none.short", "large.none.short"]),
    ],
)
def test_pins_are_shown_whatever_else_is(pin: str, ids: list[str]) -> None:
    mission = asking(c={"command": "standing"}, d={"length": "long"}).changed({"always_show": [pin]})
    assert () == tuple(fault for fault in faults_between(mission) if "always_show" in str(fault.where))
    told = choose(mission, all_of(mission))
    assert set(ids) <= set(shown(told))
    assert all(isinstance(why(told, one), PinnedByPlanner | AsAsked | LeastThatAnswers) for one in ids)


def test_choices_of_a_pin_may_be_written_as_a_mapping() -> None:
    mission = asking().changed({"always_show": [{"command": ["none", "standing"], "size": "small"}]})
    assert ("command=none|standing, size=small",) == mission.always_show
    assert {"command": ("none", "standing"), "size": ("small",)} == read_pin(
        mission.always_show[0], LEVERS
    ).choices


def test_a_pin_that_cannot_be_carried_out_is_warned_of() -> None:
    mission = asking().changed({"always_show": ["small.none.short"]})
    made = [
        Evaluated(e.option, {}, against("no site")) if e.option.id == "small.none.short" else e
        for e in all_of(mission)
    ]
    told = choose(mission, made)
    assert PinCannotBeDone("small.none.short", against("no site")) in [w.reason for w in told.warnings]


choices = st.fixed_dictionaries(
    {}, optional={k: st.lists(st.sampled_from(of), min_size=1, unique=True) for k, of in LEVERS.items()}
)
levels = st.integers(0, 6)


@st.composite
def screened(draw: st.DrawFn) -> tuple[Mission, list[Evaluated]]:
    """A mission whose mandate asks for something, with measures at random, some options not to be done."""
    elements = {f"e{i}": asked for i, asked in enumerate(draw(st.lists(choices, max_size=3)))}
    rule = draw(
        st.fixed_dictionaries(
            {"command": st.sampled_from(LEVERS["command"]), "length": st.sampled_from(LEVERS["length"])}
        )
    )
    pins = draw(
        st.lists(st.sampled_from(["asked, command=none", "size=small", "length", "asked, size"]), max_size=2)
    )
    mission = asking([rule] if draw(st.booleans()) else [], **elements).changed({"always_show": pins})
    made = [Evaluated(options(mission)[0], NONE)]
    for option in options(mission)[1:]:
        at = measures(draw(levels) / 6, draw(levels) * 1e6, lasting=draw(levels) / 6)
        made.append(
            Evaluated(option, at) if draw(st.integers(0, 4)) else Evaluated(option, {}, against("no site"))
        )
    return mission, made


@given(screened())
def test_what_is_asked_is_always_shown_or_what_forbids_it_is_told(
    case: tuple[Mission, list[Evaluated]],
) -> None:
    mission, made = case
    told, asked = choose(mission, made), asked_of_levers(mission)
    names = [e for e in mission.mandate.elements.values() if e.asked]
    held = [
        e for e in made[1:] if e.why is None and all(e.option.choices[a.lever] in a.choices for a in asked)
    ]
    if names:
        assert bool(held) == (told.asked.option is not None)
        assert bool(held) != bool(told.asked.why_not)
    if told.asked.option is not None:
        assert told.asked.option in shown(told)
        choices = next(e.option.choices for e in made if e.option.id == told.asked.option)
        assert all(choices[a.lever] in a.choices for a in asked)


@given(screened())
def test_the_least_that_answers_is_shown_and_nothing_that_answers_as_much_and_adds_is_cheaper(
    case: tuple[Mission, list[Evaluated]],
) -> None:
    mission, made = case
    told = choose(mission, made)
    roles = [
        s
        for s in told.screened
        if isinstance(s.reason, LeastThatAnswers | LeastThatServes | AsAsked | NearestToAsked)
    ]
    possible = [e for e in made[1:] if e.why is None]
    if any(e.asked for e in mission.mandate.elements.values()) and possible:
        assert 1 <= len(roles) <= 2
        assert all(s.kept for s in roles)
        least = min(roles, key=lambda s: s.measures["cost"])
        by_element = answers(mission)

        def met(choices: Any) -> int:
            return sum(all(choices[k] in of for k, of in asked.items()) for asked in by_element.values())

        for e in possible:
            adds = e.measures["outcome"] > 0 or e.measures["lasting"] > 0
            assert (
                not adds
                or met(e.option.choices) < met(least.choices)
                or e.measures["cost"] >= least.measures["cost"]
            )


@given(screened())
def test_every_choice_that_can_stand_is_shown_or_told_why_not(case: tuple[Mission, list[Evaluated]]) -> None:
    mission, made = case
    told = choose(mission, made)
    held = {f"{k}.{c}" for option in told.shown for k, c in option.choices.items()}
    there = {f"{k}.{c}" for e in made[1:] for k, c in e.option.choices.items()}
    assert there - held == {reason.choice for reason in told.by_lever}  # type: ignore[attr-defined]


@given(screened())
def test_nothing_comes_first_and_more_than_six_are_shown_only_for_pins(
    case: tuple[Mission, list[Evaluated]],
) -> None:
    mission, made = case
    told = choose(mission, made)
    assert NOTHING == shown(told)[0]
    pins = [s for s in told.screened if isinstance(s.reason, PinnedByPlanner)]
    assert len(told.shown) <= max(6, 3 + len(pins))
