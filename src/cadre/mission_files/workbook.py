"""Workbook."""

from __future__ import annotations
from pathlib import Path
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.tree import Tree


def workbook_trees(folder: Path, name: str) -> list[Tree]:
    raise refuse(name, "a workbook", "must be YAML and CSV until the reader of workbooks is in place")
