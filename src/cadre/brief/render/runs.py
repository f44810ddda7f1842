"""Runs: the content of a brief walked once, for every writer.

Takes a `Brief`, gives its sections with each text as runs: stretches that look the same throughout, with all
that a writer needs to set them (references, tips, whether a link leads anywhere). Writers read no piece of
the content model themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
    targets,
)
from cadre.brief.numbers import Cited

Kind = Literal["text", "strong", "small", "number", "statement"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout.

    Parameters
    ----------
    kind : str
        Plain, strong or small words, a number, or a statement of the ledger.
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
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class SetBullets:
    """A list in runs."""

    items: tuple[Runs, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table in runs; `captioned` says whether its caption tells more than the heading above it."""

    of: Table
    rows: tuple[tuple[Runs, ...], ...]
    note: Runs
    captioned: bool
    kind: Literal["table"] = "table"

    @property
    def head(self) -> tuple[Runs, ...]:
        """The titles of the columns, strong."""
        return tuple((Run("strong", title),) for title in self.of.columns)


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


@dataclass(frozen=True, slots=True)
class Laid:
    """A brief as writers set it, page by page and annex by annex."""

    brief: Brief
    pages: tuple[tuple[SetSection, ...], ...]
    annexes: tuple[SetSection, ...]

    @property
    def charts(self) -> Iterator[Chart]:
        """Every chart, in order."""
        for section in (*(s for page in self.pages for s in page), *self.annexes):
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
        self.linked = targets(brief)

    def section(self, section: Section, title: str) -> SetSection:
        blocks = tuple(self.block(block, section) for block in section.blocks)
        return SetSection(section.id, title, section.title, blocks)

    def block(self, block: Block, under: Section) -> SetBlock:
        if isinstance(block, Paragraph):
            return SetParagraph(self.text(block.words), block.small)
        if isinstance(block, Bullets):
            return SetBullets(tuple(self.text(item) for item in block.items))
        if isinstance(block, Table):
            rows = tuple(tuple(self.text(cell) for cell in row) for row in block.rows)
            return SetTable(block, rows, self.text(block.note), block.caption != under.title)
        return SetChart(block, block.title != under.title)

    def text(self, words: Words) -> Runs:
        return tuple(self.run(piece) for piece in words)

    def run(self, piece: Piece) -> Run:
        if isinstance(piece, Cited):
            return self.number(piece)
        if isinstance(piece, Ref):
            linked = piece.id in self.linked
            return Run("statement", piece.id, piece.id, target=piece.target, linked=linked)
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
        )


def plain(runs: Runs) -> str:
    """Return what runs show, without looks."""
    return "".join(run.text for run in runs)
