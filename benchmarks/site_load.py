"""The site with many at work: `python -m benchmarks.site_load [--users 50] [--seconds 60] [--database KIND]`.

A server as a process of its own, on the loopback, and so many users at once, each of whom reads pages and
tables four times in five and else writes (asks for a study, gives a role, takes it away), and thinks for a
second between. Prints one line of JSON: reads and writes in milliseconds, faults, and what the database holds
against what the site said it had done. Uploads are left out: each starts a process that reads for about two
seconds of the processor.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import tempfile
from pathlib import Path

from benchmarks.site.parts import at_work, free_port, held, made_site, percentile, started, wait_for
from tests.site import databases, postgresql

THINK_SECONDS = 1.0


def main() -> None:
    """Run it once."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--users", type=int, default=50)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--database", choices=databases.KINDS, default="postgresql")
    given = asked.parse_args()
    with contextlib.ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cadre-load-")))
        address = ""
        if given.database == "postgresql":
            address = databases.address_of_new(stack.enter_context(postgresql.server()), "site")
        key, people = made_site(data, address, given.users)
        port = free_port()
        server = started(data, port)
        try:
            wait_for(port, server)
            *_, tally = at_work(people, key, port, given.seconds, THINK_SECONDS)
        finally:
            server.terminate()
            server.wait()
        now = held()
        lost = {
            "studies": tally.asked - now["studies"],
            "given": tally.given - now["given"],
            "taken": tally.taken - now["taken"],
        }
        told = {
            "database": given.database,
            "users": given.users,
            "seconds": given.seconds,
            "load": os.getloadavg()[0],
            "reads": len(tally.reads),
            "reads_p50_ms": percentile(tally.reads, 0.5),
            "reads_p95_ms": percentile(tally.reads, 0.95),
            "writes": len(tally.writes),
            "writes_p50_ms": percentile(tally.writes, 0.5),
            "writes_p95_ms": percentile(tally.writes, 0.95),
            "faults": tally.faults[:5],
            "fault_count": len(tally.faults),
            "lost": lost,
            "audit_whole": now["whole"],
        }
        print(json.dumps(told))


if __name__ == "__main__":
    main()
