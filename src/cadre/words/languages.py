"""The languages that words are written in."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "fr"]
"""By their two letters (ISO 639-1)."""
LANGUAGES: tuple[Language, ...] = get_args(Language)
REGIONS: dict[Language, str] = {"en": "en-GB", "fr": "fr-FR"}
"""By what office programs check the spelling of a document (BCP 47)."""
SOURCE: Language = "en"
"""The language in which every message is first written; what another lacks is told in it."""
