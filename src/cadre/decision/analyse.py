"""Analyse: what is worked out about the options shown, beyond the comparison criterion by criterion.

Takes a mission, the options' plans, their outcomes and every option screened; gives a `DecisionAnalysis`.
Formulas and sources stand in docs/model/decision.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from cadre import criteria
from cadre.criteria import COST
from cadre.decision.acting import acting
from cadre.decision.agreement.answers import Proposal, answers
from cadre.decision.agreement.summary import Body, ProposalCase, agreement, stances
from cadre.decision.agreement.types import Agreement, Amendment, PartyStance
from cadre.decision.amendments import ScreenedOption, amendments, kept_of
from cadre.decision.analysis import DecisionAnalysis, FailsWhen, Swing, Switch
from cadre.decision.bars import shares_good
from cadre.decision.frontier import frontier
from cadre.decision.inputs import AnalysedOption, DecisionInputs
from cadre.decision.open_details import AMOUNTS, LearningInputs, details, everything, groups, priorities
from cadre.decision.positions import PositionDraws
from cadre.decision.scenario_discovery import fails_when
from cadre.decision.sensitivity import RankingFunction, detail_switches, effects, weight_switches
from cadre.errors import BadInput, Fault, Place
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.options import NOTHING
from cadre.simulation.outcome import Outcome
from cadre.statistics.smaa import acceptabilities
from cadre.statistics.value_of_information import Stakes

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


def analyse(
    mission: Mission,
    shown: Sequence[AnalysedOption],
    outcomes: Mapping[str, Outcome],
    screened: Sequence[ScreenedOption] = (),
) -> DecisionAnalysis:
    """Analyse the options shown.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    shown : sequence of AnalysedOption
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
    inputs = DecisionInputs(mission, shown, outcomes, screened)
    learning = _learning(inputs)
    agreed = _agreements(inputs)
    ranked = acceptabilities(
        inputs.options, inputs.values, inputs.weights(inputs.streams[1]), inputs.weighing.weights
    )
    swings = _swings(inputs)
    information = details(learning, inputs.draws, _unasked(swings))
    mattering = {i.paths[0] for i in information if i.value > i.value_floor and i.kind == "continuous"}
    return DecisionAnalysis(
        weighing=inputs.weighing,
        frontier=frontier(inputs.samples, inputs.weighing.weights),
        bars=inputs.bars,
        good=() if inputs.good is None else shares_good(inputs.good, inputs.options),
        acceptability=ranked,
        leading=max(ranked, key=lambda a: a.value).option,
        perfect=everything(learning),
        priorities=priorities(learning),
        information=information,
        groups=groups(learning, inputs.draws, inputs.joint),
        fails_when=_fails_when(inputs),
        stances=tuple(stance for _, of in agreed for stance in of),
        agreement=tuple(one for one, _ in agreed),
        swings=swings,
        switches=_switches(inputs, mattering),
    )


def _learning(inputs: DecisionInputs) -> LearningInputs:
    weights = np.stack(list(inputs.weights(SETS).values()), axis=1)
    agreed = None
    if inputs.good is not None:
        both = (inputs.good & inputs.agreed).astype(np.float64)[:, :, None]
        agreed = Stakes(both, np.ones((1, 1)))
    amounts = np.stack([[of[k] for k in AMOUNTS] for of in inputs.samples.values()]).transpose(2, 0, 1)
    return LearningInputs(inputs.mission, Stakes(inputs.values, weights, amounts), agreed, inputs.weighing)


def _agreements(inputs: DecisionInputs) -> list[tuple[Agreement, tuple[PartyStance, ...]]]:
    """Tell of agreement on each option but doing nothing."""
    if inputs.joint is None:
        return []
    body = Body(inputs.joint, *(inputs.stances.insisting(together) for together in (0.0, 1.0)))
    amended = _amendments(inputs, inputs.joint)
    given = []
    for place, c in enumerate(inputs.shown[1:], start=1):
        option = c.option.id
        case = ProposalCase(
            inputs.proposal(c),
            inputs.proposal(inputs.shown[0]),
            np.asarray(inputs.outcomes[option].scalars["posts_filled"], np.float64),
            None if inputs.good is None else inputs.good[:, place],
            parts_of(c.forces, inputs.mission),
            amended.get(option, ()),
        )
        answered = inputs.answers[option]
        given.append((agreement(body, case, answered), stances(body, case, answered)))
    return given


def parts_of(forces: ForcePlan, mission: Mission) -> dict[str, float]:
    """Return the part of the filled post-weeks that each type of party fills."""
    weeks = Counter[str]()
    for stint in forces.stints:
        weeks[mission.offers[stint.offer].party] += stint.post_weeks
    total = sum(weeks.values())
    return {party: n / total for party, n in weeks.items() if party in {q.party for q in mission.positions}}


def _amendments(inputs: DecisionInputs, joint: PositionDraws) -> dict[str, tuple[Amendment, ...]]:
    """Return the amendments of each option shown, tried in the first futures."""
    few = joint.first(AMENDED_IN)
    nothing = inputs.proposal(inputs.shown[0])
    chances: dict[str, float] = {}

    def chance_of(seen: ScreenedOption) -> float:
        if seen.option not in chances:
            proposal = Proposal(seen.option, seen.choices, seen.measures)
            chances[seen.option] = float(answers(few, proposal, nothing).agreed.mean())
        return chances[seen.option]

    possible = [s for s in inputs.screened if s.measures and s.option != NOTHING]
    by_id = {s.option: s for s in possible}
    mine = [by_id[option] for option in inputs.options if option in by_id]
    return {s.option: amendments(s, possible, kept_of(inputs.bars, s), chance_of) for s in mine}


def _fails_when(inputs: DecisionInputs) -> tuple[FailsWhen, ...]:
    if inputs.good is None:
        return ()
    return tuple(
        fails_when(
            c.option,
            acting(c.option.mission, inputs.drawn[c.option.id], [b.criterion for b in inputs.bars]),
            inputs.good[:, place],
        )
        for place, c in enumerate(inputs.shown)
    )


def _swings(inputs: DecisionInputs) -> tuple[Swing, ...]:
    """Return the longest bars of each option's tornadoes, by first-order index."""
    given, ends = [], criteria.ends_with_chance()
    for c in inputs.shown:
        option = c.option.id
        outcomes = np.stack([inputs.samples[option][k] for k in ends], axis=1)
        for criterion, of in zip(ends, effects(inputs.drawn[option], outcomes), strict=True):
            can_act = acting(c.option.mission, inputs.drawn[option], (criterion,))
            felt = [e for e in of if e.index >= FELT and e.is_real and e.path in can_act]
            for e in sorted(felt, key=lambda e: (-e.index, e.path))[:SWINGS]:
                given.append(Swing(option, criterion, e.path, e.at_low, e.at_high, e.index))
    return tuple(given)


def _unasked(swings: Sequence[Swing]) -> tuple[str, ...]:
    """Return the quantities that targets and floors hang on most in some option, strongest first."""
    strongest: dict[str, float] = {}
    for swing in swings:
        if swing.criterion != COST:
            strongest[swing.path] = max(swing.index, strongest.get(swing.path, 0.0))
    return tuple(sorted(strongest, key=lambda path: (-strongest[path], path))[:UNASKED])


def _switches(inputs: DecisionInputs, mattering: set[str]) -> tuple[Switch, ...]:
    """Return where the ranking by mean-weighted value flips, along details that matter and along weights."""
    weights = np.array([inputs.weighing.weights[k] for k in inputs.weighing.worst])
    ranking = RankingFunction(inputs.options, inputs.values @ weights)
    draws = {path: inputs.draws[path] for path in inputs.draws if path in mattering}
    return (
        *detail_switches(inputs.mission, ranking, draws),
        *weight_switches(inputs.weighing, ranking, inputs.values.mean(axis=0)),
    )
