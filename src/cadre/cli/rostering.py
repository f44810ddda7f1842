"""The command `roster`: who does what where, on the terminal, in print, as a workbook, as a calendar file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli.arguments import Folder, InLanguage, Json
from cadre.cli.commands import command
from cadre.cli.helping import Misused
from cadre.cli.printing import print_json, print_sentence, print_wrapped
from cadre.cli.tracking import Today, day_of, running
from cadre.messages import message, quoted

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.rosters.sheets import Roster, RosterAsked, RosterSheet
    from cadre.words import Catalogue

SUFFIXES = (".pdf", ".xlsx", ".ics")
MOST_WEEKS = 26
Zone = Annotated[str | None, typer.Option("--zone", help="help.zone")]
Hours = Annotated[str, typer.Option("--hours", help="help.hours")]


@command("help.command-roster")
def roster(
    folder: Folder,
    brief: Annotated[Path, typer.Argument(help="help.plan-in-force")],
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    week: Annotated[str | None, typer.Option("--week", help="help.roster-week")] = None,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=MOST_WEEKS, help="help.roster-weeks")] = 1,
    person: Annotated[str, typer.Option("--person", help="help.roster-person")] = "",
    site: Annotated[str, typer.Option("--site", help="help.roster-site")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="help.roster-out")] = None,
    zone: Zone = None,
    hours: Hours = "08:00-15:00",
    today: Today = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Return rosters by person, site and week, with leave and handover, seat lists and rooms."""
    from cadre.rosters.sheets import Roster, RosterAsked

    if out is not None and out.suffix not in SUFFIXES:
        raise Misused(message("cli.roster-suffix", file=quoted(str(out))))
    day = day_of(today)
    known, words = running(folder, brief, option, language)
    made, mission = Roster(known.on(day), words), known.mission
    person = next((key for key, name in made.names.items() if name == person), person)
    _known(person, made.people, "roster.no-person")
    _known(site, mission.sites, "roster.no-site")
    first = mission.week_of(day) if week is None else mission.week_of(_monday(week))
    if not person and (out is None or out.suffix != ".ics"):
        _while_it_runs(mission, first, weeks)
    asked = RosterAsked(first, weeks, person, site)
    if out is None:
        _show(made, asked, words, as_json=as_json)
        return 0
    _write(made, asked, out, (day, zone, hours))
    print_sentence(words.text("cli.roster-written", file=str(out)))
    return 0


def _known(name: str, known: Collection[str], fault: str) -> None:
    from cadre.errors import BadInput, Fault, Place
    from cadre.mission.base import did_you_mean

    if name and name not in known:
        cure = did_you_mean(name, known)
        raise BadInput([Fault.of(Place(path=(fault.rpartition("-")[2],)), fault, id=quoted(name), cure=cure)])


def _while_it_runs(mission: Mission, first: int, weeks: int) -> None:
    """Refuse weeks that all lie before the mission's first day, or after its end.

    Raises
    ------
    BadInput
        They do.
    """
    from cadre.errors import BadInput, Fault, Place

    if first + weeks <= 0 or first >= mission.exit_week:
        name = "roster.is-over" if first > 0 else "roster.not-begun"
        last = mission.date_of(mission.exit_week) - dt.timedelta(days=1)
        days = {"first": mission.mission.starts, "last": last, "day": mission.date_of(first)}
        raise BadInput([Fault.of(Place(path=("--week",)), name, **days)], mission.mission.language)


def _monday(text: str) -> dt.date:
    """Return the Monday of a week as ISO 8601 writes it (`2027-W05`)."""
    year, _, number = text.upper().partition("-W")
    try:
        return dt.date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        raise Misused(message("cli.no-week", week=quoted(text))) from None


def _title(made: Roster) -> str:
    return made.text("title", mission=made.mission.mission.title)


def _show(made: Roster, asked: RosterAsked, words: Catalogue, *, as_json: bool) -> None:
    sheets = list(made.sheets(asked))
    if as_json:
        print_json({"week": asked.week, "sheets": sheets})
        return
    print_sentence(_title(made))
    for sheet in sheets:
        print()
        print_sentence(sheet.name)
        _show_sheet(sheet, words)


def _show_sheet(sheet: RosterSheet, words: Catalogue) -> None:
    """Print a table, or that nobody is in it."""
    if not sheet.rows:
        print(words.text("roster.nothing"))
        return
    print_wrapped(sheet.heads, sheet.rows, wide=sheet.wide)


def _write(made: Roster, asked: RosterAsked, out: Path, when: tuple[dt.date, str | None, str]) -> None:
    from cadre.disk import failures_as_faults, write_whole
    from cadre.exchange.calendars import calendar_bytes, hours_in
    from cadre.rosters.appointments import appointments
    from cadre.rosters.printing import pdf_of, workbook_of

    day, zone, hours = when
    sheets = [*made.sheets(asked), *([] if asked.person else made.seat_lists(asked))]
    with failures_as_faults(out):
        if out.suffix == ".pdf":
            data = pdf_of(_title(made), sheets, made.words)
        elif out.suffix == ".xlsx":
            data = workbook_of(sheets)
        else:
            data = calendar_bytes(
                _title(made),
                appointments(made, asked.person, asked.site),
                stamped=dt.datetime.combine(day, dt.time(), dt.UTC),
                hours=hours_in(zone, hours) if zone else None,
                earlier=out.read_bytes() if out.exists() else b"",
            )
        write_whole(out, data)
