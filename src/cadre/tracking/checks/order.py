"""Order: nothing before the mission, nobody leaves who never came, sites and steps follow their course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre.errors import Fault, Place
from cadre.messages import listed, quoted
from cadre.mission import Mission
from cadre.tracking.records import REPORTED, Records
from cadre.tracking.swapped import cure_of_day

AFTER: dict[str, dict[str, tuple[str | None, ...]]] = {
    "site": {"opened": (None,), "closed": ("opened", "reopened", None), "reopened": ("closed",)},
    "step": {
        "begun": (None,),
        "going on": ("begun", "going on"),
        "finished": ("begun", "going on"),
    },
    "pause": {"paused": (None, "resumed"), "resumed": ("paused",)},
}
"""What may stand before a state; None for nothing before it. A site that is open from the first day needs no
report of its opening."""


def before_the_start(records: Records, mission: Mission) -> Iterator[Fault]:
    """Yield what happened before the mission's first day."""
    first = mission.mission.starts
    for table in REPORTED:
        for key, report in records.of(table).items():
            if report.on < first:
                place, cure = (
                    Place(path=(table, key, "on")),
                    cure_of_day(report.on, first, report.reported_on),
                )
                yield Fault.of(place, "tracking.before-the-start", day=report.on, first=first, cure=cure)


def no_more_left_than_came(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield people of an offer who leave a site at which so many never were."""
    there: dict[tuple[str, str], int] = {}
    for key, move in sorted(records.movements.items(), key=lambda item: (item[1].on, item[1].what)):
        at = move.offer, move.site
        now = there.get(at, 0) + (move.people if move.what == "arrived" else -move.people)
        if now < 0:
            place, counts = Place(path=("movements", key, "people")), {"there": there.get(at, 0)}
            yield Fault.of(place, "tracking.more-left", people=move.people, site=quoted(move.site), **counts)
        there[at] = max(0, now)


def _out_of_order(kind: str, told: Sequence[tuple[str, str, str]], table: str) -> Iterator[Fault]:
    """Yield states that do not follow the one before; `told`: key, thing and state, in order."""
    last: dict[str, str | None] = {}
    for key, thing, what in told:
        before = last.get(thing)
        if before not in AFTER[kind][what]:
            place = Place(path=(table, key, "what"))
            if before is None:
                after = listed(state for state in AFTER[kind][what] if state is not None)
                yield Fault.of(
                    place, "tracking.nothing-before", what=quoted(what), thing=quoted(thing), after=after
                )
            else:
                values = {"what": quoted(what), "thing": quoted(thing), "before": quoted(before)}
                yield Fault.of(place, "tracking.out-of-order", **values)
        last[thing] = what


def sites_in_order(records: Records, mission: Mission) -> Iterator[Fault]:
    """Yield sites that open a second time, close while closed, or reopen while open."""
    open_at_once = {key for key, site in mission.sites.items() if site.opens is None}
    told = [
        (key, one.site, one.what)
        for key, one in sorted(records.site_states.items(), key=lambda item: item[1].on)
    ]
    yield from _out_of_order("site", told, "site_states")
    opened = {one.site for one in records.site_states.values() if one.what == "opened"} | open_at_once
    for key, one in records.site_states.items():
        if one.what == "closed" and one.site not in opened:
            place = Place(path=("site_states", key, "what"))
            yield Fault.of(place, "tracking.closed-before-it-opened", site=quoted(one.site))


def steps_in_order(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield activities that go on or finish before they begin, or begin or finish twice."""
    told = [
        (key, f"{one.project}.{one.activity}", one.what)
        for key, one in sorted(records.steps.items(), key=lambda item: (item[1].on, _RANK[item[1].what]))
    ]
    yield from _out_of_order("step", told, "steps")


_RANK = {"begun": 0, "going on": 1, "finished": 2}


def pauses_in_order(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield pauses within a pause, and ends of none."""
    told = [
        (key, "mission", one.what)
        for key, one in sorted(records.occurrences.items(), key=lambda item: item[1].on)
        if one.what != "event"
    ]
    yield from _out_of_order("pause", told, "occurrences")
    happened: dict[str, str] = {}
    for key, one in records.occurrences.items():
        if one.event is not None and happened.setdefault(one.event, key) != key:
            values = {"event": quoted(one.event), "other": quoted(happened[one.event])}
            yield Fault.of(Place(path=("occurrences", key, "event")), "tracking.event-twice", **values)
