"""Options: every combination the rules allow, doing nothing first, ids and names that tell them apart."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import LONGEST_TITLE, NOTHING, combinations, find, options

ROOT = Path(__file__).parents[1]
BARE: dict[str, Any] = {
    "mission": {"title": "First aid", "host": "host", "starts": "2024-01-01", "horizon": 104},
    "mandate": {"asks": "a first-aid service"},
    "headquarters": "school",
    "sites": {"school": {}},
}


def levers(*sizes: int) -> dict[str, Any]:
    """Levers l0, l1, ... of so many choices each; choice n of the first sets the ceiling."""
    return {
        f"l{i}": {"choices": {f"c{i}{n}": {"set": {"ceiling": n} if i == 0 else {}} for n in range(size)}}
        for i, size in enumerate(sizes)
    }


def mission_with(levers: dict[str, Any], rules: list[dict[str, Any]] | None = None) -> Mission:
    because = {"because": "they do not go together"}
    return Mission.model_validate(BARE | {"levers": levers, "rules": [r | because for r in rules or []]})


@st.composite
def missions(draw: st.DrawFn) -> Mission:
    sizes = draw(st.lists(st.integers(2, 4), max_size=4))
    made = levers(*sizes)
    rules = []
    for _ in range(draw(st.integers(0, 4)) if made else 0):
        named = draw(st.lists(st.sampled_from(sorted(made)), min_size=1, unique=True))
        banned = {
            lever: draw(st.lists(st.sampled_from(sorted(made[lever]["choices"])), min_size=1, unique=True))
            for lever in named
        }
        rules.append({"never": banned})
    for lever in made.values():
        lever["screened_only"] = draw(st.booleans())
    return mission_with(made, rules)


@given(missions())
def test_options_are_what_brute_force_leaves(mission: Mission) -> None:
    every = [
        dict(zip(mission.levers, chosen, strict=True))
        for chosen in product(*(tuple(lever.choices) for lever in mission.levers.values()))
    ]
    allowed = [
        choices
        for choices in every
        if all(any(choices[k] not in v for k, v in rule.never.items()) for rule in mission.rules)
    ]
    assert allowed == list(combinations(mission))
    assert 1 + len(allowed) == len(options(mission))


@given(missions())
def test_doing_nothing_is_first_and_ids_and_names_are_unique(mission: Mission) -> None:
    made = options(mission)
    assert (NOTHING, "No mission", {}) == (made[0].id, made[0].title, made[0].choices)
    assert len(made) == len({option.id for option in made}) == len({option.title for option in made})


def test_a_rule_excludes_only_where_all_its_levers_stand_as_named() -> None:
    mission = mission_with(levers(2, 2), [{"never": {"l0": "c00", "l1": ["c10"]}}])
    assert ["nothing", "c00.c11", "c01.c10", "c01.c11"] == [option.id for option in options(mission)]


def test_without_levers_the_mission_itself_is_the_option() -> None:
    assert [NOTHING, "mission"] == [option.id for option in options(mission_with({}))]


def test_an_option_is_the_mission_with_its_choices_set() -> None:
    nothing, first, second = options(mission_with(levers(2)))
    assert [0, 0, 1] == [option.mission.ceiling for option in (nothing, first, second)]


def test_a_lone_choice_called_nothing_is_not_doing_nothing() -> None:
    lever = {"size": {"choices": {"nothing": {"set": {"ceiling": 5}}, "much": {"set": {"ceiling": 9}}}}}
    made = options(mission_with(lever))
    assert ["nothing", "size.nothing", "much"] == [option.id for option in made]
    assert 5 == made[1].mission.ceiling


def titled(**of: dict[str, Any]) -> list[str]:
    made = {lever: {"choices": choices, "screened_only": lever == "hidden"} for lever, choices in of.items()}
    return [option.title for option in options(mission_with(made))][1:]


def test_names_are_made_of_titles_and_of_ids_where_there_is_none() -> None:
    size = {"small": {"title": "up to 100 posts"}, "very-large": {}}
    length = {"long": {"title": "for five years"}, "short": {"title": "for two years"}}
    assert "Up to 100 posts, for five years" == titled(size=size, length=length)[0]
    assert "Very large, for two years" == titled(size=size, length=length)[3]


def test_a_name_that_grows_too_long_takes_the_short_forms_that_save_most() -> None:
    content = {"a": {"title": "bomb disposal and military medicine", "short": "two trades"}, "b": {}}
    command = {"c": {"title": "a permanent command of its own", "short": "permanent"}, "d": {}}
    size = {"s": {"title": "up to 100 posts", "short": "100 posts"}, "t": {}}
    # 83 characters: the two trades save 25 of them, and that is enough.
    assert (
        "Two trades, a permanent command of its own, up to 100 posts"
        == titled(content=content, command=command, size=size)[0]
    )


def test_a_lever_kept_out_of_names_is_named_only_to_tell_two_apart() -> None:
    hidden = {"foreign": {"title": "foreigners lead"}, "host": {"title": "hosts lead"}}
    size: dict[str, Any] = {"small": {}, "large": {}}
    assert ["Small", "Small, hosts lead", "Large", "Large, hosts lead"] == titled(size=size, hidden=hidden)


def test_choices_of_one_title_are_told_apart_by_ids() -> None:
    size = {"small": {"title": "some posts"}, "large": {"title": "some posts"}}
    assert ["Some posts [small]", "Some posts [large]"] == titled(size=size)


def test_an_option_is_found_by_its_id() -> None:
    assert {"l0": "c01", "l1": "c10"} == find(mission_with(levers(2, 2)), "c01.c10").choices


def test_an_id_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(
        BadInput, match=r"found 'c01\.c1', must be the id of an option; did you mean 'c01.c1[01]'"
    ):
        find(mission_with(levers(2, 2)), "c01.c1")


def test_a_change_leaves_what_it_does_not_touch_and_equals_the_mission_read_anew() -> None:
    mission = mission_with(levers(2))
    changed = mission.changed({"sites.school.beds": 20, "mission.horizon": 52})
    document = mission.model_dump(mode="json", exclude_unset=True)
    document["sites"]["school"]["beds"], document["mission"]["horizon"] = 20, 52
    assert Mission.model_validate(document) == changed
    assert mission.levers is changed.levers or mission.levers == changed.levers
    assert mission.sites["school"].beds is None


@pytest.mark.parametrize("name", ["demining-school", "iraq-2018"])
def test_names_of_the_example_missions_are_short(name: str) -> None:
    mission = read_mission(ROOT / "missions" / name)
    plain = [
        o.title
        for o in options(mission)
        if not any(
            mission.levers[lever].screened_only and c != next(iter(mission.levers[lever].choices))
            for lever, c in o.choices.items()
        )
    ]
    assert max(map(len, plain)) <= LONGEST_TITLE + 5
    assert len(plain) == len(set(plain))
