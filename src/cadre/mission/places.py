"""Places: sites with facilities, an opening date, gates and closures."""

from __future__ import annotations

from pydantic import Field, model_validator

from cadre.mission.base import Basis, Frozen, Table, refusal
from cadre.mission.calendar import Holiday, Weekdays
from cadre.mission.quantity import Day, Money, TimesAYear, Weeks, quantity_in
from cadre.mission.units import Latitude, Longitude, PeopleCount


class Closures(Frozen):
    """How often something stops, and for how long."""

    per_year: TimesAYear = Field(description="How often a year (a hazard each week while open)")
    weeks: Weeks = Field(description="How long each time (mean; geometric in the simulation)")
    basis: Basis = Field((), description="What it rests on")


class Site(Frozen):
    """A place with facilities."""

    title: str = Field("", description="Name; the id when left out")
    opens: Day | None = Field(None, description="Opening date; the first day when left out")
    facilities: Table[PeopleCount] = Field(
        default_factory=dict, description="Number of each facility or equipment set"
    )
    beds: PeopleCount | None = Field(
        None, ge=0, description="Trainees and foreign posts at a time, at most; no limit when left out"
    )
    closed: tuple[Holiday, ...] = Field(
        (), description="Periods in which nobody teaches there (works, threats)"
    )
    closures: Closures | None = Field(None, description="How often and how long it closes")
    in_country: bool = Field(True, description="Whether it lies in the host country")
    costs_to_open: Money = Field(quantity_in(0, "money"), description="Cost to make it ready")
    costs_a_year: Money = Field(quantity_in(0, "money"), description="Running cost")
    latitude: Latitude | None = Field(None, description="Degrees north, for the map; negative in the south")
    longitude: Longitude | None = Field(None, description="Degrees east, for the map; negative in the west")
    working_days: Weekdays | None = Field(
        None, description="Days of its working week; those of the calendar when left out"
    )
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _lies_somewhere(self) -> Site:
        if (self.latitude is None) != (self.longitude is None):
            given, lacking = (
                ("latitude", "longitude") if self.longitude is None else ("longitude", "latitude")
            )
            raise refusal("parts.half-a-place", given, given=given, lacking=lacking)
        return self
