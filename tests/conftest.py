"""What every test shares: where caches go, and a hypothesis that repeats itself."""

import os
from pathlib import Path

import hypothesis
import hypothesis.configuration

ROOT = Path(__file__).parents[1]

# The Makefile sets it too; this is for a pytest that was started by hand. Numba reads it on import.
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "numba"))

# What the environment asks for must not change what tests read.
os.environ["LANGUAGE"] = "en"

# The same examples on every machine and in every run; no deadline, since no test reads the clock.
hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
hypothesis.settings.register_profile("cadre", derandomize=True, deadline=None)
hypothesis.settings.load_profile("cadre")
