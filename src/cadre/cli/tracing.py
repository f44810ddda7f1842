"""Commands that read finished briefs: where a number comes from, what changed between two."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre.cli import show, speaking
from cadre.cli.arguments import Json, NoMission
from cadre.cli.commands import command
from cadre.cli.helping import Misused
from cadre.messages import message


@command("help.command-trace")
def trace(
    out: Annotated[Path, typer.Argument(help="help.brief-folder")],
    number: Annotated[str | None, typer.Argument(help="help.number")] = None,
    prov: Annotated[
        Path | None,
        typer.Option(help="help.prov"),
    ] = None,
    language: NoMission = None,
    as_json: Json = False,
) -> int:
    """Tell where a number of a brief comes from, or write where all of them do (--prov FILE)."""
    from cadre.brief.data.trace import trace as find

    speaking.checked(language)
    if number is None and prov is None:
        raise Misused(message("cli.trace-what"))
    if prov is not None:
        from cadre.exchange.prov import write_prov

        show.written((write_prov(out, prov),), as_json=as_json)
    if number is not None:
        words = speaking.words()
        show.traced(find(out, number, words=words), as_json=as_json, words=words)
    return 0


@command("help.command-since")
def since(
    new: Annotated[Path, typer.Argument(help="help.brief-folder")],
    old: Annotated[Path, typer.Argument(help="help.older-brief")],
    language: NoMission = None,
    as_json: Json = False,
) -> int:
    """Tell what changed between two briefs, and which fact moved which number."""
    from cadre.brief.changes import since as compare_studies
    from cadre.brief.data.trace import read_document

    speaking.checked(language)
    documents, words = (read_document(new), read_document(old, may_be_older=True)), speaking.words()
    currency = documents[0]["mission"]["currency"]
    show.changed(compare_studies(*documents), currency, as_json=as_json, words=words)
    return 0
