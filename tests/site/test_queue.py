"""The queue: who has a lease may write, who lost it may not; cancelled, resumed, given up."""

from __future__ import annotations

import datetime as dt

from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy, State
from tests.site.made import BRIEF, NOW, Site

LATER = NOW + queue.LEASE + dt.timedelta(seconds=1)


def state_of(study: SiteStudy) -> str:
    return SiteStudy.objects.get(pk=study.pk).state


def taken(site: Site, now: dt.datetime = NOW) -> queue.Lease:
    held = queue.take(now)
    assert held is not None
    assert site.queued.pk == held.study
    return held


def test_a_study_is_taken_once_and_finished_whole(site: Site) -> None:
    held = taken(site)
    assert queue.take(NOW) is None
    assert queue.renew(held, {"stage": "plan", "done": 1, "total": 4}, NOW)
    assert queue.finish(held, BRIEF, NOW)
    assert (State.DONE, sorted(BRIEF)) == (
        state_of(site.queued),
        sorted(site.queued.files.values_list("name", flat=True)),
    )
    assert queue.take(LATER) is None


def test_a_silent_worker_loses_its_study_and_can_write_nothing_more(site: Site) -> None:
    first = taken(site)
    second = taken(site, LATER)
    assert not queue.renew(first, {}, LATER)
    assert not queue.finish(first, BRIEF, LATER)
    assert not queue.fail(first, "x", LATER)
    assert 0 == site.queued.files.count()
    assert queue.finish(second, BRIEF, LATER)


def test_a_worker_that_speaks_keeps_its_study(site: Site) -> None:
    held = taken(site)
    assert queue.renew(held, {}, LATER)
    assert queue.take(LATER) is None


def test_a_cancelled_study_is_written_to_by_nobody_and_goes_on_when_resumed(site: Site) -> None:
    held = taken(site)
    assert queue.cancel(site.queued, by=site.people["planner"], now=NOW)
    assert not queue.renew(held, {}, NOW)
    assert not queue.finish(held, BRIEF, NOW)
    assert queue.take(LATER) is None
    assert not queue.cancel(site.queued, by=site.people["planner"], now=NOW)
    assert queue.resume(site.queued, by=site.people["planner"], now=NOW)
    assert not queue.resume(site.queued, by=site.people["planner"], now=NOW)
    again = taken(site)
    assert not queue.finish(held, BRIEF, NOW)
    assert queue.finish(again, BRIEF, NOW)


def test_a_study_given_back_is_taken_at_once_and_loses_no_attempt(site: Site) -> None:
    assert queue.give_back(taken(site))
    taken(site)
    assert 1 == SiteStudy.objects.get(pk=site.queued.pk).attempts


def test_a_finished_study_cannot_be_cancelled_or_resumed(site: Site) -> None:
    assert not queue.cancel(site.released, by=site.people["planner"], now=NOW)
    assert not queue.resume(site.released, by=site.people["planner"], now=NOW)


def test_what_is_released_can_be_withdrawn(site: Site) -> None:
    path = f"/missions/{site.mission.key}/studies/1/files/study.json"
    reader = site.client("reader")
    assert b"{}" == reader.get(path).content
    site.client("planner").post(f"/missions/{site.mission.key}/studies/1/release", {"role": "reader"})
    assert 404 == reader.get(path).status_code


def test_a_brief_is_shown_cut_off_from_our_origin_and_other_files_are_saved(site: Site) -> None:
    client = site.client("planner")
    shown = client.get(f"/missions/{site.mission.key}/studies/1/files/brief.html")
    saved = client.get(f"/missions/{site.mission.key}/studies/1/files/study.json")
    assert shown["Content-Security-Policy"].startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in shown["Content-Security-Policy"]
    assert "attachment" in saved["Content-Disposition"]


def test_a_study_is_asked_for_with_sound_settings_alone(site: Site) -> None:
    client, path = site.client("planner"), f"/missions/{site.mission.key}/studies/start"
    for wrong in (
        {"seed": "-1", "futures": "40"},
        {"seed": "1", "futures": "9"},
        {"seed": "x", "futures": "40"},
    ):
        client.post(path, wrong)
    assert 2 == site.mission.studies.count()
    client.post(path, {"seed": "7", "futures": "40", "draft": "yes", "language": "ar"})
    made = site.mission.studies.get(number=3)
    assert {"seed": 7, "replications": 40, "draft": True, "language": "ar"} == made.settings
