"""Reasons in a brief: each figure of a reason is a number of the register, cited where the reason is said.

Takes a reason (why a target is missed, an option dominated), gives its `Number`s (`ID.FIELD`, of a reason
inside it `ID.FIELD.PLACE.FIELD`) and its words with the figures cited. A number is called what the attribute
of the message says that is named for its field. Options are named by letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from cadre.brief.content import Words, piece_of, words
from cadre.brief.number import Cited, Number, Numbers, exact_number
from cadre.brief.register.keys import Key, kind_of, option_in
from cadre.brief.view import OptionView, StudyView
from cadre.mission import Mission
from cadre.reasons import Reason, held
from cadre.reasons.common import together
from cadre.words.reasons import Plainly, in_words, label, said


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A reason that a brief gives: the id that its figures share, what it is about, what it follows from.

    Parameters
    ----------
    id, about : str
        Id before the fields; what labels of the figures begin with.
    reason : Reason
        With its figures.
    mission : Mission
        Whose titles name the things in it.
    how : str
        The computation.
    inputs : tuple of str
        As those of `cadre.brief.number.Number`.
    of : str
        Letter of the option that it is about, empty where it is about none.
    """

    id: str
    about: str
    reason: Reason
    mission: Mission = field(compare=False, repr=False)
    how: str
    inputs: tuple[str, ...] = ()
    of: str = ""


def below_reason(reason: str, path: str) -> Key:
    """Return the id of a figure of a reason; all figures of a reason are of one kind."""
    return Key(f"{reason}.{path}", f"{kind_of(reason)}.FIELD", option_in(reason))


def numbers_of_reason(one: Reasoned, view: StudyView) -> Iterator[Number]:
    """Return the figures of a reason as numbers of the register."""
    shows = view.plainly(one.mission)
    for path, holder, item in held(one.reason):
        called = label(holder, item.name, view.formats, shows)
        if one.of:
            called = view.words.text("labels.figure-in", about=one.about, clause=called)
        number = exact_number(below_reason(one.id, path), called, float(item.value), str(item.unit), one.how)
        yield replace(number, inputs=one.inputs, of=one.of or one.about)


def text_of(one: Reasoned, view: StudyView) -> str:
    """Return a reason as plain text."""
    return in_words(one.reason, view.formats, view.plainly(one.mission))


def text_for(reasons: Iterable[Reason], shown: OptionView) -> str:
    """Return reasons about an option as plain text, each once."""
    every = together(tuple(dict.fromkeys(reasons)))
    if every is None:
        return ""
    return in_words(every, shown.formats, Plainly(shown.formats, shown.mission))


def cite_reason(one: Reasoned, view: StudyView, numbers: Numbers, *, at_home: bool = False) -> Words:
    """Return a reason in words with its figures cited; at home, references to them lead here."""
    shows = _Cites(one, view, numbers, at_home=at_home)
    return words(*(piece_of(piece) for piece in said(one.reason, view.formats, shows)))


class _Cites:
    """Shows figures as cited numbers, things by their titles."""

    def __init__(self, one: Reasoned, view: StudyView, numbers: Numbers, *, at_home: bool) -> None:
        self._one, self._numbers, self._at_home = one, numbers, at_home
        self._plainly = view.plainly(one.mission)

    def figure(self, path: str, value: float, unit: str) -> Cited:
        """Cite a figure."""
        cited = self._numbers.value(f"{self._one.id}.{path}")
        return Cited(cited.id, cited.text, target=self._at_home, quiet=self._at_home)

    def title(self, table: str, key: str) -> str:
        """Return a title of the mission, or the letter of an option."""
        return self._plainly.title(table, key)
