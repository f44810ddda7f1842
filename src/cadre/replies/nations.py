"""Nations: names of countries in all languages of CLDR, and which party of the mission each is.

Takes a text, gives the party it names: by its id or title, by the name of its country in any language or
spelling, by the country's code of two or three letters, or within a longer text (`Ministry of Defence,
Norway`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import localedata
from babel.core import get_global
from rapidfuzz.distance import OSA

from cadre.mission.nations import Party
from cadre.mission_files.days import LANGUAGES
from cadre.mission_files.folding import fold
from cadre.replies.likeness import SAME, Match, best, lists_of

_LETTERS, _ALPHA3 = 2, 3
_LONGER = 9
"""Letters from which a name may have two slips."""
_SHORT = 3
"""Words of a text that may be a name and nothing else."""
_LONG = 5
"""Letters from which a name may be misspelt, or be looked for inside a text."""


@cache
def _names_in(locale: str) -> Mapping[str, frozenset[str]]:
    """Return the countries of each name in one locale, folded."""
    found: dict[str, set[str]] = {}
    data = localedata.load(locale)
    for code, name in (data.get("territories") or {}).items():
        if len(code) == _LETTERS and code.isalpha():
            found.setdefault(fold(name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def main_names() -> Mapping[str, frozenset[str]]:
    """Return the countries of each name in the main languages, and of names that people use besides."""
    found: dict[str, frozenset[str]] = {}
    for locale in LANGUAGES:
        for name, codes in _names_in(locale).items():
            found[name] = found.get(name, frozenset()) | codes
    own: dict[str, list[str]] = lists_of("words.yaml")["countries"]
    return found | {fold(name): frozenset((code,)) for code, names in own.items() for name in names}


@cache
def other_names() -> Mapping[str, frozenset[str]]:
    """Return the same in all languages that CLDR has; takes some seconds once."""
    found: dict[str, set[str]] = {}
    for locale in localedata.locale_identifiers():
        for name, codes in _names_in(locale).items():
            found.setdefault(name, set()).update(codes)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _alpha3() -> Mapping[str, str]:
    aliases = get_global("territory_aliases")
    return {
        key: codes[0]
        for key, codes in aliases.items()
        if len(key) == _ALPHA3 and key.isalpha() and len(codes) == 1
    }


def countries_of(text: str) -> frozenset[str]:
    """Return the countries that a text may name, by their codes of two letters; none where it names none."""
    folded, bare = fold(text), text.strip().upper()
    if folded in main_names():
        return main_names()[folded]
    if len(bare) == _LETTERS and bare in _codes():
        return frozenset((bare,))
    if len(bare) == _ALPHA3 and bare in _alpha3():
        return frozenset((_alpha3()[bare],))
    return other_names().get(folded, frozenset())


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for codes in main_names().values() for code in codes)


def _country_of(key: str, party: Party) -> frozenset[str]:
    """Return the country that a party of the mission is; none for a type of party."""
    return next(
        (found for text in (party.title, key.replace("-", " ")) if text and (found := countries_of(text))),
        frozenset(),
    )


def party_of(text: str, parties: Mapping[str, Party]) -> Match | None:
    """Return the party that a text names and nothing else.

    None where it names none, or the country of none, or several.
    """
    titles = {key: (key, key.replace("-", " "), party.title) for key, party in parties.items()}
    same = [key for key, names in titles.items() if fold(text) in map(fold, filter(None, names))]
    if len(same) == 1:
        return Match(same[0], SAME)
    named = countries_of(text)
    if named:
        holders = [key for key, party in parties.items() if _country_of(key, party) & named]
        return Match(holders[0], SAME) if len(holders) == 1 else None
    of_type = {key: names for key, names in titles.items() if not _country_of(key, parties[key])}
    return _within(text, parties) or _misspelt(text, parties) or _alike(text, of_type)


def _alike(text: str, titles: Mapping[str, Iterable[str]]) -> Match | None:
    return best(text, {key: [name for name in names if name] for key, names in titles.items()})


def party_within(text: str, parties: Mapping[str, Party]) -> Match | None:
    """Return the party that a title, a sheet's or a file's name speaks of."""
    whole = party_of(text, parties) if len(fold(text).split()) <= _SHORT else None
    if whole is not None and whole.likeness == SAME:
        return whole
    return None if countries_of(text) else _within(text, parties)


def _within(text: str, parties: Mapping[str, Party]) -> Match | None:
    """Return the party whose country stands within a text: the longest name of any country that does decides.

    Short texts are searched for names in all languages, longer ones in the main ones.
    """
    padded = f" {fold(text)} "
    for key, party in parties.items():
        of_type = len(party.title) >= _LONG and not _country_of(key, party)
        if of_type and f" {fold(party.title)} " in padded:
            return Match(key, SAME - 1)
    found = _named_within(padded, main_names())
    if not found and len(padded.split()) <= _LONG:
        found = _named_within(padded, other_names())
    holders = [key for key, party in parties.items() if _country_of(key, party) & found]
    return Match(holders[0], SAME - 1) if len(holders) == 1 and len(found) == 1 else None


def _named_within(padded: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the countries of the names that stand in a text and in no longer name there."""
    there = [name for name in names if len(name) >= _LONG - 1 and f" {name} " in padded]
    longest = [
        name for name in there if not any(name != other and f" {name} " in f" {other} " for other in there)
    ]
    return frozenset(code for name in longest for code in names[name])


def _misspelt(text: str, parties: Mapping[str, Party]) -> Match | None:
    """Return the party whose country is misspelt, by a letter or two: no other country may be as near."""
    folded = fold(text)
    if len(folded) < _LONG:
        return None
    slips = 1 if len(folded) < _LONGER else 2
    distances: dict[str, int] = {}
    for name, code in _one_country():
        distance = OSA.distance(folded, name, score_cutoff=slips + 1)
        distances[code] = min(distances.get(code, slips + 1), distance)
    (first, nearest), (_, second) = sorted(distances.items(), key=lambda pair: pair[1])[:2]
    if nearest > slips or nearest == second:
        return None
    holders = [key for key, party in parties.items() if first in _country_of(key, party)]
    return Match(holders[0], SAME * (1 - nearest / len(folded))) if len(holders) == 1 else None


@cache
def _one_country() -> tuple[tuple[str, str], ...]:
    return tuple(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    for name, codes in main_names().items():
        if len(codes) == 1 and len(name) >= _LONG - 1:
            yield name, next(iter(codes))
