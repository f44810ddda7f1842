"""What every part of the brief is handed: the study as read, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.brief.content import Piece
from cadre.brief.numbers import Cited, Numbers
from cadre.brief.reading import Reading, Shown


@dataclass(frozen=True)
class Context:
    """A study with its numbers registered.

    `sets` are the sets of mission paths that inputs of numbers name.
    """

    reading: Reading
    numbers: Numbers
    sets: dict[str, tuple[str, ...]]

    def value(self, shown: Shown, name: str) -> Cited:
        """Cite a number of an option."""
        return self.numbers.value(f"option.{shown.id}.{name}")

    def home(self, shown: Shown, name: str) -> Cited:
        """Show a number of an option where references to it lead."""
        return self.numbers.home(f"option.{shown.id}.{name}")

    def with_range(self, shown: Shown, name: str) -> Cited:
        """Cite a number of an option with its 80 % range."""
        return self.numbers.with_range(f"option.{shown.id}.{name}")

    def stacked(self, shown: Shown, name: str) -> tuple[Piece, ...]:
        """Cite a number of an option with its range below, for a cell."""
        return self.numbers.stacked(f"option.{shown.id}.{name}")

    def small(self, shown: Shown, name: str, words: str = "{}") -> Cited:
        """Cite a number of an option in small type, inside words."""
        return self.numbers.small(f"option.{shown.id}.{name}", words)
