"""Words: every sentence that people read, in their language; numbers and days as that language writes them.

Takes names of messages and what is put into them, gives texts. Used by the brief and the command line; stages
make no sentences. `locales/LANGUAGE/AREA.ftl` are Fluent files (projectfluent.org); English is the source.
"""

from cadre.words.catalogue import Catalogue, Counted, Text, UnknownMessage
from cadre.words.formats import Formats
from cadre.words.languages import COMPLETE, LANGUAGES, REGIONS, SIDES, SOURCE, Language, Side, has_area

__all__ = [
    "COMPLETE",
    "LANGUAGES",
    "REGIONS",
    "SIDES",
    "SOURCE",
    "Catalogue",
    "Counted",
    "Formats",
    "Language",
    "Side",
    "Text",
    "UnknownMessage",
    "has_area",
]
