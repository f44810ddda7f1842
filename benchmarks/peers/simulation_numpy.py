"""TM8 with numpy over replications, as a peer: `python -m benchmarks.peers.simulation_numpy tm8`."""

from __future__ import annotations

from benchmarks.peers.played import main
from benchmarks.tm8.arrays import simulate

REPLICATIONS = 2000

if __name__ == "__main__":
    main(simulate, replications=REPLICATIONS, about=__doc__)
