"""The error tree, the fault and the warning: one thing wrong or odd, as data that say how to correct it.

    CadreError
    ├── BadInput           one or more faults in what people wrote            (exit code 2)
    ├── RefusedMission     the mission asks for what Cadre never plans        (exit code 2)
    ├── InfeasibleMission  no option except doing nothing can be carried out  (exit code 3)
    ├── Stopped            ended by the user; says what was kept              (exit code 4)
    └── BrokenPlan         a plan just made breaks a rule: Cadre is wrong     (exit code 5)

Errors hold messages, not words: `str` of one gives English, `cadre.words` any language. "Infeasible" and
"out of time" are statuses of a result (`cadre.solving`), never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.messages import Content, Message, fault_text, in_english, message, readable
from cadre.reasons import Reason


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fault stands.

    A file and a position in it, or a sheet and a cell, or only a path in the mission.

    Parameters
    ----------
    file : str
        Name of the file inside the mission folder, `""` when only the path is known.
    line, column : int
        Counted from 1; 0 when not known.
    cell : str
        For a workbook: sheet and cell, such as `offers!B17`.
    path : tuple of str
        Keys from the mission down to the thing, such as `("courses", "combat-medic", "seats")`.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        position = self.cell or (f"{self.line}:{self.column}" if self.line else "")
        return ": ".join(
            part
            for part in (":".join(p for p in (self.file, position) if p), readable(".".join(self.path)))
            if part
        )


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: where, what was found, what is allowed, and the cure (may be empty)."""

    where: Place
    found: Message
    allowed: Message
    cure: Message

    @classmethod
    def of(cls, where: Place, name: str, /, **values: Content) -> Fault:
        """Return the fault whose three messages are the attributes of one name in the catalogue."""
        return cls(where, *fault_text(name, **values))

    def __str__(self) -> str:
        """Write it in English."""
        return in_english(self)


@dataclass(frozen=True, slots=True, order=True)
class MissionWarning:
    """One thing of a mission that is allowed but odd: where, what was found, why it matters, what to do."""

    where: Place
    found: Message
    matters: Message
    cure: Message

    @classmethod
    def about(cls, where: Place, name: str, /, **values: Content) -> MissionWarning:
        """Return the warning whose three messages are the attributes of one name in the catalogue."""
        return cls(where, *(message(f"{name}.{part}", **values) for part in ("found", "matters", "cure")))

    @property
    def kind(self) -> str:
        """Its name in the catalogue, such as `warnings.no-range`."""
        return self.matters.name.removesuffix(".matters")

    def as_fault(self) -> Fault:
        """Return it as the fault that it is where nothing odd is wanted."""
        return Fault(self.where, self.found, message("faults.strict", matters=self.matters), self.cure)

    def __str__(self) -> str:
        """Write it in English."""
        return in_english(self)


class CadreError(Exception):
    """Root of every error that Cadre raises on purpose."""

    exit_code = 2

    def __str__(self) -> str:
        """Write it in English."""
        return in_english(self)


class BadInput(CadreError):
    """What people wrote cannot be used; carries every fault found, sorted by place.

    Parameters
    ----------
    faults : iterable of Fault
        At least one.
    language : str
        Of the mission that they stand in, as far as it is known; `""` where none was read.
    """

    def __init__(self, faults: Iterable[Fault], language: str = "") -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        self.language = language
        super().__init__(self.faults, language)  # as they are, so that it comes whole from another process


class RefusedMission(BadInput):
    """The mission asks for combat, targeting or weapons effects, which Cadre never plans."""


class InfeasibleMission(CadreError):
    """No option except doing nothing can be carried out; the message explains from slack."""

    exit_code = 3


class Stopped(CadreError):
    """Ended by the user.

    Parameters
    ----------
    kept : Message, optional
        What was kept.
    """

    exit_code = 4

    def __init__(self, kept: Message | None = None) -> None:
        self.kept = kept
        super().__init__(kept)


class BrokenPlan(CadreError):
    """A plan breaks a rule that it was made under; nothing that rests on it is told.

    Parameters
    ----------
    plan : Message
        Which plan, and of what.
    broken : tuple of Reason
        Each rule that it breaks: what and where. In words: `cadre.words.reasons.by_ids`.
    """

    exit_code = 5

    def __init__(self, plan: Message, broken: tuple[Reason, ...]) -> None:
        self.plan, self.broken = plan, broken
        super().__init__(plan, broken)  # both, so that it comes whole from another process
