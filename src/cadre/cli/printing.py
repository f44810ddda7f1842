"""How the commands print: tables and sentences that fit 80 columns, numbers of a language, or JSON."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from textwrap import fill, wrap

from cadre.reasons import Reason, plain
from cadre.words import Catalogue, Formats
from cadre.words.saying import ENGLISH

_PERCENT, _TIE = re.compile(r"(?<=\d) (?=%)"), "\ue000"
WIDTH = 80
"""Columns of the narrowest terminal that we print for."""


def print_json(data: object, write: Callable[[Reason], object] = plain) -> None:
    """Print data as JSON; dataclasses and models become objects, arrays become lists, reasons as written."""
    from pydantic_core import to_jsonable_python

    shown = to_jsonable_python(
        _with_reasons(data, write),
        fallback=lambda value: value.tolist() if hasattr(value, "tolist") else str(value),
    )
    print(json.dumps(shown, indent=1, ensure_ascii=False))


def _with_reasons(data: object, write: Callable[[Reason], object]) -> object:
    """Return data with its reasons written, as deep as they stand."""
    if isinstance(data, Reason):
        return write(data)
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return {f.name: _with_reasons(getattr(data, f.name), write) for f in dataclasses.fields(data)}
    if isinstance(data, Mapping):
        return {key: _with_reasons(value, write) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_with_reasons(value, write) for value in data]
    return data


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int = 0) -> None:
    """Print a table; the column `wide` is aligned left and takes as many lines as it needs, never cut."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    spare = WIDTH - sum(widths) - 2 * (len(head) - 1)
    widths[wide] = max(12, widths[wide] + min(0, spare))
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        first, *others = wrap(line[wide], widths[wide], break_on_hyphens=False) or [""]
        cells = [text.rjust(width) for text, width in zip(line, widths, strict=True)]
        cells[wide] = first.ljust(widths[wide])
        print("  ".join(cells).rstrip())
        for part in others:
            print(" " * (sum(widths[:wide]) + 2 * wide) + part)


def print_wrapped(head: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int) -> None:
    """Print a table of texts, aligned left; the column `wide` takes as many lines as it needs."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    widths[wide] += min(0, WIDTH - sum(widths) - 2 * (len(head) - 1))
    widths[wide] = max(12, widths[wide])
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        parts = [wrap(text, widths[i], break_on_hyphens=False) or [""] for i, text in enumerate(line)]
        for row in zip_longest(*parts, fillvalue=""):
            print("  ".join(text.ljust(widths[i]) for i, text in enumerate(row)).rstrip())


def print_sentence(sentence: str) -> None:
    """Print a sentence in lines that fit the terminal; no number is parted from its percent sign."""
    tied = _PERCENT.sub(_TIE, sentence)
    print(fill(tied, WIDTH, subsequent_indent="  ", break_on_hyphens=False).replace(_TIE, " "))


def money(amount: float, words: Catalogue = ENGLISH) -> str:
    """Write an amount in millions."""
    number = Formats(words).decimal(amount / 1e6, "#,##0.0")
    return words.text("common.million", number=number)


def percent(share: float, words: Catalogue = ENGLISH) -> str:
    """Write a share in whole percents."""
    return words.text("common.percent", number=Formats(words).decimal(100 * share, "#,##0"))


def number(value: float, words: Catalogue) -> str:
    """Write a number with four significant digits."""
    return Formats(words).decimal(float(f"{value:.4g}"), "#,##0.####")


def head(words: Catalogue, *names: str) -> tuple[str, ...]:
    """Return headings of a table by their names."""
    return tuple(words.text(f"cli.column-{name}") for name in names)
