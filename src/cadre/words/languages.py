"""The languages that words are written in: their region, which way they run, how much of them is there."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "fr", "ar"]
"""By their two letters (ISO 639-1)."""
LANGUAGES: tuple[Language, ...] = get_args(Language)
REGIONS: dict[Language, str] = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}
"""By what office programs check the spelling of a document (BCP 47)."""
SOURCE: Language = "en"
"""The language in which every message is first written; what another lacks is told in it."""
COMPLETE: dict[Language, tuple[str, ...]] = {
    "ar": (
        "against",
        "agreement",
        "analysis",
        "assumed",
        "chance",
        "charts",
        "common",
        "criteria",
        "decision",
        "document",
        "endings",
        "exit",
        "fails",
        "for",
        "glance",
        "known",
        "labels",
        "leads",
        "ledger",
        "levers",
        "mandate",
        "method",
        "offers",
        "option-page",
        "options",
        "origin",
        "parties",
        "played",
        "posts",
        "quantities",
        "reasons-attainment",
        "reasons-common",
        "places",
        "reasons-conditions",
        "reasons-decision",
        "reasons-forces",
        "reasons-older",
        "reasons-options",
        "reasons-programme",
        "reasons-screening",
        "reasons-timetable",
        "rest",
        "results",
        "settle",
        "sheets",
        "site",
        "since",
        "takes",
        "trace",
        "undecided",
        "unknown",
        "warnings",
    )
}
"""Areas of a language that has not all of them: those of the brief, not those of the command line."""
Side = Literal["ltr", "rtl"]
"""Which way a text runs, as style sheets say it."""
RIGHT_TO_LEFT: tuple[Language, ...] = ("ar",)
SIDES: dict[Language, Side] = {
    language: "rtl" if language in RIGHT_TO_LEFT else "ltr" for language in LANGUAGES
}


PARTLY: dict[Language, tuple[str, ...]] = {
    "ar": (
        "labels.option-in-words",
        "ledger.attribution-assumption",
        "ledger.attribution-declined-to-comment",
        "ledger.attribution-denied",
        "ledger.attribution-derived",
        "ledger.attribution-named",
        "ledger.attribution-official",
        "ledger.attribution-unnamed",
        "reasons-decision.day-lies",
        "reasons-decision.day-turns",
        "reasons-decision.differs",
        "reasons-decision.event-happens",
        "reasons-decision.fails-always",
        "reasons-decision.fails-anyhow",
        "reasons-decision.fails-rarely",
        "reasons-decision.fails-under",
        "reasons-decision.gain",
        "reasons-decision.less-certain",
        "reasons-decision.money-buys",
        "reasons-decision.value-lies",
        "reasons-decision.value-turns",
        "reasons-decision.weight-turns",
        "reasons-decision.worse-than",
    )
}
"""Messages of areas that a language has in part: of Arabic the reasons that the pages give."""


def has_area(language: Language, area: str) -> bool:
    """Return whether a language holds every message of an area."""
    return language not in COMPLETE or area in COMPLETE[language]
