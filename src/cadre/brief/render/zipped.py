"""Office files without a clock: the entries of a zip archive written anew with one fixed time.

Takes the bytes that an office library made, gives the same entries in the same order with the earliest day
that a zip archive can hold, so that the same study is the same file.
"""

from __future__ import annotations

import io
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""First day of the format (APPNOTE 4.4.6)."""
_LEVEL = 6
PROPERTY_AT_MOST = 255
"""Characters of a property of an office file; the libraries refuse more."""


def shortened(text: str) -> str:
    """Return a text that a property can hold."""
    return text if len(text) <= PROPERTY_AT_MOST else f"{text[: PROPERTY_AT_MOST - 1]}…"


def without_clock(data: bytes) -> bytes:
    """Write a zip archive anew with fixed times and attributes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, EARLIEST)
            fixed.create_system, fixed.external_attr = 0, 0
            new.writestr(fixed, old.read(entry), zipfile.ZIP_DEFLATED, _LEVEL)
    return target.getvalue()
