"""What the programs of TM8 are told by: speed on one core, outputs, memory, time to compile."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from benchmarks.tm8.case import HALF_WIDTH, OUTPUTS, PUBLISHED

FIRST_USE = """
import time
from benchmarks.tm8.case import Case
from benchmarks.tm8.figures import peak_mib
from benchmarks.tm8.kernel import simulate
begun = time.process_time()
simulate(Case(), replications=1, seed=1)
print(time.process_time() - begun, peak_mib())
"""


def rate(play: Callable[[], object], *, replications: int, rounds: int = 1) -> float:
    """Give replications per second of processor time in the fastest of some rounds: others use the machine.

    Python's collection of cycles rests meanwhile; it costs the person-level program a fifth of its time.
    """
    seconds = []
    gc.disable()
    for _ in range(rounds):
        begun = time.process_time()
        play()
        seconds.append(time.process_time() - begun)
    gc.enable()
    return replications / min(seconds)


def summary(samples: NDArray[np.float64]) -> dict[str, list[float]]:
    """Give mean, half-width of its 95 % interval, and the 5 and 95 % points of the first four outputs."""
    found = {}
    for row, name in enumerate(OUTPUTS[: len(PUBLISHED)]):
        x = samples[:, row]
        half = HALF_WIDTH * x.std(ddof=1) / np.sqrt(len(x))
        found[name] = [round(float(v), 2) for v in (x.mean(), half, *np.percentile(x, [5, 95]))]
    return found


def first_use() -> tuple[float, float]:
    """Give processor seconds to compile, and MiB at most, of a new process with an empty cache."""
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", FIRST_USE],
            env={**os.environ, "NUMBA_CACHE_DIR": folder},
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def peak_mib() -> float:
    """Give the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
