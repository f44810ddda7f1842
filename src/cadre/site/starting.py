"""Starting: `cadre serve` and `cadre worker`, from an empty folder to a site in the browser.

Sets the environment that `settings` reads before Django is loaded.
"""

from __future__ import annotations

import io
import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cadre.site import backups
from cadre.site.backups import Backup
from cadre.site.databases import database

SECRET_FILE = backups.SECRET
FIRST = "administrator"
"""Name of the first person."""
BODY_AT_MOST = 25_000_000
"""Bytes of one request."""
THREADS = 8
PROXY = "CADRE_SITE_PROXY"
"""Names the address of a proxy before the server."""


@dataclass(frozen=True, slots=True)
class Served:
    """How a site is started.

    Parameters
    ----------
    data : Path
        Folder of the database and of what workers keep; made where it is not there.
    host, port : str, int
        Where to listen.
    founding : Path or None
        A mission folder that a new site begins with.
    workers : int
        Workers started beside the server, 0 for none.
    """

    data: Path
    host: str
    port: int
    founding: Path | None
    workers: int


def serve(served: Served, tell: Callable[[str], None]) -> None:
    """Bring the database up to date, greet the first person with a link, and serve until stopped.

    Parameters
    ----------
    served : Served
        How.
    tell : callable
        Is handed the address once the site is ready: a link that works once where nobody has a password yet.
    """
    configure(served.data)
    from waitress.server import create_server  # noqa: PLC0415  (after the environment)

    begin(served.founding)
    from cadre.site.wsgi import application  # noqa: PLC0415

    server = create_server(
        application,
        host=served.host,
        port=served.port,
        threads=THREADS,
        max_request_body_size=BODY_AT_MOST,
        ident="",
        **_proxy(os.environ.get(PROXY, "")),
    )
    address = f"http://{served.host}:{server.effective_port}"
    tell(f"{address}{first_link() or '/'}")
    with _workers(served):
        server.run()


def _proxy(address: str) -> dict[str, Any]:
    """Return what the server is told of a proxy before it: whose word on the client's address it takes.

    Everybody else's headers of that kind are dropped.
    """
    if not address:
        return {"clear_untrusted_proxy_headers": True}
    return {
        "trusted_proxy": address,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
        "clear_untrusted_proxy_headers": True,
    }


def work(data: Path, jobs: int, *, watch: bool = False) -> None:
    """Make studies until stopped.

    Parameters
    ----------
    data : Path
        Folder of the site.
    jobs : int
        Processes of one study.
    watch : bool
        Whether to end with the process that started this one.
    """
    configure(data)
    from cadre.site.studies.worker import StudyWorker  # noqa: PLC0415  (after the environment)

    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    parent = os.getppid()

    def wait(seconds: float) -> bool:
        return ended.wait(seconds) or (watch and os.getppid() != parent)

    StudyWorker(data / "studies", jobs, wait).run()


def configure(data: Path) -> None:
    """Set the environment and load Django."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["CADRE_SITE_DATA"] = str(data.resolve())
    os.environ.setdefault("CADRE_SITE_SECRET", _secret(data / SECRET_FILE))
    os.environ["DJANGO_SETTINGS_MODULE"] = "cadre.site.settings"
    import django  # noqa: PLC0415

    django.setup()


def begin(founding: Path | None) -> None:
    """Bring the database up to date; a site without people gets the first one, and a mission."""
    from django.core.management import call_command  # noqa: PLC0415

    from cadre.site.accounts.models import User  # noqa: PLC0415

    call_command("check", stdout=io.StringIO())
    call_command("migrate", verbosity=0, interactive=False)
    call_command("clearsessions")
    if User.objects.exists():
        return
    fields = {"title": FIRST.capitalize(), "manages_accounts": True, "begins_missions": True}
    first = User.objects.create_person(FIRST, **fields)
    if founding is not None:
        _found(founding, first)


def first_link() -> str:
    """Return the path of a link for the first person, while no manager of accounts has a password."""
    from django.urls import reverse  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from cadre.site.accounts.links import new_link  # noqa: PLC0415
    from cadre.site.accounts.models import User  # noqa: PLC0415

    managers = list(User.objects.filter(manages_accounts=True, is_active=True))
    if not managers or any(user.has_usable_password() for user in managers):
        return ""
    return reverse("link", kwargs={"secret": new_link(managers[0], timezone.now())})


def check_audit(data: Path, head: str) -> tuple[int, str, int | None]:
    """Return how many entries the audit log has, its last digest, and the first broken one (None: whole)."""
    configure(data)
    from cadre.site.audit.chain import check  # noqa: PLC0415

    found = check(head)
    return found.count, found.digest, found.broken_at


def back_up(data: Path, file: Path) -> Backup:
    """Write a backup of a site, which may run.

    Raises
    ------
    NoBackup
        Why it could not be made.
    """
    configure(data)
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    return backups.make(settings.DATABASES["default"], data, file, timezone.now())


def bring_back(data: Path, file: Path) -> Backup:
    """Bring a backup back into an empty site, and up to date where it is older than this program.

    Raises
    ------
    NoBackup
        Why it could not be brought back.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    address = os.environ.get("CADRE_SITE_DATABASE", "")
    brought = backups.restore(database(address, data.resolve()), data, file)
    configure(data)
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    return brought


def _found(folder: Path, first: object) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from cadre.site.accounts.models import User  # noqa: PLC0415
    from cadre.site.intake import from_upload  # noqa: PLC0415
    from cadre.site.missions.packing import archive  # noqa: PLC0415
    from cadre.site.missions.saving import Change, begin_mission  # noqa: PLC0415

    assert isinstance(first, User)
    files = {file.name: file.read_text("utf-8") for file in sorted(folder.iterdir()) if file.is_file()}
    content, name = archive(files), f"{folder.name}.zip"
    taken = from_upload([content], name, "en")
    begin_mission(Change(taken, first, folder.name, content, name), timezone.now())


def _secret(file: Path) -> str:
    """Return the key that signs sessions; made at the first start, readable by its owner alone."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii")
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as stream:
        stream.write(key)
    return key


@contextmanager
def _workers(served: Served) -> Iterator[None]:
    """Run workers beside the server; they end with it, however it ends."""
    command = [sys.executable, "-m", "cadre", "worker", "--data", str(served.data), "--watch"]
    running = [subprocess.Popen(command, start_new_session=True) for _ in range(served.workers)]
    try:
        yield
    finally:
        for worker in running:
            worker.terminate()
        for worker in running:
            worker.wait()
