"""Subjects: which option and criterion a number is of, and what two options are set beside each other by.

Types only, for the page on the web, which leaves out by them what a reader does not want to see.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NumberSubject:
    """What a number is of: the letter of an option and the id of a criterion; empty where it is of none."""

    option: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class ComparedOptions:
    """What two options are set beside each other by: each criterion with what each option yields.

    Parameters
    ----------
    options : dict of str to str
        Title by letter.
    criteria : dict of str to str
        Title by id.
    yields : dict of str to dict of str to str
        By criterion and letter.
    alike : tuple of tuple of str
        Pairs of letters that the plans do not tell apart.
    """

    options: dict[str, str] = field(default_factory=dict)
    criteria: dict[str, str] = field(default_factory=dict)
    yields: dict[str, dict[str, str]] = field(default_factory=dict)
    alike: tuple[tuple[str, str], ...] = ()
