"""Whatever stands in a field of the model is read or refused: no value of a file gives a traceback."""

from __future__ import annotations

import contextlib
import datetime as dt
import math
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from cadre.mission.numerals import WrittenFloat
from tests.mission.records import FIELDS, reader_of

PLAIN: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**400, 1.5, math.nan, math.inf, WrittenFloat("1.250"), WrittenFloat("1e999")),
    *("", " ", "x", "1", "\u0665", "a: b", "x <= ", "min 1", "1/0", "2020-01-06", dt.date(2020, 1, 6)),
    *(dt.datetime(2020, 1, 6, 12), dt.time(12), b"x"),
)
DEEP: tuple[Any, ...] = tuple(
    form
    for value in PLAIN
    for form in (value, [value], {"a": value}, {"low": value}, {"fixed": value}, {"of": value}, [[value]])
)
DEEPER: tuple[Any, ...] = (
    *({}, [], [None, 1], {"a": []}, {"a": {}}, [{}], {"a": {"b": 1}}, {"a": [{"b": [1]}]}, {1: 2}, {None: 1}),
    *({True: 1}, {dt.date(2020, 1, 6): "x"}, {1.5: [1]}, {"min": [1], "max": {}}, {"p10": "x", "p90": None}),
    *({"up_to_x": 1, "above": 2}, {"up_to_1": "x"}, {"above": None}, [{"a": 1}, {"b": [None]}]),
)


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_what_stands_in_a_field_is_read_or_refused(record: type[BaseModel], name: str) -> None:
    reader = reader_of(record, name)
    for written in (*DEEP, *DEEPER):
        with contextlib.suppress(ValidationError):
            reader.validate_python(written)
