"""Likeness: whether two texts name the same thing, however they are written.

Takes texts of any script, gives them folded (case, accents and signs do not count), and of several names the
one that a text is most like, with how much: 100 is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from ruamel.yaml import YAML

from cadre.mission_files.folding import fold

SAME = 100.0
ALIKE = 82.0
"""From here a name is proposed."""
APART = 6.0
"""By so much the best name must be more alike than any other."""


class Match(NamedTuple):
    """A name that a text is like, and how much, from 0 to 100."""

    name: str
    likeness: float


def likeness(text: str, name: str) -> float:
    """Return how much two folded texts are alike: the same words in any order, or nearly the same letters."""
    if text == name:
        return SAME
    if not text or not name:
        return 0.0
    ordered = fuzz.ratio(text, name)
    turned = 0.98 * fuzz.token_sort_ratio(text, name)
    return min(max(ordered, turned, _within(text, name)), SAME - 1)


def _within(text: str, name: str) -> float:
    """Return the likeness of a text in which all words of a name stand, or the other way round."""
    words, others = set(text.split()), set(name.split())
    fewer, more = sorted((words, others), key=len)
    letters = sum(map(len, fewer))
    if not fewer <= more or letters < 4:  # noqa: PLR2004  (shorter words stand in everything)
        return 0.0
    return 80 + 18 * letters / sum(map(len, more))


def best(text: str, names: Mapping[str, Iterable[str]]) -> Match | None:
    """Return the thing that a text names.

    Parameters
    ----------
    text : str
        As it was written.
    names : mapping of str to iterable of str
        Of each thing all names, as they are written.

    Returns
    -------
    Match or None
        None where none is like it, or two are about equally so.
    """
    folded = fold(text)
    scored = sorted(
        ((max((likeness(folded, fold(name)) for name in of), default=0.0), key) for key, of in names.items()),
        reverse=True,
    )
    if not scored or scored[0][0] < ALIKE:
        return None
    (first, key), *rest = scored
    second = rest[0][0] if rest else 0.0
    return Match(key, first) if first - second >= APART or (first == SAME > second) else None


def nearest(text: str, names: Mapping[str, Iterable[str]], *, at_most: int = 3) -> tuple[str, ...]:
    """Return the things that a text is most like, the first one first."""
    folded = fold(text)
    scored = {
        key: max((likeness(folded, fold(name)) for name in of), default=0.0) for key, of in names.items()
    }
    return tuple(sorted(scored, key=lambda key: -scored[key])[:at_most])


@cache
def lists_of(file: str) -> Mapping[str, Any]:
    """Return a file of words that stands beside this one."""
    path = Path(__file__).with_name(file)
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return found


@cache
def words_for(name: str) -> frozenset[str]:
    """Return a list of `words.yaml`, folded."""
    return frozenset(fold(str(word)) for word in lists_of("words.yaml")[name])


@cache
def named_words(name: str) -> Mapping[str, str]:
    """Return for each word of a list of lists of `words.yaml`, folded, under which name it stands."""
    lists: dict[Any, list[str]] = lists_of("words.yaml")[name]
    return {fold(str(word)): str(key) for key, words in lists.items() for word in words}
