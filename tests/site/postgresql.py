"""A PostgreSQL server of the tests' own: in a temporary folder, on the loopback, ended with the tests."""

from __future__ import annotations

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

BINARIES = Path("/usr/lib/postgresql")
"""Where Debian keeps them, by version."""
TRIES, PAUSE = 300, 0.1
_DIE_WITH_PARENT = 1


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL, the newest there is."""
    found = shutil.which(name) or next(
        (str(one) for one in sorted(BINARIES.glob(f"*/bin/{name}"), reverse=True)), ""
    )
    assert found, f"no {name}: the site's tests need PostgreSQL 15 or later (apt-get install postgresql)"
    return found


@contextmanager
def server() -> Iterator[str]:
    """Run a server; give its address, without a database's name.

    Its folder is none of pytest's, which closes them to other users whenever a session begins.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-postgresql-") as folder:
        Path(folder).chmod(0o711)
        yield from _server(Path(folder))


def _server(folder: Path) -> Iterator[str]:
    owner, password = _owner(), secrets.token_hex(8)
    home, secret = folder / "postgresql", folder / "password"
    home.mkdir(mode=0o700)
    secret.write_text(password)
    if owner is not None:
        for path in (home, secret):
            shutil.chown(path, owner)
    log = (folder / "log.txt").open("ab")
    made = [
        "-D",
        str(home),
        "-U",
        "site",
        f"--pwfile={secret}",
        "-A",
        "scram-sha-256",
        "--no-sync",
        "-E",
        "UTF8",
    ]
    subprocess.run([program("initdb"), *made, "--locale=C"], user=owner, stdout=log, stderr=log, check=True)
    port = _free_port()
    options = {
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": "",
        "fsync": "off",
        "shared_buffers": "16MB",
        "max_connections": "30",
    }
    given = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    running = subprocess.Popen(
        [program("postgres"), "-D", str(home), *given],
        user=owner,
        stdout=log,
        stderr=log,
        preexec_fn=lambda: ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGINT),  # noqa: PLW1509  (no thread yet)
    )
    try:
        address = f"postgresql://site:{password}@127.0.0.1:{port}"
        _wait_for(address, running)
        yield address
    finally:
        running.send_signal(signal.SIGINT)
        running.wait()
        log.close()


def _owner() -> str | None:
    """Return who runs the server: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    """Wait until the server takes connections: its port is open before it does."""
    for _ in range(TRIES):
        assert running.poll() is None, "the server ended"
        try:
            psycopg.connect(f"{address}/postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(PAUSE)
    raise AssertionError("the server does not answer")
