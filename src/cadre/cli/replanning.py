"""The commands `replan` and `fits`: as few moves as can be in a changed mission; places for one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cadre.cli import speaking, warnings
from cadre.cli.arguments import (
    JOBS,
    Effort,
    Folder,
    InLanguage,
    Jobs,
    Json,
    OfBrief,
    OptionId,
    Replications,
    Seconds,
    Seed,
    Strict,
)
from cadre.cli.commands import command
from cadre.cli.printing import head, money, percent, print_json, print_sentence, print_table
from cadre.cli.tracking import Today, day_of, running
from cadre.words import Catalogue, Formats
from cadre.words.reasons import Plainly, in_words, with_text

if TYPE_CHECKING:
    from cadre.cli.progress import Bar
    from cadre.errors import MissionWarning
    from cadre.mission_files import ReadMission
    from cadre.options import Option
    from cadre.pipeline import Settings
    from cadre.plans import Planned
    from cadre.replan.fitting import Fit
    from cadre.replan.moves import Move
    from cadre.replan.replanning import Replanned

MOST = 20
"""Moves of people printed at most; JSON holds all."""


@command("help.command-replan")
def replan(
    old: Annotated[Path, typer.Argument(help="help.older-plan")],
    folder: Folder,
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    pin: Annotated[
        list[str] | None,
        typer.Option(help="help.pin"),
    ] = None,
    firm: Annotated[bool, typer.Option("--firm", help="help.firm")] = False,
    from_records: Annotated[bool, typer.Option("--from-records", help="help.from-records")] = False,
    today: Today = None,
    choice: Annotated[int, typer.Option("--choice", min=1, help="help.choice-number")] = 1,
    out: Annotated[Path | None, typer.Option("--out", help="help.recovery-out")] = None,
    dates: Annotated[bool, typer.Option("--dates", help="help.recovery-dates")] = False,
    replications: Replications = 400,
    seed: Seed = 1,
    jobs: Jobs = JOBS,
    seconds: Seconds = 120,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Carry an older plan into a changed mission: as little as can be moves, and each move is told why."""
    from cadre.cli.progress import Bar
    from cadre.options import find
    from cadre.pipeline import Settings
    from cadre.replan.reading import read_before
    from cadre.replan.replanning import firm_only
    from cadre.replan.replanning import replan as plan_again

    if from_records:
        shown = _Shown(choice, out, dates, as_json)
        return _from_records(
            (folder, old, option, language), today, pin or (), (replications, seed, jobs), shown
        )
    before = read_before(old, option)
    read, words = warnings.read(folder, language, strict=strict)
    chosen = find(read.mission, before.option)
    chosen = firm_only(chosen) if firm else chosen
    with Bar(speaking.words()) as bar:
        bar.stage("replan", 1)
        made = plan_again(before, chosen, Settings(seconds=seconds, effort=effort), pins=pin or ())
        bar.advance()
    show_replanned(made, chosen, as_json=as_json, words=words, warned=read.warnings)
    return 0


class _Shown(NamedTuple):
    """Which choice is shown in full, where its plan is written, whether days are told, whether as JSON."""

    number: int
    out: Path | None
    dates: bool
    as_json: bool


def _from_records(
    of: tuple[Path, Path, str | None, str | None],
    today: str | None,
    pins: Sequence[str],
    runs: tuple[int, int, int],
    shown: _Shown,
) -> int:
    """Plan a mission that runs again from what was reported, and print the choices."""
    from cadre.cli.recovering import as_data, keep_plan, show_recovery, taken
    from cadre.recovery.choices import recover
    from cadre.replan.replanning import pinned
    from cadre.simulation.run import ReplicationPlan

    known, words = running(*of)
    mission, plan = known.mission, known.plan
    weeks, _ = pinned(pins, plan.timetable, mission)
    found = recover(mission, plan, known.records, day_of(today), runs=ReplicationPlan(*runs), pinned=weeks)
    one = taken(found, shown.number)
    formats = Formats(words)
    if shown.as_json:
        write = partial(with_text, formats=formats, shows=Plainly(formats, mission))
        print_json(as_data(found), write)
    else:
        show_recovery(found, mission, words, number=shown.number, dates=shown.dates)
    if shown.out is not None:
        keep_plan(one, mission, shown.out, words)
        if not shown.as_json:
            print_sentence(words.text("recovery.written", number=str(shown.number), file=str(shown.out)))
    return 0


@command("help.command-fits")
def fits(
    folder: Folder,
    option: OptionId,
    what: Annotated[str, typer.Argument(help="help.what")],
    old: Annotated[Path | None, typer.Option(help="help.start-from")] = None,
    of: OfBrief = None,
    seconds: Seconds = 120,
    effort: Effort = 1,
    strict: Strict = False,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Return the places where a serial or an offer fits, and what each does to targets, cost and others."""
    from cadre.cli.progress import Bar
    from cadre.pipeline import Settings
    from cadre.replan.fitting import fits as places

    (chosen,), read, words = warnings.read_options(folder, (option,), of or old, language, strict=strict)
    with Bar(speaking.words()) as bar:
        made = _planned(chosen, old, Settings(seconds=seconds, effort=effort), bar)
        bar.stage("replan", 1)
        found = places(made, what)
        bar.advance()
    show_fits(found, what, read, as_json=as_json, words=words)
    return 0


def _planned(option: Option, old: Path | None, settings: Settings, bar: Bar) -> Planned:
    """Read the plan of an option, or make it."""
    from cadre.checkpoints import Checkpoint
    from cadre.pipeline.planning import plan_options
    from cadre.plans import Planned
    from cadre.replan.reading import read_before

    if old is not None:
        was = read_before(old, option.id)
        return Planned(option, was.need, was.forces, was.programme, was.staff, was.timetable)
    (made,) = plan_options([option], settings, kept=Checkpoint(None, {}), progress=bar)
    return made


def show_fits(
    found: tuple[Fit, ...], what: str, read: ReadMission, *, as_json: bool, words: Catalogue
) -> None:
    """Print the places that fit, the best first, and why others do not."""
    formats = Formats(words)
    shows = Plainly(formats, read.mission)
    if as_json:
        places = [{"what": what, "gain": fit.gain, "fit": fit} for fit in found]
        about = {"places": places, "mission_warnings": warnings.as_data(read.warnings, words)}
        print_json(about, partial(with_text, formats=formats, shows=shows))
        return
    fitting = [fit for fit in found if fit.against is None]
    rows = [
        (
            fit.site,
            _week(fit, words),
            str(sum(move.kind != "people" for move in fit.moves)),
            Formats(words).decimal(100 * fit.gain, "+0.0;-0.0"),
            money(fit.cost.after - fit.cost.before, words),
            Formats(words).decimal(fit.serves) if fit.week is None else "",
        )
        for fit in fitting[:MOST]
    ]
    print(words.text("cli.fits", what=what, count=len(fitting)))
    if rows:
        columns = ("site", "week", "others-move", "points", "costs-more", "post-weeks")
        print_table(head(words, *columns), rows)
    if len(fitting) > MOST:
        print(words.text("cli.more-fits", count=len(fitting) - MOST))
    for move in fitting[0].moves[:MOST] if fitting else ():
        print_sentence(_move_sentence(move, formats, shows))
    for fit in found:
        if fit.against is not None:
            why = in_words(fit.against, formats, shows)
            print_sentence(words.text("cli.not-at", site=fit.site, why=why))


def _week(fit: Fit, words: Catalogue) -> str:
    if fit.week is None:
        return ""
    return words.text("cli.week-now", week=str(fit.week)) if fit.stands else str(fit.week)


def _move_sentence(move: Move, formats: Formats, shows: Plainly) -> str:
    was, now, why = (in_words(one, formats, shows) for one in (move.was, move.now, move.why))
    return formats.catalogue.text("cli.move", what=move.what, was=was, now=now, why=why)


def show_replanned(
    made: Replanned,
    option: Option,
    *,
    as_json: bool,
    words: Catalogue,
    warned: Sequence[MissionWarning] = (),
) -> None:
    """Print how much stays, each move with its reason, and what becomes of the targets and the cost."""
    formats = Formats(words)
    shows = Plainly(formats, option.mission)
    if as_json:
        parts = {field.name: getattr(made, field.name) for field in fields(made)}
        about = parts | {"mission_warnings": warnings.as_data(warned, words)}
        print_json(about, partial(with_text, formats=formats, shows=shows))
        return
    print(option.title)
    stay = made.stay
    for name, share in (
        ("serials", stay.serials),
        ("activities", stay.activities),
        ("seats", stay.seats),
        ("post-weeks", stay.post_weeks),
    ):
        part, lead = percent(share.part, words), f"{Formats(words).decimal(share.stay):>7}"
        print(words.text(f"cli.stay-{name}", stay=lead, of=share.of, part=part))
    for kind in ("serial", "activity", "crew", "people"):
        moves = [move for move in made.moves if move.kind == kind]
        for move in moves[:MOST]:
            print_sentence(_move_sentence(move, formats, shows))
        if len(moves) > MOST:
            print(f"  {words.text(f'cli.more-{kind}', count=len(moves) - MOST)}")
    rows = [
        (t.capability, str(t.week), f"{t.wanted:.0f}", f"{e.before:.1f}", f"{e.after:.1f}")
        for t, e in made.targets
    ]
    if rows:
        print_table(head(words, "capability", "week", "wanted", "unmoved", "now"), rows)
    now, unmoved = money(made.cost.after, words), money(made.cost.before, words)
    print(words.text("cli.cost-to-exit", now=now, unmoved=unmoved))
