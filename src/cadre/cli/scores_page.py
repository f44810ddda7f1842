"""The page of scores for those who decide: how far forecasts can be relied on, in words and one picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cadre.cli.scoring import came_rows, group_name, share
from cadre.mission import Mission
from cadre.rosters.report_printing import Bars, ReportPart
from cadre.rosters.sheets import RosterSheet
from cadre.tracking.scores import FEWEST, FIFTHS, Against, ScoreGroup, Scores, outcomes, ranks_by_fifth, skill
from cadre.words import Catalogue, Formats

MOST = 12
"""Figures that came that one page has room for, the latest."""
ONE_SIDED = 0.75
"""Share of the misses on one side from which forecasts are told as too high or too low."""
AGAINST: tuple[Against, ...] = ("first", "last", "line")


class ScoresPage:
    """Scores in words.

    Parameters
    ----------
    found : Scores
        What is told.
    mission : Mission
        For titles and the currency.
    words : Catalogue
        The language.
    """

    def __init__(self, found: Scores, mission: Mission, words: Catalogue) -> None:
        self.found, self.mission, self.words = found, mission, words
        self.formats = Formats(words, mission.mission.currency)
        self.ranged = [one for one in found.scores if one.inside is not None]

    def text(self, name: str, **values: object) -> str:
        """Return a message of scores."""
        return self.words.text(f"scores.{name}", **values)

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.text("page-title", mission=self.mission.mission.title, today=self.found.today.isoformat())

    def parts(self) -> Iterator[ReportPart]:
        """Yield the parts: the verdict, beside what, the picture, what came, by what and whose word."""
        yield ReportPart("", tuple(self._verdict()))
        if self.found.scores:
            yield ReportPart(self.text("page-better"), (), tuple(self._better()))
        if outcomes(self.ranged) >= FEWEST:
            told = (self.text("page-picture-how"),)
            yield ReportPart(self.text("page-picture"), told, picture=self._picture())
        if self.found.scores:
            yield ReportPart(self.text("page-came"), tables=(self._came(),))
            yield ReportPart(self.text("page-groups"), tables=(self._groups(),))
        yield ReportPart(self.text("page-how"), (self.text("page-how-to-read", fewest=FEWEST),))

    def _verdict(self) -> Iterator[str]:
        count = outcomes(self.ranged)
        if count < FEWEST:
            yield self.text("too-few", count=count, fewest=FEWEST)
            return
        inside = sum(bool(one.inside) for one in self.ranged)
        told = {"inside": inside, "count": len(self.ranged), "expected": round(0.8 * len(self.ranged))}
        yield self.text("page-verdict", came=count, **told)
        above = sum(one.happened > one.high for one in self.ranged)
        below = len(self.ranged) - inside - above
        if above + below:
            yield self.text("page-missed", above=above, below=below)
        if above + below >= FEWEST and max(above, below) >= ONE_SIDED * (above + below):
            yield self.text("page-too-low" if above > below else "page-too-high")

    def _better(self) -> Iterator[str]:
        """Yield how the error stands beside that of the plan, of the forecast before, of a straight line."""
        for against in AGAINST:
            gained = skill(self.found.scores, against)
            if gained is None:
                yield self.text(f"page-few-{against}")
                continue
            way = "smaller" if gained >= 0 else "larger"
            size = self.words.text("common.percent", number=self.formats.decimal(abs(100 * gained), "#,##0"))
            yield self.text(f"page-{way}-{against}", size=size)

    def _picture(self) -> Bars:
        counts = ranks_by_fifth(self.ranged)
        edges = [self.formats.decimal(100 * n / FIFTHS, "#,##0") for n in range(FIFTHS + 1)]
        names = tuple(f"{low}–{high}" for low, high in pairwise(edges))
        told = self.text("page-picture-told", counts=", ".join(map(str, counts)))
        return Bars(counts, names, sum(counts) / FIFTHS, self.text("page-picture-level"), told)

    def _sheet(self, names: Iterable[str], rows: list[tuple[str, ...]]) -> RosterSheet:
        heads = tuple(
            self.text(f"page-column-{name}" if name in AGAINST else f"column-{name}") for name in names
        )
        return RosterSheet("", heads, tuple(rows), (3, *(1 for _ in heads[1:])))

    def _came(self) -> RosterSheet:
        rows = list(came_rows(self.found, self.mission, self.formats))
        return self._sheet(("figure", "day", "made", "range", "middle", "came"), rows[-MOST:])

    def _groups(self) -> RosterSheet:
        rows = [self._row(group) for group in self.found.groups]
        return self._sheet(("group", "outcomes", "inside", "first", "last", "line"), rows)

    def _row(self, group: ScoreGroup) -> tuple[str, ...]:
        name = group_name(group, self.words)
        if group.outcomes < FEWEST:
            return name, str(group.outcomes), self.text("few"), "", "", ""
        skills = (share(getattr(group, one), self.formats, signed=True) for one in AGAINST)
        return name, str(group.outcomes), share(group.inside, self.formats), *skills
