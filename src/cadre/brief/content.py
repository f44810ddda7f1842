"""The content model: what every renderer writes.

Plain data: no HTML, no typesetting, no numbers that are not cited.

A text is a tuple of pieces: plain strings, `Cited` numbers, `Strong` words and `Ref`erences to statements of
the ledger.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre.brief.number import Cited
from cadre.brief.subjects import ComparedOptions, NumberSubject
from cadre.words import Catalogue, Formats, Language, Text
from cadre.words.sides import CLOSES


@dataclass(frozen=True, slots=True)
class Strong:
    """Words to stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A statement of the ledger or a figure of a pack (`P:...`), by id.

    `target` marks the place that others lead to.
    """

    id: str
    target: bool = False


@dataclass(frozen=True, slots=True)
class Small:
    """Words in small type."""

    text: str


Piece = str | Cited | Strong | Small | Ref
Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text."""

    words: Words
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters
    ----------
    id : str
        Anchor.
    caption : str
        What it shows.
    columns : tuple of str
        Headings.
    widths : tuple of int
        Relative widths of the columns.
    rows : tuple of tuple of Words
        Cells; the first cell of a row names it.
    numeric : tuple of int
        Columns set to the right.
    """

    id: str
    caption: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Words, ...], ...]
    numeric: tuple[int, ...] = ()
    note: Words = ()


@dataclass(frozen=True)
class Chart:
    """A chart: one specification for the web and for print.

    `alt` says what can be read from it; `width` is the share of the page's width in print.
    """

    id: str
    title: str
    alt: str
    spec: dict[str, Any]
    width: float = 1.0


Block = Paragraph | Bullets | Table | Chart


@dataclass(frozen=True)
class Section:
    """A heading with blocks; a boxed one stands in a frame, apart from the text around it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    boxed: bool = False


@dataclass(frozen=True)
class Brief:
    """Pages, which are printed, and annexes, which only the page on the web has; with every number they cite.

    Parameters
    ----------
    title, host : str
        Of the mission.
    as_of : str
        Day on which the planner stands, ISO.
    pages : tuple of tuple of Section
        In order: what is printed, page by page.
    annexes : tuple of Section
        In order.
    references : dict of str to int
        Printed reference of each number.
    tips : dict of str to str
        What a number is and how it was worked out, shown on the web where one points at it.
    words : Catalogue
        Messages of the language that it is written in.
    draft : str
        What every page says of a draft; empty where it is none.
    subjects : mapping of str to NumberSubject
        What each number is of.
    compared : ComparedOptions
        What any two options are set beside each other by.
    """

    title: str
    host: str
    as_of: str
    pages: tuple[tuple[Section, ...], ...]
    annexes: tuple[Section, ...]
    references: dict[str, int] = field(default_factory=dict)
    tips: dict[str, str] = field(default_factory=dict)
    words: Catalogue = field(default_factory=Catalogue, compare=False)
    draft: str = ""
    subjects: Mapping[str, NumberSubject] = field(default_factory=dict)
    compared: ComparedOptions = field(default_factory=ComparedOptions)

    @property
    def language(self) -> Language:
        """That it is written in."""
        return self.words.language

    @property
    def day(self) -> str:
        """The day on which the planner stands, as the language writes it."""
        return Formats(self.words).day(dt.date.fromisoformat(self.as_of))

    @property
    def headline(self) -> str:
        """The title that every document bears."""
        return self.words.text("document.headline", title=self.title)

    @property
    def printed(self) -> tuple[Section, ...]:
        """The sections of all pages, in order."""
        return tuple(section for page in self.pages for section in page)

    def annex_title(self, place: int, section: Section) -> str:
        """Return the heading of an annex, counted from 1."""
        return self.words.text("document.annex", place=place, title=section.title)


def words(*pieces: Piece) -> Words:
    """Make a text of pieces, leaving out empty strings."""
    return tuple(piece for piece in pieces if piece != "")


def piece_of(piece: object) -> Piece:
    """Return a piece of a message of the catalogue as one of the content model."""
    if isinstance(piece, Text):
        styled: dict[str, Piece] = {"strong": Strong(piece.text), "small": Small(piece.text)}
        return styled.get(piece.style, piece.text)
    assert isinstance(piece, str | Cited | Strong | Small | Ref)
    return piece


def joined(parts: list[Words], between: str) -> Words:
    """Join texts with something between them."""
    out: list[Piece] = []
    for i, part in enumerate(parts):
        if i:
            out.append(between)
        out.extend(part)
    return tuple(out)


def ended(sentence: Words) -> Words:
    """End a sentence with a full stop where it has none."""
    last = next((piece for piece in reversed(sentence) if piece != CLOSES), "")
    closed = isinstance(last, str) and last.rstrip(CLOSES).endswith(".")  # within what stands apart, too
    return sentence if closed else (*sentence, ".")


def capital(sentence: Words) -> Words:
    """Begin a sentence with a capital."""
    first, *rest = sentence or ("",)
    if isinstance(first, str):
        return (_capital(first), *rest)
    return (Strong(_capital(first.text)), *rest) if isinstance(first, Strong) else sentence


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sections(brief: Brief) -> tuple[Section, ...]:
    """Return every section of a brief, in order."""
    return (*brief.printed, *brief.annexes)


def texts(of: Iterable[Section]) -> Iterator[Words]:
    """Yield every text of sections, in order: paragraphs, items, cells and notes."""
    for section in of:
        for block in section.blocks:
            yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[Words]:
    if isinstance(block, Paragraph):
        yield block.words
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
        yield block.note


def charts(brief: Brief) -> Iterator[Chart]:
    """Yield every chart of a brief, in order."""
    for section in sections(brief):
        yield from (block for block in section.blocks if isinstance(block, Chart))


def cited(of: Iterable[Section]) -> tuple[str, ...]:
    """Return the ids of the numbers that sections cite, each once, in the order in which they come first."""
    return tuple(dict.fromkeys(piece.id for text in texts(of) for piece in text if isinstance(piece, Cited)))


def homes(of: Iterable[Section]) -> frozenset[str]:
    """Return the ids of numbers that are marked in sections as the place where links lead."""
    found = (piece for text in texts(of) for piece in text)
    return frozenset(piece.id for piece in found if isinstance(piece, Cited) and piece.target)


def targets(of: Iterable[Section]) -> frozenset[str]:
    """Return the ids of numbers, statements and figures of sections that a link can lead to."""
    found = (piece for text in texts(of) for piece in text)
    return frozenset(piece.id for piece in found if isinstance(piece, Cited | Ref) and piece.target)
