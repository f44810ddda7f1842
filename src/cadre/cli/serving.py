"""The commands of the site: `serve`, `worker`, `backup`, `restore`, and `audit`, the check of its log."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from cadre.cli import speaking
from cadre.cli.arguments import JOBS, Jobs, Json, NoMission
from cadre.cli.commands import app, command
from cadre.cli.helping import Group, Misused, SpokenCommand
from cadre.cli.output import tell
from cadre.messages import message

Data = Annotated[Path, typer.Option("--data", help="help.site-data")]
HERE = Path("cadre-site")
ANY_PORT, LAST_PORT = 0, 65_535
BROKEN = 2
"""Exit code of a log that is not whole."""


@command("help.command-serve")
def serve(
    data: Data = HERE,
    host: Annotated[str, typer.Option(help="help.site-host")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="help.site-port", min=ANY_PORT, max=LAST_PORT)] = 8000,
    mission: Annotated[Path | None, typer.Option(help="help.site-mission")] = None,
    workers: Annotated[int, typer.Option(help="help.site-workers", min=0, max=64)] = 1,
    language: NoMission = None,
) -> None:
    """Serve the site until stopped."""
    speaking.checked(language)
    _installed()
    from cadre.site.starting import Served, serve

    words = speaking.words()
    serve(
        Served(data, host, port, mission, workers),
        lambda address: tell(words.text("cli.site-ready", address=address)),
    )


@command("help.command-worker")
def worker(
    data: Data = HERE,
    jobs: Jobs = JOBS,
    watch: Annotated[bool, typer.Option("--watch", help="help.site-watch")] = False,
    language: NoMission = None,
) -> None:
    """Make studies of the site until stopped."""
    speaking.checked(language)
    _installed()
    from cadre.site.starting import work

    work(data, jobs, watch=watch)


@command("help.command-backup")
def backup(
    file: Annotated[Path, typer.Argument(help="help.site-backup")],
    data: Data = HERE,
    language: NoMission = None,
) -> None:
    """Write the whole site into one file, while it runs."""
    speaking.checked(language)
    _installed()
    from cadre.site.backups import NoBackup
    from cadre.site.starting import back_up

    try:
        made = back_up(data, file)
    except NoBackup as error:
        raise Misused(message(error.why, detail=error.detail)) from error
    tell(speaking.words().text("cli.backup-made", file=str(file), digest=made.digest))


@command("help.command-restore")
def restore(
    file: Annotated[Path, typer.Argument(help="help.site-backup")],
    data: Data = HERE,
    language: NoMission = None,
) -> int:
    """Bring a backup back into an empty site."""
    speaking.checked(language)
    _installed()
    from cadre.site.backups import NoBackup
    from cadre.site.starting import bring_back

    try:
        brought = bring_back(data, file)
    except NoBackup as error:
        raise Misused(message(error.why, detail=error.detail)) from error
    tell(speaking.words().text("cli.backup-brought-back", at=brought.at))
    return _verified(data, "", as_json=False)


audit = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
app.add_typer(audit, name="audit", help="help.command-audit")


@audit.command("verify", cls=SpokenCommand, help="help.command-audit-verify")
def verify(
    data: Data = HERE,
    head: Annotated[str, typer.Option(help="help.audit-head")] = "",
    language: NoMission = None,
    as_json: Json = False,
) -> int:
    """Read the audit log of the site from its beginning and say whether it is whole."""
    speaking.checked(language)
    _installed()
    return _verified(data, head, as_json=as_json)


def _verified(data: Path, head: str, *, as_json: bool) -> int:
    """Tell whether the log is whole; give the exit code."""
    from cadre.site.starting import check_audit

    count, digest, broken_at = check_audit(data, head)
    words = speaking.words()
    if as_json:
        typer.echo(json.dumps({"entries": count, "head": digest, "broken_at": broken_at}))
    elif broken_at is None:
        typer.echo(words.text("cli.audit-whole", count=count, digest=digest))
    else:
        typer.echo(words.text("cli.audit-broken", number=broken_at, count=count))
    return 0 if broken_at is None else BROKEN


def _installed() -> None:
    """Refuse where the libraries of the site are missing.

    Raises
    ------
    Misused
        With what to install.
    """
    if find_spec("django") is None:
        raise Misused(message("cli.no-site"))
