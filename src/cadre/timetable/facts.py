"""Facts: what is so already where a timetable is made anew in the middle of a mission.

What is past or runs is given, whatever rules it breaks, and is neither planned nor judged; people and rooms
count from the facts' week on alone. Frozen data, made of what was reported by `cadre.recovery`; rules:
docs/design/recovery.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre.mission import Mission
from cadre.timetable.plan import ActivitySlot, Person, Serial
from cadre.timetable.stays import SeatStay


@dataclass(frozen=True, slots=True)
class HeldSerial:
    """A serial that runs: since `serial.start`, with `serial.trainees` in class, expected over by its end.

    `phases` are those still to come or under way: (number, first week from the facts' week on, week after).
    """

    serial: Serial
    phases: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Facts:
    """What is so as a week begins, and what is still open.

    Parameters
    ----------
    week : int
        Nothing is placed before it.
    asked : tuple of Serial
        Serials that have not begun and are still wanted, without a week; none may begin before `week`.
    held : tuple of HeldSerial
        Those that run.
    activities : tuple of ActivitySlot
        Activities that are over or under way, with the weeks in which they began and are expected to end.
    people : tuple of Person
        Who is there, or will come: none before `week`, leave as far as it is still due.
    seats : tuple of SeatStay
        Who teaches in those held, and advises, from `week` on; nobody twice in one week.
    after : mapping of str to tuple of str
        Serials asked for that must be over before another begins, by its id.
    ready : mapping of str to int
        Week before which a serial cannot begin, since its trainees are in class until then.
    opens : mapping of str to int
        First week in which a site that was reported open, or closed, can be taught at.
    alone : mapping of str to int
        Week from which the host may teach a course alone, since it has been shown to.
    """

    week: int
    asked: tuple[Serial, ...]
    held: tuple[HeldSerial, ...] = ()
    activities: tuple[ActivitySlot, ...] = ()
    people: tuple[Person, ...] = ()
    seats: tuple[SeatStay, ...] = ()
    after: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ready: dict[str, int] = field(default_factory=dict)
    opens: dict[str, int] = field(default_factory=dict)
    alone: dict[str, int] = field(default_factory=dict)

    def rooms_held(self, mission: Mission) -> dict[tuple[str, str, int], float]:
        """Return what those held take of facilities, by site, facility and week."""
        found: dict[tuple[str, str, int], float] = {}
        for one in self.held:
            site, course = one.serial.site, mission.courses[one.serial.course]
            for phase, begins, ends in one.phases:
                for facility, amount in course.phases[phase].uses.items():
                    for week in range(begins, ends):
                        key = (site, facility, week)
                        found[key] = found.get(key, 0.0) + amount
        return found

    def in_class(self, site: str, week: int) -> int:
        """Return the trainees of those held at a site in a week."""
        of = (one.serial for one in self.held if one.serial.site == site)
        return sum(serial.trainees for serial in of if self.week <= week < (serial.ends or 0))
