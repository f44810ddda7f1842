import dataclasses
import datetime as dt

import pytest
from pydantic import TypeAdapter

from cadre.brief.annexes.mandate import mandate_section
from cadre.brief.compose import read
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.pages.counterarguments import Argument, common, strongest
from cadre.brief.pages.decision import decision_section
from cadre.brief.pages.exit import exit_section
from cadre.brief.pages.known import known_section, weightiest
from cadre.brief.pages.offers import offers_section, parties_section
from cadre.brief.pages.options import options_section
from cadre.brief.pages.unknown import unknown_section
from cadre.brief.pages.versus import versus_section
from cadre.decision.types import Dominated
from cadre.mission.nations import Clause
from cadre.reasons.decision import Differs, WorseThan
from cadre.words import Catalogue, Formats
from cadre.words.conditions import condition_in_words
from tests.brief import by_hand
from tests.brief.reading_aloud import lines, table


def changed(**changes: object) -> Context:
    """The study by hand with its mission changed."""
    study = by_hand.study()
    return read(dataclasses.replace(study, mission=study.mission.changed(changes)))


def test_page_one_says_what_is_asked_who_says_so_who_decides_when_and_what_that_needs(
    context: Context,
) -> None:
    asked, first, second = lines(decision_section(context))
    assert asked.startswith("Asked: a formal, long-term mission to train the host's mine clearers and medics")
    assert "Who says so: An official source [L1]" in asked, asked
    assert first.startswith("12 Jul 2018, ministers: decision on which options to plan in detail"), first
    assert second.startswith("4 Oct 2018"), second
    assert "Needs a choice on: " in first + second


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("decides", "decision on which"),
        ("may decide", "possible decision on which"),
        ("discusses", "expected discussion of which"),
    ],
)
def test_a_meeting_is_told_no_stronger_than_the_mission_has_it(expected: str, told: str) -> None:
    decisions = by_hand.study().mission.document()["mandate"]["decisions"]
    decisions[0]["expected"] = expected
    assert f"ministers: {told}" in lines(decision_section(changed(**{"mandate.decisions": decisions})))[1]


def test_a_mandate_without_meetings_says_so() -> None:
    assert "the mandate names no meeting" in lines(decision_section(changed(**{"mandate.decisions": []})))[1]


def test_the_options_table_shows_every_option_with_its_tail_and_ranges(context: Context) -> None:
    rows = table(options_section(context), "options")
    assert ["0 No mission", "A A lead nation in turn, at most 60 people"] == [row[0] for row in rows[:2]]
    assert "30\n16 in support" == rows[1][4]
    assert "EUR 14 M\n11–18 M" == rows[1][2]
    assert "no posts" == rows[0][6]
    assert "%" in rows[1][6]
    assert "Chance of fewer than 80 %: A " in lines(options_section(context))[0]


def test_a_dominated_option_is_marked_with_its_reason(context: Context) -> None:
    study = context.view.study
    why = WorseThan("rotating.small", (Differs("cost", True, 1e6, "money"),))
    worse = Dominated("standing.large", "rotating.small", 1, why)
    told = read(
        dataclasses.replace(study, comparison=dataclasses.replace(study.comparison, dominated=(worse,)))
    )
    section = options_section(told)
    assert table(section, "options")[3][0].startswith("C (dominated)")
    assert (
        "C is dominated by A: Beside option A it costs EUR 1 M more, and is better on no criterion."
        in lines(section)
    )


def test_what_is_not_known_is_listed_by_the_day_it_can_be_learned(context: Context) -> None:
    section = unknown_section(context)
    first, request, second = table(section, "unknown")
    (settle,) = lines(section)
    assert ["What share of trainees passes? [A1]", "65–92 %", "1 Sep 2018", "EUR 80 k", "nobody"] == first[:5]
    assert ["Does the new government keep asking?", "5–25 %", "1 Sep 2018"] == request[:3]
    assert ["1 Feb 2019 to 1 Sep 2019", "no day", "–"] == second[1:4]
    told = "For you to settle: How many people may the mission have? "
    told += "Where no share is given, knowing the answer "
    assert settle.startswith(
        f"{told}would not change the choice in these simulations. "
        "Knowing how much each criterion counts would "
    )


def test_what_can_only_be_learned_after_the_last_decision_is_marked() -> None:
    late = changed(**{"mandate.open.pass.can_learn_by": dt.date(2019, 1, 1).isoformat()})
    assert "after the last decision" in table(unknown_section(late), "unknown")[1][2]


def test_the_statements_shown_are_those_most_cited_and_never_a_superseded_one(context: Context) -> None:
    chosen = weightiest(context.view)
    assert 6 == len(chosen)
    assert "A0" not in chosen
    kinds = [row[0] for row in table(known_section(context), "known")]
    assert sorted(kinds, key=["known", "reported", "assumed"].index) == kinds


def test_a_statement_is_shown_with_who_says_it_its_grade_and_date(context: Context) -> None:
    rows = {row[1].split()[0]: row for row in table(known_section(context), "known")}
    assert ["reported", "unnamed", "C3", "20 May 2018"] == [rows["L3"][i] for i in (0, 2, 3, 4)]
    assert ["assumed", "assumption", "–", ""] == [rows["A1"][i] for i in (0, 2, 3, 4)]


def test_every_element_of_the_mandate_appears_with_what_each_option_yields(context: Context) -> None:
    rows = table(mandate_section(context), "mandate")
    assert [
        "Mine-clearing teams [L1]: Mine-clearing team",
        "0 of 45",
        "10 of 45",
        "20 of 45",
        "40 of 45",
    ] == rows[0]
    assert ["A school of the host's own [L2]: Found a school", "not served", "20 Jan 2020"] == rows[2][:3]
    assert ["Maintenance of vehicles [L4]", "not measured"] == rows[3][:2]


def test_what_binds_is_said_with_how_many_targets_it_binds(context: Context) -> None:
    told = lines(mandate_section(context))[1:]
    assert (
        "A is planned to miss 3 of 3 targets; what binds: instructors (1), trainees (1), sites (1). "
        "Mine-clearing team by 1 Jul 2020: 8 of 20; no serial of Demining, basic is held: "
        "its smallest class needs 6 of Demining on posts at once, and at most 4.5 are offered." == told[0]
    )
    assert "C: its plan reaches every target; what can still go wrong is chance." == told[2]


def test_indicated_pledged_confirmed_and_arrived_are_told_apart(context: Context) -> None:
    row = table(offers_section(context), "offers")[0]
    assert ["A", "0 %", "10 %", "20 %", "33 %", "37 %", "156"] == row[:7]
    assert "6 demining instructor, Camp North; 16 headquarters staff, Camp North" == row[9]


def test_whom_a_plan_counts_on_and_who_comes_are_told_apart(context: Context) -> None:
    """Counted on: the stints of the staff plan; come: what the simulation played, with its range."""
    row = table(offers_section(context), "offers")[0]
    manned = context.with_range(context.view.active[0], "manned").text.replace("\xa0", " ")
    assert ["63 %", manned] == [row[7], row[8].replace("\n", " (") + ")"]


def test_types_of_party_are_shown_with_their_conditions(context: Context) -> None:
    willing, wary = table(parties_section(context), "parties")
    assert ["Willing within limits", "● all met"] == willing[:2]
    assert "✗ refuses command standing" == wary[4]


@pytest.mark.parametrize(
    ("expected", "clause"),
    [
        ("cost at most EUR 150 M", "cost <= 1.5e+08"),
        ("posts in country at least 250", "posts_in_country >= 250"),
        ("years at most 2.5", "years <= 2.5"),
        ("command none or rotating", "command: none | rotating"),
    ],
)
def test_conditions_are_said_in_words(expected: str, clause: str) -> None:
    condition = TypeAdapter(Clause).validate_python(clause)
    assert expected == condition_in_words(condition, Formats(Catalogue(), "EUR"))


def test_the_strongest_argument_is_what_weighs_more_on_an_option_than_on_others() -> None:
    number = Cited("x", "1")
    heavy, shared, light = (
        Argument(key, gravity, "against.gaps", number)
        for key, gravity in (("a", 0.9), ("b", 0.95), ("a", 0.2))
    )
    found: dict[str, tuple[Argument, ...]] = {"A": (heavy, shared), "B": (light, shared)}
    assert ["b"] == common(found)
    assert ["a"] == [argument.key for argument in strongest(found, "A", ["b"])]


def test_each_option_has_an_argument_against_it_doing_nothing_too(context: Context) -> None:
    rows = table(versus_section(context), "for-and-against")
    assert ["0", "A", "B", "C"] == [row[0] for row in rows]
    assert "45 mine-clearing team by 1 Dec 2021, with a chance of 34 %" in rows[3][2]
    assert all(row[2] for row in rows)


def test_review_days_come_with_the_number_below_which_to_look_again(context: Context) -> None:
    left, *days = lines(exit_section(context))
    assert left.startswith("What lasts. The minimum level least likely to hold after exit, and its chance: ")
    assert ": A 0 %" in left
    dates = ["12 Jul 2018", "4 Oct 2018", "1 Jul 2020", "5 Oct 2020", "1 Dec 2021", "10 Jan 2022"]
    assert dates == [line.split(":")[0] for line in days]
    assert "review if fewer mine-clearing team are there than A 3, B 7, C 15" in days[2]
    assert "exit of A, B, C" in days[-1]
