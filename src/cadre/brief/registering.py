"""Registering: every number of a study that the brief may show, once.

Takes a `Reading`, gives `Numbers` in a fixed order: the mission's own first, then option by option, then between options. What each is
computed by stands in `how`; what it follows from in `inputs` (sets of mission paths, see `cadre.brief.inputs`) and `basis`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.inputs import basis_of, input_sets, set_name
from cadre.brief.numbers import Number, Numbers, spread_number
from cadre.brief.reading import Reading, Shown, day, target_day
from cadre.brief.register_posts import posts_of
from cadre.decision.types import Chance, Spread
from cadre.programme.plan import Target

SIMULATED = "cadre.simulation (docs/model/simulation.md)"
COMPARED = "cadre.decision.comparison (docs/model/decision.md)"
PLANNED = "cadre.programme (docs/model/programme.md)"

SCALARS = {
    "graduates": ("Graduates to the end", "people", ("training", "offers")),
    "serials_held": ("Serials held", "serials", ("training", "offers")),
    "serials_lost": ("Serials lost", "serials", ("training", "offers")),
    "serials_late": ("Serials held late", "serials", ("training", "offers")),
    "person_weeks": ("Foreign person-weeks", "person-weeks", ("posts", "offers")),
    "cost_beyond": ("Cost to the host after exit", "money", ("costs", "training")),
}
"""Simulated scalars shown besides the criteria: label, unit, families of input."""

CRITERIA_INPUTS = {
    "outcome": ("training", "offers", "posts"),
    "lasting": ("training", "offers", "posts"),
    "cost": ("costs", "posts", "offers", "training"),
    "exposure": ("posts", "offers", "training"),
    "posts": ("posts", "offers"),
    "filled": ("offers", "posts"),
}
"""Families of input of each criterion; one that is not named here depends on all."""


def register(reading: Reading) -> tuple[Numbers, dict[str, tuple[str, ...]]]:
    """Register the numbers of a study.

    Returns
    -------
    Numbers
        In a fixed order.
    dict of str to tuple of str
        The sets of mission paths that inputs name.
    """
    numbers = Numbers(reading.mission.mission.currency)
    sets: dict[str, tuple[str, ...]] = {}
    for number in _of_mission(reading):
        numbers.add(number)
    for shown in reading.options:
        sets |= input_sets(shown.id, shown.mission)
        for number in _of_option(reading, shown):
            numbers.add(_with_basis(number, sets, shown))
    for number in _between(reading):
        numbers.add(_with_inputs(number, numbers))
    return numbers, sets


def unit_of(unit: str, currency: str) -> str:
    """Give the unit as rounding knows it: amounts in the mission's currency are money."""
    return "money" if unit == currency else unit


def _with_basis(number: Number, sets: dict[str, tuple[str, ...]], shown: Shown) -> Number:
    paths = [path for name in number.inputs for path in sets.get(name, (name,))]
    return replace(number, basis=basis_of(shown.mission, paths))


def _with_inputs(number: Number, numbers: Numbers) -> Number:
    """Take over the basis of the numbers that a number is made of."""
    found = {basis: None for key in number.inputs for basis in numbers[key].basis}
    return replace(number, basis=tuple(found))


def _of_mission(reading: Reading) -> Iterator[Number]:
    """Give what the mission states: targets, floors, published figures to compare with, and how many options were screened."""
    study, mission = reading.study, reading.mission
    for key, capability in mission.capabilities.items():
        path, title = f"capabilities.{key}", mission.title_of("capabilities", key)
        for date, units in capability.wanted.items():
            label = f"{title}: units wanted by {day(date)}"
            yield _stated(f"wanted.{key}.{date}", label, units, path, capability.basis)
        label = f"{title}: units that must hold after exit"
        yield _stated(f"floor.{key}", label, capability.floor_after_exit, path, capability.basis)
    for key, figure in mission.figures.items():
        if figure.value is not None:
            low, high = figure.low or figure.value, figure.high or figure.value
            yield Number(
                f"figure.{key}",
                figure.title,
                figure.value,
                low,
                high,
                "ratio",
                "published",
                (),
                (f"P:{key}",),
            )
    yield _counted("options.screened", "Options enumerated and screened", len(study.screened))
    yield _counted("options.shown", "Options shown", len(study.shown))
    yield _counted("replications", "Futures played for each option", study.replications)


def _stated(key: str, label: str, units: int, path: str, basis: tuple[str, ...]) -> Number:
    return Number(key, label, units, units, units, "units", "stated in the mission", (path,), tuple(basis))


def _counted(key: str, label: str, count: int) -> Number:
    return Number(key, label, count, count, count, "number", "counted (cadre.screening, cadre.simulation)")


def _of_option(reading: Reading, shown: Shown) -> Iterator[Number]:
    """Give every number of one option."""
    yield from _criteria(reading, shown)
    yield from _scalars(shown)
    yield from posts_of(shown)
    for target in shown.planned.programme.targets:
        yield _planned_target(shown, target)
    for chance in shown.chances:
        yield from _chance(shown, chance)
    yield from _risks(reading, shown)


def _sets(shown: Shown, families: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)


def _simulated(shown: Shown, name: str, label: str, spread: Spread, unit: str) -> Number:
    return spread_number(f"option.{shown.id}.{name}", f"{shown.letter}: {label}", spread, unit, SIMULATED)


def _criteria(reading: Reading, shown: Shown) -> Iterator[Number]:
    comparison, currency = reading.study.comparison, reading.mission.mission.currency
    for criterion in comparison.criteria:
        spread = comparison.spreads[shown.id][criterion.id]
        unit = unit_of(criterion.unit, currency)
        families = CRITERIA_INPUTS.get(criterion.id, ("training", "offers", "costs", "posts"))
        if criterion.scalar == "attribute":
            number = spread_number(
                f"option.{shown.id}.{criterion.id}",
                f"{shown.letter}: {criterion.title}",
                spread,
                unit,
                PLANNED,
            )
            yield replace(number, inputs=("mission.horizon",))
        else:
            number = _simulated(shown, criterion.id, criterion.title, spread, unit)
            yield replace(number, inputs=_sets(shown, families))


def _scalars(shown: Shown) -> Iterator[Number]:
    for name, (label, unit, families) in SCALARS.items():
        if name in shown.spreads:
            yield replace(
                _simulated(shown, name, label, shown.spreads[name], unit), inputs=_sets(shown, families)
            )
    for name, spread in shown.spreads.items():
        kind, _, rest = name.partition(".")
        if kind == "cost" and rest:
            number = _simulated(shown, name, f"Cost to exit paid by {rest}", spread, "money")
            yield replace(
                number, id=number.id.replace(" ", "-"), inputs=_sets(shown, ("costs", "posts", "offers"))
            )
        elif kind == "lost" and rest:
            number = _simulated(shown, name, f"Serials lost: {rest}", spread, "serials")
            yield replace(number, id=number.id.replace(" ", "-"), inputs=_sets(shown, ("training", "offers")))


def _planned_target(shown: Shown, target: Target) -> Number:
    date = target_day(shown.mission, target.capability, target.week)
    title = shown.mission.title_of("capabilities", target.capability)
    key = f"option.{shown.id}.planned.{target.capability}.w{target.week}"
    label = f"{shown.letter}: {title}, units planned by {day(date)}"
    return Number(
        key,
        label,
        target.reached,
        target.reached,
        target.reached,
        "units",
        PLANNED,
        _sets(shown, ("training",)),
    )


def chance_id(option: str, chance: Chance) -> str:
    """Give the id of the chance of a target or a floor."""
    return f"option.{option}.{chance.kind}.{chance.capability}.w{chance.week}"


def _chance(shown: Shown, chance: Chance) -> Iterator[Number]:
    """Give the chance with its 95 % interval from the number of replications, and the units with their 80 % range."""
    title, key = shown.mission.title_of("capabilities", chance.capability), chance_id(shown.id, chance)
    date, inputs = (
        day(target_day(shown.mission, chance.capability, chance.week)),
        _sets(shown, ("training", "offers")),
    )
    low, high = max(0.0, chance.share - chance.half_width), min(1.0, chance.share + chance.half_width)
    what = (
        f"chance that {chance.wanted:g} units {'hold' if chance.kind == 'floor' else 'are there'} by {date}"
    )
    yield Number(
        f"{key}.chance",
        f"{shown.letter}: {title}, {what}",
        chance.share,
        low,
        high,
        "share",
        COMPARED,
        inputs,
    )
    units = spread_number(
        f"{key}.units", f"{shown.letter}: {title}, units by {date}", chance.units, "units", SIMULATED
    )
    yield replace(units, inputs=inputs)


def _risks(reading: Reading, shown: Shown) -> Iterator[Number]:
    """Give the risk that posts stay empty, break-even intakes and regret."""
    comparison, option = reading.study.comparison, shown.id
    for risk in comparison.fill:
        if risk.option == option:
            label = (
                f"{shown.letter}: chance that fewer than {100 * risk.floor:.0f} % of post-weeks are filled"
            )
            value = (risk.share_below,) * 3
            yield Number(
                f"option.{option}.fill-risk",
                label,
                *value,
                "share",
                COMPARED,
                _sets(shown, ("offers", "posts")),
            )
    for one in comparison.break_even:
        if one.option == option:
            title, key = (
                shown.mission.title_of("competences", one.competence),
                f"option.{option}.intake.{one.competence}",
            )
            inputs = _sets(shown, ("training",))
            label = f"{shown.letter}: {title}, graduates a year that hold the floor"
            yield replace(
                spread_number(f"{key}.needed", label, one.needed_a_year, "people a year", COMPARED),
                inputs=inputs,
            )
            label = f"{shown.letter}: {title}, graduates a year planned"
            yield Number(
                f"{key}.planned", label, *(one.planned_a_year,) * 3, "people a year", PLANNED, inputs
            )
    for regret in comparison.regrets:
        if regret.option == option:
            unit = _criterion_unit(reading, regret.criterion)
            label = f"{shown.letter}: regret on {regret.criterion}, 90th percentile"
            yield Number(
                f"option.{option}.regret.{regret.criterion}",
                label,
                *(regret.p90,) * 3,
                unit,
                COMPARED,
                (set_name(option, "training"), set_name(option, "offers")),
            )


def _criterion_unit(reading: Reading, key: str) -> str:
    criterion = next(c for c in reading.study.comparison.criteria if c.id == key)
    return unit_of(criterion.unit, reading.mission.mission.currency)


def _between(reading: Reading) -> Iterator[Number]:
    """Give each option minus doing nothing, criterion by criterion, and how often it is better."""
    for difference in reading.study.comparison.differences:
        if not reading.by_id[difference.to].is_nothing:
            continue
        of, to, criterion = difference.of, difference.to, difference.criterion
        key, letters = (
            f"difference.{of}.{to}.{criterion}",
            f"{reading.lettered(of)} minus {reading.lettered(to)}",
        )
        inputs = (f"option.{of}.{criterion}", f"option.{to}.{criterion}")
        unit = _criterion_unit(reading, criterion)
        yield replace(
            spread_number(key, f"{letters}: {criterion}", difference.spread, unit, COMPARED), inputs=inputs
        )
        share = (difference.share_better,) * 3
        yield Number(
            f"{key}.better",
            f"{letters}: share of futures better on {criterion}",
            *share,
            "share",
            COMPARED,
            inputs,
        )
