"""Typesetting: the typesetter with the same faces on every machine, for the scripts of the world.

Takes the main file of a document, gives a compiler for it. The faces are those of `cadre.brief.faces` and the
typesetter's own; those of the machine are never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cadre.brief.faces import ARABIC, ARABIC_FACE, FACE, face_folders

if TYPE_CHECKING:
    import typst

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""Archival, and accessible: the typesetter refuses a text that it cannot show, and a chart without words."""

_FACES = {"face": FACE, "arabic-face": ARABIC_FACE, "arabic": ARABIC}
"""What every document may read of the faces that texts are set in."""


@cache
def _fonts() -> typst.Fonts:
    """Look the faces over once."""
    import typst  # noqa: PLC0415  (heavy)

    return typst.Fonts(include_system_fonts=False, font_paths=face_folders())


def compiler_of(main: Path, inputs: Mapping[str, str] | None = None) -> typst.Compiler:
    """Return a compiler for a document that reads nothing outside its own folder."""
    import typst  # noqa: PLC0415  (heavy)

    return typst.Compiler(
        str(main),
        root=str(main.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=_FACES | dict(inputs or {}),
    )
