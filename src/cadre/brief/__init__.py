"""The brief: HTML, PDF, workbook and study.json from one content; every number leads back to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cadre.study import Study

__all__ = ["write_brief"]


def write_brief(study: Study, out: Path) -> tuple[Path, ...]:
    """Write the brief of a study.

    See `cadre.brief.writing.write_brief`, which loads charts and typesetting.
    """
    from cadre.brief.writing import write_brief as write  # noqa: PLC0415  (heavy)

    return write(study, out)
