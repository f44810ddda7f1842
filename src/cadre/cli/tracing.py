"""Commands that read finished briefs: where a number comes from, what changed between two."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre.cli import show
from cadre.cli.arguments import Json
from cadre.cli.commands import app


@app.command()
def trace(
    out: Annotated[Path, typer.Argument(help="Folder of a brief.")],
    number: Annotated[str | None, typer.Argument(help="Id of a number in the brief.")] = None,
    prov: Annotated[
        Path | None,
        typer.Option(help="Write the whole chain as W3C PROV: PROV-N to a .provn file, else PROV-JSON."),
    ] = None,
    as_json: Json = False,
) -> int:
    """Tell where a number of a brief comes from, or write where all of them do (--prov FILE)."""
    from cadre.brief.trace import trace as find

    if number is None and prov is None:
        raise typer.BadParameter("name a number, or a file with --prov FILE")
    if prov is not None:
        from cadre.exchange.prov import write_prov

        show.written((write_prov(out, prov),), as_json=as_json)
    if number is not None:
        show.traced(find(out, number), as_json=as_json)
    return 0


@app.command()
def since(
    new: Annotated[Path, typer.Argument(help="Folder of a brief.")],
    old: Annotated[Path, typer.Argument(help="Folder of an older brief.")],
    as_json: Json = False,
) -> int:
    """Tell what changed between two briefs, and which fact moved which number."""
    from cadre.brief.since import since as compare_studies
    from cadre.brief.trace import read_document

    documents = read_document(new), read_document(old)
    show.changed(compare_studies(*documents), documents[0]["mission"]["currency"], as_json=as_json)
    return 0
