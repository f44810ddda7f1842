"""YAML syntax: what the library cannot read, as a fault in words that planners know.

Takes an error of the library, gives the exception; what it says itself is never shown.
"""

from __future__ import annotations

import re

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


def syntax_fault(error: MarkedYAMLError, file: str) -> BadInput:
    """Say in our words what the library could not read."""
    problem = str(error.problem or error.context or "").partition("\n")[0]
    sign = _SIGN.search(problem.replace('"', "'"))
    if sign and sign[1] != "\t":
        return refuse(_marked(error, file), "files.odd-beginning", sign=quoted(sign[1]))
    for says, name, where_it_began in _SYNTAX:
        if says.search(problem):
            place = _marked(error, file, where_it_began=where_it_began)
            if name == "files.odd-indentation":
                return refuse(place, name, line=str(_marked(error, file, where_it_began=True).line))
            return refuse(place, name)
    return refuse(_marked(error, file), "files.no-yaml")


def _marked(error: MarkedYAMLError, file: str, *, where_it_began: bool = False) -> Place:
    marks = error.problem_mark, error.context_mark
    mark = next((m for m in (reversed(marks) if where_it_began else marks) if m is not None), None)
    return Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file, 1, 1)
