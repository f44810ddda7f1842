"""YAML files: text to a `Tree`, with the line and column of every key and value.

Takes text, gives plain data (mappings, lists, text, numbers, yes or no). Dates stay text, so that a day that
does not exist keeps its place. Tags are refused, aliases are allowed within a limit, and nothing recurses, so
that no file can exhaust the machine.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission.numerals import WrittenFloat
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.tree import Path, Tree
from cadre.mission_files.yaml_syntax import syntax_fault

DEPTH_AT_MOST = 20
"""Levels of nesting; a mission has about eight."""
VALUES_AT_MOST = 200_000
"""Keys and values of one file after aliases are followed."""

LONGEST_NUMBER = 400
"""Digits from which on a number stays text, which is refused where a number must stand."""

_NULL = re.compile(r"(?:~|null|Null|NULL)?")
_TRUE, _FALSE = re.compile(r"true|True|TRUE"), re.compile(r"false|False|FALSE")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_GROUP = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What could be thousands, where people write a point between them."""
_DIGITS = re.compile(r"[-+]?[0-9]{1,3}")
_REST = re.compile(r"[0-9]+\s*(?:%|[kM]|[a-z][a-z ]*)?")
_HALF = re.compile("[\ud800-\udbff]")
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DOUBTFUL = re.compile(r"[ \t]+(#(?:\S|[ \t]+\d)[^\r\n]*)")
"""A comment behind a text that may have been meant as part of it: `School #2`, `School # 2`."""


def plain(text: str) -> Any:
    """Return the value of an unquoted scalar by YAML 1.2; digits after a leading zero stay text."""
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text) or _FALSE.fullmatch(text):
        return text[0] in "tT"
    if _INT.fullmatch(text):
        return int(text) if len(text) < LONGEST_NUMBER else text
    if _ENDLESS.fullmatch(text):
        return float(text.replace(".", ""))
    if not _FLOAT.fullmatch(text) or re.match(r"[-+]?0[0-9]", text) or math.isinf(float(text)):
        return text
    return WrittenFloat(text) if _GROUP.fullmatch(text) else float(text)


def _paired(text: str) -> str:
    """Join characters that are escaped in two halves, as JSON does; a half alone stays."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled."""

    data: Any
    path: Path
    anchor: str | None
    began: int
    key: str | None = None
    again: bool = False
    in_flow: bool = False
    last: tuple[str, Place] | None = None
    """Digits that stood before, and where, between brackets."""


@dataclass(slots=True)
class _Builder:
    """Takes the events of one file in their order and fills a tree."""

    file: str
    text: str
    tree: Tree = field(default_factory=Tree)
    stack: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    count: int = 0
    documents: int = 0
    root: Any = None

    def take(self, event: Event) -> None:
        """Take one event."""
        if isinstance(event, DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            frame = self.stack.pop()
            if frame.anchor:
                self.anchors[frame.anchor] = (frame.data, self.count - frame.began)
        elif isinstance(event, AliasEvent):
            self._follow(event)
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._open(event)

    def _begin_document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise refuse(self._place(event), "files.second-document")

    def _place(self, event: Event, path: Path = ()) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1, path=path)

    def _grow(self, event: Event, by: int = 1) -> None:
        self.count += by
        if self.count > VALUES_AT_MOST:
            raise refuse(self._place(event), "files.too-many-values", most=VALUES_AT_MOST)

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            raise refuse(self._place(event), "files.tag", tag=tag)

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_tag(event)
        self._grow(event)
        bare = event.style is None
        frame = self.stack[-1] if self.stack else None
        text = _paired(event.value)
        if frame is not None and isinstance(frame.data, dict) and frame.key is None:
            self._key(frame, event, text)
            return
        if bare and not text and frame is not None and self._is_rest_of_number(frame, event):
            return
        value = plain(text) if bare else text
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        path = self._attach(event, value)
        if bare:
            self._note(event, value, path)
        if bare and not event.value and path in self.tree.keys:
            # The library has nothing begin where the next thing does, which may be lines below.
            self.tree.values[path] = self.tree.keys[path]
        if frame is not None and frame.in_flow:
            frame.last = (text, self._place(event)) if bare and _DIGITS.fullmatch(text) else None

    def _note(self, event: ScalarEvent, value: Any, path: Path) -> None:
        """Keep how a number was written that had no quotes, and a comment that may belong to the value."""
        if value is not None and event.value != str(value):
            self.tree.written[path] = event.value
        comment = _DOUBTFUL.match(self.text, event.end_mark.index)
        if comment is not None:
            self.tree.comments[path] = comment[1].rstrip()

    def _is_rest_of_number(self, frame: _Frame, event: ScalarEvent) -> bool:
        """Tell of `{min: 0,1%}`, in which the comma parts a number and leaves a key without a value."""
        if not (frame.in_flow and frame.last and frame.key and _REST.fullmatch(frame.key)):
            return False
        (digits, place), path = frame.last, (*frame.path, frame.key)
        number = f"{digits},{frame.key}"
        texts = {"number": quoted(number), "quoted": f'"{number}"'}
        self.tree.faults.append(Fault.of(place, "files.number-parted", **texts))
        self.tree.keys.pop(path, None)
        frame.key = frame.last = None
        return True

    def _key(self, frame: _Frame, event: Event, key: str) -> None:
        path = (*frame.path, key)
        frame.again = path in self.tree.keys
        if frame.again:
            first, place = str(self.tree.keys[path].line), self._place(event, path)
            self.tree.faults.append(Fault.of(place, "files.key-twice", key=quoted(key), line=first))
        self.tree.keys.setdefault(path, self._place(event))
        frame.key = key

    def _attach(self, event: Event, value: Any) -> Path:
        if not self.stack:
            self.root = value
            return ()
        frame = self.stack[-1]
        if isinstance(frame.data, dict):
            if frame.key is None:
                raise refuse(self._place(event), "files.no-word-as-key")
            path = (*frame.path, frame.key)
            if frame.again:
                # The fault is told; what stands inside is read beside the mission and told no more.
                path = (*path, f"again in line {event.start_mark.line + 1}")
            else:
                frame.data[frame.key] = value
            frame.key = None
        else:
            path = (*frame.path, str(len(frame.data)))
            frame.data.append(value)
        self.tree.values[path] = self._place(event)
        return path

    def _open(self, event: Any) -> None:
        self._refuse_tag(event)
        self._grow(event)
        if len(self.stack) >= DEPTH_AT_MOST:
            raise refuse(self._place(event), "files.too-deep", most=DEPTH_AT_MOST)
        data: Any = {} if isinstance(event, MappingStartEvent) else []
        path = self._attach(event, data)
        in_flow = bool(event.flow_style)
        self.stack.append(_Frame(data, path, event.anchor, self.count, in_flow=in_flow))

    def _follow(self, event: AliasEvent) -> None:
        name = str(event.anchor)
        if name not in self.anchors:
            raise refuse(self._place(event), "files.alias-without-anchor", anchor=name)
        value, size = self.anchors[name]
        self._grow(event, size + 1)
        self._attach(event, value)


def parse_yaml(text: str, file: str) -> Tree:
    """Read the text of a YAML file that holds one mapping.

    Raises
    ------
    BadInput
        The text is not YAML, holds tags, several documents, no mapping, or is too deep or too large.
    """
    builder = _Builder(file, text)
    yaml = YAML(typ="safe", pure=True)
    try:
        for event in yaml.parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        raise syntax_fault(error, file, text) from None
    except ReaderError as error:
        raise _unreadable(error, text, file) from None
    except YAMLError:
        raise refuse(Place(file, 1, 1), "files.no-yaml") from None
    if builder.root is None:
        raise refuse(file, "files.empty-file")
    if not isinstance(builder.root, dict):
        raise refuse(Place(file, 1, 1), "files.no-keys")
    tree = builder.tree
    return replace(tree, data=builder.root, values=tree.values | {(): Place(file)})


def _unreadable(error: ReaderError, text: str, file: str) -> BadInput:
    position = int(error.position)
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    code = ord(text[position]) if position < len(text) else 0
    return refuse(Place(file, line, column), "files.control-character", character=f"U+{code:04X}")
