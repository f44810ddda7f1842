"""Odd: what records may say but rarely mean: another counting rule, too large a class, money told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cadre.errors import MissionWarning, Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.tracking.records import Records, SerialReport, Spending

COUNTED = {"serials": ("course", "what"), "counts": ("what", "of"), "postings": ("competence",)}
"""Tables of counts, and by what their records are counted together."""


def of_one_rule(records: Records, table: str) -> dict[str, str]:
    """Return the counting rule of most records, by the key of each that tells another one."""
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    course_of = {one.serial: one.course for one in records.serials.values() if one.what == "started"}
    for key, report in records.of(table).items():
        if isinstance(report, SerialReport):
            of: tuple[str, ...] = (str(course_of.get(report.serial)), report.what)
        else:
            of = tuple(str(getattr(report, name)) for name in COUNTED[table])
        groups.setdefault(of, []).append((key, report.rule))
    others: dict[str, str] = {}
    for members in groups.values():
        told = Counter(rule for _, rule in members if rule)
        most = told.most_common(1)[0][0] if told else ""
        others |= {key: most for key, rule in members if rule and rule != most}
    return others


def counted_alike(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of records that count by another rule than most of their kind: they are not added to them."""
    for table in COUNTED:
        for key, most in of_one_rule(records, table).items():
            place, rule = Place(path=(table, key, "rule")), quoted(records.of(table)[key].rule)
            yield MissionWarning.about(place, "tracking.other-rule", rule=rule, most=quoted(most))


def held_where_it_can_be(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of serials at a site that cannot hold their course."""
    for key, one in records.serials.items():
        sites = mission.courses[one.course].sites if one.course is not None else ()
        if one.site is not None and one.site not in sites:
            place, ids = Place(path=("serials", key, "site")), {"site": one.site, "course": str(one.course)}
            yield MissionWarning.about(place, "tracking.other-site", **ids)


def classes_within_seats(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of classes with more people than seats, or fewer than the least."""
    for key, one in records.serials.items():
        if one.what != "started" or one.course is None or one.people is None:
            continue
        seats = mission.courses[one.course].seats
        if not seats.least <= one.people <= seats.most:
            place = Place(path=("serials", key, "people"))
            values = {"people": one.people, "least": seats.least, "most": seats.most}
            yield MissionWarning.about(place, "tracking.beyond-seats", **values)


def no_more_than_offered(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of more people of an offer than were offered."""
    there: dict[str, int] = {}
    in_order = sorted(records.movements.items(), key=lambda item: (item[1].on, item[1].what == "arrived"))
    for key, move in in_order:
        there[move.offer] = there.get(move.offer, 0) + move.people * (1 if move.what == "arrived" else -1)
        offered = mission.offers[move.offer].people
        if move.what == "arrived" and there[move.offer] > offered:
            place = Place(path=("movements", key, "people"))
            values = {"people": there[move.offer], "offered": offered}
            yield MissionWarning.about(
                place, "tracking.more-than-offered", offer=quoted(move.offer), **values
            )


def spent_once(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of periods of spending that overlap: the same money may be told twice."""
    longest: dict[tuple[str, ...], tuple[str, Spending]] = {}
    for key, one in sorted(records.spending.items(), key=lambda item: (item[1].begins, item[0])):
        alike = one.payer, one.about, one.reported_by
        other, before = longest.get(alike, (key, None))
        if before is not None and one.begins <= before.on:
            place = Place(path=("spending", key, "begins"))
            yield MissionWarning.about(place, "tracking.spent-twice", other=quoted(other))
        if before is None or one.on > before.on:
            longest[alike] = key, one
