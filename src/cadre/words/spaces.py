"""Spaces that a language keeps with its signs, so that no line begins with a colon.

Files of the catalogue hold plain spaces, which translators see and type.
"""

from __future__ import annotations

import re

from cadre.words.languages import Language

NO_BREAK, THIN = "\u00a0", "\u202f"
"""A space of full width, and a thin one, at which no line ends."""
_RULES: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": (
        (re.compile(r" (?=[;?!](?:\s|$))"), THIN),
        (re.compile(r" (?=:(?:\s|$)|[»%])|(?<=«) "), NO_BREAK),
    )
}
"""As the *Imprimerie nationale* sets French: thin before `;`, `?` and `!`, full before `:` and in « »."""


def spaced(text: str, language: Language) -> str:
    """Return a message with the spaces that its language does not break.

    Parameters
    ----------
    text : str
        As its file holds it, marks in place of what is filled in, which is not touched.
    """
    for pattern, space in _RULES.get(language, ()):
        text = pattern.sub(space, text)
    return text
