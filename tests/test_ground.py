"""The ground under the package: version, pins, start-up, what a wheel holds, what the README says to type."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import cadre

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "cadre"
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))

# Seconds each to import: a command line that only prints its help must not wait for them.
HEAVY = {"altair", "numba", "ortools", "pandas", "scipy", "vl_convert"}

SHOW_HELP = """
import importlib.util, sys
import cadre
if importlib.util.find_spec("cadre.cli"):
    from cadre.cli import main
    sys.argv = ["cadre", "--help"]
    try:
        main()
    except SystemExit as end:
        assert end.code in (None, 0), end.code
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""

IMPORT_FACES = """
import importlib, pkgutil, sys
import cadre
faces = [m.name for m in pkgutil.iter_modules(cadre.__path__) if m.ispkg and m.name != "site"]
for face in faces:
    importlib.import_module(f"cadre.{face}")
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded_by(program: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after `program`."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("loaded:")[2].split())


def pins(file: Path) -> dict[str, set[str]]:
    """Return the pinned versions of each distribution in a requirements file."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9._-]+)==(\S+)", file.read_text(), flags=re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def readme_commands() -> list[str]:
    """Return the lines of the README's shell blocks."""
    text = (ROOT / "README.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


def test_the_version_is_the_one_that_was_installed() -> None:
    assert importlib.metadata.version("cadre-planner") == cadre.__version__


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.name)
def test_no_requirements_file_names_a_host(file: Path) -> None:
    text = file.read_text()
    assert re.findall(r"^.*(?:://|--[a-z-]*index|--find-links|--trusted-host).*$", text, re.MULTILINE) == []


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.name)
def test_every_pin_has_a_hash(file: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", file.read_text())[1:]
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", ["run", "bench", "site"])
def test_what_is_pinned_twice_is_pinned_alike(name: str) -> None:
    here, dev = pins(ROOT / "requirements" / f"{name}.txt"), pins(ROOT / "requirements" / "dev.txt")
    assert {n: v for n, v in here.items() if n in dev} == {n: v for n, v in dev.items() if n in here}


def test_everything_that_the_package_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {re.split(r"[<>=!~\[ ]", item)[0].replace(".", "-") for item in project["dependencies"]}
    assert asked - set(pins(ROOT / "requirements" / "run.txt")) == set()


def test_help_comes_without_the_heavy_libraries() -> None:
    assert loaded_by(SHOW_HELP) & HEAVY == set()


def test_the_faces_of_packages_load_no_solver_and_no_compiler() -> None:
    assert loaded_by(IMPORT_FACES) & {"ortools", "numba"} == set()


def test_a_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if name.startswith("cadre/")}
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.relative_to(PACKAGE.parent).as_posix() for path in files} == held


def test_the_readme_names_the_two_commands() -> None:
    assert {"make brief", "make test"} <= set(readme_commands())


@pytest.mark.parametrize("command", [line for line in readme_commands() if line.startswith("make")])
def test_make_knows_every_target_that_the_readme_names(command: str) -> None:
    # A dry run: the tests are themselves started by make, whose variables must not reach the inner one.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    dry = [*command.split(), "--dry-run"]
    done = subprocess.run(dry, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
