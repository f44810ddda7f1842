"""The routes of the API and its description: what has registered an operation, for the table of addresses."""

from __future__ import annotations

from typing import Any

from cadre.site.api import mission_operations, people_operations, study_operations
from cadre.site.api.operations import API, ROOT, ApiRequest, operation, routes
from cadre.site.guarding import Needs

REGISTERED = (mission_operations, people_operations, study_operations)
"""They register their operations when they are loaded."""


@operation("GET", "openapi.json", needs=Needs.PERSON, response=dict[str, Any])
def description(request: ApiRequest) -> dict[str, Any]:
    """Describe every operation, as OpenAPI 3.1."""
    return described()


def described() -> dict[str, Any]:
    """Return the description of the API (OpenAPI 3.1)."""
    return API.get_openapi_schema(path_prefix=ROOT)


PATTERNS = routes()
