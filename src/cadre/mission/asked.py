"""What is asked of the levers: the choices that answer the elements of a mandate, written or derived.

Takes a mission, gives for each element the choices by lever that answer it, and over all elements what each
lever is asked to be. Which option that is stands in `cadre.screening`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from cadre.mission.mandate import Element
from cadre.mission.mission import Mission


@dataclass(frozen=True, slots=True)
class AskedChoices:
    """What is asked of a lever.

    Parameters
    ----------
    lever : str
        The lever.
    choices : tuple of str
        Choices that answer every element which speaks of the lever, in the order written; empty where the
        elements ask for different ones.
    elements : tuple of str
        The elements that speak of it.
    derived : bool
        Whether no element names its choices: they are those that bring in what serves the elements.
    """

    lever: str
    choices: tuple[str, ...]
    elements: tuple[str, ...]
    derived: bool


def asked_of_levers(mission: Mission) -> tuple[AskedChoices, ...]:
    """Return what is asked of each lever that the mandate speaks of, in the order of the levers."""
    by_element = answers(mission)
    found = []
    for lever, known in mission.levers.items():
        speak = tuple(element for element, of in by_element.items() if lever in of)
        if speak:
            choices = tuple(c for c in known.choices if all(c in by_element[e][lever] for e in speak))
            written = any(lever in mission.mandate.elements[e].asked for e in speak)
            found.append(AskedChoices(lever, choices, speak, derived=not written))
    return tuple(found)


def answers(mission: Mission) -> dict[str, dict[str, frozenset[str]]]:
    """Return by element, then by lever, the choices that answer it; levers that it leaves open are left out.

    What an element says of a lever itself goes before what is derived from `served_by`: a choice answers an
    element where it leaves out nothing that serves it, as far as another choice of the lever brings that in.
    """
    left_out = _left_out(mission)
    return {
        key: _derived(element, left_out)
        | {lever: frozenset(of) for lever, of in element.asked.items() if lever in mission.levers}
        for key, element in mission.mandate.elements.items()
    }


def answered(choices: Mapping[str, str], by_element: Mapping[str, Mapping[str, frozenset[str]]]) -> int:
    """Return how many elements, of those that speak of levers, an option's choices answer."""
    return sum(answers_element(choices, of) for of in by_element.values() if of)


def answers_element(choices: Mapping[str, str], of: Mapping[str, frozenset[str]]) -> bool:
    """Say whether choices answer an element that asks for these."""
    return all(choices.get(lever) in asked for lever, asked in of.items())


def _derived(
    element: Element, left_out: Mapping[str, Mapping[str, frozenset[str]]]
) -> dict[str, frozenset[str]]:
    """Return by lever the choices that leave out least of what serves an element, where choices differ."""
    found = {}
    for lever, by_choice in left_out.items():
        lacks = {choice: gone & set(element.served_by) for choice, gone in by_choice.items()}
        if len(set(lacks.values())) > 1:
            found[lever] = frozenset(
                choice for choice, gone in lacks.items() if not any(other < gone for other in lacks.values())
            )
    return found


def _left_out(mission: Mission) -> dict[str, dict[str, frozenset[str]]]:
    """Return by lever and choice which of the things that serve some element it leaves out, set alone."""
    things = {thing for element in mission.mandate.elements.values() for thing in element.served_by}
    if not things:
        return {}
    return {
        name: {key: _lacking(mission, choice.changes, things) for key, choice in lever.choices.items()}
        for name, lever in mission.levers.items()
    }


def _lacking(mission: Mission, changes: Mapping[str, object], things: set[str]) -> frozenset[str]:
    try:
        changed = mission.changed(changes)
    except ValidationError:
        return frozenset()  # the check of levers tells it
    return frozenset(thing for thing in things if not brings_in(changed, thing))


def brings_in(mission: Mission, thing: str) -> bool:
    """Say whether a mission holds a course, carries out a project, or teaches what a capability is made of.

    A competence that no course of the mission grants is nobody's to bring in, and none of its capability.
    """
    if thing in mission.projects:
        return mission.projects[thing].carried_out
    if thing in mission.courses:
        return mission.courses[thing].held
    if thing in mission.capabilities:
        granted = {course.grants for course in mission.courses.values()}
        taught = {course.grants for course in mission.courses.values() if course.held}
        return all(part in taught for part in mission.capabilities[thing].made_of if part in granted)
    return False
