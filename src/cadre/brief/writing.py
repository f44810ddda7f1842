"""Writing: all files of a brief at once, all or nothing.

Takes a `Study` and a folder, writes `brief.html`, `brief.pdf`, `brief.docx`, `brief.pptx`, `workbook.xlsx`
and `study.json`, so that whoever stops it half-way finds the last brief or none (`cadre.disk`).
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from cadre.brief import FILES
from cadre.brief.charts.draw import svg_of
from cadre.brief.compose import compose, read
from cadre.brief.content import charts
from cadre.brief.data.study_json import study_json
from cadre.brief.data.trace import read_document
from cadre.brief.render.html import html_of
from cadre.brief.render.pdf import pdf_of
from cadre.brief.render.pictures import pictures_of
from cadre.brief.render.runs import laid_out
from cadre.brief.render.slides import pptx_of
from cadre.brief.render.word import docx_of
from cadre.brief.workbook.workbook import workbook_of
from cadre.disk import Target, replace_folder, target_folder
from cadre.study import Study
from cadre.words import Language


def write_brief(
    study: Study, out: Path | Target, *, last: Path | None = None, language: Language = "en"
) -> tuple[Path, ...]:
    """Write the brief of a study.

    Parameters
    ----------
    study : Study
        What the pipeline made.
    out : Path or Target
        Folder; made if it does not exist. Files of the brief in it are replaced, others are left alone.
    last : Path, optional
        Folder of the last brief, to tell what changed since.
    language : str
        To write in: one of `cadre.words.LANGUAGES`.

    Returns
    -------
    tuple of Path
        The files named above: the same bytes for the same study.

    Raises
    ------
    BadInput
        The folder cannot be written to.
    OSError
        The disk refuses something on the way; the last brief is whole then.
    """
    return place(
        files_of(study, read_document(last, may_be_older=True) if last is not None else None, language), out
    )


def files_of(
    study: Study, last: Mapping[str, Any] | None = None, language: Language = "en"
) -> dict[str, bytes]:
    """Return the files of a brief by name."""
    context = read(study, last, language)
    brief = compose(context)
    context = context.numbered(brief.references)
    drawn = {chart.id: svg_of(chart) for chart in charts(brief)}
    pictures = pictures_of(drawn)
    laid = laid_out(brief)
    with ThreadPoolExecutor(1) as beside:  # the typesetter works without the interpreter's lock
        typeset = beside.submit(pdf_of, laid, drawn)
        page = html_of(laid, drawn).encode()
        office = {"brief.docx": docx_of(laid, pictures), "brief.pptx": pptx_of(laid, pictures)}
        data = {"workbook.xlsx": workbook_of(context), "study.json": study_json(context)}
        return {"brief.html": page, "brief.pdf": typeset.result()} | office | data


def place(files: Mapping[str, bytes], out: Path | Target) -> tuple[Path, ...]:
    """Put files into a folder, all or nothing."""
    return replace_folder(files, out if isinstance(out, Target) else target_folder(out, files=FILES))
