"""Header: title and frame of a mission, the form of its numbers, the days on which it may begin."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from cadre.mission.base import Frozen, refusal
from cadre.mission.numerals import NumberForm
from cadre.mission.units import WeekCount

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
"""First days that a mission may have: no week that is looked at then lies beyond the calendar."""


def as_form(value: Any) -> Any:
    """Read `1\u00a0234,5` as `1 234,5`."""
    return re.sub(r"\s", " ", value.replace("\u2019", "'")) if isinstance(value, str) else value


class Header(Frozen):
    """Title and frame of a mission."""

    title: str = Field(min_length=1, description="Name of the mission")
    host: str = Field(min_length=1, description="Host country or organisation")
    starts: dt.date = Field(description="First day of week 0")
    horizon: WeekCount = Field(
        ge=4, le=1044, description="Length of the foreign presence; the mission exits at its end"
    )
    looks_beyond_exit: WeekCount = Field(
        104, ge=0, le=520, description="Time for which the host is followed after exit"
    )
    currency: str = Field("EUR", min_length=3, max_length=3, description="Currency of every amount")
    language: Literal["en", "fr", "ar"] = Field(
        "en", description="Language of the brief and of what is printed; `ar` is there for page one"
    )
    numbers: Annotated[NumberForm | None, BeforeValidator(as_form)] = Field(
        None,
        description="How its texts write numbers: the signs between thousands and before decimals; where it "
        "is left out, what means two numbers (1.250, 1,250) is refused",
    )
    never: tuple[str, ...] = Field(("combat",), description="Activities the mission never does")
    pack: str | None = Field(None, description="Pack of published reference figures the mission draws on")

    @model_validator(mode="after")
    def _within_the_calendar(self) -> Header:
        if not EARLIEST <= self.starts <= LATEST:
            raise refusal("parts.starts-far-out", "starts", day=self.starts, first=EARLIEST, last=LATEST)
        return self
