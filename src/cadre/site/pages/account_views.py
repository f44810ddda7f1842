"""Log-in, links that work once, one's own account, and people for whoever manages accounts."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from cadre.site.accounts import links, throttling
from cadre.site.accounts.models import User
from cadre.site.accounts.passwords import wrong_with
from cadre.site.audit.chain import record
from cadre.site.pages.requests import SiteRequest, address_of, known

NAME_AT_MOST, TITLE_AT_MOST = 60, 120


def log_in(request: HttpRequest) -> HttpResponse:
    """Log somebody in; what was wrong is the same answer, whether there is such a name or not."""
    if request.method != "POST":
        return render(request, "log_in.html", {"failed": "", "next": request.GET.get("next", "")})
    name, now = request.POST.get("name", "")[:NAME_AT_MOST], timezone.now()
    after, address = request.POST.get("next", ""), address_of(request)
    if throttling.too_many(name, address, now):
        return render(request, "log_in.html", {"failed": "site.too-many-log-ins", "next": after}, status=429)
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if not isinstance(user, User):
        throttling.failed(name, address, now)
        return render(request, "log_in.html", {"failed": "site.log-in-failed", "next": after}, status=400)
    throttling.forget(name)
    login(request, user)
    record(by=user.name, did="logged-in", at=now)
    inside = after.startswith("/") and url_has_allowed_host_and_scheme(after, allowed_hosts=None)
    return redirect(after if inside else "start")


def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("log-in")


def one_time_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Let whoever holds a link set the password of its person, once."""
    now = timezone.now()
    user = links.holder(secret, now)
    if user is None:
        raise Http404
    if request.method != "POST":
        return render(request, "link.html", {"user_name": user.name, "wrong": ()})
    password = request.POST.get("password", "")
    wrong = wrong_with(password, request.POST.get("again", ""), user)
    if wrong:
        return render(request, "link.html", {"user_name": user.name, "wrong": wrong}, status=400)
    with transaction.atomic():
        if not links.use(secret, now):
            raise Http404
        user.set_password(password)
        user.save(update_fields=["password"])
        record(by=user.name, did="set-password", at=now)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("start")


def account(request: SiteRequest) -> HttpResponse:
    """Show one's own account, or change the password."""
    if request.method != "POST":
        return render(request, "account.html", {"wrong": (), "done": False})
    user, password = request.user, request.POST.get("password", "")
    wrong = wrong_with(password, request.POST.get("again", ""), user)
    if not user.check_password(request.POST.get("old", "")):
        wrong = ("site.old-password-wrong", *wrong)
    if wrong:
        return render(request, "account.html", {"wrong": wrong, "done": False}, status=400)
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        record(by=user.name, did="set-password", at=timezone.now())
    update_session_auth_hash(request, user)
    return render(request, "account.html", {"wrong": (), "done": True})


def people(request: SiteRequest) -> HttpResponse:
    """Show everybody, or add a person and show the link for them, once."""
    if request.method != "POST":
        return _people(request)
    name, title = request.POST.get("name", "").strip().lower(), request.POST.get("title", "").strip()
    if not (
        name.isascii() and name.replace("-", "").replace(".", "").isalnum() and len(name) <= NAME_AT_MOST
    ):
        return _people(request, wrong="site.name-not-allowed")
    if not 0 < len(title) <= TITLE_AT_MOST:
        return _people(request, wrong="site.title-missing")
    begins = request.POST.get("begins") == "yes"
    language = known(request.POST.get("language", "")) or request.words.language
    try:
        with transaction.atomic():
            user = User.objects.create_person(name, title=title, language=language, begins_missions=begins)
            record(by=request.user.name, did="added-person", at=timezone.now(), about=name)
    except IntegrityError:
        return _people(request, wrong="site.name-taken")
    return _people(request, link=_link(request, user), about=user)


def new_link(request: SiteRequest, number: int) -> HttpResponse:
    """Make a new link for a person, which ends those before."""
    user = get_object_or_404(User, pk=number, is_active=True)
    record(by=request.user.name, did="made-link", at=timezone.now(), about=user.name)
    return _people(request, link=_link(request, user), about=user)


def switch(request: SiteRequest, number: int) -> HttpResponse:
    """Close the account of a person, or open it again; nobody closes their own."""
    user = get_object_or_404(User.objects.exclude(pk=request.user.pk), pk=number)
    with transaction.atomic():
        user.is_active = not user.is_active
        user.save(update_fields=["is_active"])
        did = "opened-account" if user.is_active else "closed-account"
        record(by=request.user.name, did=did, at=timezone.now(), about=user.name)
    return redirect("people")


def _link(request: HttpRequest, user: User) -> str:
    secret = links.new_link(user, timezone.now())
    return request.build_absolute_uri(reverse("link", kwargs={"secret": secret}))


def _people(
    request: SiteRequest, *, wrong: str = "", link: str = "", about: User | None = None
) -> HttpResponse:
    shown = {"people": User.objects.order_by("name"), "wrong": wrong, "link": link, "about": about}
    return render(request, "people.html", shown, status=400 if wrong else 200)
