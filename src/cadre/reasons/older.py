"""What files of older versions say, which held sentences."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.reasons.base import Reason, Written


@dataclass(frozen=True, slots=True)
class AsWritten(Reason):
    """A sentence as an older file has it; empty where it gave no reason."""

    words: Written
