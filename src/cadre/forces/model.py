"""The forces model: whole people who flow from offers to lines, as columns and rows. Knows no solver.

Takes lines and the offers that count, gives a `ForceModel`: a `LinearModel` with the four goals as its
objectives.

Weeks are cut where something changes: at the edges of rotations and of the windows of the offers of the
same role. Within such a piece nothing changes, so the people of an offer on a line are one number. What
they cost in changes of people is written in step form (`arrivals`), which has a column for each piece where
stints as columns would have one for each pair of pieces.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from cadre.forces.fit import STATES, counted_offers, fits, offered_weeks
from cadre.forces.plan import PostLine, Stint, cut
from cadre.mission import Mission
from cadre.mission.presence import number_in
from cadre.solving.linear import Ints, LinearModel

ARRIVAL_WEEKS = 4
"""Person-weeks of an offer one state firmer that are worth one person less who comes (an assumption)."""

Goal: TypeAlias = list[tuple[ArrayLike, ArrayLike]]
"""Pairs of columns and their costs."""

Term: TypeAlias = tuple[ArrayLike, ArrayLike, ArrayLike]
"""Rows, columns, coefficients."""


class LinePiece(NamedTuple):
    """Weeks of a line in which no window of an offer of its role begins or ends, and no part-time stay."""

    line: int
    begins: int
    ends: int


class Flow(NamedTuple):
    """People of an offer on a piece, of the number that are there.

    `before` is its flow on the line's piece before, or -1.
    """

    offer: str
    piece: int
    before: int
    people: int


@dataclass(frozen=True)
class ForceModel:
    """Columns and rows, and what the columns mean.

    Parameters
    ----------
    linear : LinearModel
        All rules, and as its objectives the four goals: open post-weeks, parties at schools, greatest
        relative load, loose weeks.
    pieces, flows : tuple
        What `open_posts` and `people` stand for.
    people : ndarray of int64, shape (flows,)
        Columns: people of the flow.
    open_posts : ndarray of int64, shape (pieces,)
        Columns: posts of the piece that nobody fills.
    alike : ndarray of int64, shape (pieces,)
        Pieces of the same role and weeks have the same number: only they compete for the same people, so
        that the first goal is the sum of their goals.
    """

    linear: LinearModel
    pieces: tuple[LinePiece, ...]
    flows: tuple[Flow, ...]
    people: Ints
    open_posts: Ints
    alike: Ints

    def cap(self, caps: Mapping[str, int], mission: Mission) -> None:
        """Hold parties to their caps in person-weeks: Σ_o of p, i weeks[i] x[o,i] <= cap[p]."""
        parties = list(caps)
        flow = [n for n, f in enumerate(self.flows) if mission.offers[f.offer].party in caps]
        on = [self.pieces[self.flows[n].piece] for n in flow]
        rows = [parties.index(mission.offers[self.flows[n].offer].party) for n in flow]
        terms: list[Term] = [(rows, self.people[flow], [piece.ends - piece.begins for piece in on])]
        self.linear.require("caps of parties", terms, upper=[float(caps[party]) for party in parties])


def build(
    lines: tuple[PostLine, ...],
    mission: Mission,
    *,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
    kept: Sequence[Stint] = (),
) -> ForceModel:
    """Write the model: a call for each family of rules, then one for each goal (docs/model/forces.md).

    Stints that are `kept` stay: they must fit, and be no more than offers and lines hold.
    """
    counted = counted_offers(mission, choices, measured)
    suited = {
        (key, number)
        for key in counted
        for number, line in enumerate(lines)
        if fits(mission.offers[key], line, mission=mission, choices=choices, measured=measured) is None
    }
    pieces = tuple(_pieces(lines, mission, counted, kept))
    flows = tuple(_flows(pieces, suited, mission, counted))
    writer = _Writer(lines, mission, pieces, flows)
    writer.keep(kept)
    writer.fill_lines()
    writer.keep_numbers()
    goals = (
        writer.open_weeks(),
        writer.parties_at_schools(),
        writer.relative_load(offered_weeks(mission, counted)),
        writer.loose_weeks(),
    )
    for goal in goals:
        writer.linear.minimise(goal)
    alike = _numbered([(lines[piece.line].role, piece.begins) for piece in pieces])[0]
    return ForceModel(writer.linear, pieces, flows, writer.people, writer.open_posts, alike)


def _pieces(
    lines: tuple[PostLine, ...], mission: Mission, counted: tuple[str, ...], kept: Sequence[Stint]
) -> Iterator[LinePiece]:
    """Cut each line at the edges of the offers, of the other lines of its role and of the stints kept."""
    edges: dict[str, set[int]] = {line.role: set() for line in lines}
    for line in lines:
        edges[line.role] |= {line.opens, line.closes}
    for key in counted:
        for run in mission.strengths[key]:
            edges.setdefault(mission.offers[key].role, set()).update((run.begins, run.ends))
    for stint in kept:
        edges[mission.offers[stint.offer].role] |= {stint.begins, stint.ends}
    for number, line in enumerate(lines):
        weeks = cut(line.opens, line.closes, edges[line.role])
        yield from (LinePiece(number, begins, ends) for begins, ends in weeks)


def _flows(
    pieces: tuple[LinePiece, ...], suited: set[tuple[str, int]], mission: Mission, counted: tuple[str, ...]
) -> Iterator[Flow]:
    """Yield a flow for each offer and piece of a line it suits that lies in its window."""
    suitors: dict[int, list[str]] = {}
    for key in counted:
        for number in sorted(line for offer, line in suited if offer == key):
            suitors.setdefault(number, []).append(key)
    latest: dict[tuple[str, int], int] = {}
    flow = 0
    for number, piece in enumerate(pieces):
        for key in suitors.get(piece.line, ()):
            people = number_in(mission.strengths[key], piece.begins, piece.ends)
            if people:
                yield Flow(key, number, latest.get((key, piece.line), -1), people)
                latest[key, piece.line] = flow
                flow += 1


class _Writer:
    """Writes families of rows over the same flows; each method states its inequality."""

    def __init__(
        self,
        lines: tuple[PostLine, ...],
        mission: Mission,
        pieces: tuple[LinePiece, ...],
        flows: tuple[Flow, ...],
    ) -> None:
        self.linear = LinearModel()
        self.mission, self.pieces, self.flows = mission, pieces, flows
        self.offers = [mission.offers[flow.offer] for flow in flows]
        self.on = [pieces[flow.piece] for flow in flows]
        self.lines = [lines[piece.line] for piece in pieces]
        self.weeks = np.array([piece.ends - piece.begins for piece in self.on], np.float64)
        self.most = np.array(
            [min(flow.people, self.lines[flow.piece].people) for flow in flows],
            np.float64,
        )
        self.people = self.linear.add(len(flows), 0, self.most, integer=True)
        self.least = self.linear.lower[-1]
        self.open_posts = self.linear.add(len(pieces), 0, [line.people for line in self.lines])

    def keep(self, kept: Sequence[Stint]) -> None:
        """Keep stints: x[o,i] >= their people on the piece."""
        self.least[:] = 0
        stays: dict[tuple[str, str], list[Stint]] = {}
        for stint in kept:
            stays.setdefault((stint.offer, stint.line), []).append(stint)
        for n, (flow, piece) in enumerate(zip(self.flows, self.on, strict=True)):
            here = stays.get((flow.offer, self.lines[flow.piece].id), ())
            self.least[n] = sum(s.people for s in here if s.begins <= piece.begins < s.ends)

    def fill_lines(self) -> None:
        """Ask that people and open posts make up the posts of each piece: Σ_o x[o,i] + u[i] = n[i]."""
        posts = [line.people for line in self.lines]
        terms: list[Term] = [
            ([flow.piece for flow in self.flows], self.people, 1),
            (np.arange(len(posts)), self.open_posts, 1),
        ]
        self.linear.require("posts of a line", terms, posts, posts)

    def keep_numbers(self) -> None:
        """Use no more of an offer at a time than are there: Σ_i x[o,i] <= n[o] over a week's pieces."""
        keys = [(flow.offer, piece.begins) for flow, piece in zip(self.flows, self.on, strict=True)]
        rows, count = _numbered(keys)
        most = np.zeros(count)
        most[rows] = [flow.people for flow in self.flows]
        self.linear.require("people of an offer", [(rows, self.people, 1)], upper=most)

    def open_weeks(self) -> Goal:
        """Goal 1, weighted post-weeks that stay open: Σ_i weight[i] weeks[i] u[i]."""
        weeks = [piece.ends - piece.begins for piece in self.pieces]
        return [(self.open_posts, [w * line.weight for w, line in zip(weeks, self.lines, strict=True)])]

    def parties_at_schools(self) -> Goal:
        """Goal 2, parties at schools: Σ_ps z[p,s], where x[o,i] <= most[o,i] z[party of o, site of i]."""
        keys = [(o.party, self.lines[f.piece].site) for o, f in zip(self.offers, self.flows, strict=True)]
        place, count = _numbered(keys)
        there = self.linear.add(count, 0, 1, integer=True)
        rows = np.arange(len(keys))
        terms: list[Term] = [(rows, self.people, 1), (rows, there[place], -self.most)]
        self.linear.require("parties at schools", terms, upper=np.zeros(len(keys)))
        return [(there, 1)]

    def relative_load(self, offered: dict[str, int]) -> Goal:
        """Goal 3, the greatest relative load m: Σ_o,i weeks[i] x[o,i] / offered[p] <= m for each party."""
        rows, count = _numbered([offer.party for offer in self.offers])
        share = self.weeks / np.array([offered[offer.party] for offer in self.offers], np.float64)
        load = self.linear.add(1, 0, 1)
        terms: list[Term] = [(rows, self.people, share), (np.arange(count), load, -1)]
        self.linear.require("relative load", terms, upper=np.zeros(count))
        return [(load, 1)]

    def loose_weeks(self) -> Goal:
        """Goal 4: Σ weeks[i] short[o] x[o,i] + ARRIVAL_WEEKS Σ s[o,i], where s[o,i] >= x[o,i] - x[o,i-1]."""
        short = [len(STATES) - 1 - STATES.index(offer.state) for offer in self.offers]
        new = self.linear.add(len(self.flows), 0, self.most)
        rows = np.arange(len(self.flows))
        before = np.array([flow.before for flow in self.flows], np.int64)
        later = rows[before >= 0]
        terms: list[Term] = [(rows, self.people, 1), (later, self.people[before[later]], -1), (rows, new, -1)]
        self.linear.require("arrivals", terms, upper=np.zeros(rows.size))
        return [(self.people, self.weeks * np.array(short, np.float64)), (new, ARRIVAL_WEEKS)]


def _numbered(keys: Sequence[Hashable]) -> tuple[Ints, int]:
    """Number keys in the order in which they first occur; give each key's number and how many there are."""
    numbers: dict[Hashable, int] = {}
    found = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    return found, len(numbers)
