"""Row security: PostgreSQL itself shows a request nothing of missions in which its person has no role.

The second lock, beside the look-up (`allowing`, `visible_to`): a view that forgot it would find nothing.
Requests run as a role without a log-in, which owns nothing; whose request it is stands in `cadre.user`.
Workers and commands run as the owner. SQLite has no such thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from cadre.site.accounts.models import User
from cadre.site.databases import PAGE_ROLE, PAGE_ROLE_MADE

_OWN = "(SELECT cadre_own_missions())"
_BEGUN = "newest = 0"
"""A mission that is being begun: no other transaction ever sees one so."""
_OF_BEGUN = f"SELECT id FROM missions_sitemission WHERE {_BEGUN}"
_OF_MISSION = f"mission_id IN {_OWN}"
_OF_STUDY = "study_id IN (SELECT id FROM studies_sitestudy)"
POLICIES: Mapping[str, str] = {
    "missions_sitemission": f"id IN {_OWN} OR {_BEGUN}",
    "missions_membership": f"{_OF_MISSION} OR mission_id IN ({_OF_BEGUN})",
    "missions_revision": _OF_MISSION,
    "missions_offerstep": _OF_MISSION,
    "studies_sitestudy": _OF_MISSION,
    "studies_brieffile": _OF_STUDY,
    "studies_release": _OF_STUDY,
}
"""Which rows of a table a request sees, changes and adds."""
READ_ALONE: Mapping[str, str] = {
    "audit_auditentry": "mission IN (SELECT key FROM missions_sitemission)",
}
"""The same for reading; everybody adds to them."""
_MEMBERS = "missions_membership"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION cadre_own_missions() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
SELECT mission_id FROM {_MEMBERS}
WHERE user_id = NULLIF(current_setting('cadre.user', true), '')::bigint
$$
"""
Answer = Callable[[HttpRequest], HttpResponse]


def secure(**_: Any) -> None:
    """Set the policies of every table that there is and what requests may; after each migration."""
    if connection.vendor != "postgresql":
        return
    tables = set(connection.introspection.table_names())
    if _MEMBERS not in tables:
        return  # other tables are made first; this is asked again after those that it speaks of
    with connection.cursor() as cursor:
        cursor.execute(PAGE_ROLE_MADE)
        cursor.execute(_FUNCTION)
        for table, rows in {**POLICIES, **READ_ALONE}.items():
            if table in tables:
                for step in _steps(table, rows):
                    cursor.execute(step)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {PAGE_ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {PAGE_ROLE}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {PAGE_ROLE}")


def _steps(table: str, rows: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS own ON {table}"
    yield f"DROP POLICY IF EXISTS added ON {table}"
    what = "SELECT" if table in READ_ALONE else "ALL"
    yield f"CREATE POLICY own ON {table} FOR {what} TO {PAGE_ROLE} USING ({rows})"
    if table in READ_ALONE:
        yield f"CREATE POLICY added ON {table} FOR INSERT TO {PAGE_ROLE} WITH CHECK (true)"


@contextmanager
def as_person(user: object) -> Iterator[None]:
    """Speak to PostgreSQL, within the block, as a request of somebody; of nobody where it is no person."""
    if connection.vendor != "postgresql":
        yield
        return
    _speak_as(PAGE_ROLE, str(user.pk) if isinstance(user, User) else "")
    try:
        yield
    finally:
        try:
            _speak_as("none", "")
        except DatabaseError:  # broken, or in a transaction that failed: nobody is to find it so
            connection.close()


def of_person(answer: Answer) -> Answer:
    """Answer each request with nothing but rows that its person may know of."""

    def with_rows(request: HttpRequest) -> HttpResponse:
        with as_person(request.user):
            return answer(request)

    return with_rows


def _speak_as(role: str, user: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', %s, false), set_config('cadre.user', %s, false)", [role, user]
        )
