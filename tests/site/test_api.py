"""The API: what programs do by token, tables as JSON and CSV, and what a session may not."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from cadre.site.accounts import tokens
from cadre.site.accounts.models import Token, User
from cadre.site.api import mission_operations
from cadre.site.api.routes import described
from cadre.site.audit.chain import check
from cadre.site.audit.models import AuditEntry
from cadre.site.intake import Taken
from tests.site.made import NOW, OTHER, SECRETS, Site

DAY = dt.timedelta(days=1)


def ask(site: Site, who: str, method: str, path: str, body: object = None) -> Any:
    sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    call = getattr(Client(), method.lower())
    return call(f"/api/v1/{path}", headers=site.token(who), **sent)


def table(response: HttpResponse) -> list[dict[str, str]]:
    assert "text/csv" in response["Content-Type"]
    assert "attachment" in response["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_a_token_is_shown_once_kept_as_a_digest_and_audited(site: Site) -> None:
    client = site.client("reader")
    page = client.post("/account/tokens", {"title": "script", "days": "30"}).content.decode()
    text = page.partition("<code>cadre_")[2].partition("<")[0]
    assert len(text) > 40
    assert text not in client.get("/account/tokens").content.decode()
    assert text not in str(list(Token.objects.values()))
    assert "made-token" == AuditEntry.objects.latest("number").did
    assert text not in str(list(AuditEntry.objects.values()))
    answer = Client().get("/api/v1/me", headers={"Authorization": f"Bearer cadre_{text}"})
    assert "reader" == answer.json()["name"]


def test_a_token_works_until_its_day_until_revoked_and_while_its_person_is_in(site: Site) -> None:
    user = site.people["reader"]
    text = tokens.new_token(user, "x", days=1, reads_only=True, now=NOW)
    assert tokens.holder(text, NOW + DAY - dt.timedelta(seconds=1)) is not None
    assert tokens.holder(text, NOW + DAY) is None
    token = Token.objects.get()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert tokens.holder(text, NOW) is None
    User.objects.filter(pk=user.pk).update(is_active=True)
    assert tokens.revoke(token, by=user, now=NOW)
    assert not tokens.revoke(token, by=user, now=NOW)
    assert tokens.holder(text, NOW) is None
    assert ["revoked-token", "made-token"] == [one.did for one in AuditEntry.objects.order_by("-number")[:2]]


def test_a_person_has_so_many_tokens_and_revokes_none_of_others(site: Site) -> None:
    user = site.people["reader"]
    now = timezone.now()
    for _ in range(tokens.AT_MOST):
        tokens.new_token(user, "x", days=1, reads_only=True, now=now)
    assert 400 == site.client("reader").post("/account/tokens", {"title": "x", "days": "7"}).status_code
    number = Token.objects.latest("pk").pk
    assert 404 == site.client("planner").post(f"/account/tokens/{number}/revoke").status_code
    assert Token.objects.get(pk=number).revoked_at is None
    assert 302 == site.client("reader").post(f"/account/tokens/{number}/revoke").status_code
    assert Token.objects.get(pk=number).revoked_at is not None


@pytest.mark.parametrize("sent", [{"title": "", "days": "7"}, {"title": "x", "days": "400"}, {"title": "x"}])
def test_a_token_needs_a_title_and_days(site: Site, sent: dict[str, str]) -> None:
    assert 400 == site.client("reader").post("/account/tokens", sent).status_code
    assert not Token.objects.exists()


@pytest.mark.parametrize(
    "header", ["Bearer cadre_x", "Bearer ", "Basic cmVhZGVyOng=", "cadre", "Bearer \u00e9"]
)
def test_a_wrong_token_is_nobody_even_beside_a_session(site: Site, header: str) -> None:
    answer = site.client("planner").get("/api/v1/me", headers={"Authorization": header})
    assert (401, "application/json") == (answer.status_code, answer["Content-Type"])
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_session_reads_and_does_not_write(site: Site) -> None:
    client = site.client("planner")
    path = f"/api/v1/missions/{site.mission.key}/studies"
    assert 2 == len(client.get(path).json())
    body = {"seed": 1, "futures": 10}
    assert 401 == client.post(path, json.dumps(body), content_type="application/json").status_code
    assert 2 == site.mission.studies.count()


def test_a_token_that_only_reads_does_not_write(site: Site) -> None:
    text = tokens.new_token(site.people["planner"], "x", days=1, reads_only=True, now=timezone.now())
    headers = {"Authorization": f"Bearer {text}"}
    path = f"/api/v1/missions/{site.mission.key}/studies"
    assert 200 == Client().get(path, headers=headers).status_code
    assert 200 == Client().head(path, headers=headers).status_code
    body = {"seed": 1, "futures": 10}
    answer = Client().post(path, json.dumps(body), content_type="application/json", headers=headers)
    assert (403, 2) == (answer.status_code, site.mission.studies.count())


def test_every_refusal_is_data(site: Site) -> None:
    key = site.mission.key
    asked = [("GET", "nowhere"), ("PUT", f"missions/{key}"), ("GET", f"missions/{key}/studies/99")]
    answers = [ask(site, "planner", method, path) for method, path in asked]
    assert [404, 405, 404] == [one.status_code for one in answers]
    assert {True} == {"detail" in one.json() for one in answers}


def test_a_study_is_asked_for_followed_stopped_and_gone_on_with(site: Site) -> None:
    base = f"missions/{site.mission.key}/studies"
    made = ask(site, "planner", "POST", base, {"seed": 7, "futures": 20, "draft": True, "language": "ar"})
    assert (201, 3, "queued") == (made.status_code, made.json()["number"], made.json()["state"])
    assert 422 == ask(site, "planner", "POST", base, {"seed": -1, "futures": 20}).status_code
    assert "cancelled" == ask(site, "planner", "POST", f"{base}/3/cancel").json()["state"]
    assert 409 == ask(site, "planner", "POST", f"{base}/3/cancel").status_code
    assert "queued" == ask(site, "planner", "POST", f"{base}/3/resume").json()["state"]
    assert [3, 2, 1] == [one["number"] for one in ask(site, "planner", "GET", base).json()]
    assert [1] == [one["number"] for one in ask(site, "reader", "GET", base).json()]
    assert [] == ask(site, "host", "GET", base).json()


def test_results_files_and_release(site: Site) -> None:
    base = f"missions/{site.mission.key}/studies/1"
    assert {} == ask(site, "reader", "GET", f"{base}/results").json()
    assert ["brief.html", "study.json"] == [
        one["name"] for one in ask(site, "reader", "GET", f"{base}/files").json()
    ]
    page = ask(site, "reader", "GET", f"{base}/files/brief.html")
    assert (b"<!DOCTYPE html><title>x</title>", True) == (
        page.content,
        "sandbox" in page["Content-Security-Policy"],
    )
    assert ["commander", "host", "reader"] == ask(
        site, "planner", "POST", f"{base}/release", {"role": "host"}
    ).json()
    assert 200 == ask(site, "host", "GET", f"{base}/results").status_code
    assert 409 == ask(site, "planner", "POST", f"{base}/release", {"role": "planner"}).status_code
    assert 404 == ask(site, "planner", "GET", f"missions/{site.mission.key}/studies/2/results").status_code


def test_a_mission_is_begun_saved_again_and_who_was_overtaken_is_told(
    site: Site, taken: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mission_operations, "from_upload", lambda *_: taken)
    headers = site.token("beginner")

    def send(path: str, **fields: object) -> Any:
        upload = SimpleUploadedFile("school.zip", b"as it came")
        return Client().post(f"/api/v1/{path}", {"upload": upload} | fields, headers=headers)

    key = send("missions", comment="begun").json()["mission"]
    saved = send(f"missions/{key}/revisions", base=1, comment="again")
    assert (201, 2) == (saved.status_code, saved.json()["number"])
    again = send(f"missions/{key}/revisions", base=1)
    assert 409 == again.status_code, again.content
    assert 422 == send(f"missions/{key}/revisions").status_code
    listed = ask(site, "beginner", "GET", f"missions/{key}/revisions").json()
    assert [(2, "again"), (1, "begun")] == [(one["number"], one["comment"]) for one in listed]
    whole = ask(site, "beginner", "GET", f"missions/{key}/revisions/2").json()
    assert "School" == whole["document"]["mission"]["title"]
    folder = ask(site, "beginner", "GET", f"missions/{key}/revisions/2/folder.zip")
    assert dict(taken.files) == {
        name: zipfile.ZipFile(io.BytesIO(folder.content)).read(name).decode() for name in taken.files
    }


def test_faults_of_a_file_are_told(site: Site) -> None:
    upload = SimpleUploadedFile("school.doc", b"x")
    sent = {"upload": upload, "base": 1}
    path = f"/api/v1/missions/{site.mission.key}/revisions"
    answer = Client().post(path, sent, headers=site.token("planner"))
    assert (400, True) == (answer.status_code, "school.doc" in answer.json()["detail"])


def test_roles_are_given_and_taken_and_the_last_administrator_stays(site: Site) -> None:
    base = f"missions/{site.mission.key}/people"
    given = {"name": "Stranger", "role": "nation", "nation": OTHER}
    made = ask(site, "administrator", "POST", base, given)
    assert (201, OTHER) == (made.status_code, made.json()["nation"])
    assert ["other-team"] == [
        one["id"] for one in ask(site, "stranger", "GET", f"missions/{site.mission.key}/offers").json()
    ]
    assert 204 == ask(site, "administrator", "DELETE", f"{base}/{made.json()['number']}").status_code
    assert 404 == ask(site, "stranger", "GET", f"missions/{site.mission.key}").status_code
    assert 400 == ask(site, "administrator", "POST", base, given | {"nation": "x"}).status_code
    assert 400 == ask(site, "administrator", "POST", base, given | {"name": "x"}).status_code
    own = next(
        one for one in ask(site, "administrator", "GET", base).json() if one["role"] == "administrator"
    )
    assert 409 == ask(site, "administrator", "DELETE", f"{base}/{own['number']}").status_code
    assert check().broken_at is None


@pytest.mark.parametrize("who", ["nation", "host", "administrator", "commander", "reporter", "reader"])
def test_no_answer_tells_of_offers_and_positions_of_others(site: Site, who: str) -> None:
    told = "".join(
        ask(site, who, "GET", f"missions/{site.mission.key}{part}{ending}").content.decode()
        for part in ("", "/decisions", "/wanted", "/offers", "/revisions", "/revisions/1", "/studies")
        for ending in (("", ".csv") if part else ("",))
    )
    assert "School" in told
    assert {False} == {secret in told for secret in (*SECRETS, OTHER, "Suderland")}
    assert ("own-team" in told) == (who == "nation")


def test_every_table_is_the_same_as_csv_and_as_json(site: Site) -> None:
    base = f"missions/{site.mission.key}"
    asked = [
        *((who, f"{base}/{name}") for who, name in (("administrator", "audit"), ("administrator", "people"))),
        *(
            ("planner", f"{base}/{name}")
            for name in ("wanted", "offers", "revisions", "studies", "studies/1/files")
        ),
        ("planner", f"{base}/revisions/1/tables/offers"),
        ("planner", f"{base}/revisions/1/tables/positions"),
        ("manager", "people"),
    ]
    for who, path in asked:
        rows, cells = ask(site, who, "GET", path).json(), table(ask(site, who, "GET", f"{path}.csv"))
        assert rows, path
        assert len(rows) == len(cells), path
        for row, cell in zip(rows, cells, strict=True):
            assert list(row) == list(cell), path
            texts = {name: value for name, value in row.items() if isinstance(value, str) and name != "value"}
            assert texts == {name: cell[name] for name in texts}, path


def test_a_formula_that_somebody_wrote_is_harmless_in_every_csv_file(site: Site) -> None:
    formula = '=HYPERLINK("http://elsewhere.test","read me")'
    User.objects.filter(name="reader").update(title=formula)
    cells = table(ask(site, "administrator", "GET", f"missions/{site.mission.key}/people.csv"))
    assert [f"'{formula}"] == [one["title"] for one in cells if one["name"] == "reader"]
    assert formula in str(ask(site, "manager", "GET", "people").json())


def test_the_audit_log_goes_on_from_a_number(site: Site) -> None:
    path = f"missions/{site.mission.key}/audit"
    numbers = [one["number"] for one in ask(site, "administrator", "GET", path).json()]
    assert sorted(numbers, reverse=True) == numbers
    later = ask(site, "administrator", "GET", f"{path}?before={numbers[2]}").json()
    assert numbers[3:] == [one["number"] for one in later]


def test_the_description_names_every_operation_once_and_says_that_tokens_are_needed(site: Site) -> None:
    told = ask(site, "reader", "GET", "openapi.json").json()
    assert described()["paths"].keys() == told["paths"].keys()
    every = [one for ways in told["paths"].values() for one in ways.values()]
    assert len({one["operationId"] for one in every}) == len(every) > 30
    assert [] == [one["operationId"] for one in every if not one.get("security") or not one["summary"]]
