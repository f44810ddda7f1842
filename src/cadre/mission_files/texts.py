"""Texts: what no text of a mission may hold, and what was left off one, told with its place when it is read.

Takes the tree of a folder, gives faults: characters that steer a machine or that nobody can see, private ones
that no face has, marks of direction that nothing ends, and the errors of spreadsheet programs, which are no
value and never mean that there is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from cadre.errors import Fault, MissionWarning, Place
from cadre.messages import quoted, readable
from cadre.mission import Mission
from cadre.mission.shape import kind_of, type_at
from cadre.mission_files.tree import Path, Tree

ERRORS = frozenset((
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA", "#PYTHON!", "#EXTERNAL!",
    "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!",
    "#N/D", "#¡REF!", "#¡VALOR!", "#¿NOMBRE?", "#¡DIV/0!", "#¡NUM!", "#¡NULO!",
    "Err:502", "Err:504", "Err:508", "Err:509", "Err:511", "Err:522",
))  # fmt: skip
"""What spreadsheet programs show, in English, German, French and Spanish, where a formula has no value."""
_LIKE_ERRORS = re.compile(r"#[^\W\d_][^\s#]*[!?]|#[^\W\d_]/[^\W\d_]|#{3,}|Err:\d{3}")
"""Errors in other languages, and what stands for a number in a column that is too narrow for it."""
_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U0001fffe-\U0001ffff\U0002fffe-\U0010ffff]|\r(?!\n)"
)
"""What may be wrong; only texts that hold it are looked at closely."""
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_ENDS = {"\u202c": _EMBEDDINGS, "\u2069": _ISOLATES}
_NONCHARACTER = 0xFFFE
_KINDS = {
    "Cc": "files.control-character-in-text",
    "Cs": "files.half-a-character",
    "Co": "files.private-character",
    "Cn": "files.no-character",
}
"""What no text may hold, by its category in Unicode."""


def error_in(place: Place, shown: str) -> Fault:
    """Return the fault of a cell that shows an error."""
    return Fault.of(place, "files.error-in-cell", shown=shown)


def is_error(text: str) -> bool:
    """Say whether a text is what a spreadsheet program shows where there is no value."""
    return text in ERRORS or (text.upper() == text and _LIKE_ERRORS.fullmatch(text) is not None)


def text_faults(tree: Tree) -> list[Fault]:
    """Return the faults of all texts of a tree, keys included."""
    return list(_below(tree.data, (), tree))


def text_warnings(tree: Tree) -> Iterator[MissionWarning]:
    """Return the warnings of comments behind texts without quotes that may be part of them: `School #2`."""
    for path, comment in tree.comments.items():
        if kind_of(type_at(Mission, path) or bool) == "text":
            text, place = str(_value_at(tree.data, path)), tree.place(path)
            values = {"comment": quoted(comment), "text": readable(f'"{text} {comment}"')}
            yield MissionWarning.about(place, "warnings.comment-behind-text", **values)


def _value_at(node: Any, path: Path) -> Any:
    for key in path:
        node = node[int(key)] if isinstance(node, list) else node.get(key)
    return node


def _below(node: Any, path: Path, tree: Tree) -> Iterator[Fault]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _of_text(str(key), tree.place((*path, str(key)), of_key=True))
            yield from _below(value, (*path, str(key)), tree)
    elif isinstance(node, list | tuple):
        for number, value in enumerate(node):
            yield from _below(value, (*path, str(number)), tree)
    elif isinstance(node, str):
        yield from _of_text(node, tree.place(path))


def _of_text(text: str, place: Place) -> Iterator[Fault]:
    if is_error(text.strip()):
        yield error_in(place, text.strip())
    if _ODD.search(text):
        for number, character in enumerate(text, start=1):
            told = _refusal(character, text[number : number + 1])
            if told:
                code = f"U+{ord(character):04X}"
                yield Fault.of(place, told, code=code, number=number)
                return
        yield from _of_direction(text, place)


def _refusal(character: str, following: str) -> str:
    """Return the message for a character that no text may hold, empty for any other."""
    code, kind = ord(character), unicodedata.category(character)
    if character in "\t\n" or character + following == "\r\n":
        return ""
    if character in _BREAKS:
        return "files.odd-line-break"
    if character == "\ufeff":
        return "files.invisible-character"
    if kind == "Cn" and not (code & _NONCHARACTER == _NONCHARACTER or "\ufdd0" <= character <= "\ufdef"):
        return ""
    return _KINDS.get(kind, "")


def _of_direction(text: str, place: Place) -> Iterator[Fault]:
    """Refuse marks of direction that nothing ends: they would turn whatever stands behind the text."""
    left: list[str] = []
    for character in text:
        if character in _EMBEDDINGS or character in _ISOLATES:
            left.append(character)
        elif character in _ENDS and (not left or left.pop() not in _ENDS[character]):
            yield _unended(character, place)
            return
    if left:
        yield _unended(left[-1], place)


def _unended(character: str, place: Place) -> Fault:
    return Fault.of(place, "files.direction-without-end", code=f"U+{ord(character):04X}")
