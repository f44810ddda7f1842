"""What every search gives."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from cadre.solving import Result, Status


@pytest.mark.parametrize("objective", [3, 3.0])
def test_a_result_reads_back_as_it_was_written(objective: float) -> None:
    kind = TypeAdapter(Result)
    written = kind.dump_json(Result(Status.OPTIMAL, objective, 0))
    assert written == kind.dump_json(kind.validate_json(written))
    assert b"3.0" in written
