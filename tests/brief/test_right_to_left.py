"""The brief in Arabic: right to left in every format, what planners wrote kept apart."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pypdf
import pytest

from cadre.brief.charts.draw import svg_of
from cadre.brief.compose import compose, read, read_in
from cadre.brief.content import Brief, Chart, Table
from cadre.brief.faces import ARABIC_FACE, FACE
from cadre.brief.render.runs import Runs, SetParagraph, SetTable, isolating, laid_out
from cadre.brief.writing import files_of
from cadre.words import Catalogue, Language
from cadre.words.sides import without_isolates
from tests.brief import by_hand
from tests.brief.test_runs import runs_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ARABIC = re.compile("[\u0621-\u064a]")
WORD = re.compile(r"[A-Za-z]{2,}")


@cache
def arabic() -> Brief:
    return compose(read(by_hand.study(), None, "ar"))


@cache
def arabic_files() -> dict[str, bytes]:
    return files_of(by_hand.study(), None, "ar")


def member(file: str, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(arabic_files()[file])).read(name))


def slides() -> list[ElementTree.Element]:
    names = zipfile.ZipFile(io.BytesIO(arabic_files()["brief.pptx"])).namelist()
    found = sorted(
        (n for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)), key=lambda n: (len(n), n)
    )
    return [member("brief.pptx", name) for name in found]


def page() -> str:
    return arabic_files()["brief.html"].decode()


# ---- words


def test_every_message_of_the_brief_is_there_in_arabic() -> None:
    asked: set[str] = set()

    class Listening(Catalogue):
        def pieces(self, name: str, /, **values: object) -> tuple[object, ...]:
            asked.add(name)
            return super().pieces(name, **values)

    context = read_in(Listening("en"), by_hand.study())
    asked.clear()
    compose(context)
    assert set() == {name for name in asked if not Catalogue("ar").has(name)}
    assert len(asked) > 400


def test_titles_and_headings_are_arabic() -> None:
    for section in (*arabic().printed, *arabic().annexes):
        assert ARABIC.search(section.title)
        for block in section.blocks:
            heads = (block.caption, block.columns[0]) if isinstance(block, Table) else ()  # options are named
            heads = (block.title, block.alt) if isinstance(block, Chart) else heads
            assert all(ARABIC.search(head) for head in heads), heads


# ---- runs


def test_what_planners_wrote_and_numbers_stand_between_isolates() -> None:
    laid = laid_out(arabic())
    (asked, *_) = laid.pages[0][0].blocks
    assert isinstance(asked, SetParagraph)
    assert "rtl" == asked.side
    assert ("opens", "ltr") in [(run.kind, run.side) for run in asked.runs]
    for runs in runs_of(laid):
        kinds = [run.kind for run in runs]
        assert kinds.count("opens") == kinds.count("closes")
        for place, kind in enumerate(kinds):
            if kind in ("number", "statement"):
                assert ("opens", "closes") == (kinds[place - 1], kinds[place + 1])


def test_no_latin_word_of_an_arabic_text_stands_outside_an_isolate() -> None:
    laid, found = laid_out(arabic()), []
    for section in (*laid.printed, *laid.annexes):
        for block in section.blocks:
            if isinstance(block, SetParagraph) and block.side == "rtl":
                found += outside(block.runs)
    assert [] == found


def outside(runs: Runs) -> list[str]:
    depth, left = 0, []
    for run in runs:
        depth += {"opens": 1, "closes": -1}.get(run.kind, 0)
        if depth == 0:
            left += WORD.findall(without_isolates(run.text))
    return left


def test_every_table_runs_right_to_left_and_english_briefs_isolate_nothing() -> None:
    laid = laid_out(arabic())
    tables = {
        block.of.id: block
        for s in (*laid.printed, *laid.annexes)
        for block in s.blocks
        if isinstance(block, SetTable)
    }
    assert {"glance", "known", "levers", "origin"} <= tables.keys()
    assert {"rtl"} == {table.side for table in tables.values()}
    assert all(text == without_isolates(text) for text in map(isolating, runs_of(laid_out(english()))))


@cache
def english() -> Brief:
    return compose(read(by_hand.study()))


# ---- documents


def test_the_page_runs_right_to_left_and_isolates_what_does_not() -> None:
    assert '<html lang="ar" dir="rtl">' in page()
    assert re.search(r'<bdi dir="ltr">a formal, long-term mission[^<]*</bdi>', page())
    assert re.search(r'<bdi dir="rtl"><a class="n" href="#n\d+"[^>]*>14\u00a0مليون', page())
    assert 'dir="ltr">' not in "".join(re.findall("<table[^>]*>", page()))
    assert '<table id="t-options">' in page()
    assert page().count("<bdi") == page().count("</bdi>")


def test_english_pages_have_no_isolates(files: dict[str, bytes]) -> None:
    assert b"<bdi" not in files["brief.html"]
    assert b"dir=" not in re.sub(rb"<(style|script).*?</\1>", b"", files["brief.html"], flags=re.DOTALL)


def test_paragraphs_runs_and_tables_of_the_word_document_run_right_to_left() -> None:
    body = member("brief.docx", "word/document.xml")
    paragraphs = [
        p for p in body.iter(f"{W}p") if ARABIC.search("".join(t.text or "" for t in p.iter(f"{W}t")))
    ]
    first = next(p for p in paragraphs if "المطلوب: " in "".join(t.text or "" for t in p.iter(f"{W}t")))
    assert first.find(f"{W}pPr/{W}bidi") is not None
    turned = {"".join(run.itertext()): run.find(f"{W}rPr/{W}rtl") is not None for run in first.iter(f"{W}r")}
    assert turned["المطلوب: "]
    assert not next(rtl for text, rtl in turned.items() if "a formal, long-term" in text)
    tables = list(body.iter(f"{W}tbl"))
    assert {True} == {made.find(f"{W}tblPr/{W}bidiVisual") is not None for made in tables}
    assert body.find(f".//{W}sectPr/{W}bidi") is not None
    styles = member("brief.docx", "word/styles.xml")
    assert {"ar-SA"} == {spoken.get(f"{W}bidi") for spoken in styles.iter(f"{W}lang")}


def test_slides_run_right_to_left_and_their_tables_are_turned() -> None:
    made = slides()
    told = [p for slide in made for p in slide.iter(f"{A}p") if "المطلوب" in "".join(p.itertext())]
    assert [("1", "r")] == [(p.find(f"{A}pPr").get("rtl"), p.find(f"{A}pPr").get("algn")) for p in told[:1]]  # type: ignore[union-attr]
    tables = [table for slide in made for table in slide.iter(f"{A}tblPr")]
    assert {"1"} == {table.get("rtl") for table in tables}
    arabic_runs = [r for slide in made for r in slide.iter(f"{A}r") if ARABIC.match("".join(r.itertext()))]
    assert {"Arial"} == {r.find(f"{A}rPr/{A}cs").get("typeface") for r in arabic_runs}  # type: ignore[union-attr]


def test_print_is_in_arabic_letters_that_can_be_read_out_of_it() -> None:
    reader = pypdf.PdfReader(io.BytesIO(arabic_files()["brief.pdf"]))
    page, first = reader.pages[0], reader.pages[0].extract_text()
    assert "المطلوب" in first
    assert "مليون" in first
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert any(ARABIC_FACE in name for name in fonts)
    assert "ar" == reader.trailer["/Root"]["/Lang"]  # type: ignore[index]


def test_the_face_for_arabic_is_used_only_where_there_is_arabic(files: dict[str, bytes]) -> None:
    first = pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages[0]
    fonts = {str(font.get_object()["/BaseFont"]) for font in first["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert any(FACE.replace(" ", "") in name for name in fonts)
    assert not any(ARABIC_FACE in name for name in fonts)


def test_data_hold_no_characters_that_isolate() -> None:
    text = arabic_files()["study.json"].decode()
    assert text == without_isolates(text)


# ---- charts


def test_lines_of_a_title_that_run_right_to_left_are_texts_of_their_own() -> None:
    chart = next(b for s in arabic().pages[0] for b in s.blocks if isinstance(b, Chart))
    svg = svg_of(chart)
    assert "<tspan" not in svg
    assert "\u2067الأهداف المحققة\u2069</text>" in svg
    assert "50 مليون" in svg
    assert svg == svg_of(replace(chart))


@pytest.mark.parametrize(("language", "share", "money"), [("fr", "80 %", "60 M"), ("en", "80 %", "60 M")])
def test_axes_write_numbers_as_the_language_does(language: Language, share: str, money: str) -> None:
    brief = compose(read(by_hand.study(), None, language))
    svg = svg_of(next(b for s in brief.pages[0] for b in s.blocks if isinstance(b, Chart)))
    assert f">{share}<" in svg.replace("\u00a0", " ").replace("\u202f", " ")
    assert f">{money}<" in svg.replace("\u00a0", " ")


def test_charts_whose_letters_keep_their_codes_beside_the_text_are_drawn_in_print() -> None:
    """Alone, a mark of a chart would have no code; the same mark in the text gives it one."""
    pages = pypdf.PdfReader(io.BytesIO(arabic_files()["brief.pdf"])).pages
    assert 0 == sum(len(page.images) for page in pages)
