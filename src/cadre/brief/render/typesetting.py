"""Typesetting: the typesetter with the same faces on every machine, for the scripts of the world.

Takes the main file of a document, gives a compiler for it. The faces come from packages and from the
typesetter itself; those of the machine are never used. Between them they have Latin, Greek, Cyrillic, Arabic,
Hebrew, Armenian, Georgian, Ethiopic, the scripts of India and of mainland South-East Asia, Chinese, Japanese,
Korean, symbols and emoji in one colour; for other characters see `cadre.brief.render.glyphs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import typst

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Of the Noto faces, under the SIL Open Font License 1.1; files of faces beside an empty module."""
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""Archival, and accessible: the typesetter refuses a text that it cannot show, and a chart without words."""


def font_folders() -> list[str]:
    """Give the folders that hold the faces."""
    found = (find_spec(name) for name in PACKAGES)
    return [folder for spec in found if spec is not None for folder in spec.submodule_search_locations or ()]


@cache
def _fonts() -> typst.Fonts:
    """Look the faces over once."""
    import typst  # noqa: PLC0415  (heavy)

    return typst.Fonts(include_system_fonts=False, font_paths=font_folders())


def compiler_of(main: Path, inputs: Mapping[str, str] | None = None) -> typst.Compiler:
    """Give a compiler for a document that reads nothing outside its own folder."""
    import typst  # noqa: PLC0415  (heavy)

    return typst.Compiler(
        str(main),
        root=str(main.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=dict(inputs or {}),
    )
