import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from cadre.brief import write_brief, writing
from cadre.brief.charts.draw import svg_of
from cadre.brief.compose import compose, read
from cadre.brief.content import Brief, charts, cited
from cadre.brief.context import Context
from cadre.brief.data.study_json import digest
from cadre.brief.data.study_schema import SCHEMA, schema_text
from cadre.brief.render.html import html_of
from cadre.brief.render.runs import laid_out
from cadre.brief.writing import files_of, place
from cadre.study import Study
from tests.brief import by_hand

ROOT = Path(__file__).parents[2]
NAMES = ("brief.html", "brief.pdf", "brief.docx", "brief.pptx", "workbook.xlsx", "study.json")


# ---- all of them


def test_a_brief_written_twice_is_the_same_bytes(study: Study, files: dict[str, bytes]) -> None:
    again = files_of(study)
    assert [] == [name for name in NAMES if files[name] != again[name]]


def test_a_brief_does_not_depend_on_the_process_that_writes_it(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    told = (
        "from pathlib import Path; from tests.brief import by_hand; from cadre.brief import "
        "write_brief; import sys; "
    )
    told += "write_brief(by_hand.study(), Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT), "TZ": "Asia/Baghdad"}
    subprocess.run(
        [sys.executable, "-c", told, str(tmp_path / "out")], check=True, env=environment, cwd=tmp_path
    )
    assert [] == [name for name in NAMES if files[name] != (tmp_path / "out" / name).read_bytes()]


def test_all_files_are_written_and_others_left_alone(
    monkeypatch: pytest.MonkeyPatch, study: Study, files: dict[str, bytes], tmp_path: Path
) -> None:
    monkeypatch.setattr(writing, "files_of", lambda *_: files)
    out = tmp_path / "deep" / "out"
    assert tuple(out / name for name in NAMES) == write_brief(study, out)
    (out / "notes.txt").write_text("mine")
    write_brief(study, out)
    assert sorted([*NAMES, "notes.txt"]) == sorted(file.name for file in out.iterdir())
    assert ["out"] == [path.name for path in out.parent.iterdir()]


def test_whoever_stops_the_writing_finds_the_last_brief(tmp_path: Path) -> None:
    out = tmp_path / "out"
    place({"a": b"old", "b": b"old"}, out)

    class Stopping(dict[str, bytes]):
        def items(self):  # type: ignore[no-untyped-def]
            yield "a", b"new"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        place(Stopping(a=b"new", b=b"new"), out)
    assert b"old" == (out / "a").read_bytes()
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


# ---- study.json


def test_study_json_keeps_its_published_schema(files: dict[str, bytes]) -> None:
    published = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(files["study.json"]), published, cls=jsonschema.Draft202012Validator)


def test_the_published_schema_is_the_one_that_the_types_give() -> None:
    assert schema_text() == SCHEMA.read_text("utf-8"), "write schema_text() to study.schema.json"


@pytest.mark.parametrize("at", ["seed", "numbers", "options"])
def test_a_study_that_lacks_a_part_breaks_the_schema(files: dict[str, bytes], at: str) -> None:
    document = json.loads(files["study.json"])
    del document[at]
    with pytest.raises(jsonschema.ValidationError, match=f"'{at}' is a required property"):
        jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))


def test_a_study_with_a_key_too_many_breaks_the_schema(files: dict[str, bytes]) -> None:
    document = json.loads(files["study.json"])
    document["numbers"][0]["seconds"] = 1
    with pytest.raises(jsonschema.ValidationError, match="'seconds' was unexpected"):
        jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))


def test_study_json_has_sorted_keys_ten_digits_and_no_clock(files: dict[str, bytes]) -> None:
    text = files["study.json"].decode()
    document = json.loads(text, parse_float=lambda found: found)
    assert f"{json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1)}\n" == text
    assert '"seconds"' not in text
    assert 10 >= max(len(re.sub(r"e.*|[-.]|^0\.0*", "", found).lstrip("0")) for found in _floats(document))


def _floats(node: object) -> list[str]:
    if isinstance(node, dict):
        return [found for value in node.values() for found in _floats(value)]
    if isinstance(node, list):
        return [found for value in node for found in _floats(value)]
    return [node] if isinstance(node, str) and re.fullmatch(r"-?\d+\.\d+(e[-+]?\d+)?", node) else []


def test_the_mission_is_known_by_its_digest(files: dict[str, bytes], study: Study) -> None:
    assert digest(study.mission) == json.loads(files["study.json"])["mission"]["sha256"]
    other = study.mission.changed({"mission.title": "Another"})
    assert digest(study.mission) != digest(other)


def test_study_json_holds_summaries_and_no_samples(files: dict[str, bytes]) -> None:
    option = json.loads(files["study.json"])["options"][1]
    assert {"median", "low", "high", "mean", "half_width"} == set(option["scalars"]["cost"])
    assert (
        len(option["series"]["posts"]["weeks"])
        == len(option["series"]["posts"]["median"])
        < by_hand.REPLICATIONS
    )


# ---- HTML


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.inside):
            self.text.append(data)


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> _Page:
    parsed = _Page()
    parsed.feed(files["brief.html"].decode())
    return parsed


def test_the_page_is_one_file_that_asks_nobody_for_anything(page: _Page, files: dict[str, bytes]) -> None:
    assert [] == [
        (tag, a) for tag, a in page.tags if a.get("src") or tag in ("link", "iframe", "img", "object")
    ]
    assert [] == [a["href"] for tag, a in page.tags if tag == "a" and not str(a["href"]).startswith("#")]
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in str(policy)
    assert "unsafe-eval" not in str(policy)
    assert 4_000_000 > len(files["brief.html"])


def test_every_link_leads_somewhere_and_no_id_stands_twice(page: _Page) -> None:
    ids = [str(a["id"]) for _, a in page.tags if a.get("id")]
    assert len(ids) == len(set(ids))
    assert set() == {str(a["href"])[1:] for tag, a in page.tags if tag == "a"} - set(ids)


def test_every_chart_is_drawn_before_any_script_runs_and_is_described(page: _Page, brief: Brief) -> None:
    described = [a["aria-label"] for _, a in page.tags if a.get("class") == "drawing"]
    assert [chart.alt for chart in charts(brief)] == described
    assert len(described) == sum(1 for tag, _ in page.tags if tag == "svg")


def test_what_people_wrote_cannot_become_markup(page: _Page, files: dict[str, bytes]) -> None:
    assert "Allies weigh a mission & its cost <draft>" in "".join(page.text)
    assert "<draft>" not in files["brief.html"].decode()


def test_script_in_a_mission_stays_text(study: Study) -> None:
    nasty = "</script><script>alert(1)</script>"
    first, second, *others = study.shown
    option = replace(
        second.option, title=nasty, base=second.option.base.changed({"courses.deminer.title": nasty})
    )
    made = compose(read(replace(study, shown=(first, replace(second, option=option), *others))))
    text = html_of(laid_out(made), {chart.id: svg_of(chart) for chart in charts(made)})
    assert "alert(1)" in text
    assert nasty not in text
    assert "<script>alert" not in text


# ---- PDF


@pytest.fixture(scope="module")
def pdf(files: dict[str, bytes]) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(files["brief.pdf"]))


def test_print_has_the_pages_and_says_where_the_annexes_are(pdf: pypdf.PdfReader, brief: Brief) -> None:
    starts = [re.sub(r"\s+", " ", page.extract_text()) for page in pdf.pages]
    assert len(brief.pages) == len(starts)
    assert "The options at a glance" in starts[0]
    assert "What to settle, by when" in starts[1]
    assert ["Option A", "Option B", "Option C"] == [
        found[0] for text in starts[2:5] if (found := re.search(r"Option [A-Z]", text))
    ]
    assert "Offers against posts" in starts[5]
    assert "Where the rest stands" in starts[6]
    assert [] == [annex.title for annex in brief.annexes if annex.title not in starts[6]]


def test_what_is_at_home_in_an_annex_leads_into_the_page_on_the_web(
    pdf: pypdf.PdfReader, files: dict[str, bytes]
) -> None:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", ())]
    leads = {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}
    page = files["brief.html"].decode()
    assert leads
    assert [] == [uri for uri in leads if uri[:11] != "brief.html#" or f'id="{uri[11:]}"' not in page]


def test_page_one_alone_tells_what_to_decide(pdf: pypdf.PdfReader) -> None:
    text = re.sub(r"\s+", " ", pdf.pages[0].extract_text())
    for told in (
        "12 Jul 2018",
        "which options to plan in detail",
        "Needs a choice on",
        "Targets likely to be met",
        "What is assumed",
        "What leads, and what would change it",
    ):
        assert told in text


def test_the_pdf_is_archival_tagged_and_dated_by_the_planners_day(
    pdf: pypdf.PdfReader, files: dict[str, bytes]
) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in files["brief.pdf"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in files["brief.pdf"]
    assert pdf.metadata is not None
    assert "Training mission, Northland" == pdf.metadata.title
    assert "D:20180601" in str(pdf.metadata["/CreationDate"])
    assert "/StructTreeRoot" in pdf.root_object


def test_what_people_wrote_is_not_typesetting(pdf: pypdf.PdfReader) -> None:
    text = re.sub(r"\s+", " ", "".join(page.extract_text() for page in pdf.pages))
    assert r"=1+1 is what a diplomat called the idea of #repairing *vehicles* \ $now$" in text


# ---- workbook


@pytest.fixture(scope="module")
def book(files: dict[str, bytes]) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(files["workbook.xlsx"]))


def test_the_workbook_has_the_sheets_that_planners_go_on_with(book: CalamineWorkbook) -> None:
    assert [
        "Options compared", "Requirements", "Further asks", "Offers", "Timetable", (
            "Costs by "
            "payer and year"
        ), "Simulated cost by year", "Targets",
        "Options screened",
        "Numbers", "Ledger",
    ] == book.sheet_names  # fmt: skip


def test_a_requirement_line_shows_post_weeks_filled_by_state(book: CalamineWorkbook) -> None:
    rows = book.get_sheet_by_name("Requirements").to_python()
    line = dict(zip(rows[0], rows[1], strict=True))
    assert ("A", "demining-instructor@camp/r0", "yes", 7) == (
        line["Option"],
        line["Line"],
        line["Critical"],
        line["Posts"],
    )
    assert (
        7 * 26
        == line["Post-weeks"]
        == sum(
            int(str(line[s]).split(".")[0]) for s in ("Arrived", "Confirmed", "Pledged", "Indicated", "Open")
        )
    )
    assert "w-demining" == line["Offered by"]


def test_sums_carry_their_value(book: CalamineWorkbook, context: Context) -> None:
    rows = book.get_sheet_by_name("Requirements").to_python()
    assert "Sum of the rows shown" == rows[-1][0]
    assert sum(shown.fill.needed for shown in context.view.active) == rows[-1][13]


def test_text_that_looks_like_a_formula_stays_text(files: dict[str, bytes], book: CalamineWorkbook) -> None:
    says = [row[1] for row in book.get_sheet_by_name("Ledger").to_python()]
    assert any(str(text).startswith("=1+1 is what") for text in says)
    with zipfile.ZipFile(io.BytesIO(files["workbook.xlsx"])) as parts:
        sheets = {
            name: parts.read(name).decode()
            for name in parts.namelist()
            if name.startswith("xl/worksheets/sheet")
        }
    formulas = [found for text in sheets.values() for found in re.findall(r"<f>([^<]*)</f>", text)]
    assert formulas
    assert [] == [formula for formula in formulas if not formula.startswith("SUBTOTAL(109,")]


def test_every_number_of_the_brief_is_in_the_workbook(book: CalamineWorkbook, context: Context) -> None:
    ids = [row[1] for row in book.get_sheet_by_name("Numbers").to_python()[1:]]
    assert sorted(number.id for number in context.numbers) == sorted(ids)


def test_rows_of_the_workbook_are_as_high_as_their_text(files: dict[str, bytes]) -> None:
    """Not every program fits rows when it opens a file; wrapped text would lie over the next row."""
    with zipfile.ZipFile(io.BytesIO(files["workbook.xlsx"])) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<row r="[0-9]+"[^>]* ht="(30|45)"', text)


def test_references_count_numbers_in_the_order_in_which_a_reader_meets_them(
    book: CalamineWorkbook, brief: Brief
) -> None:
    listed = [
        (row[1], int(str(row[0]).removesuffix(".0")))
        for row in book.get_sheet_by_name("Numbers").to_python()[1:]
    ]
    assert list(range(1, len(listed) + 1)) == [place for _, place in listed]
    first = list(cited(brief.pages[0]))
    assert first == [key for key, _ in listed[: len(first)]]
    assert brief.references == dict(listed)
