"""A plain future that is stopped at the beginning of a week, and what could be reported of it then."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from cadre.mission import Mission
from cadre.simulation.inputs import Plans, serials_planned
from cadre.simulation.standing import RunningSerial, SiteNow, Standing, StockCount
from tests.simulation.reference import NEVER, Counts, Future, Stay

STATES: dict[str, SiteNow] = {"not yet": "not open", "open": "open", "closed": "closed"}


class Reached(Exception):
    """The week has come."""


class Stopped(Future):
    """One replication, which knows who came when, and stops before a week."""

    def __init__(self, mission: Mission, plans: Plans, streams: tuple[int, int, int], week: int) -> None:
        self.stops_before, self.came = week, list[tuple[str, str, int, int]]()
        super().__init__(mission, plans, streams)
        self.planned = serials_planned(mission, plans)
        with suppress(Reached):
            self.play()

    def _settled(self, stay: Stay, slot: str, tour: int) -> Iterator[Stay]:
        planned = stay.begins
        for one in super()._settled(stay, slot, tour):
            self.came.append((one.offer, one.site, planned, one.begins))
            yield one

    def events(self, w: int) -> None:
        if w == self.stops_before:
            raise Reached
        super().events(w)

    def standing(self) -> Standing:
        """Return what could be reported at the beginning of the week."""
        week, m = self.stops_before, self.mission
        to_come = {one.id for one in (*self.waiting, *self.to_come)}
        present = Counter((o, s, planned) for o, s, planned, begins in self.came if begins < week)
        activities = {
            key: (self.progress[key], self.done[key] if self.done[key] < NEVER else None)
            for key in self.begun
        }
        return Standing(
            week=week,
            stocks={key: StockCount(people, week, (), week) for key, people in self.stocks.items()},
            running=tuple(
                RunningSerial(
                    c.id, c.course, c.site, c.people, c.began_with, c.taught, c.frozen, 0, c.beside, c.beyond
                )
                for c in self.running
            ),
            over=frozenset(one.id for one in self.planned if one.id not in to_come),
            present=dict(present),
            sites={key: STATES[state] for key, state in self.site.items()},
            paused=self.paused,
            ended=self.finished_serials,
            together=self.together,
            graduates={c: int(self.out.scalars.get(f"graduates.{c}", 0)) for c in m.courses},
            finished={key: week for key, week in self.finished.items() if week < NEVER},
            activities=activities,
            happened=self.happened,
        )

    def gone_on_with(self, seed: int) -> Counts:
        """Return what becomes of it with other luck from here on; this one stays as it is.

        As from a recorded state, it looks ahead anew, and classes called are told apart from here on.
        """
        future = copy.deepcopy(self)
        future.seed, future.stops_before = seed, -1
        future.decides = future.renews = True
        future.called, future.gone_on, future.off = dict.fromkeys(future.called, 0), {}, set()
        for one in future.running:
            one.called = 0
        for w in range(self.stops_before, self.weeks):
            future.week(w)
        future.read(self.weeks)
        future.sum_up()
        return future.out
