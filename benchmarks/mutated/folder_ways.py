"""Ways to change what lies in a mission folder, whatever the files hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.mutated.mutant import FREE, REFUSED, SAME, SAME_AND_READ, Base, Mutant, Way
from cadre.mission_files.names import MISSION

LEFT_ALONE = (
    ".DS_Store", "Thumbs.db", "desktop.ini", "~$mission.xlsx", ".mission.yaml.swp", "mission.yaml~",
    ".git", "README",
    "notes.md", "letter.docx", "photo.jpg", "notes.pdf", ".~lock.offers.csv#",
)  # fmt: skip
NEAR = (
    "offers (1).csv", "Offers.csv", "OFFERS.CSV", "offers.CSV", "ofers.csv", "offers.xlsx", "mission.yml",
    "Mission.yaml",
    "mission.xls", "mission.ods", "Kopie von offers.csv", "offers.csv.csv", "parties .csv",
)  # fmt: skip
ODD = ("offers.tsv", "offers.txt", "offers.csv.txt", "mission.yaml.txt", "mission.json", "mission.yaml.bak")


def a_file_gone(dice: Random, base: Base) -> Mutant:
    """One file, or all but one, is not there."""
    name = dice.choice(sorted(base.files))
    keeps_one = dice.random() < 0.2
    kept = {key: content for key, content in base.files.items() if (key == name) == keeps_one}
    return Mutant("folder: a file gone", kept, FREE)


def something_else(dice: Random, base: Base) -> Mutant:
    """A file that is no part of a mission."""
    name = dice.choice(LEFT_ALONE)
    content = dice.choice((b"", b"x", b"\0" * 100, dice.randbytes(50)))
    return Mutant("folder: something else", base.with_file(name, content), SAME_AND_READ)


def something_near(dice: Random, base: Base) -> Mutant:
    """A file that looks like a part of the mission."""
    name = dice.choice(NEAR)
    content = dice.choice((dice.choice(sorted(base.files.values())), b"x", b"id\n"))
    if dice.random() < 0.2:
        return Mutant("folder: something odd", base.with_file(dice.choice(ODD), content), SAME)
    return Mutant("folder: something near", base.with_file(name, content), REFUSED)


def in_its_place(dice: Random, base: Base) -> Mutant:
    """Something that is no file in the place of a file."""
    name = dice.choice(sorted(base.files))
    rest = {key: content for key, content in base.files.items() if key != name}
    way, read = dice.choice(_IN_PLACE)
    return Mutant(
        "folder: in its place", rest, SAME_AND_READ if read else REFUSED, _put(way, name, base.files[name])
    )


def _put(way: Callable[[Path, bytes], None], name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: way(folder / name, content)


def _linked_inside(path: Path, content: bytes) -> None:
    other = path.with_name(".kept")
    other.write_bytes(content)
    path.symlink_to(other.name)


def _linked_outside(path: Path, content: bytes) -> None:
    other = path.parent.with_name(path.parent.name + "-outside")
    other.write_bytes(content)
    path.symlink_to(other)


_IN_PLACE: tuple[tuple[Callable[[Path, bytes], None], bool], ...] = (
    (lambda path, _: path.mkdir(), False),
    (lambda path, _: path.symlink_to(path.name), False),
    (lambda path, _: path.symlink_to("gone"), False),
    (lambda path, _: path.symlink_to("."), False),
    (lambda path, _: path.symlink_to("/dev/zero"), False),
    (lambda path, _: os.mkfifo(path), False),
    (_linked_inside, True),
    (_linked_outside, False),
)


def twice(dice: Random, base: Base) -> Mutant:
    """A part of the mission in two forms at once."""
    from benchmarks.mutated.mutant import base as made  # noqa: PLC0415

    other = made(dice.choice(("yaml", "csv", "excel")))
    name = dice.choice(sorted(other.files))
    return Mutant("folder: twice", dict(base.files) | {name: other.files[name]}, SAME)


def other_content(dice: Random, base: Base) -> Mutant:
    """Nothing, blanks, or something quite different in a file."""
    name = dice.choice(sorted(base.files))
    content = dice.choice((
        b"", b"\n\n", b"# nothing\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 4096, b"PK\x03\x04",
        b"%PDF-1.4", b"<html></html>",
        dice.randbytes(300), b"null\n", b"[]\n", b"{}\n", b"- a\n", b"text\n", b"a: 1\n", b"id\n",
        b",,,\n", b"id,id\n",
        b"#" * 2_100_000, base.files.get(MISSION, b"x"), *base.files.values(),
    ))  # fmt: skip
    return Mutant("folder: other content", base.with_file(name, content), FREE)


WAYS: tuple[Way, ...] = (
    a_file_gone, something_else, something_near, something_near, in_its_place, twice, other_content,
    other_content,
)  # fmt: skip
