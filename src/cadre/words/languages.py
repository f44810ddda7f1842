"""The languages that words are written in."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "fr"]
"""By their two letters (ISO 639-1)."""
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE: Language = "en"
"""The language in which every message is first written; what another lacks is told in it."""
