"""Numbers of the analysis: when options fail, information, agreement, ranks over weights, what they hang on.

Takes a `StudyView` whose study holds an analysis; gives `Number`s and `Reasoned`s, nothing where there is
none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.number import Number, exact_number
from cadre.brief.register.inputs import node_at, set_name
from cadre.brief.register.keys import key, of_option
from cadre.brief.register.reasoned import Reasoned
from cadre.brief.register.results import criterion_unit
from cadre.brief.view import StudyView
from cadre.decision.agreement.types import Agreement, PartyStance
from cadre.decision.analysis import DecisionAnalysis, Information
from cadre.differences import to_noise
from cadre.statistics.value_of_information import Estimate

ALL = ("training", "offers", "costs", "posts")
FAILS = "cadre.decision.scenario_discovery: bars and PRIM (docs/model/decision.md)"
LEARNT = "cadre.statistics.value_of_information (docs/model/decision.md)"
AGREED = "cadre.decision.agreement.summary: agreement by silence (docs/model/decision.md)"
RANKED = "cadre.statistics.smaa: SMAA-2 (docs/model/decision.md)"
BUYS = "cadre.decision.frontier (docs/model/decision.md)"
FLIPS = "cadre.decision.sensitivity (docs/model/decision.md)"
WEIGHED = "counted (cadre.decision.inputs: weights and bars)"
VALUE_POINTS = "value points"
STATES = ("supports", "acquiesces", "caveat", "breaks", "any_breaks")
"""What a type of party may do, as `PartyStance` names its chances."""


def numbers_of_judgement(view: StudyView) -> Iterator[Number]:
    """Yield every number of an analysis."""
    analysis = view.study.analysis
    if analysis is None:
        return
    yield from _good_and_failing(view, analysis)
    for one in analysis.learnt:
        yield from _information(one, view)
    for stance in analysis.stances:
        yield from _stance(stance, view)
    for agreement in analysis.agreement:
        yield from _agreement(agreement, view)
    yield from _ranks(view, analysis)
    yield from _swings(view, analysis)


def reasons_of_judgement(view: StudyView) -> Iterator[Reasoned]:
    """Return every reason of an analysis that the brief gives."""
    analysis, mission, word = view.study.analysis, view.mission, view.words.text
    if analysis is None:
        return
    for fails in analysis.fails_when:
        of = (mission, FAILS, _sets(fails.option), view.lettered(fails.option))
        yield Reasoned(of_option(fails.option, "said.fails"), word("labels.said-fails"), fails.reason, *of)
    for place, step in enumerate(analysis.frontier, start=1):
        inputs = tuple(
            f"option.{o}.{k}" for o in (step.cheaper, step.dearer) for k in ("cost", "outcome", "lasting")
        )
        about = word("labels.said-frontier")
        yield Reasoned(key("said.frontier.N", place), about, step.reason, mission, BUYS, inputs)
    for agreement in analysis.agreement:
        of = (mission, AGREED, _sets(agreement.option), view.lettered(agreement.option))
        for place, amendment in enumerate(agreement.amendments, start=1):
            said_id = of_option(agreement.option, key("said.amendment.N", place))
            yield Reasoned(said_id, word("labels.said-amendment", place=place), amendment.reason, *of)
    inputs = tuple(f"option.{o}.{c.id}" for o in view.by_id for c in view.study.comparison.criteria)
    for place, switch in enumerate(analysis.switches, start=1):
        about = word("labels.said-switch")
        yield Reasoned(key("said.switch.N", place), about, switch.reason, mission, FLIPS, inputs)


def _sets(option: str, families: tuple[str, ...] = ALL) -> tuple[str, ...]:
    return tuple(set_name(option, family) for family in families)


def _share(
    number_id: str, label: str, value: float, origin: tuple[str, tuple[str, ...]], of: str = ""
) -> Number:
    how, inputs = origin
    return Number(number_id, label, value, value, value, "share", how, inputs, of=of)


def _within(number: Number, half_width: float) -> Number:
    """Return a share its 95 % interval, from the number of futures."""
    return replace(number, low=max(0.0, number.value - half_width), high=min(1.0, number.value + half_width))


def _good_and_failing(view: StudyView, analysis: DecisionAnalysis) -> Iterator[Number]:
    for bar in analysis.bars:
        label = view.words.text("labels.bar", criterion=view.short_title_of(bar.criterion))
        yield exact_number(
            key("bar.CRITERION", bar.criterion),
            label,
            bar.at,
            criterion_unit(view, bar.criterion),
            WEIGHED,
        )
    for good in analysis.good:
        letter, origin = view.lettered(good.option), (FAILS, _sets(good.option))
        label = view.words.text("labels.good")
        number = _share(of_option(good.option, "good"), label, good.share, origin, letter)
        yield _within(number, good.half_width)


def _information(one: Information, view: StudyView) -> Iterator[Number]:
    """Yield what learning a detail is worth; how it turns the choice only where that is more than noise."""
    begins = key("information.DETAIL", one.detail)
    inputs = tuple(path for path in one.paths if node_at(view.mission, path) is not None)
    how = LEARNT if inputs else f"counted ({LEARNT})"
    of = view.words.text("labels.learning", detail=view.detail(one.detail))
    for name, (estimate, unit) in _amounts(one).items():
        label = view.words.text(f"labels.information-{name}")
        number = _estimated(begins.below(name), label, estimate, (unit, how, inputs))
        yield replace(number, of=of)


def _amounts(one: Information) -> dict[str, tuple[Estimate, str]]:
    """Return what is known of learning a detail, with units."""
    amounts = {
        "value": (Estimate(100 * one.value, 100 * one.value_error), VALUE_POINTS),
        "floor": (Estimate(100 * one.value_floor, 0.0), VALUE_POINTS),
    }
    if one.money is not None and one.value > 0:
        error = one.money * one.value_error / one.value
        amounts["money"] = (Estimate(one.money, error), "money")
    if one.value > one.value_floor:
        amounts |= {
            "changes": (one.changes, "share"),
            "targets": (_points(one.targets), VALUE_POINTS),
            "floors": (_points(one.floors), VALUE_POINTS),
            "cost": (one.cost, "money"),
        }
    if one.agreed > one.agreed_floor:
        amounts["agreed"] = (Estimate(100 * one.agreed, 0.0), VALUE_POINTS)
    return amounts


def _points(share: Estimate) -> Estimate:
    return Estimate(100 * share.mean, 100 * share.error)


def _estimated(
    number_id: str, label: str, estimate: Estimate, origin: tuple[str, str, tuple[str, ...]]
) -> Number:
    """Return an estimate as exactly as its noise allows, with its 95 % interval."""
    mean, half_width = to_noise(estimate.mean, estimate.error), 2 * estimate.error
    return Number(number_id, label, mean, estimate.mean - half_width, estimate.mean + half_width, *origin)


def _stance(stance: PartyStance, view: StudyView) -> Iterator[Number]:
    party, letter = view.mission.title_of("parties", stance.party), view.lettered(stance.option)
    places = tuple(f"positions.{n}" for n, p in enumerate(view.mission.positions) if p.party == stance.party)
    for state in STATES:
        name = state.replace("_", "-")
        begins = of_option(stance.option, key("stance.PARTY", stance.party))
        label, origin = (
            view.words.text(f"labels.stance-{name}", party=party),
            (AGREED, places or _sets(stance.option)),
        )
        yield _share(begins.below(name), label, float(getattr(stance, state)), origin, letter)


def _agreement(agreement: Agreement, view: StudyView) -> Iterator[Number]:
    begins, letter = of_option(agreement.option, "agreement"), view.lettered(agreement.option)
    places = tuple(f"positions.{n}" for n in range(len(view.mission.positions)))
    origin = (AGREED, (*places, *_sets(agreement.option)))
    word = view.words.text
    chance = _share(begins.below("chance"), word("labels.agreement-chance"), agreement.chance, origin, letter)
    yield _within(chance, agreement.half_width)
    shares = {
        "apart": agreement.apart,
        "together": agreement.together,
        "majority": agreement.majority,
        "filled": agreement.filled_if_agreed,
        "agreed-and-filled": agreement.agreed_and_filled,
        "agreed-and-good": agreement.agreed_and_good,
        "pivotal": agreement.pivotal_share,
        "shifted-cost": agreement.shifted_cost,
        "shifted-posts": agreement.shifted_posts,
    }
    for name, value in shares.items():
        if value is not None:
            yield _share(begins.below(name), word(f"labels.agreement-{name}"), value, origin, letter)
    for place, blocking in enumerate(agreement.blocking, start=1):
        label = word("labels.agreement-blocking", place=place)
        yield _share(begins.below(key("blocking.N", place)), label, blocking.share, origin, letter)
    for place, amendment in enumerate(agreement.amendments, start=1):
        label = word("labels.agreement-amended", place=place)
        yield _share(begins.below(key("amended.N", place)), label, amendment.chance, origin, letter)


def _ranks(view: StudyView, analysis: DecisionAnalysis) -> Iterator[Number]:
    word, name = view.words.text, view.short_title_of
    for criterion, weight in analysis.weighing.weights.items():
        label = word("labels.weight", criterion=name(criterion))
        yield _share(key("weight.CRITERION", criterion), label, weight, (WEIGHED, ()))
    for one in analysis.acceptability:
        begins, letter, origin = (
            key("option.OPTION", one.option),
            view.lettered(one.option),
            (RANKED, _sets(one.option)),
        )
        for rank, share in enumerate(one.ranks, start=1):
            label = word("labels.rank", rank=rank)
            yield _share(begins.below(key("rank.N", rank)), label, share, origin, letter)
        if one.confidence is not None:
            label = word("labels.confidence")
            yield _share(begins.below("confidence"), label, one.confidence, origin, letter)
        for criterion, weight in (one.central or {}).items():
            label = word("labels.central", criterion=name(criterion))
            yield _share(begins.below(key("central.CRITERION", criterion)), label, weight, origin, letter)


def _swings(view: StudyView, analysis: DecisionAnalysis) -> Iterator[Number]:
    """Yield tornado bars: mean at either end of a quantity, and the share of variance explained."""
    for swing in analysis.swings:
        name_of = key("swing.CRITERION.QUANTITY", swing.criterion, swing.path)
        begins = of_option(swing.option, name_of)
        inputs = (swing.path,) if node_at(view.mission, swing.path) is not None else _sets(swing.option)
        unit, letter = criterion_unit(view, swing.criterion), view.lettered(swing.option)
        criterion, quantity = view.short_title_of(swing.criterion), view.quantity(swing.path)
        about = {"criterion": criterion, "quantity": quantity}
        for name, value in (("at-low", swing.at_low), ("at-high", swing.at_high)):
            label = view.words.text(f"labels.swing-{name}", **about)
            yield Number(begins.below(name), label, value, value, value, unit, FLIPS, inputs, of=letter)
        label = view.words.text("labels.swing-index", **about)
        yield _share(begins.below("index"), label, swing.index, (FLIPS, inputs), letter)
