"""Names: the files that a mission folder may hold."""

from __future__ import annotations

from cadre.mission_files.tables import tables

MISSION, LEDGER, WORKBOOK, TEMPLATE = "mission.yaml", "ledger.yaml", "mission.xlsx", "template.xlsx"
REPLIES = "replies.yaml"
"""What words of nations' replies mean: no part of the mission, kept in its folder."""


def known_files() -> dict[str, str]:
    """Give the names of all files that are read, each with the table it holds (`""` for none)."""
    return {MISSION: "", LEDGER: "", WORKBOOK: ""} | {f"{name}.csv": name for name in tables()}
