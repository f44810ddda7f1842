"""Unit words: how people write the unit of a number, and when such a number has to be worked out anew.

Takes a word as it stands behind a number, gives the word of `cadre.mission.units` that it means. Knows no
bounds and no factors.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_PERCENT = re.compile(r"^(?:per\s?cent|percent|pct|prozent|pour\s?cent|por\s?ciento|per\s?cento)(?=$|\s)")
_SAME = {
    word: meant
    for meant, words in {
        "days": "jour jours tag tage tagen día días dia dias giorno giorni",
        "weeks": "wk wks semaine semaines woche wochen semana semanas settimana settimane",
        "months": "mois monat monate monaten mes meses mese mesi",
        "years": "yr yrs an ans année années annee annees jahr jahre jahren año años anno anni",
        "people": "persons",
        "k": "k thousand",
        "M": "million millions mio mln",
    }.items()
    for word in words.split()
}
"""Words that mean one thing only, in English, French, German, Spanish and Italian."""
_CURRENCY = re.compile("[A-Z]{3}|[€$£¥₹₽₺₴]")


def unit_word(text: str) -> str:
    """Return the word of a unit that people mean: `% per month` is `% a month`, `Wochen` are `weeks`."""
    word = " ".join(text.split())
    folded = _PERCENT.sub("%", word.casefold())
    folded = re.sub(r"^%\s*(?=\S)", "% ", folded)
    folded = re.sub(r"\bper\b", "a", folded)
    first, _, rest = folded.partition(" ")
    if word == "M":
        return word
    return f"{_SAME.get(first, first)} {rest}".strip()


def has_to_be_worked_out(word: str, factors: Collection[float]) -> bool:
    """Say whether the number itself would be another in the unit that is wanted, not only its word.

    Parameters
    ----------
    word : str
        Of another unit.
    factors : collection of float
        Of the words of the unit that is wanted: where they differ, the word decides how much is meant.
    """
    if _CURRENCY.fullmatch(word):
        return False
    first = unit_word(word).split()[0]
    return len(set(factors)) > 1 or first in ("a", "%", "k", "M")
