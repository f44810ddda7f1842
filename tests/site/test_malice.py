"""What somebody with malice tries: forms from elsewhere, sessions set for others, things of other missions,
formulas for spreadsheets, bodies without end, paths that lead out."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from openpyxl import load_workbook

from cadre.site.intake import from_upload, workbook_of
from cadre.site.missions.saving import Change, save_revision
from cadre.site.starting import BODY_AT_MOST
from cadre.site.studies import queue
from tests.site.made import NOW, PASSWORD, SETTINGS, Site
from tests.site.test_uploads import FILES, packed

ROUTES: list[URLPattern] = list(get_resolver().url_patterns)  # type: ignore[arg-type]
FORMS = [
    str(route.name)
    for route in ROUTES
    if "POST" in route.callback.methods and not str(route.name).startswith("api/")  # type: ignore[attr-defined]
]
FORMULA = '=HYPERLINK("http://elsewhere.test","read me")'


@pytest.mark.parametrize("name", FORMS)
def test_no_form_is_taken_without_its_token(site: Site, name: str) -> None:
    kinds = {"key": site.mission.key, "number": 1} | dict.fromkeys(("secret", "name", "part"), "x")
    kinds |= {"offer": "own-team"}
    pattern = str(next(one.pattern for one in ROUTES if one.name == name))
    parts = {part: value for part, value in kinds.items() if f":{part}>" in pattern}
    client = Client(enforce_csrf_checks=True)
    client.force_login(site.people["planner"])
    assert 403 == client.post(reverse(name, kwargs=parts), {"name": "x"}).status_code


def test_a_session_that_was_set_for_somebody_is_worth_nothing_once_they_logged_in(site: Site) -> None:
    user = site.people["reader"]
    user.set_password(PASSWORD)
    user.save()
    attacker, victim = Client(), Client()
    attacker.post("/language", {"language": "fr"})
    fixed = attacker.cookies["cadre-session"].value
    victim.cookies["cadre-session"] = fixed
    victim.post("/log-in", {"name": "reader", "password": PASSWORD})
    assert victim.cookies["cadre-session"].value != fixed
    assert 200 == victim.get("/account").status_code
    assert 302 == attacker.get("/account").status_code


def test_a_made_up_session_is_not_taken(site: Site) -> None:
    client = Client()
    client.cookies["cadre-session"] = "a" * 32
    client.post("/language", {"language": "fr"})
    assert client.cookies["cadre-session"].value != "a" * 32


def test_numbers_of_another_mission_lead_nowhere(site: Site) -> None:
    """Who may everything in one mission reaches nothing of another through its address."""
    elsewhere, key = site.client("elsewhere"), site.other.key
    member = site.mission.memberships.get(role="reader").pk
    asked = [
        ("get", f"studies/{site.released.number}"),
        ("get", f"studies/{site.released.number}/files/study.json"),
        ("post", f"studies/{site.queued.number}/cancel"),
        ("post", f"studies/{site.released.number}/release"),
        ("post", f"people/{member}/dismiss"),
        ("get", "revisions/2"),
    ]
    for method, path in asked:
        assert 404 == getattr(elsewhere, method)(f"/missions/{key}/{path}").status_code, path
    headers = site.token("elsewhere")
    for method, path in (("delete", f"people/{member}"), ("post", f"studies/{site.queued.number}/cancel")):
        assert 404 == getattr(Client(), method)(f"/api/v1/missions/{key}/{path}", headers=headers).status_code
    site.queued.refresh_from_db()
    assert "queued" == site.queued.state
    assert site.mission.memberships.filter(pk=member).exists()


def test_a_study_of_one_mission_is_not_found_under_another_of_the_same_person(site: Site) -> None:
    planner = site.people["planner"]
    save_revision(site.other, Change(site.taken, site.people["elsewhere"], "x"), base=1, now=NOW)
    site.other.memberships.create(user=planner, role="planner")
    hidden = queue.ask(site.other, SETTINGS, by=planner, now=NOW)
    assert 1 == hidden.number  # the same number as the released one: each mission counts its own
    assert (
        b"queued"
        in Client().get(f"/api/v1/missions/{site.other.key}/studies/1", headers=site.token("planner")).content
    )
    assert (
        404
        == Client()
        .get(f"/api/v1/missions/{site.other.key}/studies/2", headers=site.token("planner"))
        .status_code
    )


def test_what_people_write_is_no_formula_in_a_workbook(tmp_path: Path) -> None:
    mission = FILES["mission.yaml"].replace("title: School", f"title: '{FORMULA}'")
    taken = from_upload([packed(dict(FILES) | {"mission.yaml": mission})], "school.zip", "en")
    assert FORMULA == taken.title
    book = load_workbook(io.BytesIO(workbook_of(taken.files, "en")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert FORMULA in [cell.value for cell in cells]
    assert [] == [cell.coordinate for cell in cells if cell.value == FORMULA and cell.data_type == "f"]


@pytest.mark.parametrize("sent", ["fields", "length", "json"])
def test_bodies_beyond_every_measure_are_refused(site: Site, sent: str) -> None:
    client, path = site.client("planner"), f"/missions/{site.mission.key}/studies/start"
    if sent == "fields":
        many = {f"f{number}": "x" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
        answer = client.post(path, many)
    elif sent == "length":
        answer = client.post(path, {"seed": "1" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    else:
        body = '{"seed": 1, "futures": 10, "x": "' + "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + '"}'
        answer = Client().post(
            f"/api/v1/missions/{site.mission.key}/studies",
            body,
            content_type="application/json",
            headers=site.token("planner"),
        )
    assert answer.status_code in (400, 413)
    assert 2 == site.mission.studies.count()


def test_the_server_itself_refuses_what_is_larger_than_any_upload() -> None:
    assert settings.UPLOAD_AT_MOST < BODY_AT_MOST <= 2 * settings.UPLOAD_AT_MOST


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/study.json", "/etc/passwd"]
)
def test_no_address_leads_out_of_what_it_names(site: Site, name: str) -> None:
    client = site.client("planner")
    for path in (f"/missions/{site.mission.key}/studies/1/files/{name}", f"/static/{name}"):
        answer = client.get(path)
        assert 404 == answer.status_code, path
        assert b"root:" not in answer.content


@pytest.mark.parametrize("name", ["../../x.zip", "x\r\nSet-Cookie: a=b.zip", "<script>.zip", '"; x=".zip'])
def test_the_name_of_an_upload_is_a_name_and_no_path_header_or_code(site: Site, name: str) -> None:
    change = Change(replace(site.taken, title="x"), site.people["planner"], "x", b"as it came", name)
    save_revision(site.mission, change, base=1, now=NOW)
    answer = site.client("planner").get(f"/missions/{site.mission.key}/revisions/2/original")
    assert (200, b"as it came") == (answer.status_code, answer.content)
    assert not answer.cookies
    assert answer["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer["Content-Disposition"]


def test_an_upload_is_kept_under_no_name_of_its_own(site: Site) -> None:
    upload = SimpleUploadedFile("../../../tmp/cadre-evil.zip", packed(dict(FILES)))
    sent = {"upload": upload, "base": "1", "comment": "x"}
    answer = site.client("planner").post(f"/missions/{site.mission.key}/change", sent)
    assert answer.status_code in (200, 302)
    assert not Path("/tmp/cadre-evil.zip").exists()
    assert "cadre-evil.zip" == site.mission.revisions.get(number=2).original_name
