"""Names: the files that a mission folder may hold."""

from __future__ import annotations

from cadre.mission_files.tables import tables

MISSION, LEDGER, WORKBOOK, TEMPLATE = "mission.yaml", "ledger.yaml", "mission.xlsx", "template.xlsx"
REPLIES = "replies.yaml"
"""What words of nations' replies mean: no part of the mission, kept in its folder."""
WORKBOOK_ENDING = ".xlsx"
REMARKS = "remarks.csv"
"""Remarks of people on what stands in files that have no place for them."""
NOTES = "notes"
"""How the names of files and sheets begin that are people's own."""


def is_notes(file: str) -> bool:
    """Say whether a file holds people's own notes."""
    return file.lower().startswith(NOTES) and file.lower().endswith(".csv")


def known_files() -> dict[str, str]:
    """Return the names of all files that are read, each with the table it holds (`""` for none)."""
    return {MISSION: "", LEDGER: "", WORKBOOK: ""} | {f"{name}.csv": name for name in tables()}
