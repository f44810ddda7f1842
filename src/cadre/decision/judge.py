"""Judge: everything that is judged about the options shown, beyond the comparison criterion by criterion.

Takes a mission, the options' plans, their outcomes and every option screened; gives a `Judgement`. Formulas
and sources stand in docs/model/decision.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from cadre import criteria
from cadre.criteria import COST
from cadre.decision.acting import acting
from cadre.decision.agreeing import Body, Case, agreement, stances
from cadre.decision.agreement import Proposal, answers
from cadre.decision.amendments import Seen, amendments, kept_of
from cadre.decision.bars import shares_good
from cadre.decision.docket import Docket, Judged
from cadre.decision.failing import fails_when
from cadre.decision.frontier import frontier
from cadre.decision.judgement import FailsWhen, Judgement, Swing, Switch
from cadre.decision.open_details import AMOUNTS, Learning, details, everything, groups, priorities
from cadre.decision.positions import Insisting
from cadre.decision.rank_acceptability import acceptabilities
from cadre.decision.sensitivity import Ranking, detail_switches, effects, weight_switches
from cadre.decision.silence import Agreement, Amendment, PartyStance
from cadre.decision.value_of_information import Stakes
from cadre.errors import BadInput, Fault, Place
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.options import NOTHING
from cadre.simulation.outcome import Outcome

SETS = 2048
"""Sets of weights, quasi-random, over which gains of information are averaged."""
AMENDED_IN = 1000
"""Futures in which amendments are tried: half widths of 3 points, enough to choose among hundreds."""
SWINGS = 8
"""Bars of a tornado."""
FELT = 0.01
"""A quantity that explains less than this share of the variance has no bar, however sure it is."""
UNASKED = 6
"""Quantities judged besides those that a question is written for."""


def judge(
    mission: Mission, shown: Sequence[Judged], outcomes: Mapping[str, Outcome], screened: Sequence[Seen] = ()
) -> Judgement:
    """Judge the options shown.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    shown : sequence of Judged
        The options with their plans, doing nothing first.
    outcomes : mapping of str to Outcome
        By option id, all of one seed and number of replications.
    screened : sequence of Seen
        Every option screened: what amendments are looked for in.

    Raises
    ------
    BadInput
        No option is shown, an outcome is missing or is not a finite number somewhere.
    """
    if not shown:
        raise BadInput([Fault.of(Place(path=("options",)), "study-faults.no-option-shown")])
    docket = Docket(mission, shown, outcomes, screened)
    learning = _learning(docket)
    agreed = _agreements(docket)
    ranked = acceptabilities(
        docket.options, docket.values, docket.weights(docket.luck[1]), docket.weighing.weights
    )
    swings = _swings(docket)
    information = details(learning, docket.draws, _unasked(swings))
    mattering = {i.paths[0] for i in information if i.value > i.value_floor and i.kind == "continuous"}
    return Judgement(
        weighing=docket.weighing,
        frontier=frontier(docket.samples, docket.weighing.weights),
        bars=docket.bars,
        good=() if docket.good is None else shares_good(docket.good, docket.options),
        acceptability=ranked,
        leading=max(ranked, key=lambda a: a.value).option,
        perfect=everything(learning),
        priorities=priorities(learning),
        information=information,
        groups=groups(learning, docket.draws, docket.joint),
        fails_when=_fails_when(docket),
        stances=tuple(stance for _, of in agreed for stance in of),
        agreement=tuple(one for one, _ in agreed),
        swings=swings,
        switches=_switches(docket, mattering),
    )


def _learning(docket: Docket) -> Learning:
    weights = np.stack(list(docket.weights(SETS).values()), axis=1)
    agreed = None
    if docket.good is not None:
        both = (docket.good & docket.agreed).astype(np.float64)[:, :, None]
        agreed = Stakes(both, np.ones((1, 1)))
    amounts = np.stack([[of[k] for k in AMOUNTS] for of in docket.samples.values()]).transpose(2, 0, 1)
    return Learning(docket.mission, Stakes(docket.values, weights, amounts), agreed, docket.weighing)


def _agreements(docket: Docket) -> list[tuple[Agreement, tuple[PartyStance, ...]]]:
    """Tell of agreement on each option but doing nothing."""
    if docket.joint is None:
        return []
    body = Body(docket.joint, *(docket.stances.insisting(together) for together in (0.0, 1.0)))
    amended = _amendments(docket, docket.joint)
    given = []
    for place, c in enumerate(docket.shown[1:], start=1):
        option = c.option.id
        case = Case(
            docket.proposal(c),
            docket.proposal(docket.shown[0]),
            np.asarray(docket.outcomes[option].scalars["posts_filled"], np.float64),
            None if docket.good is None else docket.good[:, place],
            parts_of(c.forces, docket.mission),
            amended.get(option, ()),
        )
        told = docket.answers[option]
        given.append((agreement(body, case, told), stances(body, case, told)))
    return given


def parts_of(forces: ForcePlan, mission: Mission) -> dict[str, float]:
    """Give the part of the filled post-weeks that each type of party fills."""
    weeks = Counter[str]()
    for stint in forces.stints:
        weeks[mission.offers[stint.offer].party] += stint.post_weeks
    total = sum(weeks.values())
    return {party: n / total for party, n in weeks.items() if party in {q.party for q in mission.positions}}


def _amendments(docket: Docket, joint: Insisting) -> dict[str, tuple[Amendment, ...]]:
    """Give the amendments of each option shown, tried in the first futures."""
    few = joint.first(AMENDED_IN)
    nothing = docket.proposal(docket.shown[0])
    chances: dict[str, float] = {}

    def chance_of(seen: Seen) -> float:
        if seen.option not in chances:
            proposal = Proposal(seen.option, seen.choices, seen.measures)
            chances[seen.option] = float(answers(few, proposal, nothing).agreed.mean())
        return chances[seen.option]

    possible = [s for s in docket.screened if s.measures and s.option != NOTHING]
    by_id = {s.option: s for s in possible}
    mine = [by_id[option] for option in docket.options if option in by_id]
    return {s.option: amendments(s, possible, kept_of(docket.bars, s), chance_of) for s in mine}


def _fails_when(docket: Docket) -> tuple[FailsWhen, ...]:
    if docket.good is None:
        return ()
    return tuple(
        fails_when(
            c.option,
            acting(c.option.mission, docket.drawn[c.option.id], [b.criterion for b in docket.bars]),
            docket.good[:, place],
        )
        for place, c in enumerate(docket.shown)
    )


def _swings(docket: Docket) -> tuple[Swing, ...]:
    """Give the longest bars of each option's tornadoes, by first-order index."""
    given, ends = [], criteria.ends_with_chance()
    for c in docket.shown:
        option = c.option.id
        outcomes = np.stack([docket.samples[option][k] for k in ends], axis=1)
        for criterion, of in zip(ends, effects(docket.drawn[option], outcomes), strict=True):
            can_act = acting(c.option.mission, docket.drawn[option], (criterion,))
            felt = [e for e in of if e.index >= FELT and e.is_real and e.path in can_act]
            for e in sorted(felt, key=lambda e: (-e.index, e.path))[:SWINGS]:
                given.append(Swing(option, criterion, e.path, e.at_low, e.at_high, e.index))
    return tuple(given)


def _unasked(swings: Sequence[Swing]) -> tuple[str, ...]:
    """Give the quantities that targets and floors hang on most in some option, strongest first."""
    strongest: dict[str, float] = {}
    for swing in swings:
        if swing.criterion != COST:
            strongest[swing.path] = max(swing.index, strongest.get(swing.path, 0.0))
    return tuple(sorted(strongest, key=lambda path: (-strongest[path], path))[:UNASKED])


def _switches(docket: Docket, mattering: set[str]) -> tuple[Switch, ...]:
    """Give where the ranking by mean-weighted value flips, along details that matter and along weights."""
    weights = np.array([docket.weighing.weights[k] for k in docket.weighing.worst])
    ranking = Ranking(docket.options, docket.values @ weights)
    draws = {path: docket.draws[path] for path in docket.draws if path in mattering}
    return (
        *detail_switches(docket.mission, ranking, draws),
        *weight_switches(docket.weighing, ranking, docket.values.mean(axis=0)),
    )
