"""The command `sweep`: reads its arguments, runs a sweep, and says what is kept where it is stopped."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import speaking, warnings
from cadre.cli.arguments import JOBS, Folder, InLanguage, Jobs, Json, Seconds, Seed, Strict
from cadre.cli.commands import command
from cadre.cli.printing import print_json
from cadre.disk import failure, target_folder
from cadre.errors import BadInput, Fault, Place, Stopped
from cadre.messages import Message, message, quoted

if TYPE_CHECKING:
    from cadre.sweep import Design, Shared, Swept, Where


class Sample(StrEnum):
    """How cases are laid out."""

    GRID = "grid"
    LHS = "lhs"
    SOBOL = "sobol"


@command("help.command-sweep")
def sweep(
    folder: Folder,
    out: Annotated[Path, typer.Option(help="help.sweep-out")],
    sample: Annotated[Sample, typer.Option(help="help.sample")] = Sample.GRID,
    cases: Annotated[int, typer.Option(help="help.cases", min=1)] = 64,
    vary: Annotated[
        list[str] | None,
        typer.Option(help="help.vary"),
    ] = None,
    levels: Annotated[int, typer.Option(help="help.levels", min=1, max=100)] = 3,
    lever: Annotated[list[str] | None, typer.Option(help="help.lever")] = None,
    full: Annotated[bool, typer.Option("--full", help="help.full")] = False,
    replications: Annotated[int, typer.Option(help="help.case-replications", min=2, max=1_000_000)] = 32,
    seed: Seed = 1,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    cluster: Annotated[str | None, typer.Option(help="help.cluster")] = None,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Run a grid or sample of options and open details, and write every case to one Parquet file."""
    from cadre.sweep import Design, Shared, Where

    design = Design(sample.value, cases, levels, tuple(vary or ()), _choices(lever or []))
    read, words = warnings.read(folder, language, strict=strict)
    target_folder(out, apart=folder)
    shared = Shared(read.mission, seed, replications, seconds, full)
    done = _run(shared, design, out, Where(jobs, cluster))
    if as_json:
        about = {"file": str(done.file), "cases": done.cases, "kept": done.kept}
        print_json(about | {"mission_warnings": warnings.as_data(read.warnings, words)})
    else:
        kept = "cli.swept-kept" if done.kept else "cli.swept"
        print(words.text(kept, file=str(done.file), cases=done.cases, kept=done.kept))
    return 0


def _run(shared: Shared, design: Design, out: Path, where: Where) -> Swept:
    from cadre.cli.progress import Bar
    from cadre.sweep import run_sweep

    try:
        with Bar(speaking.words()) as bar:
            return run_sweep(shared, design, out, where=where, progress=bar)
    except KeyboardInterrupt:
        raise Stopped(_kept(out)) from None
    except OSError as error:
        raise failure(error, kept=_kept(out)) from None


def _kept(out: Path) -> Message:
    return message("cli.cases-kept", count=len(list(out.glob("parts/*.parquet"))))


def _choices(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Read LEVER=CHOICE,CHOICE.

    Raises
    ------
    BadInput
        Where a word has another form.
    """
    read = {}
    for word in words:
        name, equals, kept = word.partition("=")
        if not (name and equals and kept):
            place = Place(path=("lever",))
            raise BadInput([Fault.of(place, "sweep.no-choices-of-lever", word=quoted(word))])
        read[name] = tuple(kept.split(","))
    return read
