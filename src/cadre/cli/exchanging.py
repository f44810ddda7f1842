"""The commands `export` and `import`: forms of other systems."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli.arguments import Folder, InLanguage, Json, words_of
from cadre.cli.commands import app, command
from cadre.cli.helping import Misused, SpokenCommand
from cadre.cli.printing import print_json, print_sentence
from cadre.cli.rostering import Hours, Zone
from cadre.cli.tracking import Today, day_of, running
from cadre.messages import listed, message, quoted

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.mission.calendar import Holiday
    from cadre.tracking.running import RunningMission
    from cadre.words import Catalogue

FORMS = {
    "ics": ".ics",
    "msproject": ".xml",
    "oneroster": ".zip",
    "xapi": ".json",
    "hxl": ".csv",
    "prov": ".json",
}
"""Ending of what is written, by form."""


@command("help.command-export")
def export(
    folder: Folder,
    brief: Annotated[Path, typer.Argument(help="help.plan-in-force")],
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    form: Annotated[str, typer.Option("--as", help="help.export-as")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="help.export-out")] = None,
    zone: Zone = None,
    hours: Hours = "08:00-15:00",
    today: Today = None,
    language: InLanguage = None,
) -> int:
    """Write the plan in force, or what was reported, as another system reads it."""
    if form not in FORMS:
        raise Misused(message("cli.no-form", form=quoted(form), forms=listed(FORMS)))
    file = out or Path(f"{folder.resolve().stem}-{form}{FORMS[form]}")
    if form == "prov":
        from cadre.exchange.prov import write_prov
        from cadre.mission_files import read_mission

        words = words_of(read_mission(folder), language)
        write_prov(brief, file)
    else:
        from cadre.disk import failures_as_faults, write_whole

        day = day_of(today)
        known, words = running(folder, brief, option, language)
        with failures_as_faults(file):
            earlier = file.read_bytes() if form == "ics" and file.exists() else b""
            when = (day, zone, hours, earlier)
            write_whole(file, _bytes(form, known, words, when))
    print_sentence(words.text("cli.exported", file=str(file)))
    return 0


def _bytes(
    form: str,
    known: RunningMission,
    words: Catalogue,
    when: tuple[dt.date, str | None, str, bytes],
) -> bytes:
    """Return the file of a form."""
    from cadre.exchange.calendars import calendar_bytes, hours_in
    from cadre.exchange.hxl import hxl_text
    from cadre.exchange.msproject import project_bytes
    from cadre.exchange.oneroster import oneroster_bytes
    from cadre.exchange.xapi import xapi_text
    from cadre.rosters.appointments import appointments
    from cadre.rosters.sheets import Roster
    from cadre.tracking.holding import known_on
    from cadre.tracking.indicators import indicators

    mission = known.mission
    day, zone, hours, earlier = when
    if form == "xapi":
        return xapi_text(mission, known_on(known.records, day)).encode()
    if form == "hxl":
        return hxl_text(mission, indicators(known, day)).encode()
    roster = Roster(known.on(day), words)
    if form == "msproject":
        return project_bytes(roster)
    if form == "oneroster":
        return oneroster_bytes(roster)
    return calendar_bytes(
        roster.text("title", mission=mission.mission.title),
        appointments(roster),
        stamped=dt.datetime.combine(day, dt.time(), dt.UTC),
        hours=hours_in(zone, hours) if zone else None,
        earlier=earlier,
    )


@app.command("import", cls=SpokenCommand, help="help.command-import")
def import_(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="help.import-file")],
    write: Annotated[bool, typer.Option("--write", help="help.import-write")] = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Add closed periods of a calendar file to a mission: shown first, written once asked for."""
    from cadre.disk import failures_as_faults, write_whole
    from cadre.exchange.closing import new_periods, periods_in, with_closed
    from cadre.mission_files import read_mission

    mission = read_mission(folder)
    words = words_of(mission, language)
    found = periods_in(file)
    new = new_periods(mission, found)
    text = with_closed(folder, new) if new else ""
    if new and write:
        with failures_as_faults(folder):
            write_whole(folder / "mission.yaml", text.encode())
    _show_closed(mission, new, words, (len(found), write), as_json=as_json)
    return 0


def _show_closed(
    mission: Mission,
    new: tuple[Holiday, ...],
    words: Catalogue,
    done: tuple[int, bool],
    *,
    as_json: bool,
) -> None:
    """Print the periods that are new, with the weeks that they close, and whether they were written."""
    count, write = done
    if as_json:
        print_json({"new": new, "found": count, "written": bool(new) and write})
        return
    for one in new:
        days = words.text("roster.days", first=str(one.begins), last=str(one.ends or one.begins))
        print_sentence(words.text("cli.closed-period", days=days, title=one.title or "–"))
    name = "closed-none" if not new else "closed-written" if write else "closed-shown"
    print_sentence(words.text(f"cli.{name}", count=len(new), found=count))
