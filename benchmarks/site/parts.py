"""What both benchmarks of the site share: a site with people, its server as a process, users who ask it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
FOUNDING = Path("missions/demining-school")
WRITES = 0.2
"""Share of what a user does that writes."""
STUDY = {"seed": 1, "futures": 10, "draft": True, "language": "en"}


@dataclass
class Person:
    """A user: by which token and which session they ask."""

    name: str
    token: str
    session: str


@dataclass
class Tally:
    """What came of it, over all users."""

    reads: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    asked: int = 0
    """Studies that the site said it had queued."""
    given: int = 0
    taken: int = 0
    """Roles that it said it had given, and taken away."""


def made_site(data: Path, database: str, users: int) -> tuple[str, list[Person]]:
    """Make a site with a mission and so many planners; return the mission's key and the people."""
    if database:
        os.environ["CADRE_SITE_DATABASE"] = database
    from cadre.site import starting  # noqa: PLC0415  (after the environment)

    starting.configure(data)
    starting.begin(FOUNDING)
    from django.test import Client  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from cadre.site.accounts.models import User  # noqa: PLC0415
    from cadre.site.accounts.tokens import new_token  # noqa: PLC0415
    from cadre.site.missions.models import SiteMission  # noqa: PLC0415
    from cadre.site.missions.saving import appoint  # noqa: PLC0415
    from cadre.site.rights import SiteRole  # noqa: PLC0415

    mission, now, people = SiteMission.objects.get(), timezone.now(), []
    for number in range(users):
        user = User.objects.create_person(f"user-{number}", title=f"User {number}")
        for role in (SiteRole.PLANNER, SiteRole.ADMINISTRATOR):
            appoint(mission, user, role, by=user, now=now)
        client = Client()
        client.force_login(user)
        token = new_token(user, "load", days=1, reads_only=False, now=now)
        people.append(Person(user.name, token, client.cookies["cadre-session"].value))
        User.objects.create_person(f"other-{number}", title=f"Other {number}")
    return mission.key, people


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


def started(data: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server; it answers a little later."""
    command = [sys.executable, "-m", "cadre", "serve", "--data", str(data), "--port", str(port)]
    log = (data / "server.log").open("ab")
    return subprocess.Popen([*command, "--workers", "0"], stdout=log, stderr=log)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    while server.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection((HOST, port), timeout=1).close()
            return
        time.sleep(0.05)
    raise RuntimeError("the server ended")


class Session:
    """One user at work: a connection that is kept, actions drawn from a seed."""

    def __init__(self, person: Person, key: str, port: int, tally: Tally, lock: threading.Lock) -> None:
        self._person, self._key, self._port, self._tally, self._lock = person, key, port, tally, lock
        self._dice = random.Random(person.name)
        self._connection: http.client.HTTPConnection | None = None
        self._role = 0
        self._other = f"other-{person.name.partition('-')[2]}"

    def work(self, until: float, think_seconds: float) -> None:
        """Ask, read, think, until a moment of the monotonic clock."""
        while time.monotonic() < until:
            if self._dice.random() < WRITES:
                self._write()
            else:
                self._read()
            time.sleep(self._dice.expovariate(1 / think_seconds))

    def _read(self) -> None:
        base = f"missions/{self._key}"
        page = self._dice.choice(["/missions", f"/{base}/", f"/{base}/studies/", f"/{base}/revisions/"])
        table = self._dice.choice(["wanted", "offers", "revisions", "studies", "studies.csv"])
        path = page if self._dice.random() < 0.5 else f"/api/v1/{base}/{table}"
        self._ask("GET", path, self._tally.reads)

    def _write(self) -> None:
        base = f"/api/v1/missions/{self._key}"
        if self._role:
            if self._ask("DELETE", f"{base}/people/{self._role}", self._tally.writes) is not None:
                self._count("taken")
                self._role = 0
            return
        if self._dice.random() < 0.5:
            if self._ask("POST", f"{base}/studies", self._tally.writes, STUDY) is not None:
                self._count("asked")
            return
        given = self._ask(
            "POST", f"{base}/people", self._tally.writes, {"name": self._other, "role": "reader"}
        )
        if given is not None:
            self._count("given")
            self._role = given["number"]

    def _count(self, what: str) -> None:
        with self._lock:
            setattr(self._tally, what, getattr(self._tally, what) + 1)

    def _ask(self, method: str, path: str, seconds: list[float], body: object = None) -> Any:
        """Return what the site answers; None where it did not, or refused: a fault that is told."""
        headers = {"Cookie": f"cadre-session={self._person.session}", "Content-Type": "application/json"}
        if path.startswith("/api/"):
            headers["Authorization"] = f"Bearer {self._person.token}"
        began = time.perf_counter()
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection(HOST, self._port, timeout=60)
            self._connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection = None
            with self._lock:
                self._tally.faults.append(type(error).__name__)
            return None
        with self._lock:
            seconds.append(time.perf_counter() - began)
            if answer.status >= 400:
                self._tally.faults.append(f"{method} {path}: {answer.status}")
        if answer.status >= 400:
            return None
        return json.loads(content) if content and "json" in answer.headers["Content-Type"] else content


def at_work(people: list[Person], key: str, port: int, seconds: float, think: float) -> Iterator[Tally]:
    """Have everybody work at once; give the tally, once as they begin and once as all have ended."""
    tally, lock = Tally(), threading.Lock()
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=Session(one, key, port, tally, lock).work, args=(until, think))
        for one in people
    ]
    for thread in threads:
        thread.start()
    yield tally
    for thread in threads:
        thread.join()
    yield tally


def percentile(seconds: list[float], share: float) -> float:
    """Return the value below which a share of them lies, in milliseconds; 0 of none."""
    ordered = sorted(seconds)
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0


def held() -> dict[str, Any]:
    """Return what the database holds: studies, roles of the others, entries of the log, whether whole."""
    from cadre.site.audit.chain import check  # noqa: PLC0415
    from cadre.site.audit.models import AuditEntry  # noqa: PLC0415
    from cadre.site.missions.models import Membership  # noqa: PLC0415
    from cadre.site.studies.models import SiteStudy  # noqa: PLC0415

    given = AuditEntry.objects.filter(did="appointed", about__startswith="other-").count()
    return {
        "studies": SiteStudy.objects.count(),
        "roles": Membership.objects.filter(user__name__startswith="other-").count(),
        "given": given,
        "taken": AuditEntry.objects.filter(did="dismissed").count(),
        "entries": check().count,
        "whole": check().broken_at is None,
    }
