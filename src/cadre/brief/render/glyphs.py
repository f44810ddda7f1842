"""Glyphs: which characters no face of the typesetter has, and what stands for them in print.

Takes texts, gives texts. An archival file must be able to show every character, so that one that no face has
would end the brief; the page and the Word document have the faces of whoever reads them. Words are tried as
wholes, since a mark that a face has alone may stand on a letter of another one.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from cadre.brief.render.typesetting import STANDARDS, compiler_of

STANDS_IN = "\ufffd"
"""What is shown instead: a character that the faces have, and that says what it is."""
SURE = "\u024f"
"""Up to here, the last of extended Latin, the faces have every character that a text can hold."""
PROBE = """#set document(title: "probe")
#set text(font: (sys.inputs.face, (name: sys.inputs.arabic-face, covers: regex(sys.inputs.arabic))))
#for word in json("probe.json") { block(word) }
"""
ROUNDS_AT_MOST = 12
"""A word that cannot be shown after so many replacements is replaced whole."""
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_WORD = re.compile(r'[^\s"\\<>&]+')
_NO_BREAK = "\u00a0"


def showable(texts: Sequence[str]) -> tuple[list[str], bool]:
    """Return texts, as JSON or XML, in which all can be shown, and whether anything had to be replaced."""
    safe = [_marks_kept(text) for text in texts]
    lacking = _replacements({word for text in safe for word in _WORD.findall(text) if _is_odd(word)})
    return [_WORD.sub(lambda found: lacking.get(found[0], found[0]), text) for text in safe], bool(lacking)


def lacking_in(texts: Iterable[str]) -> str:
    """Return the characters that print replaces, once each and in their order."""
    words = {word for text in texts for word in _WORD.findall(text) if _is_odd(word)}
    lost = {c for word, shown in _replacements(words).items() for c in word if c > SURE and c not in shown}
    return "".join(sorted(lost))


def lacking_glyphs(error: Exception) -> set[str]:
    """Return the pieces of text that the typesetter says it cannot show."""
    message = _LACKING.findall(str(getattr(error, "diagnostic", "") or error))
    return {_ESCAPED.sub(lambda found: chr(int(found[1], 16)), piece) for piece in message}


def without(text: str, pieces: Iterable[str]) -> str:
    """Return a text in which each of the pieces is replaced."""
    for piece in sorted(pieces, key=len, reverse=True):
        text = text.replace(piece, STANDS_IN)
    return text


def plain_latin(text: str) -> str:
    """Return a text with every character replaced that is not surely shown."""
    return "".join(c if c <= SURE else STANDS_IN for c in text)


def _replacements(words: set[str]) -> dict[str, str]:
    """Return what stands for each word that cannot be shown as it is."""
    made = {word: _of_no_face(word) for word in words}
    for left in reversed(range(ROUNDS_AT_MOST)):
        lacking = _named_in(sorted({shown for shown in made.values() if _is_odd(shown)}))
        if not lacking:
            break
        for word, shown in made.items():
            if any(piece in shown for piece in lacking):
                made[word] = without(shown, lacking) if left else plain_latin(shown)
    return {word: shown for word, shown in made.items() if shown != word}


def _is_odd(word: str) -> bool:
    return any(c > SURE and c != STANDS_IN for c in word)


def _of_no_face(word: str) -> str:
    """Replace what no face can have: characters without a meaning, private ones, halves of a pair."""
    none = {c for c in word if c > SURE and unicodedata.category(c) in ("Cn", "Co", "Cs")}
    return without(word, none)


def _named_in(words: Sequence[str]) -> set[str]:
    """Set words once, each on its own, and give the pieces that cannot be shown."""
    import typst  # noqa: PLC0415  (heavy)

    if not words:
        return set()
    with tempfile.TemporaryDirectory(prefix="cadre-glyphs-") as folder:
        main = Path(folder) / "probe.typ"
        main.write_text(PROBE, "utf-8")
        (main.parent / "probe.json").write_text(json.dumps(words), "utf-8")
        try:
            compiler_of(main).compile(format="pdf", pdf_standards=[*STANDARDS])
        except typst.TypstError as error:
            return lacking_glyphs(error)
    return set()


@cache
def _mark_behind() -> re.Pattern[str]:
    """Find what stands before a mark that has no letter to stand on."""
    marks = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c)[0] == "M")
    return re.compile(rf'([ \u200b">])(?=[{marks}])')


def _marks_kept(text: str) -> str:
    """Return marks without a letter a space that no line breaks at, to which alone they may be attached.

    The typesetter panics on a line that begins with the mark of a space.
    """
    if not _is_odd(text):
        return text
    return _mark_behind().sub(
        lambda found: _NO_BREAK if found[1] in " \u200b" else found[1] + _NO_BREAK, text
    )
