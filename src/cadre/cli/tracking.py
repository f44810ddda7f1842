"""The commands of the running mission: `record`, and what is told of its records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cadre.cli.arguments import JOBS, Folder, InLanguage, Jobs, Json, Replications, Seed, words_of
from cadre.cli.commands import command
from cadre.cli.helping import Misused
from cadre.cli.printing import print_json, print_sentence
from cadre.cli.writing import check_suffix, write_report
from cadre.messages import message, quoted

if TYPE_CHECKING:
    from cadre.tracking.recording import Recorded, Rows
    from cadre.tracking.running import RunningMission
    from cadre.words import Catalogue

Period = Literal["month", "quarter", "year"]
MONTHS: dict[Period, int] = {"month": 1, "quarter": 3, "year": 12}
"""Months of a period."""
Today = Annotated[str | None, typer.Option("--today", help="help.today")]


def day_of(text: str | None) -> dt.date:
    """Return the day that is meant by `--today`: that of the clock when left out.

    Raises
    ------
    Misused
        It is no day.
    """
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Misused(message("cli.no-day", day=quoted(text))) from None


@command("help.command-record")
def record(
    folder: Folder,
    table: Annotated[str | None, typer.Argument(help="help.record-table")] = None,
    fields: Annotated[list[str] | None, typer.Argument(help="help.record-fields")] = None,
    filled: Annotated[Path | None, typer.Option("--from", help="help.record-from")] = None,
    form: Annotated[Path | None, typer.Option("--form", help="help.record-form")] = None,
    of: Annotated[Path | None, typer.Option("--of", help="help.record-of")] = None,
    option: Annotated[str | None, typer.Option("--option", help="help.option-of-several")] = None,
    by: Annotated[str | None, typer.Option("--by", help="help.record-by")] = None,
    today: Today = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Report what happened in a running mission: one record, or a form filled in; or write the form."""
    from cadre.mission_files import read_mission
    from cadre.tracking.form import filled_in
    from cadre.tracking.recording import record as add

    mission, day = read_mission(folder), day_of(today)
    words = words_of(mission, language)
    beside = {"reported_on": day.isoformat()} | ({"reported_by": by} if by else {})
    if form is not None:
        count = _write_form(folder, form, (of, option), day)
        print_sentence(words.text("cli.form-written", file=str(form), count=count))
        return 0
    if filled is not None:
        rows: Rows = filled_in(filled, mission, beside)
    elif table is None:
        raise Misused(message("cli.record-what"))
    else:
        rows = {table: [beside | dict(map(_field, fields or ()))]}
    made = add(folder, mission, rows)
    _show_recorded(made, words, as_json=as_json)
    return 0


def _field(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise Misused(message("cli.record-field", word=quoted(word)))
    return name.strip(), value.strip()


def _write_form(folder: Path, form: Path, of: tuple[Path | None, str | None], day: dt.date) -> int:
    """Write the form, and give how many rows of it are due."""
    from cadre.disk import failures_as_faults, write_whole
    from cadre.mission_files import read_mission
    from cadre.replan.reading import read_before
    from cadre.tracking.form import due, form_bytes
    from cadre.tracking.holding import holding
    from cadre.tracking.reading import read_records

    mission = read_mission(folder)
    records = holding(read_records(folder, mission))
    brief, option = of
    rows = due(mission, read_before(brief, option).timetable, records, day) if brief is not None else {}
    with failures_as_faults(form):
        write_whole(form, form_bytes(mission, records, rows))
    return sum(map(len, rows.values()))


def _show_recorded(made: Recorded, words: Catalogue, *, as_json: bool) -> None:
    from cadre.words.saying import warned

    if as_json:
        told = [str(one) for one in made.warnings]
        count = made.records.count
        print_json({"added": made.added, "known": made.known, "records": count, "warnings": told})
        return
    for name, ids in made.added.items():
        print_sentence(words.text("cli.recorded", table=name, count=len(ids), ids=", ".join(ids)))
    for name, ids in made.known.items():
        print_sentence(words.text("cli.known-already", table=name, count=len(ids), ids=", ".join(ids)))
    if not made.added and not made.known:
        print_sentence(words.text("cli.nothing-reported"))
    for warning in made.warnings:
        print_sentence(warned(warning, words))


@command("help.command-status")
def status(
    folder: Folder,
    brief: Annotated[Path, typer.Argument(help="help.plan-in-force")],
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    each: Annotated[Period | None, typer.Option("--indicators", help="help.status-indicators")] = None,
    today: Today = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Tell where a running mission stands: plan against reports, and which assumptions no longer hold."""
    from cadre.cli.standing import show_indicators, show_status
    from cadre.rosters.report import signposts
    from cadre.tracking.indicators import indicators
    from cadre.tracking.status import status as stand

    made, words = running(folder, brief, option, language)
    day = day_of(today)
    if each is not None:
        show_indicators(indicators(made, day, MONTHS[each]), made.mission, words, as_json=as_json)
        return 0
    found = stand(made.mission, made.plan, made.records, day)
    passed = list(signposts(made.mission, made.on(day).records, day))
    show_status(found, made.mission, words, passed, as_json=as_json)
    return 0


@command("help.command-forecast")
def forecast(
    folder: Folder,
    brief: Annotated[Path, typer.Argument(help="help.plan-in-force")],
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    today: Today = None,
    kept: Annotated[bool, typer.Option("--keep", help="help.keep-forecast")] = False,
    seed: Seed = 1,
    replications: Replications = 2_000,
    jobs: Jobs = JOBS,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Forecast a running mission again from what was reported, and keep the forecast."""
    from cadre.cli.standing import show_forecast
    from cadre.simulation.run import ReplicationPlan
    from cadre.tracking.forecast import forecast as foresee
    from cadre.tracking.freezing import frozen, keep, keep_launch

    known, words = running(folder, brief, option, language)
    mission, plan, records = known.mission, known.plan, known.records
    runs = ReplicationPlan(replications, seed, jobs)
    made = foresee(mission, plan, records, day_of(today), runs=runs)
    data = frozen(made, mission, plan, records)
    if kept:
        keep_launch(folder, mission, plan, runs)
    file = keep(folder, data) if kept else None
    show_forecast(made, data, mission, words, file=file, as_json=as_json)
    return 0


@command("help.command-scores")
def scores(
    folder: Folder,
    out: Annotated[Path | None, typer.Option("--out", help="help.scores-out")] = None,
    today: Today = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Score the forecasts that were kept, once their days have come, against what was reported."""
    from cadre.cli.scoring import show_scores
    from cadre.mission_files import read_mission
    from cadre.options import find
    from cadre.tracking.freezing import read_kept
    from cadre.tracking.reading import read_records
    from cadre.tracking.scores import scores as scored

    if out is not None:
        check_suffix(out)
    mission = read_mission(folder)
    records, words = read_records(folder, mission), words_of(mission, language)
    found = scored(lambda option: find(mission, option).mission, read_kept(folder), records, day_of(today))
    if out is None:
        show_scores(found, mission, words, as_json=as_json)
        return 0
    from cadre.cli.scores_page import ScoresPage

    page = ScoresPage(found, mission, words)
    write_report(out, page.title, tuple(page.parts()), words.text("scores.page-footer"), words)
    print_sentence(words.text("cli.roster-written", file=str(out)))
    return 0


def running(
    folder: Path, brief: Path, option: str | None, language: str | None
) -> tuple[RunningMission, Catalogue]:
    """Return the option that is carried out, its plan and all records; and the words of the mission."""
    from cadre.mission_files import read_mission
    from cadre.options import find
    from cadre.replan.reading import read_before
    from cadre.tracking.reading import read_records
    from cadre.tracking.running import RunningMission

    mission = read_mission(folder)
    plan = read_before(brief, option)
    made = RunningMission(find(mission, plan.option).mission, plan, read_records(folder, mission))
    return made, words_of(mission, language)
