"""Rows of the workbook about posts: requirements line by line with fill, further asks, offers with where they are used."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from cadre.brief.fill import STATES
from cadre.brief.posts import title_of_reason
from cadre.brief.reading import Reading, Shown

Row = tuple[str | float | int | bool | dt.date | None, ...]


def requirement_rows(shown: Shown) -> Iterator[Row]:
    """Give every line of an option's statement of requirements: what is needed, post-weeks filled by state, who offers, what stays open."""
    mission, filled = shown.mission, shown.fill.by_line
    for line in shown.planned.forces.lines:
        role = mission.roles[line.role]
        here = [gap for gap in shown.planned.forces.gaps if gap.line == line.id]
        offered = dict.fromkeys(stint.offer for stint in shown.planned.forces.stints if stint.line == line.id)
        yield (
            shown.letter,
            line.id,
            line.critical,
            mission.title_of("roles", line.role),
            line.people,
            role.rank,
            ", ".join(mission.title_of("skills", skill) for skill in role.skills),
            ", ".join(role.languages),
            mission.title_of("sites", line.site),
            mission.date_of(line.opens),
            mission.date_of(line.closes),
            mission.tours.weeks,
            ", ".join(title_of_reason(reason, mission) for reason in line.reasons),
            line.post_weeks,
            *(filled[line.id][state] for state in STATES),
            sum(gap.post_weeks for gap in here),
            ", ".join(offered),
            "; ".join(dict.fromkeys(gap.why for gap in here)),
        )


def asks_rows(shown: Shown) -> Iterator[Row]:
    """Give an option's further asks in their order."""
    mission = shown.mission
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        yield (
            shown.letter,
            place,
            ask.people,
            mission.title_of("roles", ask.role),
            mission.title_of("sites", ask.site),
            mission.date_of(ask.begins),
            mission.date_of(ask.ends),
            ask.post_weeks,
            ask.critical,
        )


def offer_rows(reading: Reading) -> Iterator[Row]:
    """Give every offer with the post-weeks that each option uses of it."""
    mission, used = reading.mission, []
    for shown in reading.active:
        weeks: Counter[str] = Counter()
        for stint in shown.planned.forces.stints:
            weeks[stint.offer] += stint.post_weeks
        used.append(weeks)
    for key, offer in mission.offers.items():
        yield (
            key,
            mission.title_of("parties", offer.party),
            mission.title_of("roles", offer.role),
            offer.people,
            offer.begins,
            offer.ends,
            offer.state,
            offer.honoured.mean,
            ", ".join(offer.not_at),
            ", ".join(offer.not_for),
            "; ".join(map(str, offer.only_if)),
            ", ".join(offer.basis),
            *(weeks[key] for weeks in used),
        )
