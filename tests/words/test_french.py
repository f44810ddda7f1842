"""French as it is set: elisions, curly apostrophes, and plain spaces in the files (others come later)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cadre.words

AREAS = sorted((Path(cadre.words.__file__).parent / "locales" / "fr").glob("*.ftl"))
NO_FRENCH = re.compile(r"`[^`]*`|\"[^\"]*\"|\{[^{}]*\}|\bafter\b|\b[a-z_]+(?=: )")
"""Commands, what is filled in, and keys of mission files."""
VOWELS, CONSONANTS = "aeiouàâéèêëîïôûœ", "bcdfgjklmnpqrstvwxz"  # of h nobody can tell
RULES = (
    re.compile(rf"\b(?:[cdjlmnst]|(?:jus|lors|puis)?qu)’[{CONSONANTS}]", re.IGNORECASE),
    re.compile(rf"(?<![-’\w])(?:l[ea]|[dns]e|(?:jus|lors|puis)?que) (?!onze\b)[{VOWELS}]", re.IGNORECASE),
    re.compile(r"\bsi ils?\b|\w'\w|[\u00a0\u202f]", re.IGNORECASE),
)


def wrong(text: str) -> list[str]:
    """Return what of a message is not set as French is, with the letters around it."""
    plain = NO_FRENCH.sub("#", text)
    found = (one for rule in RULES for one in rule.finditer(plain))
    return [plain[max(0, one.start() - 10) : one.end() + 10] for one in found]


@pytest.mark.parametrize("area", [one for one in AREAS if one.stem != "common"], ids=lambda area: area.stem)
def test_french_elides_where_it_must_and_nowhere_else(area: Path) -> None:
    lines = [line for line in area.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {} == {line: found for line in lines if (found := wrong(line))}


@pytest.mark.parametrize(
    "text", ["l’déroulement", "le emploi", "que il vienne", "si ils", "l'emploi", "rien\u00a0; tout"]
)
def test_what_is_set_badly_is_found(text: str) -> None:
    assert wrong(text)


@pytest.mark.parametrize("text", ["l’option", "le onze mars", "dites-le avec soin", "cadre `que a`"])
def test_what_is_set_well_is_left_alone(text: str) -> None:
    assert not wrong(text)
