"""Numbers of the judgement: when options fail, information, agreement, ranks over weights, what they hang on.

Takes a `Reading` whose study holds a judgement; gives `Number`s and `Said`s, nothing where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.inputs import node_at, set_name
from cadre.brief.numbers import Number, exact_number
from cadre.brief.reading import Reading
from cadre.brief.register_results import criterion_unit
from cadre.brief.said import Said
from cadre.decision.judgement import Estimate, Information, Judgement
from cadre.decision.silence import Agreement, PartyStance
from cadre.decision.wording import to_noise

ALL = ("training", "offers", "costs", "posts")
FAILS = "cadre.decision.failing: bars and PRIM (docs/model/decision.md)"
LEARNT = "cadre.decision.value_of_information (docs/model/decision.md)"
AGREED = "cadre.decision.agreeing: agreement by silence (docs/model/decision.md)"
RANKED = "cadre.decision.rank_acceptability: SMAA-2 (docs/model/decision.md)"
BUYS = "cadre.decision.frontier (docs/model/decision.md)"
FLIPS = "cadre.decision.sensitivity (docs/model/decision.md)"
WEIGHED = "counted (cadre.decision.docket: weights and bars)"
VALUE_POINTS = "value points"
STATES = {
    "supports": "supports",
    "acquiesces": "acquiesces",
    "caveat": "acquiesces with a caveat",
    "breaks": "breaks silence",
    "any_breaks": "breaks silence, any party of the type",
}


def numbers_of_judgement(reading: Reading) -> Iterator[Number]:
    """Give every number of a judgement."""
    judgement = reading.study.judgement
    if judgement is None:
        return
    yield from _good_and_failing(reading, judgement)
    for one in judgement.learnt:
        yield from _information(one, reading)
    for stance in judgement.stances:
        yield from _stance(stance, reading)
    for agreement in judgement.agreement:
        yield from _agreement(agreement, reading)
    yield from _ranks(reading, judgement)
    yield from _swings(reading, judgement)


def sentences_of_judgement(reading: Reading) -> Iterator[Said]:
    """Give every sentence of a judgement that the brief repeats."""
    judgement = reading.study.judgement
    if judgement is None:
        return
    for fails in judgement.fails_when:
        text = reading.in_letters(fails.told)
        key, about = f"option.{fails.option}.said.fails", f"{reading.lettered(fails.option)}: when it fails"
        yield Said(key, about, text, FAILS, _sets(fails.option))
    for place, step in enumerate(judgement.frontier, start=1):
        inputs = tuple(
            f"option.{o}.{k}" for o in (step.cheaper, step.dearer) for k in ("cost", "outcome", "lasting")
        )
        text = reading.in_letters(step.told)
        yield Said(f"said.frontier.{place}", "what money buys", text, BUYS, inputs)
    for agreement in judgement.agreement:
        for place, amendment in enumerate(agreement.amendments, start=1):
            key = f"option.{agreement.option}.said.amendment.{place}"
            about = f"{reading.lettered(agreement.option)}: amendment {place}"
            yield Said(key, about, reading.in_letters(amendment.told), AGREED, _sets(agreement.option))
    for place, switch in enumerate(judgement.switches, start=1):
        inputs = tuple(f"option.{o}.{c.id}" for o in reading.by_id for c in reading.study.comparison.criteria)
        yield Said(
            f"said.switch.{place}", "where the ranking flips", reading.in_letters(switch.told), FLIPS, inputs
        )


def _sets(option: str, families: tuple[str, ...] = ALL) -> tuple[str, ...]:
    return tuple(set_name(option, family) for family in families)


def _share(key: str, label: str, value: float, origin: tuple[str, tuple[str, ...]]) -> Number:
    how, inputs = origin
    return Number(key, label, value, value, value, "share", how, inputs)


def _within(number: Number, half_width: float) -> Number:
    """Give a share its 95 % interval, from the number of futures."""
    return replace(number, low=max(0.0, number.value - half_width), high=min(1.0, number.value + half_width))


def _good_and_failing(reading: Reading, judgement: Judgement) -> Iterator[Number]:
    for bar in judgement.bars:
        label = f"Bar that a good option clears on {bar.criterion}, as stated"
        yield exact_number(
            f"bar.{bar.criterion}", label, bar.at, criterion_unit(reading, bar.criterion), WEIGHED
        )
    for good in judgement.good:
        letter, origin = reading.lettered(good.option), (FAILS, _sets(good.option))
        label = f"{letter}: share of futures in which it clears every bar"
        yield _within(_share(f"option.{good.option}.good", label, good.share, origin), good.half_width)


def _information(one: Information, reading: Reading) -> Iterator[Number]:
    """Give what learning a detail is worth; how it turns the choice only where that is more than noise."""
    key, title = f"information.{one.detail}", one.title
    inputs = tuple(path for path in one.paths if node_at(reading.mission, path) is not None)
    how = LEARNT if inputs else f"counted ({LEARNT})"
    value = Estimate(100 * one.value, 100 * one.value_error)
    amounts = {
        "value": ("gain in value, in points of 100", value, VALUE_POINTS),
        "floor": (
            "most that a detail without effect showed",
            Estimate(100 * one.value_floor, 0.0),
            VALUE_POINTS,
        ),
    }
    if one.money is not None and one.value > 0:
        error = one.money * one.value_error / one.value
        amounts["money"] = ("gain in value as money", Estimate(one.money, error), "money")
    if one.value > one.value_floor:
        amounts |= {
            "changes": ("futures in which another option would be chosen", one.changes, "share"),
            "targets": ("targets gained, in points", _points(one.targets), VALUE_POINTS),
            "floors": ("floors gained, in points", _points(one.floors), VALUE_POINTS),
            "cost": ("rise of the cost", one.cost, "money"),
        }
    if one.agreed > one.agreed_floor:
        label = "gain in the chance of a good option that is agreed, in points"
        amounts["agreed"] = (label, Estimate(100 * one.agreed, 0.0), VALUE_POINTS)
    for name, (label, estimate, unit) in amounts.items():
        yield _estimated(f"{key}.{name}", f"Learning {title}: {label}", estimate, (unit, how, inputs))


def _points(share: Estimate) -> Estimate:
    return Estimate(100 * share.mean, 100 * share.error)


def _estimated(key: str, label: str, estimate: Estimate, origin: tuple[str, str, tuple[str, ...]]) -> Number:
    """Give an estimate as exactly as its noise allows, with its 95 % interval."""
    mean, half_width = to_noise(estimate.mean, estimate.error), 2 * estimate.error
    return Number(key, label, mean, estimate.mean - half_width, estimate.mean + half_width, *origin)


def _stance(stance: PartyStance, reading: Reading) -> Iterator[Number]:
    title, letter = reading.mission.title_of("parties", stance.party), reading.lettered(stance.option)
    places = tuple(
        f"positions.{n}" for n, p in enumerate(reading.mission.positions) if p.party == stance.party
    )
    for name, what in STATES.items():
        key = f"option.{stance.option}.stance.{stance.party}.{name.replace('_', '-')}"
        label = f"{letter}: {title}, chance that it {what}"
        yield _share(key, label, float(getattr(stance, name)), (AGREED, places or _sets(stance.option)))


def _agreement(agreement: Agreement, reading: Reading) -> Iterator[Number]:
    key, letter = f"option.{agreement.option}.agreement", reading.lettered(agreement.option)
    places = tuple(f"positions.{n}" for n in range(len(reading.mission.positions)))
    origin = (AGREED, (*places, *_sets(agreement.option)))
    label = f"{letter}: chance that nobody breaks silence"
    yield _within(_share(f"{key}.chance", label, agreement.chance, origin), agreement.half_width)
    shares = {
        "apart": ("the same if parties decided independently", agreement.apart),
        "together": ("the same if all moved together", agreement.together),
        "majority": ("contrast: chance that the median party would accept", agreement.majority),
        "filled": ("chance that enough posts are filled if it is agreed", agreement.filled_if_agreed),
        "agreed-and-filled": ("chance that it is agreed and filled", agreement.agreed_and_filled),
        "agreed-and-good": ("chance that it is agreed and good", agreement.agreed_and_good),
        "pivotal": ("share of futures in which one type alone breaks silence", agreement.pivotal_share),
        "shifted-cost": ("share of the cost left to others by caveats", agreement.shifted_cost),
        "shifted-posts": ("share of the posts left to others by caveats", agreement.shifted_posts),
    }
    for name, (what, value) in shares.items():
        if value is not None:
            yield _share(f"{key}.{name}", f"{letter}: {what}", value, origin)
    for place, blocking in enumerate(agreement.blocking, start=1):
        label = f"{letter}: share of futures in which blocking set {place} and no others break silence"
        yield _share(f"{key}.blocking.{place}", label, blocking.share, origin)
    for place, amendment in enumerate(agreement.amendments, start=1):
        label = f"{letter}: chance that nobody breaks silence with amendment {place}"
        yield _share(f"{key}.amended.{place}", label, amendment.chance, origin)


def _ranks(reading: Reading, judgement: Judgement) -> Iterator[Number]:
    for criterion, weight in judgement.weighing.weights.items():
        yield _share(f"weight.{criterion}", f"Mean weight of {criterion}", weight, (WEIGHED, ()))
    for one in judgement.acceptability:
        key, letter, origin = (
            f"option.{one.option}",
            reading.lettered(one.option),
            (RANKED, _sets(one.option)),
        )
        for rank, share in enumerate(one.ranks, start=1):
            label = f"{letter}: share of weights and futures in which it ranks {rank}"
            yield _share(f"{key}.rank.{rank}", label, share, origin)
        if one.confidence is not None:
            label = f"{letter}: chance to rank first at its central weights"
            yield _share(f"{key}.confidence", label, one.confidence, origin)
        for criterion, weight in (one.central or {}).items():
            label = f"{letter}: central weight of {criterion}"
            yield _share(f"{key}.central.{criterion}", label, weight, origin)


def _swings(reading: Reading, judgement: Judgement) -> Iterator[Number]:
    """Give tornado bars: mean at either end of a quantity, and the share of variance explained."""
    for swing in judgement.swings:
        key = f"option.{swing.option}.swing.{swing.criterion}.{swing.path}"
        inputs = (swing.path,) if node_at(reading.mission, swing.path) is not None else _sets(swing.option)
        unit, letter = criterion_unit(reading, swing.criterion), reading.lettered(swing.option)
        for name, value in (("at-low", swing.at_low), ("at-high", swing.at_high)):
            label = f"{letter}: mean {swing.criterion} where {swing.title} is in its tenth {name}"
            yield Number(f"{key}.{name}", label, value, value, value, unit, FLIPS, inputs)
        label = f"{letter}: share of the variance of {swing.criterion} that {swing.title} explains"
        yield _share(f"{key}.index", label, swing.index, (FLIPS, inputs))
