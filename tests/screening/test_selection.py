"""Selection: the Pareto set, triviality, anchors, distinctness, and a reason for everything dropped."""

from hypothesis import given
from hypothesis import strategies as st

from cadre.criteria import Criterion
from cadre.mission import Mission
from cadre.options import NOTHING, options
from cadre.screening.distance import Evaluated, beaten_on
from cadre.screening.selection import LEAST_GAIN, Verdict, beaten, beats, pads, select, trivial
from tests.screening.made import NONE, against, evaluated, measures, mission_with, titles_of
from tests.words.plainly import said_of

SIZES = mission_with(size=("small", "medium", "large"), command=("rotating", "permanent"))


def reasons(verdicts: list[Verdict]) -> dict[str, str]:
    mission = verdicts[0].evaluated.option.base
    return {v.evaluated.option.id: said_of(mission, v.reason, titles_of(mission)) for v in verdicts}


def kept(verdicts: list[Verdict]) -> list[str]:
    return [v.evaluated.option.id for v in verdicts if v.kept]


def test_what_costs_more_and_reaches_less_is_dropped_with_both_in_numbers() -> None:
    made = evaluated(
        SIZES, small__rotating=measures(0.5, 10e6), small__permanent=measures(0.4, 22e6, posts_in_country=10)
    )
    told = reasons(select(SIZES, made))["small.permanent"]
    assert (
        "dominated by “Small, rotating”: reaches 10 points less of the targets, "
        "keeps 10 points less of the minimum levels and costs EUR 12 M more" == told
    )


def test_one_better_measure_keeps_an_option_in_the_pareto_set() -> None:
    for better in ({"outcome": 0.51}, {"lasting": 0.51}, {"cost": 9e6}, {"posts_in_country": 9.0}):
        made = evaluated(
            SIZES,
            small__rotating=measures(0.5, 10e6, posts_in_country=10),
            small__permanent=measures(0.4, 22e6, posts_in_country=12) | better,
        )
        assert {} == beaten(SIZES, made)


def test_posts_abroad_and_years_alone_keep_nothing_in_the_pareto_set() -> None:
    made = evaluated(
        SIZES,
        small__rotating=measures(0.5, 10e6, posts=50),
        small__permanent=measures(0.4, 10e6, posts=5, years=1),
    )
    assert ["small.permanent"] == list(beaten(SIZES, made))


def test_of_those_that_beat_an_option_the_nearest_in_levers_is_named() -> None:
    made = evaluated(
        SIZES,
        small__permanent=measures(0.9, 2e6),
        large__rotating=measures(0.8, 1e6),
        large__permanent=measures(0.4, 40e6),
    )
    assert "dominated by “Small, permanent”" in reasons(select(SIZES, made))["large.permanent"]
    farther = [made[0], *(e for e in made[1:] if e.option.id != "small.permanent")]
    assert "dominated by “Large, rotating”" in reasons(select(SIZES, farther))["large.permanent"]


def test_an_option_that_does_no_better_than_doing_nothing_is_dominated_by_it() -> None:
    told = reasons(select(SIZES, evaluated(SIZES, large__rotating=measures(0.0, 30e6))))
    expected = "dominated by “No mission”: costs EUR 30 M more and has 30 posts more in the country"
    assert expected == told["large.rotating"]


def test_equal_measures_make_the_later_one_a_twin() -> None:
    made = evaluated(SIZES, small__rotating=measures(0.5, 10e6), small__permanent=measures(0.5, 10e6))
    told = reasons(select(SIZES, made))
    assert (
        "variant of “Small, rotating”: the same in every measure, differs only in command"
        == (told["small.permanent"])
    )
    assert [NOTHING, "small.rotating"] == kept(select(SIZES, made))


def test_what_cannot_be_carried_out_says_why() -> None:
    made = evaluated(
        SIZES, small__rotating=measures(0.5, 10e6), large__permanent=against("the ceiling is too low")
    )
    assert "cannot be carried out: the ceiling is too low" == reasons(select(SIZES, made))["large.permanent"]


def test_where_nothing_can_be_carried_out_only_doing_nothing_is_left() -> None:
    made = evaluated(SIZES, small__rotating=against("no site"), large__permanent=against("no site"))
    assert [NOTHING] == kept(select(SIZES, made))


def test_an_option_just_below_a_quarter_of_the_best_gain_is_trivial_and_one_at_it_is_not() -> None:
    made = evaluated(
        SIZES,
        small__rotating=measures(0.8 * LEAST_GAIN - 0.001, 1e6),
        medium__rotating=measures(0.8 * LEAST_GAIN, 2e6),
        large__rotating=measures(0.8, 3e6),
    )
    assert ["small.rotating"] == list(trivial(made[0], made[1:]))


def test_floors_alone_make_an_option_worth_showing() -> None:
    made = evaluated(
        SIZES, small__rotating=measures(0.01, 1e6, lasting=0.5), large__rotating=measures(0.8, 3e6)
    )
    assert {} == trivial(made[0], made[1:])


def test_the_best_and_the_cheapest_are_anchored() -> None:
    made = evaluated(
        SIZES,
        small__rotating=measures(0.3, 10e6),
        medium__rotating=measures(0.5, 20e6),
        medium__permanent=measures(0.6, 30e6),
        large__permanent=measures(0.9, 50e6),
    )
    verdicts = select(SIZES, made, most=3)
    assert [NOTHING, "small.rotating", "large.permanent"] == kept(verdicts)
    assert "reaches most of the targets" == reasons(verdicts)["large.permanent"]
    assert "the cheapest that adds enough to doing nothing" == reasons(verdicts)["small.rotating"]


def test_the_farthest_from_those_chosen_comes_next() -> None:
    made = evaluated(
        SIZES,
        small__rotating=measures(0.3, 10e6),
        small__permanent=measures(0.31, 10.5e6),
        medium__permanent=measures(0.6, 30e6),
        large__rotating=measures(0.9, 50e6),
    )
    verdicts = select(SIZES, made, most=4)
    # medium.permanent lies half-way in the measures; small.permanent lies near an anchor in all of them.
    assert [NOTHING, "small.rotating", "medium.permanent", "large.rotating"] == kept(verdicts)
    told = reasons(verdicts)
    assert (
        "unlike the others shown: differs from “Large, rotating” in size and command"
        == told["medium.permanent"]
    )
    assert "variant of “Small, rotating”: differs only in command" == told["small.permanent"]


def test_the_set_does_not_grow_by_near_twins() -> None:
    mission = mission_with(a=("x", "y"), b=("x", "z"), c=("x", "z"), d=("x", "z"), e=("x", "z"))
    made = evaluated(
        mission,
        x__x__x__x__x=measures(0.5, 10e6),
        x__x__x__x__z=measures(0.501, 10.01e6),
        y__z__z__z__z=measures(0.9, 90e6),
    )
    assert [NOTHING, "x.x.x.x.x", "y.z.z.z.z"] == kept(select(mission, made))


numbers = st.integers(0, 5)


@st.composite
def some(draw: st.DrawFn) -> list[Evaluated]:
    mission = mission_with(
        size=("small", "medium", "large"), command=("rotating", "permanent"), hidden=("a", "b")
    )
    made = [Evaluated(options(mission)[0], NONE)]
    for option in options(mission)[1:]:
        if draw(st.booleans()):
            made.append(
                Evaluated(
                    option,
                    measures(
                        draw(numbers) / 5,
                        draw(numbers) * 1e6,
                        lasting=draw(numbers) / 5,
                        posts_in_country=float(draw(numbers)),
                    ),
                )
            )
    return made


def worse_or_equal(over: list[Criterion], e: Evaluated, other: Evaluated) -> bool:
    signs = {"more": 1, "less": -1}
    return all(signs[k.better] * (other.measures[k.id] - e.measures[k.id]) >= 0 for k in over)


@given(some())
def test_every_option_shown_is_in_the_pareto_set_and_each_verdict_has_a_reason(made: list[Evaluated]) -> None:
    mission: Mission = made[0].option.base
    over = list(beaten_on(mission))
    verdicts = select(mission, made)
    assert [e.option.id for e in made] == [v.evaluated.option.id for v in verdicts]
    assert all(reasons(verdicts).values())
    assert verdicts[0].kept
    assert sum(v.kept for v in verdicts) <= 6
    for verdict in verdicts[1:]:
        if verdict.kept:
            e = verdict.evaluated
            better = [o for o in made if worse_or_equal(over, e, o) and not worse_or_equal(over, o, e)]
            assert [] == better


@given(some())
def test_something_that_can_be_done_and_adds_to_doing_nothing_is_always_shown(made: list[Evaluated]) -> None:
    useful = [e for e in made[1:] if e.measures["outcome"] > 0 or e.measures["lasting"] > 0]
    assert bool(useful) == (sum(v.kept for v in select(made[0].option.base, made)) > 1)


@given(some())
def test_what_dominates_is_not_dominated(made: list[Evaluated]) -> None:
    over = beaten_on(made[0].option.base)
    for one in made:
        assert not beats(over, one, one)
        for other in made:
            assert not (beats(over, one, other) and beats(over, other, one))


def test_a_padded_option_is_left_out_where_enough_others_are_shown() -> None:
    six = mission_with(size=("a", "b", "c", "d", "e", "f"), command=("rotating", "permanent"))
    # Each reaches more for more, but f.permanent costs twice what e.rotating does for one point more.
    made = evaluated(
        six,
        a__rotating=measures(0.3, 10e6),
        b__permanent=measures(0.4, 14e6),
        c__rotating=measures(0.5, 20e6),
        d__permanent=measures(0.6, 27e6),
        e__rotating=measures(0.7, 36e6),
        f__permanent=measures(0.705, 72e6, lasting=0.5),
        f__rotating=measures(0.8, 80e6),
    )
    verdicts = select(six, made)
    assert "f.permanent" not in kept(verdicts)
    expected = "adds no effect: costs EUR 36 M more than “E, rotating” and reaches and keeps no more"
    assert expected == reasons(verdicts)["f.permanent"]


def test_a_padded_option_comes_in_where_too_few_would_be_shown() -> None:
    made = evaluated(
        SIZES,
        small__rotating=measures(0.5, 10e6),
        medium__permanent=measures(0.505, 20e6),
        large__rotating=measures(0.9, 80e6),
    )
    assert [NOTHING, "small.rotating", "medium.permanent", "large.rotating"] == kept(select(SIZES, made))


def test_a_quarter_more_in_cost_for_two_points_is_the_edge_of_padding() -> None:
    base, edge, more, dearer, stays = evaluated(
        mission_with(size=("a", "b", "c", "d", "e")),
        a=measures(0.5, 20e6),
        b=measures(0.52, 25.1e6),
        c=measures(0.521, 25.1e6),
        d=measures(0.5, 24.9e6),
        e=measures(0.5, 40e6, years=1.4),
    )[1:]
    assert [True, False, False, False] == [pads(e, base) for e in (edge, more, dearer, stays)]
