"""Fonts: which faces the typesetter and the drawer of charts are handed, besides those they carry.

Their own have no Arabic letters; Amiri, which comes as a package under the SIL Open Font Licence, has. It is
handed over only where a text holds such letters, so that it can change no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

FACE, ARABIC_FACE = "Libertinus Serif", "Amiri"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic letters and signs, their extensions and presentation forms."""


def faces(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the faces that texts are set in, the first one first."""
    return (FACE, ARABIC_FACE) if any(map(ARABIC.search, texts)) else (FACE,)


def compiler(main: str, root: str, texts: Iterable[str], **inputs: str) -> Any:
    """Return a typesetter of a file that reads no fonts of the machine, with the faces that texts need."""
    import typst  # noqa: PLC0415  (heavy)

    folders = [_folder()] if ARABIC_FACE in faces(texts) else []
    return typst.Compiler(main, root=root, font_paths=folders, ignore_system_fonts=True, sys_inputs=inputs)


@cache
def register() -> None:
    """Hand Arabic letters to the drawer of charts, which measures texts with them; once a process."""
    import vl_convert  # noqa: PLC0415  (heavy)

    vl_convert.register_font_directory(_folder())


def _folder() -> str:
    import fontpkg_amiri  # noqa: PLC0415  (only where a text needs it)

    return str(fontpkg_amiri.ROOT / "files")
