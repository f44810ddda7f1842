"""What the peers of the simulation share: their arguments, and the line they print."""

from __future__ import annotations

import argparse
import json
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.tm8.case import Case
from benchmarks.tm8.figures import peak_mib, rate, summary


class Simulate(Protocol):
    """Plays replications of a case and gives its first four outputs."""

    def __call__(self, case: Case, *, replications: int, seed: int) -> NDArray[np.float64]: ...


def main(simulate: Simulate, *, replications: int, about: str) -> None:
    """Read the arguments, play, and print speed, outputs and memory."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("case", choices=["tm8"])
    parser.add_argument("--replications", type=int, default=replications)
    print(json.dumps(line(simulate, parser.parse_args().replications)))


def line(simulate: Simulate, replications: int) -> dict[str, object]:
    """Play once, and put what was found in the form of the benchmark."""
    samples: list[NDArray[np.float64]] = []
    speed = rate(
        lambda: samples.append(simulate(Case(), replications=replications, seed=1)),
        replications=replications,
    )
    return {
        "case": "tm8",
        "replications": replications,
        "replications_per_core_second": float(f"{speed:.4g}"),
        "outputs": summary(samples[0]),
        "peak_mib": round(peak_mib(), 1),
    }
