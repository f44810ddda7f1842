"""Every mistake of `bad_input.yaml` is told in French as well, and no word of it escapes the catalogue."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.shape import bare, choices_of, fields_of, inner, is_record, kind_of
from cadre.mission_files import read_mission
from cadre.words import Catalogue
from cadre.words.saying import of_error
from tests.mission_files.by_hand import write_folder
from tests.mission_files.test_bad_input import CASES, WHOLE_FILES
from tests.words.source import LOCALES

AREAS = ("faults", "fields", "parts", "checks", "files")
LEAST = 3
"""Words in a row that make a text of a message known again."""


def refused(folder: Path, name: str) -> BadInput:
    case = CASES.get(name)
    if case is None:
        WHOLE_FILES[name][0](write_folder(folder))
    else:
        file, (old, new) = write_folder(folder) / case["file"], case["change"]
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(BadInput) as bad:
        read_mission(folder)
    return bad.value


@cache
def english_texts() -> tuple[str, ...]:
    """Return the texts of English messages that cannot stand in French ones by chance."""
    texts: set[str] = set()
    for area in AREAS:
        for entry in FluentParser().parse((LOCALES / "en" / f"{area}.ftl").read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                texts |= set(_texts_of(entry))
    french = "\n".join((LOCALES / "fr" / f"{area}.ftl").read_text("utf-8") for area in AREAS)
    return tuple(sorted(t for t in texts if len(re.findall(r"\w+", t)) >= LEAST and t not in french))


def _texts_of(node: object) -> list[str]:
    if isinstance(node, ast.TextElement):
        return [node.value.strip()]
    if isinstance(node, ast.BaseNode):
        return [text for part in vars(node).values() for text in _texts_of(part)]
    return [text for part in node for text in _texts_of(part)] if isinstance(node, list) else []


@cache
def help_texts(model: object = Mission) -> frozenset[str]:
    """Return the help of every field below a type, and the words it allows: faults quote them as they are."""
    found: set[str] = set()
    for field in fields_of(model):
        found |= {field.help, *choices_of(field.type)}
        below = bare(field.type)
        below = inner(below, "0") if kind_of(below) in ("table", "records") else below
        if below is not None and is_record(below):
            found |= help_texts(bare(below))
    return frozenset(found)


@pytest.mark.parametrize("name", [*CASES, *WHOLE_FILES])
def test_a_mistake_is_told_in_french(tmp_path: Path, name: str) -> None:
    told = of_error(refused(tmp_path / "mission", name), Catalogue("fr"))
    assert [] == [text for text in english_texts() if text in told]
    assert all("\u00a0: trouvé\u00a0: " in line for line in told.split("\n"))


@pytest.mark.parametrize("name", [*CASES, *WHOLE_FILES])
def test_no_word_of_a_fault_stands_outside_the_catalogue(tmp_path: Path, name: str) -> None:
    """Words of messages stand between marks; outside are places, keys, planners' words and quoted help."""
    folder = tmp_path / "mission"
    bad = refused(folder, name)
    told = of_error(bad, Catalogue("en", altered=lambda text: f"⟦{text}⟧"))
    escaped = re.sub(r"⟦[^⟧]*⟧| and | or ", "\n", told)  # lists are joined by the tables of the language
    written = " ".join(f.read_text("utf-8", "replace") for f in sorted(folder.glob("*")) if f.is_file())
    sentences = re.findall(r"[a-z]{2,}(?: [a-z]+){2,}", escaped)
    quoted = " ".join(help_texts()).lower() + written
    places = " ".join(str(fault.where) for fault in bad.faults)
    assert [] == [one for one in sentences if one not in quoted and one not in places]


def test_a_sentence_that_escapes_would_be_seen() -> None:
    assert "must be keys with values" in english_texts()
    assert "Site of the command and of advisers without a site of their own" in help_texts()
