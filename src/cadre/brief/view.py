"""A study as the brief reads it: options with letters, outcomes in five numbers, days in words.

Takes a `Study`, gives a `StudyView`, which every part of the brief asks. Doing nothing is option 0, the
others A, B, C in the order shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from cadre.brief.fill import OptionFill, fill_of
from cadre.brief.posts import Peak, peak_of
from cadre.brief.summaries import Band, bands_of, spreads_of
from cadre.criteria import Criterion
from cadre.decision.types import Chance, Dominated, Spread
from cadre.mission import Mission
from cadre.options import NOTHING, lettered
from cadre.plans import Planned, Screened
from cadre.reasons import Reason
from cadre.simulation.outcome import Outcome
from cadre.study import Study
from cadre.words import Catalogue, Formats
from cadre.words.criteria import message_of, title_of
from cadre.words.naming import detail_name, quantity_name
from cadre.words.reasons import Plainly, in_words, quoted

LISTED = 30
"""Reasons to drop options listed in print; all of them stand in the workbook and in study.json."""


@dataclass(frozen=True)
class OptionView:
    """One option of the brief."""

    letter: str
    planned: Planned
    outcome: Outcome
    dominated: Dominated | None
    chances: tuple[Chance, ...]
    formats: Formats

    @property
    def words(self) -> Catalogue:
        """The messages of the brief's language."""
        return self.formats.catalogue

    @property
    def id(self) -> str:
        """Id of the option."""
        return self.planned.option.id

    @property
    def title(self) -> str:
        """What a planner would call it."""
        return self.planned.option.title

    @property
    def mission(self) -> Mission:
        """The mission with the option applied."""
        return self.planned.option.mission

    @property
    def is_nothing(self) -> bool:
        """Whether it is the option of doing nothing."""
        return self.id == NOTHING

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        """Every scalar in five numbers."""
        return spreads_of(self.outcome)

    @cached_property
    def bands(self) -> dict[str, Band]:
        """Every series as bands over time."""
        return bands_of(self.outcome)

    @cached_property
    def peak(self) -> Peak:
        """Foreign posts that the option needs at their peak, the tail apart."""
        return peak_of(self.planned.need, self.mission)

    @cached_property
    def fill(self) -> OptionFill:
        """What of its posts offers fill, and how firmly."""
        return fill_of(self.planned.forces, self.mission)


class StudyView:
    """A study with its options lettered, in the language of a catalogue."""

    def __init__(self, study: Study, words: Catalogue) -> None:
        self.study = study
        self.mission = study.mission
        self.words = words
        self.formats = Formats(self.words, study.mission.mission.currency)
        self.options = tuple(
            self._shown(planned, letter) for planned, letter in zip(study.shown, _letters(study), strict=True)
        )
        self.by_id = {shown.id: shown for shown in self.options}

    def _shown(self, planned: Planned, letter: str) -> OptionView:
        comparison, option = self.study.comparison, planned.option.id
        return OptionView(
            letter,
            planned,
            self.study.outcomes[option],
            next((d for d in comparison.dominated if d.option == option), None),
            tuple(c for c in comparison.chances if c.option == option),
            self.formats,
        )

    @property
    def active(self) -> tuple[OptionView, ...]:
        """Every option but doing nothing."""
        return tuple(shown for shown in self.options if not shown.is_nothing)

    def are_distinguishable(self, one: OptionView, other: OptionView) -> bool:
        """Say whether two options keep their order however much longer is searched."""
        return self.study.comparison.are_distinguishable(one.id, other.id)

    def within_gaps(self, shown: OptionView) -> str:
        """Return the letters of the options that an option is not told apart from, empty without any."""
        near = (o.letter for o in self.options if not self.are_distinguishable(shown, o))
        return self.formats.chain(near)

    def title_of(self, criterion: Criterion) -> str:
        """Return what a criterion is called."""
        return title_of(criterion.id, self.formats, self.mission.years_beyond_exit)

    def short_title_of(self, criterion: str) -> str:
        """Return what a criterion or a measure is called among numbers; its id where it has no name."""
        name = f"criteria.{message_of(criterion)}.short"
        return self.words.text(name) if self.words.has(name) else criterion

    @property
    def as_of(self) -> dt.date:
        """Day on which the planner stands; the first day of the mission where none was written."""
        return self.mission.mandate.as_of or self.mission.mission.starts

    def plainly(self, mission: Mission) -> Plainly:
        """Return what shows reasons about a mission as plain text; options shown go by their letters."""
        return Plainly(self.formats, mission, self.names)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of options inside a sentence: `option A` of those shown, else the title in quotes."""
        titles = {entry.option: entry.title for entry in self.study.screened}
        titles |= {shown.id: shown.title for shown in self.options}
        word = self.words.text
        letters = {shown.id: word("labels.option-in-words", letter=shown.letter) for shown in self.active}
        return quoted(titles, self.formats) | letters

    def text(self, reason: Reason) -> str:
        """Return a reason about the mission as plain text."""
        return in_words(reason, self.formats, self.plainly(self.mission))

    @cached_property
    def why_shown(self) -> dict[str, Reason]:
        """Why each option is shown, by its id."""
        return {entry.option: entry.reason for entry in self.study.screened if entry.kept}

    @cached_property
    def dropped(self) -> tuple[tuple[Screened, ...], ...]:
        """Options screened out, together where the same is said; the reason of most options first."""
        reasons: dict[str, list[Screened]] = {}
        for entry in self.study.screened:
            if not entry.kept:
                reasons.setdefault(self.text(entry.reason), []).append(entry)
        return tuple(sorted(map(tuple, reasons.values()), key=lambda entries: -len(entries)))

    def quantity(self, path: str) -> str:
        """Return what a quantity of the mission is called."""
        return quantity_name(self.mission, path, self.formats)

    def detail(self, detail: str) -> str:
        """Return what would be learnt, as `Information` names it."""
        return detail_name(self.mission, detail, self.formats)

    def lettered(self, option: str) -> str:
        """Return the letter of an option by its id, or the id of one that is not shown."""
        return self.by_id[option].letter if option in self.by_id else option


def _letters(study: Study) -> tuple[str, ...]:
    return tuple(lettered(planned.option.id for planned in study.shown))


def target_day(mission: Mission, capability: str, week: int) -> dt.date:
    """Return the day that was written for a target of a week, of several that of the most units.

    The first day of the week where none was, as for floors.
    """
    wanted = mission.capabilities[capability].wanted
    days = [date for date in wanted if mission.week_of(date) == week]
    return max(days, key=lambda date: wanted[date], default=mission.date_of(week))
