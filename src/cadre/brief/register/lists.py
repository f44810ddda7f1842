"""Numbers of lists, and counts that sentences of the brief name.

Shares of single requirements, further asks, serials, searches, options dropped, open questions, positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.fill import STATES, requirements
from cadre.brief.number import STATED, Number, exact_number
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import Key, key, of_option
from cadre.brief.register.reasons import BINDING, LATE, SCREENED, short_targets
from cadre.brief.view import LISTED, OptionView, StudyView
from cadre.mission import Quantity
from cadre.words.naming import named

STAGES = ("need", "forces", "programme", "staff", "timetable")
FILLED = "cadre.brief.fill.fill_of on the force plan (docs/model/forces.md)"
ASKED = "cadre.forces.requests (docs/model/forces.md)"
SEARCHED = "gap between plan and proved bound (cadre.solving)"
DROPPED = "counted (cadre.screening)"
CONDITIONS = "stated conditions against the option (cadre.decision.acceptance)"


def lists_of(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the numbers of an option's lists."""
    yield from _requirements(shown)
    yield from _asks(shown)
    yield from _missed(shown)
    yield from _serials(shown)
    yield from _searches(shown)
    yield from _refusals(view, shown)


def _number(
    shown: OptionView, name: str, about: tuple[str, str], value: float, origin: tuple[str, ...]
) -> Number:
    """Make a number of an option: `about` is label and unit, `origin` the computation and input families."""
    inputs = tuple(set_name(shown.id, family) for family in origin[1:])
    label, unit = about
    return Number(
        of_option(shown.id, name), label, value, value, value, unit, origin[0], inputs, of=shown.letter
    )


def _requirements(shown: OptionView) -> Iterator[Number]:
    for name, line in requirements(shown.planned.forces, shown.mission).items():
        begins = key("posts.ROLE@SITE", line.role, line.site)
        for state in STATES:
            label = shown.words.text(f"labels.posts-{state}", line=name)
            share = line.share(line.by_state[state])
            origin = (FILLED, "offers", "posts")
            yield _number(shown, begins.below(key("STATE", state)), (label, "share"), share, origin)


def _asks(shown: OptionView) -> Iterator[Number]:
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        label = shown.words.text("labels.ask-post-weeks", place=place)
        name, origin = key("ask.N.post-weeks", place), (ASKED, "posts", "offers")
        yield _number(shown, name, (label, "post-weeks"), ask.post_weeks, origin)


def _missed(shown: OptionView) -> Iterator[Number]:
    """Count the targets, those that the plan misses, and these by what binds."""
    short, origin = short_targets(shown), (BINDING, "training", "posts")
    word = shown.words.text
    counts = {"targets": (word("labels.targets"), len(shown.planned.programme.targets))}
    counts["missed"] = (word("labels.missed"), len(short))
    for limit, count in Counter(target.limit for target in short if target.limit).items():
        counts[key("missed.LIMIT", limit)] = (
            word("labels.missed-of", limit=named(shown.words, "limit", limit)),
            count,
        )
    for name, (label, count) in counts.items():
        yield _number(shown, name, (label, "number"), count, origin)


def _serials(shown: OptionView) -> Iterator[Number]:
    left = sum(serial.start is None for serial in shown.planned.timetable.serials)
    origin = (LATE, "training", "posts", "offers")
    about = (shown.words.text("labels.serials-left"), "serials")
    yield _number(shown, "serials.left", about, left, origin)
    planned: Counter[str] = Counter()
    for batch in shown.planned.programme.serials:
        planned[batch.course] += batch.serials
    planning = ("cadre.programme (docs/model/programme.md)", "training", "posts")
    for course, serials in sorted(planned.items()):
        about = (shown.words.text("labels.serials-of", course=course), "serials")
        yield _number(shown, key("serials.COURSE", course), about, serials, planning)


def _searches(shown: OptionView) -> Iterator[Number]:
    for stage in STAGES:
        result = getattr(shown.planned, stage).result
        if result is not None and result.has_plan:
            label = shown.words.text("labels.gap", stage=shown.words.text(f"method.stage-{stage}"))
            origin = (SEARCHED, "training", "offers", "posts")
            yield _number(shown, key("gap.STAGE", stage), (label, "share"), result.gap, origin)
        if result is not None and result.is_far:
            label = shown.words.text("labels.open", stage=shown.words.text(f"method.stage-{stage}"))
            origin = (SEARCHED, "training", "offers", "posts")
            yield _number(shown, key("open.STAGE", stage), (label, "share"), result.left_open, origin)


def _refusals(view: StudyView, shown: OptionView) -> Iterator[Number]:
    found = [a for a in view.study.comparison.acceptance if a.option == shown.id]
    places = tuple(f"positions.{place}" for place in range(len(view.mission.positions)))
    for name, count in (("parties", len(found)), ("refusing", sum(bool(a.refused) for a in found))):
        label = shown.words.text(f"labels.{name}")
        yield Number(
            of_option(shown.id, name), label, *(count,) * 3, "number", CONDITIONS, places, of=shown.letter
        )


def lists_of_mission(view: StudyView) -> Iterator[Number]:
    """Yield numbers that the mission states and the brief repeats, and those of the screening."""
    mission, word = view.mission, view.words.text
    years = mission.years_beyond_exit
    label = word("labels.looks-beyond-exit")
    yield _stated("looks-beyond-exit", label, (years, "years"), "mission.looks_beyond_exit")
    for risk in view.study.comparison.fill[:1]:
        label = word("labels.fill-floor")
        yield exact_number("fill-floor", label, risk.floor, "share", "counted (cadre.decision.chances)")
    for place, position in enumerate(mission.positions):
        label = word("labels.insists", condition=str(position.condition))
        share, party = (position.strength.mean, "share"), mission.title_of("parties", position.party)
        number = _stated(key("position.N.strength", place), label, share, f"positions.{place}")
        yield replace(number, of=party)
    yield from _questions(view)
    yield from _reviews(view)
    yield from _dropped(view)


def _stated(number_id: str, label: str, amount: tuple[float, str], path: str) -> Number:
    value, unit = amount
    return Number(number_id, label, value, value, value, unit, STATED, (path,))


def _questions(view: StudyView) -> Iterator[Number]:
    """Yield what each open question is planned with, and what learning the answer costs."""
    for asked, question in view.mission.mandate.open.items():
        path = question.planned_with or ""
        quantity = view.mission.quantities.get(path)
        if quantity is not None and quantity.unit != "date":
            planned = _quantity(key("open.QUESTION", asked), question.question, quantity, path)
            yield replace(planned, of=view.words.text("labels.planned-with"))
        if question.learning_costs is not None:
            price, path = (question.learning_costs.mean, "money"), f"mandate.open.{asked}.learning_costs"
            number = _stated(key("open.QUESTION.price", asked), question.question, price, path)
            yield replace(number, of=view.words.text("labels.price-of-learning"))


def _quantity(number_id: str, label: str, quantity: Quantity, path: str) -> Number:
    unit = {"share a month": "share", "share a week": "share"}.get(quantity.unit, quantity.unit)
    middle = min(max(quantity.mean, quantity.low), quantity.high)
    return Number(number_id, label, middle, quantity.low, quantity.high, unit, STATED, (path,))


def fewest_id(event: str) -> Key:
    """Return the id of the number below which a review has its effect."""
    return key("event.EVENT.fewest", event)


def _reviews(view: StudyView) -> Iterator[Number]:
    """Yield the numbers below which reviews have their effect."""
    for name, event in view.mission.events.items():
        if event.fewer_than is not None:
            title, unit = view.mission.title_of("events", name), "units" if event.units_of else "people"
            number = _stated(fewest_id(name), title, (event.fewer_than, unit), f"events.{name}")
            yield replace(number, of=view.words.text("labels.fewest"))


def _dropped(view: StudyView) -> Iterator[Number]:
    """Count the options dropped for each reason listed, with the range of what they would cost."""
    total = sum(map(len, view.dropped))
    word = view.words.text
    yield exact_number("dropped", word("labels.dropped"), total, "number", DROPPED)
    for place, entries in enumerate(view.dropped[:LISTED], start=1):
        label = word("labels.dropped-for", place=place)
        yield exact_number(
            key("dropped.N", place), label, len(entries), "number", "counted (cadre.screening)"
        )
        costs = [entry.measures["cost"] for entry in entries if "cost" in entry.measures]
        if costs:
            middle, label = sorted(costs)[len(costs) // 2], word("labels.dropped-cost", place=place)
            ends = (min(costs), max(costs))
            yield Number(key("dropped.N.cost", place), label, middle, *ends, "money", SCREENED)
