"""The addresses of the site: each with what its caller needs (`guarding.page`)."""

from __future__ import annotations

from cadre.site.api import token_views
from cadre.site.api.routes import PATTERNS
from cadre.site.guarding import Needs, page
from cadre.site.pages import (
    account_views,
    mission_views,
    offer_views,
    part_views,
    reply_views,
    requirement_views,
    revision_views,
    role_views,
    start_views,
    study_views,
)
from cadre.site.rights import Right

BOTH, POST = ("GET", "POST"), ("POST",)
_M, _R, _S = "missions/<str:key>/", "missions/<str:key>/revisions/", "missions/<str:key>/studies/"

urlpatterns = [
    page("", start_views.start, name="start", needs=Needs.PERSON),
    page("language", start_views.choose_language, name="language", needs=Needs.NOTHING, methods=POST),
    page("log-in", account_views.log_in, name="log-in", needs=Needs.NOTHING, methods=BOTH),
    page("log-out", account_views.log_out, name="log-out", needs=Needs.PERSON, methods=POST),
    page("link/<str:secret>", account_views.one_time_link, name="link", needs=Needs.NOTHING, methods=BOTH),
    page("account", account_views.account, name="account", needs=Needs.PERSON, methods=BOTH),
    page("account/tokens", token_views.listed, name="tokens", needs=Needs.PERSON, methods=BOTH),
    page(
        "account/tokens/<int:number>/revoke",
        token_views.revoked,
        name="revoke-token",
        needs=Needs.PERSON,
        methods=POST,
    ),
    page("people", account_views.people, name="people", needs=Needs.MANAGER, methods=BOTH),
    page(
        "people/<int:number>/link", account_views.new_link, name="new-link", needs=Needs.MANAGER, methods=POST
    ),
    page(
        "people/<int:number>/switch", account_views.switch, name="switch", needs=Needs.MANAGER, methods=POST
    ),
    page("missions", mission_views.listed, name="missions", needs=Needs.PERSON),
    page("missions/begin", mission_views.begin, name="begin", needs=Needs.BEGINNER, methods=BOTH),
    page(_M, mission_views.shown, name="mission", needs=Right.SEE),
    page(f"{_M}change", mission_views.change, name="change", needs=Right.WRITE, methods=BOTH),
    page(f"{_M}parts", part_views.parts, name="parts", needs=Right.WRITE),
    page(f"{_M}parts/<str:part>", part_views.part, name="part", needs=Right.WRITE, methods=BOTH),
    page(f"{_M}requirement", requirement_views.requirement, name="requirement", needs=Right.SEE),
    page(f"{_M}offers", offer_views.offers, name="offers", needs=Right.OFFER, methods=BOTH),
    page(f"{_M}reply", reply_views.reply, name="reply", needs=Right.OFFER, methods=BOTH),
    page(f"{_M}offers/<str:offer>", offer_views.offer, name="offer", needs=Right.OFFER),
    page(_R, revision_views.revisions, name="revisions", needs=Right.READ_ALL),
    page(f"{_R}<int:number>", revision_views.revision, name="revision", needs=Right.READ_ALL),
    page(f"{_R}<int:number>/folder.zip", revision_views.folder, name="folder", needs=Right.READ_ALL),
    page(f"{_R}<int:number>/workbook.xlsx", revision_views.workbook, name="workbook", needs=Right.READ_ALL),
    page(f"{_R}<int:number>/original", revision_views.original, name="original", needs=Right.READ_ALL),
    page(f"{_M}people", role_views.people, name="mission-people", needs=Right.APPOINT, methods=BOTH),
    page(
        f"{_M}people/<int:number>/dismiss",
        role_views.dismissed,
        name="dismiss",
        needs=Right.APPOINT,
        methods=POST,
    ),
    page(f"{_M}audit", role_views.audit, name="audit", needs=Right.AUDIT),
    page(_S, study_views.listed, name="studies", needs=Right.SEE),
    page(f"{_S}start", study_views.start, name="start-study", needs=Right.RUN, methods=POST),
    page(f"{_S}<int:number>", study_views.shown, name="study", needs=Right.SEE),
    page(f"{_S}<int:number>/progress", study_views.progress, name="progress", needs=Right.SEE),
    page(f"{_S}<int:number>/files/<str:name>", study_views.file, name="study-file", needs=Right.SEE),
    page(f"{_S}<int:number>/cancel", study_views.cancel, name="cancel", needs=Right.RUN, methods=POST),
    page(f"{_S}<int:number>/resume", study_views.resume, name="resume", needs=Right.RUN, methods=POST),
    page(f"{_S}<int:number>/release", study_views.release, name="release", needs=Right.RUN, methods=POST),
    *PATTERNS,
]
handler404 = "cadre.site.pages.start_views.not_found"
handler500 = "cadre.site.pages.start_views.broken"
