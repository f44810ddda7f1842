"""Kills under load: `python -m benchmarks.site_faults [--kills 50] [--users 10] [--database KIND]`.

A server and two workers as processes of their own; while users read and write, one of the three, drawn from
a seed (`--seed 1`), is killed (SIGKILL) and started again, so many times. Then the studies that wait are made
in peace. Prints one line of JSON: everything the site said it had done is there, the audit chain is whole,
and every study of the same revision and settings ended with the same bytes. The engine is the slow one of the
tests (two seconds).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.site.parts import Person, at_work, free_port, held, made_site, started, wait_for
from tests.site import databases, postgresql

PAUSES = (0.5, 2.5)
"""Seconds from one kill to the next, at least and at most."""
PEACE_SECONDS = 400.0


def main() -> None:
    """Run it once."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=50)
    asked.add_argument("--users", type=int, default=10)
    asked.add_argument("--database", choices=databases.KINDS, default="postgresql")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with contextlib.ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cadre-faults-")))
        address = ""
        if given.database == "postgresql":
            address = databases.address_of_new(stack.enter_context(postgresql.server()), "site")
        key, people = made_site(data, address, given.users)
        print(json.dumps({"database": given.database} | _run(given, data, key, people)))


def _run(given: argparse.Namespace, data: Path, key: str, people: list[Person]) -> dict[str, object]:
    dice, port = random.Random(given.seed), free_port()
    running = {"server": started(data, port), "first": _worker(data), "second": _worker(data)}
    killed = dict.fromkeys(running, 0)
    try:
        wait_for(port, running["server"])
        seconds = given.kills * (sum(PAUSES) / 2 + 1)
        work = at_work(people, key, port, seconds, 2.0)
        tally = next(work)
        for _ in range(given.kills):
            time.sleep(dice.uniform(*PAUSES))
            which = dice.choice(sorted(running))
            running[which].kill()
            running[which].wait()
            killed[which] += 1
            running[which] = started(data, port) if which == "server" else _worker(data)
            if which == "server":
                wait_for(port, running["server"])
        tally = next(work)
        unfinished = _in_peace()
    finally:
        for one in running.values():
            one.kill()
            one.wait()
    now = held()
    return {
        "kills": killed,
        "acknowledged": {"studies": tally.asked, "given": tally.given, "taken": tally.taken},
        "held": now,
        "lost": max(tally.asked - now["studies"], tally.given - now["given"], tally.taken - now["taken"], 0),
        "unfinished": unfinished,
        "results": _results(),
        "connections_cut": len(tally.faults),
    }


def _worker(data: Path) -> subprocess.Popen[bytes]:
    from tests.site.test_worker import ENGINE, WORKER  # noqa: PLC0415  (needs Django's settings)

    log = (data / "worker.log").open("ab")
    return subprocess.Popen([sys.executable, "-c", WORKER, str(data), *ENGINE], env=os.environ, stderr=log)


def _in_peace() -> int:
    """Wait until no study waits or runs; give how many still do when the time is over."""
    from cadre.site.studies.models import SiteStudy, State  # noqa: PLC0415

    open_ones = SiteStudy.objects.filter(state__in=[State.QUEUED, State.RUNNING])
    until = time.monotonic() + PEACE_SECONDS
    while open_ones.count() and time.monotonic() < until:
        time.sleep(1)
    return open_ones.count()


def _results() -> dict[str, int]:
    """Return how many studies ended how, and how many different results there are (1: all the same bytes)."""
    from cadre.site.studies.models import BriefFile, SiteStudy  # noqa: PLC0415

    states = list(SiteStudy.objects.values_list("state", flat=True))
    different = BriefFile.objects.values_list("digest", flat=True).distinct().count()
    return {state: states.count(state) for state in sorted(set(states))} | {"different": different}


if __name__ == "__main__":
    main()
