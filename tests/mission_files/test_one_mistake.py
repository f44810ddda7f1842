"""One mistake is one fault, and who does what it says, and nothing else, has a mission that is read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutated.mutant import SCHOOL, base
from benchmarks.mutated.yaml_ways import Scalar, at, scalars
from cadre.errors import BadInput, Fault
from cadre.mission import Mission
from cadre.mission.references import defined_under
from cadre.mission.shape import bare, inner, is_record, type_at
from cadre.mission_files import read_folder, read_mission
from cadre.mission_files.headings import heading_of
from tests.mission_files.by_hand import said, write_folder
from tests.mission_files.obedient import obey, told_to_write

MISSION = (SCHOOL / "mission.yaml").read_text("utf-8")
READ = read_mission(SCHOOL)
LEAST = 5
"""Letters of a word from which on one slip leaves it known again."""


@contextmanager
def school(text: str) -> Iterator[Path]:
    """Give the school with another `mission.yaml`."""
    with TemporaryDirectory() as outside:
        folder = Path(outside) / "school"
        shutil.copytree(SCHOOL, folder)
        (folder / "mission.yaml").write_text(text, "utf-8")
        yield folder


def faults_of(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(BadInput) as refused:
        read_mission(folder)
    return refused.value.faults


def is_field(scalar: Scalar) -> bool:
    around = type_at(Mission, scalar.path[:-1]) if scalar.path[:-1] else Mission
    return (
        scalar.is_key
        and around is not None
        and is_record(around)
        and inner(around, scalar.path[-1]) is not None
    )


def is_named(scalar: Scalar) -> bool:
    path = (*scalar.path[:-1], "@") if scalar.is_key else scalar.path
    return "levers" not in scalar.path and bool(defined_under(path))


def slips(word: str, at: int, way: str) -> str:
    i = 1 + at % (len(word) - 2)
    return {
        "lost": word[:i] + word[i + 1 :],
        "doubled": word[:i] + word[i] + word[i:],
        "capital": word.capitalize(),
        "swapped": word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :],
    }[way]


FIELDS = [one for one in scalars(MISSION) if is_field(one) and len(one.value) >= LEAST]
NAMED = [one for one in scalars(MISSION) if is_named(one) and len(one.value) >= LEAST]
SLIPS = ("lost", "doubled", "capital", "swapped")


def cured_alone(scalar: Scalar, written: str) -> None:
    """Check that a word written wrongly is told once, there, and that its cure makes the mission again."""
    if written == scalar.value:
        return
    with school(MISSION[: scalar.start] + written + MISSION[scalar.end :]) as folder:
        (fault,) = faults_of(folder)
        assert ("mission.yaml", MISSION[: scalar.start].count("\n") + 1) == (
            fault.where.file,
            fault.where.line,
        )
        obey(folder, fault)
        assert read_mission(folder) == READ


@settings(max_examples=50)
@given(st.sampled_from(FIELDS), st.integers(0, 30), st.sampled_from(SLIPS))
def test_a_misspelt_key_is_one_fault_and_its_cure_is_the_key(scalar: Scalar, at: int, way: str) -> None:
    cured_alone(scalar, slips(scalar.value, at, way))


@settings(max_examples=50)
@given(st.sampled_from(NAMED), st.integers(0, 30), st.sampled_from(SLIPS))
def test_a_misspelt_id_is_one_fault_and_its_cure_is_the_id(scalar: Scalar, at: int, way: str) -> None:
    cured_alone(scalar, slips(scalar.value, at, way))


DEFINED = {
    "site": ("  camp:\n", 3),
    "skill": ("  disposal: {title", 2),
    "course": ("  basic:\n", 3),
    "party": ("  spain: {title", 1),
    "role": ("  trainer: {title", 1),
    "pool": ("  army: {title", 1),
    "competence": ("  operator: {title", 1),
    "lever": ("  people:\n    title", 3),
}


@pytest.mark.parametrize("new", ["{}s", "x{}", "quite-another"])
@pytest.mark.parametrize("name", DEFINED)
def test_an_id_renamed_where_it_is_defined_is_one_fault_that_names_every_other_place(
    name: str, new: str
) -> None:
    line, others = DEFINED[name]
    old = line.strip().partition(":")[0]
    with school(MISSION.replace(line, line.replace(old, new.format(old), 1), 1)) as folder:
        (fault,) = faults_of(folder)
        assert f"'{old}'" in str(fault)
        assert re.search(rf"; {'one' if others == 1 else others} more places? names? it ", str(fault))
        if name == "lever":  # its id is also the name of a field
            return
        for file in folder.iterdir():
            file.write_text(re.sub(rf"\b{old}\b", new.format(old), file.read_text("utf-8")), "utf-8")
        assert len(READ.sites) == len(read_mission(folder).sites)


CSV = base("csv")
HEADINGS = [
    (name, heading)
    for name in sorted(CSV.files)
    if name.endswith(".csv")
    for heading in CSV.files[name].decode().split("\n")[0].split(",")
]


@settings(max_examples=60)
@given(st.sampled_from(HEADINGS), st.sampled_from(["Qwxz", "Nr. 7", "  Zzz ", *SLIPS]))
def test_a_renamed_heading_is_one_fault_however_many_rows_there_are(place: tuple[str, str], new: str) -> None:
    name, heading = place
    written = slips(heading, 1, new) if new in SLIPS and len(heading) >= LEAST else new
    rows = CSV.files[name].decode().split("\n")
    rows[0] = ",".join(written if one == heading else one for one in rows[0].split(","))
    if heading_of(written.strip(), (heading,)) == heading:
        return
    with TemporaryDirectory() as outside:
        folder = Path(outside)
        for key, content in CSV.files.items():
            (folder / key).write_bytes(content)
        (folder / name).write_text("\n".join(rows), "utf-8")
        (fault,) = faults_of(folder)
    assert (name, 1) == (fault.where.file, fault.where.line)


# ---- numbers, texts and conditions, with what is to be written instead


SLIPPED = {
    "a percentage without its sign": ("passes: {p10: 0.7", "passes: {p10: 70", "write 70%"),
    "a decimal comma between braces": ("passes: {min: 60%,", "passes: {min: 0,6%,", 'write "0,6%"'),
    "half a person": ("beds: 60", "beds: 60.5", "write 60 or 61"),
    "half a week": ("weeks: 4\n", "weeks: 4.5\n", "write 4 or 5"),
    "thousands of what": ("costs_a_year: 85000", 'costs_a_year: "1,250 M"', "write 1.25 M or 1250 M"),
    "a currency": ("costs_a_year: 85000", "costs_a_year: 85000 USD", "write 85000 without a unit"),
    "a currency and thousands of what": (
        "costs_a_year: 85000",
        'costs_a_year: "85,000 €"',
        "write 85 or 85000",
    ),
    "a unit of something else": ("one_per: 4 seats", "one_per: 4 weeks", "write 4 without a unit"),
    "text between brackets": ("title: School", "title: [School]", "write School without brackets"),
    "a number for text": ("title: School", "title: 7", '"7"'),
    "a title for an id": ("headquarters: camp", "headquarters: The camp", "did you mean 'camp'?"),
    "an id with a space that does not break": (
        "headquarters: camp",
        "headquarters: ca\u00a0mp",
        "found 'ca mp'",
    ),
}


@pytest.mark.parametrize("name", SLIPPED)
def test_a_slip_of_a_value_is_told_with_what_to_write_and_that_is_read(name: str) -> None:
    old, new, tells = SLIPPED[name]
    assert old in MISSION
    with school(MISSION.replace(old, new, 1)) as folder:
        (fault,) = faults_of(folder)
        assert tells in str(fault)
        obey(folder, fault)
        read_mission(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a_year: 240", "a_year: 20 a month"),
        ("a_year: 240", "a_year: 0.24 k"),
        ('leaves: "2% a month"', 'leaves: "12% a year"'),
        ("costs_a_year: 85000", "costs_a_year: 85 tsd"),
        ("horizon: 52 weeks", "horizon: 4 quarters"),
    ],
)
def test_a_number_of_another_unit_is_never_to_be_written_as_it_stands(old: str, new: str) -> None:
    with school(MISSION.replace(old, new, 1)) as folder:
        (fault,) = faults_of(folder)
        assert "work it out in one of" in str(fault)
        assert told_to_write(fault.cure) is None


@pytest.mark.parametrize(
    ("old", "new", "path", "number"),
    [
        ("costs_a_year: 85000", "costs_a_year: 85 K", "roles.trainer.costs_a_year", 85_000),
        ("costs_a_year: 85000", 'costs_a_year: "1,2 Mio"', "roles.trainer.costs_a_year", 1_200_000),
        ('leaves: "2% a month"', 'leaves: "2 percent per month"', "competences.operator.leaves", 0.02),
        ("a_year: 240", "a_year: 240 people per year", "recruits.army.a_year", 240),
        ("horizon: 52 weeks", "horizon: 52 semaines", "mission.horizon", 52),
        ("horizon: 52 weeks", "horizon: 1 Jahr", "mission.horizon", 52),
        ("horizon: 52 weeks", "horizon: 12 mois", "mission.horizon", 52),
    ],
)
def test_a_unit_is_read_as_people_of_several_languages_write_it(
    old: str, new: str, path: str, number: float
) -> None:
    with school(MISSION.replace(old, new, 1)) as folder:
        assert number == at(read_mission(folder).document(), tuple(path.split(".")))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("years > 2", "years >= 2"),
        ("years < 2", "years <= 2"),
        ("posts => 2", "posts >= 2"),
        ("Posts <= 2", "posts <= 2"),
        ("years at most 2", "years <= 2"),
        ("people = many", "people: many"),
        ("people == many", "people: many"),
    ],
)
def test_a_condition_that_is_nearly_one_is_told_as_it_is_written(
    tmp_path: Path, written: str, meant: str
) -> None:
    write_folder(tmp_path)
    offers = tmp_path / "offers.csv"
    offers.write_text(
        f"id,party,role,people,begins,ends,state,only_if\n"
        f"a,ally,trainer,4,2020-01-06,2020-12-31,pledged,{written}\n"
    )
    (fault,) = faults_of(tmp_path)
    assert meant == told_to_write(fault.cure)
    obey(tmp_path, fault)
    read_mission(tmp_path)


@pytest.mark.parametrize(("sign", "plain"), [("≤", "<="), ("≥", ">=")])
def test_signs_of_comparison_are_read(tmp_path: Path, sign: str, plain: str) -> None:
    write_folder(tmp_path)
    rows = "id,party,role,people,begins,ends,state,only_if\na,ally,trainer,4,2020-01-06,2020-12-31,pledged,"
    for written in (sign, plain):
        (tmp_path / "offers.csv").write_text(f"{rows}years {written} 2\n", "utf-8")
        assert f"years {plain} 2" == str(read_mission(tmp_path).offers["a"].only_if[0])


# ---- tables as programs and people leave them


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_by_which_a_spreadsheet_knows_the_separator_is_read(between: str, end: str) -> None:
    with school(MISSION) as folder:
        rows = (SCHOOL / "offers.csv").read_text("utf-8").replace(",", between).replace("\n", end)
        (folder / "offers.csv").write_text(f"sep={between}{end}{rows}", "utf-8", newline="")
        assert read_mission(folder) == READ


@settings(max_examples=20)
@given(st.integers(0, 3), st.sampled_from([",", ";"]), st.booleans())
def test_a_title_above_the_headings_is_one_fault_that_names_their_row(
    blank: int, between: str, padded: bool
) -> None:
    with school(MISSION) as folder:
        rows = (SCHOOL / "offers.csv").read_text("utf-8").replace(",", between)
        title = "Our offers" + between * 8 * padded
        (folder / "offers.csv").write_text(f"{title}\n" + "\n" * blank + rows, "utf-8")
        (fault,) = faults_of(folder)
        assert f"found 'Our offers' above the headings in row {blank + 2}" in str(fault)


def test_a_cell_behind_the_last_heading_is_one_fault(tmp_path: Path) -> None:
    write_folder(tmp_path)
    offers = tmp_path / "offers.csv"
    offers.write_text(offers.read_text().replace("50%", "50%,and more"))
    (line,) = said(tmp_path)
    assert "remove it; or, if it is the rest of a text or number, put that in quotes" in line


def test_ids_between_commas_are_told_as_they_are_written(tmp_path: Path) -> None:
    text = MISSION.replace("    sites: [camp]", '    sites: "camp, camp"', 1)
    with school(text) as folder:
        (fault,) = faults_of(folder)
    assert "write camp; camp in a table, [camp, camp] in YAML" in str(fault)


def test_what_a_mission_never_does_cures_nothing_by_itself(tmp_path: Path) -> None:
    with school(MISSION.replace("title: Basic course", "title: Sniper course")) as folder:
        (fault,) = faults_of(folder)
    assert "; remove it; " in str(fault)
    assert bare(Mission) is Mission


@pytest.mark.parametrize("written", [str.upper, str.capitalize, lambda one: one.replace("_", " ").title()])
def test_headings_are_read_whatever_their_capitals(written: Callable[[str], str]) -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        first, rest = offers.read_text("utf-8").split("\n", 1)
        offers.write_text(",".join(map(written, first.split(","))) + "\n" + rest, "utf-8")
        assert read_mission(folder) == READ


@pytest.mark.parametrize(
    "row", ["Total,,,10,,,,,", "as of 1 May 2019,,,,,,,,", "Source: the ministry,,,,,,,,"]
)
def test_a_total_or_a_note_below_a_table_is_one_fault(row: str) -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        offers.write_text(offers.read_text("utf-8").rstrip("\n") + f"\n{row}\n", "utf-8")
        (fault,) = faults_of(folder)
        assert "remove the row, or note it elsewhere, if it is a total or a note" in str(fault)
        assert ("offers.csv", 4) == (fault.where.file, fault.where.line)


@pytest.mark.parametrize("written", ["first", "First", "first ", "\u00a0first", "FIRST", "first\u200b"])
def test_an_id_that_differs_only_by_capitals_and_spaces_is_told_as_the_same(written: str) -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        text = offers.read_text("utf-8")
        again = text.strip().split("\n")[1].replace("first", written, 1)
        offers.write_text(f"{text.rstrip()}\n{again}\n", "utf-8")
        (fault,) = faults_of(folder)
        assert 4 == fault.where.line
        assert "remove one of the two" in str(fault)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_unicode_text_as_excel_saves_it_is_read(encoding: str, between: str) -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        text = ("\ufeff" if encoding == "utf-16-be" else "") + offers.read_text("utf-8").replace(",", between)
        offers.write_bytes(text.replace("\n", "\r\n").encode(encoding))
        assert read_mission(folder) == READ


def test_unicode_text_without_its_mark_is_refused_by_its_byte() -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        offers.write_bytes(offers.read_text("utf-8").encode("utf-16-le"))
        (fault,) = faults_of(folder)
        assert "save the file as UTF-8" in str(fault)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("people: many, years <= 2", "people: many; years <= 2"),
        ("people: many and years <= 2", "people: many; years <= 2"),
        ("People: Many", "people: many"),
    ],
)
def test_several_conditions_are_told_apart(tmp_path: Path, written: str, meant: str) -> None:
    write_folder(tmp_path)
    rows = "id;party;role;people;begins;ends;state;only_if\na;ally;trainer;4;2020-01-06;2020-12-31;pledged;"
    (tmp_path / "offers.csv").write_text(f"{rows}{written}\n", "utf-8")
    (fault,) = faults_of(tmp_path)
    assert meant == told_to_write(fault.cure)
    (tmp_path / "offers.csv").write_text(f'{rows}"{meant}"\n', "utf-8")
    assert meant.split("; ") == [str(one) for one in read_mission(tmp_path).offers["a"].only_if]


@pytest.mark.parametrize("written", ["“people: many”", "'people: many'", "people：many", " people :many"])
def test_conditions_pasted_from_word_are_read(tmp_path: Path, written: str) -> None:
    write_folder(tmp_path)
    rows = "id,party,role,people,begins,ends,state,only_if\na,ally,trainer,4,2020-01-06,2020-12-31,pledged,"
    (tmp_path / "offers.csv").write_text(f"{rows}{written}\n", "utf-8")
    assert "people: many" == str(read_mission(tmp_path).offers["a"].only_if[0])


@pytest.mark.parametrize("name", ["Total", "TOTAL", "Sub-total", "Summe", "Sous-total", "Итого", "المجموع"])
def test_a_total_that_is_filled_in_is_never_counted(name: str) -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        lines = offers.read_text("utf-8").rstrip("\n").split("\n")
        offers.write_text("\n".join([*lines, f"{name},{lines[-1].partition(',')[2]}", ""]), "utf-8")
        (fault,) = faults_of(folder)
        assert "files.row-of-total.found" == fault.found.name
        assert f"offers.csv:{len(lines) + 1}:1" in str(fault)


def test_a_row_that_may_be_a_total_and_may_be_none_is_told() -> None:
    with school(MISSION) as folder:
        offers = folder / "offers.csv"
        lines = offers.read_text("utf-8").rstrip("\n").split("\n")
        offers.write_text("\n".join([*lines, f"total,{lines[-1].partition(',')[2]}", ""]), "utf-8")
        read = read_folder(folder)
        (warning,) = (w for w in read.warnings if w.kind == "warnings.row-of-total")
        assert "total" in read.mission.offers
        assert warning.where.line == len(lines) + 1
