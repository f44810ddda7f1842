"""Marks: which option and which criterion a column, a row or a whole table is of, by the numbers in it.

Takes tables of the content model and the numbers that they cite; gives marks, by which a reader can leave out
what is of other options, or of other criteria. Nothing is read from sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cadre.brief.content import Table, Words
from cadre.brief.number import Cited
from cadre.brief.subjects import NumberSubject

HEAD = 1
"""Columns that name the rows."""


NOBODY = NumberSubject()
Subjects = Mapping[str, NumberSubject]
"""By id of number."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Subjects of a table: of the whole, of each column and of each row; empty where it is of several."""

    whole: NumberSubject = NOBODY
    columns: tuple[NumberSubject, ...] = ()
    rows: tuple[NumberSubject, ...] = ()


def marks_of(table: Table, subjects: Subjects, heads: Mapping[str, str]) -> Marks:
    """Return what a table, its columns and its rows are of.

    Parameters
    ----------
    table : Table
        Of the content model.
    subjects : mapping of str to NumberSubject
        Of each number.
    heads : mapping of str to str
        Letter of an option by what a heading or the first cell of a row says of it alone.
    """
    width = len(table.columns)
    cells = [[_only(subjects, [cell]) for cell in row] for row in table.rows]
    rows = tuple(
        NumberSubject(heads.get(_text(row[0]), "") or one.option, one.criterion)
        for row, one in zip(table.rows, (_only(subjects, row) for row in table.rows), strict=True)
    )
    columns = tuple(
        NumberSubject(heads.get(table.columns[n], "") or one.option, one.criterion)
        for n, one in enumerate(_same(row[n] for row in cells) if n >= HEAD else NOBODY for n in range(width))
    )
    options = {subject.option for row in table.rows for subject in _found(subjects, row) if subject.option}
    named = {one.option for one in (*columns, *rows) if one.option}
    whole = NumberSubject(options.pop()) if len(options) == 1 and named <= options else NOBODY
    if whole.option or len({c.option for c in columns if c.option}) < 2:  # noqa: PLR2004  (one is no choice)
        columns = tuple(NumberSubject("", c.criterion) for c in columns)
    if len({c.criterion for c in columns if c.criterion}) < 2:  # noqa: PLR2004
        columns = tuple(NumberSubject(c.option) for c in columns)
    return Marks(whole, columns, rows)


def _found(subjects: Subjects, texts: Iterable[Words]) -> list[NumberSubject]:
    """Return the subjects of the numbers in some texts."""
    ids = (piece.id for text in texts for piece in text if isinstance(piece, Cited))
    return [subjects.get(of, NOBODY) for of in ids]


def _only(subjects: Subjects, texts: Iterable[Words]) -> NumberSubject:
    """Return the option and the criterion that all numbers in some texts are of, as far as they are one."""
    return _same(_found(subjects, texts))


def _same(found: Iterable[NumberSubject]) -> NumberSubject:
    listed = list(found)
    options = {subject.option for subject in listed if subject.option}
    criteria = {subject.criterion for subject in listed if subject.criterion}
    return NumberSubject(
        options.pop() if len(options) == 1 else "", criteria.pop() if len(criteria) == 1 else ""
    )


def _text(words: Words) -> str:
    return "".join(piece if isinstance(piece, str) else getattr(piece, "text", "") for piece in words)
