"""What says reasons to people at a terminal: options go by their titles, figures are rounded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cadre.mission import Mission
from cadre.plans import Screened
from cadre.reasons import Reason
from cadre.words import Catalogue, Formats
from cadre.words.reasons import Plainly, in_words, quoted, with_text


@dataclass(frozen=True)
class Says:
    """Says reasons about a mission in a language, as text and beside their data."""

    formats: Formats
    shows: Plainly

    @classmethod
    def of(cls, mission: Mission, screened: Iterable[Screened], words: Catalogue) -> Says:
        """Return what says reasons in which options go by their titles."""
        formats = Formats(words, mission.mission.currency)
        titles = {option.option: option.title for option in screened}
        return cls(formats, Plainly(formats, mission, quoted(titles, formats)))

    def text(self, reason: Reason) -> str:
        """Return a reason as a sentence."""
        return in_words(reason, self.formats, self.shows)

    def data(self, reason: Reason) -> dict[str, Any]:
        """Return a reason as data, with what it says as text."""
        return with_text(reason, self.formats, self.shows)
