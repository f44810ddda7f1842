"""YAML syntax: what the library cannot read, as a fault in words that planners know.

Takes an error of the library and the text, gives the exception; what the library says is never shown.
It tells where it can go no further, which for slips at a colon, a dash or a quote is often the line below:
the line that holds the slip is looked for first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruamel.yaml.error import MarkedYAMLError

from cadre.errors import BadInput, Place
from cadre.messages import quoted
from cadre.mission_files.safe_files import refuse

_SYNTAX = (
    (re.compile(r"'\\t'|\btabs?\b", re.IGNORECASE), "files.tab", False),
    (re.compile(r"expected ',' or '[\]}]'"), "files.open-bracket", True),
    (re.compile("mapping values are not allowed"), "files.odd-colon", False),
    (re.compile("could not find expected ':'"), "files.no-colon", True),
    (re.compile("expected <block end>"), "files.odd-indentation", False),
    (re.compile("unknown escape character|expected escape sequence|no escape"), "files.odd-escape", False),
    (re.compile("unexpected end of stream|unexpected document separator"), "files.quote-not-closed", True),
)
"""What the library says, our message, and whether it is told where the thing began, not where it failed."""
_SIGN = re.compile(r"found character '(.)' that cannot start any token")
_LOST = re.compile("mapping values are not allowed|could not find expected ':'|expected <block end>")
"""What the library says where a slip may stand in the line above."""
_SLIPS = (
    (re.compile(r"( *)[\u2010-\u2015]\s|( *)-[^\s-]"), "files.dash-without-space"),
    (re.compile(r"( *)[\t ]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]"), "files.odd-space"),
    (
        re.compile(r"( *)(?:- +)?(?![\"'])[^\s:=#][^:=#]*(?::(?![\s])|:[\u00a0\u3000]|\uff1a|=)"),
        "files.no-space",
    ),
)
"""How a line begins that holds a slip, in which no colon with a space follows, and our message."""
_COLON = re.compile(r": |:$")
_BEHIND_QUOTE = re.compile(r"""(?:^|[:\[{,-] +)(?:"[^"]*"|'[^']*')\s*$""")
_NEEDS_QUOTES = re.compile(r"(?:^|: +|- +|[\[{,] *)([-?&*|>])(?: |$)")
"""Signs with a meaning of their own at the beginning of a text."""


def syntax_fault(error: MarkedYAMLError, file: str, text: str) -> BadInput:
    """Say in our words what the library could not read."""
    problem = str(error.problem or error.context or "").partition("\n")[0]
    sign = _SIGN.search(problem.replace('"', "'"))
    if sign and sign[1] != "\t":
        return refuse(_marked(error, file), "files.odd-beginning", sign=quoted(sign[1]))
    slip = _slip(error, file, text) if _LOST.search(problem) else None
    if slip is not None:
        return slip
    for says, name, where_it_began in _SYNTAX:
        if says.search(problem):
            place = _marked(error, file, where_it_began=where_it_began)
            if name == "files.odd-indentation":
                return refuse(place, name, line=str(_marked(error, file, where_it_began=True).line))
            return refuse(place, name)
    return _odd_beginning(error, file, text) or refuse(_marked(error, file), "files.no-yaml")


def _slip(error: MarkedYAMLError, file: str, text: str) -> BadInput | None:
    """Return what is wrong in the line that was read last, or in the one above it that has no colon."""
    mark = error.problem_mark
    if mark is None:
        return None
    lines = text.splitlines()
    here = lines[mark.line] if mark.line < len(lines) else ""
    if _BEHIND_QUOTE.search(here[: mark.column]):
        return refuse(Place(file, mark.line + 1, mark.column + 1), "files.text-behind-quote")
    for number in _lines_above(lines, mark.line):
        line = lines[number]
        for begins, name in _SLIPS:
            match = begins.match(line)
            if match and (name == "files.odd-space" or not _COLON.search(line.partition(" #")[0])):
                column = len(line) - len(line.lstrip(" ")) + 1
                return refuse(Place(file, number + 1, column), name)
    return None


def _lines_above(lines: list[str], at: int) -> Iterator[int]:
    """Return the line where reading ended and the nearest one above it that holds anything."""
    filled = [n for n in range(min(at, len(lines) - 1), -1, -1) if lines[n].strip(" ")]
    yield from filled[:2]


def _odd_beginning(error: MarkedYAMLError, file: str, text: str) -> BadInput | None:
    """Return the fault of a text that begins with a sign that has a meaning of its own."""
    mark = error.problem_mark
    lines = text.splitlines()
    match = _NEEDS_QUOTES.search(lines[mark.line]) if mark is not None and mark.line < len(lines) else None
    if mark is None or match is None:
        return None
    place = Place(file, mark.line + 1, match.start(1) + 1)
    return refuse(place, "files.odd-beginning", sign=quoted(match[1]))


def _marked(error: MarkedYAMLError, file: str, *, where_it_began: bool = False) -> Place:
    marks = error.problem_mark, error.context_mark
    mark = next((m for m in (reversed(marks) if where_it_began else marks) if m is not None), None)
    return Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file, 1, 1)
