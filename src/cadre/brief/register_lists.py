"""Numbers of lists, and counts that sentences of the brief name.

Shares of single requirements, further asks, serials, searches, options dropped, open questions, positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cadre.brief.fill import STATES, requirements
from cadre.brief.inputs import set_name
from cadre.brief.numbers import Number, exact_number
from cadre.brief.reading import Reading, Shown
from cadre.brief.register_said import BINDING, LATE, SCREENED, STATED, short_targets
from cadre.brief.wording import LISTED, reasons_to_drop
from cadre.mission import Quantity
from cadre.mission.units import WEEKS_PER_YEAR

STAGES = ("need", "forces", "programme", "staff", "timetable")
FILLED = "cadre.brief.fill.fill_of on the force plan (docs/model/forces.md)"
ASKED = "cadre.forces.asks (docs/model/forces.md)"
SEARCHED = "gap between plan and proved bound (cadre.solving)"
CONDITIONS = "stated conditions against the option (cadre.decision.acceptance)"


def lists_of(reading: Reading, shown: Shown) -> Iterator[Number]:
    """Give the numbers of an option's lists."""
    yield from _requirements(shown)
    yield from _asks(shown)
    yield from _missed(shown)
    yield from _serials(shown)
    yield from _searches(shown)
    yield from _refusals(reading, shown)


def _number(shown: Shown, name: str, about: tuple[str, str], value: float, origin: tuple[str, ...]) -> Number:
    """Make a number of an option: `about` is label and unit, `origin` the computation and input families."""
    inputs = tuple(set_name(shown.id, family) for family in origin[1:])
    label, unit = about
    ends = (value, value, value)
    return Number(f"option.{shown.id}.{name}", f"{shown.letter}: {label}", *ends, unit, origin[0], inputs)


def _requirements(shown: Shown) -> Iterator[Number]:
    for key, line in requirements(shown.planned.forces, shown.mission).items():
        for state in STATES:
            label = f"{key}, share of post-weeks filled by offers that are {state}"
            share = line.share(line.by_state[state])
            origin = (FILLED, "offers", "posts")
            yield _number(shown, f"posts.{key}.{state}", (label, "share"), share, origin)


def _asks(shown: Shown) -> Iterator[Number]:
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        label = f"post-weeks that further ask {place} would close"
        name, origin = f"ask.{place}.post-weeks", (ASKED, "posts", "offers")
        yield _number(shown, name, (label, "post-weeks"), ask.post_weeks, origin)


def _missed(shown: Shown) -> Iterator[Number]:
    """Count the targets, those that the plan misses, and these by what binds."""
    short, origin = short_targets(shown), (BINDING, "training", "posts")
    counts = {"targets": ("targets", len(shown.planned.programme.targets))}
    counts["missed"] = ("targets that the plan misses", len(short))
    for limit, count in Counter(target.limit for target in short if target.limit).items():
        counts[f"missed.{limit}"] = (f"targets missed of which {limit} binds", count)
    for name, (label, count) in counts.items():
        yield _number(shown, name, (label, "number"), count, origin)


def _serials(shown: Shown) -> Iterator[Number]:
    left = sum(serial.start is None for serial in shown.planned.timetable.serials)
    origin = (LATE, "training", "posts", "offers")
    yield _number(shown, "serials.left", ("serials that could not be placed", "serials"), left, origin)
    planned: Counter[str] = Counter()
    for batch in shown.planned.programme.serials:
        planned[batch.course] += batch.serials
    planning = ("cadre.programme (docs/model/programme.md)", "training", "posts")
    for course, serials in sorted(planned.items()):
        yield _number(
            shown, f"serials.{course}", (f"serials of {course} planned", "serials"), serials, planning
        )


def _searches(shown: Shown) -> Iterator[Number]:
    for stage in STAGES:
        result = getattr(shown.planned, stage).result
        if result is not None and result.has_plan:
            label = f"gap of the search of {stage} to the proved bound"
            origin = (SEARCHED, "training", "offers", "posts")
            yield _number(shown, f"gap.{stage}", (label, "share"), result.gap, origin)
        if result is not None and result.is_far:
            label = f"part of what the plan of {stage} falls short that a better search may save"
            origin = (SEARCHED, "training", "offers", "posts")
            yield _number(shown, f"open.{stage}", (label, "share"), result.left_open, origin)


def _refusals(reading: Reading, shown: Shown) -> Iterator[Number]:
    found = [a for a in reading.study.comparison.acceptance if a.option == shown.id]
    places = tuple(f"positions.{place}" for place in range(len(reading.mission.positions)))
    for name, label, count in (
        ("parties", "types of party that state conditions", len(found)),
        (
            "refusing",
            "types of party that are asked for what they will not accept",
            sum(bool(a.refused) for a in found),
        ),
    ):
        yield Number(
            f"option.{shown.id}.{name}",
            f"{shown.letter}: {label}",
            *(count,) * 3,
            "number",
            CONDITIONS,
            places,
        )


def lists_of_mission(reading: Reading) -> Iterator[Number]:
    """Give numbers that the mission states and the brief repeats, and those of the screening."""
    mission = reading.mission
    years = mission.mission.looks_beyond_exit / WEEKS_PER_YEAR
    label = "Years after exit at which floors are judged"
    yield _stated("looks-beyond-exit", label, (years, "years"), "mission.looks_beyond_exit")
    for risk in reading.study.comparison.fill[:1]:
        label = "Share of post-weeks below which filling counts as failed"
        yield exact_number("fill-floor", label, risk.floor, "share", "counted (cadre.decision.chances)")
    for place, position in enumerate(mission.positions):
        label = f"{mission.title_of('parties', position.party)}: chance to insist on {position.condition}"
        of = (position.strength.mean, "share")
        yield _stated(f"position.{place}.strength", label, of, f"positions.{place}")
    yield from _questions(reading)
    yield from _reviews(reading)
    yield from _dropped(reading)


def _stated(key: str, label: str, of: tuple[float, str], path: str) -> Number:
    value, unit = of
    return Number(key, label, value, value, value, unit, STATED, (path,))


def _questions(reading: Reading) -> Iterator[Number]:
    """Give what each open question is planned with, and what learning the answer costs."""
    for key, question in reading.mission.mandate.open.items():
        path = question.planned_with or ""
        quantity = reading.mission.quantities.get(path)
        if quantity is not None and quantity.unit != "date":
            yield _quantity(f"open.{key}", f"Planned with: {question.question}", quantity, path)
        if question.learning_costs is not None:
            label, path = f"Price of learning: {question.question}", f"mandate.open.{key}.learning_costs"
            yield _stated(f"open.{key}.price", label, (question.learning_costs.mean, "money"), path)


def _quantity(key: str, label: str, quantity: Quantity, path: str) -> Number:
    unit = {"share a month": "share", "share a week": "share"}.get(quantity.unit, quantity.unit)
    middle = min(max(quantity.mean, quantity.low), quantity.high)
    return Number(key, label, middle, quantity.low, quantity.high, unit, STATED, (path,))


def fewest_id(event: str) -> str:
    """Give the id of the number below which a review has its effect."""
    return f"event.{event}.fewer_than"


def _reviews(reading: Reading) -> Iterator[Number]:
    """Give the numbers below which reviews have their effect."""
    for key, event in reading.mission.events.items():
        if event.fewer_than is not None:
            label = f"{reading.mission.title_of('events', key)}: found fewer than"
            unit = "units" if event.units_of else "people"
            yield _stated(fewest_id(key), label, (event.fewer_than, unit), f"events.{key}")


def _dropped(reading: Reading) -> Iterator[Number]:
    """Count the options dropped for each reason listed, with the range of what they would cost."""
    reasons = reasons_to_drop(reading)
    total = sum(map(len, reasons.values()))
    yield exact_number("dropped", "Options dropped", total, "number", "counted (cadre.screening)")
    for place, entries in enumerate(list(reasons.values())[:LISTED], start=1):
        label = f"Options dropped for reason {place}"
        yield exact_number(f"dropped.{place}", label, len(entries), "number", "counted (cadre.screening)")
        costs = [entry.measures["cost"] for entry in entries if "cost" in entry.measures]
        if costs:
            middle, label = sorted(costs)[len(costs) // 2], f"Cost of options dropped for reason {place}"
            ends = (min(costs), max(costs))
            yield Number(f"dropped.{place}.cost", label, middle, *ends, "money", SCREENED)
