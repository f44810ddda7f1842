"""Downloads: bytes that a browser saves and never shows as a page of ours."""

from __future__ import annotations

import mimetypes

from django.http import HttpResponse
from django.utils.http import content_disposition_header

NEVER_SHOWN = "sandbox; default-src 'none'"


def download(content: bytes, name: str) -> HttpResponse:
    """Return bytes to be saved under a name."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = HttpResponse(content, content_type=kind)
    saved_as = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = saved_as or "attachment"
    response.headers["Content-Security-Policy"] = NEVER_SHOWN
    return response
