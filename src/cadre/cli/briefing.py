"""The command `brief`: the whole study, written; says what is kept where it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import show, speaking
from cadre.cli.arguments import (
    JOBS,
    Effort,
    Folder,
    InLanguage,
    Jobs,
    Json,
    Replications,
    Seconds,
    Seed,
    language_of,
    words_of,
)
from cadre.cli.commands import command, unless_nothing
from cadre.errors import Stopped
from cadre.messages import message

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.pipeline import Settings
    from cadre.study import Study
    from cadre.words import Language


@command("help.command-brief")
def brief(
    folder: Folder,
    out: Annotated[Path | None, typer.Option(help="help.brief-out")] = None,
    seed: Seed = 1,
    replications: Replications = 10_000,
    seconds: Seconds = 120,
    jobs: Jobs = JOBS,
    effort: Effort = 1,
    since: Annotated[
        Path | None,
        typer.Option(help="help.brief-since"),
    ] = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Make the whole study and write the brief: HTML, PDF, Word, slides, workbook and study.json."""
    from cadre.mission_files import read_mission
    from cadre.pipeline import Settings

    mission = read_mission(folder)
    words, written = words_of(mission, language), language_of(mission, language)
    target = out or Path("out") / folder.resolve().name
    if since is not None:
        from cadre.brief.trace import read_document

        read_document(since)  # a folder without a study is refused before the work, not after it
    settings = Settings(seed, replications, seconds, jobs, effort)
    files, study = _write_brief(mission, (target, since), settings, written)
    show.written(files, as_json=as_json)
    return unless_nothing(mission, study, words)


def _write_brief(
    mission: Mission, folders: tuple[Path, Path | None], settings: Settings, language: Language
) -> tuple[tuple[Path, ...], Study]:
    """Make the study and write it to the first folder, beside the last brief; a stop says what is kept."""
    out, last = folders
    from cadre.brief import write_brief
    from cadre.cli.progress import Bar
    from cadre.pipeline import run_study
    from cadre.unfinished import Unfinished

    keep = out.with_name(f".{out.name}.unfinished")
    try:
        with Bar(speaking.words()) as bar:
            study = run_study(mission, settings, progress=bar, keep=keep)
            bar.stage("write", 1)
            files = write_brief(study, out, last=last, language=language)
            bar.advance()
    except KeyboardInterrupt:
        kept = Unfinished(keep, {}).count()
        there = "cli.last-brief-and-plans-kept" if out.exists() else "cli.plans-kept"
        raise Stopped(message(there, count=kept)) from None
    Unfinished(keep, {}).clear()
    return files, study
