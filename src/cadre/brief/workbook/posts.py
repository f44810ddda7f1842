"""Sheets about posts: requirements line by line with fill, further asks, offers with where they are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.fill import STATES
from cadre.brief.posts import title_of_reason
from cadre.brief.register.reasoned import text_for
from cadre.brief.view import OptionView, StudyView
from cadre.brief.workbook.sheet import Format, Row, SheetColumn, WorkbookSheet, sheet
from cadre.forces.plan import PostLine
from cadre.words.naming import named

_REQUIREMENTS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("line", 30, "text"),
    ("critical", 9, "text"),
    ("role", 28, "text"),
    ("posts", 8, "whole"),
    ("rank", 12, "text"),
    ("skills", 24, "text"),
    ("languages", 16, "text"),
    ("site", 22, "text"),
    ("from", 12, "date"),
    ("to", 12, "date"),
    ("tour-weeks", 8, "whole"),
    ("follows-from", 26, "text"),
    ("post-weeks", 11, "whole"),
    ("arrived", 10, "whole"),
    ("confirmed", 10, "whole"),
    ("pledged", 10, "whole"),
    ("indicated", 10, "whole"),
    ("open", 10, "whole"),
    ("offered-by", 36, "text"),
    ("why-open", 36, "text"),
)
_SUMMED = tuple(range(13, 19))
"""Post-weeks and what fills them."""
_ASKS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("order", 8, "whole"),
    ("people", 8, "whole"),
    ("role", 28, "text"),
    ("site", 22, "text"),
    ("from", 12, "date"),
    ("to", 12, "date"),
    ("post-weeks-closed", 12, "whole"),
    ("critical", 9, "text"),
)
_OFFERS: tuple[tuple[str, int, Format], ...] = (
    ("offer", 22, "text"),
    ("party", 26, "text"),
    ("role", 28, "text"),
    ("people", 8, "whole"),
    ("from", 12, "date"),
    ("to", 12, "date"),
    ("state", 12, "text"),
    ("chance-that-it-is-kept", 12, "share"),
    ("not-at", 18, "text"),
    ("not-for", 18, "text"),
    ("only-if", 30, "text"),
    ("basis", 14, "text"),
)


def requirements_sheet(view: StudyView) -> WorkbookSheet:
    """List every line of each option's statement of requirements with what fills it, in post-weeks."""
    rows = (_line(shown, line) for shown in view.active for line in shown.planned.forces.lines)
    return replace(sheet(view.words, "requirements", _REQUIREMENTS, rows), sums=_SUMMED)


def _line(shown: OptionView, line: PostLine) -> Row:
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
    why = text_for((gap.why for gap in gaps), shown)
    return (shown.letter, line.id, line.critical, *post, line.post_weeks, *filled, *still, why)


def asks_sheet(view: StudyView) -> WorkbookSheet:
    """List each option's further asks in their order."""
    rows = (row for shown in view.active for row in _asks(shown))
    return sheet(view.words, "asks", _ASKS, rows)


def _asks(shown: OptionView) -> Iterator[Row]:
    mission = shown.mission
    for place, ask in enumerate(shown.planned.forces.asks, start=1):
        role, site = mission.title_of("roles", ask.role), mission.title_of("sites", ask.site)
        begins, ends = mission.date_of(ask.begins), mission.date_of(ask.ends)
        yield shown.letter, place, ask.people, role, site, begins, ends, ask.post_weeks, ask.critical


def offers_sheet(view: StudyView) -> WorkbookSheet:
    """List every offer with the post-weeks that each option uses of it."""
    used: list[Counter[str]] = []
    for shown in view.active:
        weeks: Counter[str] = Counter()
        for stint in shown.planned.forces.stints:
            weeks[stint.offer] += stint.post_weeks
        used.append(weeks)
    rows = ((*_offer(view, key), *(weeks[key] for weeks in used)) for key in view.mission.offers)
    made = sheet(view.words, "offers", _OFFERS, rows)
    used_in = (view.words.text("sheets.column-used", letter=shown.letter) for shown in view.active)
    letters = (SheetColumn(title, 12, "whole") for title in used_in)
    return replace(made, columns=(*made.columns, *letters))


def _offer(view: StudyView, key: str) -> Row:
    mission, offer = view.mission, view.mission.offers[key]
    party, role = mission.title_of("parties", offer.party), mission.title_of("roles", offer.role)
    caveats = (", ".join(offer.not_at), ", ".join(offer.not_for), "; ".join(map(str, offer.only_if)))
    when = (offer.begins, offer.ends, named(view.words, "state", offer.state), offer.honoured.mean)
    return (key, party, role, offer.people, *when, *caveats, ", ".join(offer.basis))
