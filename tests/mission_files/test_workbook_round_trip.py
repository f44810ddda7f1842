"""A mission goes to a workbook and back without loss, whoever saves it on the way."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.mission.shape import type_at
from cadre.mission_files import read_mission, write_folder, write_mission, write_workbook
from cadre.mission_files.reading import read_with_remarks
from cadre.mission_files.set_values import is_exactly, set_value_in, set_value_of
from cadre.packs import pack_names, starter_folder
from tests.mission_files.by_hand import said
from tests.mission_files.by_hand import write_folder as by_hand
from tests.mission_files.workbooks import FIRST_ROW, add_row, saved_again, set_in
from tests.strategies import as_read, missions

ROOT = Path(__file__).parents[2] / "missions"
SOURCES = [
    *sorted(file.parent for file in ROOT.rglob("mission.yaml")),
    *(folder for pack in pack_names() if (folder := starter_folder(pack)) is not None),
]


def there_and_back(source: Path, folder: Path) -> Mission:
    """Give a mission that went to a workbook, to a folder, and to a workbook again."""
    write_workbook(source, folder / "a.xlsx")
    write_folder(folder / "a.xlsx", folder / "b")
    write_workbook(folder / "b", folder / "c.xlsx")
    first, second, third = (read_mission(folder / name) for name in ("a.xlsx", "b", "c.xlsx"))
    assert first == second == third
    assert first.document() == second.document()
    assert (folder / "a.xlsx").read_bytes() == (folder / "c.xlsx").read_bytes()
    return first


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_mission_of_the_house_goes_there_and_back(tmp_path: Path, source: Path) -> None:
    assert read_mission(source) == there_and_back(source, tmp_path)


@settings(max_examples=15, deadline=None)
@given(missions())
def test_any_mission_goes_there_and_back(mission: Mission) -> None:
    with tempfile.TemporaryDirectory() as name:
        write_mission(mission, Path(name) / "source")
        assert as_read(mission) == there_and_back(Path(name) / "source", Path(name))


PERIODS = ("March to June", "1 to 30 August", "Ramadan", "2020-03-02 to 2020-06-30")
RUNS = ("Sunday to Thursday", "monday; Tue; friday", "saturday, sunday to wednesday")


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(PERIODS), min_size=1, max_size=3, unique=True),
    st.sampled_from([0.5, 1.5, 2, 0.25]),
    st.sampled_from(RUNS),
)
def test_calendars_and_part_time_people_go_there_and_back(
    periods: list[str], people: float, days: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        source = by_hand(Path(name) / "source")
        plain = read_mission(source)
        changed = plain.changed({
            "courses.basic.only_in": periods,
            "courses.advanced.only_in": "; ".join(periods),
            "calendar.closed": [{"every": periods[0]}, "2020-12-21 to 2020-12-31"] if "-" not in periods[0]
            else [periods[0]],
            "calendar.holidays": [{"every": "1 to 2 May", "of": "ally", "title": "Spring"}],
            "sites.camp.working_days": days,
            "parties.ally.working_days": days,
            "offers.first.people": people,
        })  # fmt: skip
        shutil.rmtree(source)
        write_mission(changed, source)
        if not faults_between(changed):
            assert changed == there_and_back(source, Path(name))


@pytest.mark.parametrize("days", RUNS)
def test_days_of_the_week_stand_in_one_cell_as_people_write_them(tmp_path: Path, days: str) -> None:
    write_workbook(by_hand(tmp_path / "source"), tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    column = next(cell.column for cell in book["sites"][1] if cell.value == "working_days")
    book["sites"].cell(FIRST_ROW, column).value = days
    book.save(tmp_path / "mine.xlsx")
    written = read_mission(tmp_path / "source").changed({"sites.camp.working_days": days})
    assert written == read_mission(tmp_path / "mine.xlsx")


@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(missions())
def test_any_mission_is_the_same_after_another_program_saved_it(mission: Mission) -> None:
    with tempfile.TemporaryDirectory() as name:
        write_mission(mission, name, "excel")
        saved_again(Path(name) / "mission.xlsx")
        assert as_read(mission) == read_mission(name)


@pytest.mark.parametrize("name", ["iraq-2018", "demining-school"])
def test_a_mission_is_the_same_after_another_program_saved_it(tmp_path: Path, name: str) -> None:
    write_workbook(ROOT / name, tmp_path / "mine.xlsx")
    assert saved_again(tmp_path / "mine.xlsx") in ("LibreOffice", "openpyxl")
    assert read_mission(ROOT / name) == read_mission(tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    book.save(tmp_path / "mine.xlsx")
    assert read_mission(ROOT / name) == read_mission(tmp_path / "mine.xlsx")


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    source = by_hand(tmp_path / "source")
    write_workbook(source, tmp_path / "mine.xlsx")
    before = (tmp_path / "mine.xlsx").read_bytes()
    with pytest.raises(BadInput, match="found a file that is there already"):
        write_workbook(source, tmp_path / "mine.xlsx")
    with pytest.raises(BadInput, match=r"found a name that does not end in \.xlsx"):
        write_workbook(source, tmp_path / "mine.txt")
    with pytest.raises(BadInput, match="found a folder that is not empty"):
        write_folder(tmp_path / "mine.xlsx", source)
    with pytest.raises(BadInput, match="found nothing there"):
        write_folder(tmp_path / "none.xlsx", tmp_path / "new")
    assert before == (tmp_path / "mine.xlsx").read_bytes()
    assert {"mission.yaml", "ledger.yaml", "offers.csv"} == {file.name for file in source.iterdir()}


# ---- remarks and notes


def test_remarks_and_notes_are_kept_both_ways(tmp_path: Path) -> None:
    write_workbook(by_hand(tmp_path / "source"), tmp_path / "mine.xlsx")
    plain = read_mission(tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    for sheet, row, text in (
        ("offers", FIRST_ROW, "by telephone, 3 May"),
        ("courses", FIRST_ROW + 1, "ask again; =not a formula"),
        ("levers", FIRST_ROW, "of a path"),
        ("settings", FIRST_ROW + 1, "working title"),
    ):
        column = next(cell.column for cell in book[sheet][1] if cell.value == "remarks")
        book[sheet].cell(row, column).value = text
    notes = book.create_sheet("Notes of May")
    notes["A1"], notes["B2"], notes["C3"] = "who said what", 2.5, "=1+1"
    book.save(tmp_path / "mine.xlsx")
    mission, remarks = read_with_remarks(tmp_path / "mine.xlsx")
    assert plain == mission
    assert {
        ("offers", "first"): "by telephone, 3 May",
        ("courses", "advanced"): "ask again; =not a formula",
        ("levers", "people", "choices", "few", "set", "ceiling"): "of a path",
        ("mission", "title"): "working title",
    } == remarks
    write_folder(tmp_path / "mine.xlsx", tmp_path / "folder")
    assert "by telephone" in (tmp_path / "folder" / "offers.csv").read_text("utf-8")
    assert "who said what,\n,2.5\n" in (tmp_path / "folder" / "Notes of May.csv").read_text("utf-8")
    assert (mission, remarks) == read_with_remarks(tmp_path / "folder")
    write_workbook(tmp_path / "folder", tmp_path / "again.xlsx")
    assert (mission, remarks) == read_with_remarks(tmp_path / "again.xlsx")
    again = load_workbook(tmp_path / "again.xlsx")["Notes of May"]
    assert ["who said what", 2.5] == [again["A1"].value, again["B2"].value]


def test_a_remark_on_what_is_gone_is_kept_as_a_note(tmp_path: Path) -> None:
    folder = by_hand(tmp_path / "source")
    (folder / "remarks.csv").write_text("path,remarks\noffers.gone,late reply\nsites.camp,good\n", "utf-8")
    write_workbook(folder, tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    assert [["offers.gone", "late reply"]] == [[c.value for c in row] for row in book["notes-remarks"]]
    assert {("sites", "camp"): "good"} == read_with_remarks(tmp_path / "mine.xlsx")[1]


def test_a_name_of_notes_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    write_workbook(by_hand(tmp_path / "source"), tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    book.create_sheet("notes")["A1"] = "x"
    book.save(tmp_path / "mine.xlsx")
    with zipfile.ZipFile(tmp_path / "mine.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'name="notes"', b'name="notes/../../up"')
    with zipfile.ZipFile(tmp_path / "mine.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    write_folder(tmp_path / "mine.xlsx", tmp_path / "deep" / "folder")
    assert {"notes-..-..-up.csv"} == {p.name for p in (tmp_path / "deep" / "folder").glob("notes*")}
    assert not (tmp_path / "up.csv").exists()


# ---- what people and programs do to cells


def edited_offer(folder: Path, **cells: Any) -> Mission:
    """Give the mission by hand as a workbook, with cells of its first offer changed."""
    file = folder / "mine.xlsx"
    write_workbook(by_hand(folder / "source"), file)
    book = load_workbook(file)
    sheet = book["offers"]
    headings = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
    for heading, value in cells.items():
        cell = sheet.cell(FIRST_ROW, headings[heading])
        cell.value, form = value if isinstance(value, tuple) else (value, cell.number_format)
        cell.number_format = form
    book.save(file)
    return read_mission(file)


@pytest.mark.parametrize(
    ("heading", "written", "read"),
    [
        ("people", "7", 7),
        ("people", 7.0, 7),
        ("honoured", (0.65, "0%"), 0.65),
        ("honoured", "65%", 0.65),
        ("honoured", "65\u00a0%", 0.65),
        ("begins", (43_900, "General"), "2020-03-10"),
        ("begins", (43_900, "dd/mm/yyyy"), "2020-03-10"),
        ("begins", "2020-03-10", "2020-03-10"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(tmp_path: Path, heading: str, written: Any, read: Any) -> None:
    offer = edited_offer(tmp_path, **{heading: written}).offers["first"]
    found = getattr(offer, heading)
    assert read == (found.mean if heading == "honoured" else str(found) if heading == "begins" else found)


@pytest.mark.parametrize("written", [2020, 20_200_310, 0.5, -3])
def test_a_number_that_is_no_likely_day_is_refused(tmp_path: Path, written: float) -> None:
    with pytest.raises(BadInput, match=r"offers!E3: offers\.first\.begins: found"):
        edited_offer(tmp_path, begins=(written, "General"))


@pytest.mark.parametrize("form", ["General", "yyyy-mm-dd"])
def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path, form: str) -> None:
    folder = by_hand(tmp_path / "source")
    (folder / "offers.csv").unlink()
    with xlsxwriter.Workbook(str(folder / "mission.xlsx"), {"date_1904": True}) as book:
        sheet, style = book.add_worksheet("offers"), book.add_format({"num_format": form})
        sheet.write_row(0, 0, ["id", "party", "role", "people", "begins", "ends", "state"])
        sheet.write_row(1, 0, ["first", "ally", "trainer", 4, "", "2020-12-31", "pledged"])
        sheet.write_number(1, 4, 43_900 - 1_462, style)
    assert dt.date(2020, 3, 10) == read_mission(folder).offers["first"].begins


@pytest.mark.parametrize("word", ["ja", "OUI", "Wahr", "sí", "نعم", True, "yes", "TRUE", "1"])
def test_yes_is_yes_in_several_languages(tmp_path: Path, word: Any) -> None:
    write_workbook(by_hand(tmp_path / "source"), tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    column = next(cell.column for cell in book["roles"][1] if cell.value == "critical")
    book["roles"].cell(FIRST_ROW, column).value = word
    book.save(tmp_path / "mine.xlsx")
    assert read_mission(tmp_path / "mine.xlsx").roles["trainer"].critical


ODD = ["=1+1", "+41 44", "-x", "@home", "'quoted'", "007", "1-2", "2020-01-06", "TRUE", "3/4", "65%", "1,250"]


@pytest.mark.parametrize("text", ODD)
def test_text_stays_text_after_somebody_edits_its_cell(tmp_path: Path, text: str) -> None:
    mission = read_mission(by_hand(tmp_path / "source"))
    changed = mission.changed({"roles.guard.title": text})
    write_mission(changed, tmp_path / "mine", "excel")
    assert text == read_mission(tmp_path / "mine").roles["guard"].title
    sheet = load_workbook(tmp_path / "mine" / "mission.xlsx")["roles"]
    cell = next(c for row in sheet.iter_rows(FIRST_ROW) for c in row if c.value == text)
    assert "@" == cell.number_format  # the format of text: what is typed there stays as typed
    assert (text[0] in "=+-@'") is bool(cell.quotePrefix)


# ---- what choices set

PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12), st.sampled_from([*ODD, "null", "yes", "no", "1e5", "{a", "[b", '"c"', "~", " x "]),
)  # fmt: skip
DATA = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=3)
    ),
)
PATHS = [
    *("ceiling", "command", "nowhere", "sites.x.opens", "rules.0.never", "projects.x.effects.adds"),
    *("ledger.statements.A1.value", "courses.x.passes", "courses.x.held", "courses.x.sites"),
    "courses.x.instructors",
]


@settings(max_examples=400, deadline=None)
@given(DATA, st.sampled_from(PATHS))
def test_what_a_choice_sets_is_the_same_or_refused_by_the_model(value: Any, path: str) -> None:
    try:
        read = set_value_in(set_value_of(value, path), path)
    except BadInput:
        return  # characters that no text may hold
    assert is_exactly(read, value) or _is_impossible(value, path)


def _is_impossible(value: Any, path: str) -> bool:
    """Say whether the model refuses the value at its path, so that no sound mission holds it."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415  (only here)

    annotation = type_at(Mission, tuple(path.split(".")))
    if annotation is None:
        return False
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return True
    return False


def test_adding_rows_and_settings_by_their_headings_is_enough(tmp_path: Path) -> None:
    write_workbook(by_hand(tmp_path / "source"), tmp_path / "mine.xlsx")
    book = load_workbook(tmp_path / "mine.xlsx")
    set_in(book["settings"], {"mission.title": "Another"})
    add_row(book["parties"], {"id": "neighbour", "title": "The neighbour"})
    book.save(tmp_path / "mine.xlsx")
    mission = read_mission(tmp_path / "mine.xlsx")
    assert ("Another", "The neighbour") == (mission.mission.title, mission.parties["neighbour"].title)


def test_offers_in_a_whole_workbook_of_empty_sheets_join_the_yaml_beside_it(tmp_path: Path) -> None:
    folder = by_hand(tmp_path / "source")
    mission = read_mission(folder)
    shutil.copytree(folder, tmp_path / "other")
    write_mission(mission, tmp_path / "excel", "excel")
    book = load_workbook(tmp_path / "excel" / "mission.xlsx")
    for name in book.sheetnames:
        if name not in ("offers", "instructions", "lists"):
            book[name].delete_rows(FIRST_ROW, 1000)
    book.save(tmp_path / "other" / "mission.xlsx")
    assert "found offers both in mission.xlsx sheet offers and in offers.csv" in said(tmp_path / "other")[0]
    (tmp_path / "other" / "offers.csv").unlink()
    assert mission == read_mission(tmp_path / "other")
