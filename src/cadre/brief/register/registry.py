"""Registering: every number of a study that the brief may show, once.

Takes a `StudyView`, gives `Numbers` in a fixed order: the mission's own first, then option by option, then
between options. What each is computed by stands in `how`; what it follows from in `inputs` (sets of mission
paths, see `cadre.brief.register.inputs`) and `basis`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from cadre.brief.number import PUBLISHED, STATED, Number, Numbers, exact_number, spread_number
from cadre.brief.register.analysis import numbers_of_judgement, reasons_of_judgement
from cadre.brief.register.assumptions import numbers_of_assumptions
from cadre.brief.register.attainment import numbers_of_attainment, reasons_of_attainment
from cadre.brief.register.chance import numbers_of_chance
from cadre.brief.register.inputs import basis_of, in_order, input_sets
from cadre.brief.register.keys import key
from cadre.brief.register.lists import lists_of, lists_of_mission
from cadre.brief.register.option_page import option_page_of
from cadre.brief.register.page_one import counts_of, page_one_of
from cadre.brief.register.places import numbers_of_places
from cadre.brief.register.posts import posts_of
from cadre.brief.register.reasoned import Reasoned, numbers_of_reason
from cadre.brief.register.reasons import reasons_of
from cadre.brief.register.results import COMPARED, criterion_unit, results_of
from cadre.brief.view import OptionView, StudyView
from cadre.mission import Mission

TAIL_FIGURE = "tail-total-per-trainer"
"""Pack figure that the tail is compared with."""
COUNTED = "counted (cadre.screening, cadre.simulation)"


def register(view: StudyView) -> tuple[Numbers, dict[str, tuple[str, ...]], dict[str, Reasoned]]:
    """Register the numbers of a study.

    Returns
    -------
    Numbers
        In a fixed order.
    dict of str to tuple of str
        The sets of mission paths that inputs name.
    dict of str to Reasoned
        Reasons whose figures are registered.
    """
    register = _Register(view)
    for number in (*_of_mission(view), *numbers_of_assumptions(view), *_of_study(view)):
        register.numbers.add(number)
    for shown in view.options:
        register.option(shown)
    between = chain(_between(view), numbers_of_chance(view))
    judged = numbers_of_judgement(view)
    own = chain(
        counts_of(view),
        *(page_one_of(view, shown) for shown in view.options),
        *(option_page_of(view, shown) for shown in view.options),
    )
    for number in chain(between, lists_of_mission(view), judged, own):
        register.add(number, view.mission)
    reasons = {one.id: one for one in _every_reason(view)}
    for one in reasons.values():
        for number in numbers_of_reason(one, view):
            register.add(number, view.mission)
    return register.numbers, register.sets, reasons


def _every_reason(view: StudyView) -> Iterator[Reasoned]:
    return chain(reasons_of(view), reasons_of_judgement(view), reasons_of_attainment(view))


class _Register:
    """Numbers so far, the sets that their inputs name, and what each set rests on (looked up once)."""

    def __init__(self, view: StudyView) -> None:
        self.view = view
        self.numbers = Numbers(view.formats)
        self.sets: dict[str, tuple[str, ...]] = {}
        self.rests: dict[str, tuple[str, ...]] = {}

    def option(self, shown: OptionView) -> None:
        """Register the numbers of an option."""
        own = input_sets(shown.id, shown.mission)
        self.sets |= own
        self.rests |= {name: basis_of(shown.mission, paths) for name, paths in own.items()}
        results = chain(
            results_of(self.view, shown),
            numbers_of_attainment(self.view, shown),
            numbers_of_places(shown),
        )
        for number in chain(results, posts_of(shown), lists_of(self.view, shown)):
            self.add(number, shown.mission)

    def add(self, number: Number, mission: Mission) -> None:
        """Register a number with what its inputs rest on."""
        found = {basis for name in number.inputs for basis in self._basis(name, mission)}
        self.numbers.add(replace(number, basis=in_order(found)))

    def _basis(self, name: str, mission: Mission) -> tuple[str, ...]:
        if name in self.numbers:
            return self.numbers[name].basis
        return self.rests[name] if name in self.rests else basis_of(mission, (name,))


def _of_mission(view: StudyView) -> Iterator[Number]:
    """Yield what the mission states, and the published figure that the tail is held against."""
    mission, words = view.mission, view.words
    for name, capability in mission.capabilities.items():
        path, title = (f"capabilities.{name}",), mission.title_of("capabilities", name)
        label = partial(words.text, "labels.units-wanted")
        wanted = {
            key("wanted.CAPABILITY.DATE", name, date): (label(day=view.formats.day(date)), n)
            for date, n in capability.wanted.items()
        }
        floor = {
            key("floor.CAPABILITY", name): (words.text("labels.units-floor"), capability.floor_after_exit)
        }
        for number_id, (about, units) in (wanted | floor).items():
            stated = exact_number(number_id, about, units, "units", STATED)
            yield replace(stated, inputs=path, basis=tuple(capability.basis), of=title)
    figure = mission.figures.get(TAIL_FIGURE)
    if figure is not None and figure.value is not None:
        ends = (figure.low or figure.value, figure.high or figure.value)
        basis = (f"P:{TAIL_FIGURE}",)
        yield Number(
            f"figure.{TAIL_FIGURE}", figure.title, figure.value, *ends, "ratio", PUBLISHED, (), basis
        )


def _of_study(view: StudyView) -> Iterator[Number]:
    study = view.study
    counts = {
        "options.screened": (view.words.text("labels.options-screened"), len(study.screened)),
        "options.shown": (view.words.text("labels.options-shown"), len(study.shown)),
        "options.checked": (view.words.text("labels.options-checked"), len(study.checked)),
        "options.wrong": (view.words.text("labels.options-wrong"), sum(c.wrong for c in study.checked)),
        "replications": (view.words.text("labels.replications"), study.replications),
    }
    for name, (label, count) in counts.items():
        yield exact_number(name, label, count, "number", COUNTED)


def _between(view: StudyView) -> Iterator[Number]:
    """Yield each option minus doing nothing, criterion by criterion, and how often it is better."""
    for difference in view.study.comparison.differences:
        if not view.by_id[difference.to].is_nothing:
            continue
        of, to, criterion = difference.of, difference.to, difference.criterion
        begins = key("difference.OPTION.nothing.CRITERION", of, criterion)
        letters = view.words.text("labels.minus", of=view.lettered(of), to=view.lettered(to))
        inputs = (f"option.{of}.{criterion}", f"option.{to}.{criterion}")
        unit, name = criterion_unit(view, criterion), view.short_title_of(criterion)
        label = view.words.text("labels.difference", criterion=name)
        made = spread_number(begins, label, difference.spread, unit, COMPARED)
        yield replace(made, inputs=inputs, of=letters)
        label = view.words.text("labels.better", criterion=name)
        better = exact_number(begins.below("better"), label, difference.share_better, "share", COMPARED)
        yield replace(better, inputs=inputs, of=letters)
