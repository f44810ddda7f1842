"""Pictures of charts for office files: PNG with the typesetter's own fonts, the same on every machine."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from cadre.brief.render.typesetting import STANDARDS, compiler_of

LATIN = "\u024f"
"""The last letter of extended Latin."""
WIDTH_CM = 17.0
"""Width of a chart in print: that of the page between its margins."""
PIXELS_PER_INCH = 180.0
"""Sharp in print, and a founding case of a dozen charts stays below 2 MB."""


def pictures_of(drawn: Mapping[str, str]) -> dict[str, bytes]:
    """Draw charts as PNG.

    Parameters
    ----------
    drawn : mapping of str to str
        SVG of each chart, by id.
    """
    if not drawn:
        return {}
    with tempfile.TemporaryDirectory(prefix="cadre-charts-") as folder:
        root = Path(folder)
        for name, svg in drawn.items():
            (root / f"{name}.svg").write_text(svg, "utf-8")
        images = (f'#image("{name}.svg", width: {WIDTH_CM}cm)' for name in drawn)
        page = "#set page(width: auto, height: auto, margin: 2pt)\n"
        (root / "charts.typ").write_text(page + "\n#pagebreak()\n".join(images), "utf-8")
        made = compiler_of(root / "charts.typ").compile(format="png", ppi=PIXELS_PER_INCH)
    pages = made if isinstance(made, list) else [made]
    return {name: page for name, page in zip(drawn, pages, strict=True) if isinstance(page, bytes)}


def lacking_codes(svg: str) -> bool:
    """Say whether print cannot take a drawing as it is: letters that are joined lose their codes."""
    import typst  # noqa: PLC0415

    if not any(unicodedata.category(c)[0] in "LM" and c > LATIN for c in svg):
        return False
    with tempfile.TemporaryDirectory(prefix="cadre-charts-") as folder:
        main = Path(folder) / "probe.typ"
        (main.parent / "probe.svg").write_text(svg, "utf-8")
        main.write_text('#set document(title: "probe")\n#image("probe.svg", alt: "probe")', "utf-8")
        try:
            compiler_of(main).compile(format="pdf", pdf_standards=[*STANDARDS])
        except typst.TypstError:
            return True
    return False
