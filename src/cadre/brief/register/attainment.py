"""Numbers and reasons of what it would take: each target planned again, more posts, the staircase.

Takes a `StudyView`; gives `Number`s and `Reasoned`s, none where nothing was planned again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.number import Number, exact_number
from cadre.brief.register.inputs import set_name
from cadre.brief.register.keys import Key, key, of_option
from cadre.brief.register.reasoned import Reasoned
from cadre.brief.register.results import COMPARED, PLANNED
from cadre.brief.view import OptionView, StudyView, target_day
from cadre.plans import Attained, Attainment, Grown, Stair

AGAIN = "cadre.attainment (docs/model/decision.md, What it would take)"
POSTS_FILLED = "cadre.attainment, played with every post filled (docs/model/decision.md, What it would take)"


def taken(option: str, one: Attained) -> Key:
    """Return the id that the numbers of a target planned again share."""
    if not one.capability:
        return of_option(option, "takes.all")
    return of_option(option, key("takes.CAPABILITY.wWEEK", one.capability, one.week))


def grown_id(option: str, one: Grown) -> Key:
    """Return the id that the numbers of an option with more posts share."""
    return of_option(option, key("grown.N", one.more))


def filled_id(stair: Stair) -> Key:
    """Return the id of the units planned of a capability with all posts filled."""
    return of_option(stair.option, key("filled.CAPABILITY.wWEEK", stair.capability, stair.week))


def goal_in_words(view: StudyView, one: Attained) -> str:
    """Return what a target is called, with its day; what all together are called."""
    if not one.capability:
        return view.words.text("takes.all")
    day = view.formats.day(target_day(view.mission, one.capability, one.week))
    title = view.mission.title_of("capabilities", one.capability)
    return view.words.text("takes.goal", title=title, day=day)


def attainment_of(view: StudyView) -> tuple[Attainment, OptionView] | None:
    """Return what was planned again and the option that it was planned for; None where nothing was."""
    found = view.study.attainment
    return None if found is None else (found, view.by_id[found.option])


def numbers_of_attainment(view: StudyView, shown: OptionView) -> Iterator[Number]:
    """Yield the numbers of one option."""
    found = view.study.attainment
    if found is None:
        return
    for stair in found.stairs:
        if stair.option == shown.id:
            yield _filled(shown, stair)
    if found.option == shown.id:
        for one in found.attained:
            yield from _taken(view, shown, one)
        for size in found.grown:
            yield from _grown(shown, size)


def _filled(shown: OptionView, stair: Stair) -> Number:
    title = shown.mission.title_of("capabilities", stair.capability)
    day = shown.formats.day(target_day(shown.mission, stair.capability, stair.week))
    label = shown.words.text("labels.units-filled", title=title, day=day)
    number = exact_number(filled_id(stair), label, stair.filled, "units", PLANNED)
    return replace(number, inputs=_sets(shown, "training", "posts"), of=shown.letter)


def _taken(view: StudyView, shown: OptionView, one: Attained) -> Iterator[Number]:
    """Yield what one target takes: what is reached, posts, cost, weeks later, and who is lacking by role."""
    begins, goal, word = taken(shown.id, one), goal_in_words(view, one), shown.words.text
    unit = "units" if one.capability else "number"
    figures = {
        "wanted": (one.wanted, unit),
        "as-planned": (one.as_planned, unit),
        "reached": (one.reached, unit),
        "posts": (one.posts, "posts"),
        "cost": (one.cost, "money"),
        "later": (one.weeks_later, "weeks"),
        "lacking": (sum(role.lacking for role in one.roles), "people"),
    }
    inputs = _sets(shown, "training", "posts", "costs", "offers")
    for name, (value, of) in figures.items():
        label = word(f"labels.takes-{name}", goal=goal)
        number = exact_number(begins.below(name), label, float(value), of, AGAIN)
        yield replace(number, inputs=inputs, of=shown.letter)
    for role in one.roles:
        if role.lacking:
            title = shown.mission.title_of("roles", role.role)
            label = word("labels.takes-role", goal=goal, role=title)
            name = begins.below(key("lacking.ROLE", role.role))
            yield replace(
                exact_number(name, label, role.lacking, "people", AGAIN), inputs=inputs, of=shown.letter
            )


def _grown(shown: OptionView, one: Grown) -> Iterator[Number]:
    """Yield what an option with more posts allowed uses and brings."""
    begins, word = grown_id(shown.id, one), shown.words.text
    figures = {
        "more": (one.more, "posts", AGAIN),
        "posts": (one.posts, "posts", AGAIN),
        "met": (one.met, "number", AGAIN),
        "outcome": (one.outcome, "share", POSTS_FILLED),
        "cost": (one.cost, "money", POSTS_FILLED),
    }
    inputs = _sets(shown, "training", "posts", "costs")
    for name, (value, unit, how) in figures.items():
        label = word(f"labels.grown-{name}", more=shown.formats.number(one.more, "posts"))
        number = exact_number(begins.below(name), label, float(value), unit, how)
        yield replace(number, inputs=inputs, of=shown.letter)


def reasons_of_attainment(view: StudyView) -> Iterator[Reasoned]:
    """Yield the targets and floors that no option is likely to reach."""
    found = view.study.attainment
    for place, reason in enumerate(found.hopeless if found is not None else (), start=1):
        about = view.words.text("labels.said-hopeless")
        inputs = (f"capabilities.{reason.capability}", set_name(reason.best, "training"))
        yield Reasoned(key("said.hopeless.N", place), about, reason, view.mission, COMPARED, inputs)


def _sets(shown: OptionView, *families: str) -> tuple[str, ...]:
    return tuple(set_name(shown.id, family) for family in families)
