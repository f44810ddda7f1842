"""Characters that no font of the typesetter has stand in print as one that it has, and print says so."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest

from cadre.brief.charts.draw import svg_of
from cadre.brief.content import Brief, charts
from cadre.brief.render import pdf
from cadre.brief.render.glyphs import STANDS_IN, lacking_in, showable
from cadre.brief.render.pdf import pdf_of
from cadre.brief.render.runs import laid_out
from cadre.words import Catalogue

SHOWN = (
    "বাংলা মিশন", "မြန်မာ", "ភាសាខ្មែរ", "हिन्दी", "العربية", "עברית", "中国", "日本語", "한국어", "አማርኛ",
    "ქარ", "Հայ", "ไทย", "ລາວ", "සිංහල", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ગુજરાતી", "ਪੰਜਾਬੀ", "ଓଡ଼ିଆ",
    "😀 👨\u200d👩\u200d👧",
)  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_the_scripts_of_the_world_have_a_face(text: str) -> None:
    assert ([text], False) == showable([text])


def test_only_what_no_face_has_is_replaced() -> None:
    kept = "Łódź, العراق, Україна, Ελλάδα, e\u0301, 1 − 2 ≤ 3"
    assert ([kept], False) == showable([kept])
    assert ([kept, STANDS_IN * 2, f"a{STANDS_IN}b"], True) == showable([kept, "ⵣ𓀀", "a\uf0b7b"])
    assert "ⵣ\uf0b7" == lacking_in([kept, "ⵣ a\uf0b7b"])


def test_a_mark_without_a_letter_stands_on_a_space_that_no_line_breaks_at() -> None:
    """The typesetter panics on a line of right-to-left text that begins with the mark of a space."""
    ((shown, begun), _) = showable(["\u05d0 \u05b0", '{"t": "\u0301a"}'])
    assert "\u05d0\u00a0\u05b0" == shown
    assert '{"t": "\u00a0\u0301a"}' == begun


def test_a_mark_on_a_letter_of_another_script_is_replaced_with_it() -> None:
    ((shown,), replaced) = showable(["kept -\u20e7b"])
    assert replaced
    assert shown.startswith("kept ")


def test_a_brief_in_a_script_that_no_face_has_is_printed_all_the_same(brief: Brief) -> None:
    drawn = {chart.id: svg_of(chart) for chart in charts(brief)}
    name, svg = next(iter(drawn.items()))
    drawn[name] = re.sub(r"(<text[^>]*>)", r"\1ⵣ", svg)
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(laid_out(replace(brief, title="ⵣ and العراق")), drawn))).pages
    assert f"{STANDS_IN} and" in pages[0].extract_text()
    said = Catalogue().text("document.stands-in", sign=STANDS_IN)
    assert said in re.sub(r"\s+", " ", pages[0].extract_text())


def test_a_piece_that_only_its_neighbours_make_impossible_does_not_end_the_brief(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = {chart.id: svg_of(chart) for chart in charts(brief)}
    monkeypatch.setattr(pdf, "showable", lambda texts: (list(texts), False))
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(laid_out(replace(brief, title="ⵣ and 中国")), drawn))).pages
    assert f"{STANDS_IN} and 中国" in pages[0].extract_text()
