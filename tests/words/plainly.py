"""What reasons say to people at a terminal, for tests of the stages that give them."""

from __future__ import annotations

from collections.abc import Mapping

from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.words import Catalogue, Formats, Language
from cadre.words.reasons import Plainly, in_words, quoted


def said_of(
    mission: Mission, reason: Reason, titles: Mapping[str, str] | None = None, language: Language = "en"
) -> str:
    """Return a reason as text; options go by the titles given, in quotation marks."""
    formats = Formats(Catalogue(language), mission.mission.currency)
    return in_words(reason, formats, Plainly(formats, mission, quoted(titles or {}, formats)))
