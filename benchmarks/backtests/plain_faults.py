"""Faults of the backtests' own files: written in English, since only who works on Cadre reads them."""

from __future__ import annotations

from cadre.errors import Fault, Place
from cadre.messages import Message, as_written


def plain(where: Place, found: str, allowed: str, cure: Message | str = "") -> Fault:
    """Return a fault in words that stay as they are written here."""
    told = cure if isinstance(cure, Message) else as_written(cure)
    return Fault(where, as_written(found), as_written(allowed), told)
