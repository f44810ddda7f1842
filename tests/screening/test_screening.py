"""Screening as a whole: on measures by hand, on a mission without a way, and on a small mission for real."""

from pathlib import Path

from cadre.mission_files import read_mission
from cadre.options import NOTHING, options
from cadre.reasons.screening import NothingFeasible
from cadre.screening import choose, screen
from cadre.screening.evaluation import Streams, evaluate_one
from cadre.workers import Workers
from tests.screening.made import against, evaluated, measures, mission_with
from tests.words.plainly import said_of

MISSION = mission_with(size=("small", "large"), command=("rotating", "permanent"))


def test_every_option_is_listed_and_the_few_shown_begin_with_doing_nothing() -> None:
    made = evaluated(
        MISSION,
        small__rotating=measures(0.5, 10e6),
        small__permanent=measures(0.4, 12e6),
        large__permanent=measures(0.9, 50e6),
    )
    told = choose(MISSION, made)
    assert [NOTHING, "small.rotating", "small.permanent", "large.permanent"] == [
        s.option for s in told.screened
    ]
    assert [NOTHING, "small.rotating", "large.permanent"] == [o.id for o in told.shown]
    assert [True, True, False, True] == [s.kept for s in told.screened]
    assert () == told.warnings


def test_where_nothing_can_be_done_the_explanation_takes_the_place_of_options() -> None:
    made = evaluated(
        MISSION,
        small__rotating=against("no site"),
        small__permanent=against("no site"),
        large__permanent=against("no bed"),
    )
    told = choose(MISSION, made)
    assert [NOTHING] == [o.id for o in told.shown]
    (warned,) = told.warnings
    expected = "Only doing nothing is left: cannot be carried out: no site (2 of 3 options); "
    expected += "cannot be carried out: no bed (1 of 3 options)"
    assert expected == said_of(MISSION, warned.reason)
    assert isinstance(warned.reason, NothingFeasible)


def test_a_ceiling_below_the_command_and_its_tail_is_told_with_the_cure() -> None:
    base = MISSION.changed(
        {
            "roles": {"staff": {}, "guard": {}, "cook": {"local": True}},
            "commands": {"rotating": {"posts": {"staff": 8, "cook": 5}}},
            "support": {"guards": {"role": "guard", "ratio": 0.5, "of": ["command"]}},
            "levers.size.choices.small.set": {"ceiling": 10, "command": "rotating"},
        }
    )
    option = next(option for option in options(base) if option.choices.get("size") == "small")
    measures, why = evaluate_one(option, Streams(1, 8))
    expected = "ceiling: found 10 posts, the command and what follows from it are 12, 2 more; "
    assert why is not None
    expected = f"cannot be carried out: {expected}set the ceiling to 12 or more, or choose a smaller command"
    assert ({}, expected) == (measures, said_of(base, why))


class Reported:
    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.steps = 0

    def stage(self, name: str, total: int) -> None:
        self.stages.append((name, total))

    def advance(self) -> None:
        self.steps += 1


def test_one_process_and_two_screen_a_mission_alike_and_tell_each_step() -> None:
    mission = read_mission(Path(__file__).parents[2] / "missions" / "demining-school")
    told = Reported()
    alone = screen(mission, seed=3, replications=4, progress=told)
    with Workers(2) as workers:
        two = screen(mission, seed=3, replications=4, workers=workers)
    assert alone.screened == two.screened
    assert [o.id for o in alone.shown] == [o.id for o in two.shown]
    assert [("screen", len(alone.screened))] == told.stages
    assert len(alone.screened) == told.steps
    assert alone.screened[0].measures["outcome"] < max(s.measures["outcome"] for s in alone.screened)
    assert 3 <= len(alone.shown) <= 6


def test_another_seed_meets_other_luck() -> None:
    mission = read_mission(Path(__file__).parents[2] / "missions" / "demining-school")
    option = options(mission)[-1]
    one, same, other = (evaluate_one(option, Streams(seed, 8)) for seed in (1, 1, 2))
    assert one == same
    assert one != other
