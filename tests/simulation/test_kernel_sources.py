"""Compiled code is used again only while everything it was made of is the same."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from cadre.simulation.kernel import compiling

ROOM = Path(compiling.__file__).parent
RUN_ONLY = "cadre.simulation.layout"
"""Read when replications are asked for, by no compiled function."""
CALLER = """
from cadre.simulation.kernel.compiling import compiled
from number import NUMBER

@compiled
def plus(x):
    return x + NUMBER

print(plus(1), sum(plus.stats.cache_hits.values()))
"""


def test_every_file_that_the_kernel_reads_from_counts_as_a_source() -> None:
    read = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cadre"):
                inside = [f"{node.module}.{alias.name}" for alias in node.names]
                read |= {name for name in (node.module, *inside) if _is_module(name)}
    files = {Path(str(_spec(name).origin)) for name in read - {RUN_ONLY}}
    assert {path for path in files if path.name != "__init__.py"} <= set(compiling.SOURCES)


def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _spec(name: str) -> importlib.machinery.ModuleSpec:
    found = importlib.util.find_spec(name)
    assert found is not None
    return found


def test_code_with_a_constant_from_another_file_is_compiled_anew_when_that_file_changes(
    tmp_path: Path,
) -> None:
    (tmp_path / "caller.py").write_text(CALLER)
    (tmp_path / "number.py").write_text("NUMBER = 1\n")
    assert _printed(tmp_path) == ["2", "0"]
    assert _printed(tmp_path) == ["2", "1"]
    (tmp_path / "number.py").write_text("NUMBER = 2\n")
    assert _printed(tmp_path) == ["3", "0"]


def _printed(folder: Path) -> list[str]:
    environment = os.environ | {"NUMBA_CACHE_DIR": str(folder / "kept"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "caller.py"], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()
