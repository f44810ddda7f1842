"""Letters: which option a letter of the last brief or screening means.

A brief and `cadre options` keep the letters that they gave beside the usual place of the brief
(`out/NAME.letters.json`); a brief holds its own, too.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed
from cadre.options import NOTHING, lettered

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.options import Option

LETTER = re.compile(r"[A-Z0]")
STUDY = "study.json"


def usual_folder(folder: Path) -> Path:
    """Return where the brief of a mission is written when nothing is said."""
    return Path("out") / Path(os.path.realpath(folder)).name


def keep_letters(folder: Path, options: Iterable[str]) -> None:
    """Keep which letter each option shown has; where nothing can be written, letters stay those of briefs."""
    file = _file(folder)
    data = {"mission": os.path.realpath(folder), "letters": lettered(options)}
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def option_of(folder: Path, key: str, brief: Path | None = None) -> str:
    """Return the id that a letter stands for, or what was written where it is no letter.

    Parameters
    ----------
    folder : Path
        Of the mission.
    key : str
        A letter, `0` for doing nothing, or an id.
    brief : Path, optional
        Folder of the brief whose letters are meant; the last one of the mission when left out.

    Raises
    ------
    BadInput
        No letters are known, or none of them is this one.
    """
    if not LETTER.fullmatch(key):
        return key
    known = _letters(folder, brief)
    if key in known:
        return known[key]
    if key == "0":
        return NOTHING
    place = Place(path=("option",))
    if not known:
        raise BadInput([Fault.of(place, "cli.no-letters", letter=key, folder=str(folder))])
    raise BadInput([Fault.of(place, "cli.no-such-letter", letter=key, letters=listed(known, "or"))])


def pins_of(mission: Mission, folder: Path, shown: Sequence[str]) -> tuple[str, ...]:
    """Return options to be shown as they are read, letters put into ids.

    Raises
    ------
    BadInput
        One of them names what there is not, or what a rule excludes.
    """
    from cadre.mission.checks.levers import pin_faults

    pins = tuple(", ".join(option_of(folder, part.strip()) for part in text.split(",")) for text in shown)
    place = Place(path=("show",))
    faults = [fault for text in pins for fault in pin_faults(mission, text, place)]
    if faults:
        raise BadInput(faults)
    return pins


def find_option(mission: Mission, folder: Path, key: str, brief: Path | None = None) -> Option:
    """Find an option by its id or by the letter of a brief.

    Raises
    ------
    BadInput
        With the nearest ids, when there is no such option.
    """
    from difflib import get_close_matches

    from cadre.options import options as generate

    found = {option.id: option for option in generate(mission)}
    named = option_of(folder, key, brief) if key not in found else key
    if named in found:
        return found[named]
    near = listed(get_close_matches(named, found, n=3, cutoff=0), "or")
    place, count = Place(path=("option",)), len(found)
    raise BadInput([Fault.of(place, "cli.no-option", option=repr(named), count=count, near=near)])


def _file(folder: Path) -> Path:
    usual = usual_folder(folder)
    return usual.with_name(f"{usual.name}.letters.json")


def _letters(folder: Path, brief: Path | None) -> Mapping[str, str]:
    """Return ids by letter: of a brief, else those kept last for this mission; empty where there are none."""
    if brief is not None:
        return _of_brief(_read(brief / STUDY if brief.is_dir() else brief))
    kept = _read(_file(folder))
    if kept.get("mission") == os.path.realpath(folder) and isinstance(kept.get("letters"), dict):
        return {str(letter): str(option) for letter, option in kept["letters"].items()}
    return _of_brief(_read(usual_folder(folder) / STUDY))


def _of_brief(document: Mapping[str, Any]) -> dict[str, str]:
    options = document.get("options")
    rows = [one for one in options if isinstance(one, dict)] if isinstance(options, list) else []
    return {str(one["letter"]): str(one["id"]) for one in rows if "letter" in one and "id" in one}


def _read(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
