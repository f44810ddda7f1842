"""Why a programme misses a target."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from cadre.reasons.base import Capability, Joined, Reason, Units

Limit = Literal["time", "trainees", "seats", "instructors", "ceiling", "site"]


@dataclass(frozen=True, slots=True)
class LimitBinds(Reason):
    """The limit whose lift gives most; `time` where none gives anything."""

    limit: Limit


@dataclass(frozen=True, slots=True)
class TargetMissed(Reason):
    """A target of which fewer units are reached than wanted, and why: the first reason first."""

    capability: Capability
    day: dt.date
    reached: Units
    wanted: Units
    why: Annotated[tuple[Reason, ...], Joined("each")]
