"""Ways to change YAML files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from benchmarks.mutated.mutant import FREE, SAME, SAME_AND_READ, Base, Keys, Meaning, Mutant, Way
from benchmarks.mutated.numerals import FORMS, VALUES, numeral
from cadre.mission_files.names import LEDGER, MISSION
from cadre.mission_files.yaml_files import parse_yaml

FILES = (MISSION, MISSION, MISSION, LEDGER)
SLIPS = (
    '"', "'", "{", "}", "[", "]", "\t", ": ", ":", "- ", "&a ", "*a", "!x ", "|\n", ">\n", "? ", "\0", ",",
    ";",
    "#", " #", "%", "@", "`", "\u00a0", "\u2028", "\x0b", "\x85", "\ufeff", "\u202e", "\uf0b7",
         "\U0001f600",
         "é", "\n", "\n\n", "  ", "\\", "=", "<<: *a", "---\n", "...\n", "~", "\ud7ff")  # fmt: skip
VALUES_INSTEAD = (
    "null", "~", "''", "0", "-1", "1.5", "yes", "no", "true", "[]", "{}", "x", "'x'", "[x]", "{a: 1}",
    ".nan", ".inf",
    "1e400", "1e308", "9" * 40, "2020-02-30", "2020-12-31", "31.12.2020", "12/31/2020", "0x10", "1_000",
    "007", "12:30",
    "'#N/A'", "5 apples", "60.5", "110%", "12,5", "0,005%", "[1, 2]", "{min: 1}",
    "{min: 1, likely: 2, max: 3}",
    "{low: 2, high: 1}", "{choices: {1: 0.5, 2: 0.5}}", "'   '", "'A\u00a0B'", "School", "Camp", "basic",
    "'=1+1'",
    "None", "nothing", "1.250", "'1,250'", "'1 250'", "'\u0661\u0662'", "1e5", "+5", "'5 %'", "'-'",
    "'n/a'", "'tbd'",
    "'?'", "'10-12'", "'~10'", "'>5'", "'5k'", "'1.2 M'", "'2 years'", "'half'", "'ten'", "monday", "host",
    "ally",
)  # fmt: skip


class Scalar(NamedTuple):
    """One scalar of a YAML text: its path, where it stands, and whether it is a key or stands in a flow."""

    path: Keys
    start: int
    end: int
    is_key: bool
    in_flow: bool
    value: str


@cache
def scalars(text: str) -> tuple[Scalar, ...]:
    """Give every scalar of a text in its order."""
    return tuple(_scalars(text))


def _scalars(text: str) -> Iterator[Scalar]:
    stack: list[list[Any]] = []  # [kind, key or number, in flow]
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, ScalarEvent):
            span = event.start_mark.index, event.end_mark.index
            top = stack[-1]
            if top[0] == "map" and top[1] is None:
                top[1] = event.value
                yield Scalar(_path(stack), *span, True, top[2], event.value)
                continue
            yield Scalar(_path(stack), *span, False, top[2], event.value)
            _next(stack)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            kind = "map" if isinstance(event, MappingStartEvent) else "list"
            stack.append([kind, None if kind == "map" else 0, bool(event.flow_style)])
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            stack.pop()
            _next(stack)


def _path(stack: list[list[Any]]) -> Keys:
    return tuple(str(frame[1]) for frame in stack)


def _next(stack: list[list[Any]]) -> None:
    if stack:
        stack[-1][1] = None if stack[-1][0] == "map" else stack[-1][1] + 1


def _file(dice: Random, base: Base) -> tuple[str, str]:
    name = dice.choice(FILES)
    return name, base.files[name].decode()


def _below(name: str, path: Keys) -> Keys:
    return ("ledger", *path) if name == LEDGER else path


def _cut(text: str, scalar: Scalar, instead: str) -> str:
    return text[: scalar.start] + instead + text[scalar.end :]


# ---- what keeps the meaning


def in_other_bytes(dice: Random, base: Base) -> Mutant:
    """The same text as other programs save it."""
    name, text = _file(dice, base)
    content = dice.choice((
        text.encode("utf-8-sig"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\n\n").encode(),
        ("# a comment\n\n" + text + "\n\n# the end\n").encode(),
        ("---\n" + text).encode(),
        (text + "...\n").encode(),
        text.replace("\n", "   \n").encode(),
        text.replace("\n", " # noted\n").encode(),
        text.rstrip().encode(),
    ))  # fmt: skip
    return Mutant("yaml in other bytes", base.with_file(name, content), SAME_AND_READ)


def in_foreign_bytes(dice: Random, base: Base) -> Mutant:
    """A text that was saved in another encoding: read rightly or refused."""
    name, text = _file(dice, base)
    text = text.replace("School", "École") if name == MISSION else text
    content = text.encode(
        dice.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7")), "replace"
    )
    meaning = Meaning((("mission", "title"),)) if name == MISSION else SAME
    return Mutant("yaml in foreign bytes", base.with_file(name, content), meaning)


def as_json(dice: Random, base: Base) -> Mutant:
    """The same data as JSON, or with its keys in another order."""
    name, text = _file(dice, base)
    data = parse_yaml(text, name).data
    if dice.random() < 0.5:
        data = _shuffled(data, dice)
    written = json.dumps(data, indent=dice.choice((None, 2)), ensure_ascii=dice.random() < 0.5, default=str)
    return Mutant("yaml as json", base.with_file(name, written), SAME_AND_READ)


def _shuffled(node: Any, dice: Random) -> Any:
    if isinstance(node, dict):
        keys = list(node)
        dice.shuffle(keys)
        return {key: _shuffled(node[key], dice) for key in keys}
    return [_shuffled(child, dice) for child in node] if isinstance(node, list) else node


def quoted(dice: Random, base: Base) -> Mutant:
    """Keys and values between quotes."""
    name, text = _file(dice, base)
    found = [s for s in scalars(text) if text[s.start : s.end] == s.value and s.value not in ("yes", "no")]
    for scalar in sorted(
        dice.sample(found, min(len(found), dice.randint(1, 20))), reverse=True, key=lambda s: s.start
    ):
        mark = dice.choice("\"'")
        text = _cut(text, scalar, f"{mark}{scalar.value}{mark}")
    return Mutant("yaml quoted", base.with_file(name, text), SAME_AND_READ)


def aliased(dice: Random, base: Base) -> Mutant | None:
    """A value that stands twice, once as an alias."""
    name, text = _file(dice, base)
    values = [s for s in scalars(text) if not s.is_key and text[s.start : s.end] == s.value]
    first = dice.choice(values)
    again = [s for s in values if s.value == first.value and s.start > first.start]
    if not again:
        return None
    text = _cut(text, dice.choice(again), "*same ")
    text = _cut(text, first, f"&same {first.value}")
    return Mutant("yaml aliased", base.with_file(name, text), SAME_AND_READ)


# ---- numbers


def number(dice: Random, base: Base) -> Mutant | None:
    """A number in another notation: read as that number, or refused."""
    name, text = MISSION, base.files[MISSION].decode()
    found = [s for s in scalars(text) if not s.is_key and _is_number(base, _below(name, s.path))]
    scalar = dice.choice(found)
    form, value = dice.choice(FORMS), dice.choice(VALUES)
    percent = scalar.value.endswith("%") and value <= 100
    written = numeral(dice, value, form) + ("%" if percent else "")
    if dice.random() < 0.2:
        written = dice.choice((" ", "+", "\u00a0")) + written
    mark = dice.choice(("", "", '"', "'"))
    if "'" in written and mark != '"':
        mark = '"'
    text = _cut(text, scalar, f"{mark}{written}{mark}")
    if dice.random() < 0.4:
        text = text.replace("  title: School\n", f'  title: School\n  numbers: "{form}"\n', 1)
    meaning = Meaning((scalar.path, ("mission", "numbers")), value / 100 if percent else value)
    return Mutant("yaml number", base.with_file(name, text), meaning)


def amount(dice: Random, base: Base) -> Mutant:
    """A number with its unit, in any notation: read as that many, or refused."""
    place, written, unit, factors = dice.choice(AMOUNTS)
    text = base.files[MISSION].decode()
    word = dice.choice(tuple(factors))
    form, value = dice.choice(FORMS), dice.choice(VALUES)
    number = f"{numeral(dice, value, form)}{dice.choice(('', ' ', chr(0xA0)))}{word}"
    at_place = text.index(written) + len(written) - len(unit)
    text = f'{text[:at_place]}"{number}"{text[at_place + len(unit) :]}'
    if dice.random() < 0.3:
        text = text.replace("  title: School\n", f'  title: School\n  numbers: "{form}"\n', 1)
    return Mutant(
        "yaml amount",
        base.with_file(MISSION, text),
        Meaning((place, ("mission", "numbers")), value * factors[word]),
    )


AMOUNTS: tuple[tuple[Keys, str, str, dict[str, float]], ...] = (
    (
        ("roles", "trainer", "costs_a_year"),
        "costs_a_year: 85000",
        "85000",
        {"k": 1e3, "K": 1e3, "M": 1e6, "million": 1e6, "Mio": 1e6, "EUR": 1, "€": 1, "m": 1e6, "Mrd": 1e9},
    ),
    (
        ("competences", "leader", "leaves"),
        "leaves: 0.01",
        "0.01",
        {"%": 0.01, "percent": 0.01, "% a month": 0.01, "% per month": 0.01, "% a year": 0.01 / 12},
    ),
    (
        ("recruits", "army", "a_year"),
        "a_year: 240",
        "240",
        {"a year": 1, "people a year": 1, "people per year": 1, "a month": 12, "k": 1e3, "%": 0.01},
    ),
)
"""Where an amount stands, how it is written there, and what words behind a number mean."""


def title(dice: Random, base: Base) -> Mutant:
    """A title of letters, marks and signs of any script: kept, or refused."""
    planes = (range(0x20, 0x250), range(0x250, 0x3000), range(0x3000, 0x10000), range(0x10000, 0x110000))
    letters = (
        dice.choice("abc -/.,'&<>{}[]#$*_=@+")
        if dice.random() < 0.4
        else chr(dice.choice(dice.choice(planes)))
        for _ in range(dice.randint(1, 40))
    )
    text = base.files[MISSION].decode()
    place, old = dice.choice((
        (("mission", "title"), "title: School\n"), (("mission", "host"), "host: host\n"),
        (("parties", "ally", "title"), "{title: The ally}\n"),
        (("levers", "people", "choices", "few", "title"), "{title: Few,"),
    ))  # fmt: skip
    word = old.partition(": ")[2].strip("}\n,")
    written = json.dumps("".join(letters), ensure_ascii=dice.random() < 0.3)
    text = text.replace(old, old.replace(f": {word}", f": {written}"), 1)
    content = text.encode("utf-8", "surrogatepass")
    return Mutant("yaml title", base.with_file(MISSION, content), Meaning((place,)))


def _is_number(base: Base, path: Keys) -> bool:
    value = at(base.document, path)
    return (
        path[0] not in ("cadre", "levers") and isinstance(value, int | float) and not isinstance(value, bool)
    )


def at(document: Any, path: Keys) -> Any:
    """Give what stands at a path of plain data; None where nothing does."""
    for key in path:
        if isinstance(document, dict):
            document = document.get(key)
        elif isinstance(document, list) and key.isdigit() and int(key) < len(document):
            document = document[int(key)]
        else:
            return None
    return document


# ---- values, keys and lines


def value(dice: Random, base: Base) -> Mutant:
    """Another value in one place: nothing changes elsewhere."""
    name, text = _file(dice, base)
    scalar = dice.choice([s for s in scalars(text) if not s.is_key])
    instead = dice.choice(VALUES_INSTEAD)
    text = _cut(text, scalar, instead)
    meaning = Meaning((_around(_below(name, scalar.path)),))
    if "," in instead and instead[0] not in "'[{" and scalar.in_flow:
        meaning = Meaning((_below(name, scalar.path)[:-1],))
    return Mutant("yaml value", base.with_file(name, text), meaning)


def _around(path: Keys) -> Keys:
    """Give the smallest thing that one value may change: a list of words or days is read as a whole."""
    return path[:-1] if path[-1].isdigit() else path


def swapped(dice: Random, base: Base) -> Mutant:
    """Two values in each other's place."""
    name, text = _file(dice, base)
    one, other = sorted(dice.sample([s for s in scalars(text) if not s.is_key], 2), key=lambda s: s.start)
    first, second = text[one.start : one.end], text[other.start : other.end]
    text = _cut(_cut(text, other, first), one, second)
    meaning = Meaning(tuple(_around(_below(name, s.path)) for s in (one, other)))
    return Mutant("yaml swapped", base.with_file(name, text), meaning)


def renamed(dice: Random, base: Base) -> Mutant:
    """A key, or the name of something, misspelt."""
    name, text = _file(dice, base)
    scalar = dice.choice(scalars(text))
    text = _cut(text, scalar, misspelt(dice, text[scalar.start : scalar.end]))
    return Mutant("yaml renamed", base.with_file(name, text), FREE)


def misspelt(dice: Random, word: str) -> str:
    """Give a word with a slip: a letter lost, doubled, swapped or changed, capitals, spaces."""
    i = dice.randrange(max(1, len(word)))
    letter = dice.choice("abcdefghijklmnopqrstuvwxyz0123456789-_. éßñ\u00a0")
    ways = (
        word[:i] + word[i + 1 :],
        word[:i] + word[i : i + 1] * 2 + word[i + 1 :],
        word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :],
        word[:i] + letter + word[i + 1 :],
        word[:i] + letter + word[i:],
        word.upper(),
        word.capitalize(),
        word.replace("_", " "),
        word.replace("_", "-"),
        word + "s",
        word.rstrip("s"),
        word + dice.choice(("\u00a0", " ", ".", ",", "!")),
        f"the {word}",
    )
    return dice.choice(ways)


def lines(dice: Random, base: Base) -> Mutant:
    """Lines lost, doubled, moved or indented."""
    name, text = _file(dice, base)
    rows = text.splitlines()
    i, j = dice.randrange(len(rows)), dice.randrange(len(rows))
    way = dice.randrange(6)
    if way == 0:
        del rows[i : i + dice.randint(1, 4)]
    elif way == 1:
        rows.insert(j, rows[i])
    elif way == 2:
        rows[i], rows[j] = rows[j], rows[i]
    elif way == 3:
        rows[i] = dice.choice((" ", "  ", "    ", "\t")) + rows[i]
    elif way == 4:
        rows[i] = rows[i][dice.randint(1, 2) :]
    else:
        rows[i] = rows[i] + dice.choice((" x", ", x: 1", ":", "}", " #", " - x", "  \\", " |", "'"))
    return Mutant("yaml lines", base.with_file(name, "\n".join(rows) + "\n"), FREE)


def slip(dice: Random, base: Base) -> Mutant:
    """A slip of the keyboard, or what a paste brings."""
    name, text = _file(dice, base)
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        i = dice.randrange(len(text) + 1)
        text = (
            text[:i]
            + dice.choice((*SLIPS, chr(dice.randrange(0xD800))))
            + text[i + dice.choice((0, 0, 1, 3)) :]
        )
    return Mutant("yaml slip", base.with_file(name, text.encode("utf-8", "replace")), FREE)


def damaged(dice: Random, base: Base) -> Mutant:
    """Bytes lost or changed, files cut off or doubled."""
    name = dice.choice(FILES)
    content = damage(dice, base.files[name])
    return Mutant("yaml damaged", base.with_file(name, content), FREE)


def damage(dice: Random, content: bytes) -> bytes:
    """Give bytes with something lost, changed or doubled."""
    i = dice.randrange(len(content))
    j = min(len(content), i + dice.choice((1, 2, 8, 100)))
    return dice.choice((
        content[:i],
        content[i:],
        content[:i] + content[j:],
        content[:i] + bytes([dice.randrange(256)]) + content[i + 1 :],
        content[:i] + bytes(j - i) + content[j:],
        content + content[i:],
        content[:i] + dice.randbytes(j - i) + content[j:],
    ))  # fmt: skip


def nested(dice: Random, base: Base) -> Mutant:
    """Nesting that is too deep, aliases that grow, tags, merges, many documents."""
    name, text = MISSION, base.files[MISSION].decode()
    depth = dice.choice((5, 15, 19, 20, 21, 30, 1000))
    growth = "\n".join(
        [
            "x0: &x0 [x, x, x, x, x, x, x, x, x, x]",
            *(f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 10)}]" for i in range(1, 8)),
        ]
    )
    added = dice.choice((
        "notes: " + "[" * depth + "]" * depth,
        "notes: " + "{a: " * depth + "1" + "}" * depth,
        "notes:" + "".join(f"\n{'  ' * (i + 1)}a:" for i in range(depth)),
        growth,
        "loop: &loop [*loop]",
        "parties: &p {a: {}}\nnotes: {<<: *p}",
        "notes: !!python/object/apply:os.system [ls]",
        "notes: !!binary aGVsbG8=",
        "? [a, b]\n: c",
        "? {a: b}\n: c",
        "--- \nmission: {}",
        "%YAML 1.1\n---\n",
        "notes: *missing",
        "notes: |\n  text\n   more\n",
        "notes: >-\n  text\n\n  more\n",
    ))  # fmt: skip
    text = dice.choice((text + added + "\n", added + "\n" + text))
    return Mutant("yaml nested", base.with_file(name, text), SAME)


WAYS: tuple[Way, ...] = (
    in_other_bytes, in_foreign_bytes, as_json, quoted, aliased, number, number, number, amount, title, value,
    value,
    value, swapped,
    renamed, renamed, lines, lines, slip, slip, damaged, nested,
)  # fmt: skip
