"""Replies of four nations, as ministries send them, become offers that rest on statements of the ledger."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.mission_files.reading import read_with_remarks
from cadre.mission_files.workbook import notes_in
from cadre.mission_files.workbook_writing import workbook_bytes
from cadre.mission_files.writing import csv_text
from cadre.replies import Memory, RepliesProposal, ReplyInstructions, enter, propose
from cadre.words.saying import said, told
from tests.replies.as_they_come import france, germany, italy, norway, police_mission, workbook

TODAY = dt.date(2026, 11, 30)
NOTHING_KNOWN = Memory()
GERMAN = Memory(words={"role": {"Ermittlungstrainer": "investigation-trainer"}})
FRENCH = Memory(
    words={"role": {"Formateur de police": "police-trainer", "Conseiller école": "school-adviser"}},
    order={"": "day-first"},
)
ITALIAN = Memory(given={"": {"state": "indicated"}})
ALL: tuple[tuple[str, Callable[[Path], Path], Memory], ...] = (
    ("norway", norway, Memory()),
    ("germany", germany, GERMAN),
    ("france", france, FRENCH),
    ("italy", italy, ITALIAN),
)


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return police_mission(tmp_path / "mission")


def proposed(file: Path, mission: Path, known: Memory = NOTHING_KNOWN) -> RepliesProposal:
    return propose([file], mission, ReplyInstructions(known, "windows-1252"), today=TODAY)


def entered(file: Path, mission: Path, known: Memory = NOTHING_KNOWN) -> tuple[str, ...]:
    proposal = proposed(file, mission, known)
    assert () == proposal.faults
    return enter(proposal, said)


def offers_of(mission: Path, party: str) -> list[tuple[object, ...]]:
    return [
        (offer.role, offer.people, str(offer.begins), str(offer.ends), offer.state)
        for offer in read_mission(mission).offers.values()
        if offer.party == party
    ]


def test_norway_with_titles_a_total_a_footnote_and_day_cells(mission: Path, tmp_path: Path) -> None:
    assert {"offers.csv", "ledger.yaml", "replies.yaml"} == set(entered(norway(tmp_path), mission))
    assert [
        ("police-trainer", 4, "2027-01-04", "2028-12-31", "pledged"),
        ("police-trainer", 2, "2027-03-01", "2027-08-31", "indicated"),
        ("investigation-trainer", 2, "2027-04-05", "2028-12-31", "confirmed"),
    ] == offers_of(mission, "norway")
    read = read_mission(mission)
    statement = read.ledger.statements["L2"]
    assert dt.date(2026, 1, 12) == statement.date
    assert "Remarks: 4 police-trainer: May be extended." in statement.says
    assert "* Subject to the approval of the Storting." in statement.says
    source = read.ledger.sources["reply-norway-2026-01-12"]
    assert ("Reply of Norway", "Norway") == (source.title, source.publisher)
    assert source.note.startswith("File Reply NOR v2.xlsx, SHA-256 ")
    assert {("L2",)} == {offer.basis for offer in read.offers.values() if offer.party == "norway"}


def test_germany_with_semicolons_bytes_of_windows_and_points_in_days(mission: Path, tmp_path: Path) -> None:
    entered(germany(tmp_path), mission, GERMAN)
    assert [
        ("police-trainer", 5, "2027-02-01", "2028-01-31", "pledged"),
        ("investigation-trainer", 1, "2027-02-01", "2028-01-31", "indicated"),
    ] == offers_of(mission, "germany")
    first, second = (one for one in read_mission(mission).offers.values() if one.party == "germany")
    assert ("french",) == first.languages
    assert ("north",) == second.not_at
    assert "über Mandat zu entscheiden" in read_mission(mission).ledger.statements["L2"].says


def test_france_with_two_rows_of_headings_and_a_nation_over_its_rows(mission: Path, tmp_path: Path) -> None:
    entered(france(tmp_path), mission, FRENCH)
    assert [
        ("police-trainer", 3, "2027-03-01", "2028-08-31", "confirmed"),
        ("school-adviser", 1, "2027-03-15", "2028-03-15", "indicated"),
    ] == offers_of(mission, "france")


def test_italy_with_tabs_and_a_period_in_one_column(mission: Path, tmp_path: Path) -> None:
    entered(italy(tmp_path), mission, ITALIAN)
    assert [
        ("paramedic", 2, "2027-03-01", "2028-02-28", "indicated"),
        ("office", 1, "2027-03-01", "2027-08-31", "indicated"),
    ] == offers_of(mission, "italy")
    paramedics, office = (one for one in read_mission(mission).offers.values() if one.party == "italy")
    assert (("north",), ()) == (paramedics.not_at, office.not_at)


@pytest.mark.parametrize(("party", "made", "known"), ALL)
def test_the_same_reply_again_adds_nothing(
    party: str, made: Callable[[Path], Path], known: Memory, mission: Path, tmp_path: Path
) -> None:
    file = made(tmp_path)
    entered(file, mission, known)
    before = {path.name: path.read_bytes() for path in mission.iterdir()}
    again = proposed(file, mission)
    assert (True, False) == (again.reads[0].is_known, again.changes_anything)
    assert () == enter(again, said)
    assert before == {path.name: path.read_bytes() for path in mission.iterdir()}


@pytest.mark.parametrize(("party", "made", "known"), ALL)
def test_the_same_rows_in_another_file_add_no_offer_and_no_statement(
    party: str, made: Callable[[Path], Path], known: Memory, mission: Path, tmp_path: Path
) -> None:
    file = made(tmp_path)
    entered(file, mission, known)
    whole = read_mission(mission)
    other = tmp_path / f"sent-again{file.suffix}"
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
            for part in old.namelist():
                new.writestr(part, old.read(part))
    else:
        other.write_bytes(file.read_bytes() + b"\n")
    again = proposed(other, mission)
    assert not again.changes_anything
    assert {key for key, one in whole.offers.items() if one.party == party} == set(
        again.entries[0].changes.same
    )
    enter(again, said)
    assert whole == read_mission(mission)


def test_what_was_confirmed_is_not_asked_again(mission: Path, tmp_path: Path) -> None:
    file = germany(tmp_path)
    first = proposed(file, mission, GERMAN)
    assert first.to_confirm
    enter(first, said)
    later = tmp_path / "DEU 2.csv"
    later.write_bytes(file.read_bytes().replace(b";5;", b";4;"))
    assert not proposed(later, mission).to_confirm


def test_a_changed_reply_tells_before_and_after_and_supersedes_the_first(
    mission: Path, tmp_path: Path
) -> None:
    file = germany(tmp_path)
    entered(file, mission, GERMAN)
    later = tmp_path / "DEU 2.csv"
    later.write_bytes(
        file.read_bytes().replace(b";5;", b";4;").replace(b"31.01.2028;zugesagt", b"30.06.2028;fest")
    )
    proposal = propose(
        [later], mission, ReplyInstructions(Memory(), "cp1252", dt.date(2027, 1, 8)), today=TODAY
    )
    (change,) = proposal.entries[0].changes.entered
    assert {"people": 5, "ends": "2028-01-31", "state": "pledged"} == change.before
    assert {"people": 4, "ends": "2028-06-30", "state": "confirmed"} == change.after
    enter(proposal, said)
    read = read_mission(mission)
    assert 2 == len([one for one in read.offers.values() if one.party == "germany"])
    assert ("L3",) == read.offers["germany-police-trainer"].basis
    assert ("L2", dt.date(2027, 1, 8)) == (
        read.ledger.statements["L3"].supersedes,
        read.ledger.statements["L3"].date,
    )


def test_what_an_earlier_reply_held_and_a_later_one_does_not_is_told_and_stays(
    mission: Path, tmp_path: Path
) -> None:
    file = germany(tmp_path)
    entered(file, mission, GERMAN)
    later = tmp_path / "DEU 2.csv"
    lines = file.read_bytes().split(b"\r\n")
    later.write_bytes(b"\r\n".join(line for line in lines if not line.startswith(b"2;")))
    proposal = proposed(later, mission)
    assert ("germany-investigation-trainer",) == proposal.entries[0].changes.gone
    enter(proposal, said)
    assert "germany-investigation-trainer" in read_mission(mission).offers


def test_an_offer_written_by_hand_is_changed_and_not_entered_beside(mission: Path, tmp_path: Path) -> None:
    with (mission / "offers.csv").open("a", encoding="utf-8") as file:
        file.write("by-hand,norway,investigation-trainer,3,2027-04-05,2028-12-31,indicated,80%,,,A7\n")
    (change,) = [c for c in proposed(norway(tmp_path), mission).entries[0].changes.entered if not c.is_new]
    assert ("by-hand", {"people": 3, "state": "indicated"}) == (change.id, change.before)
    entered(norway(tmp_path), mission)
    offer = read_mission(mission).offers["by-hand"]
    assert (2, "confirmed", ("L2", "A7")) == (offer.people, offer.state, offer.basis)
    assert 0.8 == offer.honoured.mean


def test_two_files_of_one_party_in_one_call_enter_once(mission: Path, tmp_path: Path) -> None:
    file = germany(tmp_path)
    copy = tmp_path / "copy.csv"
    copy.write_bytes(file.read_bytes() + b"\r\n")
    proposal = propose([file, copy], mission, ReplyInstructions(GERMAN, "cp1252"), today=TODAY)
    enter(proposal, said)
    assert 2 == len(offers_of(mission, "germany"))


# ---- what is not understood


def test_everything_that_is_not_understood_is_told_by_its_cell(mission: Path, tmp_path: Path) -> None:
    faults = sorted(told(fault) for fault in proposed(france(tmp_path), mission).faults)
    assert [
        "reponse.xlsx:Feuil1!B5: found 'Formateur de police', must name a role of the mission",
        "reponse.xlsx:Feuil1!B6: found 'Conseiller école', must name a role of the mission",
        "reponse.xlsx:Feuil1!D5: found '01/03/2027', which may be 2027-01-03 or 2027-03-01, must be one day",
    ] == [fault.partition(";")[0] for fault in faults]
    assert "--means \"role: 'Formateur de police' = ROLE\", such as " in faults[0]
    assert "--dates day-first or --dates month-first" in faults[2]


def test_rows_that_are_understood_may_be_entered_alone_and_the_rest_later(
    mission: Path, tmp_path: Path
) -> None:
    file = germany(tmp_path)
    part = proposed(file, mission)
    assert 1 == len(part.faults)
    enter(part, said)
    assert 1 == len(offers_of(mission, "germany"))
    whole = proposed(file, mission, GERMAN)
    assert not whole.reads[0].is_known
    enter(whole, said)
    read = read_mission(mission)
    assert 2 == len(offers_of(mission, "germany"))
    assert {"L1", "L2"} == {key for key in read.ledger.statements if key.startswith("L")}
    assert proposed(file, mission).reads[0].is_known


HEADS = ["Country", "Role", "People", "Begins", "Ends", "State"]
GOOD = ["Norway", "Police trainer", 2, "2027-03-01", "2027-08-31", "pledged"]


@pytest.mark.parametrize(
    ("column", "content", "name"),
    [
        (0, "Sweden", "unknown-party"),
        (0, "", None),
        (1, "Cook", "unknown-role"),
        (2, "10-12", "no-count"),
        (2, "1.200", "two-counts"),
        (2, -2, "no-count"),
        (3, "early March 2027", "no-day"),
        (3, "1 March 2919", "no-day"),
        (3, "03/04/2027", "two-days"),
        (4, "", "nothing-said"),
        (5, "perhaps", "unknown-state"),
        (2, "=1+1", "formula"),
    ],
)
def test_a_slip_is_told_and_its_row_is_left(
    column: int, content: object, name: str | None, mission: Path, tmp_path: Path
) -> None:
    bad = list(GOOD)
    bad[column] = content
    file = workbook(tmp_path / "x.xlsx", {"s": [HEADS, GOOD, bad]})
    proposal = proposed(file, mission)
    assert ([] if name is None else [f"replies.{name}.found"]) == [
        fault.found.name for fault in proposal.faults
    ]
    if name is not None:
        assert [f"s!{'ABCDEF'[column]}3"] == [fault.where.cell for fault in proposal.faults]
        assert 1 == len(proposal.reads[0].offers)


def test_a_count_merged_over_rows_is_refused_since_nobody_knows_of_which_row_it_is(
    mission: Path, tmp_path: Path
) -> None:
    other = ["Norway", "Trainer of investigators", None, "2027-03-01", "2027-08-31", "pledged"]
    file = workbook(tmp_path / "x.xlsx", {"s": [HEADS, GOOD, other]}, (("C2:C3", "5"),))
    assert ["replies.merged-count.found"] == [fault.found.name for fault in proposed(file, mission).faults]


def test_hidden_rows_and_sheets_are_told_and_not_read(mission: Path, tmp_path: Path) -> None:
    head = ["Nation", "Position", "Number of personnel", "From", "Until", "Status"]
    rows = [
        ["Norway", "Police trainer", people, "2027-01-04", "2028-12-31", "Pledged"] for people in (4, 7, 2)
    ]
    file = tmp_path / "reply.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        shown, unseen = book.add_worksheet("Offer"), book.add_worksheet("Draft")
        for sheet in (shown, unseen):
            for number, row in enumerate((head, *rows)):
                sheet.write_row(number, 0, row)
        shown.set_row(2, None, None, {"hidden": True})
        unseen.hide()
    proposal = proposed(file, mission)
    passed = [one for read in proposal.reads for one in read.passed if one.why == "hidden"]
    assert ["Offer!A3", "Draft!A2", "Draft!A3", "Draft!A4"] == [one.place.cell for one in passed]
    entered(file, mission)
    assert [4, 2] == [offer[1] for offer in offers_of(mission, "norway")]


def test_an_error_in_a_cell_is_no_value(mission: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(",".join(HEADS) + "\nNorway,Police trainer,#N/A,2027-03-01,2027-08-31,pledged\n", "utf-8")
    (fault,) = proposed(file, mission).faults
    assert "x.csv:C2" in told(fault)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("x.docx", b"x", "replies.other-kind.found"),
        ("x.xlsx", b"no workbook", "files.no-workbook.found"),
        ("x.csv", b"", "files.empty-file.found"),
        ("x.csv", b"a,b\n1,2\n", "replies.no-table.found"),
    ],
)
def test_another_file_is_refused(
    name: str, content: bytes, found: str, mission: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    try:
        faults = proposed(tmp_path / name, mission).faults
    except BadInput as bad:
        faults = bad.faults
    assert [found] == [fault.found.name for fault in faults]


def test_bytes_that_are_no_unicode_are_refused_with_what_to_say(mission: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"found the byte 0xe4 in line 4, .* --encoding windows-1252"):
        propose([germany(tmp_path)], mission, ReplyInstructions(), today=TODAY)


# ---- where offers stand


def test_offers_in_yaml_are_entered_there_and_the_rest_of_the_file_stays(
    mission: Path, tmp_path: Path
) -> None:
    offers = (
        "\noffers:\n  by-hand:  # a comment\n    {party: norway, role: investigation-trainer, people: 3,\n"
        "     begins: 2027-04-05, ends: 2028-12-31, state: indicated, basis: A7}\n"
        "  other:\n    party: others\n    role: office\n    people: 1\n"
        "    begins: 2027-01-04\n    ends: 2028-12-31\n    state: pledged\n    basis: A7  # kept\n"
        "\n# the end\n"
    )
    (mission / "offers.csv").unlink()
    file = mission / "mission.yaml"
    before = file.read_text("utf-8")
    file.write_text(before + offers, "utf-8")
    assert {"mission.yaml", "ledger.yaml", "replies.yaml"} == set(entered(norway(tmp_path), mission))
    after = file.read_text("utf-8")
    assert after.startswith(before)
    assert "    basis: A7  # kept\n" in after
    assert after.endswith("\n# the end\n")
    read = read_mission(mission)
    assert (2, "confirmed", ("L2", "A7")) == (
        read.offers["by-hand"].people,
        read.offers["by-hand"].state,
        read.offers["by-hand"].basis,
    )
    assert 4 == len(read.offers)


def test_a_mission_without_offers_gets_a_table_of_them(mission: Path, tmp_path: Path) -> None:
    (mission / "offers.csv").unlink()
    entered(norway(tmp_path), mission)
    assert 3 == len(read_mission(mission).offers)
    assert (mission / "offers.csv").is_file()


def test_comments_of_the_ledger_stay(mission: Path, tmp_path: Path) -> None:
    before = (mission / "ledger.yaml").read_text("utf-8").splitlines()
    entered(norway(tmp_path), mission)
    after = (mission / "ledger.yaml").read_text("utf-8").splitlines()
    assert before == [line for line in after if line in before]


def test_offers_in_a_workbook_beside_other_files_are_refused(mission: Path, tmp_path: Path) -> None:
    excel = tmp_path / "excel"
    excel.mkdir()
    document = {"cadre": 1} | read_mission(mission).document()
    del document["ledger"]
    (excel / "mission.xlsx").write_bytes(workbook_bytes(document))
    (excel / "ledger.yaml").write_bytes((mission / "ledger.yaml").read_bytes())
    with pytest.raises(BadInput, match=r"mission.xlsx:.*found rows of \w+ in the workbook"):
        entered(norway(tmp_path), excel)


def test_a_mission_in_a_workbook_alone_gets_the_offers_there(mission: Path, tmp_path: Path) -> None:
    excel, whole = tmp_path / "excel", read_mission(mission)
    excel.mkdir()
    document = {"cadre": 1} | whole.document()
    first = next(iter(whole.offers))
    remarks: dict[tuple[str, ...], str] = {("offers", first): "by telephone"}
    notes: dict[str, list[list[object]]] = {"notes of ours": [["call", 3.0]]}
    (excel / "mission.xlsx").write_bytes(workbook_bytes(document, remarks, notes))
    reply = norway(tmp_path)
    assert {"mission.xlsx", "replies.yaml"} == set(entered(reply, excel))
    assert {"offers.csv", "ledger.yaml", "replies.yaml"} == set(entered(reply, mission))
    assert read_mission(mission) == read_mission(excel)
    kept = read_with_remarks(excel)[1]
    new = next(key for key, one in read_mission(excel).offers.items() if one.party == "norway")
    assert ("by telephone", "May be extended.") == (kept["offers", first], kept["offers", new])
    assert notes == notes_in(excel, "mission.xlsx")
    assert () == entered(reply, excel)


def test_remarks_stand_beside_the_offers_where_the_table_has_a_place_for_them(
    mission: Path, tmp_path: Path
) -> None:
    offers = mission / "offers.csv"
    head, *rows = offers.read_text("utf-8").splitlines()
    offers.write_text("\n".join([f"{head},remarks", *(f"{row},ours" for row in rows), ""]), "utf-8")
    entered(norway(tmp_path), mission)
    kept = read_with_remarks(mission)[1]
    of_norway = [key for key, one in read_mission(mission).offers.items() if one.party == "norway"]
    assert ["May be extended."] == [kept["offers", key] for key in of_norway if ("offers", key) in kept]
    assert {"ours"} == {kept["offers", row.split(",")[0]] for row in rows}


@pytest.mark.parametrize(("written", "people"), [("0,5", 0.5), ("1.5 pax", 1.5), (0.5, 0.5)])
def test_people_for_part_of_the_time_are_offered(
    written: object, people: float, mission: Path, tmp_path: Path
) -> None:
    head = ["Nation", "Position", "Number of personnel", "From", "Until", "Status"]
    row = ["Norway", "Police trainer", written, "2027-01-04", "2028-12-31", "Pledged"]
    entered(workbook(tmp_path / "reply.xlsx", {"Offer": [head, row]}), mission)
    assert [people] == [offer[1] for offer in offers_of(mission, "norway")]


def test_a_mission_that_would_not_be_sound_is_not_written(mission: Path, tmp_path: Path) -> None:
    proposal = proposed(norway(tmp_path), mission)
    (mission / "ledger.yaml").write_text("sources: {}\n", "utf-8")
    before = {path.name: path.read_bytes() for path in mission.iterdir()}
    with pytest.raises(BadInput):
        enter(proposal, said)
    assert before == {path.name: path.read_bytes() for path in mission.iterdir()}


def test_the_cure_for_offers_in_the_workbook_works(mission: Path, tmp_path: Path) -> None:
    excel, whole = tmp_path / "excel", read_mission(mission)
    excel.mkdir()
    document = {"cadre": 1} | whole.document()
    ledger = document.pop("ledger")
    parts = {"offers": document.pop("offers"), **ledger}
    (excel / "mission.xlsx").write_bytes(workbook_bytes(document))
    for name, rows in parts.items():
        (excel / f"{name}.csv").write_text(csv_text(name, rows), "utf-8")
    assert whole == read_mission(excel)
    assert {"offers.csv", "sources.csv", "statements.csv", "replies.yaml"} == set(
        entered(norway(tmp_path), excel)
    )
    read = read_mission(excel)
    assert 3 == len([one for one in read.offers.values() if one.basis == ("L2",)])
    assert "Storting" in read.ledger.statements["L2"].says
