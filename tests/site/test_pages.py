"""What every page keeps to: the content policy, no text read as code, three languages, nothing of others."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

import cadre.site.pages
from cadre.site.missions.models import Membership
from cadre.site.missions.saving import Change, save_revision
from cadre.site.pages.middleware import POLICY
from tests.site.made import NOW, OTHER, SECRETS, Site

STATIC = Path(cadre.site.pages.__file__).parent / "static"
OF_MISSION = (
    "",
    "change",
    "offers",
    "requirement",
    "parts",
    "parts/courses",
    "parts/courses?row=courses/basic",
    "parts/positions?new=1",
    "parts/settings?row=mission",
    "reply",
    "revisions/",
    "revisions/1",
    "people",
    "audit",
    "studies/",
    "studies/1",
    "studies/2",
)
OF_SITE = ("/log-in", "/account", "/account/tokens", "/people", "/missions", "/missions/begin", "/nowhere")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""")


OF_PLANNERS = ("offers/own-team",)
"""Pages whose address tells of what they show: an answer to others repeats the address that was asked."""


def every_page(site: Site, client: Client, more: tuple[str, ...] = ()) -> dict[str, str]:
    paths = [*OF_SITE, *(f"/missions/{site.mission.key}/{part}" for part in (*OF_MISSION, *more))]
    answers = {path: client.get(path) for path in paths}
    for response in answers.values():
        assert POLICY == response["Content-Security-Policy"]
        assert "nosniff" == response["X-Content-Type-Options"]
        assert "no-store" == response["Cache-Control"]
    return {path: response.content.decode() for path, response in answers.items()}


def of_everything(site: Site) -> Client:
    """Return the browser of one who may do everything here."""
    person = site.people["planner"]
    person.manages_accounts = person.begins_missions = True
    person.save()
    Membership.objects.create(mission=site.mission, user=person, role="administrator")
    return site.client("planner")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_is_said_in_every_language_with_nothing_inline_and_nothing_from_elsewhere(
    site: Site, language: str
) -> None:
    client = of_everything(site)
    client.post("/language", {"language": language})
    side = "rtl" if language == "ar" else "ltr"
    for path, page in every_page(site, client, OF_PLANNERS).items():
        assert f'<html lang="{language}" dir="{side}">' in page, path
        assert [] == INLINE.findall(page), path
        assert [] == ELSEWHERE.findall(page), path


def test_the_browsers_language_is_answered_in_before_log_in(empty: None) -> None:
    answer = Client().get("/log-in", headers={"Accept-Language": "de, fr;q=0.8"})
    assert "Se connecter" in answer.content.decode()


def test_what_people_write_is_never_read_as_code(site: Site) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    document = json.loads(json.dumps(site.taken.document).replace("Bomb disposal", "disposal"))
    document["mission"]["title"] = document["mandate"]["asks"] = evil
    document["parties"]["norland"]["title"] = document["courses"]["basic"]["title"] = evil
    files = {"mission.yaml": evil}
    taken = replace(site.taken, title=evil, document=document, files=files)
    change = Change(taken, site.people["planner"], evil, b"x", evil)
    save_revision(site.mission, change, base=1, now=NOW)
    client = of_everything(site)
    person = site.people["planner"]
    person.title = evil
    person.save()
    pages = every_page(site, client, OF_PLANNERS) | {
        "r2": client.get(f"/missions/{site.mission.key}/revisions/2").content.decode()
    }
    assert {} == {path: page for path, page in pages.items() if "<script>alert" in page or "<img" in page}
    assert "&lt;script&gt;" in pages["r2"]


@pytest.mark.parametrize("who", ["nation", "host", "administrator", "commander", "reporter", "reader"])
def test_no_page_tells_of_offers_and_positions_of_others(site: Site, who: str) -> None:
    told = "\n".join(every_page(site, site.client(who)).values())
    assert "School" in told
    others = () if who == "administrator" else (OTHER, "Suderland")  # administrators choose a party by its id
    assert {False} == {secret in told for secret in (*SECRETS, *others)}
    assert ("own-team" in told) == (who == "nation")


def test_a_planner_is_told_of_every_offer(site: Site) -> None:
    told = every_page(site, site.client("planner"))[f"/missions/{site.mission.key}/"]
    assert "own-team" in told
    assert "other-team" in told


def test_files_of_others_are_those_of_their_packages() -> None:
    recorded = json.loads((STATIC / "vendor" / "vendored.json").read_text("utf-8"))
    files = {
        f"{name}/{file}": digest for name, one in recorded.items() for file, digest in one["files"].items()
    }
    held = [
        path for path in (STATIC / "vendor").rglob("*") if path.is_file() and path.name != "vendored.json"
    ]
    found = {
        path.relative_to(STATIC / "vendor").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in held
    }
    assert files == found
    assert {True} == {
        bool(one["licence"] and one["version"] and one["integrity"]) for one in recorded.values()
    }


def test_the_tables_are_those_of_the_models(empty: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
