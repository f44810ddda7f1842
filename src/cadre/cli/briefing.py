"""The command `brief`: the whole study, written; says what is kept where it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import show, speaking, warnings
from cadre.cli.arguments import (
    FUTURES,
    JOBS,
    Effort,
    Folder,
    InLanguage,
    Jobs,
    Json,
    Replications,
    Seconds,
    Seed,
    Show,
    Strict,
    language_of,
)
from cadre.cli.commands import command, unless_nothing
from cadre.cli.letters import keep_letters, pins_of, usual_folder
from cadre.cli.output import tell
from cadre.cli.unshown import unshown_sentence
from cadre.disk import Target, failure, target_folder
from cadre.errors import Stopped
from cadre.messages import Message, message

if TYPE_CHECKING:
    from cadre.mission_files import ReadMission
    from cadre.pipeline import Settings
    from cadre.study import Study
    from cadre.words import Language


@command("help.command-brief")
def brief(
    folder: Folder,
    out: Annotated[Path | None, typer.Option(help="help.brief-out")] = None,
    shown: Show = None,
    seed: Seed = 1,
    replications: Replications = FUTURES,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    effort: Effort = 1,
    draft: Annotated[bool, typer.Option("--draft", help="help.draft")] = False,
    since: Annotated[
        Path | None,
        typer.Option(help="help.brief-since"),
    ] = None,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Make the whole study and write the brief: HTML, PDF, Word, slides, workbook and study.json."""
    from cadre.brief import FILES
    from cadre.pipeline import Settings

    read, words = warnings.read(folder, language, strict=strict)
    mission, written = read.mission, language_of(read.mission, language)
    pins = pins_of(mission, folder, shown or ())
    target = target_folder(out or usual_folder(folder), apart=folder, files=FILES)
    if since is not None:
        from cadre.brief.data.trace import read_document

        read_document(
            since, may_be_older=True
        )  # a folder without a study is refused before the work, not after it
    if told := unshown_sentence(mission, words):
        tell(told)
    settings = Settings(seed, replications, seconds, jobs, effort, draft)
    files, study = _write_brief(read, (target, since), settings, written, pins)
    keep_letters(folder, (planned.option.id for planned in study.shown))
    show.written(files, as_json=as_json, words=words, warned=read.warnings)
    return unless_nothing(mission, study, words)


def _write_brief(
    read: ReadMission,
    folders: tuple[Target, Path | None],
    settings: Settings,
    language: Language,
    pins: tuple[str, ...],
) -> tuple[tuple[Path, ...], Study]:
    """Make the study and write it to the first folder, beside the last brief; a stop says what is kept."""
    target, last = folders
    from cadre.brief import write_brief
    from cadre.checkpoints import Checkpoint
    from cadre.cli.progress import Bar
    from cadre.pipeline.studying import run_study

    try:
        with Bar(speaking.words()) as bar:
            keep, warned = target.unfinished, read.warnings
            study = run_study(read.mission, settings, progress=bar, keep=keep, warned=warned, pins=pins)
            bar.stage("write", 1)
            files = write_brief(study, target, last=last, language=language)
            bar.advance()
    except KeyboardInterrupt:
        raise Stopped(_kept(target)) from None
    except OSError as error:
        raise failure(error, kept=_kept(target)) from None
    Checkpoint(target.unfinished, {}).clear()
    return files, study


def _kept(target: Target) -> Message:
    """Say what a run that ended on its way leaves."""
    from cadre.checkpoints import Checkpoint

    there = "cli.last-brief-and-plans-kept" if target.folder.exists() else "cli.plans-kept"
    return message(there, count=Checkpoint(target.unfinished, {}).count())
