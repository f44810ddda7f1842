"""Arguments that several commands take, and what they stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.words import Catalogue

Folder = Annotated[Path, typer.Argument(help="Mission folder (mission.yaml and tables, or mission.xlsx).")]
Seed = Annotated[int, typer.Option(help="Seed of the simulation.", min=0, max=2**31 - 1)]
Replications = Annotated[
    int, typer.Option(help="How often each option's future is played.", min=10, max=1_000_000)
]
Seconds = Annotated[
    float, typer.Option(help="Safety net for each search; as a rule work limits end it.", min=1, max=86_400)
]
Jobs = Annotated[
    int, typer.Option(help="Processes and threads; results do not depend on it.", min=1, max=256)
]
Effort = Annotated[
    float,
    typer.Option(help="Times the usual work of each search; more may find better plans.", min=0.1, max=1000),
]
InLanguage = Annotated[
    str | None,
    typer.Option("--language", help="Language of what is written: en or fr; the mission's when left out."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
OptionId = Annotated[str, typer.Argument(help="Id of an option, as `cadre options DIR --all` lists them.")]

JOBS = min(2, os.cpu_count() or 1)


def words_of(mission: Mission, language: str | None) -> Catalogue:
    """Return the catalogue of the language asked for, else of the mission's.

    Raises
    ------
    BadInput
        When no catalogue has the language.
    """
    from cadre.words import LANGUAGES, Catalogue

    for known in LANGUAGES:
        if known == (language or mission.mission.language):
            return Catalogue(known)
    place, every = Place(path=("--language",)), listed(LANGUAGES)
    raise BadInput([Fault.of(place, "cli.no-language", language=repr(language), known=every)])
