"""The command `report`: a month of a running mission on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli.arguments import Folder, InLanguage, Json
from cadre.cli.commands import command
from cadre.cli.helping import Misused
from cadre.cli.printing import print_json, print_sentence, print_table
from cadre.cli.tracking import Today, day_of, running
from cadre.cli.writing import check_suffix, write_report
from cadre.messages import message, quoted
from cadre.words import Catalogue, Formats

if TYPE_CHECKING:
    from cadre.mission import Mission
    from cadre.rosters.report import LateStart, MonthlyReport, PassedSignpost
    from cadre.rosters.report_printing import ReportPart
    from cadre.rosters.sheets import RosterSheet
    from cadre.tracking.status import Assumption

MOST = 6
"""Points of a part that one page has room for; how many more there are is told."""


@command("help.command-report")
def report(
    folder: Folder,
    brief: Annotated[Path, typer.Argument(help="help.plan-in-force")],
    option: Annotated[str | None, typer.Argument(help="help.option-of-several")] = None,
    since: Annotated[str | None, typer.Option("--since", help="help.report-since")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="help.report-out")] = None,
    today: Today = None,
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Write the report of a month: plan against reports, what slips, who is silent, what it calls for."""
    from cadre.rosters.report import REPORT_MONTH, monthly

    if out is not None:
        check_suffix(out)
    day = day_of(today)
    first = day_of(since) if since else day - dt.timedelta(days=REPORT_MONTH)
    if first >= day:
        raise Misused(message("cli.report-since", since=quoted(first.isoformat())))
    known, words = running(folder, brief, option, language)
    mission, made = known.mission, monthly(known, day, first)
    if as_json:
        print_json({"report": made})
        return 0
    parts = tuple(Reported(made, mission, words).parts())
    title = words.text("report.title", mission=mission.mission.title, today=day.isoformat())
    if out is None:
        _show(title, parts)
        return 0
    write_report(out, title, parts, words.text("report.footer"), words)
    print_sentence(words.text("cli.roster-written", file=str(out)))
    return 0


def _show(title: str, parts: tuple[ReportPart, ...]) -> None:
    print_sentence(title)
    for part in parts:
        print()
        if part.title:
            print(part.title)
        for sentence in part.text:
            print_sentence(sentence)
        for item in part.items:
            print_sentence(f"- {item}")
        for table in part.tables:
            print()
            print_table(table.heads, table.rows)


class Reported:
    """A report in words."""

    def __init__(self, made: MonthlyReport, mission: Mission, words: Catalogue) -> None:
        self.made, self.mission, self.words = made, mission, words
        self.formats = Formats(words, mission.mission.currency)

    def text(self, name: str, **values: object) -> str:
        """Return a message of the report."""
        return self.words.text(f"report.{name}", **values)

    def parts(self) -> Iterator[ReportPart]:
        """Yield the parts: where it stands, what slips, what it calls for, what changed, who is silent."""
        from cadre.rosters.report_printing import ReportPart

        yield ReportPart("", (self._schedule(),), (), (self._courses(), self._stocks()))
        for name, items in (
            ("calls", list(self._calls())),
            ("slips", [self._slip(one) for one in self.made.slipping]),
            ("changed", list(self._changed())),
            ("broken", [_said(one, self.mission, self.words) for one in self._broken()]),
            ("silent", [self._silent(one.title or one.reporter, one.days) for one in self.made.now.silent]),
        ):
            shown = items[:MOST]
            if len(items) > MOST:
                shown.append(self.text("more", count=len(items) - MOST))
            none = () if items else (self.text(f"no-{name}"),)
            yield ReportPart(self.text(name), none, tuple(shown))

    def _schedule(self) -> str:
        now, before = self.made.now.schedule, self.made.before.schedule
        values = {
            "index": self.formats.decimal(now.index, "0.00"),
            "before": self.formats.decimal(before.index, "0.00"),
            "earned": self.formats.decimal(now.earned_weeks),
            "actual": self.formats.decimal(now.actual_weeks),
        }
        return self.text("schedule", since=self.made.since.isoformat(), **values)

    def _table(self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> RosterSheet:
        from cadre.rosters.sheets import RosterSheet

        shown = tuple(self.text(f"column-{head}") for head in heads)
        return RosterSheet("", shown, tuple(rows), (3, *(1 for _ in heads[1:])))

    def _courses(self) -> RosterSheet:
        rows = [
            (
                self.mission.title_of("courses", one.course),
                str(one.due),
                str(one.started),
                str(one.cancelled),
                self.formats.decimal(round(one.expected)),
                str(one.passed),
            )
            for one in self.made.now.courses
            if one.due or one.started
        ]
        return self._table(("course", "due", "started", "lost", "expected", "passed"), rows)

    def _stocks(self) -> RosterSheet:
        rows = [
            (
                self._by(self.mission.title_of("capabilities", one.capability), one.by),
                str(one.wanted),
                str(was.units),
                str(one.units),
            )
            for one, was in zip(self.made.now.capabilities, self.made.before.capabilities, strict=True)
        ]
        there = {one.party: one.present for one in self.made.before.parties}
        spent = {one.about: one.spent for one in self.made.before.money}
        rows += [
            (
                self.mission.title_of("parties", one.party),
                str(one.planned),
                str(there.get(one.party, 0)),
                str(one.present),
            )
            for one in self.made.now.parties
        ]
        rows += [
            (
                self._money(one.about),
                self.formats.number(one.planned, "money"),
                self.formats.number(spent.get(one.about, 0.0), "money"),
                self.formats.number(one.spent, "money"),
            )
            for one in self.made.now.money
        ]
        return self._table(("what", "planned", "before", "there"), rows)

    def _by(self, title: str, day: dt.date | None) -> str:
        return title if day is None else self.text("units-by", units=title, day=day.isoformat())

    def _money(self, about: str) -> str:
        return self.text("money-spent", about=self.words.text(f"status.about-{about.replace(' ', '-')}"))

    def _calls(self) -> Iterator[str]:
        """Yield the decisions that are called for: by signposts, people missing, assumptions."""
        yield from (self._signpost(one) for one in self.made.signposts if not one.met)
        for one in self.made.now.parties:
            if one.present < one.planned:
                name = self.mission.title_of("parties", one.party)
                yield self.text("people-missing", party=name, there=one.present, planned=one.planned)
        broken = self._broken()
        if broken:
            ids = dict.fromkeys(name for one in broken for name in one.overturned)
            yield self.text("assumptions-broken", count=len(broken), basis=", ".join(ids) or "–")

    def _broken(self) -> list[Assumption]:
        return [one for one in self.made.now.assumptions if not one.holds]

    def _signpost(self, one: PassedSignpost) -> str:
        """Return the words of a signpost; what compiles is imported where it is used."""
        from cadre.cli.standing import signpost_in_words

        return signpost_in_words(one, self.mission, self.words)

    def _slip(self, one: LateStart) -> str:
        name = "began-late" if one.reported else "not-begun"
        return self.text(name, what=one.what, planned=one.planned.isoformat(), weeks=one.weeks)

    def _changed(self) -> Iterator[str]:
        told = self.made.reported
        counts = {name: told.get(name.replace("-", " "), 0) for name in ("started", "ended", "cancelled")}
        if any(counts.values()):
            yield self.text("serials", **counts)
        for one in self.made.now.assumptions:
            if one.found.path in self.made.newly_broken:
                yield _said(one, self.mission, self.words)
        for now, was in zip(self.made.now.sites, self.made.before.sites, strict=True):
            if now.state != was.state:
                state = self.words.text(f"status.site-{now.state.replace(' ', '-')}")
                yield self.text("site", site=self.mission.title_of("sites", now.site), state=state)
            if now.injured > was.injured:
                name = self.mission.title_of("sites", now.site)
                yield self.text("injured", site=name, count=now.injured - was.injured)

    def _silent(self, reporter: str, days: int) -> str:
        return self.words.text("status.silent", reporter=reporter, days=days)


def _said(one: Assumption, mission: Mission, words: Catalogue) -> str:
    """Return what has become of an assumption; what compiles is imported where it is used."""
    from cadre.cli.standing import said

    return said(one, mission, words)
