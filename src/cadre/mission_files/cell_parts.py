"""Cell parts: lists, pairs, needs and groups in one cell, and back.

- a list: `besmaya; taji`, or one on each line of the cell
- pairs: `classroom 1; demolition-range 0.5`, also `classroom: 1` and `1 classroom`
- needs: `medic one per 5 seats; interpreter 2`, and in brackets what they rest on: `interpreter 2 (A19)`
- groups, of names or of pairs: `size: small | large; length: two-years`, `camp: classroom 1 | beds 20`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from cadre.mission.units import plainly
from cadre.mission_files.yaml_files import plain

_BASIS = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_ONE_PER = "one per "
_RATIO = re.compile(r"(?:one|1)\s+(?:per|for|to)\s+|1\s*:\s*(?=\d)", re.IGNORECASE)
"""How people write one for so many."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def as_text(value: Any) -> str:
    """Write what stands in a cell or a part of one; a number so that it means one in every form."""
    return plainly(value) if isinstance(value, float) else str(value)


def list_in(text: str) -> list[str]:
    """Split at semicolons and at line breaks, which some make in a cell instead."""
    return _split(text.replace("\n", ";"), ";")


def _split(text: str, sign: str) -> list[str]:
    return [part.strip() for part in text.split(sign) if part.strip()]


def _pair_in(text: str) -> tuple[str, str]:
    """Read a name and its value, with `:` or `=` between them or not, or the number before the name."""
    key, _, rest = text.partition(" ")
    key, rest = key.rstrip(":="), rest.lstrip(":= ").strip()
    if _NUMBER.fullmatch(key) and rest and not any(sign.isdigit() for sign in rest):
        return rest, key
    return key, rest


def pairs_in(text: str) -> dict[str, Any]:
    """Read names with a value each; a name that stands twice spoils the whole."""
    return _pairs(list_in(text), plain, text)


def _pairs(parts: list[str], read: Callable[[str], Any], text: str) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for part in parts:
        key, rest = _pair_in(part)
        if key in pairs:
            return {"": text}
        pairs[key] = read(rest)
    return pairs


def pairs_text(value: Any) -> str:
    """Write pairs. Inverse of `pairs_in`."""
    return "; ".join(f"{key} {as_text(part)}" for key, part in value.items())


def needs_in(text: str) -> dict[str, Any]:
    """Read needs: a number of people, or one for so many seats, each with what it rests on."""
    return _pairs(list_in(text), _need_in, text)


def _need_in(text: str) -> Any:
    match = _BASIS.fullmatch(text)
    form = match[1] if match else text
    basis = {"basis": _split(match[2], ",")} if match else {}
    ratio = _RATIO.match(form)
    if ratio:
        return {"one_per": form[ratio.end() :].strip()} | basis
    return {"people": plain(form)} | basis if basis else plain(form)


def needs_text(value: Any) -> str:
    """Write needs. Inverse of `needs_in`."""
    return "; ".join(f"{key} {_need_text(need)}" for key, need in value.items())


def _need_text(need: Any) -> str:
    if not isinstance(need, Mapping):
        return as_text(need)
    number = as_text(need["people"]) if "people" in need else f"{_ONE_PER}{as_text(need.get('one_per'))}"
    return number + (f" ({', '.join(need['basis'])})" if "basis" in need else "")


def groups_in(text: str, *, of_pairs: bool) -> Any:
    """Read names with several things each; the text itself where a group has no name."""
    groups: dict[str, Any] = {}
    for part in list_in(text):
        key, colon, rest = part.partition(":")
        if not colon or key.strip() in groups:
            return text
        items = _split(rest, "|")
        groups[key.strip()] = _pairs(items, plain, rest) if of_pairs else items
    return groups


def groups_text(value: Any) -> str:
    """Write groups. Inverse of `groups_in`."""
    return "; ".join(f"{key}: {_group_text(group)}" for key, group in value.items())


def _group_text(group: Any) -> str:
    if isinstance(group, Mapping):
        return " | ".join(f"{key} {as_text(part)}" for key, part in group.items())
    return " | ".join(map(as_text, group if isinstance(group, list | tuple) else [group]))
