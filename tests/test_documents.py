"""The documents are run: commands, changes to files, output shown, and Python.

A `console` block holds commands after `$ ` and what they print; `...` stands for any lines, and no line at
all for whatever comes. A `diff FILE` block replaces lines of a file, a `csv FILE` block is one. A `python`
block goes on from the one before it on the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre.mission_files import read_folder, read_mission
from tests.mission_files.workbooks import edited

HOME = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WORKBOOK_HALF = "## The same in a workbook"
STEP = re.compile(
    r"^```console\n(?P<body>.*?)^```$|^\*\*Sheet `(?P<sheet>[\w.]+)`\*\*.*?\n\n(?P<table>(?:^\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
EXIT = re.compile(r"\s+# exits with (\d)$")


def blocks(page: str) -> list[tuple[str, str, str]]:
    return BLOCK.findall((HOME / page).read_text(encoding="utf-8"))


def commands(block: str) -> Iterator[tuple[str, int, str]]:
    """Give each command of a console block with its exit code and what it prints."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        exits = EXIT.search(line)
        yield EXIT.sub("", line), int(exits[1]) if exits else 0, shown


def matches(shown: str, printed: str) -> bool:
    pattern = "".join(
        ".*" if line.strip() == "..." else re.escape(line) for line in shown.splitlines(keepends=True)
    )
    return not shown or re.fullmatch(pattern, printed, re.DOTALL) is not None


def call(line: str, folder: Path) -> tuple[int, str]:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout


def change(file: Path, block: str) -> None:
    """Replace each run of lines marked `-` by the lines marked `+` that follow it."""
    text = file.read_text(encoding="utf-8")
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", block, re.MULTILINE):
        before, after = (re.sub(r"^.", "", lines, flags=re.MULTILINE) for lines in (old, new))
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n...\n", "a\nb\nc\n", True),
        ("a\n", "b\n", False),
        ("...\nc\n", "a\nd\n", False),
        ("", "x", True),
    ],
)
def test_what_a_page_shows_is_compared_with_what_is_printed(shown: str, printed: str, same: bool) -> None:
    assert same is matches(shown, printed)


def run(body: str, folder: Path) -> None:
    """Run the commands of a block and compare what they print."""
    for line, code, shown in commands(body):
        found, printed = call(line, folder)
        assert code == found, printed
        assert matches(shown, printed), f"$ {line}\n{printed}"


def halves(page: str) -> tuple[str, str]:
    """Give the two halves of the tutorial: in text files, and in a workbook."""
    text = (HOME / page).read_text(encoding="utf-8")
    first, _, second = text.partition(WORKBOOK_HALF)
    return first, second


def rows_of(table: str) -> list[dict[str, str]]:
    """Give the rows of a table of a page by its headings; empty cells are left out."""
    heads, _, *rows = [
        [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        for line in table.strip().splitlines()
    ]
    return [{head: cell for head, cell in zip(heads, row, strict=True) if cell} for row in rows]


def test_the_tutorial_leads_from_an_empty_folder_to_a_brief(tmp_path: Path) -> None:
    for kind, argument, body in BLOCK.findall(halves("docs/tutorial.md")[0]):
        if kind == "diff":
            change(tmp_path / argument, body)
        elif kind == "csv":
            (tmp_path / argument).write_text(body, encoding="utf-8")
        else:
            run(body, tmp_path)
    assert {"brief.html", "brief.pdf", "study.json", "workbook.xlsx"} <= {
        f.name for f in (tmp_path / "brief").iterdir()
    }


def test_the_tutorial_of_the_running_mission_is_what_is_printed(tmp_path: Path) -> None:
    example = Path("missions") / "demining-school"
    shutil.copytree(HOME / example, tmp_path / example)
    for _, _, body in blocks("docs/tutorial-running.md"):
        run(body, tmp_path)
    made = {"march.xlsx", "roster.pdf", "school.ics", "may.pdf", "school.xml", "indicators.csv"}
    assert made <= {file.name for file in tmp_path.iterdir()}


def test_the_tutorial_makes_a_police_mission_in_a_workbook_alone(tmp_path: Path) -> None:
    steps = list(STEP.finditer(halves("docs/tutorial.md")[1]))
    assert len(steps) > 18
    for step in steps:
        if step["body"] is not None:
            run(step["body"], tmp_path)
            continue
        file = tmp_path / "police" / "mission.xlsx"
        rows = rows_of(step["table"])
        if step["sheet"] == "settings":
            rows = [{row["path"]: row["value"] for row in rows}]
        edited(file, {step["sheet"]: rows})
    read = read_folder(tmp_path / "police")
    mission = read.mission
    assert () == read.warnings
    assert ({"size", "length", "teachers"}, 3, {"squad"}) == (
        set(mission.levers),
        len(mission.offers),
        set(mission.capabilities),
    )
    assert mission == read_mission(tmp_path / "police-files") == read_mission(tmp_path / "police-2.xlsx")
    assert "letter of 3 October" in (tmp_path / "police-files" / "offers.csv").read_text("utf-8")


def test_the_page_of_python_runs(tmp_path: Path) -> None:
    code = "\n".join(body for kind, _, body in blocks("docs/python.md") if kind == "python")
    (tmp_path / "missions").symlink_to(HOME / "missions")
    guarded = "\n".join(f"    {line}" for line in code.splitlines())
    (tmp_path / "page.py").write_text(f'if __name__ == "__main__":\n{guarded}\n', encoding="utf-8")
    found, printed = call(f"{sys.executable} -W error page.py", tmp_path)
    assert found == 0, printed
    assert (tmp_path / "out" / "from-python" / "study.json").is_file()


def test_the_page_of_changes_names_files_that_there_are_and_each_change_once() -> None:
    page = (HOME / "docs" / "where.md").read_text(encoding="utf-8")
    paths = [
        p for p in re.findall(r"`([\w./]+(?:/|\.py|\.md|\.toml))`", page) if not re.search("NAME|STAGE", p)
    ]
    roots = [HOME, HOME / "src" / "cadre"]
    alone = {path.name for path in (HOME / "src").rglob("*.py")}
    missing = [p for p in paths if p not in alone and not any((root / p).exists() for root in roots)]
    assert ([], 40) == (missing, min(40, len(paths)))
    rows = re.findall(r"^\| (\*\*.*?) \|", page, re.MULTILINE)
    assert sorted(set(rows)) == sorted(rows)
