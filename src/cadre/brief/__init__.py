"""The brief: HTML, PDF, workbook and study.json from one content; every number leads back to its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cadre.disk import Target

if TYPE_CHECKING:
    from cadre.brief.workbook.sheet import Cell
    from cadre.study import Study
    from cadre.words import Language

__all__ = ["FILES", "tables", "write_brief"]

FILES = ("brief.html", "brief.pdf", "brief.docx", "brief.pptx", "workbook.xlsx", "study.json")
"""Names of the files of a brief."""


def tables(study: Study) -> dict[str, list[dict[str, Cell]]]:
    """Return the tables of the brief's workbook: by name, rows of column title to value."""
    from cadre.brief.compose import read  # noqa: PLC0415  (heavy)
    from cadre.brief.workbook.workbook import tables_of  # noqa: PLC0415

    return tables_of(read(study))


def write_brief(
    study: Study, out: Path | str | Target, *, last: Path | None = None, language: Language = "en"
) -> tuple[Path, ...]:
    """Write the brief of a study.

    See `cadre.brief.writing.write_brief`, which loads charts and typesetting.
    """
    from cadre.brief.writing import write_brief as write  # noqa: PLC0415  (heavy)

    return write(study, out if isinstance(out, Target) else Path(out), last=last, language=language)
