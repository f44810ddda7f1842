"""Packing: the files of a revision as one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Day of every file in an archive: the same revision is the same bytes."""


def archive(files: Mapping[str, str]) -> bytes:
    """Return files as a zip file, the same bytes for the same files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, EPOCH), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
