"""Changing: values set at paths of a model's plain data."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from cadre.messages import quoted
from cadre.mission.base import did_you_mean, refusal
from cadre.mission.shape import inner, is_record


def set_at(model: Any, node: Any, keys: list[str], value: Any) -> None:
    """Set a value at a path of plain data of a model; tables on the way are made.

    Parameters
    ----------
    model : type
        Of which `node` is the plain data.
    node : dict
        Changed in place.
    keys : list of str
        Names of fields and ids; items of lists are numbered from 0.
    value : object
        As people write it; None takes what stands there away.

    Raises
    ------
    PydanticCustomError
        Where the path leads through a value, past a list, or to nothing.
    """
    for key in keys[:-1]:
        node, model = _child(node, key), inner(model, key)
        if not isinstance(node, dict | list):
            raise refusal("parts.path-through-value", key=quoted(key))
    last = keys[-1]
    if isinstance(node, list):
        _child(node, last)
        node[int(last)] = value
    elif value is not None:
        node[last] = value
    elif last in node:
        del node[last]
    elif not is_record(model) or inner(model, last) is None:
        raise refusal("parts.nothing-to-take-away", key=quoted(last), cure=did_you_mean(last, node))


def _child(node: Any, key: str) -> Any:
    if isinstance(node, dict):
        return node.setdefault(key, {})
    if not key.isdigit() or int(key) >= len(node):
        raise refusal("parts.no-such-item", key=quoted(key), last=str(len(node) - 1))
    return node[int(key)]


def fault_at(error: PydanticCustomError, path: str, value: Any) -> ValidationError:
    """Make one error of a model's kind, so that whoever changes a mission has one kind to expect."""
    line = InitErrorDetails(type=error, loc=tuple(path.split(".")), input=value)
    return ValidationError.from_exception_data("Mission", [line])
