"""The command `replan`: an older plan carried into a changed mission with as few moves as can be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import show
from cadre.cli.commands import Folder, Json, Seconds, _find, app

if TYPE_CHECKING:
    from cadre.options import Option
    from cadre.replan.replanning import Replanned

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
    seconds: Seconds = 120,
    as_json: Json = False,
) -> int:
    """Carry an older plan into a changed mission: as little as can be moves, and each move is told why."""
    from cadre.cli.progress import Bar
    from cadre.mission_files import read_mission
    from cadre.pipeline import Settings
    from cadre.replan.reading import read_before
    from cadre.replan.replanning import replan as plan_again

    before = read_before(old, option)
    chosen = _find(read_mission(folder), before.option)
    with Bar() as bar:
        bar.stage("replan", 1)
        made = plan_again(before, chosen, Settings(seconds=seconds), pins=pin or ())
        bar.advance()
    show_replanned(made, chosen, as_json=as_json)
    return 0


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
