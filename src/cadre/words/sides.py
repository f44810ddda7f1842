"""Sides: which way texts run, and marks that keep what is filled in apart from the words around it.

A text that runs right to left holds names, ids and sentences that run left to right. Each stands between two
characters of the Unicode consortium's bidirectional algorithm (UAX 9: an isolate), so that its full stop and
its brackets stay with it. Pages and the typesetter read these characters; office programs do not, and are
handed marks that they do read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from cadre.words.languages import SIDES, Language, Side

OPENS, OPENS_LTR, OPENS_RTL, CLOSES = "\u2068", "\u2066", "\u2067", "\u2069"
"""First-strong, left-to-right and right-to-left isolate, and what ends one."""
MARKS: dict[Side, str] = {"ltr": "\u200e", "rtl": "\u200f"}
"""A letter of a side that is not seen."""
ISOLATES: dict[Side, str] = {"ltr": OPENS_LTR, "rtl": OPENS_RTL}
EMBEDDINGS: dict[Side, str] = {"ltr": "\u202a", "rtl": "\u202b"}
ENDS = "\u202c"
"""What was before isolates: words around look into it, so that marks stand there."""
_TOKEN = re.compile(f"[{OPENS}{OPENS_LTR}{OPENS_RTL}{CLOSES}]")


def side_of(text: str, usual: Side) -> Side:
    """Return which way a text runs: as its own first letter does, those in isolates last; else as usual."""
    bare = _without_isolates(text)
    return _first(bare) or _first(_TOKEN.sub("", text)) or usual


def own_side(text: str, language: Language) -> Side:
    """Return which way a text of a document runs: as the language if any letter outside isolates does."""
    side = SIDES[language]
    if side == "ltr" or any(_side(c) == side for c in _without_isolates(text)):
        return side
    return side_of(text, side)


def isolated(text: str, message: Language, document: Language) -> str:
    """Put what is filled into a message between isolates where it holds a letter of the other side.

    In a document that runs right to left alone: a message that it lacks is told in a language that does not.
    """
    opens = isolate(text, message, document)
    return f"{opens}{text}{CLOSES}" if opens else text


def isolate(text: str, message: Language, document: Language) -> str:
    """Return what opens an isolate for a text that is filled in; empty where it needs none."""
    if SIDES[document] == "ltr" or all(_side(c) in (None, SIDES[message]) for c in text):
        return ""
    return ISOLATES[side_of(text, SIDES[message])]


def drawn(text: str) -> str:
    """Put a drawn text that runs right to left between isolates of its side, others as they are.

    Nothing follows it, so that a mark at its end is left out: print would have no letter for it.
    """
    text = text.rstrip(MARKS["rtl"])
    return f"{OPENS_RTL}{text}{CLOSES}" if any(_side(c) == "rtl" for c in text) else text


def without_isolates(text: str) -> str:
    """Return a text without the characters that isolate, for files of data."""
    return _TOKEN.sub("", text)


def marked(text: str, around: Side) -> str:
    """Return a text for programs that know no isolates: embeddings, kept apart by marks, in their place."""
    out: list[str] = []
    stack: list[Side] = [around]
    last = 0
    for found in _TOKEN.finditer(text):
        out.append(text[last : found.start()])
        last = found.end()
        if found[0] != CLOSES:
            inner = next((s for s, sign in ISOLATES.items() if sign == found[0]), None)
            stack.append(inner or side_of(inside(text, last), stack[-1]))
            out.append(opening(stack[-2], stack[-1]))
        elif len(stack) > 1:
            out.append(closing(stack.pop(), stack[-1]))
    return "".join((*out, text[last:]))


def opening(outer: Side, inner: Side) -> str:
    """Return what begins an embedding of one side in another; nothing where both are the same."""
    return MARKS[outer] + EMBEDDINGS[inner] if outer != inner else ""


def closing(inner: Side, outer: Side) -> str:
    """Return what ends an embedding."""
    return ENDS + MARKS[outer] if outer != inner else ""


def inside(text: str, begins: int) -> str:
    """Return what an isolate that begins at a place holds."""
    depth = 1
    for found in _TOKEN.finditer(text, begins):
        depth += -1 if found[0] == CLOSES else 1
        if depth == 0:
            return text[begins : found.start()]
    return text[begins:]


def _without_isolates(text: str) -> str:
    """Leave out what stands in isolates, with them."""
    depth, out, last = 0, [], 0
    for found in _TOKEN.finditer(text):
        if depth == 0:
            out.append(text[last : found.start()])
        depth = max(0, depth + (-1 if found[0] == CLOSES else 1))
        last = found.end()
    return "".join((*out, text[last:] if depth == 0 else ""))


def _first(text: str) -> Side | None:
    return next((side for c in text if (side := _side(c)) is not None), None)


@cache
def _side(character: str) -> Side | None:
    """Return the side of a letter; None of digits and signs, and of the mark that keeps these in place."""
    if character == MARKS["ltr"]:
        return None
    strong = unicodedata.bidirectional(character)
    return "ltr" if strong == "L" else "rtl" if strong in ("R", "AL") else None
