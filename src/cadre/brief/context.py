"""What every part of the brief is handed: the study as read, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cadre.brief.changes import Since
from cadre.brief.content import Piece, Words, joined, piece_of
from cadre.brief.number import Cited, Numbers
from cadre.brief.register.reasoned import Reasoned, cite_reason
from cadre.brief.view import OptionView, StudyView
from cadre.words import Counted, Formats


@dataclass(frozen=True)
class Context:
    """A study with its numbers registered.

    `sets` are the sets of mission paths that inputs of numbers name, `reasons` the reasons whose
    figures are registered. `since` is what changed since an older brief, where there is one.
    """

    view: StudyView
    numbers: Numbers
    sets: dict[str, tuple[str, ...]]
    reasons: dict[str, Reasoned]
    since: Since | None = None

    @property
    def formats(self) -> Formats:
        """How numbers and days are written."""
        return self.view.formats

    def numbered(self, first: Iterable[str]) -> Context:
        """Return the same context with some numbers first, in that order: references count them so."""
        return replace(self, numbers=self.numbers.in_order(first))

    @property
    def draft(self) -> str:
        """What every page of a draft says; empty where the brief is none."""
        study = self.view.study
        futures = self.formats.number(study.replications, "number")
        return self.word("document.draft", futures=futures) if study.draft else ""

    def say(self, name: str, /, **values: object) -> Words:
        """Return a message of the catalogue with numbers, references and texts put into it."""
        return tuple(piece_of(piece) for piece in self.view.words.pieces(name, **values))

    def word(self, name: str, /, **values: object) -> str:
        """Return a message of the catalogue as plain text, for titles and headings."""
        return self.view.words.text(name, **values)

    def chain(self, parts: list[Words]) -> Words:
        """Join texts with the comma of the language."""
        return joined(parts, self.word("common.comma"))

    def listed(self, parts: list[Words]) -> Words:
        """Join texts that hold commas themselves."""
        return joined(parts, self.word("common.semicolon"))

    def said(self, key: str, *, at_home: bool = False) -> Words:
        """Return a reason in words with its figures cited."""
        return cite_reason(self.reasons[key], self.view, self.numbers, at_home=at_home)

    def quiet(self, shown: OptionView, name: str) -> Cited:
        """Show a number of an option at its home without printing its reference."""
        return self.numbers.quiet(f"option.{shown.id}.{name}")

    def value(self, shown: OptionView, name: str) -> Cited:
        """Cite a number of an option."""
        return self.numbers.value(f"option.{shown.id}.{name}")

    def counted(self, key: str) -> Counted:
        """Cite a number by which a message chooses its plural."""
        number = self.numbers[key]
        return Counted(self.formats.rounded(number.value, number.unit), self.numbers.value(key))

    def home(self, shown: OptionView, name: str) -> Cited:
        """Show a number of an option where references to it lead."""
        return self.numbers.home(f"option.{shown.id}.{name}")

    def with_range(self, shown: OptionView, name: str) -> Cited:
        """Cite a number of an option with its 80 % range."""
        return self.numbers.with_range(f"option.{shown.id}.{name}")

    def stacked(self, shown: OptionView, name: str) -> tuple[Piece, ...]:
        """Cite a number of an option with its range below, for a cell."""
        return self.numbers.stacked(f"option.{shown.id}.{name}")

    def small(self, shown: OptionView, name: str, words: str = "{}") -> Cited:
        """Cite a number of an option in small type, inside words."""
        return self.numbers.small(f"option.{shown.id}.{name}", words)
