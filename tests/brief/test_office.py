"""The Word document and the slides, opened as their readers open them."""

import io
import re
import zipfile
from typing import Any

import docx
import pptx
import pytest
from docx.document import Document
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation
from pptx.util import Pt

from cadre.brief.content import Brief, Chart, Table, Words, charts, cited, sections
from cadre.brief.number import Cited
from cadre.brief.render.slides import BEYOND, HEIGHT, PAGES, WIDTH
from cadre.brief.render.text_metrics import CELL_MARGIN, column_widths, height, lines, rows_that_fit
from cadre.brief.render.zipped import EARLIEST, without_clock
from tests.brief.reading_aloud import aloud

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word(files: dict[str, bytes]) -> Document:
    return docx.Document(io.BytesIO(files["brief.docx"]))


@pytest.fixture(scope="module")
def deck(files: dict[str, bytes]) -> Presentation:
    return pptx.Presentation(io.BytesIO(files["brief.pptx"]))


# ---- the document


def test_every_section_is_a_heading_of_the_document_in_order(word: Document, brief: Brief) -> None:
    found = [p.text for p in word.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert [section.title for section in brief.printed] == found


def test_each_page_in_print_begins_a_page_of_the_document(word: Document, brief: Brief) -> None:
    begins = [p.text for p in word.paragraphs if p.paragraph_format.page_break_before]
    assert [page[0].title for page in brief.pages[1:]] == begins


def test_every_table_is_a_real_one_with_a_head_that_repeats(word: Document, brief: Brief) -> None:
    expected = [block for section in brief.printed for block in section.blocks if isinstance(block, Table)]
    assert [len(table.rows) + 1 for table in expected] == [len(table.rows) for table in word.tables]
    for table, made in zip(expected, word.tables, strict=True):
        assert list(table.columns) == [cell.text for cell in made.rows[0].cells]
        assert made._tbl.tr_lst[0].find(f"{W}trPr/{W}tblHeader") is not None


def _as_set(words: Words, brief: Brief) -> str:
    """Give a text as the document sets it: references in brackets behind numbers that are at home."""
    out = ""
    for piece in words:
        out += aloud((piece,))
        if isinstance(piece, Cited) and piece.target and not piece.quiet:
            out += f" [{brief.references[piece.id]}]"
    return out


def test_cells_say_what_the_content_says(word: Document, brief: Brief) -> None:
    expected = [block for section in brief.printed for block in section.blocks if isinstance(block, Table)]
    for table, made in zip(expected, word.tables, strict=True):
        said = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in list(made.rows)[1:]]
        assert [[_as_set(cell, brief) for cell in row] for row in table.rows] == said


def test_the_id_of_every_number_is_in_the_document(files: dict[str, bytes], brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(files["brief.docx"])) as archive:
        text = archive.read("word/document.xml").decode()
    found = set(re.findall(r'w:tooltip="Id: ([^ ]+)\. ', text))
    assert {*cited(brief.printed)} == found


def test_every_link_of_the_document_leads_to_a_bookmark(word: Document) -> None:
    body = word.element.body
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    found = [link for link in body.iter(f"{W}hyperlink")]
    links = {link.get(f"{W}anchor") for link in found if link.get(RELATION) is None}
    assert found
    assert set() == links - marks


def test_what_is_at_home_in_an_annex_leads_into_the_page_on_the_web(
    word: Document, files: dict[str, bytes], brief: Brief
) -> None:
    beyond = [link for link in word.element.body.iter(f"{W}hyperlink") if link.get(RELATION) is not None]
    assert {"brief.html"} == {word.part.rels[link.get(RELATION)].target_ref for link in beyond}
    page = files["brief.html"].decode()
    assert [] == [link.get(f"{W}anchor") for link in beyond if f'id="{link.get(f"{W}anchor")}"' not in page]


def test_every_chart_of_the_document_has_its_alternative_text(word: Document, brief: Brief) -> None:
    found = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    drawn = [b.alt for section in brief.printed for b in section.blocks if isinstance(b, Chart)]
    assert drawn == found


# ---- the slides


def test_every_section_of_the_first_two_pages_has_a_slide(deck: Presentation, brief: Brief) -> None:
    titles = [slide.shapes.title.text for slide in deck.slides]
    drawn = {block.title for s in sections(brief) for block in s.blocks if isinstance(block, Chart)}
    missing = [
        section.title
        for page in brief.pages[:PAGES]
        for section in page
        if not any(title == section.title or title in drawn for title in titles)
    ]
    assert [] == missing
    assert "What is asked, and what is to be decided when" in titles
    assert "Where the rest stands" == titles[-1]


def test_slides_are_few_enough_to_present(deck: Presentation) -> None:
    assert 12 <= len(deck.slides) <= 30


def test_everything_on_slides_can_be_read_from_the_back_of_a_room(deck: Presentation) -> None:
    small = [
        (slide.shapes.title.text, size.pt)
        for slide in deck.slides
        for shape in slide.shapes
        for size in sizes_of(shape)
        if size < Pt(18)
    ]
    assert [] == small


def sizes_of(shape: Any) -> list[Any]:
    frames = [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []
    frames += [shape.text_frame] if shape.has_text_frame else []
    return [run.font.size for frame in frames for p in frame.paragraphs for run in p.runs if run.font.size]


def test_nothing_stands_outside_its_slide(deck: Presentation) -> None:
    outside = [
        (slide.shapes.title.text, shape.name)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > Pt(WIDTH) + 1
        or shape.top + shape.height > Pt(HEIGHT) + 1
    ]
    assert [] == outside


def test_text_of_slides_fits_its_box(deck: Presentation) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            sizes = [run.font.size.pt for p in shape.text_frame.paragraphs for run in p.runs]
            texts = [p.text.replace("\v", "\n") for p in shape.text_frame.paragraphs]
            assert height(texts, shape.width.pt, max(sizes)) <= shape.height.pt, slide.shapes.title.text


def test_every_number_on_a_slide_has_its_id_in_the_notes(deck: Presentation, brief: Brief) -> None:
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)
    found = set(re.findall(r": (\S+) \[\d+\]$", notes, flags=re.MULTILINE))
    assert set() == {*cited(section for page in brief.pages[:PAGES] for section in page)} - found


def test_charts_of_slides_have_alternative_texts(deck: Presentation, brief: Brief) -> None:
    drawn = {
        shape.name: shape._element.nvPicPr.cNvPr.get("descr")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    }
    alts = {chart.id: chart.alt for chart in charts(brief)}
    assert {"ends", *BEYOND} == set(drawn)
    assert {name: alts[name] for name in drawn} == drawn


# ---- both


@pytest.mark.parametrize("name", ["brief.docx", "brief.pptx"])
def test_no_clock_is_in_an_office_file(name: str, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
        assert {EARLIEST} == {entry.date_time for entry in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()
    assert {"2018-06-01T00:00:00Z"} == set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core))


def test_an_archive_without_clock_holds_the_same_entries() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "one")
        archive.writestr("b.txt", "two")
    with zipfile.ZipFile(io.BytesIO(without_clock(held.getvalue()))) as archive:
        assert {"a.txt": b"one", "b.txt": b"two"} == {name: archive.read(name) for name in archive.namelist()}


def test_markup_in_what_people_wrote_stays_text(word: Document) -> None:
    texts = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any(r"=1+1 is what a diplomat called the idea of #repairing *vehicles*" in text for text in texts)


# ---- what fits


def test_lines_are_counted_by_words_and_breaks() -> None:
    assert 1 == lines("abc", 100, 10)
    assert 2 == lines("abc\nabc", 100, 10)
    assert 3 == lines("aaaaaaaaaa bbbbbbbbbb cccccccccc", 60, 10)
    assert 4 == lines("a" * 40, 54, 10)


def test_rows_that_do_not_fit_are_left_for_the_next_slide() -> None:
    rows = [["x"]] * 10
    assert 10 == rows_that_fit(rows, [50.0], 10, 1000)
    assert 3 == rows_that_fit(rows, [50.0], 10, 50)


def test_no_column_is_less_than_none_where_the_words_of_heads_are_endless() -> None:
    widths = column_widths(("a" * 900, "b" * 900, "c"), (1, 1, 1), 400, 10)
    assert pytest.approx(400) == sum(widths)
    assert min(widths) > 2 * CELL_MARGIN


def test_no_column_is_so_narrow_that_its_head_breaks() -> None:
    widths = column_widths(("Option", "Critical post-weeks"), (1, 30), 400, 10)
    assert pytest.approx(400) == sum(widths)
    assert widths[0] >= 6 * 0.62 * 10 + 2 * CELL_MARGIN
