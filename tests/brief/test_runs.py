"""The content is walked once: every text of it is in the runs, and no writer looks at a piece itself."""

from __future__ import annotations

import ast
from itertools import chain
from pathlib import Path

import pytest

import cadre.brief.render
from cadre.brief.content import Brief, Ref, Section, Strong, Table, charts, ended, sections, targets, texts
from cadre.brief.number import Cited
from cadre.brief.render.runs import (
    Laid,
    Runs,
    SetBullets,
    SetParagraph,
    SetTable,
    laid_out,
    plain,
)

HERE = Path(cadre.brief.render.__file__).parent
PIECES = {"Cited", "Ref", "Small", "Strong", "Words", "Piece", "Paragraph", "Bullets", "Table", "Section"}


def runs_of(laid: Laid) -> list[Runs]:
    found: list[Runs] = []
    for section in chain(chain.from_iterable(laid.pages), laid.annexes):
        for block in section.blocks:
            if isinstance(block, SetParagraph):
                found.append(block.runs)
            elif isinstance(block, SetBullets):
                found += block.items
            elif isinstance(block, SetTable):
                found += [*chain.from_iterable(block.rows), block.note]
    return found


def test_every_text_of_a_brief_is_in_runs_in_its_order(brief: Brief) -> None:
    told = [
        "".join(p if isinstance(p, str) else p.id if isinstance(p, Ref) else p.text for p in text)
        for text in texts(sections(brief))
    ]
    laid = laid_out(brief)
    assert told == [plain(runs) for runs in runs_of(laid)]
    assert list(charts(brief)) == list(laid.charts)


def test_a_number_brings_what_a_writer_needs_to_set_it(brief: Brief) -> None:
    laid, homes, printed = laid_out(brief), targets(sections(brief)), targets(brief.printed)
    numbers = [run for runs in runs_of(laid) for run in runs if run.kind == "number"]
    cited = [p for text in texts(sections(brief)) for p in text if isinstance(p, Cited)]
    assert [
        (c.id, brief.references[c.id], brief.tips[c.id], c.id in homes, c.id in printed) for c in cited
    ] == [(run.id, run.reference, run.tip, run.linked, run.printed) for run in numbers]


def test_annexes_bear_their_count_and_tables_say_whether_their_caption_tells_more(brief: Brief) -> None:
    named = Table("t", "Posts", ("Who", "How many"), (1, 1), (((Strong("all"),), ("2",)),))
    one = Section("a", "Posts", (named,))
    laid = laid_out(Brief("T", "H", "2020-01-01", (), (one,)))
    (section,), (block,) = laid.annexes, laid.annexes[0].blocks
    assert ("Annex 1. Posts", "Posts") == (section.title, section.short)
    assert isinstance(block, SetTable)
    assert not block.captioned
    assert ["strong", "strong"] == [run.kind for runs in block.head for run in runs]


def test_no_writer_reads_a_piece_of_the_content_itself() -> None:
    for file in HERE.glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        named = {alias.name for node in froms for alias in node.names if "brief" in str(node.module)}
        assert file.name == "runs.py" or set() == named & PIECES, file.name


@pytest.mark.parametrize(
    ("stops", "sentence"),
    [
        (1, ("It is so",)),
        (0, ("It is so.",)),
        (0, ("It is \u2068so.\u2069",)),
        (0, ("It is ", "\u2068", "so.", "\u2069")),
        (1, ("It is ", "\u2068", "so", "\u2069")),
    ],
)
def test_a_sentence_is_ended_once_whatever_stands_apart_in_it(stops: int, sentence: tuple[str, ...]) -> None:
    assert (*sentence, *["."] * stops) == ended(sentence)
