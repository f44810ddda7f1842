"""Runs: the content of a brief walked once, for every writer.

Takes a `Brief`, gives its sections with each text as runs: stretches that look the same throughout, with all
that a writer needs to set them (references, tips, whether a link leads anywhere). Writers read no piece of
the content model themselves.

In a language that runs right to left each text says which way it runs; what is kept apart in it (names,
numbers, sentences of another language) stands between a run that opens an isolate and one that closes it. In
other languages there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cadre.brief.content import (
    Block,
    Brief,
    Bullets,
    Chart,
    Paragraph,
    Piece,
    Ref,
    Section,
    Small,
    Strong,
    Table,
    Words,
    sections,
    targets,
)
from cadre.brief.number import Cited
from cadre.words import SIDES, Side
from cadre.words.formats import DASH, Formats
from cadre.words.sides import (
    CLOSES,
    ISOLATES,
    OPENS,
    closing,
    inside,
    marked,
    opening,
    own_side,
    side_of,
)

Kind = Literal["text", "strong", "small", "number", "statement", "opens", "closes"]
_SIGNS = re.compile(f"({OPENS}|{CLOSES}|{'|'.join(ISOLATES.values())})")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout.

    Parameters
    ----------
    kind : str
        Plain, strong or small words, a number, a statement of the ledger, or the bounds of an isolate.
    text : str
        What is shown; `lines` are those that its breaks make.
    id : str
        Of a number or a statement.
    reference : int
        Of a number, as printed; 0 of anything else.
    tip : str
        What a number is and how it was worked out.
    small : bool
        Of a number: set smaller and, in print, without its reference.
    target : bool
        Whether it marks the place that others lead to.
    quiet : bool
        Of a target: its reference is not printed.
    linked : bool
        Whether there is a place to lead to.
    printed : bool
        Whether that place stands on a page, and not only in an annex on the web.
    side : str
        Which way it runs; of one that opens an isolate, which way that runs.
    """

    kind: Kind
    text: str
    id: str = ""
    reference: int = 0
    tip: str = ""
    small: bool = False
    target: bool = False
    quiet: bool = False
    linked: bool = False
    printed: bool = False
    side: Side = "ltr"

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on lines of its own."""
        return tuple(self.text.split("\n"))


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in runs."""

    runs: Runs
    small: bool = False
    side: Side = "ltr"
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class SetBullets:
    """A list in runs."""

    items: tuple[Runs, ...]
    side: Side = "ltr"
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table in runs; `captioned` says whether its caption tells more than the heading above it.

    `origins` says in print where its numbers come from, empty where they stand at home.
    """

    of: Table
    rows: tuple[tuple[Runs, ...], ...]
    note: Runs
    captioned: bool
    head: tuple[Runs, ...]
    side: Side = "ltr"
    note_side: Side = "ltr"
    origins: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class SetChart:
    """A chart; `captioned` says whether its title tells more than the heading above it."""

    of: Chart
    captioned: bool
    kind: Literal["chart"] = "chart"


SetBlock = SetParagraph | SetBullets | SetTable | SetChart


@dataclass(frozen=True, slots=True)
class SetSection:
    """A section under the heading that it bears in a document; `short` is the heading without its count."""

    id: str
    title: str
    short: str
    blocks: tuple[SetBlock, ...]
    side: Side = "ltr"
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A brief as writers set it, page by page and annex by annex."""

    brief: Brief
    pages: tuple[tuple[SetSection, ...], ...]
    annexes: tuple[SetSection, ...]

    @property
    def printed(self) -> tuple[SetSection, ...]:
        """The sections of all pages, in order."""
        return tuple(section for page in self.pages for section in page)

    @property
    def charts(self) -> Iterator[Chart]:
        """Every chart, in order."""
        yield from _charts((*self.printed, *self.annexes))

    @property
    def printed_charts(self) -> Iterator[Chart]:
        """Every chart of the pages, in order."""
        yield from _charts(self.printed)


def _charts(of: Iterable[SetSection]) -> Iterator[Chart]:
    for section in of:
        yield from (block.of for block in section.blocks if isinstance(block, SetChart))


def laid_out(brief: Brief) -> Laid:
    """Return a brief with all its texts in runs."""
    walk = _Walk(brief)
    return Laid(
        brief,
        tuple(tuple(walk.section(s, s.title) for s in page) for page in brief.pages),
        tuple(walk.section(s, brief.annex_title(n, s)) for n, s in enumerate(brief.annexes, start=1)),
    )


class _Walk:
    """The one place that looks at blocks and pieces of the content model."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.linked = targets(sections(brief))
        self.printed = targets(brief.printed)
        self.usual = SIDES[brief.language]

    def section(self, section: Section, title: str) -> SetSection:
        blocks = tuple(self.block(block, section) for block in section.blocks)
        return SetSection(section.id, title, section.title, blocks, self.side(title), section.boxed)

    def block(self, block: Block, under: Section) -> SetBlock:
        if isinstance(block, Paragraph):
            side = self.side_of(block.words)
            return SetParagraph(self.text(block.words, side), block.small, side)
        if isinstance(block, Bullets):
            side = self.side_of(tuple(piece for item in block.items for piece in item))
            return SetBullets(tuple(self.text(item, side) for item in block.items), side)
        if isinstance(block, Table):
            return self.table(block, under)
        return SetChart(block, block.title != under.title)

    def table(self, table: Table, under: Section) -> SetTable:
        """Set a table: it runs as its first heading does, and in it each cell as its own words do."""
        side, note_side = self.side(table.columns[0]), self.side_of(table.note)
        return SetTable(
            table,
            tuple(tuple(self.cell(cell, side) for cell in row) for row in table.rows),
            self.text(table.note, note_side),
            table.caption != under.title,
            tuple(self.cell((Strong(title),), side) for title in table.columns),
            side,
            note_side,
            self.origins(table),
        )

    def origins(self, table: Table) -> str:
        """Say by which references the annexes mark the numbers of a table: runs of them by their ends."""
        cells = (piece for row in table.rows for cell in row for piece in cell)
        cited = [piece for piece in cells if isinstance(piece, Cited) and not piece.target]
        found = sorted({self.brief.references[piece.id] for piece in cited if piece.id in self.linked})
        if not found:
            return ""
        return self.brief.words.text(
            "document.origins", places=Formats(self.brief.words).chain(_stretches(found))
        )

    def cell(self, words: Words, around: Side) -> Runs:
        side = self.side_of(words, around)
        runs = self.text(words, side)
        return runs if side == around else (Run("opens", "", side=side), *runs, Run("closes", ""))

    def side(self, text: str) -> Side:
        return own_side(text, self.brief.language)

    def side_of(self, words: Words, usual: Side | None = None) -> Side:
        """Return which way a text runs, by its words apart from numbers and ids; without any, as usual."""
        spoken = "".join("" if isinstance(piece, Cited | Ref) else _words(piece) for piece in words)
        numbers = "".join(piece.text for piece in words if isinstance(piece, Cited))
        side = self.side(spoken)
        if self.usual == "ltr" or side_of(spoken, side) == side_of(spoken, _OTHER[side]):
            return side
        return side_of(numbers, usual or self.usual)

    def text(self, words: Words, side: Side) -> Runs:
        runs = tuple(self.run(piece) for piece in words)
        return runs if self.usual == "ltr" else tuple(_sided(runs, side))

    def run(self, piece: Piece) -> Run:
        if isinstance(piece, Cited):
            return self.number(piece)
        if isinstance(piece, Ref):
            linked = piece.id in self.linked
            printed = piece.id in self.printed
            return Run("statement", piece.id, piece.id, target=piece.target, linked=linked, printed=printed)
        if isinstance(piece, Strong | Small):
            return Run("strong" if isinstance(piece, Strong) else "small", piece.text)
        return Run("text", piece)

    def number(self, cited: Cited) -> Run:
        return Run(
            "number",
            cited.text,
            cited.id,
            self.brief.references[cited.id],
            self.brief.tips[cited.id],
            cited.small,
            cited.target,
            cited.quiet,
            cited.id in self.linked,
            cited.id in self.printed,
        )


def _stretches(numbers: list[int]) -> Iterator[str]:
    """Yield rising numbers in brackets, those that follow each other as `[3]–[7]`."""
    first = last = numbers[0]
    for number in (*numbers[1:], None):
        if number is not None and number == last + 1:
            last = number
            continue
        yield f"[{first}]" if first == last else f"[{first}]{DASH}[{last}]"
        first = last = number or 0


_OTHER: dict[Side, Side] = {"ltr": "rtl", "rtl": "ltr"}


def _words(piece: str | Strong | Small) -> str:
    return piece if isinstance(piece, str) else piece.text


def _sided(runs: Runs, around: Side) -> Iterator[Run]:
    """Tell of each run which way it runs; split where isolates begin and end, and isolate numbers and ids."""
    stack = [around]
    for place, run in enumerate(runs):
        if run.kind in ("number", "statement"):
            side = side_of(run.text, stack[-1])
            yield Run("opens", "", side=side)
            yield replace(run, side=side)
            yield Run("closes", "")
            continue
        last = 0
        for part in _SIGNS.split(run.text):
            last += len(part)
            if part == CLOSES:
                stack = stack[:-1] if len(stack) > 1 else stack
                yield Run("closes", "")
            elif _SIGNS.fullmatch(part):
                rest = run.text[last:] + plain(runs[place + 1 :])
                stack.append(side_of(inside(rest, 0), stack[-1]))
                yield Run("opens", "", side=stack[-1])
            elif part:
                yield replace(run, text=part, side=side_of(part, stack[-1]))


def plain(runs: Runs) -> str:
    """Return what runs show, without looks."""
    return "".join(run.text for run in runs)


def isolating(runs: Runs) -> str:
    """Return what runs show, with the characters that isolate."""
    bounds = {"opens": lambda run: ISOLATES[run.side], "closes": lambda run: CLOSES}
    return "".join(bounds[run.kind](run) if run.kind in bounds else run.text for run in runs)


def embedded(runs: Runs, around: Side) -> Runs:
    """Return runs with embeddings, which office programs know, where isolates stand."""
    out: list[Run] = []
    sides = [around]
    pending = ""
    for run in runs:
        if run.kind == "opens":
            pending += opening(sides[-1], run.side)
            sides.append(run.side)
        elif run.kind == "closes" and len(sides) > 1:
            pending += closing(sides.pop(), sides[-1])
        else:
            out.append(replace(run, text=pending + marked(run.text, sides[-1])))
            pending = ""
    return (*out, Run("text", pending)) if pending else tuple(out)
