"""Plain words: what a fault may not say, and that it says where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cadre.errors import Fault
from cadre.words import Catalogue, Language
from cadre.words.saying import told

LANGUAGES: tuple[Language, ...] = ("en", "fr")
_OF_PROGRAMS = re.compile(
    r"\b(?:None|True|False|NoneType|dict|str|int|float|bool|bytes|tuple|iterable|sequence|object|nan|inf|NaN|"
    r"[A-Z]\w*Error|Exception|Traceback|pydantic|ruamel|expat|zipfile|stream end|block end|block mapping|"
    r"scalar|"
    r"flow (?:mapping|sequence)|token|Input|instance|ordinal|codec)\b|<class|<[a-z]+ [a-z]+>"
)
_ESCAPED = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[nrt'\"\\])")
_SHOWN = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`")
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
WHOLE_FILES = frozenset((
    "files.unknown-file", "files.no-mission-file", "files.no-ordinary-file", "files.outside-the-folder",
    "files.too-large",
    "files.empty-file", "files.no-workbook", "files.document-type", "files.too-many-parts",
    "files.grows-too-large",
    "files.no-yaml-file", "files.too-much-text", "files.too-many-rows", "files.unreadable-file",
))  # fmt: skip
"""Faults of a file as a whole, which have no line."""
_WORDS = {language: Catalogue(language) for language in LANGUAGES}


def complaints(fault: Fault, written: str) -> Iterator[str]:
    """Give what is wrong with how a fault is told.

    Parameters
    ----------
    fault : Fault
        The fault.
    written : str
        All that stands in the files: what people wrote may be shown again.
    """
    name = fault.found.name.rpartition(".")[0]
    is_whole = name in WHOLE_FILES or (name.startswith("fields.missing") and len(fault.where.path) == 1)
    if not fault.where.file or not (is_whole or fault.where.line or fault.where.cell):
        yield f"no place: {told(fault)}"
    for language in LANGUAGES:
        line = told(fault, _WORDS[language])
        bare = _SHOWN.sub("''", line.removeprefix(str(fault.where)))
        for found in _OF_PROGRAMS.findall(bare):
            if found not in written:
                yield f"a word of programs, {found}: {line}"
        escaped = _ESCAPED.search(line)
        if escaped and "\\" not in written:
            yield f"an escape, {escaped[0]}: {line}"
        if _STEERING.search(line):
            yield f"a character that steers: {line!r}"
        if re.search(r"\bfound , |; $|\{ ?\$", bare):
            yield f"an empty part: {line}"
