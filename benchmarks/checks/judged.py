"""What a checker of plan files says."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Judged:
    """A plan as read from its file: what it is worth, which rules it breaks, and further counts by name."""

    objective: float
    violations: list[str]
    counts: dict[str, int] = field(default_factory=dict)
