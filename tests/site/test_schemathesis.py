"""The API under what schemathesis thinks up from its description: no fault of ours, no answer undescribed.

Bounded and the same every time: so many cases an operation, drawn from a seed; half of them of things that
are there, asked by somebody who may everything in the mission.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cadre.site.api.routes import described
from cadre.site.missions.models import Membership
from cadre.site.wsgi import application
from tests.site.made import Site

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
CASES, OF_SLOW = 4, 1
"""Of an operation in each mode; each upload and each workbook starts a process."""
OPERATIONS = [
    (method.upper(), path) for path, ways in described()["paths"].items() for method, one in ways.items()
]


@pytest.fixture
def connected() -> Iterator[None]:
    """Keep the connection whose transaction the test takes back, as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token(site: Site, connected: None) -> dict[str, str]:
    """Return the token of one who may everything."""
    person = site.people["planner"]
    person.manages_accounts = person.begins_missions = True
    person.save()
    Membership.objects.create(mission=site.mission, user=person, role="administrator")
    return site.token("planner")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the client closes no answer
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_operation_has_a_fault_or_answers_what_it_does_not_describe(
    site: Site, token: dict[str, str], method: str, path: str
) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=token)
    slow = path.endswith("workbook.xlsx") or (method == "POST" and path.endswith(("missions", "revisions")))
    most = OF_SLOW if slow else CASES
    held = {"key": site.mission.key, "number": 1, "name": "study.json"}
    there: Any = {"path_parameters": {name: value for name, value in held.items() if f"{{{name}}}" in path}}
    drawn: list[tuple[GenerationMode, Any]] = [
        (GenerationMode.POSITIVE, there),
        (GenerationMode.POSITIVE, {}),
        (GenerationMode.NEGATIVE, there),
    ]
    for mode, parts in drawn:
        _run(schema[path][method].as_strategy(mode, **parts), token, most)


def _run(cases: Any, token: dict[str, str], most: int) -> None:
    @seed(20261201)
    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def run(case: Any) -> None:
        case.validate_response(case.call(headers=token), checks=CHECKS, headers=token)

    run()
