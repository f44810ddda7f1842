"""The commands `replan` and `fits`: as few moves as can be in a changed mission; places for one thing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import show
from cadre.cli.commands import Effort, Folder, Json, OptionId, Seconds, app

if TYPE_CHECKING:
    from cadre.cli.progress import Bar
    from cadre.options import Option
    from cadre.pipeline import Settings
    from cadre.replan.fitting import Fit
    from cadre.replan.replanning import Replanned
    from cadre.study import Planned

MOST = 20
"""Moves of people printed at most; JSON holds all."""


@app.command()
def replan(
    old: Annotated[
        Path, typer.Argument(help="The plan people have: the folder of a brief, or what plan --json printed.")
    ],
    folder: Folder,
    option: Annotated[str | None, typer.Argument(help="Option, where the plan holds several.")] = None,
    pin: Annotated[
        list[str] | None,
        typer.Option(
            help="What must not move: a serial, an activity or an offer, * for any letters; ID=WEEK."
        ),
    ] = None,
    firm: Annotated[
        bool, typer.Option("--firm", help="Leave out indicated and pledged offers: what falls without them?")
    ] = False,
    seconds: Seconds = 120,
    effort: Effort = 1,
    as_json: Json = False,
) -> int:
    """Carry an older plan into a changed mission: as little as can be moves, and each move is told why."""
    from cadre.cli.progress import Bar
    from cadre.mission_files import read_mission
    from cadre.options import find
    from cadre.pipeline import Settings
    from cadre.replan.reading import read_before
    from cadre.replan.replanning import firm_only
    from cadre.replan.replanning import replan as plan_again

    before = read_before(old, option)
    chosen = find(read_mission(folder), before.option)
    chosen = firm_only(chosen) if firm else chosen
    with Bar() as bar:
        bar.stage("replan", 1)
        made = plan_again(before, chosen, Settings(seconds=seconds, effort=effort), pins=pin or ())
        bar.advance()
    show_replanned(made, chosen, as_json=as_json)
    return 0


@app.command()
def fits(
    folder: Folder,
    option: OptionId,
    what: Annotated[str, typer.Argument(help="A serial (COURSE@SITE/N) or an offer.")],
    old: Annotated[
        Path | None, typer.Option(help="Plan to start from, as for replan; planned anew when left out.")
    ] = None,
    seconds: Seconds = 120,
    effort: Effort = 1,
    as_json: Json = False,
) -> int:
    """Give the places where a serial or an offer fits, and what each does to targets, cost and others."""
    from cadre.cli.progress import Bar
    from cadre.mission_files import read_mission
    from cadre.options import find
    from cadre.pipeline import Settings
    from cadre.replan.fitting import fits as places

    chosen = find(read_mission(folder), option)
    with Bar() as bar:
        made = _planned(chosen, old, Settings(seconds=seconds, effort=effort), bar)
        bar.stage("replan", 1)
        found = places(made, what)
        bar.advance()
    show_fits(found, what, as_json=as_json)
    return 0


def _planned(option: Option, old: Path | None, settings: Settings, bar: Bar) -> Planned:
    """Read the plan of an option, or make it."""
    from cadre.pipeline import plan_options
    from cadre.replan.reading import read_before
    from cadre.study import Planned
    from cadre.unfinished import Unfinished

    if old is not None:
        was = read_before(old, option.id)
        return Planned(option, was.need, was.forces, was.programme, was.staff, was.timetable)
    (made,) = plan_options([option], settings, kept=Unfinished(None, {}), progress=bar)
    return made


def show_fits(found: tuple[Fit, ...], what: str, *, as_json: bool) -> None:
    """Print the places that fit, the best first, and why others do not."""
    if as_json:
        show.print_json([{"what": what, "gain": fit.gain, "fit": fit} for fit in found])
        return
    fitting = [fit for fit in found if not fit.against]
    rows = [
        (
            fit.site,
            "" if fit.week is None else f"{fit.week}{' now' if fit.stands else ''}",
            str(sum(move.kind != "people" for move in fit.moves)),
            f"{100 * fit.gain:+.1f}",
            show.money(fit.cost.after - fit.cost.before),
            f"{fit.serves:,}" if fit.week is None else "",
        )
        for fit in fitting[:MOST]
    ]
    print(f"{what}: {len(fitting)} place{'s' if len(fitting) != 1 else ''}")
    if rows:
        head = ("site", "week", "others move", "targets, points", "costs more", "post-weeks")
        show.print_table(head, rows)
    if len(fitting) > MOST:
        print(f"… and {len(fitting) - MOST} more; --json lists all, with each move and its reason")
    for move in fitting[0].moves[:MOST] if fitting else ():
        show.print_told(f"{move.what}: {move.was} to {move.now}; {move.why}")
    for fit in found:
        if fit.against:
            show.print_told(f"Not at {fit.site}: {fit.against}")


def show_replanned(made: Replanned, option: Option, *, as_json: bool) -> None:
    """Print how much stays, each move with its reason, and what becomes of the targets and the cost."""
    if as_json:
        show.print_json(made)
        return
    print(option.title)
    stay = made.stay
    for name, share in (
        ("serials stay in their week", stay.serials),
        ("activities stay in theirs", stay.activities),
        ("places on a crew stay with who had them", stay.seats),
        ("post-weeks stay with their offer", stay.post_weeks),
    ):
        print(f"{share.stay:>7,} of {share.of:,} {name} ({show.percent(share.part)})")
    for kind in ("serial", "activity", "crew", "people"):
        moves = [move for move in made.moves if move.kind == kind]
        for move in moves[:MOST]:
            show.print_told(f"{move.what}: {move.was} to {move.now}; {move.why}")
        if len(moves) > MOST:
            print(f"  … and {len(moves) - MOST} more of {kind}; --json lists all")
    rows = [
        (t.capability, str(t.week), f"{t.wanted:.0f}", f"{e.before:.1f}", f"{e.after:.1f}")
        for t, e in made.targets
    ]
    if rows:
        show.print_table(("capability", "week", "wanted", "unmoved", "now"), rows)
    print(
        f"Cost to exit: {show.money(made.cost.after)}, {show.money(made.cost.before)} if nothing had to move."
    )
