"""What `cadre status` prints: plan against reports, and what has become of assumptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from cadre.cli.printing import print_json, print_sentence, print_table
from cadre.mission import Mission
from cadre.rosters.report import PassedSignpost
from cadre.tracking.evidence import RateEvidence
from cadre.tracking.forecast import HIGH, LOW, MIDDLE, Forecast, ForecastFigure
from cadre.tracking.indicators import Indicator
from cadre.tracking.status import FIRMNESS, Assumption, MissionStatus, assumption
from cadre.words import Catalogue, Formats
from cadre.words.catalogue import Counted
from cadre.words.naming import quantity_name
from cadre.words.saying import said as in_words


def show_status(
    found: MissionStatus,
    mission: Mission,
    words: Catalogue,
    passed: Sequence[PassedSignpost],
    *,
    as_json: bool,
) -> None:
    """Print where a mission stands, and the signposts that have passed."""
    if as_json:
        print_json(
            {
                "signposts": [{"met": one.met, **asdict(one)} for one in passed],
                "status": found,
                "index": found.schedule.index,
                "told": [_data(one, mission, words) for one in found.assumptions],
            }
        )
        return
    formats = Formats(words, mission.mission.currency)
    day, week = found.today.isoformat(), str(mission.week_of(found.today))
    print_sentence(words.text("status.day", today=day, week=week, count=found.reports))
    _schedule(found, words, formats)
    for silent in found.silent:
        print_sentence(
            words.text("status.silent", reporter=silent.title or silent.reporter, days=silent.days)
        )
    _tables(found, mission, words, formats)
    if found.lost:
        print()
    for cause, count in found.lost.items():
        why = words.text(f"status.cause-{cause.replace(' ', '-')}")
        print_sentence(words.text("status.lost", count=count, cause=why))
    _signposts(passed, mission, words)
    for name, holds in (("broken", False), ("holding", True)):
        some = [one for one in found.assumptions if one.holds is holds]
        if some:
            print()
            print(words.text(f"status.{name}"))
        for one in some:
            print_sentence(said(one, mission, words))


def _signposts(passed: Sequence[PassedSignpost], mission: Mission, words: Catalogue) -> None:
    """Print what was found on days on which the mission was to be looked at, and what that calls for."""
    if passed:
        print()
        print(words.text("status.signposts"))
    for one in passed:
        print_sentence(signpost_in_words(one, mission, words))


def signpost_in_words(one: PassedSignpost, mission: Mission, words: Catalogue) -> str:
    """Return what was found on the day of a signpost; where it was too little, with the decision."""
    formats = Formats(words, mission.mission.currency)
    found, wanted = formats.decimal(one.found), formats.decimal(one.wanted)
    values = {"day": one.on.isoformat(), "found": found, "wanted": wanted}
    ending = "met" if one.met else "short"
    if one.kind == "review":
        return words.text(f"report.review-{ending}", event=mission.title_of("events", one.name), **values)
    return words.text(f"report.target-{ending}", units=mission.title_of("capabilities", one.name), **values)


def _schedule(found: MissionStatus, words: Catalogue, formats: Formats) -> None:
    earned, actual = found.schedule.earned_weeks, found.schedule.actual_weeks
    index = formats.decimal(found.schedule.index, "0.00")
    weeks = {"earned": formats.decimal(earned), "actual": formats.decimal(actual)}
    print_sentence(words.text("status.schedule", index=index, **weeks))


def _data(one: Assumption, mission: Mission, words: Catalogue) -> dict[str, object]:
    return {"path": one.found.path, "holds": one.holds, "told": said(one, mission, words)}


def _tables(found: MissionStatus, mission: Mission, words: Catalogue, formats: Formats) -> None:
    """Print the tables that have a row."""
    for columns, rows in (
        (("course", "due", "started", "ended", "off", "attended", "expected", "passed"), _courses),
        (("site", "state", "due", "started", "injured"), _sites),
        (("party", "planned", "there"), _parties),
        (("offers", *_states(found)), _offers),
        (("capability", "units", "wanted", "by", "counted"), _capabilities),
        (("money", "planned", "spent"), _money),
    ):
        told = list(rows(found, mission, formats))
        if told:
            print()
            print_table(tuple(words.text(f"status.column-{name}") for name in columns), told)


Rows = Iterator[tuple[str, ...]]


def _courses(found: MissionStatus, mission: Mission, formats: Formats) -> Rows:
    for one in found.courses:
        counts = map(str, (one.due, one.started, one.ended, one.cancelled, one.attended))
        expected = formats.decimal(round(one.expected))
        yield (mission.title_of("courses", one.course), *counts, expected, str(one.passed))


def _sites(found: MissionStatus, mission: Mission, formats: Formats) -> Rows:
    for one in found.sites:
        state = formats.catalogue.text(f"status.site-{one.state.replace(' ', '-')}")
        counts = map(str, (one.due, one.started, one.injured))
        yield (mission.title_of("sites", one.site), state, *counts)


def _parties(found: MissionStatus, mission: Mission, _: Formats) -> Rows:
    for one in found.parties:
        yield (mission.title_of("parties", one.party), str(one.planned), str(one.present))


def _states(found: MissionStatus) -> tuple[str, ...]:
    """Return the states in which somebody is, so that titles have room."""
    return tuple(state for state in FIRMNESS if any(one.people[state] for one in found.offers))


def _offers(found: MissionStatus, mission: Mission, formats: Formats) -> Rows:
    """Yield people by nation and state of their offers."""
    for party in mission.parties:
        own = [one.people for one in found.offers if one.party == party]
        if own:
            sums = (sum(people[state] for people in own) for state in _states(found))
            yield (mission.title_of("parties", party), *(formats.decimal(people) for people in sums))


def _capabilities(found: MissionStatus, mission: Mission, _: Formats) -> Rows:
    for one in found.capabilities:
        days = _day(one.by), _day(one.counted_on)
        yield (mission.title_of("capabilities", one.capability), str(one.units), str(one.wanted), *days)


def _money(found: MissionStatus, _: Mission, formats: Formats) -> Rows:
    for one in found.money:
        about = formats.catalogue.text(f"status.about-{one.about.replace(' ', '-')}")
        yield (about, formats.number(one.planned, "money"), formats.number(one.spent, "money"))


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else "–"


def show_indicators(told: Iterable[Indicator], mission: Mission, words: Catalogue, *, as_json: bool) -> None:
    """Print indicators with baseline, target and actual at the end of each period."""
    found = list(told)
    if as_json:
        print_json({"indicators": found})
        return
    formats = Formats(words, mission.mission.currency)
    heads = tuple(words.text(f"status.column-{name}") for name in ("indicator", "until", *FIGURES))
    order = list(dict.fromkeys((one.kind, one.of) for one in found))
    for kind in dict.fromkeys(kind for kind, _ in order):
        own = sorted((one for one in found if one.kind == kind), key=lambda o: order.index((o.kind, o.of)))
        print()
        print(words.text(f"status.indicators-{kind}"))
        print_table(heads, [_indicator(one, mission, formats) for one in own])


FIGURES = ("baseline", "target", "actual")
TITLED = {"graduates": "courses", "units": "capabilities", "people": "parties"}
"""Tables of the mission that hold the titles of what indicators are about."""


def _indicator(one: Indicator, mission: Mission, formats: Formats) -> tuple[str, ...]:
    unit = "money" if one.kind == "money" else "people"
    numbers = (formats.number(getattr(one, name), unit) for name in FIGURES)
    if one.kind in TITLED:
        name = mission.title_of(TITLED[one.kind], one.of)
    else:
        name = formats.catalogue.text(f"status.about-{one.of.replace(' ', '-')}")
    return (name, one.ends.isoformat(), *numbers)


def show_forecast(
    made: Forecast,
    data: Mapping[str, object],
    mission: Mission,
    words: Catalogue,
    *,
    file: Path | None,
    as_json: bool,
) -> None:
    """Print a forecast, and where it was kept."""
    if as_json:
        not_reported = [in_words(one, words) for one in made.reckoned]
        print_json(dict(data) | {"not_reported": not_reported})
        return
    formats = Formats(words, mission.mission.currency)
    day, week, count = made.made_on.isoformat(), str(made.week), formats.decimal(made.replications, "#,##0")
    print_sentence(words.text("status.forecast-of", today=day, week=week, count=count))
    heads = tuple(words.text(f"status.column-{name}") for name in ("figure", "day", "low", "middle", "high"))
    print_table(heads, [row for one in made.figures for row in _figure(one, mission, formats)])
    for reckoned in made.reckoned:
        print_sentence(words.text("status.not-reported", what=in_words(reckoned, words)))
    if made.learnt:
        print()
        print(words.text("status.learnt"))
    for learnt in made.learnt:
        print_sentence(said(assumption(mission, learnt.found), mission, words))
    if file is not None:
        print_sentence(words.text("status.kept", file=str(file)))


def _figure(one: ForecastFigure, mission: Mission, formats: Formats) -> Rows:
    """Yield the row of a figure; of units by quarter there are too many for a terminal."""
    kind, _, rest = one.name.partition(".")
    key, _, week = rest.partition(".")
    text = formats.catalogue.text
    if kind in ("reached", "met"):
        wanted = str(mission.wanted_by_week(key)[int(week)])
        name = text(f"status.figure-{kind}", capability=mission.title_of("capabilities", key), wanted=wanted)
    elif kind == "holds":
        name = text("status.figure-holds", capability=mission.title_of("capabilities", key))
    elif kind == "graduates":
        name = text("status.figure-graduates", course=mission.title_of("courses", key))
    elif kind == "cost":
        name = text("status.figure-cost")
    else:
        return
    unit = "money" if kind == "cost" else "people"
    ends = [formats.number(one.quantiles[place], unit) for place in (LOW, MIDDLE, HIGH)]
    if kind in ("met", "holds"):
        ends = ["", formats.number(one.mean, "share"), ""]
    yield (name, one.day.isoformat(), *ends)


def said(one: Assumption, mission: Mission, words: Catalogue) -> str:
    """Return what has become of an assumption: what was assumed, what was counted, what is now known."""
    formats, unit = Formats(words, mission.mission.currency), mission.quantities[one.found.path].unit
    name = quantity_name(mission, one.found.path, formats)
    assumed = _range(one.assumed, unit, formats)
    counted = counted_in_words(one.found, words, formats)
    if one.nothing_left:
        text = words.text("status.nothing-left", name=_begins(name), assumed=assumed, counted=counted)
    elif one.now[0] == one.now[1]:
        text = words.text("status.now-known", name=_begins(name), assumed=assumed, counted=counted)
    else:
        now = _range(one.now, unit, formats)
        text = words.text("status.now", name=_begins(name), assumed=assumed, counted=counted, now=now)
    return " ".join([text, *_overturned(one, words)])


def _begins(name: str) -> str:
    return name[:1].upper() + name[1:]


def _range(ends: tuple[float, float], unit: str, formats: Formats) -> str:
    if unit == "date":
        days = [dt.date.fromordinal(round(end)).isoformat() for end in ends]
        return formats.catalogue.text("status.days", first=days[0], last=days[1])
    told = formats.range(*ends, unit)
    return formats.catalogue.text("common.percent", number=told) if "share" in unit else told


def _overturned(one: Assumption, words: Catalogue) -> Iterator[str]:
    if not one.holds:
        basis = ", ".join(one.overturned)
        yield words.text("status.overturned", basis=basis) if basis else words.text("status.overturned-bare")


def counted_in_words(found: RateEvidence, words: Catalogue, formats: Formats) -> str:
    """Return what was counted, such as *212 of 301 passed*."""
    key = found.path.rpartition(".")[2].replace("_", "-")
    name = f"status.{found.kind}-{key}"
    if found.path.endswith(".opens"):
        day = dt.date.fromordinal(int(found.pieces[-1].count)).isoformat()
        return words.text(name, day=day)
    of = found.of if found.kind in ("share", "rate") else len(found.pieces)
    counts = (Counted(round(number, 1), formats.decimal(number)) for number in (found.count, of))
    return words.text(name, **dict(zip(("count", "of"), counts, strict=True)))
