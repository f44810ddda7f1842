"""Glyphs: which characters the typesetter's own fonts do not have, and what stands for them in print.

Takes texts, gives texts. An archival file must be able to show every character, so that one that no font has
would end the brief; the page and the Word document have the fonts of whoever reads them.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from cadre.brief.fonts import compiler, faces

STANDS_IN = "\ufffd"
"""What is shown instead: a character that the fonts have, and that says what it is."""
SURE = "\u024f"
"""Up to here, the last of extended Latin, the fonts have every character that a text can hold."""
PROBE = """#set document(title: "probe")
#set text(font: sys.inputs.faces.split(","))
#text(read("probe.txt"))
"""
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""Archival, and accessible: the typesetter refuses a text that it cannot show, and a chart without words."""
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')


def showable(texts: Sequence[str]) -> tuple[list[str], bool]:
    """Give texts in which every character can be shown, and whether any had to be replaced."""
    odd = "".join(sorted({c for text in texts for c in text if c > SURE}))
    lacking = dict.fromkeys(map(ord, _lacking(odd)), STANDS_IN) if odd else {}
    return [text.translate(lacking) for text in texts], bool(lacking)


def _lacking(characters: str) -> str:
    """Give those characters, above `SURE`, that no font has: all are told by one attempt to set them."""
    import typst  # noqa: PLC0415  (heavy)

    with tempfile.TemporaryDirectory(prefix="cadre-glyphs-") as folder:
        main = Path(folder) / "probe.typ"
        main.write_text(PROBE, "utf-8")
        (main.parent / "probe.txt").write_text(" ".join(characters), "utf-8")
        try:
            probe = compiler(str(main), folder, [characters], faces=",".join(faces([characters])))
            probe.compile(format="pdf", pdf_standards=[*STANDARDS])
        except typst.TypstError as error:
            told = "".join(_LACKING.findall(str(error.diagnostic or error)))
            return "".join(c for c in told if c > SURE)
    return ""
