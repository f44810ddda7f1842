"""Titles drawn from all planes of Unicode: refused when they are read, or shown in all six files."""

from __future__ import annotations

import io
import json
import random
import re
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from cadre.brief.compose import compose, read
from cadre.brief.render.glyphs import STANDS_IN, showable
from cadre.brief.render.typesetting import compiler_of
from cadre.brief.writing import files_of
from cadre.errors import Place
from cadre.mission_files.texts import text_faults
from cadre.mission_files.tree import Tree
from cadre.study import Study
from tests.brief import by_hand

PLANES = (range(0x20, 0x250), range(0x250, 0x3000), range(0x3000, 0x10000), range(0x10000, 0x20000),
          range(0x20000, 0x30000), range(0xE0000, 0xE0200), range(0xF0000, 0x110000))  # fmt: skip
MARKS = tuple(chr(c) for c in range(0x300, 0x1AB0) if unicodedata.category(chr(c))[0] == "M")
LONG = "w" * 400
TITLES = (
    "বাংলা মিশন မြန်မာ ភាសា हिन्दी العربية עברית 中国 日本語 한국어 😀",
    f"{LONG} 𓀀 \u0378 e\u0301\u0302\u0303 \u2067\u202eturned\u202c\u2069",
    "=1+1 +1 -1 @SUM(A1) #N/A? {{x}} $x$ <b>&amp;</b> \\n %s",
)


def drawn(luck: random.Random, length: int) -> str:
    """Draw a title: letters of any plane, marks, spaces, plain letters."""

    def letter() -> str:
        kind = luck.random()
        if kind < 0.35:
            return luck.choice("abc -/.,'\"{}[]#$*_=<>&")
        return luck.choice(MARKS) if kind < 0.5 else chr(luck.choice(luck.choice(PLANES)))

    return "".join(letter() for _ in range(length)).strip() or "x"


def accepted(title: str) -> str:
    """Give a title without the characters that reading refuses, and see that it refused one of them."""
    while text_faults(Tree({"title": title}, {("title",): Place("m", 1, 1)})):
        (fault,) = text_faults(Tree({"title": title}, {("title",): Place("m", 1, 1)}))
        found = re.search(r"U\+([0-9A-F]+)", str(fault))
        assert found, fault
        title = title.replace(chr(int(found[1], 16)), "")
    return title.strip() or "x"


def titled(study: Study, title: str) -> Study:
    """Give a study whose mission, courses and options bear a title."""
    course = {"courses.deminer.title": title}
    mission = study.mission.changed({"mission.title": title, "mission.host": title})
    shown = tuple(
        replace(
            planned, option=replace(planned.option, title=title, base=planned.option.base.changed(course))
        )
        for planned in study.shown
    )
    return replace(study, mission=mission, shown=shown)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_shown_in_all_six_files(title: str) -> None:
    files = files_of(titled(by_hand.study(), title))
    word = title.split(maxsplit=1)[0].encode()
    assert word in files["study.json"]
    assert word in files["brief.html"]
    for name in ("brief.docx", "brief.pptx", "workbook.xlsx"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            parts = [archive.read(part) for part in archive.namelist() if part.endswith(".xml")]
        assert any(word in part for part in parts), name
    pages = pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages
    assert sum(len(page.extract_text()) for page in pages[:2]) > len(title)


def test_titles_drawn_from_all_planes_are_set_in_print(tmp_path: Path) -> None:
    luck = random.Random(13)
    titles = [accepted(drawn(luck, luck.randint(1, 60))) for _ in range(400)]
    shown, _ = showable(titles)
    (tmp_path / "m.typ").write_text('#set page(width: 7cm)\n#for t in json("m.json") { block(t) }')
    (tmp_path / "m.json").write_text(json.dumps(shown))
    assert compiler_of(tmp_path / "m.typ").compile(format="pdf")
    kept = sum(a == b for a, b in zip(titles, shown, strict=True))
    assert STANDS_IN in "".join(shown)
    assert 0 < kept < len(titles)


def test_a_brief_with_a_title_of_all_planes(study: Study) -> None:
    luck = random.Random(7)
    title = accepted(" ".join(drawn(luck, 8) for _ in range(30)))
    made = compose(read(titled(study, title)))
    assert title in made.headline
    assert {"brief.pdf", "brief.docx"} <= set(files_of(titled(study, title)))
