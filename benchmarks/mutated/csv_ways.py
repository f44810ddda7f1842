"""Ways to change CSV files."""

from __future__ import annotations

import csv
import io
from random import Random

from benchmarks.mutated.mutant import FREE, REFUSED, SAME, SAME_AND_READ, Base, Meaning, Mutant, Way
from benchmarks.mutated.numerals import FORMS, VALUES, numeral
from benchmarks.mutated.yaml_ways import at, damage, misspelt
from cadre.mission_files.names import MISSION
from cadre.mission_files.tables import tables

Rows = list[list[str]]
CELLS = (
    "", " ", "x", "0", "-1", "1.5", "yes", "no", "n/a", "-", "?", "tbd", "5 apples", "60.5", "110%", "0,005%",
    "1.250", "1,250", "1 250", "2020-02-30", "31.12.2020", "12/31/2020", "min 1; likely 2; max 3",
    "min 0,1; max 0,2",
    "min 5; likely 2; max 3", "choices 1 = 50%, 2 = 50%", "{min: 1", "[a, b]", "{a: b}", "a; b", "=1+1",
    "'x", '"', "Spain",
    "spain ", "SPAIN", "\u00a0spain", "spa\u00a0in", "Jan 2020", "2020", "43831", "1e5", "half", "\u2013",
    "5k", "#REF!x",
    "x" * 5000, "a\nb", "\u202ex", "\uf0b7 x", "None", "nan", "inf", "TRUE", "0x10", "007",
)  # fmt: skip
ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#NV", "#BEZUG!", "Err:502")


def _table(dice: Random, base: Base) -> tuple[str, Rows]:
    name = dice.choice([name for name in base.files if name.endswith(".csv")])
    return name, list(csv.reader(io.StringIO(base.files[name].decode())))


def _written(rows: Rows, *, between: str = ",", end: str = "\n", all_quoted: bool = False) -> str:
    stream = io.StringIO()
    writer = csv.writer(
        stream,
        delimiter=between,
        lineterminator=end,
        quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerows(rows)
    return stream.getvalue()


def _of(name: str) -> tuple[str, ...]:
    return tables()[name.removesuffix(".csv")][0]


def as_saved(dice: Random, base: Base) -> Mutant:
    """The same table as other programs save it."""
    name, rows = _table(dice, base)
    if dice.random() < 0.5 and rows[0][0] == "id":
        order = list(range(len(rows[0])))
        dice.shuffle(order)
        rows = [[row[i] for i in order] for row in rows]
    if dice.random() < 0.3:
        rows = [[*row, *[""] * 3] for row in rows]
    if dice.random() < 0.3:
        rows += [[""] * len(rows[0])] * 3
    if dice.random() < 0.2:
        rows[0] = [dice.choice((one.upper(), one.title(), one.replace("_", " "))) for one in rows[0]]
    text = _written(
        rows,
        between=dice.choice(",;\t"),
        end=dice.choice(("\n", "\r\n", "\r")),
        all_quoted=dice.random() < 0.3,
    )
    content = text.encode(dice.choice(("utf-8", "utf-8-sig", "utf-16")))
    return Mutant("csv as saved", base.with_file(name, content), SAME_AND_READ)


def as_exported(dice: Random, base: Base) -> Mutant:
    """What programs and people put around a table: read as the same, or refused."""
    name, rows = _table(dice, base)
    between = dice.choice(",;\t")
    text = _written(rows, between=between)
    content = dice.choice((
        f"sep={between}\n{text}",
        f"sep={between}\r\n" + text.replace("\n", "\r\n"),
        f"Our table\n\n{text}",
        f"Our table{between * (len(rows[0]) - 1)}\n{text}",
        f"\n\n{text}",
        f"{text}\nTotal{between}5\n",
        f"{text}\nas of 1 May 2019\n",
        text.replace(between, f" {between} "),
        text.replace(between, "|"),
    )).encode(dice.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")  # fmt: skip
    return Mutant("csv as exported", base.with_file(name, content), SAME)


def headings(dice: Random, base: Base) -> Mutant:
    """A heading renamed, lost, doubled or added."""
    name, rows = _table(dice, base)
    i = dice.randrange(len(rows[0]))
    way = dice.randrange(5)
    if way == 0:
        rows[0][i] = misspelt(dice, rows[0][i])
    elif way == 1:
        rows = [row[:i] + row[i + 1 :] for row in rows]
    elif way == 2:
        rows = [[*row, row[i]] for row in rows]
    elif way == 3:
        rows = [[*row, dice.choice(("remarks", "x", "2"))] for row in rows]
    else:
        rows[0][i] = dice.choice(("", "Party", "party", "Nation", "number", "#", "ID", "name"))
    return Mutant("csv headings", base.with_file(name, _written(rows)), FREE)


def cell(dice: Random, base: Base) -> Mutant | None:
    """Another content of one cell: nothing changes elsewhere."""
    name, rows = _table(dice, base)
    if len(rows) < 2:
        return None
    i, j = dice.randrange(1, len(rows)), dice.randrange(len(rows[0]))
    rows[i][j] = dice.choice(CELLS)
    path = _of(name)
    if rows[0][0] == "id" and j:
        path = (*path, rows[i][0], rows[0][j].split(".")[0])
    return Mutant("csv cell", base.with_file(name, _written(rows)), Meaning((path,)))


def error(dice: Random, base: Base) -> Mutant | None:
    """A cell that shows an error: never read."""
    name, rows = _table(dice, base)
    if len(rows) < 2:
        return None
    i, j = dice.randrange(1, len(rows)), dice.randrange(len(rows[0]))
    rows[i][j] = dice.choice(ERRORS)
    return Mutant("csv error", base.with_file(name, _written(rows)), REFUSED)


def number(dice: Random, base: Base) -> Mutant | None:
    """A number in another notation: read as that number, or refused."""
    name, rows = _table(dice, base)
    places = [
        (i, j, path)
        for i, row in enumerate(rows[1:], start=1)
        for j, heading in enumerate(rows[0])
        if rows[0][0] == "id"
        and isinstance(at(base.document, path := (*_of(name), row[0], *heading.split("."))), int | float)
    ]
    if not places:
        return None
    i, j, path = dice.choice(places)
    if isinstance(at(base.document, path), bool):
        return None
    form, value = dice.choice(FORMS), dice.choice(VALUES)
    percent = rows[i][j].endswith("%") and value <= 100
    rows[i][j] = numeral(dice, value, form) + ("%" if percent else "")
    files = base.with_file(name, _written(rows, between=dice.choice(",;\t")))
    if dice.random() < 0.4:
        text = base.files[MISSION].decode()
        files[MISSION] = text.replace(
            "  title: School\n", f'  title: School\n  numbers: "{form}"\n', 1
        ).encode()
    if dice.random() < 0.2:
        files[name] = files[name].replace(b'"', b"")
    meaning = Meaning((path, ("mission", "numbers")), value / 100 if percent else value)
    return Mutant("csv number", files, meaning)


def rows_changed(dice: Random, base: Base) -> Mutant | None:
    """Rows lost, doubled, cut short or too long, cells moved."""
    name, rows = _table(dice, base)
    if len(rows) < 2:
        return None
    i, way = dice.randrange(1, len(rows)), dice.randrange(7)
    row = rows[i]
    j = dice.randrange(len(row))
    rows[i] = (
        row[:j], [*row, "x"], ["", *row],
        row[:j] + row[j + 1 :], [*row[: j + 1], *row[j:]], [""] * len(row), row
    )[way]  # fmt: skip
    if way == 6:
        rows.insert(dice.randrange(len(rows)), row)
    return Mutant("csv rows", base.with_file(name, _written(rows)), FREE)


def more_rows(dice: Random, base: Base) -> Mutant | None:
    """A row that is none of the table, or one whose id is there already: never read."""
    name, rows = _table(dice, base)
    if len(rows) < 2 or rows[0][0] != "id" or len(rows[0]) < 3:
        return None
    row = list(dice.choice(rows[1:]))
    added = dice.choice((
        ["Total", *["" for _ in row[1:]]], ["", *row[1:]], ["Source: the ministry", *["" for _ in row[1:]]],
        [row[0].upper(), *row[1:]], [f" {row[0]}", *row[1:]], [f"{row[0]}\u00a0", *row[1:]],
        [row[0].title(), *row[1:]], [f"{row[0]}\u200b", *row[1:]], row,
    ))  # fmt: skip
    return Mutant("csv more rows", base.with_file(name, _written([*rows, added])), REFUSED)


def slip(dice: Random, base: Base) -> Mutant:
    """A slip of the keyboard, or damage."""
    name, _ = _table(dice, base)
    content = base.files[name]
    if dice.random() < 0.3:
        return Mutant("csv damaged", base.with_file(name, damage(dice, content)), FREE)
    text = content.decode()
    i = dice.randrange(len(text) + 1)
    put = dice.choice(
        ('"', ",", ";", "\t", "\n", "\r", "'", "\0", "\u00a0", "\u2028", "{", "[", "%", " ", "é")
    )
    text = text[:i] + put + text[i + dice.choice((0, 0, 1)) :]
    return Mutant("csv slip", base.with_file(name, text), FREE)


WAYS: tuple[Way, ...] = (
    as_saved, as_exported, headings, headings, cell, cell, cell, error, number, number, number,
    rows_changed, more_rows, slip, slip,
)  # fmt: skip
