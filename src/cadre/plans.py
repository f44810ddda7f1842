"""What is told of options one by one: as they were screened, as they are planned, warnings. Types only."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.forces.burden import BurdenPart
from cadre.forces.plan import ForcePlan
from cadre.mission.asked import AskedChoices
from cadre.options import Option
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.timetable.plan import Timetable


@dataclass(frozen=True, slots=True)
class Screened:
    """An option as the fast evaluation saw it, and whether and why it was kept.

    `measures` holds `outcome`, `lasting`, `cost`, `posts`, `posts_in_country`, `years` (means of few
    replications and the relaxation).
    """

    option: str
    title: str
    choices: dict[str, str]
    measures: dict[str, float]
    kept: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of one option shown: what it needs, who fills it, what offers achieve, who serves, and when.

    `forces` fills the posts of the need, the statement of requirements; `staff` those of the programme.

    `burden` is what each party brings to the posts.
    """

    option: Option
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    burden: tuple[BurdenPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning about the set of options shown, such as three sizes of one: about which of them, and why."""

    options: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What the mandate asks of the levers, and which option that is.

    Parameters
    ----------
    choices : tuple of AskedChoices
        Of the levers that it speaks of.
    left_open : tuple of str
        Levers of which it leaves several choices.
    option : str or None
        The option shown as what is asked; None where no option is as asked.
    why_not : tuple of Reason
        What stands against it where no option is as asked.
    """

    choices: tuple[AskedChoices, ...] = ()
    left_open: tuple[str, ...] = ()
    option: str | None = None
    why_not: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """An option that the fast evaluation had dropped, planned and played in full.

    `full` holds the means of what it was judged by over so many `replications`; `wrong` says that the fast
    evaluation had erred on it, `shown` whether it came in.
    """

    option: str
    full: dict[str, float]
    replications: int
    wrong: bool
    shown: bool
