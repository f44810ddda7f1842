"""Small missions with odd days and part-time people; what makes each better, and what changes nothing.

The missions of `small_missions` begun on any day of the week, some over the 53rd week of a year, with working
days of the party, holidays of host or party that begin within a week, courses held within a window, and parts
of people.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator
from random import Random

from tests.programme.small_missions import STARTS, Document, small_document

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
WORKING = ("Sunday to Thursday", "Monday to Friday", "Monday to Thursday")
OVER_WEEK_53 = (dt.date(2020, 11, 2), dt.date(2020, 11, 4), dt.date(2020, 11, 9))
Change = Callable[[Document], object]


def odd_document(seed: int, *, most_weeks: int = 18) -> Document:
    """Return the odd mission of a seed as people would write it."""
    draw = Random(-3 - seed)
    document = small_document(seed, most_weeks=most_weeks, least_weeks=10)
    starts = STARTS + draw.randrange(7) * DAY if draw.random() < 0.7 else draw.choice(OVER_WEEK_53)
    _move(document, starts - STARTS)
    for offer in document["offers"].values():
        if draw.random() < 0.25:
            offer["people"] = draw.choice((0.5, 0.75, 1.5, 2.5))
    if draw.random() < 0.4:
        document["parties"]["ally"] = {"working_days": draw.choice(WORKING)}
    if draw.random() < 0.4:
        document.setdefault("calendar", {})["working_days"] = draw.choice(WORKING)
    if draw.random() < 0.4:
        begins = starts + draw.randrange(1, 12) * WEEK + draw.randrange(-2, 3) * DAY
        holiday = {"of": draw.choice(("ally", "host")), "begins": begins}
        holiday["ends"] = begins + draw.choice((0, 4, 6, 9)) * DAY
        document.setdefault("calendar", {})["holidays"] = [holiday]
    if draw.random() < 0.35:
        begins = starts + draw.randrange(5) * WEEK
        course = document["courses"][draw.choice(sorted(document["courses"]))]
        course["only_in"] = [f"{begins} to {begins + draw.randrange(7, 10) * WEEK}"]
    return document


def _move(document: Document, by: dt.timedelta) -> None:
    """Move every day of a mission."""
    document["mission"]["starts"] += by
    for offer in document["offers"].values():
        offer |= {"begins": offer["begins"] + by, "ends": offer["ends"] + by}
    for capability in document["capabilities"].values():
        capability["wanted"] = {day + by: units for day, units in capability["wanted"].items()}
    for site in document["sites"].values():
        if "opens" in site:
            site["opens"] += by
    for period in document.get("calendar", {}).get("closed", ()):
        period |= {"begins": period["begins"] + by, "ends": period["ends"] + by}


def better(document: Document, seed: int) -> Iterator[tuple[str, Document]]:
    """Yield changes for the better of a mission by name, those that say something there."""
    draw = Random(-4 - seed)
    offer = draw.choice(sorted(key for key in document["offers"] if key.startswith("o")))
    course = draw.choice(sorted(document["courses"]))
    for name, change in (*_of_people(offer, draw), *_of_a_course(course, draw), *_of_the_rest()):
        changed = copy.deepcopy(document)
        try:
            change(changed)
        except KeyError:
            continue
        if changed != document:
            yield name, changed


def _of_people(key: str, draw: Random) -> Iterator[tuple[str, Change]]:
    more, days = draw.choice((0.5, 1, 2)), draw.choice((1, 3, 7, 20)) * DAY
    yield "more people", lambda d: _add(d["offers"][key], "people", more)
    yield "an earlier begin", lambda d: _add(d["offers"][key], "begins", -days)
    yield "a later end", lambda d: _add(d["offers"][key], "ends", days)
    yield "no course refused", lambda d: d["offers"][key].pop("not_for")
    yield "no site refused", lambda d: d["offers"][key].pop("not_at")
    yield "less leave", lambda d: d["tours"].update(leave=max(0, d["tours"]["leave"] - 1))
    yield "a shorter handover", lambda d: d["tours"].update(handover=max(0, d["tours"]["handover"] - 1))


def _of_a_course(key: str, draw: Random) -> Iterator[tuple[str, Change]]:
    seats = draw.randint(1, 4)
    yield "more pass", lambda d: d["courses"][key].update(passes=min(1, d["courses"][key]["passes"] + 0.1))
    yield "a shorter course", lambda d: d["courses"][key].update(weeks=max(1, d["courses"][key]["weeks"] - 1))
    yield "held at any time", lambda d: d["courses"][key].pop("only_in")
    yield "no foreign share", lambda d: d["courses"][key].pop("foreign_at_least")
    yield "may pause", lambda d: d["courses"][key].update(may_pause=True)
    yield "held at every site", lambda d: d["courses"][key].update(sites=sorted(d["sites"]))
    yield "more seats", lambda d: _add(d["courses"][key]["seats"], "most", seats)
    yield "a smaller class", lambda d: d["courses"][key]["seats"].update(least=1)


def _of_the_rest() -> Iterator[tuple[str, Change]]:
    yield "no week closed", lambda d: d["calendar"].pop("closed")
    yield "more recruits", lambda d: _add(d["recruits"]["army"], "at_start", 40)
    yield "a higher ceiling", lambda d: _add(d, "ceiling", 2)
    yield "a room more", lambda d: _add(d["sites"]["s0"]["facilities"], "room", 1)


def _add(table: Document, key: str, more: float | dt.timedelta) -> None:
    table[key] += more


def the_same(document: Document) -> Iterator[tuple[str, Document]]:
    """Yield a mission with other ids, with its tables in another order, and with offers in rows of one."""
    yield "other ids", _renamed(document)
    tables = ("sites", "courses", "offers", "roles", "skills", "competences", "support")
    turned = {key: dict(reversed(document[key].items())) for key in tables if key in document}
    yield "another order", document | turned
    rows = {f"{key}-{n}": row for key, offer in document["offers"].items() for n, row in _rows(offer)}
    yield "rows of one", document | {"offers": rows}


def _rows(offer: Document) -> Iterator[tuple[int, Document]]:
    whole, part = divmod(offer["people"], 1)
    parts = (*(1,) * int(whole), *((part,) if part else ()))
    yield from ((n, offer | {"people": people}) for n, people in enumerate(parts))


def _renamed(document: Document) -> Document:
    """Turn the ids of things around, so that they sort otherwise."""
    tables = ("sites", "courses", "offers", "roles", "skills", "competences", "recruits", "capabilities")
    ids = [key for table in tables for key in document[table]]
    other = {key: f"{chr(ord('z') - n)}-{key}" for n, key in enumerate(dict.fromkeys(ids))}

    def named(value: object) -> object:
        if isinstance(value, dict):
            return {other.get(key, key): named(part) for key, part in value.items()}
        if isinstance(value, list):
            return [named(part) for part in value]
        return other.get(value, value) if isinstance(value, str) else value

    return {key: part if key == "mission" else named(part) for key, part in document.items()}
