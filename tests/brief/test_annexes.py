from dataclasses import replace

from cadre.brief.annexes.analysis import information_section
from cadre.brief.annexes.method import method_section
from cadre.brief.annexes.options import dropped_section, levers_section
from cadre.brief.annexes.origin import at_home
from cadre.brief.annexes.posts import asks_section, burden_section, requirements_section, tail_section
from cadre.brief.annexes.results import capability_section, differences_section, timetable_section
from cadre.brief.annexes.years import yearly_costs
from cadre.brief.compose import read
from cadre.brief.content import Brief
from cadre.brief.context import Context
from cadre.brief.money import planned_costs, years_paid
from cadre.brief.number import Cited
from cadre.brief.register.keys import kind_of
from cadre.programme.prices import expected_cost
from cadre.solving import Result, Status
from cadre.study import Study
from tests.brief.reading_aloud import lines, table


def test_every_dropped_option_is_counted_with_its_reason(context: Context) -> None:
    section = dropped_section(context)
    assert [
        [
            "dominated by option B: costs EUR 5 M more and reaches 2 points less of the targets",
            "1",
            "EUR 33 M",
            "standing.medium",
        ]
    ] == table(section, "dropped")
    assert (
        "Excluded by rule: command standing with people_at_most small (a standing command alone "
        "needs 60 posts)."
    ) in lines(section)


def test_the_choices_of_each_option_are_laid_side_by_side(context: Context) -> None:
    assert ["command", "a lead nation in turn", "a lead nation in turn", "a standing command"] == table(
        levers_section(context), "levers"
    )[0]


def test_requirements_show_posts_with_the_share_that_each_state_fills(context: Context) -> None:
    row = table(requirements_section(context), "requirements-a")[0]
    assert ["Demining instructor *, Camp North", "7", "7 Jan 2019", "3 Jan 2022"] == row[:4]
    assert ["0 %", "0 %", "86 %", "0 %", "14 %", "1 offer for this role: 1 in full use"] == row[4:]


def test_further_asks_are_in_the_order_of_the_plan(context: Context) -> None:
    assert ["A", "6", "Demining instructor", "Camp North", "7 Jan 2019", "3 Jan 2022", "936", "yes"] == table(
        asks_section(context), "asks"
    )[0]


def test_the_burden_is_told_by_type_of_party_in_the_mission_s_order(context: Context) -> None:
    willing, wary = table(burden_section(context), "burden")[:2]
    assert ["A", "Willing within limits"] == willing[:2]
    assert ["75 %", "62 %"] == willing[4:]
    assert ["25 %", "12 %"] == wary[4:]
    carried = [float(row[3].strip("<> %")) for row in (willing, wary)]
    assert 100 == sum(carried)


def test_the_tail_is_held_against_the_published_range(context: Context) -> None:
    section = tail_section(context)
    assert ["above the published range", "within the published range", "within the published range"] == [
        row[-1] for row in table(section, "tail")
    ]
    assert (
        "People in all for each trainer, EUTM Mali: 2.6 (2.2–2.9) P:tail-total-per-trainer"
        in lines(section)[0]
    )


def test_each_target_says_what_is_reached_with_what_chance_and_what_binds(context: Context) -> None:
    row = table(capability_section(context), "targets")[0]
    assert "Mine-clearing team: 20 by 1 Jul 2020" == row[0]
    assert "6 (3–7)\nchance 0 % (0–1)\nadded to doing nothing 6 (3–7)\nplanned 8, instructors" == row[2]


def test_a_middle_future_far_from_the_plan_says_why(context: Context) -> None:
    told = lines(capability_section(context))
    assert (
        "Option A, Mine-clearing team, Medical team: the middle future lies far from the plan. "
        "Plans count on everybody offered, on the day, and on sites that stay open. In simulation (medians) "
        "74 % of the post-weeks are filled and 13 serials are held; lost of those planned: 1 "
        "(1 for want of rooms or beds)." in told
    ), told


def test_serials_that_could_not_be_placed_are_owned_up_to(context: Context) -> None:
    told = lines(timetable_section(context))
    assert (
        "Option A: serials that could not be placed: 1, most often: 1 demining short at "
        "Camp North in weeks 12-15. "
        "The workbook lists them." in told
    )


def test_differences_are_against_doing_nothing_in_the_same_futures(context: Context) -> None:
    cost = table(differences_section(context), "differences")[2]
    assert ["Cost to exit (less is better)", "EUR 14 M (11–18 M)\nbetter in 0 %"] == cost[:2]


def test_the_method_names_seed_futures_versions_and_limits(context: Context) -> None:
    told = lines(method_section(context))
    assert "Seed 1; futures per option 400." in told
    assert "Work of each search, times the usual (effort): 1." in told
    assert "Versions: cadre-planner 0.1.0, python 3.11.2." in told
    assert any(line.startswith("Searches ended by a limit in seconds: none") for line in told)


def test_searches_that_seconds_ended_are_named_by_option_and_stage(study: Study) -> None:
    option = study.shown[1]
    cut = replace(option.staff, result=Result(Status.FEASIBLE, 1.0, 0.0, by_seconds=True))
    shown = (study.shown[0], replace(option, staff=cut), *study.shown[2:])
    context = read(replace(study, shown=shown), None, "fr")
    told = lines(method_section(context))
    assert "Recherches arrêtées par une limite en secondes : A : personnel." in told


def test_every_number_cited_is_at_home_in_the_last_annex_or_in_a_table_of_its_own(
    brief: Brief, context: Context
) -> None:
    origin = brief.annexes[-1]
    kinds = {row[0].partition("\n")[2] for row in table(origin, "origin")}
    cited = {kind_of(number.id) for number in context.numbers if at_home(kind_of(number.id))}
    assert {"option.OPTION.cost", "option.OPTION.needed.tail", "replications"} <= kinds
    assert {"option.OPTION.ask.N", "option.OPTION.target.CAPABILITY.wWEEK.chance"} <= cited


def test_yearly_costs_add_to_what_the_programme_costs(context: Context) -> None:
    for shown in context.view.options:
        by_payer: dict[str, float] = {}
        for cost in planned_costs(shown):
            by_payer[cost.payer] = by_payer.get(cost.payer, 0.0) + cost.amount
        expected = {
            payer: round(amount, 3)
            for payer, amount in expected_cost(shown.planned.programme, shown.mission).items()
            if amount
        }
        assert expected == {payer: round(amount, 3) for payer, amount in sorted(by_payer.items())}


def test_the_two_kinds_of_chance_stand_in_a_row_for_each_option_and_criterion(
    context: Context, study: Study
) -> None:
    rows = {(row[0], row[1]): row[2:] for row in table(information_section(context), "kinds-of-chance")}
    told = {(context.view.lettered(one.option), one.criterion) for one in study.comparison.variance_shares}
    assert len(told) == len(rows)
    assert "100 %" == rows["A", "Weighted share of targets met"][1]
    assert "nearly all from uncertain inputs" == rows["A", "Weighted share of targets met"][-1]
    assert "nearly all from chance" == rows["A", "Share of the planned posts filled"][-1]
    assert ("0", "Weighted share of targets met") not in rows


def test_words_on_the_two_kinds_are_no_stronger_than_the_numbers(study: Study) -> None:
    rare = tuple(replace(one, told="too rare") for one in study.comparison.variance_shares)
    context = read(replace(study, comparison=replace(study.comparison, variance_shares=rare)))
    rows = table(information_section(context), "kinds-of-chance")
    assert {("–", "–", "too rare to estimate")} == {tuple(row[3:]) for row in rows}


def test_without_replays_nothing_is_told_apart(study: Study) -> None:
    context = read(replace(study, comparison=replace(study.comparison, variance_shares=())))
    assert "Uncertain inputs and chance were not separated in this study." in lines(
        information_section(context)
    )


def test_how_sure_it_is_which_option_is_best_is_told_for_each_end(context: Context) -> None:
    rows = {row[0]: row[1:] for row in table(differences_section(context), "best")}
    order, jointly, best, near, futures = rows["Weighted share of targets met"]
    assert "C (>99 %), B (>99 %), A" == order
    assert ">99 %" == jointly
    assert "C: 95 %, within 2 points" == best
    assert "none" == near
    assert "150 of 1,200" == futures
    assert rows["Cost to exit"][2].startswith("A: 95 %, within EUR ")


def test_no_option_is_called_best_where_the_futures_do_not_suffice(study: Study) -> None:
    unsure = tuple(replace(one, chosen=None) for one in study.comparison.best_on)
    context = read(replace(study, comparison=replace(study.comparison, best_on=unsure)))
    told = {row[3] for row in table(differences_section(context), "best")}
    assert {"these futures do not suffice to say"} == told


def test_cost_by_year_has_a_row_for_each_calendar_year_and_its_numbers(context: Context) -> None:
    (table,) = yearly_costs(context)
    shown = context.view.options[-1]
    years = years_paid(shown)
    assert len(years) == len(table.rows) > 1
    assert all(f"option.{shown.id}.cost_in.{year}" in context.numbers for year in years)
    ids = [piece.id for row in table.rows for piece in row[-1] if isinstance(piece, Cited)]
    assert ids == [f"option.{shown.id}.cost_in.{year}" for year in years]
