"""Terms: what single cells of a reply mean in a mission: roles, sites, ranks, states, counts, caveats.

Takes a text and the mission, gives the mission's own word with how alike the two are, or raises
`NotUnderstood` with what is to be told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from babel import localedata

from cadre.messages import Content, listed, quoted
from cadre.mission import Mission
from cadre.mission.numerals import Unclear, number_of
from cadre.mission.units import plainly
from cadre.mission_files.days import LANGUAGES
from cadre.mission_files.folding import fold
from cadre.replies.likeness import ALIKE, SAME, Match, best, lists_of, named_words, nearest, words_for

MOST_NAMED = 6
_PARTED = re.compile(r"\s*(?:[;,/&+]|\band\b|\bet\b|\bund\b|\by\b|\be\b|\sو)\s*", re.IGNORECASE)
_LEVEL = re.compile(r"\([^)]*\)|\b(?:[ABC][12]|\d+\+?)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?:x\s*)?(\S.*?)\s*(?:x|\b[^\W\d_]+\.?)?", re.IGNORECASE)


class NotUnderstood(Exception):
    """A cell that nobody can read: the message to tell, and what belongs into it."""

    def __init__(self, name: str, **values: Content) -> None:
        self.name, self.values = name, values
        super().__init__(name)


class Term(NamedTuple):
    """What a cell means, and how alike the two are; 100 where it is the same word."""

    value: Any
    likeness: float = SAME


def role_in(text: str, mission: Mission) -> Term:
    """Return the role that a text names, by its id, its title, or a skill that no other role has."""
    names = {
        key: (key.replace("-", " "), role.title) for key, role in mission.roles.items() if not role.local
    }
    found = best(text, _filled(names)) or _by_skill(text, mission)
    return _term(found, "replies.unknown-role", text, names)


def _by_skill(text: str, mission: Mission) -> Match | None:
    skills = {key: (key.replace("-", " "), skill.title) for key, skill in mission.skills.items()}
    found = best(text, _filled(skills))
    if found is None:
        return None
    holders = [key for key, role in mission.roles.items() if found.name in role.skills and not role.local]
    return Match(holders[0], min(found.likeness, SAME - 1)) if len(holders) == 1 else None


def sites_in(text: str, mission: Mission) -> Term:
    """Return the sites that a text names; all of them where it says so."""
    if fold(text) in words_for("any"):
        return Term(tuple(mission.sites))
    names = {key: (key.replace("-", " "), site.title) for key, site in mission.sites.items()}
    whole = best(text, _filled(names))
    if whole is not None:
        return Term((whole.name,), whole.likeness)
    parts = [best(part, _filled(names)) for part in _PARTED.split(text) if part]
    found = [part for part in parts if part is not None]
    if not found or len(found) < len(parts):
        raise _unknown("replies.unknown-site", text, names)
    return Term(tuple(dict.fromkeys(one.name for one in found)), min(one.likeness for one in found))


def caveat_in(text: str, mission: Mission) -> Term:
    """Return the sites and courses that a caveat shuts out (`not in Taji`); none where it says so."""
    folded = fold(text)
    if folded in words_for("none"):
        return Term(((), ()))
    said = next(
        (word for word in sorted(words_for("not"), key=len, reverse=True) if folded.startswith(f"{word} ")),
        "",
    )
    places = {key: (key.replace("-", " "), site.title) for key, site in mission.sites.items()}
    courses = {key: (key.replace("-", " "), course.title) for key, course in mission.courses.items()}
    sites, shut, alike = [], [], SAME - 1
    for part in _PARTED.split(folded.removeprefix(said)) if said else ():
        site, course = best(part, _filled(places)), best(part, _filled(courses))
        if (site is None) == (course is None):
            raise NotUnderstood("replies.unclear-caveat", text=quoted(text))
        alike = min(alike, (site or course).likeness)  # type: ignore[union-attr]  # one of them is there
        sites += [site.name] if site else []
        shut += [course.name] if course else []
    if not sites and not shut:
        raise NotUnderstood("replies.unclear-caveat", text=quoted(text))
    return Term((tuple(sites), tuple(shut)), alike)


def rank_in(text: str, mission: Mission) -> Term:
    """Return the rank band that a text names, by its own name or by a rank that is of it."""
    names: dict[str, list[str]] = {band: [band.replace("-", " ")] for band in mission.ranks}
    for band, ranks in lists_of("words.yaml")["rank"].items():
        own = [known for known in mission.ranks if fold(known) == fold(band)]
        for known in own:
            names[known] += map(str, ranks)
    return _term(best(text, names), "replies.unknown-rank", text, names)


def state_in(text: str) -> Term:
    """Return how firm an offer is."""
    words = named_words("state")
    if fold(text) in words:
        return Term(words[fold(text)])
    names = {state: [word for word, of in words.items() if of == state] for state in set(words.values())}
    return _term(
        best(text, names), "replies.unknown-state", text, dict.fromkeys(lists_of("words.yaml")["state"], ())
    )


def languages_in(text: str, mission: Mission) -> Term:
    """Return the languages that a text names, in the mission's own words where it has them."""
    parts = [part for part in _PARTED.split(_LEVEL.sub(" ", text)) if fold(part)]
    spoken = [_language(part, mission) for part in parts]
    if not spoken or None in spoken:
        raise NotUnderstood("replies.unknown-language", text=quoted(text))
    return Term(tuple(dict.fromkeys(word for word in spoken if word)))


def _language(text: str, mission: Mission) -> str | None:
    known = {word for role in mission.roles.values() for word in role.languages}
    known |= {word for party in mission.parties.values() for word in party.speaks}
    code = _codes().get(fold(text), fold(text) if fold(text) in _english() else None)
    own = next(
        (word for word in sorted(known) if fold(word) == fold(text) or _codes().get(fold(word)) == code), None
    )
    return own or (_english()[code].lower() if code is not None and code in _english() else None)


@cache
def _english() -> Mapping[str, str]:
    names: Mapping[str, str] = localedata.load("en")["languages"]
    return {code: name for code, name in names.items() if code.isalpha()}


@cache
def _codes() -> Mapping[str, str]:
    """Return the codes of languages by their names in the main languages, folded."""
    found: dict[str, str] = {}
    for locale in reversed(LANGUAGES):
        found |= {
            fold(name): code for code, name in localedata.load(locale)["languages"].items() if code.isalpha()
        }
    return found


def count_in(content: Any) -> int | float:
    """Return how many people a cell means: `12`, `12 pax`, `2 x`, `twelve`, `0.5` part-time; 0 for none."""
    if isinstance(content, int | float) and not isinstance(content, bool):
        return _people(float(content), str(content))
    text = str(content).strip()
    words = named_words("numbers")
    if fold(text) in words_for("none") or not fold(text):
        return 0
    match = _COUNT.fullmatch(text)
    bare = match[1] if match and _is_unit(text, match[1]) else text
    if fold(bare) in words:
        return int(words[fold(bare)])
    try:
        return _people(number_of(bare), text)
    except Unclear as unclear:
        if not unclear.readings:
            raise NotUnderstood("replies.no-count", text=quoted(text)) from None
        less, more = (plainly(value) for value in (unclear.values[0], unclear.values[-1]))
        raise NotUnderstood("replies.two-counts", text=quoted(text), less=less, more=more) from None


def _is_unit(text: str, bare: str) -> bool:
    """Say whether what stands around a number is a word for people, or a sign for times."""
    rest = fold(text.replace(bare, " ", 1))
    return not rest or rest in words_for("people")


def _people(number: float, text: str) -> int | float:
    if number < 0 or not math.isfinite(number):
        raise NotUnderstood("replies.no-count", text=quoted(text))
    return int(number) if number.is_integer() else number


def _filled(names: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {key: [name for name in of if name] for key, of in names.items()}


def _term(found: Match | None, name: str, text: str, names: Mapping[str, Iterable[str]]) -> Term:
    if found is None or found.likeness < ALIKE:
        raise _unknown(name, text, names)
    return Term(found.name, found.likeness)


def _unknown(name: str, text: str, names: Mapping[str, Iterable[str]]) -> NotUnderstood:
    return NotUnderstood(
        name, text=quoted(text), near=listed(nearest(text, _filled(names), at_most=MOST_NAMED), "or")
    )
