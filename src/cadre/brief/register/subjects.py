"""What each number of the register is of, and what any two options yield by each criterion.

Takes a `StudyView` and its numbers; gives `NumberSubject`s by id of number, and `ComparedOptions`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations

from cadre.brief.number import Number, Numbers
from cadre.brief.register.keys import option_in
from cadre.brief.subjects import ComparedOptions, NumberSubject
from cadre.brief.view import StudyView


def subject_of(number: Number, letters: Mapping[str, str], criteria: Collection[str]) -> NumberSubject:
    """Return what a number is of.

    Parameters
    ----------
    number : Number
        Of the register.
    letters : mapping of str to str
        Letter by id of option.
    criteria : collection of str
        Ids of those that options are compared by.
    """
    option = option_in(number.id)
    if option is None:
        return NumberSubject(number.of if number.of in letters.values() else "")
    name = number.id.removeprefix(f"option.{option}.").partition(".")[0]
    return NumberSubject(letters.get(option, ""), name if name in criteria else "")


def subjects_of(view: StudyView, numbers: Numbers) -> dict[str, NumberSubject]:
    """Return what each number is of; those that are of nothing are left out."""
    letters = {shown.id: shown.letter for shown in view.options}
    criteria = {criterion.id for criterion in view.study.comparison.criteria}
    found = {number.id: subject_of(number, letters, criteria) for number in numbers}
    return {of: subject for of, subject in found.items() if subject != NumberSubject()}


def compared_in(view: StudyView, numbers: Numbers) -> ComparedOptions:
    """Return what any two options shown are set beside each other by."""
    criteria = view.study.comparison.criteria
    yields = {
        criterion.id: {
            shown.letter: numbers.with_range(f"option.{shown.id}.{criterion.id}").text
            for shown in view.options
        }
        for criterion in criteria
    }
    alike = tuple(
        (one.letter, other.letter)
        for one, other in combinations(view.options, 2)
        if not view.are_distinguishable(one, other)
    )
    titles = {shown.letter: shown.title for shown in view.options}
    return ComparedOptions(titles, {c.id: view.title_of(c) for c in criteria}, yields, alike)
