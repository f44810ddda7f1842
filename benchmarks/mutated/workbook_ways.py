"""Ways to change a workbook: its cells, and the parts of its archive as programs and accidents leave them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from benchmarks.mutated.csv_ways import CELLS, ERRORS
from benchmarks.mutated.mutant import FREE, REFUSED, SAME, SAME_AND_READ, Base, Keys, Meaning, Mutant, Way
from benchmarks.mutated.numerals import FORMS, VALUES, numeral
from benchmarks.mutated.yaml_ways import at, damage, misspelt
from cadre.mission_files.names import WORKBOOK
from cadre.mission_files.settings import SHEET
from cadre.mission_files.sheets import ID, INSIDE, SetPlan, plans
from cadre.mission_files.workbook import NOT_READ

Parts = Mapping[str, bytes]
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(.*?)</c>')
NUMBERS = ("0", "-1", "1.5", "1E+5", "1e999", "43831", "", " ", "x", "0,5", "nan")
HELP_ROW = 2
TEXTS, STYLES, BOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"


class Cell(NamedTuple):
    """A cell of a sheet: its part and name, its span in the XML, what it shows, the path that it means."""

    sheet: str
    part: str
    name: str
    start: int
    end: int
    shown: str
    path: Keys


@cache
def parts_of(content: bytes) -> Parts:
    """Give the parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    """Give an archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


@cache
def cells_of(content: bytes) -> tuple[Cell, ...]:
    """Give every cell of every sheet that is read: not those of help."""
    parts = parts_of(content)
    texts = [re.sub("<[^>]*>", "", item) for item in re.findall(r"<si>(.*?)</si>", parts[TEXTS].decode())]
    sheets = re.findall(r'<sheet name="([^"]+)"', parts[BOOK].decode())
    found: list[Cell] = []
    for number, sheet in enumerate(sheets, start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        grid: dict[tuple[str, int], str] = {}
        spans = list(_CELL.finditer(parts[part].decode()))
        for match in spans:
            inside = re.sub("<[^>]*>", "", match[5])
            grid[match[1], int(match[2])] = texts[int(inside)] if match[4] == "s" else inside
        for match in spans if sheet not in NOT_READ else ():
            column, row = match[1], int(match[2])
            if row != HELP_ROW and not (sheet == SHEET and column > "B"):
                path = _path(sheet, grid, column, row)
                found.append(Cell(sheet, part, f"{column}{row}", *match.span(), grid[column, row], path))
    return tuple(found)


def _path(sheet: str, grid: Mapping[tuple[str, int], str], column: str, row: int) -> Keys:
    """Give where a cell stands in the mission: its table where it names a row, nothing for a heading."""
    if row == 1:
        return ()
    if sheet == SHEET:
        return tuple(grid["A", row].split(".")) if column == "B" else ()
    plan = plans()[sheet]
    where = plan.path[: plan.path.index(INSIDE)] if INSIDE in plan.path else plan.path
    heading = grid[column, 1]
    if isinstance(plan, SetPlan) or not plan.is_keyed or heading in (*plan.around, ID):
        return where
    named = {grid.get((letters, 1), ""): text for (letters, at_row), text in grid.items() if at_row == row}
    around = iter(plan.around)
    whole = tuple(named[next(around)] if key == INSIDE else key for key in plan.path)
    return (*whole, named[ID], *heading.split("."))


def _put(base: Base, cell: Cell, xml: str) -> dict[str, bytes]:
    """Write a cell anew."""
    parts = dict(parts_of(base.files[WORKBOOK]))
    text = parts[cell.part].decode()
    parts[cell.part] = (text[: cell.start] + xml + text[cell.end :]).encode()
    return parts


def _book(way: str, base: Base, parts: Parts, meaning: Meaning = FREE) -> Mutant:
    return Mutant(way, base.with_file(WORKBOOK, packed(parts)), meaning)


def _cells(base: Base, *, below: bool = True) -> list[Cell]:
    return [cell for cell in cells_of(base.files[WORKBOOK]) if cell.path or not below]


def _text(name: str, text: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(_clean(text))}</t></is></c>'


def _clean(text: str) -> str:
    """XML holds no control characters; Excel writes them so."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda found: f"_x{ord(found[0]):04X}_", text)


def number(dice: Random, base: Base) -> Mutant | None:
    """A number as a number, or as a text in another notation."""
    found = [c for c in _cells(base) if _is_number(base, c.path)]
    cell, value = dice.choice(found), dice.choice(VALUES)
    meaning = Meaning((cell.path, ("mission", "numbers")), value)
    if dice.random() < 0.4:
        style = dice.choice(("", "", ' s="0"', ' s="1"'))
        return _book(
            "workbook number",
            base,
            _put(base, cell, f'<c r="{cell.name}"{style}><v>{value!r}</v></c>'),
            meaning,
        )
    written = numeral(dice, value, dice.choice(FORMS))
    return _book("workbook number as text", base, _put(base, cell, _text(cell.name, written)), meaning)


def _is_number(base: Base, path: Keys) -> bool:
    value = at(base.document, path)
    return (
        path[0] not in ("cadre", "levers") and isinstance(value, int | float) and not isinstance(value, bool)
    )


def content(dice: Random, base: Base) -> Mutant:
    """Another content of one cell: nothing changes elsewhere."""
    cell = dice.choice(_cells(base))
    xml = dice.choice((
        _text(cell.name, dice.choice(CELLS)),
        f'<c r="{cell.name}"><v>{dice.choice(NUMBERS)}</v></c>',
        f'<c r="{cell.name}" t="b"><v>{dice.randrange(2)}</v></c>',
        f'<c r="{cell.name}" t="str"><v>{escape(_clean(dice.choice(CELLS)))}</v></c>',
        f'<c r="{cell.name}" t="d"><v>{dice.choice(("2020-05-01", "2020-05-01T00:00:00", "x"))}</v></c>',
        f'<c r="{cell.name}"/>',
        "",
    ))  # fmt: skip
    keys = cell.path if len(cell.path) < 3 else cell.path[:3]  # what one cell holds is read as a whole
    if cell.path[0] not in base.document or cell.sheet == SHEET or not xml:
        keys = cell.path[:1]  # settings: a row without a value may make its record empty
    return _book("workbook content", base, _put(base, cell, xml), Meaning((keys,)))


def no_value(dice: Random, base: Base) -> Mutant:
    """A cell that shows an error, holds a formula or has lost its text: never read."""
    cell = dice.choice(_cells(base, below=False))
    shown = dice.choice(ERRORS[:7])
    xml = dice.choice((
        f'<c r="{cell.name}" t="e"><v>{shown}</v></c>',
        f'<c r="{cell.name}"><f>1+1</f><v>2</v></c>',
        f'<c r="{cell.name}" t="str"><f>A1</f><v>x</v></c>',
        f'<c r="{cell.name}" t="s"><v>999999</v></c>',
        f'<c r="{cell.name}" t="s"><v>-1</v></c>',
        f'<c r="{cell.name}" t="s"><v>x</v></c>',
        _text(cell.name, dice.choice(ERRORS)),
        f'<c r="{cell.name}"><v>1</v></c><c r="{cell.name}"><v>2</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="A99999999"><v>1</v></c>',
        '<c r="ZZZZ1"><v>1</v></c>',
        '<c r="1A"><v>1</v></c>',
    ))  # fmt: skip
    return _book("workbook no value", base, _put(base, cell, xml), REFUSED)


def day(dice: Random, base: Base) -> Mutant:
    """A day as Excel holds it, counted from 1900 or from 1904."""
    days = (c for c in _cells(base) if c.path[0] == "offers")
    found = [c for c in days if re.fullmatch(r"\d{4}-\d\d-\d\d", str(at(base.document, c.path)))]
    cell, from_1904 = dice.choice(found), dice.random() < 0.5
    meant = dt.date(2020, 2, 1) + dt.timedelta(days=dice.randrange(200))
    serial = (meant - (dt.date(1904, 1, 1) if from_1904 else dt.date(1899, 12, 30))).days
    parts = _put(base, cell, f'<c r="{cell.name}" s="7777"><v>{serial}</v></c>')
    styles = parts[STYLES].decode()
    before, inside, after = re.split(r"(?<=<cellXfs)(.*?)(?=</cellXfs>)", styles, maxsplit=1, flags=re.DOTALL)
    count = inside.count("<xf ")
    inside += f'<xf numFmtId="{dice.choice((14, 15, 22))}" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    parts[STYLES] = (before + inside + after).encode()
    parts[cell.part] = parts[cell.part].replace(b's="7777"', f's="{count}"'.encode())
    if from_1904:
        parts[BOOK] = re.sub(rb"<workbookPr", b'<workbookPr date1904="1"', parts[BOOK], count=1)
    return _book("workbook day", base, parts, Meaning((cell.path,), float(meant.toordinal())))


def around(dice: Random, base: Base) -> Mutant:
    """Merged and hidden cells, rows, columns and sheets, filters, comments: the same mission, or refused."""
    parts = dict(parts_of(base.files[WORKBOOK]))
    sheet = dice.choice([name for name in parts if name.startswith("xl/worksheets/sheet")])
    text = parts[sheet].decode()
    added = dice.choice((
        ("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'),
        ("</sheetData>", '</sheetData><autoFilter ref="A1:D9"/>'),
        ('<row r="2"', '<row r="2" hidden="1"'),
        ("<sheetData>", "<!-- noted --><sheetData>"),
        ("</sheetData>", '<row r="500"/></sheetData>'),
        ("</sheetData>", '<row r="500" spans="1:2"><c r="A500" s="0"/></row></sheetData>'),
    ))  # fmt: skip
    parts[sheet] = text.replace(*added, 1).encode()
    if dice.random() < 0.3:
        parts[BOOK] = parts[BOOK].replace(b'<sheet name="', b'<sheet state="hidden" name="', 1)
    return _book("workbook around", base, parts, SAME)


def rewritten(dice: Random, base: Base) -> Mutant:
    """The same sheets as other programs write them."""
    parts = dict(parts_of(base.files[WORKBOOK]))
    way = dice.randrange(7)
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet") and way in (0, 1, 2)]:
        text = parts[name].decode()
        if way == 0:
            text = re.sub(r'<row r="\d+"', "<row", text) if "<c r" not in re.sub(_CELL, "", text) else text
        elif way == 1:
            text = _CELL.sub(lambda m: m[0].replace(f'r="{m[1]}', f'r="{m[1].lower()}', 1), text)
        else:
            text = re.sub(r"<(/?)(c|row|v|sheetData)\b", r"<\1x:\2", text)
            text = text.replace("<worksheet ", '<worksheet xmlns:x="x" ', 1)
        parts[name] = text.encode()
    if way == 3:
        parts[TEXTS] = re.sub(rb"<t>([^<]*)</t>", rb"<r><rPr><b/></rPr><t>\1</t></r>", parts[TEXTS])
    elif way == 4:
        parts[TEXTS] = re.sub(rb"<t>([^<&]*)</t>", rb"<t><![CDATA[\1]]></t>", parts[TEXTS])
    elif way == 5:
        parts = {name: content for name, content in parts.items() if not name.startswith("docProps")}
    elif way == 6:
        content = packed(dict(reversed(list(parts.items()))), zipfile.ZIP_DEFLATED)
        return Mutant("workbook rewritten", base.with_file(WORKBOOK, content), SAME_AND_READ)
    return _book("workbook rewritten", base, parts, SAME_AND_READ)


def headings(dice: Random, base: Base) -> Mutant:
    """A heading, a path or an id misspelt."""
    cell = dice.choice(
        [c for c in _cells(base, below=False) if c.name.startswith("A") or c.name.endswith("1")]
    )
    return _book(
        "workbook headings", base, _put(base, cell, _text(cell.name, misspelt(dice, cell.shown))), FREE
    )


def sheets(dice: Random, base: Base) -> Mutant:
    """A sheet renamed, or its parts lost or mixed up."""
    parts = dict(parts_of(base.files[WORKBOOK]))
    way, name = dice.randrange(5), dice.choice(list(parts))
    if way == 0:
        found = re.findall(r'<sheet name="([^"]+)"', parts[BOOK].decode())
        old = dice.choice(found)
        new = dice.choice(
            (misspelt(dice, old), "notes", "Sheet1", old.upper(), f" {old} ", dice.choice(found))
        )
        parts[BOOK] = parts[BOOK].replace(
            f'<sheet name="{old}"'.encode(), f'<sheet name="{escape(new)}"'.encode()
        )
    elif way == 1:
        del parts[name]
    elif way == 2:
        parts[name] = dice.choice((b"", b"<a/>", b"<a>", b"\xff\xfe<", parts[dice.choice(list(parts))]))
    elif way == 3:
        text = parts[name].decode("utf-8", "replace")
        parts[name] = ('<!DOCTYPE a [<!ENTITY b "c">]>' + text[text.find("?>") + 2 :]).encode()
    else:
        parts[name] = damage(dice, parts[name])
    return _book("workbook sheets", base, parts, FREE)


def xml_slip(dice: Random, base: Base) -> Mutant:
    """An attribute or a number in the XML of the workbook changed."""
    parts = dict(parts_of(base.files[WORKBOOK]))
    name = dice.choice([name for name in parts if name.startswith("xl/")])
    text = parts[name].decode()
    spots = list(re.finditer(r'="([^"]*)"|>([^<>]+)<', text))
    if not spots:
        return _book("workbook xml", base, parts, FREE)
    spot = dice.choice(spots)
    group = 1 if spot[1] is not None else 2
    new = dice.choice(
        ("", "0", "-1", "999999999", "x", "1.5", "A1", "a1", "\u00e9", "&#0;", "&amp;", " ", "1e3", "true")
    )
    parts[name] = (text[: spot.start(group)] + new + text[spot.end(group) :]).encode()
    return _book("workbook xml", base, parts, FREE)


def archive(dice: Random, base: Base) -> Mutant:
    """The archive damaged, or something quite different under its name."""
    whole = base.files[WORKBOOK]
    other: dict[str, Any] = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"<a/>",
    }
    content = dice.choice((
        damage(dice, whole), damage(dice, damage(dice, whole)), b"PK" + dice.randbytes(200), packed(other),
        b"PK\x05\x06" + bytes(18),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), b"id,party\n", b"<html><table></table></html>",
    ))  # fmt: skip
    return Mutant("workbook archive", base.with_file(WORKBOOK, content), FREE)


WAYS: tuple[Way, ...] = (
    number, number, number, content, content, content, no_value, no_value, day, around, rewritten,
    headings, headings,
    sheets, sheets, xml_slip, xml_slip, archive,
)  # fmt: skip
