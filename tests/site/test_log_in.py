"""Log-in, sessions, links that work once, throttling, forms from elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cadre.site.accounts import links, throttling
from cadre.site.accounts.models import OneTimeLink, User
from tests.site.made import PASSWORD, Site

LOG_IN = "/log-in"


def with_password(site: Site, name: str = "reader") -> User:
    user = site.people[name]
    user.set_password(PASSWORD)
    user.save()
    return user


def test_nobody_has_a_password_until_they_set_one(site: Site) -> None:
    assert {False} == {user.has_usable_password() for user in User.objects.all()}


def test_a_person_logs_in_whatever_the_capitals_of_their_name_and_gets_a_new_session(site: Site) -> None:
    with_password(site)
    client = Client()
    client.post("/language", {"language": "fr"})
    before = client.session.session_key
    response = client.post(LOG_IN, {"name": "Reader", "password": PASSWORD, "next": "/account"})
    assert (302, "/account") == (response.status_code, response["Location"])
    assert client.session.session_key not in (None, before)


@pytest.mark.parametrize("after", ["https://elsewhere.test/", "//elsewhere.test", "javascript:alert(1)", ""])
def test_log_in_leads_nowhere_else(site: Site, after: str) -> None:
    with_password(site)
    response = Client().post(LOG_IN, {"name": "reader", "password": PASSWORD, "next": after})
    assert (302, "/") == (response.status_code, response["Location"])


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(site: Site) -> None:
    with_password(site)
    answers = {
        Client().post(LOG_IN, {"name": name, "password": "no"}).status_code for name in ("reader", "x")
    }
    assert {400} == answers


def test_after_ten_failures_not_even_the_right_password_is_tried_until_the_window_is_over(site: Site) -> None:
    user, now = with_password(site), timezone.now()
    for _ in range(throttling.BY_NAME):
        throttling.failed("reader", "203.0.113.9", now)
    right = {"name": user.name, "password": PASSWORD}
    assert 429 == Client().post(LOG_IN, right).status_code
    assert not throttling.too_many("reader", "127.0.0.1", now + throttling.WINDOW + dt.timedelta(seconds=1))


def test_failures_from_one_address_stop_it_for_every_name(site: Site) -> None:
    now = timezone.now()
    for number in range(throttling.BY_ADDRESS):
        throttling.failed(f"name-{number}", "203.0.113.9", now)
    assert throttling.too_many("reader", "203.0.113.9", now)
    assert not throttling.too_many("reader", "203.0.113.10", now)


def test_a_link_sets_a_password_once_and_logs_in(site: Site) -> None:
    user = site.people["reader"]
    path = reverse("link", kwargs={"secret": links.new_link(user, timezone.now())})
    client = Client()
    assert 400 == client.post(path, {"password": "short", "again": "short"}).status_code
    assert "/" == client.post(path, {"password": PASSWORD, "again": PASSWORD})["Location"]
    assert 200 == client.get("/account").status_code
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert 404 == Client().get(path).status_code
    assert 404 == Client().post(path, {"password": PASSWORD, "again": PASSWORD}).status_code


def test_a_link_ends_after_a_day_with_the_next_one_and_with_the_account(site: Site) -> None:
    user, now = site.people["reader"], timezone.now()
    secret = links.new_link(user, now)
    assert user == links.holder(secret, now + links.VALID - dt.timedelta(seconds=1))
    assert links.holder(secret, now + links.VALID) is None
    second = links.new_link(user, now)
    assert links.holder(secret, now) is None
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert links.holder(second, now) is None


def test_the_secret_of_a_link_is_kept_nowhere(site: Site) -> None:
    secret = links.new_link(site.people["reader"], timezone.now())
    assert secret not in str(list(OneTimeLink.objects.values()))


def test_a_new_password_ends_other_sessions_and_keeps_this_one(site: Site) -> None:
    with_password(site)
    here, there = Client(), Client()
    for client in (here, there):
        client.post(LOG_IN, {"name": "reader", "password": PASSWORD})
    other = "quite another long one"
    assert 400 == here.post("/account", {"old": "no", "password": other, "again": other}).status_code
    assert 200 == here.post("/account", {"old": PASSWORD, "password": other, "again": other}).status_code
    assert 200 == here.get("/account").status_code
    assert 302 == there.get("/account").status_code


def test_a_closed_account_is_out_at_once(site: Site) -> None:
    client = site.client("reader")
    assert 200 == client.get("/missions").status_code
    User.objects.filter(name="reader").update(is_active=False)
    assert 302 == client.get("/missions").status_code


def test_a_form_from_elsewhere_is_refused(site: Site) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(site.people["planner"])
    response = client.post(f"/missions/{site.mission.key}/studies/start", {"seed": "1", "futures": "10"})
    assert 403 == response.status_code
    assert 2 == site.mission.studies.count()


def test_cookies_are_for_us_alone(site: Site) -> None:
    with_password(site)
    response = Client().post(LOG_IN, {"name": "reader", "password": PASSWORD})
    session = response.cookies["cadre-session"]
    assert (True, "Lax", 8 * 3600) == (session["httponly"], session["samesite"], session["max-age"])
