"""The error tree, and the fault: one thing wrong, told so that a person can mend it.

    CadreError
    ├── BadInput        one or more faults in what people wrote        (exit code 2)
    ├── RefusedMission  the mission asks for what Cadre never plans    (exit code 2)
    ├── NothingFeasible no option but doing nothing can be carried out (exit code 3)
    └── Stopped         ended by the user; says what was kept          (exit code 4)

"Infeasible" and "out of time" are statuses of a result (`cadre.solving`), never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


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
            part for part in (":".join(p for p in (self.file, position) if p), ".".join(self.path)) if part
        )


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: where, what was found, what is allowed, and the cure."""

    where: Place
    found: str
    allowed: str
    cure: str = field(default="")

    def __str__(self) -> str:
        cure = f"; {self.cure}" if self.cure else ""
        place = f"{self.where}: " if str(self.where) else ""
        return f"{place}found {self.found}, {self.allowed}{cure}"


class CadreError(Exception):
    """Root of every error that Cadre raises on purpose."""

    exit_code = 2


class BadInput(CadreError):
    """What people wrote cannot be used; carries every fault found, sorted by place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class RefusedMission(BadInput):
    """The mission asks for combat, targeting or weapons effects, which Cadre never plans."""


class NothingFeasible(CadreError):
    """No option except doing nothing can be carried out; the message explains from slack."""

    exit_code = 3


class Stopped(CadreError):
    """Ended by the user; the message says what was kept."""

    exit_code = 4
