"""TM8 person by person in SimPy, as a peer: `python -m benchmarks.peers.simulation_simpy tm8`."""

from __future__ import annotations

from benchmarks.peers.played import main
from benchmarks.tm8.people import simulate

REPLICATIONS = 16

if __name__ == "__main__":
    main(simulate, replications=REPLICATIONS, about=__doc__)
