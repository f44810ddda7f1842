"""Folding: a text without what does not count when two are compared: case, accents and signs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0640]")
_LETTERS = ("L", "M", "N")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a text without case, accents and signs, its words parted by one space.

    Marks that are letters of their own (as in the scripts of India) stay.
    """
    decomposed = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    kept = (c if unicodedata.category(c)[0] in _LETTERS else " " for c in decomposed)
    return " ".join("".join(kept).replace("ı", "i").split())
