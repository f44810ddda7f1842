"""Checks of finished documents, whatever the study: each gives what is wrong, nothing where all is well."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from itertools import combinations
from typing import Any

import pypdf
from PIL import Image

from cadre.brief.charts.draw import svg_of
from cadre.brief.content import Brief, Chart, Ref, Section, Table, Words, charts, sections, texts
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.render.pictures import pictures_of
from cadre.words.formats import DASH
from tests.brief.reading_aloud import aloud

LEAST_POINTS, ROUNDING = 10.0, 0.05
"""Of any letter on the first two pages but those of header and footer; and what a matrix may lose of it."""
HEADER, FOOTER = 800.0, 36.0
"""Points from the foot of an A4 page: what stands above the one and below the other repeats on each page."""
NARROW = 0.4
"""Ems of a letter on average: less than any text that a chart sets, so that what overlaps does so surely."""
DARK = 128
"""Of a grey from 0 to 255."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TIP_ID = re.compile(r"Id: ([^ ]+)\. ")
SVG = "{http://www.w3.org/2000/svg}"
_LINK = re.compile(r'<a class="n[^"]*" href="#n(\d+)"[^>]*>(.*?)</a>', re.DOTALL)
_PLACE = re.compile(r"translate\((?P<x>[-\d.e]+)[, ]+(?P<y>[-\d.e]+)\)")


def numbers_shown_otherwise(context: Context, brief: Brief) -> list[tuple[str, str]]:
    """Find numbers that are shown with neither their value nor an end of their range."""
    found = (piece for text in texts(sections(brief)) for piece in text if isinstance(piece, Cited))
    wrong = []
    for piece in found:
        number = context.numbers[piece.id]
        ends = {context.formats.number(end, number.unit) for end in (number.value, number.low, number.high)}
        ends |= {part for end in (context.numbers.range(piece.id),) for part in end.split(DASH) if part}
        if not any(_flat(end) in _flat(piece.text) for end in ends):
            wrong.append((piece.id, piece.text))
    return wrong


def formats_that_differ(brief: Brief, files: dict[str, bytes]) -> list[str]:
    """Find numbers that the page on the web shows otherwise than the content has them."""
    shown = defaultdict(set)
    for reference, text in _LINK.findall(files["brief.html"].decode()):
        shown[int(reference)].add(_flat(unescape(re.sub(r"<[^>]+>", "", text))))
    wanted = defaultdict(set)
    for text in texts(sections(brief)):
        for piece in text:
            if isinstance(piece, Cited) and not piece.target:
                wanted[brief.references[piece.id]].add(_flat(piece.text))
    return [
        f"{number}: {shown[number]} for {wanted[number]}"
        for number in wanted
        if shown[number] != wanted[number]
    ]


def letters_too_small(files: dict[str, bytes]) -> list[tuple[float, str]]:
    """Find texts on the first two pages below ten points."""
    small: list[tuple[float, str]] = []

    def look(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
        points = size * abs(tm[3]) * abs(cm[3])
        high = tm[5] * cm[3] + cm[5]
        if text.strip() and points < LEAST_POINTS - ROUNDING and FOOTER < high < HEADER:
            small.append((round(points, 2), text.strip()))

    for page in pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages[:2]:
        page.extract_text(visitor_text=look)
    return small


def office_that_differs(brief: Brief, files: dict[str, bytes]) -> list[str]:
    """Find numbers that the Word document shows otherwise than the content of the pages has them."""
    with zipfile.ZipFile(io.BytesIO(files["brief.docx"])) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))
    shown, wanted = defaultdict(set), defaultdict(set)
    for link in body.iter(f"{WORD}hyperlink"):
        found = _TIP_ID.match(link.get(f"{WORD}tooltip", ""))
        if found:
            shown[found[1]].add(_flat(" ".join(text.text or "" for text in link.iter(f"{WORD}t"))))
    for text in texts(brief.printed):
        for piece in text:
            if isinstance(piece, Cited):
                wanted[piece.id].add(_flat(piece.text))
    return [f"{key}: {shown[key]} for {wanted[key]}" for key in wanted if shown[key] != wanted[key]]


def pages_that_are_not_one(brief: Brief, files: dict[str, bytes]) -> list[str]:
    """Find headings of the first section of a page that do not stand on the page of that place in print."""
    printed = pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages
    texts_of = [_flat(page.extract_text()) for page in printed]
    firsts = [_flat(page[0].title) for page in brief.pages]
    return [
        title
        for place, title in enumerate(firsts)
        if place >= len(texts_of) or title[:30] not in texts_of[place]
    ] + [f"page {place}" for place in range(len(firsts) + 1, len(texts_of) + 1)]


def digits_that_run_together(brief: Brief, files: dict[str, bytes]) -> list[str]:
    """Find numbers of page one behind which print has a further digit, as a raised reference would be."""
    page = _flat(pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages[0].extract_text())
    cited = {piece.text for text in texts(brief.pages[0]) for piece in text if isinstance(piece, Cited)}
    ends = {_flat(text.split("\n")[-1]) for text in cited}
    return [text for text in ends if text[-1:].isdigit() and not re.search(rf"{re.escape(text)}(?!\d)", page)]


def pictures_cut(brief: Brief) -> list[str]:
    """Find charts with ink at the very edge: a label that went on beyond it."""
    drawn = pictures_of({chart.id: svg_of(chart) for chart in charts(brief)})
    return [name for name, png in drawn.items() if inked_edge(Image.open(io.BytesIO(png)).convert("L"))]


def inked_edge(image: Image.Image) -> bool:
    """Say whether a picture has ink in its outermost rows or columns."""
    wide, high = image.size
    edges = ((0, 0, wide, 1), (0, high - 1, wide, high), (0, 0, 1, high), (wide - 1, 0, wide, high))
    return any(min(image.crop(edge).tobytes()) < DARK for edge in edges)


def labels_that_overlap(chart: Chart) -> list[tuple[str, str]]:
    """Find labels of a chart that lie on each other, each taken as narrower than it is."""
    boxes = [*_boxes(ET.fromstring(svg_of(chart)), 0.0, 0.0)]
    return [(a[0], b[0]) for a, b in combinations(boxes, 2) if a[0] != b[0] and _meet(a, b)]


Box = tuple[str, float, float, float, float]
"""Text, left, right, top, bottom."""


def _boxes(node: ET.Element, x: float, y: float) -> Iterator[Box]:
    moved = _PLACE.search(node.get("transform", ""))
    if moved:
        x, y = x + float(moved["x"]), y + float(moved["y"])
    if node.get("opacity") == "0":  # left out by the drawing
        return
    if node.tag == f"{SVG}text" and (node.text or "").strip() and "rotate" not in node.get("transform", ""):
        text, size = (node.text or "").strip(), float(re.sub("px", "", node.get("font-size", "10")))
        wide = NARROW * size * len(text)
        left = {"end": x - wide, "middle": x - wide / 2}.get(node.get("text-anchor", "start"), x)
        yield text, left, left + wide, y - 0.6 * size, y
    for child in node:
        yield from _boxes(child, x, y)


def _meet(a: Box, b: Box) -> bool:
    return a[1] < b[2] and b[1] < a[2] and a[3] < b[4] and b[3] < a[4]


def labels_cut_short(chart: Chart) -> list[str]:
    """Find labels that the drawing cut with an ellipsis though the specification has them whole."""
    spec = str(chart.spec)
    found = (node.text or "" for node in ET.fromstring(svg_of(chart)).iter(f"{SVG}text"))
    return [text for text in found if "…" in text and text not in spec]


def bare_numbers(section: Section) -> list[str]:
    """Find cells of a table that hold a number and nothing that says of what: no unit, no whole."""
    cells = (
        aloud(cell)
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row[1:]
    )
    return [cell for cell in cells if re.fullmatch(r"[\d.,\s–−]*\d[\d.,\s–−]*", cell)]


def statements_without_speaker(context: Context, of: tuple[Section, ...]) -> list[tuple[str, str]]:
    """Find statements cited without who says them, or assumptions not called so."""
    statements = context.view.mission.ledger.statements
    wrong = []
    for text in texts(of):
        said = _flat(aloud(text))
        for key in (piece.id for piece in text if isinstance(piece, Ref) and piece.id in statements):
            one = statements[key]
            named = bool(one.by) and _flat(one.by).lower() in said.lower()
            if not (named or any(word in said for word in MARKS_OF[one.attribution])):
                wrong.append((key, said))
    return wrong


MARKS_OF = {
    "named": ("a source that is named",),
    "official": ("n official source",),
    "unnamed": ("not named",),
    "declined to comment": ("declined to comment",),
    "denied": ("denied",),
    "derived": ("derived by the planner",),
    "assumption": ("planner", "assumed"),
}
"""How a statement without a speaker's name is marked, by its attribution."""


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def text_of(words: Words) -> str:
    """Return a text as it reads."""
    return _flat(aloud(words))
