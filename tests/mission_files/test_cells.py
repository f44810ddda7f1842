"""The syntax of cells, of YAML scalars and of CSV."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.shape import Kind, kind_of, type_at
from cadre.mission_files.cells import cell_of, value_in
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.workbook_cells import column_name, column_number
from cadre.mission_files.writing import yaml_text
from cadre.mission_files.yaml_files import parse_yaml, plain

PASSES = ("courses", "x", "passes")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("mission.title", "text"),
        ("mission.starts", "date"),
        ("mission.horizon", "number"),
        ("courses.x.seats", "record"),
        ("courses.x.passes", "quantity"),
        ("sites.x.opens", "quantity"),
        ("courses.x.after", "list"),
        ("courses.x.instructors", "pairs"),
        ("courses.x.uses", "pairs"),
        ("courses.x.in_phases", "records"),
        ("courses.x.may_pause", "yes/no"),
        ("offers.x.state", "choice"),
        ("offers.x.only_if", "list"),
        ("positions.0.condition", "text"),
        ("support.x.step", "pairs"),
        ("levers.x.choices", "table"),
        ("levers.x.choices.y.set", "anything"),
        ("rules.0.never", "anything"),
        ("ledger.statements.L1.value", "anything"),
        ("ledger.sources.x.date", "text"),
        ("projects.x.effects.adds", "anything"),
    ],
)
def test_the_model_says_what_kind_stands_where(path: str, kind: Kind) -> None:
    assert kind == kind_of(type_at(Mission, tuple(path.split("."))))


@pytest.mark.parametrize(
    ("path", "cell", "value"),
    [
        ("courses.x.passes", "65%", "65%"),
        ("courses.x.passes", 0.65, 0.65),
        ("courses.x.passes", "min 65%; likely 80%; max 92%", {"min": "65%", "likely": "80%", "max": "92%"}),
        (
            "courses.x.passes",
            "low 60%; high 70%; basis A1; P:eod",
            {"low": "60%", "high": "70%", "basis": ["A1", "P:eod"]},
        ),
        ("courses.x.passes", "value 60%; basis A1, L2", {"value": "60%", "basis": ["A1", "L2"]}),
        (
            "sites.x.opens",
            "choices 2018-10-01 = 40%, 2019-01-01 = 60%",
            {"choices": {"2018-10-01": "40%", "2019-01-01": "60%"}},
        ),
        ("courses.x.passes", "min 65%, likely 80%, max 92%", {"min": "65%", "likely": "80%", "max": "92%"}),
        ("courses.x.passes", "min 0,65\nlikely 0,8\nmax 1", {"min": "0,65", "likely": "0,8", "max": "1"}),
        ("courses.x.uses", "classroom: 1\ndemolition-range = 0.5", {"classroom": 1, "demolition-range": 0.5}),
        ("courses.x.uses", "1 classroom; 2 range", {"classroom": 1, "range": 2}),
        ("capabilities.x.wanted", "2028-03-01: 8\n2029-02-01 18", {"2028-03-01": 8, "2029-02-01": 18}),
        ("courses.x.instructors", "medic 1 per 5", {"medic": {"one_per": "5"}}),
        ("courses.x.instructors", "medic: 1:5; 2 interpreter", {"medic": {"one_per": "5"}, "interpreter": 2}),
        ("courses.x.sites", "besmaya\ntaji", ["besmaya", "taji"]),
        ("courses.x.sites", "besmaya; taji", ["besmaya", "taji"]),
        ("courses.x.sites", "besmaya", ["besmaya"]),
        ("courses.x.uses", "classroom 1; demolition-range 0.5", {"classroom": 1, "demolition-range": 0.5}),
        (
            "courses.x.instructors",
            "medic one per 5 seats; interpreter 2",
            {"medic": {"one_per": "5 seats"}, "interpreter": 2},
        ),
        (
            "courses.x.instructors",
            "medic one per 5 seats (A1, L2); interpreter 2 (A19)",
            {
                "medic": {"one_per": "5 seats", "basis": ["A1", "L2"]},
                "interpreter": {"people": 2, "basis": ["A19"]},
            },
        ),
        (
            "rules.0.never",
            "size: small | large; length: short",
            {"size": ["small", "large"], "length": ["short"]},
        ),
        ("projects.x.effects.adds", "camp: classroom 1 | beds 20", {"camp": {"classroom": 1, "beds": 20}}),
        ("preferences.values", "cost: 10 1 | 300 0", {"cost": {"10": 1, "300": 0}}),
        (
            "courses.x.instructors",
            "{medic: {one_per: 5, basis: A1}}",
            {"medic": {"one_per": 5, "basis": "A1"}},
        ),
        ("support.x.step", "up_to_100 12; above 60", {"up_to_100": 12, "above": 60}),
        ("mission.title", "{not} [read]; = 1", "{not} [read]; = 1"),
        ("mission.title", 2018.0, "2018"),
        ("ledger.statements.L1.value", 12.0, 12),
        ("ledger.statements.L1.value", '"12"', "12"),
        ("ledger.statements.L1.credibility", "2", 2),
        ("levers.x.choices.y.set.command", "null", None),
        ("roles.x.critical", True, True),
        ("roles.x.critical", "yes", True),
        ("roles.x.critical", "FAUX", False),
        ("roles.x.critical", "Ja", True),
        ("roles.x.critical", "perhaps", "perhaps"),
    ],
)
def test_a_cell_is_read_by_what_stands_there(path: str, cell: Any, value: Any) -> None:
    annotation = type_at(Mission, tuple(path.split(".")))
    assert value == value_in(cell, annotation if annotation is not None else Any)


@pytest.mark.parametrize(
    ("path", "value", "cell"),
    [
        (
            "courses.x.passes",
            {"min": 0.65, "likely": 0.8, "max": 0.92, "basis": ["A1", "L2"]},
            "min 0.65; likely 0.8; max 0.92; basis A1; L2",
        ),
        ("courses.x.passes", {"choices": {"0.5": 0.25, "0.75": 0.75}}, "choices 0.5 = 0.25, 0.75 = 0.75"),
        ("courses.x.sites", ["besmaya", "taji"], "besmaya; taji"),
        ("parties.x.speaks", ["a; b", "c"], '["a; b", "c"]'),
        ("courses.x.uses", {"classroom": 1.0}, "classroom 1"),
        ("courses.x.instructors", {"medic": {"one_per": 5.0}}, "medic one per 5"),
        (
            "courses.x.instructors",
            {"medic": {"one_per": 5.0, "basis": ["A1"]}, "guard": {"people": 2, "basis": ["A2", "A3"]}},
            "medic one per 5 (A1); guard 2 (A2, A3)",
        ),
        ("rules.0.never", {"size": ["small", "large"]}, "size: small | large"),
        ("projects.x.effects.adds", {"camp": {"classroom": 1, "beds": 20}}, "camp: classroom 1 | beds 20"),
        ("levers.x.choices.y.set", {"command": None}, '{"command": null}'),
        ("mission.title", "=1+1", "=1+1"),
    ],
)
def test_a_value_is_written_briefly_where_that_reads_back(path: str, value: Any, cell: str) -> None:
    annotation = type_at(Mission, tuple(path.split(".")))
    assert cell == cell_of(value, annotation)


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**9), 10**9),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=8).map(str.strip),
    )
)
def test_anything_is_written_as_it_is_read(value: Any) -> None:
    read = value_in(cell_of(value, Any), Any)
    assert value == read
    assert isinstance(value, str | bool) == isinstance(read, str | bool)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("null", None),
        ("true", True),
        ("yes", "yes"),
        ("12", 12),
        ("-3", -3),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("65%", "65%"),
        ("2018-10-01", "2018-10-01"),
        ("12:30", "12:30"),
    ],
)
def test_an_unquoted_scalar_is_what_people_mean(text: str, value: Any) -> None:
    assert repr(value) == repr(plain(text))


def test_places_are_those_of_the_text() -> None:
    tree = parse_yaml("a:\n  b: {c: 1, d: [x, 2018-10-01]}\n", "m.yaml")
    assert {"a": {"b": {"c": 1, "d": ["x", "2018-10-01"]}}} == tree.data
    assert "m.yaml:2:10: a.b.c" == str(tree.place(("a", "b", "c")))
    assert "m.yaml:2:7: a.b.c" == str(tree.place(("a", "b", "c"), of_key=True))
    assert "m.yaml:2:20: a.b.d.1" == str(tree.place(("a", "b", "d", "1")))
    assert "m.yaml:2:6: a.b.gone" == str(tree.place(("a", "b", "gone")))


def test_an_alias_stands_for_what_its_anchor_holds() -> None:
    tree = parse_yaml("a: &x {b: 1}\nc: *x\nd: &y 3\ne: [*y, *y]\n", "m.yaml")
    assert {"a": {"b": 1}, "c": {"b": 1}, "d": 3, "e": [3, 3]} == tree.data


def test_long_text_reads_back_over_several_lines() -> None:
    text = "a word and " * 30 + 'with "quotes": and a \u00e9 # no comment'
    written = yaml_text({"mandate": {"asks": text}}, Mission)
    assert {"mandate": {"asks": text}} == parse_yaml(written, "m.yaml").data
    assert not any(line.endswith(" ") for line in written.split("\n"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ('a,b\n"1,""x""\ny",2\n', [["a", "b"], ['1,"x"\ny', "2"]]),
        ("a,b\r\n,\r\n", [["a", "b"], ["", ""]]),
        ('a\n1"2\n', [["a"], ['1"2']]),
    ],
)
def test_csv_is_split_by_the_separator_of_its_headings(text: str, rows: list[list[str]]) -> None:
    read = [[cell.content for cell in row] for row in parse_csv(text, "x.csv")]
    assert rows == [row for row in read if row != [""]]


def test_a_cell_after_a_line_break_in_quotes_has_its_own_line() -> None:
    grid = parse_csv('a,b\n"1\n2",x\n3,y\n', "x.csv")
    assert ["x.csv:2:1", "x.csv:3:4", "x.csv:4:1"] == [
        str(c.place) for c in (grid[1][0], grid[1][1], grid[2][0])
    ]


@pytest.mark.parametrize("text", ['a,b\n"1,2\n', 'a,b\n"1"x,2\n'])
def test_a_quote_that_is_not_closed_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"x\.csv:2:1: found a quote that is not closed"):
        parse_csv(text, "x.csv")


@given(st.integers(1, 16_384))
def test_columns_have_letters(number: int) -> None:
    assert number == column_number(column_name(number))


def test_the_letters_of_columns_are_those_of_spreadsheets() -> None:
    assert ["A", "Z", "AA", "XFD"] == [column_name(number) for number in (1, 26, 27, 16_384)]
