"""Killed at any moment nothing that was reported is lost: writers, alone and at once, ended by SIGKILL.

Each writer is a process that runs `cadre record` again and again and tells what the command told; moments are
drawn with a fixed seed. What was told stands in the folder afterwards, once, and the folder reads.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre.cli import run
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_records
from tests.tracking.by_hand import RECORDS, write_folder

MOMENTS, LONGEST = 25, 0.1
"""Kills of a number of writers, and seconds at most between a report that was told and the kill."""
COMMAND = "record {folder} spending id={id} on={day} payer=host about=other begins={day} amount={amount}"
DAY, BY = "2020-03-02", "--by camp --today 2020-03-03"


def writer(folder: Path, name: str) -> tuple[int, int]:
    """Start a process that reports sum after sum; give its id, and where it tells what it was told."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    try:
        sys.stdout, sys.stderr = (open(os.devnull, "w", encoding="utf-8") for _ in range(2))  # noqa: SIM115
        for number in range(10_000):
            key = f"{name}{number}"
            words = COMMAND.format(folder=folder, id=key, day=DAY, amount=f"{number + 1}.{name}")
            if run([*words.split(), *BY.split()]) == 0:
                os.write(write, f"{key} ".encode())
    finally:
        os._exit(1)


def killed(folder: Path, writers: int, luck: random.Random) -> Iterator[list[str]]:
    """Let writers report at once, kill them all after some report; yield what each had been told."""
    started = [writer(folder, str(number + 1)) for number in range(writers)]
    first = [os.read(read, 1) if luck.random() < 0.8 else b"" for _, read in started]
    for child, _ in luck.sample(started, writers):
        time.sleep(luck.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
    for (child, read), begun in zip(started, first, strict=True):
        os.waitpid(child, 0)
        with os.fdopen(read, "rb") as stream:
            yield (begun + stream.read()).decode().split()


@pytest.mark.parametrize("writers", [1, 3])
def test_killed_at_any_moment_nothing_that_was_reported_is_lost(tmp_path: Path, writers: int) -> None:
    """Twice 25 moments."""
    folder, luck, told = write_folder(tmp_path), random.Random(15 + writers), 0
    mission = read_mission(folder)
    for _ in range(MOMENTS):
        (folder / "records" / "spending.csv").write_text(RECORDS["spending"], "utf-8")
        reported = list(killed(folder, writers, luck))
        held = Counter(list(read_records(folder, mission).spending)[2:])
        assert not [key for key, times in held.items() if times != 1]
        for number, keys in enumerate(reported):
            own = [key for key in held if key[0] == str(number + 1)]
            assert keys == own[: len(keys)]
            assert len(own) - len(keys) in (0, 1)  # one may stand there that was not told yet
        told += sum(map(len, reported))
    assert told >= MOMENTS * writers // 2
