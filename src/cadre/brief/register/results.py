"""Numbers about what one option yields: criteria, other outcomes, targets, floors, risks, regret."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from cadre.brief.number import Number, exact_number, spread_number
from cadre.brief.register.inputs import FAMILIES, set_name
from cadre.brief.register.keys import Key, key, of_option
from cadre.brief.view import OptionView, StudyView, target_day
from cadre.criteria import ATTRIBUTE, Criterion, named
from cadre.decision.types import BreakEven, Chance, Ending
from cadre.programme.plan import PlannedTarget

SIMULATED = "cadre.simulation (docs/model/simulation.md)"
COMPARED = "cadre.decision.comparison (docs/model/decision.md)"
PLANNED = "cadre.programme (docs/model/programme.md)"

ALL = ("training", "offers", "costs", "posts")
"""Every family of input."""
SCALARS: dict[str, tuple[str, tuple[str, ...]]] = {
    "graduates": ("people", ("training", "offers")),
    "trained": ("people", ("training", "offers")),
    "serials_held": ("serials", ("training", "offers")),
    "serials_lost": ("serials", ("training", "offers")),
    "serials_late": ("serials", ("training", "offers")),
    "person_weeks": ("person-weeks", ("posts", "offers")),
    "cost_before_overrun": ("money", ("costs", "posts", "offers")),
    "cost_fully_manned": ("money", ("costs", "posts", "offers")),
    "cost_a_graduate": ("money", ALL),
    "cost_beyond": ("money", ("costs", "training")),
}
"""Simulated scalars shown besides the criteria: unit, families of input."""
YEARLY = "cost_in"
"""Scalars of calendar years."""
FAMILIES_OF_SCALARS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "cost": ("paid-by", "money", ("costs", "posts", "offers")),
    YEARLY: ("paid-in", "money", ALL),
    "lost": ("lost", "serials", ("training", "offers")),
}
"""Scalars that come by payer, calendar year or cause, such as `cost.host`: how their messages begin, unit,
families."""


def results_of(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield every number about what an option yields."""
    comparison = view.study.comparison
    for criterion in comparison.criteria:
        yield _criterion(view, shown, criterion)
    yield from _scalars(shown, {criterion.id for criterion in comparison.criteria})
    # A floor may end in the week of the last date.
    planned = {(t.capability, t.week): t for t in shown.planned.programme.targets}
    for target in planned.values():
        yield _planned_target(shown, target)
    for chance in shown.chances:
        yield from _chance(shown, chance)
    yield from _risks(view, shown)
    for one in comparison.break_even:
        if one.option == shown.id:
            yield from _break_even(shown, one)
    for ending in comparison.endings:
        if ending.option == shown.id:
            yield from _ending(shown, ending)


def unit_of(unit: str, currency: str) -> str:
    """Return the unit as rounding knows it: amounts in the mission's currency are money."""
    return "money" if unit == currency else unit


def criterion_unit(view: StudyView, key: str) -> str:
    """Return the unit of a criterion as rounding knows it."""
    criterion = next(c for c in view.study.comparison.criteria if c.id == key)
    return unit_of(criterion.unit, view.mission.mission.currency)


def chance_id(option: str, chance: Chance) -> Key:
    """Return the id of the chance of a target or a floor."""
    kind = f"{chance.kind}.CAPABILITY.wWEEK"
    return of_option(option, key(kind, chance.capability, chance.week))


def ending_id(ending: Ending) -> Key:
    """Return the id of how often an event ends an option; of all of them together without its name."""
    return of_option(ending.option, key("ends.EVENT", ending.event) if ending.event else "ends")


def _ending(shown: OptionView, ending: Ending) -> Iterator[Number]:
    """Yield the chance that an event ends an option, with its interval, and the median week of exit then."""
    begins, inputs = ending_id(ending), _sets(shown, ("training",))
    by, which = (shown.mission.title_of("events", ending.event), "one") if ending.event else ("", "any")
    ends = (max(0.0, ending.share - ending.half_width), min(1.0, ending.share + ending.half_width))
    label = shown.words.text("labels.ends-chance", which=which, event=by)
    yield Number(
        begins.below("chance"), label, ending.share, *ends, "share", COMPARED, inputs, of=shown.letter
    )
    if ending.week is not None:
        label = shown.words.text("labels.ends-weeks", which=which, event=by)
        number = exact_number(begins.below("weeks"), label, ending.week, "weeks", SIMULATED)
        yield replace(number, inputs=inputs, of=shown.letter)


def inputs_of(shown: OptionView, criterion: str) -> tuple[str, ...]:
    """Return what a criterion of an option depends on: sets of inputs, and paths of the mission."""
    inputs = named(criterion).inputs or ALL
    return tuple(set_name(shown.id, name) if name in FAMILIES else name for name in inputs)


def _sets(shown: OptionView, families: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)


def _criterion(view: StudyView, shown: OptionView, criterion: Criterion) -> Number:
    spread = view.study.comparison.spreads[shown.id][criterion.id]
    fixed = criterion.scalar == ATTRIBUTE
    number_id, label = of_option(shown.id, criterion.id), view.title_of(criterion)
    unit = criterion_unit(view, criterion.id)
    number = spread_number(number_id, label, spread, unit, PLANNED if fixed else SIMULATED)
    return replace(number, inputs=inputs_of(shown, criterion.id), of=shown.letter)


def _scalars(shown: OptionView, known: AbstractSet[str]) -> Iterator[Number]:
    """Yield what was simulated besides the criteria, whose numbers are known."""
    for name, spread in shown.spreads.items():
        kind, _, rest = name.partition(".")
        if name in known:
            continue
        if name == "trained" and shown.mission.trained.is_usual:  # these are the graduates
            continue
        if name in SCALARS:
            message, (unit, families) = name.replace("_", "-"), SCALARS[name]
        elif rest and kind in FAMILIES_OF_SCALARS:
            begins, unit, families = FAMILIES_OF_SCALARS[kind]
            message = begins if kind == YEARLY else f"{begins}-{rest.replace(' ', '-')}"
        else:
            continue
        number_id = of_option(shown.id, name.replace(" ", "-"))
        label = shown.words.text(f"labels.{message}", year=rest)
        number = spread_number(number_id, label, spread, unit, SIMULATED)
        yield replace(number, inputs=_sets(shown, families), of=shown.letter)


def _planned_target(shown: OptionView, target: PlannedTarget) -> Number:
    date = shown.formats.day(target_day(shown.mission, target.capability, target.week))
    title = shown.mission.title_of("capabilities", target.capability)
    name = key("planned.CAPABILITY.wWEEK", target.capability, target.week)
    label = shown.words.text("labels.units-planned", title=title, day=date)
    number = exact_number(of_option(shown.id, name), label, target.reached, "units", PLANNED)
    return replace(number, inputs=_sets(shown, ("training", "posts")), of=shown.letter)


def _chance(shown: OptionView, chance: Chance) -> Iterator[Number]:
    """Yield the chance with its 95 % interval of replications, and the units with their range."""
    title, begins = shown.mission.title_of("capabilities", chance.capability), chance_id(shown.id, chance)
    date = shown.formats.day(target_day(shown.mission, chance.capability, chance.week))
    inputs, word = _sets(shown, ("training", "offers", "posts")), shown.words.text
    ends = (max(0.0, chance.share - chance.half_width), min(1.0, chance.share + chance.half_width))
    wanted = shown.formats.number(chance.wanted, "as said")
    label = word(f"labels.chance-{chance.kind}", title=title, wanted=wanted, day=date)
    yield Number(
        begins.below("chance"), label, chance.share, *ends, "share", COMPARED, inputs, of=shown.letter
    )
    label = word("labels.units", title=title, day=date)
    units = spread_number(begins.below("units"), label, chance.units, "units", SIMULATED)
    yield replace(units, inputs=inputs, of=shown.letter)
    if chance.added is not None:
        label = word("labels.units-added", title=title, day=date)
        added = spread_number(begins.below("added"), label, chance.added, "units", COMPARED)
        yield replace(added, inputs=inputs, of=shown.letter)


def _risks(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the risk that posts stay empty, and regret."""
    comparison, option, word = view.study.comparison, shown.id, view.words.text
    for risk in comparison.fill:
        if risk.option == option:
            label = word("labels.fill-risk", share=shown.formats.number(risk.floor, "share"))
            number = exact_number(of_option(option, "fill-risk"), label, risk.share_below, "share", COMPARED)
            yield replace(number, inputs=_sets(shown, ("offers", "posts")), of=shown.letter)
    for regret in comparison.regrets:
        if regret.option == option:
            label = word("labels.regret", criterion=view.short_title_of(regret.criterion))
            number_id, unit = (
                of_option(option, f"regret.{regret.criterion}"),
                criterion_unit(view, regret.criterion),
            )
            number = exact_number(number_id, label, regret.p90, unit, COMPARED)
            yield replace(number, inputs=inputs_of(shown, regret.criterion), of=shown.letter)


def _break_even(shown: OptionView, one: BreakEven) -> Iterator[Number]:
    """Yield the intake that would hold what is wanted, and the one planned."""
    title = shown.mission.title_of("competences", one.competence)
    begins, unit = of_option(shown.id, f"intake.{one.competence}"), "people a year"
    inputs = _sets(shown, ("training",))
    label = shown.words.text("labels.intake-needed", title=title)
    needed = spread_number(begins.below("needed"), label, one.needed_a_year, unit, COMPARED)
    yield replace(needed, inputs=inputs, of=shown.letter)
    label = shown.words.text("labels.intake-planned", title=title)
    planned = exact_number(begins.below("planned"), label, one.planned_a_year, unit, PLANNED)
    yield replace(planned, inputs=inputs, of=shown.letter)
