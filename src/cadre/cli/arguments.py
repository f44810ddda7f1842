"""Arguments that several commands take, and what they stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import speaking

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.words import Catalogue, Language

Folder = Annotated[Path, typer.Argument(help="help.folder")]
Seed = Annotated[int, typer.Option(help="help.seed", min=0, max=2**31 - 1)]
Replications = Annotated[int, typer.Option(help="help.replications", min=10, max=1_000_000)]
Seconds = Annotated[float, typer.Option(help="help.seconds", min=1, max=86_400)]
Jobs = Annotated[int, typer.Option(help="help.jobs", min=1, max=256)]
Effort = Annotated[
    float,
    typer.Option(help="help.effort", min=0.1, max=1000),
]
InLanguage = Annotated[
    str | None,
    typer.Option("--language", help="help.language"),
]
Json = Annotated[bool, typer.Option("--json", help="help.json")]
Strict = Annotated[bool, typer.Option("--strict", help="help.strict")]
NoMission = Annotated[str | None, typer.Option("--language", help="help.language-of-no-mission")]
OptionId = Annotated[str, typer.Argument(help="help.option-id")]

OfBrief = Annotated[Path | None, typer.Option("--of", help="help.of-brief")]
Show = Annotated[list[str] | None, typer.Option("--show", help="help.show")]

FUTURES = 4_000
JOBS = min(2, os.cpu_count() or 1)


def name_of(source: Path) -> str:
    """Return the name of a mission folder, or of a workbook without its ending."""
    name = os.path.realpath(source)
    return Path(name).stem if name.lower().endswith(".xlsx") else Path(name).name


def words_of(mission: Mission, language: str | None) -> Catalogue:
    """Return the catalogue of the language asked for, else of the mission's, and speak it from now on.

    English where that language has no words of the command line.

    Raises
    ------
    BadInput
        When no catalogue has the language.
    """
    speaking.checked(language)
    return speaking.SPEAKER.of_mission(mission.mission.language)


def language_of(mission: Mission, language: str | None) -> Language:
    """Return the language to write a brief in: the one asked for, else the mission's.

    Raises
    ------
    BadInput
        When no catalogue has the language.
    """
    from cadre.words import LANGUAGES

    speaking.checked(language)
    return next(known for known in LANGUAGES if known == (language or mission.mission.language))
