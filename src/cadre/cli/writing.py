"""Writing: reports that were said, put into a file for print or into a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cadre.cli.helping import Misused
from cadre.messages import message, quoted

if TYPE_CHECKING:
    from cadre.rosters.report_printing import ReportPart
    from cadre.words import Catalogue

SUFFIXES = (".pdf", ".md")


def check_suffix(out: Path) -> None:
    """Refuse a file that is neither for print nor a text.

    Raises
    ------
    Misused
        It is neither.
    """
    if out.suffix not in SUFFIXES:
        raise Misused(message("cli.report-suffix", file=quoted(str(out))))


def write_report(out: Path, title: str, parts: tuple[ReportPart, ...], footer: str, words: Catalogue) -> None:
    """Write a report as PDF or Markdown, by the ending of the file."""
    from cadre.disk import failures_as_faults, write_whole
    from cadre.rosters.report_printing import report_markdown, report_pdf

    with failures_as_faults(out):
        if out.suffix == ".md":
            write_whole(out, report_markdown(title, parts).encode())
        else:
            write_whole(out, report_pdf(title, parts, footer, words))
