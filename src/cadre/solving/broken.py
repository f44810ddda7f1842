"""Rules that a plan of a bare problem breaks (numbers for posts, offers, activities): a name, and where.

No reader of a brief or of a command sees them: benchmarks and tests do.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is broken, by its name, and where: numbers and ids by what they are."""

    rule: str
    at: tuple[tuple[str, int | str], ...]

    def __str__(self) -> str:
        """Write the rule and where it is broken in one line."""
        return f"{self.rule}({','.join(f'{name}={value}' for name, value in self.at)})"


def broken(rule: str, /, **at: int | str) -> Broken:
    """Return a broken rule."""
    return Broken(rule, tuple(at.items()))
