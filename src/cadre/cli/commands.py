"""The commands.

Each reads its arguments, calls one function of the library and hands the result to `show`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
import typer.exceptions

from cadre.cli import show, speaking, warnings
from cadre.cli.arguments import (
    FUTURES,
    JOBS,
    Effort,
    Folder,
    InLanguage,
    Jobs,
    Json,
    NoMission,
    OfBrief,
    OptionId,
    Replications,
    Seconds,
    Seed,
    Show,
    Strict,
    name_of,
    words_of,
)
from cadre.cli.helping import Group, Misused, SpokenCommand, misuse
from cadre.cli.letters import keep_letters, pins_of
from cadre.errors import BadInput, InfeasibleMission, Stopped
from cadre.messages import message

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.screening import Screening
    from cadre.study import Study
    from cadre.words import Catalogue

Run = TypeVar("Run", bound=Callable[..., Any])

app = typer.Typer(
    name="cadre",
    cls=Group,
    invoke_without_command=True,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def command(help_name: str) -> Callable[[Run], Run]:
    """Add a command, whose help is the message of a name."""
    return app.command(cls=SpokenCommand, help=help_name)


@app.callback(help="help.program")
def cadre(
    version: Annotated[bool, typer.Option("--version", help="help.version", is_eager=True)] = False,
    language: NoMission = None,
) -> None:
    """Plan and compare train-and-advise missions, from a mandate to a decision brief."""
    speaking.checked(language)
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("cadre-planner"))
        raise typer.Exit


def call(arguments: list[str]) -> int:
    """Run one command; give its exit code.

    Raises
    ------
    CadreError
        Whatever the library raises on purpose.
    """
    try:
        answer = app(args=arguments, prog_name="cadre", standalone_mode=False)
    except typer.Abort:
        raise Stopped from None
    except typer.exceptions.TyperException as error:
        raise misuse(error) from None
    return answer if isinstance(answer, int) else 0


@command("help.command-check")
def check(folder: Folder, strict: Strict = False, language: InLanguage = None, as_json: Json = False) -> int:
    """Read a mission folder and tell everything that is wrong with it, and what is odd."""
    from cadre.mission_files import read_folder

    try:
        found = read_folder(folder, strict=strict)
    except BadInput as bad:
        if not as_json:
            raise
        show.faults(bad.faults, words=speaking.SPEAKER.of_mission(bad.language))
        return bad.exit_code
    show.checked(found, as_json=as_json, words=words_of(found.mission, language))
    return 0


@command("help.command-new")
def new(
    folder: Annotated[Path | None, typer.Argument(help="help.new-folder")] = None,
    pack: Annotated[str, typer.Option(help="help.pack")] = "defence-capacity-building",
    packs: Annotated[bool, typer.Option("--list", help="help.packs")] = False,
    workbook: Annotated[bool, typer.Option("--workbook", help="help.new-workbook")] = False,
    language: NoMission = None,
    as_json: Json = False,
) -> int:
    """Begin a mission folder from a pack of published figures, with a template workbook."""
    from cadre.mission_files import new_mission

    speaking.checked(language)
    if packs:
        show.packs(as_json=as_json, words=speaking.words())
        return 0
    if folder is None:
        raise Misused(message("cli.new-where"))
    new_mission(folder, pack, workbook=workbook)
    mission_file = str(folder / ("mission.xlsx" if workbook else "mission.yaml"))
    typer.echo(speaking.words().text("cli.made", folder=str(folder), file=mission_file))
    return 0


@command("help.command-workbook")
def workbook(
    folder: Folder,
    out: Annotated[Path | None, typer.Option(help="help.workbook-out")] = None,
    language: NoMission = None,
) -> int:
    """Write a mission as a workbook, filled in."""
    from cadre.mission_files import write_workbook

    speaking.checked(language)
    file = out or Path(f"{name_of(folder)}.xlsx")
    write_workbook(folder, file)
    typer.echo(speaking.words().text("cli.workbook-made", file=str(file)))
    return 0


@command("help.command-folder")
def folder(
    file: Annotated[Path, typer.Argument(help="help.workbook-file")],
    out: Annotated[Path | None, typer.Option(help="help.folder-out")] = None,
    language: NoMission = None,
) -> int:
    """Write a workbook as a mission folder of text files."""
    from cadre.mission_files import write_folder

    speaking.checked(language)
    made = out or Path(name_of(file))
    write_folder(file, made)
    typer.echo(speaking.words().text("cli.folder-made", folder=str(made)))
    return 0


@command("help.command-schema")
def schema(
    file: Annotated[Path | None, typer.Argument(help="help.schema-file")] = None,
    language: NoMission = None,
) -> int:
    """Write the JSON Schema of mission.yaml, for editors."""
    from cadre.mission_files import mission_schema

    speaking.checked(language)
    text = json.dumps(mission_schema(), indent=1, sort_keys=True) + "\n"
    if file is None:
        typer.echo(text, nl=False)
    else:
        from cadre.disk import failures_as_faults, write_whole

        with failures_as_faults(file):
            write_whole(file, text.encode())
    return 0


@command("help.command-options")
def options(
    folder: Folder,
    every: Annotated[bool, typer.Option("--all", help="help.every")] = False,
    shown: Show = None,
    seed: Seed = 1,
    jobs: Jobs = JOBS,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Generate the options that the levers and rules allow, screen them, and show the few that differ."""
    from cadre.cli.progress import Bar
    from cadre.options import options as generate

    read, words = warnings.read(folder, language, strict=strict)
    mission = read.mission
    if every:
        show.generated(generate(mission), as_json=as_json, words=words)
        return 0
    from cadre.screening import screen
    from cadre.workers import Workers

    pins = pins_of(mission, folder, shown or ())
    with Bar(speaking.words()) as bar, Workers(jobs) as workers:
        screening = screen(mission, seed=seed, workers=workers, progress=bar, pins=pins)
    keep_letters(folder, (option.id for option in screening.shown))
    show.screened(screening, as_json=as_json, words=words, warned=read.warnings)
    return unless_nothing(mission, screening, words)


@command("help.command-plan")
def plan(
    folder: Folder,
    option: OptionId,
    of: OfBrief = None,
    seconds: Seconds = 120,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Plan one option: what it needs, who fills it, what it can then achieve, and when."""
    from cadre.checkpoints import Checkpoint
    from cadre.cli.progress import Bar
    from cadre.pipeline import Settings
    from cadre.pipeline.planning import plan_options
    from cadre.programme.bottlenecks import explained

    (chosen,), read, words = warnings.read_options(folder, (option,), of, language, strict=strict)
    settings = Settings(seconds=seconds, effort=effort)
    with Bar(speaking.words()) as bar:
        (made,) = plan_options([chosen], settings, kept=Checkpoint(None, {}), progress=bar)
        made = replace(made, need=explained(chosen.mission, made.need))
    show.planned(made, as_json=as_json, words=words, warned=read.warnings)
    return 0


@command("help.command-why")
def why(
    folder: Folder,
    option: OptionId,
    of: OfBrief = None,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Say what an option misses and why, and which single changes would cure it, each planned again."""
    from cadre.checkpoints import Checkpoint
    from cadre.cli.progress import Bar
    from cadre.cures.trying import cures
    from cadre.pipeline import Settings
    from cadre.pipeline.planning import plan_options

    settings = Settings(seconds=seconds, jobs=jobs, effort=effort)
    (chosen,), read, words = warnings.read_options(folder, (option,), of, language, strict=strict)
    with Bar(speaking.words()) as bar:
        (made,) = plan_options([chosen], settings, kept=Checkpoint(None, {}), progress=bar)
        found = cures(made, settings, progress=bar)
    show.explained(made, found, as_json=as_json, words=words, warned=read.warnings)
    return 0


@command("help.command-simulate")
def simulate(
    folder: Folder,
    option: OptionId,
    of: OfBrief = None,
    seed: Seed = 1,
    replications: Replications = FUTURES,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Plan one option and play its future many times."""
    from cadre.checkpoints import Checkpoint
    from cadre.cli.progress import Bar
    from cadre.options import NOTHING
    from cadre.pipeline import Settings
    from cadre.pipeline.planning import plan_options
    from cadre.pipeline.playing import simulate_options

    settings = Settings(seed, replications, seconds, jobs, effort)
    chosen, read, words = warnings.read_options(folder, (option, NOTHING), of, language, strict=strict)
    with Bar(speaking.words()) as bar:
        plans = plan_options(chosen, settings, kept=Checkpoint(None, {}), progress=bar)
        outcomes = simulate_options(plans, settings, progress=bar)
    show.simulated(plans[0], outcomes, as_json=as_json, words=words, warned=read.warnings)
    return 0


@command("help.command-compare")
def compare(
    folder: Folder,
    only: Annotated[str | None, typer.Option("--options", help="help.compared-options")] = None,
    shown: Show = None,
    of: OfBrief = None,
    seed: Seed = 1,
    replications: Replications = FUTURES,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Make the whole study and compare its options criterion by criterion, or some options alone."""
    from cadre.cli.progress import Bar
    from cadre.pipeline import Settings
    from cadre.pipeline.studying import compare_options, run_study

    settings = Settings(seed, replications, seconds, jobs, effort)
    names = [key.strip() for key in (only or "").split(",") if key.strip()]
    some, read, words = warnings.read_options(folder, names, of, language, strict=strict)
    mission = read.mission
    if only is not None:
        with Bar(speaking.words()) as bar:
            study = compare_options(mission, some, settings, progress=bar, warned=read.warnings)
    else:
        pins = pins_of(mission, folder, shown or ())
        with Bar(speaking.words()) as bar:
            study = run_study(mission, settings, progress=bar, warned=read.warnings, pins=pins)
        keep_letters(folder, (planned.option.id for planned in study.shown))
    show.compared(study, as_json=as_json, words=words)
    return unless_nothing(read.mission, study, words)


def unless_nothing(mission: Mission, found: Screening | Study, words: Catalogue) -> int:
    """Return 0, or refuse to call it done where doing nothing is the only option left.

    Raises
    ------
    InfeasibleMission
        With the rules that stand against the options, by how much, and what would cure it.
    """
    from cadre.cli.says import Says
    from cadre.reasons import screening

    for warning in found.warnings:
        if isinstance(warning.reason, screening.NothingFeasible):
            raise InfeasibleMission(Says.of(mission, found.screened, words).text(warning.reason))
    return 0
