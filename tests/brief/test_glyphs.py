"""Characters that no font of the typesetter has stand in print as one that it has, and print says so."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf

from cadre.brief.charts.draw import svg_of
from cadre.brief.content import Brief, charts
from cadre.brief.render.glyphs import STANDS_IN, showable
from cadre.brief.render.pdf import pdf_of
from cadre.brief.render.runs import laid_out
from cadre.words import Catalogue


def test_only_what_no_font_has_is_replaced() -> None:
    kept = "Łódź, العراق, Україна, Ελλάδα, e\u0301, 1 − 2 ≤ 3"
    assert ([kept], False) == showable([kept])
    assert ([kept, STANDS_IN * 2, f"a{STANDS_IN}b"], True) == showable([kept, "中国", "a😀b"])


def test_a_brief_in_a_script_that_no_font_has_is_printed_all_the_same(brief: Brief) -> None:
    drawn = {chart.id: svg_of(chart) for chart in charts(brief)}
    name, svg = next(iter(drawn.items()))
    drawn[name] = re.sub(r"(<text[^>]*>)", r"\1中", svg)
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(laid_out(replace(brief, title="北 and العراق")), drawn))).pages
    assert f"{STANDS_IN} and" in pages[0].extract_text()
    said = Catalogue().text("document.stands-in", sign=STANDS_IN)
    assert said in re.sub(r"\s+", " ", pages[0].extract_text())
