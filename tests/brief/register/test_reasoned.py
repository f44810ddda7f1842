"""Reasons in a brief: their figures are numbers with a kind and a subject, cited where the reason is said."""

from __future__ import annotations

import datetime as dt
import json

from cadre.brief.compose import read_in
from cadre.brief.context import Context
from cadre.brief.data.study_json import study_json
from cadre.brief.number import Cited, Numbers
from cadre.brief.register.reasoned import Reasoned, cite_reason, numbers_of_reason, text_of
from cadre.reasons.programme import LimitBinds, TargetMissed
from cadre.study import Study
from cadre.words import Catalogue
from tests.brief.reading_aloud import aloud

INNER = TargetMissed("clearing-team", dt.date(2019, 3, 1), 2.0, 5.0, (LimitBinds("seats"),))
REASON = TargetMissed("clearing-team", dt.date(2019, 1, 1), 1.0, 4000.0, (INNER,))


def made(context: Context, of: str = "A") -> Reasoned:
    return Reasoned("option.x.said.binds", "what binds", REASON, context.view.mission, "by hand", ("i",), of)


def test_each_figure_of_a_reason_is_a_number_named_by_its_field(context: Context) -> None:
    numbers = {number.id: number for number in numbers_of_reason(made(context), context.view)}
    key = "option.x.said.binds"
    assert [f"{key}.{path}" for path in ("reached", "wanted", "why.1.reached", "why.1.wanted")] == [*numbers]
    title = context.view.mission.title_of("capabilities", "clearing-team")
    inner = numbers[f"{key}.why.1.wanted"]
    assert (5.0, "units", "by hand", ("i",), "A") == (
        inner.value,
        inner.unit,
        inner.how,
        inner.inputs,
        inner.of,
    )
    assert f"what binds: {title}: units wanted by 1 Mar 2019" == inner.label


def test_a_reason_of_no_option_is_of_what_it_is_about(context: Context) -> None:
    first, *_ = numbers_of_reason(made(context, of=""), context.view)
    title = context.view.mission.title_of("capabilities", "clearing-team")
    assert ("what binds", f"{title}: units reached by 1 Jan 2019") == (first.of, first.label)


def test_a_reason_is_said_with_every_figure_cited(context: Context) -> None:
    one, numbers = made(context), Numbers(context.formats)
    for number in numbers_of_reason(one, context.view):
        numbers.add(number)
    told = cite_reason(one, context.view, numbers)
    assert [number.id for number in numbers] == [piece.id for piece in told if isinstance(piece, Cited)]
    assert "4,000" in aloud(told)
    assert text_of(one, context.view) == aloud(told)
    at_home = cite_reason(one, context.view, numbers, at_home=True)
    assert all(piece.target and piece.quiet for piece in at_home if isinstance(piece, Cited))


def test_options_are_named_by_letter(context: Context) -> None:
    shown = context.view.active[0]
    assert "option A" == context.view.plainly(shown.mission).title("options", shown.id)


def test_what_binds_is_a_reason_whose_figures_are_cited_where_it_is_said(context: Context) -> None:
    key = f"option.{context.view.active[0].id}.said.binds"
    reached = context.numbers[f"{key}.reached"]
    assert (8.0, "units", "A") == (reached.value, reached.unit, reached.of)
    lacks = context.numbers[f"{key}.why.1.lacks.there"]
    assert "what binds: people with Demining on posts at once who are offered" == lacks.label
    cited = [piece.id for piece in context.said(key) if isinstance(piece, Cited)]
    assert [number.id for number in context.numbers if number.id.startswith(f"{key}.")] == cited


def test_a_study_file_holds_reasons_as_data_with_their_text_in_its_language(study: Study) -> None:
    data = json.loads(study_json(read_in(Catalogue("fr"), study)))
    why = data["options"][1]["programme"]["targets"][1]["why"]
    own = {name: why[name] for name in ("kind", "capability", "day", "reached", "wanted")}
    assert {
        "kind": "programme.target-missed",
        "capability": "clearing-team",
        "day": "2021-12-01",
        "reached": 18,
        "wanted": 45,
    } == own
    assert [{"kind": "programme.limit-binds", "limit": "trainees"}] == why["why"]
    assert why["text"].startswith("Mine-clearing team au 1er déc. 2021")
