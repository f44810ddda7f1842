"""Many uploads at once: each is read, so many at a time, and whoever comes beyond is told to come again."""

from __future__ import annotations

import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cadre.site.intake import Busy, Refused, asking, from_upload
from cadre.site.intake.turns import Turns
from tests.site.made import Site
from tests.site.test_uploads import FILES, packed


def test_no_more_than_so_many_at_a_time_and_everybody_has_a_turn() -> None:
    turns, lock = Turns(2, 6, 60), threading.Lock()
    inside, most = 0, 0
    met = threading.Barrier(2)

    def one(_: int) -> bool:
        nonlocal inside, most
        with turns.one():
            with lock:
                inside += 1
                most = max(most, inside)
            met.wait()  # passes only where two are inside at once
            with lock:
                inside -= 1
        return True

    with ThreadPoolExecutor(8) as pool:
        assert [True] * 8 == list(pool.map(one, range(8)))
    assert 2 == most


def test_who_comes_beyond_those_that_may_wait_is_refused_at_once_and_room_is_made_again() -> None:
    turns = Turns(1, 0, 60)
    with turns.one(), pytest.raises(Busy), turns.one():
        pass
    with turns.one():
        pass


def test_nobody_waits_for_ever() -> None:
    turns = Turns(1, 1, 0.01)
    with turns.one(), pytest.raises(Busy), turns.one():
        pass


def test_three_uploads_at_once_are_read_as_one_alone_is() -> None:
    content = packed(dict(FILES))
    alone = from_upload([content], "school.zip", "en")
    with ThreadPoolExecutor(3) as pool:
        read = list(pool.map(lambda _: from_upload([content], "school.zip", "en"), range(3)))
    assert [alone] * 3 == read


def test_one_that_waits_has_its_whole_time_once_it_is_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What made parallel uploads faulty: each ran at once, and all of them past the limit of time."""
    given = []

    def run(*_: object, timeout: float, **__: object) -> object:
        given.append(timeout)
        raise subprocess.TimeoutExpired("x", timeout)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(asking, "TURNS", Turns(1, 3, 60))
    with ThreadPoolExecutor(4) as pool:
        for told in [pool.submit(from_upload, [b"x"], "s.zip", "en") for _ in range(4)]:
            assert isinstance(told.exception(), Refused)
    assert [asking.SECONDS_AT_MOST] * 4 == given


def test_a_busy_site_answers_503_and_saves_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "TURNS", turns := Turns(1, 0, 60))
    upload = SimpleUploadedFile("s.zip", packed(dict(FILES)))
    with turns.one():
        answer = site.client("planner").post(
            f"/missions/{site.mission.key}/change", {"upload": upload, "base": "1", "comment": "x"}
        )
    assert (503, "30") == (answer.status_code, answer["Retry-After"])
    assert b"The site is busy" in answer.content
    assert 1 == site.mission.revisions.count()
