"""Options shown: is what is asked among them, and is none worse in all than one dropped, both played in full?

    python -m benchmarks.options [--missions 50] [--replications 400] [--seed 14]

Draws small missions of the tests' strategy, makes the study of each, then plans and plays every option that
was dropped and that can be carried out, and counts.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, seed, settings

from cadre.checkpoints import Checkpoint
from cadre.mission import Mission
from cadre.options import NOTHING, options
from cadre.pipeline import Settings, Silent, plan_options, run_study, simulate_options
from cadre.reasons.options import AsAsked, LeastThatAnswers, LeastThatServes, NearestToAsked, PinnedByPlanner
from cadre.reasons.screening import CannotBeDone
from cadre.screening.played import Played, samples_in_full
from cadre.study import Study
from tests.strategies import missions

ALWAYS = (AsAsked, NearestToAsked, LeastThatAnswers, LeastThatServes, PinnedByPlanner)


@dataclass(frozen=True)
class Judged:
    """One mission: how many options, shown, checked, wrong; what is asked; pairs that should not be."""

    options: int
    shown: int
    checked: int
    wrong: int
    asked: str
    faults: tuple[str, ...]


def judge(mission: Mission, replications: int) -> Judged:
    """Make the study of a mission and hold what is shown against all that was dropped, played in full."""
    chosen = Settings(replications=replications, jobs=1)
    study = run_study(mission, chosen)
    return Judged(
        len(study.screened),
        len(study.shown),
        len(study.checked),
        sum(one.wrong for one in study.checked),
        "shown" if study.asked.option else "forbidden" if study.asked.why_not else "missing",
        tuple(faults(mission, study, chosen)),
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


def main() -> None:
    """Judge missions and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missions", type=int, default=50)
    parser.add_argument("--replications", type=int, default=400)
    parser.add_argument("--seed", type=int, default=14)
    arguments = parser.parse_args()
    found: list[Judged] = []
    begun = time.process_time()

    @seed(arguments.seed)
    @settings(
        max_examples=arguments.missions,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(missions())
    def play(mission: Mission) -> None:
        if len(found) < arguments.missions:
            one = judge(mission, arguments.replications)
            found.append(one)
            print(len(found), one, flush=True)

    play()
    counts = {name: sum(getattr(f, name) for f in found) for name in ("options", "shown", "checked", "wrong")}
    asked = Counter(f.asked for f in found)
    print(f"{len(found)} missions, {counts}, asked {dict(asked)}, {sum(len(f.faults) for f in found)} faults")
    print(f"{time.process_time() - begun:.0f} s of the processor")


if __name__ == "__main__":
    main()
