"""The table of criteria: everything that differs from criterion to criterion, each an `Entry` of `TABLE`.

Takes nothing, gives what options are compared, screened, weighed, swept and shown by. No other file lists
criteria: a new one is an entry here and its message `criteria.ID` in every language. Who needs the table asks
the functions below each time, so that a test can put another table in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

OUTCOME, LASTING, COST = "outcome", "lasting", "cost"
"""The ends that reports name one by one: targets reached, floors that hold, cost to exit."""
MONEY, SHARE = "money", "share"
"""Units with rules of their own: amounts in the mission's currency, and parts of a whole from 0 to 1."""
ATTRIBUTE = "attribute"
"""`Criterion.scalar` of a criterion that is fixed by the option and holds no chance."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion as one mission has it: its title filled in, money in the mission's currency.

    `scalar` is the name in `Outcome.scalars`, or `ATTRIBUTE` when the plan alone says it.
    """

    id: str
    title: str
    unit: str
    better: Literal["more", "less"]
    scalar: str


@dataclass(frozen=True, slots=True)
class Column:
    """Column of a criterion in the table of options on page one: its place, and its width beside others."""

    place: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A criterion, or a measure that only the screening uses.

    Parameters
    ----------
    id : str
        What planners write under `preferences`, and what ids of numbers hold. Its title, short name, heading
        of a column and argument against the worst are the message `criteria.ID` and its attributes.
    title : str
        In English, for reasons that stages give; `{years}` is how long the mission looks beyond its exit.
    unit : str
        `share`, `money`, `years`, `posts`, `people`, `person-weeks`, or another unit that is counted.
    better : str
        `more` or `less`.
    scalar : str
        In `Outcome.scalars`; empty when no chance is in it and the plan says it.
    of_plan : bool
        Whether a plan says it under this id (`cadre.programme.attributes`); the screening then takes that.
    kind : str
        `end`: counts for itself, and is weighed where nobody says otherwise. `means`: counts through ends.
    inputs : tuple of str
        Families of mission paths that it depends on (`cadre.brief.register.inputs.FAMILIES`), or paths; all
        families when empty.
    compared : bool
        Whether options are compared by it; else the screening alone measures it.
    screened : bool
        Whether the screening measures it: distances count it.
    beaten_on : bool
        Whether an option must be beaten on it, too, to be dropped by the screening.
    beaten_in_full : bool
        Whether an option that was planned and played in full must be worse on it, too, to be called worse.
    most_is : tuple of str
        Measures of the screening whose product is the most that an option can take; its own when empty.
    page_one : Column or None
        Its column in the table of options.
    tracked : bool
        Whether records of a running mission tell it, so that its forecast can be held against what came.
    """

    id: str
    title: str
    unit: str
    better: Literal["more", "less"]
    scalar: str = ""
    of_plan: bool = False
    kind: Literal["end", "means"]
    inputs: tuple[str, ...] = ()
    compared: bool = True
    screened: bool = False
    beaten_on: bool = False
    beaten_in_full: bool = False
    most_is: tuple[str, ...] = ()
    page_one: Column | None = None
    tracked: bool = False

    def of(self, currency: str, years_beyond: float) -> Criterion:
        """Return the criterion as a mission has it."""
        title = self.title.format(years=f"{years_beyond:.2g}")
        unit = currency if self.unit == MONEY else self.unit
        return Criterion(self.id, title, unit, self.better, self.scalar or ATTRIBUTE)


TABLE: tuple[Entry, ...] = (
    Entry(
        id=OUTCOME,
        title="Weighted share of targets met",
        unit=SHARE,
        better="more",
        scalar="outcome",
        kind="end",
        inputs=("training", "offers", "posts"),
        screened=True,
        beaten_on=True,
        beaten_in_full=True,
        page_one=Column(1, 12),
        tracked=True,
    ),
    Entry(
        id=LASTING,
        title="Minimum levels held {years} years after exit",
        unit=SHARE,
        better="more",
        scalar="lasting",
        kind="end",
        inputs=("training", "offers", "posts"),
        screened=True,
        beaten_on=True,
        beaten_in_full=True,
        page_one=Column(7, 13),
    ),
    Entry(
        id=COST,
        title="Cost to exit",
        unit=MONEY,
        better="less",
        scalar="cost",
        kind="end",
        screened=True,
        beaten_on=True,
        beaten_in_full=True,
        page_one=Column(2, 15),
        tracked=True,
    ),
    Entry(
        id="exposure",
        title="Time that foreigners spend in the country",
        unit="person-weeks",
        better="less",
        scalar="exposure",
        kind="means",
        inputs=("posts", "offers", "training"),
        beaten_in_full=True,
        most_is=("posts_in_country", "years"),
        page_one=Column(3, 16),
        tracked=True,
    ),
    Entry(
        id="posts",
        title="Foreign posts needed at the peak",
        unit="posts",
        better="less",
        of_plan=True,
        kind="means",
        inputs=("posts", "training"),
        screened=True,
        page_one=Column(4, 17),
    ),
    Entry(
        id="posts_in_country",
        title="Foreign posts in the country",
        unit="posts",
        better="less",
        of_plan=True,
        kind="means",
        inputs=("posts",),
        compared=False,
        screened=True,
        beaten_on=True,
    ),
    Entry(
        id="years",
        title="Length of the foreign presence",
        unit="years",
        better="less",
        of_plan=True,
        kind="means",
        inputs=("mission.horizon",),
        screened=True,
        page_one=Column(5, 7),
    ),
    Entry(
        id="filled",
        title="Share of the planned posts filled",
        unit=SHARE,
        better="more",
        scalar="posts_filled",
        kind="means",
        inputs=("offers", "posts"),
        page_one=Column(6, 12),
        tracked=True,
    ),
)
"""In the order in which they are shown."""


def compared() -> tuple[Entry, ...]:
    """Return what options are compared by."""
    return tuple(entry for entry in TABLE if entry.compared)


def screened() -> tuple[Entry, ...]:
    """Return what the screening measures."""
    return tuple(entry for entry in TABLE if entry.screened)


def named(key: str) -> Entry:
    """Return the entry of an id; a `KeyError` where the table has none."""
    return by_id()[key]


def by_id() -> Mapping[str, Entry]:
    """Return the entries by id."""
    return {entry.id: entry for entry in TABLE}


def ids(kind: Literal["end", "means"] | None = None) -> tuple[str, ...]:
    """Return the ids of what options are compared by, of one kind or of both."""
    return tuple(entry.id for entry in compared() if kind in (None, entry.kind))


def ends_with_chance() -> tuple[str, ...]:
    """Return the ids of ends that differ from future to future."""
    return tuple(entry.id for entry in compared() if entry.kind == "end" and entry.scalar)


def yields() -> tuple[str, ...]:
    """Return the ends, as the screening measures them, of which more is better: what an option is for."""
    return tuple(e.id for e in screened() if e.compared and e.kind == "end" and e.better == "more")


def efforts() -> tuple[str, ...]:
    """Return the measures of how much an option asks for."""
    return tuple(e.id for e in screened() if e.compared and e.better == "less")


def on_page_one() -> tuple[tuple[Entry, Column], ...]:
    """Return what stands in the table of options, in the order of its columns."""
    found = [(entry, entry.page_one) for entry in compared() if entry.page_one is not None]
    return tuple(sorted(found, key=lambda one: one[1].place))
