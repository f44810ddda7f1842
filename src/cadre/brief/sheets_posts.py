"""Sheets about posts: requirements line by line with fill, further asks, offers with where they are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.fill import STATES
from cadre.brief.posts import title_of_reason
from cadre.brief.reading import Reading, Shown
from cadre.brief.sheets import Column, Format, Row, Sheet, sheet
from cadre.forces.plan import PostLine

_REQUIREMENTS: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Line", 30, "text"),
    ("Critical", 9, "text"),
    ("Role", 28, "text"),
    ("Posts", 8, "whole"),
    ("Rank", 12, "text"),
    ("Skills", 24, "text"),
    ("Languages", 16, "text"),
    ("Site", 22, "text"),
    ("From", 12, "date"),
    ("To", 12, "date"),
    ("Tour, weeks", 8, "whole"),
    ("Follows from", 26, "text"),
    ("Post-weeks", 11, "whole"),
    ("Arrived", 10, "whole"),
    ("Confirmed", 10, "whole"),
    ("Pledged", 10, "whole"),
    ("Indicated", 10, "whole"),
    ("Open", 10, "whole"),
    ("Offered by", 36, "text"),
    ("Why open", 36, "text"),
)
_SUMMED = tuple(range(13, 19))
"""Post-weeks and what fills them."""
_ASKS: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Order", 8, "whole"),
    ("People", 8, "whole"),
    ("Role", 28, "text"),
    ("Site", 22, "text"),
    ("From", 12, "date"),
    ("To", 12, "date"),
    ("Post-weeks closed", 12, "whole"),
    ("Critical", 9, "text"),
)
_OFFERS: tuple[tuple[str, int, Format], ...] = (
    ("Offer", 22, "text"),
    ("Party", 26, "text"),
    ("Role", 28, "text"),
    ("People", 8, "whole"),
    ("From", 12, "date"),
    ("To", 12, "date"),
    ("State", 12, "text"),
    ("Chance that it is kept", 12, "share"),
    ("Not at", 18, "text"),
    ("Not for", 18, "text"),
    ("Only if", 30, "text"),
    ("Basis", 14, "text"),
)


def requirements_sheet(reading: Reading) -> Sheet:
    """List every line of each option's statement of requirements with what fills it, in post-weeks."""
    rows = (_line(shown, line) for shown in reading.active for line in shown.planned.forces.lines)
    return replace(sheet("Requirements", _REQUIREMENTS, rows), sums=_SUMMED)


def _line(shown: Shown, line: PostLine) -> Row:
    mission, forces = shown.mission, shown.planned.forces
    role = mission.roles[line.role]
    gaps = [gap for gap in forces.gaps if gap.line == line.id]
    offers = dict.fromkeys(stint.offer for stint in forces.stints if stint.line == line.id)
    post = (
        *(mission.title_of("roles", line.role), line.people, role.rank),
        ", ".join(mission.title_of("skills", skill) for skill in role.skills),
        *(", ".join(role.languages), mission.title_of("sites", line.site)),
        *(mission.date_of(line.opens), mission.date_of(line.closes), mission.tours.weeks),
        ", ".join(title_of_reason(reason, mission, shown.words) for reason in line.reasons),
    )
    filled = tuple(shown.fill.by_line[line.id][state] for state in STATES)
    still = (sum(gap.post_weeks for gap in gaps), ", ".join(offers))
    why = "; ".join(dict.fromkeys(gap.why for gap in gaps))
    return (shown.letter, line.id, line.critical, *post, line.post_weeks, *filled, *still, why)


def asks_sheet(reading: Reading) -> Sheet:
    """List each option's further asks in their order."""
    return sheet("Further asks", _ASKS, (row for shown in reading.active for row in _asks(shown)))


def _asks(shown: Shown) -> Iterator[Row]:
    mission = shown.mission
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        role, site = mission.title_of("roles", ask.role), mission.title_of("sites", ask.site)
        begins, ends = mission.date_of(ask.begins), mission.date_of(ask.ends)
        yield shown.letter, place, ask.people, role, site, begins, ends, ask.post_weeks, ask.critical


def offers_sheet(reading: Reading) -> Sheet:
    """List every offer with the post-weeks that each option uses of it."""
    used: list[Counter[str]] = []
    for shown in reading.active:
        weeks: Counter[str] = Counter()
        for stint in shown.planned.forces.stints:
            weeks[stint.offer] += stint.post_weeks
        used.append(weeks)
    rows = ((*_offer(reading, key), *(weeks[key] for weeks in used)) for key in reading.mission.offers)
    made = sheet("Offers", _OFFERS, rows)
    letters = (Column(f"Post-weeks used in {shown.letter}", 12, "whole") for shown in reading.active)
    return replace(made, columns=(*made.columns, *letters))


def _offer(reading: Reading, key: str) -> Row:
    mission, offer = reading.mission, reading.mission.offers[key]
    party, role = mission.title_of("parties", offer.party), mission.title_of("roles", offer.role)
    caveats = (", ".join(offer.not_at), ", ".join(offer.not_for), "; ".join(map(str, offer.only_if)))
    when = (offer.begins, offer.ends, offer.state, offer.honoured.mean)
    return (key, party, role, offer.people, *when, *caveats, ", ".join(offer.basis))
