"""Unshown: characters of a mission that print cannot show, told before anything is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.words import Catalogue

TOLD_AT_MOST = 10
"""Characters that are told by name."""


def unshown(mission: Mission) -> tuple[str, tuple[str, ...]]:
    """Return the characters that no face of the typesetter has, and the paths of the texts that hold them."""
    from cadre.brief.render.glyphs import STANDS_IN, SURE, lacking_in

    texts = {path: text for path, text in _texts(mission.document(), "") if max(text, default="") > SURE}
    lacking = set(lacking_in(texts.values())) if texts else set()
    holding = tuple(path for path, text in texts.items() if lacking & set(text))
    return "".join(sorted(lacking - {STANDS_IN})), holding


def unshown_sentence(mission: Mission, words: Catalogue) -> str:
    """Say which characters stand as another one in print, and where; empty where all can be shown."""
    from cadre.brief.render.glyphs import STANDS_IN

    characters, paths = unshown(mission)
    if not characters:
        return ""
    names = [f"{c} (U+{ord(c):04X})" for c in characters[:TOLD_AT_MOST]]
    more = len(characters) - TOLD_AT_MOST
    named = ", ".join([*names, *([f"+{more}"] if more > 0 else [])])
    about = {"count": len(characters), "characters": named, "path": paths[0], "sign": STANDS_IN}
    return words.text("cli.unshown", **about)


def _texts(node: Any, path: str) -> Iterator[tuple[str, str]]:
    """Return the path and the text of whatever people wrote."""
    if isinstance(node, dict | list | tuple):
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in pairs:
            yield from _texts(value, f"{path}.{key}" if path else str(key))
    elif isinstance(node, str):
        yield path, node
