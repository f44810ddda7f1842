"""Options shown: is what is asked among them, and is none worse in all than one dropped, both played in full?

    python -m benchmarks.options [--missions 50] [--replications 400] [--seed 14] [--kept FILE] [--at-most N]

Draws small missions of the tests' strategy, makes the study of each, then plans and plays every option that
was dropped and that can be carried out, and counts. With `--kept` each mission judged is a line of a file,
and those that stand there are not judged again, so that a long run can be cut into slices of `--at-most`
missions.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from cadre.checkpoints import Checkpoint
from cadre.mission import Mission
from cadre.options import NOTHING, options
from cadre.pipeline import Settings, Silent
from cadre.pipeline.planning import plan_options
from cadre.pipeline.playing import simulate_options
from cadre.pipeline.studying import run_study
from cadre.reasons.options import AsAsked, LeastThatAnswers, LeastThatServes, NearestToAsked, PinnedByPlanner
from cadre.reasons.screening import CannotBeDone
from cadre.screening.played import Played, samples_in_full
from cadre.study import Study
from tests.strategies import missions

ALWAYS = (AsAsked, NearestToAsked, LeastThatAnswers, LeastThatServes, PinnedByPlanner)


@dataclass(frozen=True)
class Judged:
    """One mission: how many options, shown, checked, wrong; what is asked; pairs that should not be;
    processor seconds."""

    options: int
    shown: int
    checked: int
    wrong: int
    asked: str
    faults: tuple[str, ...]
    seconds: float = 0.0


def judge(mission: Mission, replications: int) -> Judged:
    """Make the study of a mission and hold what is shown against all that was dropped, played in full."""
    chosen, begun = Settings(replications=replications, jobs=1), time.process_time()
    study = run_study(mission, chosen)
    return Judged(
        len(study.screened),
        len(study.shown),
        len(study.checked),
        sum(one.wrong for one in study.checked),
        "shown" if study.asked.option else "forbidden" if study.asked.why_not else "missing",
        tuple(faults(mission, study, chosen)),
        time.process_time() - begun,
    )


def faults(mission: Mission, study: Study, chosen: Settings) -> Iterator[str]:
    """Yield options shown that are worse in all, beyond the noise, than one dropped.

    Of one that is always shown, only where nothing shown is better either.
    """
    shown = [planned.option.id for planned in study.shown]
    left = {s.option for s in study.screened if not s.kept and not isinstance(s.reason, CannotBeDone)}
    dropped = [option for option in options(mission) if option.id in left]
    plans = plan_options(dropped, chosen, kept=Checkpoint(None, {}), progress=Silent())
    outcomes = simulate_options(plans, chosen, progress=Silent())
    played = Played(mission, samples_in_full(mission, study.outcomes | outcomes))
    always = {s.option for s in study.screened if s.kept and isinstance(s.reason, ALWAYS)}
    if study.asked.option is not None and study.asked.option not in shown:
        yield f"{study.asked.option}: asked and not shown"
    if study.asked.option is None and not study.asked.why_not:
        yield "what is asked is neither shown nor told why not"
    for x in shown:
        for d in outcomes:
            if x != NOTHING and played.better_in_all(d, x):
                told = any(s != NOTHING and played.better_in_all(s, x) for s in shown)
                if x not in always or not told:
                    yield f"{x} is worse in all than {d}, which was dropped"


def drawn(number: int, luck: int) -> list[Mission]:
    """Draw missions of the tests' strategy, the same for the same seed."""
    found: list[Mission] = []

    @seed(luck)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(missions())
    def keep(mission: Mission) -> None:
        found.append(mission)

    keep()
    return found[:number]


def kept_in(file: Path | None) -> list[Judged]:
    """Return the missions judged by earlier slices, in the order drawn."""
    if file is None or not file.exists():
        return []
    lines = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [Judged(**line | {"faults": tuple(line["faults"])}) for line in lines]


def tell(found: Sequence[Judged]) -> None:
    """Print what was counted over all missions judged."""
    counts = {name: sum(getattr(f, name) for f in found) for name in ("options", "shown", "checked", "wrong")}
    asked = Counter(f.asked for f in found)
    print(f"{len(found)} missions, {counts}, asked {dict(asked)}, {sum(len(f.faults) for f in found)} faults")
    print(f"{sum(f.seconds for f in found):.0f} s of the processor")


def main() -> None:
    """Judge missions and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missions", type=int, default=50)
    parser.add_argument("--replications", type=int, default=400)
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--at-most", type=int)
    arguments = parser.parse_args()
    found = kept_in(arguments.kept)
    left = drawn(arguments.missions, arguments.seed)[len(found) :][: arguments.at_most]
    for mission in left:
        found.append(judge(mission, arguments.replications))
        print(len(found), found[-1], flush=True)
        if arguments.kept is not None:
            with arguments.kept.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(asdict(found[-1]))}\n")
    tell(found)


if __name__ == "__main__":
    main()
