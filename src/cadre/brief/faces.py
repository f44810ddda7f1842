"""Faces: which ones print and charts are set in, and where those lie that come from packages.

The same on every machine, under the SIL Open Font License 1.1: Amiri for Arabic, a face for documents with
a bold of its own; Noto Sans in Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian, Ethiopic, the
scripts of India and of mainland South-East Asia, Chinese, Japanese and Korean, symbols, and emoji in one
colour. What has no face is replaced in print, which says so.
"""

from __future__ import annotations

from importlib.util import find_spec

FACE, ARABIC_FACE = "Libertinus Serif", "Amiri"
"""Of everything that it has letters for, carried by the typesetter; and of Arabic letters."""
ARABIC = r"[\x{0600}-\x{06ff}\x{0750}-\x{077f}\x{08a0}-\x{08ff}\x{fb50}-\x{fdff}\x{fe70}-\x{fefc}]"
"""Arabic letters and signs, their extensions and presentation forms, as the typesetter writes expressions."""
PACKAGES = ("fontpkg_amiri", "manimgx_fonts", "manimgx_fonts_cjk")
"""Files of faces beside a module that is not used: 1, 7 and 33 MB."""


def face_folders() -> list[str]:
    """Return the folders that hold the faces."""
    found = (find_spec(name) for name in PACKAGES)
    return [folder for spec in found if spec is not None for folder in spec.submodule_search_locations or ()]
