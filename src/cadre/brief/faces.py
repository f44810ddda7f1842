"""Faces: where those for the scripts of the world lie, so that print and charts are the same everywhere.

They come from packages, under the SIL Open Font License 1.1: Noto Sans in Latin, Greek, Cyrillic, Arabic,
Hebrew, Armenian, Georgian, Ethiopic, the scripts of India and of mainland South-East Asia, Chinese, Japanese
and Korean, symbols, and emoji in one colour. What has no face is replaced in print, which says so.
"""

from __future__ import annotations

from importlib.util import find_spec

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Files of faces beside an empty module: 7 and 33 MB."""


def face_folders() -> list[str]:
    """Give the folders that hold the faces."""
    found = (find_spec(name) for name in PACKAGES)
    return [folder for spec in found if spec is not None for folder in spec.submodule_search_locations or ()]
