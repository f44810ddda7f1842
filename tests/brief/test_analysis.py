"""What the brief says of the analysis: no stronger than its numbers, each with an id, nobody ranked."""

from dataclasses import replace

import pytest

from cadre.brief.annexes.analysis import agreement_details_section, information_section, ranks_section
from cadre.brief.compose import ANNEXES, compose, read
from cadre.brief.content import cited, sections, targets
from cadre.brief.context import Context
from cadre.brief.pages.agreement import agreement_section
from cadre.brief.pages.fails import fails_section
from cadre.brief.pages.unknown import unknown_section
from cadre.decision.analysis import DecisionAnalysis
from cadre.statistics.value_of_information import Estimate
from cadre.study import Study
from tests.brief.reading_aloud import lines, table


@pytest.fixture(scope="module")
def analysis(study: Study) -> DecisionAnalysis:
    assert study.analysis is not None
    return study.analysis


def _read(study: Study, analysis: DecisionAnalysis, **changes: object) -> Context:
    return read(replace(study, analysis=replace(analysis, **changes)))  # type: ignore[arg-type]


def test_each_option_says_when_it_fails_and_what_failing_is(context: Context) -> None:
    *told, bars = lines(fails_section(context))
    assert ["Option A", "Option B", "Option C"] == [line[:8] for line in told]
    assert bars.startswith(
        "An option fails where it misses a bar: weighted share of targets met at least 35 %"
    )


def test_without_a_bar_nothing_is_called_good_or_failed_and_what_is_missing_is_told(
    study: Study, analysis: DecisionAnalysis
) -> None:
    agreed = tuple(replace(one, agreed_and_good=None) for one in analysis.agreement)
    context = _read(study, analysis, bars=(), good=(), fails_when=(), agreement=agreed)
    (told,) = lines(fails_section(context))
    assert (
        "No bar is stated: state one under preferences.bars to have the options called good or failed."
        == told
    )
    titles = [row[0] for row in table(agreement_section(context), "agreement")]
    assert not [title for title in titles if "good" in title]
    made = compose(context)
    assert set() == {*cited(sections(made))} - targets(sections(made))


def test_the_map_shows_how_each_type_of_party_meets_each_option(context: Context) -> None:
    willing, wary, *sums = table(agreement_section(context), "agreement")
    assert ["Willing within limits", "● supports", "● supports", "● supports"] == willing
    assert "○ acquiesces" == wary[1]
    assert "✗ objects in 69 %: will not accept command standing" == wary[3]
    by_title = {row[0]: row[1:] for row in sums}
    objection = "An objection is likely: chance that at least one party objects"
    assert ["0 %", "0 %", "69 %"] == by_title[objection]
    fewest = "Fewest changes after which no objection is likely, and the chance of none then"
    assert "needs no change" == by_title[fewest][0]
    assert "100 %" in by_title[fewest][2]


def test_parties_stand_in_the_order_of_the_mission_and_are_not_ranked(context: Context) -> None:
    rows = table(agreement_section(context), "agreement")
    titles = [context.view.mission.title_of("parties", key) for key in context.view.mission.parties]
    assert [title for title in titles if title in {row[0] for row in rows}] == [row[0] for row in rows[:2]]


def test_no_change_is_named_that_would_not_make_agreement_likely(
    study: Study, analysis: DecisionAnalysis
) -> None:
    weak = tuple(
        replace(one, amendments=tuple(replace(a, chance=0.4) for a in one.amendments))
        for one in analysis.agreement
    )
    rows = table(agreement_section(_read(study, analysis, agreement=weak)), "agreement")
    assert "no change found that does" == rows[-1][3]


def test_who_blocks_is_told_in_full_in_the_annex(context: Context) -> None:
    told = lines(agreement_details_section(context))
    standing = next(line for line in told if line.startswith("C: "))
    assert "wary of length and no others object in 69 %" in standing
    assert "to be won: wary of length" in standing
    assert any("option C would be agreed with a chance of 100 %" in line for line in told)


def test_information_stands_beside_its_noise(context: Context) -> None:
    rows = table(information_section(context), "information")
    assert "Everything that nobody knows, chance included" == rows[0][0]
    assert "The priorities: how much each criterion counts" == rows[1][0]
    assert all("–" not in row[5:7] for row in rows)  # worth and noise


def test_what_does_not_exceed_its_noise_is_given_no_worth(
    context: Context, analysis: DecisionAnalysis
) -> None:
    assert not any(one.matters for one in analysis.information)
    section = unknown_section(context)
    assert {"–"} == {row[-1] for row in table(section, "unknown")}
    told = "\n".join(lines(section))
    assert "Where no share is given, knowing the answer would not change the choice" in told


def test_what_matters_comes_first_with_worth_noise_price_and_owner(
    study: Study, analysis: DecisionAnalysis
) -> None:
    ground = next(one for one in analysis.information if one.detail == "ground")
    worth = replace(
        ground,
        changes=Estimate(0.314, 0.01),
        targets=Estimate(0.0213, 0.004),
        floors=Estimate(-0.01, 0.02),
        cost=Estimate(-1.24e6, 2e4),
        value=0.02,
        value_floor=0.001,
        money=1000.0,
        price=(5e3, 6e3, 7e3),
        matters=True,
    )
    others = tuple(one for one in analysis.information if one.detail != "ground")
    first = table(unknown_section(_read(study, analysis, information=(worth, *others))), "unknown")[0]
    assert first[0].startswith("When is the range safe to use?")
    told = "31 % targets +2.1 points; cost EUR −1.2 M; worth EUR 1 k, less than it costs"
    assert told == " ".join(first[-1].split()).replace("\u2212", "−")


def test_what_raises_the_chance_of_agreed_and_good_alone_says_so(
    study: Study, analysis: DecisionAnalysis
) -> None:
    ground = next(one for one in analysis.information if one.detail == "ground")
    asked = replace(ground, agreed=0.05, agreed_floor=0.01, matters=True)
    others = tuple(one for one in analysis.information if one.detail != "ground")
    first = table(unknown_section(_read(study, analysis, information=(asked, *others))), "unknown")[0]
    assert "no agreed and good +5 points" == " ".join(first[-1].split())


def test_a_detail_that_nobody_asked_for_is_named_where_it_is_worth_most(
    study: Study, analysis: DecisionAnalysis
) -> None:
    asked = analysis.information[0]
    found = replace(
        asked,
        detail="quantity:competences.deminer.leaves",
        changes=Estimate(0.2, 0.01),
        value=0.02,
        value_floor=0.0,
        matters=True,
    )
    section = unknown_section(_read(study, analysis, information=(found, *analysis.information)))
    first = table(section, "unknown")[0]
    assert ["Not asked yet: loss of deminer", "–", "no day", "–", "nobody"] == first[:-1]
    assert first[-1].startswith("2")


def test_ranks_over_weights_come_last_of_what_is_judged_and_call_themselves_no_result(
    context: Context,
) -> None:
    names = [section.__name__ for section in ANNEXES]
    judged = [
        names.index(name) for name in ("agreement_details_section", "information_section", "ranks_section")
    ]
    assert max(judged) == names.index("ranks_section") > names.index("dropped_section")
    section = ranks_section(context)
    assert "not a result" in section.title
    assert "Nobody stated weights: all are taken as possible" in lines(section)[0]
    shares = [[float(cell.strip("<> %")) for cell in row[1:]] for row in table(section, "ranks")]
    assert all(abs(100 - sum(row)) <= len(row) for row in shares)


def test_a_study_without_a_judgement_says_so_and_shows_stated_conditions(study: Study) -> None:
    context = read(replace(study, analysis=None))
    assert "parties" == agreement_section(context).id
    for make in (fails_section, agreement_details_section, information_section, ranks_section):
        assert "Not judged in this study." == lines(make(context))[0]
    made = compose(context)
    assert set() == {*cited(sections(made))} - targets(sections(made))
