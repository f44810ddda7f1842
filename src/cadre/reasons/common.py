"""What reasons of every stage are put together by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import Joined, Reason


@dataclass(frozen=True, slots=True)
class Together(Reason):
    """Several reasons that hold at once."""

    reasons: Annotated[tuple[Reason, ...], Joined("each")]


def together(reasons: tuple[Reason, ...]) -> Reason | None:
    """Return several reasons as one; None where there is none."""
    return reasons[0] if len(reasons) == 1 else Together(reasons) if reasons else None
