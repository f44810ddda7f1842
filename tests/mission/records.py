"""Every field of every record of the mission model, found from its types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter

from cadre.mission import Mission
from cadre.mission.nations import Condition
from cadre.mission.quantity import Quantity


def _records(root: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """Yield every record of the model below a type, each once."""
    for part in (root, *get_args(root)):
        if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
            seen.add(part)
            yield part
            for field in part.model_fields.values():
                yield from _records(field.annotation, seen)
        elif part is not root:
            yield from _records(part, seen)


FIELDS = [
    (record, name)
    for record in _records(Mission, set())
    for name in record.model_fields
    if record not in (Condition, Quantity)  # read from one text
]


def reader_of(record: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """Return what reads a field alone, with all its rules."""
    field = record.model_fields[name]
    asked: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(asked)
